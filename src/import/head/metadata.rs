//! A row of a table of metadata, and a line that says where a text is from: their fields. Knows nothing of the head
//! they belong to.

use crate::lexicon::List;
use crate::text::chars::{squeezed, without_last};

static METADATA: List<Field> = List::of("metadata", Field::parse);
/// Words before the name of where a text is from, in the order in which they are looked for.
static SOURCE_MARK: List = List::new("source-mark");
static ENDS_SOURCE: List = List::new("ends-source");

/// A field of a table of metadata.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Issuer,
    /// The office that published a page.
    Publisher,
    Date,
    /// The day on which the page was published.
    Published,
    Number,
    Title,
    /// One that the head has no place for.
    Other,
}

impl Field {
    fn parse(value: &str) -> Option<Self> {
        match value {
            "issuer" => Some(Self::Issuer),
            "date" => Some(Self::Date),
            "publisher" => Some(Self::Publisher),
            "published" => Some(Self::Published),
            "number" => Some(Self::Number),
            "title" => Some(Self::Title),
            "other" => Some(Self::Other),
            _ => None,
        }
    }
}

/// Whether a line begins with the key of a field: 发文机关：国务院.
pub fn is_row(text: &str) -> bool {
    let key = text.split_once(['：', ':']).map(|(key, _)| squeezed(key));
    key.is_some_and(|key| METADATA.has(&key))
}

/// The fields of a row of a table of metadata, each with its value.
pub fn fields(text: &str) -> Vec<(Field, String)> {
    let mut key: Option<Field> = None;
    let mut pairs: Vec<(Field, String)> = Vec::new();
    let mut pending = String::new();
    for c in text.chars() {
        if matches!(c, '：' | ':') {
            // A key may be set wide: 索 引 号：
            let squeezed = squeezed(&pending);
            let mut keys = METADATA.get().iter();
            if let Some((word, field)) = keys.find(|(word, _)| squeezed.ends_with(word)) {
                if let Some(key) = key {
                    let value = without_last(&pending, word.chars().count());
                    pairs.push((key, value.to_owned()));
                }
                key = Some(*field);
                pending.clear();
                continue;
            }
        }
        pending.push(c);
    }
    if let Some(key) = key {
        pairs.push((key, pending));
    }
    pairs
}

/// Where a line says that a text is from: the name after 来源.
pub fn source(text: &str) -> &str {
    let after = SOURCE_MARK.split(text).map_or(text, |(_, after)| after);
    let name = after.trim_start_matches(['：', ':', ' ', '\u{3000}', '\u{a0}']);
    let name = name
        .split(|c: char| c.is_whitespace() || "【】）)[]|".contains(c))
        .next()
        .unwrap_or_default();
    let end = ENDS_SOURCE.earliest(name).unwrap_or(name.len());
    name.get(..end)
        .unwrap_or(name)
        .trim_end_matches(['：', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_metadata_has_its_fields() {
        let row = fields("索 引 号：000014349 发 文 机 关：国务院 成文日期：2019年1月24日");
        let expected = [
            (Field::Other, "000014349 "),
            (Field::Issuer, "国务院 "),
            (Field::Date, "2019年1月24日"),
        ];
        assert_eq!(
            row,
            expected.map(|(field, value)| (field, value.to_owned()))
        );
        assert!(fields("会议：三项").is_empty());
        assert_eq!(METADATA.left_out(), Vec::<&str>::new());
    }

    #[test]
    fn a_source_ends_where_the_page_says_more() {
        for line in [
            "来源：河口县水务局视力保护色：[",
            "来源：河口县水务局【字体：大】",
            "来源：河口县水务局分享到：",
            "来源：河口县水务局",
        ] {
            assert_eq!(source(line), "河口县水务局", "{line}");
        }
    }
}
