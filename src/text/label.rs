//! Numbering at the head of a paragraph, as documents write it: GB/T 9704-2012 §7.3.3 (一、（一）1.（1）),
//! chapters, 一是, ①, and that of Japanese and English documents.
//!
//! The patterns are lines of `lexicon/numbering.txt`; what a pattern cannot say (一、二季度 is an enumeration,
//! 2.5 a figure) is decided here. Knows nothing of headings or of the layout.

use crate::calendar::named_year;
use crate::lexicon::List;

use super::chars::is_digit;
use super::label_pattern::{KANA, Numerals, PatternMatch, digits, hanging_patterns, kana};
use super::label_pattern::{is_usual, numbering_patterns, parted};
use super::limits;
use super::manner::Manner;

/// Numbering at the head of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its manner.
    pub manner: Manner,
    /// Its number, from 1; 0 for a dash.
    pub number: u32,
    /// Its length in bytes, with its marks.
    pub bytes: usize,
}

impl Label {
    /// The numbering of a text before its rest.
    fn before(rest: &str, text: &str, manner: Manner, number: u32) -> Self {
        Self {
            manner,
            number,
            bytes: text.len() - rest.len(),
        }
    }
}

/// The numbering that a text begins with. `after` is the number of the last label in digits, if there was one:
/// it tells 3．10种 after 2. from a decimal fraction.
pub fn read(text: &str, after: Option<u32>) -> Option<Label> {
    match numbering_patterns().find(text) {
        Some(found) => checked(&found, text, after),
        None => dashes(text).or_else(|| before_space(text)),
    }
}

/// Bytes of the numbering by which the next lines of a paragraph are indented. It has fewer patterns than `read` and
/// takes longer numbers.
pub fn hanging(text: &str) -> Option<usize> {
    /// Bytes of digits without a bracket: six, or two of full width.
    const DIGITS: usize = 6;
    let found = hanging_patterns().find(text)?;
    let bare = found.before.is_empty() && found.numerals == Numerals::Digits;
    // 5.6% is a number.
    let number = bare && (found.written.len() > DIGITS || found.rest.starts_with(is_digit));
    (!number).then(|| text.len() - found.rest.len())
}

/// Whether a character is a Chinese numeral from 一 to 十.
pub fn is_numeral(c: char) -> bool {
    is_usual(c)
}

/// Whether a text is numbering and nothing else.
pub fn is_alone(text: &str) -> bool {
    read(text, None).is_some_and(|label| {
        text.get(label.bytes..)
            .is_some_and(|rest| rest.trim().is_empty())
    })
}

/// The label of a pattern, unless the words after it show that it is none.
fn checked(found: &PatternMatch<'_>, text: &str, after: Option<u32>) -> Option<Label> {
    let number = found.numerals.number(found.written)?;
    let manner = match found.manner? {
        Manner::Han | Manner::Di if found.mark == "、" && is_enumeration(found) => {
            return None;
        }
        Manner::Han if !found.written.starts_with(is_usual) => Manner::Formal,
        Manner::Roman if !found.rest.starts_with(char::is_whitespace) => return None,
        Manner::Digit if matches!(found.mark, "." | "．") => {
            return pointed(text, found.rest, number, after);
        }
        manner => manner,
    };
    Some(Label::before(found.rest, text, manner, number))
}

/// Two dashes, and no more.
fn dashes(text: &str) -> Option<Label> {
    let rest = text.trim_start_matches(['—', '―', '─']);
    let two = ["——", "――", "──"]
        .iter()
        .any(|dashes| text.starts_with(dashes));
    let label = Label::before(rest, text, Manner::Dash, 0);
    (two && label.bytes == "——".len()).then_some(label)
}

/// Numbers with only a space after them: 1　国家戦略の推進, ア　電波.
fn before_space(text: &str) -> Option<Label> {
    if let Some((written, rest)) = parted(text, 2, is_digit) {
        let heading = rest.starts_with('\u{3000}')
            && text.chars().count() <= limits::WIDE_SPACE_HEADING.get()
            && !text.ends_with('。');
        let label = Label::before(rest, text, Manner::Digit, digits(written));
        return heading.then_some(label);
    }
    let (written, rest) = parted(text, 1, |c| KANA.contains(&c))?;
    let label = Label::before(rest, text, Manner::Kana, kana(written)?);
    rest.starts_with([' ', '\u{3000}']).then_some(label)
}

