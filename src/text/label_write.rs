//! Writes numbering: the labels of sections by level, and numbers in the manners that word processors know.
//!
//! Numerals and patterns are those of `lexicon/numbering.txt`. Knows nothing of sections or files.

use crate::lexicon::List;

use super::label_pattern::Numerals;

/// A level of numbering, from 1, and the numerals of its pattern.
type Level = (usize, Numerals);

static LEVELS: List<Level> = List::of("level", |value| {
    let (level, numerals) = value.split_once(' ')?;
    Some((level.parse().ok()?, Numerals::parse(numerals)?))
});

static NUMERALS: List<u32> = List::of("written-numeral", |value| value.parse().ok());

/// The label of a section by its level, from 1: 一、（一）1.（1）, GB/T 9704-2012 §7.3.3; below them ①, which
/// documents use and the standard does not name. A number that has no sign of its own takes the level above.
pub fn at_level(count: u32, level: usize) -> String {
    let deepest = LEVELS.get().len();
    let mut levels = (1..=level.min(deepest)).rev();
    let label = levels.find_map(|level| at_this_level(count, level));
    label.unwrap_or_else(|| count.to_string())
}

fn at_this_level(count: u32, level: usize) -> Option<String> {
    let mut levels = LEVELS.get().iter();
    let (pattern, (_, numerals)) = levels.find(|(_, (own, _))| *own == level)?;
    let number = match numerals {
        Numerals::Han => chinese(count),
        Numerals::Circled => circled(count)?,
        _ => count.to_string(),
    };
    Some(pattern.replace("{}", &number))
}

/// The sign of a digit or of a power of ten.
fn numeral(value: u32) -> &'static str {
    let found = NUMERALS.get().iter().find(|(_, own)| *own == value);
    found.map_or("", |(word, _)| word)
}

/// A number from 1 in Chinese numerals, as numbering has it: 十一, 二十, 一百零五. From 10,000 on in digits.
pub fn chinese(count: u32) -> String {
    const UNITS: [u32; 3] = [1000, 100, 10];
    if count >= 10_000 {
        return count.to_string();
    }
    let zero = numeral(0);
    let mut out = String::new();
    let mut rest = count;
    for unit in UNITS {
        let n = rest / unit;
        rest %= unit;
        match n {
            0 if !out.is_empty() && rest > 0 && !out.ends_with(zero) => out.push_str(zero),
            0 => {}
            // 十一, not 一十一.
            1 if unit == 10 && out.is_empty() => out.push_str(numeral(unit)),
            n => {
                out.push_str(numeral(n));
                out.push_str(numeral(unit));
            }
        }
    }
    if rest > 0 {
        out.push_str(numeral(rest));
    }
    out
}

/// A number in Chinese numerals as word processors count: 〇, 一, up to 九十九; from 100 on in digits.
pub fn chinese_counting(count: u32) -> String {
    static ZERO: List = List::new("counted-zero");
    match count {
        0 => ZERO.words().collect(),
        1..=99 => chinese(count),
        _ => count.to_string(),
    }
}

/// A number in a circle, from ① to ⑳.
pub fn circled(count: u32) -> Option<String> {
    let after = (1..=20).contains(&count).then(|| count - 1)?;
    char::from_u32(u32::from('①') + after).map(String::from)
}

/// A number as a Latin capital, from A to Z.
pub fn letter(count: u32) -> Option<String> {
    let at = usize::try_from(count.checked_sub(1)?).ok()?;
    ('A'..='Z').nth(at).map(String::from)
}

/// A Roman numeral, up to XXXIX.
pub fn roman(count: u32) -> Option<String> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let count = usize::try_from(count).ok().filter(|count| *count < 40)?;
    let ones = ONES.get(count % 10)?;
    Some("X".repeat(count / 10) + ones)
}

/// A number in digits of full width.
pub fn full_width(count: u32) -> String {
    let digits = count.to_string();
    let wide = digits.chars().filter_map(|c| c.to_digit(10));
    wide.filter_map(|digit| char::from_u32(u32::from('０') + digit))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_numbering_has_them() {
        assert_eq!(LEVELS.left_out(), Vec::<&str>::new());
        assert_eq!(NUMERALS.left_out(), Vec::<&str>::new());
        let written = [1, 10, 11, 20, 21, 100, 105, 110, 115, 1001, 1010].map(chinese);
        assert_eq!(
            written,
            [
                "一",
                "十",
                "十一",
                "二十",
                "二十一",
                "一百",
                "一百零五",
                "一百一十",
                "一百一十五",
                "一千零一",
                "一千零一十"
            ]
        );
        let levels: Vec<String> = (1..=6).map(|level| at_level(3, level)).collect();
        assert_eq!(levels, ["三、", "（三）", "3.", "（3）", "③", "③"]);
        assert_eq!(at_level(21, 5), "（21）");
        assert_eq!([0, 99, 100].map(chinese_counting), ["〇", "九十九", "100"]);
        assert_eq!(circled(20).as_deref(), Some("⑳"));
        assert_eq!((circled(0), circled(21)), (None, None));
        assert_eq!(letter(26).as_deref(), Some("Z"));
        assert_eq!((letter(0), letter(27)), (None, None));
        assert_eq!((roman(39).as_deref(), roman(40)), (Some("XXXIX"), None));
        assert_eq!(full_width(105), "１０５");
    }
}
