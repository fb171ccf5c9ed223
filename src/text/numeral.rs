//! Chinese and Arabic numerals into numbers (GB/T 15835-2011).
//!
//! Knows digits and multipliers from the lexicon, and nothing of units.

use crate::lexicon::{Chars, List};

static DIGITS: Chars<f64> = Chars::of(List::of("digit", |value| value.parse().ok()));
static MULTIPLIERS: Chars<f64> = Chars::of(List::of("multiplier", |value| value.parse().ok()));
/// 零 may be between two parts of a number.
static ZERO: Chars = Chars::new(List::new("zero"));
/// 两 is no digit of decimals.
static PAIR: Chars = Chars::new(List::new("pair"));
static POINT: Chars = Chars::new(List::new("point"));
/// 千 begins a unit before some characters: 千瓦.
static KILO: Chars = Chars::new(List::new("kilo"));
static KILO_UNITS: Chars = Chars::new(List::new("kilo-unit"));

/// Numerals are decimal.
pub const BASE: f64 = 10.0;
/// Multipliers from 万 on begin a part of their own.
const LARGE: f64 = 1e4;
/// How far a number may be from a whole one, by errors of binary fractions, and still be rounded to it.
const ROUNDING: f64 = f64::EPSILON * 4.0;

/// A number at the start of a text, and the bytes it took. 万, 亿 and their mixtures are
/// multiplied out: `1.4万` is 14000, `81.5万亿` is 8.15e13, `1亿2000万` is 1.2e8, `百` is 100,
/// `亿` alone is 1e8. None for a number beyond what is finite.
pub fn number(text: &str) -> Option<(f64, usize)> {
    let (mut value, mut used, mut factor) = part(text)?;
    // 1亿2000万, 3万5千, 1千零20: each part in smaller units than the one before.
    while factor > 1.0
        && let Some((more, bytes, smaller)) =
            text.get(used..).and_then(|rest| arabic_part(rest, factor))
        && smaller < factor
        && more < factor
    {
        (value, used, factor) = (value + more, used + bytes, smaller);
    }
    value.is_finite().then_some((value, used))
}

/// A numeral with what it is multiplied by: the value, its bytes, the multiplier.
fn part(text: &str) -> Option<(f64, usize, f64)> {
    let (value, used) = match arabic(text) {
        Some(found) => found,
        None => chinese(text)?,
    };
    // A Chinese numeral has read its multipliers itself: what is left of 七十百分位 and 五十千 is a word.
    let whole = text.get(..used)?.chars().all(is_numeral);
    if whole {
        return Some((value, used, 1.0));
    }
    Some(scaled(text, value, used))
}

/// The same for the part after a multiplier, in Arabic digits.
fn arabic_part(text: &str, factor: f64) -> Option<(f64, usize, f64)> {
    let rest = text.strip_prefix(|c| ZERO.has(c)).unwrap_or(text);
    let (value, used) = arabic(rest)?;
    // 3万4000 has all four places of 万; 40万3岁以下儿童 are two numbers.
    let places = (0..used).fold(1.0, |places, _| places * BASE);
    let full = (places - factor).abs() < f64::EPSILON;
    let (value, used, times) = scaled(rest, value, used);
    let whole = times > 1.0 || rest.len() < text.len() || full;
    whole.then_some((value, used + text.len() - rest.len(), times))
}

fn scaled(text: &str, value: f64, mut used: usize) -> (f64, usize, f64) {
    let mut times = 1.0;
    let mut rest = text.get(used..).unwrap_or_default().chars().peekable();
    while let Some(c) = rest.next() {
        // 10亿千瓦: the 千 is the unit's.
        let kilo = KILO.has(c) && rest.peek().is_some_and(|next| KILO_UNITS.has(*next));
        match scale(c).filter(|_| !kilo) {
            Some(factor) => times *= factor,
            None => break,
        }
        used += c.len_utf8();
    }
    (exact(value * times), used, times)
}

/// 4416.6亿 is a whole number, whatever binary fractions make of it.
pub fn exact(value: f64) -> f64 {
    let whole = value.round();
    let near = (value - whole).abs() <= whole.abs() * ROUNDING;
    if near { whole } else { value }
}

/// The multipliers that a text begins with, multiplied, and what follows.
pub fn scales(text: &str) -> (f64, &str) {
    let (times, used, _) = scaled(text, 1.0, 0);
    (times, text.get(used..).unwrap_or_default())
}

/// The multiplier at the end of a number, which the lower end of a range may share: 万 in `5万家`, 百 in `五百家`. 1 for
/// none.
pub fn scale_after(text: &str) -> f64 {
    let Some((_, used, times)) = part(text) else {
        return 1.0;
    };
    let numeral = text.get(..used).unwrap_or_default();
    if !numeral.chars().all(is_numeral) {
        return times;
    }
    // 三到五百, 二十到三十万: 十 itself is never shared.
    let large = |c: &char| scale(*c).is_some_and(|factor| factor > BASE);
    let tail = numeral.chars().rev().take_while(large).filter_map(scale);
    let parts = numeral.chars().filter(|c| digit(*c).is_some()).count();
    let times: f64 = tail.product();
    if parts > 1 && times < LARGE {
        1.0
    } else {
        times
    }
}