/// Digits and a point: 1. and 1.1, but not 1.5亿. `rest` is what follows the first point.
fn pointed(text: &str, rest: &str, number: u32, after: Option<u32>) -> Option<Label> {
    static COUNTED: List = List::new("counted-after-year");
    let single = Label::before(rest, text, Manner::Digit, number);
    let Some((fraction, far)) = parted(rest, 6, is_digit) else {
        return Some(single);
    };
    // 1.5G网络 is number 1 and a name; 5.5G is a name.
    let generation = matches!(fraction, "2" | "3" | "4" | "5" | "6")
        && far.starts_with(['G', 'g'])
        && (number != 5 || after == Some(4));
    if generation {
        return Some(single);
    }
    if let Some((depth, number, rest)) = decimal(rest) {
        return Some(Label::before(rest, text, Manner::Decimal(depth), number));
    }
    // 2.2019年 is number 2 and a year, 3．10种 after 2. number 3 and ten.
    let year =
        fraction.len() == 4 && named_year(digits(fraction)).is_some() && !COUNTED.starts(far);
    let next = after.is_some_and(|after| after + 1 == number);
    (year || next).then_some(single)
}

/// What follows the first point of 1.1 and 1.2.3: how deep it is, its last number, and the rest. A space has to
/// follow.
fn decimal(text: &str) -> Option<(u8, u32, &str)> {
    static UNITS: List = List::new("unit-after-decimal");
    let mut depth = 1;
    let mut rest = text;
    loop {
        let (number, tail) = parted(rest, 3, is_digit)?;
        depth += 1;
        let number = digits(number);
        match tail.strip_prefix(['.', '．']) {
            Some(more) if more.starts_with(is_digit) && depth < 6 => rest = more,
            Some(more) if more.starts_with(char::is_whitespace) => {
                return Some((depth, number, more));
            }
            // 1.5 亿元 is a figure.
            _ if tail.starts_with(char::is_whitespace) && !UNITS.starts(tail.trim_start()) => {
                return Some((depth, number, tail));
            }
            _ => return None,
        }
    }
}

