//! Years as documents write them: 2021年, 二〇二一年, in 2021. Knows nothing of what a year is for.

use crate::calendar::{Year, named_year};
use crate::lexicon::List;

/// Chinese digits, zero among them.
static DIGITS: List<u32> = List::of("plain-digit", |value| value.parse().ok());
/// 年.
static MARK: List = List::new("year-mark");

/// What stands between the first and the last of several years, and between two of them.
static RANGE: List = List::new("range");
static JOINS: List = List::new("joins-years");

/// Whether a character marks what is before it as a year.
pub fn is_year_mark(c: char) -> bool {
    MARK.has_char(c)
}

/// What a character is as a digit of a year or a day: of ASCII, as wide as an ideograph, or Chinese.
pub fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => c.to_digit(10),
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        c if c.is_ascii() => None,
        c => DIGITS.meaning_of_char(c).copied(),
    }
}

/// All years that a text names.
pub fn years(text: &str) -> Vec<Year> {
    text.split_inclusive(is_year_mark)
        .filter_map(year)
        .collect()
}

/// The first year that a text names: 2021年, also 二〇二一年; in a text of ASCII alone, any four digits.
pub fn year(text: &str) -> Option<Year> {
    if text.is_ascii() {
        let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
        let year = |word: &str| word.parse().ok().filter(|_| word.len() == 4);
        return words.find_map(|word| year(word).and_then(|year: Year| named_year(year)));
    }
    let chars: Vec<char> = text.chars().collect();
    chars.windows(5).enumerate().find_map(|(at, window)| {
        let [a, b, c, d, mark] = window else {
            return None;
        };
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        if !is_year_mark(*mark) || before.is_some_and(|c| digit(*c).is_some()) {
            return None;
        }
        let digits = [digit(*a)?, digit(*b)?, digit(*c)?, digit(*d)?];
        let year = digits.iter().fold(0, |year, digit| year * 10 + digit);
        named_year(year)
    })
}

/// The first two years that a text names with nothing between them but the mark of a range or a word that joins them:
/// 2021—2025年, 2021-2025, 2021年和2022年.
pub fn range(text: &str) -> Option<(Year, Year)> {
    between(text, RANGE.words().chain(JOINS.words()))
}

/// The first span of years that a text names: 2021—2025年, 2021年至2025年.
pub fn span(text: &str) -> Option<(Year, Year)> {
    between(text, RANGE.words())
}

/// Two years with nothing between them but one of some marks.
fn between<'m>(text: &str, marks: impl Iterator<Item = &'m str>) -> Option<(Year, Year)> {
    let marks = marks.flat_map(|mark| text.match_indices(mark));
    let mut found = marks.filter_map(|(at, mark)| {
        let before = text.get(..at)?.trim_end_matches(is_year_mark);
        let behind = text.get(at + mark.len()..)?;
        Some((last_year(before)?, first_year(behind)?))
    });
    found.find(|(from, to)| from < to)
}

/// The year whose four digits end some words.
pub fn last_year(words: &str) -> Option<Year> {
    let (at, _) = words.char_indices().rev().nth(3)?;
    let before = words.chars().rev().nth(4);
    let long = before.is_some_and(|c| c.is_ascii_digit());
    words.get(at..).filter(|_| !long).and_then(of_digits)
}

/// The year whose four digits begin some words.
fn first_year(words: &str) -> Option<Year> {
    let end = words.char_indices().nth(4);
    let end = end.map_or(words.len(), |(at, _)| at);
    let long = words.chars().nth(4).is_some_and(|c| c.is_ascii_digit());
    words.get(..end).filter(|_| !long).and_then(of_digits)
}

fn of_digits(digits: &str) -> Option<Year> {
    year(digits).filter(|_| digits.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_in_both_kinds_of_digits() {
        assert_eq!(year("工信部2021年工作"), Some(2021));
        assert_eq!(year("二〇二二年"), Some(2022));
        assert_eq!(year("２０２２年"), Some(2022));
        assert_eq!(year("Review of Our Work in 2021"), Some(2021));
        assert_eq!(year("12021年"), None);
        assert_eq!(year("五年"), None);
    }

    #[test]
    fn two_years_make_a_range() {
        for text in [
            "2021—2025年总结",
            "（2021-2025）",
            "2021年至2025年总结",
            "2021年和2025年总结",
        ] {
            assert_eq!(range(text), Some((2021, 2025)), "{text}");
            assert_eq!(span(text).is_some(), !text.contains('和'), "{text}");
        }
        for text in ["2021年总结和2025年计划", "12021-2025", "2025—2021年"] {
            assert_eq!(range(text), None, "{text}");
        }
    }

    #[test]
    fn all_years_of_a_text_are_read() {
        assert_eq!(years("2021年工作总结和二〇二二年工作安排"), [2021, 2022]);
        assert_eq!(years("三年行动"), Vec::<Year>::new());
    }

    #[test]
    fn every_digit_has_its_value() {
        assert_eq!(DIGITS.left_out(), Vec::<&str>::new());
        assert_eq!(digit('零'), Some(0));
        assert_eq!(digit('九'), Some(9));
        assert_eq!(digit('十'), None);
    }
}