/// What a character multiplies by; formal and traditional forms too.
pub fn scale(c: char) -> Option<f64> {
    MULTIPLIERS.get(c)
}

/// The value of a Chinese digit; formal and traditional forms too.
pub fn digit(c: char) -> Option<f64> {
    DIGITS.get(c)
}

/// Whether a character is part of a Chinese numeral.
pub fn is_numeral(c: char) -> bool {
    digit(c).is_some() || scale(c).is_some()
}

/// What may part the digits of a number in groups of three (GB/T 15835-2011): `1,234.5`, `1 234.567 8`.
const GROUPS: [u8; 2] = *b", ";
/// Digits of a group.
const GROUP: usize = 3;

/// `1,234.5`, `1 234`, `.5`: digits in groups of three, one decimal point.
fn arabic(text: &str) -> Option<(f64, usize)> {
    let whole = grouped(text);
    let decimals = text
        .get(whole..)
        .and_then(|rest| rest.strip_prefix('.'))
        .map_or(0, decimals_of);
    let used = match (whole, decimals) {
        (0, 0) => return None,
        (_, 0) => whole,
        _ => whole + '.'.len_utf8() + decimals,
    };
    let mark = |c: char| u8::try_from(c).is_ok_and(|byte| GROUPS.contains(&byte));
    let plain: String = text.get(..used)?.chars().filter(|c| !mark(*c)).collect();
    Some((plain.parse().ok()?, used))
}

/// Bytes of the digits that a text begins with, in groups or without. Groups have one mark, three digits, and one to
/// three digits before the first: `2021,123` and `12,34` are none.
fn grouped(text: &str) -> usize {
    let bytes = text.as_bytes();
    let lead = digits(bytes, 0);
    let mark = bytes.get(lead).filter(|mark| GROUPS.contains(mark));
    let zero = bytes.first() == Some(&b'0');
    if mark.is_none() || lead == 0 || lead > GROUP || zero {
        return lead;
    }
    let mut used = lead;
    while bytes.get(used) == mark && digits(bytes, used + 1) == GROUP {
        used += 1 + GROUP;
    }
    used
}

/// Bytes of the decimals that a text begins with: `141 592 6` in groups of three.
fn decimals_of(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut used = digits(bytes, 0);
    let mut group = used;
    while group == GROUP && bytes.get(used) == Some(&b' ') && digits(bytes, used + 1) > 0 {
        group = digits(bytes, used + 1);
        if group > GROUP {
            break;
        }
        used += 1 + group;
    }
    used
}

fn digits(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.iter().skip(from);
    rest.take_while(|b| b.is_ascii_digit()).count()
}

/// Whether the digits at the end of one text and at the beginning of the next belong to one printed number that is in no
/// groups of the grammar: `12,|34`, `1 |23`.
pub fn torn(before: &str, after: &str) -> bool {
    let mark = |c: char| u8::try_from(c).is_ok_and(|byte| GROUPS.contains(&byte));
    let head = before.strip_suffix(mark);
    let digit = |c: char| c.is_ascii_digit();
    head.is_some_and(|head| head.ends_with(digit)) && after.starts_with(digit)
}

/// `三百二十`, `十二`, `二〇二一`, a bare `百` or `亿`; `四百五` is 450, `一万三` 13000.
fn chinese(text: &str) -> Option<(f64, usize)> {
    let mut reader = Chinese::default();
    let mut used = 0;
    for c in text.chars() {
        if let Some(value) = digit(c) {
            reader.digit(value);
        } else if let Some(factor) = scale(c) {
            // 五十千 is fifty and a word.
            if !reader.scale(factor) {
                break;
            }
        } else if POINT.has(c) && used > 0 {
            used += decimals(text.get(used + c.len_utf8()..)?).map_or(0, |(tail, bytes)| {
                reader.tail = tail;
                c.len_utf8() + bytes
            });
            break;
        } else {
            break;
        }
        used += c.len_utf8();
    }
    (used > 0).then(|| (reader.value(), used))
}

/// A Chinese numeral, read from left to right.
#[derive(Default)]
struct Chinese {
    /// The part up to the last 万 or 亿, multiplied out.
    total: f64,
    /// The part read since then.
    section: f64,
    digit: Option<f64>,
    /// Digits follow each other without multipliers: 二〇二一.
    positional: bool,
    /// The last multiplier, and the last of 万 and 亿.
    last: f64,
    large: f64,
    /// A 零 since the last multiplier: 一千零五 is no 1500.
    zero: bool,
    /// After 点.
    tail: f64,
}