/// Whether the words after 一、 go on with another numeral: 一、二季度, 第一、二、三产业.
fn is_enumeration(found: &PatternMatch<'_>) -> bool {
    static ENUMERATED: List = List::new("enumerated");
    let next = parted(found.rest, 2, |c| Numerals::Han.takes(c));
    next.is_some_and(|(next, rest)| {
        // Several are named in rising order: 三、二季度 is number three, and a quarter.
        let rises = Numerals::Han.number(found.written) < Numerals::Han.number(next);
        rest.starts_with('、') || rises && ENUMERATED.starts(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::entries;

    #[test]
    fn quarters_behind_numbering_are_no_enumeration_unless_they_rise() {
        let number = |text| read(text, None).map(|label| label.number);
        assert_eq!(number("三、二季度走势"), Some(3));
        assert_eq!(number("四、四季度安排"), Some(4));
        assert_eq!(number("一、二季度产值增长"), None);
        assert_eq!(number("第二、三产业"), None);
        assert_eq!(number("三、二、一产业"), None);
    }

    #[test]
    fn numbering_is_read_in_all_its_manners() {
        for (text, manner, number, bytes) in [
            ("一、总体要求", Manner::Han, 1, 6),
            ("二十一、其他", Manner::Han, 21, 12),
            ("（一）指导思想", Manner::HanInBrackets, 1, 9),
            ("(十二)指导思想", Manner::HanInBrackets, 12, 8),
            ("1.推进", Manner::Digit, 1, 2),
            ("12．推进", Manner::Digit, 12, 5),
            ("3、推进", Manner::Digit, 3, 4),
            ("1 、推进", Manner::Digit, 1, 5),
            ("1.5G网络建设", Manner::Digit, 1, 2),
            ("壹、前言", Manner::Formal, 1, 6),
            ("拾貳、結語", Manner::Formal, 12, 9),
            ("二. 总体思路", Manner::Han, 2, 5),
            ("（10）做好", Manner::DigitInBrackets, 10, 8),
            ("1）做好", Manner::DigitWithBracket, 1, 4),
            ("②补充", Manner::Circled, 2, 3),
            ("三是加快", Manner::Is, 3, 6),
            ("四要创新", Manner::Must, 4, 6),
            ("第三,变革", Manner::Di, 3, 7),
            ("第十二章 附则", Manner::Chapter, 12, 12),
            ("第6章　ICT政策", Manner::Chapter, 6, 7),
            ("第1節", Manner::Article, 1, 7),
            ("——经济", Manner::Dash, 0, 6),
            ("Part II Review", Manner::Part, 2, 7),
            ("IV. Plans", Manner::Roman, 4, 3),
            ("1.2 Targets", Manner::Decimal(2), 2, 3),
            ("1.2.3 Targets", Manner::Decimal(3), 3, 5),
            ("ア、電波", Manner::Kana, 1, 6),
            ("イ　電波", Manner::Kana, 2, 3),
            ("（ア）電波", Manner::KanaInBrackets, 1, 9),
            ("1　国家戦略の推進", Manner::Digit, 1, 1),
            ("2.2019 was a year", Manner::Digit, 2, 2),
        ] {
            let label = Label {
                manner,
                number,
                bytes,
            };
            assert_eq!(read(text, None), Some(label), "{text}");
        }
        let after_two = read("3．10种有色金属", Some(2));
        assert_eq!(after_two.map(|label| label.number), Some(3));
    }

    #[test]
    fn what_only_looks_like_numbering_is_none() {
        for text in [
            "2.5万亿元",
            "10种",
            "一带一路",
            "第三产业",
            "十四五时期",
            "5G网络",
            "2021年",
            "（草案）",
            "———经济",
            "I am",
            "Parting",
        ] {
            assert_eq!(read(text, None), None, "{text}");
        }
        assert!(is_alone("一是") && is_alone("（一）") && !is_alone("一是甲"));
    }

    #[test]
    fn lines_hang_by_numbering_and_not_by_words_and_numbers() {
        for (text, expected) in [
            ("一、总体要求", Some("一、")),
            ("十二、保障措施", Some("十二、")),
            ("（一）加快建设", Some("（一）")),
            ("(3)加快建设", Some("(3)")),
            ("1.坚持", Some("1.")),
            ("12．坚持", Some("12．")),
            ("①部署", Some("①")),
            ("①②部署", Some("①")),
            ("⑴部署", Some("⑴")),
            ("一是加快", Some("一是")),
            ("第三章 附则", Some("第三章")),
            ("第三款 附则", Some("第三款")),
            ("1234567.坚持", None),
            ("5.6%的增长", None),
            ("2021年", None),
            ("一批典型场景", None),
            ("（文章来源）", None),
            ("第一时间", None),
            ("一一一一一一一一是", None),
            ("", None),
        ] {
            let label = hanging(text).and_then(|bytes| text.get(..bytes));
            assert_eq!(label, expected, "{text}");
        }
    }

    /// Whether a label is what a pattern makes: its marks, and something between them.
    fn is_of(pattern: &str, label: &str) -> bool {
        let (before, mark) = pattern.split_once("{}").unwrap();
        let mark = mark.replace('␣', " ");
        let rest = label.strip_prefix(before);
        rest.and_then(|rest| rest.strip_suffix(&mark))
            .is_some_and(|number| !number.is_empty())
    }

    #[test]
    fn every_pattern_is_read_in_its_example_and_not_in_its_counter_example() {
        let mut patterns = 0;
        for entry in entries().iter().filter(|entry| entry.word.contains("{}")) {
            patterns += 1;
            for tag in &entry.tags {
                let bytes = |text: &str| match tag.name {
                    "numbering" => read(text, None).map(|label| label.bytes),
                    _ => hanging(text),
                };
                let taken = |text| {
                    let label = bytes(text).and_then(|bytes| text.get(..bytes));
                    label.is_some_and(|label| is_of(entry.word, label))
                };
                let place = (entry.line, entry.word, tag.name);
                assert!(taken(entry.example), "{place:?}: the example");
                assert!(!taken(entry.counter), "{place:?}: the counter-example");
            }
        }
        assert!(patterns > 0);
    }
}
