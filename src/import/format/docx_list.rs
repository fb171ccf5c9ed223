//! Automatic numbering of Word files: ECMA-376 part 1, 17.9.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::xml::{each, number, value};
use crate::text::label_write::{chinese_counting, circled, full_width, letter, roman};

/// A level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    /// What the numbers are written as.
    format: String,
    /// `%1.%2`
    text: String,
    start: u32,
}

/// The lists of the file, and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    levels: HashMap<u32, Vec<Level>>,
    /// The kind of list of each list.
    kinds: HashMap<u32, u32>,
    /// What a list begins its levels with instead, till it begins (17.9.26).
    starts: HashMap<(u32, u8), u32>,
    counts: HashMap<u32, Vec<u32>>,
}

impl Numbering {
    pub fn read(xml: &[u8]) -> Self {
        let mut all = Self::default();
        let (mut kind, mut list) = (0, 0);
        // The level that a list changes.
        let mut over: Option<u8> = None;
        each(xml, |event| {
            let tag = match event {
                Event::Start(tag) | Event::Empty(tag) => tag,
                Event::End(tag) if tag.local_name().as_ref() == "lvlOverride" => {
                    over = None;
                    return;
                }
                _ => return,
            };
            let levels = all.levels.entry(kind).or_default();
            match tag.local_name().as_ref() {
                "abstractNum" => {
                    kind = value(tag, "abstractNumId")
                        .and_then(|id| id.parse().ok())
                        .unwrap_or(0);
                }
                "lvlOverride" => {
                    over = value(tag, "ilvl").and_then(|level| level.parse().ok());
                }
                "startOverride" => {
                    if let (Some(level), Some(start)) = (over, number(tag)) {
                        all.starts.insert((list, level), start);
                    }
                }
                // That a single list writes a level in another manner is not looked at.
                _ if over.is_some() => {}
                "lvl" if levels.len() < 9 => levels.push(Level {
                    start: 1,
                    ..Level::default()
                }),
                "start" => {
                    if let (Some(level), Some(start)) = (levels.last_mut(), number(tag)) {
                        level.start = start;
                    }
                }
                "numFmt" => {
                    if let (Some(level), Some(format)) = (levels.last_mut(), value(tag, "val")) {
                        level.format = format;
                    }
                }
                "lvlText" => {
                    if let (Some(level), Some(text)) = (levels.last_mut(), value(tag, "val")) {
                        level.text = text;
                    }
                }
                "num" => {
                    over = None;
                    list = value(tag, "numId")
                        .and_then(|id| id.parse().ok())
                        .unwrap_or(0);
                }
                "abstractNumId" => {
                    if let Some(kind) = number(tag) {
                        all.kinds.insert(list, kind);
                    }
                }
                _ => {}
            }
        });
        all
    }

    /// The numbering of the next paragraph of a list.
    pub fn next(&mut self, list: u32, level: u8) -> Option<String> {
        let kind = *self.kinds.get(&list)?;
        let levels = self.levels.get(&kind)?;
        let own = levels.get(usize::from(level))?;
        let counts = self.counts.entry(kind).or_default();
        counts.truncate(usize::from(level) + 1);
        if let Some(start) = self.starts.remove(&(list, level)) {
            counts.truncate(usize::from(level));
            while counts.len() < usize::from(level) {
                counts.push(levels.get(counts.len()).map_or(1, |level| level.start));
            }
            counts.push(start.saturating_sub(1));
        }
        while counts.len() <= usize::from(level) {
            let start = levels.get(counts.len()).map_or(1, |level| level.start);
            let before = u32::from(counts.len() == usize::from(level));
            counts.push(start.saturating_sub(before));
        }
        if let Some(count) = counts.last_mut() {
            *count = count.saturating_add(1);
        }
        if own.format == "bullet" || own.format == "none" {
            return None;
        }
        let mut out = own.text.clone();
        for (at, (count, level)) in counts.iter().zip(levels).enumerate() {
            out = out.replace(&format!("%{}", at + 1), &written(*count, &level.format));
        }
        Some(out)
    }
}

/// A number in one of Word's manners (17.18.59); in digits where it has none for the number.
fn written(number: u32, format: &str) -> String {
    let written = match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "ideographDigital"
        | "japaneseCounting"
        | "taiwaneseCountingThousand" => Some(chinese_counting(number)),
        "decimalFullWidth" => Some(full_width(number)),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => circled(number),
        "upperLetter" => letter(number),
        "lowerLetter" => letter(number).map(|letter| letter.to_lowercase()),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).map(|roman| roman.to_lowercase()),
        _ => None,
    };
    written.unwrap_or_else(|| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_the_manners_of_word() {
        for (number, format, text) in [
            (12, "chineseCounting", "十二"),
            (20, "chineseCountingThousand", "二十"),
            (3, "decimal", "3"),
            (3, "decimalEnclosedCircle", "③"),
            (14, "upperRoman", "XIV"),
            (2, "lowerLetter", "b"),
            (10, "decimalFullWidth", "１０"),
        ] {
            assert_eq!(written(number, format), text);
        }
    }

    #[test]
    fn lists_count_on_and_begin_again_below_a_higher_level() {
        let xml = br#"<w:numbering><w:abstractNum w:abstractNumId="7">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1&#12289;"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
            </w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#;
        let mut numbering = Numbering::read(xml);
        let labels: Vec<Option<String>> = [0, 1, 1, 0, 1]
            .into_iter()
            .map(|level| numbering.next(3, level))
            .collect();
        let labels: Vec<&str> = labels
            .iter()
            .map(|label| label.as_deref().unwrap())
            .collect();
        assert_eq!(labels, ["一、", "1.", "2.", "二、", "1."]);
        assert_eq!(numbering.next(4, 0), None);
    }

    #[test]
    fn a_list_may_begin_again() {
        let xml = br#"<w:numbering><w:abstractNum w:abstractNumId="7">
            <w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">
            <w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>"#;
        let mut numbering = Numbering::read(xml);
        let labels: Vec<Option<String>> = [1, 1, 2, 2]
            .into_iter()
            .map(|list| numbering.next(list, 0))
            .collect();
        let labels: Vec<&str> = labels
            .iter()
            .map(|label| label.as_deref().unwrap())
            .collect();
        assert_eq!(labels, ["1.", "2.", "1.", "2."]);
    }
}