impl Chinese {
    fn digit(&mut self, value: f64) {
        let before = self.digit.filter(|before| *before > 0.0 || self.positional);
        self.positional = before.is_some();
        self.zero |= value == 0.0;
        self.digit = Some(before.map_or(value, |before| before * BASE + value));
    }

    /// Reads a multiplier; false where none is possible.
    fn scale(&mut self, factor: f64) -> bool {
        // 五百十三 is 513, 五十千 and 五百百 are no numerals.
        let ten = factor <= BASE && self.last > factor && !self.zero;
        if factor < LARGE && self.digit.is_none() && self.section > 0.0 && !ten {
            return false;
        }
        let digit = self.digit.take().filter(|digit| *digit > 0.0);
        self.positional = false;
        if factor < LARGE {
            self.section += digit.unwrap_or(1.0) * factor;
        } else {
            let here = self.section + digit.unwrap_or(0.0);
            self.section = 0.0;
            let nothing = here == 0.0 && self.total == 0.0;
            self.total = if nothing {
                factor
            } else if here == 0.0 || (self.large > 0.0 && factor > self.large) {
                (self.total + here) * factor
            } else {
                self.total + here * factor
            };
            self.large = factor;
        }
        (self.last, self.zero) = (factor, false);
        true
    }

    fn value(&self) -> f64 {
        let rest = match self.digit {
            Some(digit) if self.last > 1.0 && !self.zero && !self.positional => {
                digit * self.last / BASE
            }
            Some(digit) => digit,
            None => 0.0,
        };
        self.total + self.section + rest + self.tail
    }
}

fn decimals(text: &str) -> Option<(f64, usize)> {
    let (mut value, mut place, mut used) = (0.0, 1.0 / BASE, 0);
    for c in text.chars() {
        let Some(d) = digit(c).filter(|_| !PAIR.has(c)) else {
            break;
        };
        value += d * place;
        place /= BASE;
        used += c.len_utf8();
    }
    (used > 0).then_some((value, used))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_digit_and_multiplier_has_a_number() {
        let left_out = [DIGITS.list().left_out(), MULTIPLIERS.list().left_out()];
        assert_eq!(left_out.concat(), Vec::<&str>::new());
    }

    #[test]
    fn numerals_of_both_scripts_are_read() {
        for (text, value) in [
            ("166个", 166.0),
            ("50亿次", 5e9),
            ("1.4万余个", 14_000.0),
            ("81.5万亿元", 8.15e13),
            ("1亿2000万元", 1.2e8),
            ("3万5千家", 35_000.0),
            ("2万亿5000亿元", 2.5e12),
            ("1,234.5", 1234.5),
            ("百余起", 100.0),
            ("亿", 1e8),
            ("四方面", 4.0),
            ("十二", 12.0),
            ("三百二十", 320.0),
            ("一亿二千万", 1.2e8),
            ("二〇二一", 2021.0),
            ("三点五", 3.5),
            ("四百五", 450.0),
            ("九十二万四", 924_000.0),
            ("一千零五", 1005.0),
            ("一百零十万", 1_100_000.0),
            ("四万亿", 4e12),
            ("一万五千亿", 1.5e12),
            ("四百零五亿零四百零四万", 4.050_404e10),
            ("肆佰陸拾", 460.0),
            ("十萬柒仟", 107_000.0),
            ("1千零20", 1020.0),
            ("3万4000", 34_000.0),
            ("10万万", 1e9),
            ("4416.6亿元", 4.4166e11),
            ("10亿千瓦", 1e9),
            ("1 200亿元", 1.2e11),
            ("12 345 678.9", 12_345_678.9),
            ("2.718 123 6", 2.718_123_6),
            ("0.123 45", 0.123_45),
            ("五十千", 50.0),
            ("一万三千五百十三", 13_513.0),
            ("四百十一", 411.0),
            ("40万3岁", 400_000.0),
            ("七十百分位", 70.0),
            ("三点五万", 35_000.0),
        ] {
            let read = number(text).map(|n| n.0);
            if text == "4416.6亿元" {
                assert_eq!(read, Some(441_660_000_000.0));
            }
            assert!(
                read.is_some_and(|n| (n - value).abs() < 1e-6 * value),
                "{text}: {read:?}"
            );
        }
        assert_eq!(number("个"), None);
        assert_eq!(number(&"9".repeat(400)), None);
    }

    #[test]
    fn digits_in_other_groups_are_no_number() {
        for (text, used) in [
            ("2021,123", 4),
            ("12,34", 2),
            ("1 23亿", 1),
            ("1,234 567", 5),
            ("0 123", 1),
            ("1.23 456", 4),
            ("1, 234", 1),
        ] {
            assert_eq!(number(text).unwrap().1, used, "{text}");
            let (before, after) = text.split_at(used + 1);
            let torn_here = torn(before, after);
            assert_eq!(torn_here, text != "1, 234", "{text}");
        }
    }
}
