//! Boxes of plans (专栏 1) and their numbered items (01). Knows nothing of the sections around them.

use super::limits;
use crate::lexicon::List;
use crate::text::chars::is_digit;
use crate::text::label;

/// Bytes of the name and number of a box that a line opens: 专栏 1 of 专栏 1 智能制造技术攻关行动.
pub fn box_label(text: &str) -> Option<usize> {
    static BOXES: List = List::new("box-start");
    let rest = text.strip_prefix(BOXES.start(text)?)?.trim_start();
    let is_numeral = |c: char| is_digit(c) || label::is_numeral(c);
    let heading = rest.trim_start_matches(is_numeral);
    let numerals = rest.len() - heading.len();
    let heading = heading.trim_start_matches(['：', ':', '.', '．', '、']);
    let is_heading = text.chars().count() <= limits::BOX_HEADING.get()
        && !heading.contains(['。', '；', '，'])
        && !heading.starts_with(['”', '）', '》']);
    (numerals > 0 && is_heading).then(|| text.len() - heading.trim_start().len())
}

/// Bytes of the number of an item of a box: 01 of 01 关键核心技术.
pub fn box_item(text: &str) -> Option<usize> {
    let heading = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - heading.len();
    let is_heading = text.chars().count() <= limits::BOX_HEADING.get()
        && !heading.trim().is_empty()
        && !heading.contains(['。', '；', '，', '：']);
    (digits == 2 && heading.starts_with(char::is_whitespace) && is_heading)
        .then(|| text.len() - heading.trim_start().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_and_their_items_are_told_from_text() {
        for (text, label) in [
            ("专栏 3 绿色制造行动", Some("专栏 3 ")),
            ("专栏二 便民服务工程", Some("专栏二 ")),
            ("专栏4：数据工程", Some("专栏4：")),
            ("专栏1介绍了三项工程，见下文。", None),
            ("专栏作家座谈会", None),
        ] {
            let found = box_label(text).and_then(|bytes| text.get(..bytes));
            assert_eq!(found, label, "{text}");
        }
        assert_eq!(box_item("02 系统集成"), Some(3));
        assert_eq!(box_item("2024 年投资"), None);
        assert_eq!(box_item("10 个项目建成，投产5个。"), None);
    }
}
