//! Units and measure words, and what only looks like one. Knows nothing of the number before a unit.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::OnceLock;

use crate::lexicon::List;
use crate::text::numeral::number;

/// A unit has a name where it is written in several ways: ㎡ and m2 are m².
static UNITS: List<&'static str> = List::of("unit", Some);
/// Units of time: figures only where time itself was changed or bounded.
pub static TIMES: List = List::new("unit-of-time");
/// Words that begin like a unit and measure nothing: 条例.
static NOT_A_UNIT: List = List::new("not-a-unit");
/// Units that begin many words, and what may follow them.
static UNITS_ALONE: List = List::new("unit-alone");
static AFTER_UNITS_ALONE: List = List::new("after-unit-alone");
/// The numbers that a rate is per: 9.2/10万.
static PER_ROUND: List = List::new("per-round");
/// Before what a unit is per.
static PER: List = List::new("per");
/// Units that stand only behind such a word: s, 日.
static PER_ONLY: List = List::new("per-only");
/// What a unit is per behind 每: of 3个每人 nothing.
static PER_EACH: List = List::new("per-each");
static EACH: List = List::new("each");
/// Half a unit more, behind the unit: 十五斤半.
static HALF_MORE: List = List::new("half-more");
/// Units with the half in them: 个半小时.
static HALF_UNIT: List = List::new("half-unit");
/// a∶1, a ratio.
static RATIO: List = List::new("ratio");

/// The units that begin with a character, the longest first.
fn units_with(first: char) -> &'static [&'static str] {
    static UNITS_BY_FIRST: OnceLock<HashMap<char, Vec<&'static str>>> = OnceLock::new();
    let table = UNITS_BY_FIRST.get_or_init(|| {
        let mut table: HashMap<char, Vec<&'static str>> = HashMap::new();
        for unit in UNITS.words() {
            table
                .entry(unit.chars().next().unwrap_or(' '))
                .or_default()
                .push(unit);
        }
        for units in table.values_mut() {
            units.sort_by_key(|unit| Reverse(unit.len()));
        }
        table
    });
    table
        .get(&first.to_ascii_lowercase())
        .map_or(&[], Vec::as_slice)
}

/// The unit a text begins with, what it is per included (微克/立方米, 元每吨, /10万); empty for none.
pub fn unit<'a>(text: &'a str, printed: &str) -> &'a str {
    let own = plain_unit(text, printed);
    let rest = text.get(own..).unwrap_or_default();
    let unit = text.get(..own).unwrap_or_default();
    let end = own + per(rest, unit).unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

/// Bytes of what a unit is per, in the text behind it; None if it is per nothing. The unit may be empty.
fn per(text: &str, own: &str) -> Option<usize> {
    // 连续4年每年 is no rate.
    if !own.is_empty()
        && !TIMES.has(own)
        && let Some(each) = EACH.strip_start(text)
    {
        let unit = PER_EACH.longest(each).map(|(word, ())| word.len())?;
        return Some(text.len() - each.len() + unit);
    }
    let per = PER.strip_start(text)?;
    // 千瓦时 is a unit, no thousand.
    let count = match plain_unit(per, "") {
        0 => number(per).map_or(0, |(_, used)| used),
        _ => 0,
    };
    let after = per.get(count..)?;
    let base = count + plain_unit(after, "").max(per_only(after));
    // 9.2/10万 is a rate, 3/4 and 24/7 are none.
    let rate = if own.is_empty() {
        per.get(..count).is_some_and(|base| PER_ROUND.ends(base))
    } else {
        base > 0
    };
    rate.then_some(text.len() - per.len() + base)
}

/// Bytes of the unit a text begins with that stands only behind 每 or /.
fn per_only(text: &str) -> usize {
    let word = PER_ONLY.longest(text).map_or("", |(word, ())| *word);
    let after = text.get(word.len()..).unwrap_or_default();
    let goes_on = word.is_ascii() && after.starts_with(|c: char| c.is_ascii_alphanumeric());
    if goes_on { 0 } else { word.len() }
}

/// A unit as readings name it: one name for each way of writing it, ㎡ and m2 are m², 個百分點 is 个百分点.
pub fn named(unit: &str) -> String {
    let name = |part: &str| {
        let known = UNITS
            .meaning(part)
            .or_else(|| UNITS.meaning(&part.to_ascii_lowercase()));
        let known = known.filter(|name| !name.is_empty());
        known.map_or_else(|| part.to_owned(), |name| (*name).to_owned())
    };
    match unit.split_once('/') {
        Some((own, per)) if !UNITS.has(unit) => format!("{}/{}", name(own), name(per)),
        _ => name(unit),
    }
}

/// Bytes of 半 behind a unit, which is half of it more and no part of a word: 十五斤半, but 5家半导体企业.
pub fn half_more(text: &str) -> usize {
    let Some(rest) = HALF_MORE.strip_start(text) else {
        return 0;
    };
    let word = rest.starts_with(char::is_alphabetic) && !AFTER_UNITS_ALONE.starts(rest);
    if word { 0 } else { text.len() - rest.len() }
}

/// A unit without the half that it holds; None if it holds none.
pub fn without_half(unit: &str) -> Option<&str> {
    if HALF_UNIT.has(unit) {
        return Some(unit);
    }
    let whole = HALF_MORE.strip_end(unit)?;
    (!whole.is_empty()).then_some(whole)
}

/// Whether a unit is that of a ratio: 2.5∶1.
pub fn is_ratio(unit: &str) -> bool {
    RATIO.has(unit)
}

/// Bytes of the unit of the table that a text begins with.
fn plain_unit(text: &str, printed: &str) -> usize {
    let Some(first) = text.chars().next() else {
        return 0;
    };
    let fits = |unit: &&&str| {
        let Some((head, after)) = text.split_at_checked(unit.len()) else {
            return false;
        };
        if !head.eq_ignore_ascii_case(unit) {
            return false;
        }
        if unit.ends_with(|c: char| c.is_ascii_alphanumeric()) {
            // 5G网络 is no unit of five, 760M is one; 2.5∶1.5 is not per one.
            let generation = **unit == "g" && printed.len() == 1;
            let goes_on = |c: char| c.is_ascii_alphanumeric();
            let longer = after.starts_with(goes_on) || RATIO.has(unit) && continues(after);
            return !generation && !longer;
        }
        !is_word(text, unit, after)
    };
    let longest = units_with(first).iter().find(fits);
    longest.map_or(0, |unit| unit.len())
}

/// Whether a ratio goes on: 14∶35∶50, 1∶1.5.
fn continues(after: &str) -> bool {
    let mut chars = after.chars();
    let sign = chars.next().is_some_and(|c| matches!(c, '.' | ':' | '∶'));
    sign && chars.next().is_some_and(|c| c.is_ascii_digit())
}

/// Whether what looks like a unit begins a word that measures nothing.
fn is_word(text: &str, unit: &str, after: &str) -> bool {
    if UNITS_ALONE.has(unit) {
        return !after.is_empty() && !AFTER_UNITS_ALONE.starts(after);
    }
    let mut words = NOT_A_UNIT.words();
    words.any(|word| word.len() > unit.len() && word.starts_with(unit) && text.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_whole() {
        for (text, expected) in [
            ("m²绿地", "m²"),
            ("μg/m³以内", "μg/m³"),
            ("mg/L", "mg/L"),
            ("元每吨", "元每吨"),
            ("吨标准煤/万元", "吨标准煤/万元"),
            ("立方米/日的", "立方米/日"),
            ("m/s", "m/s"),
            ("/10万", "/10万"),
            ("个基点", "个基点"),
            ("∶1。", "∶1"),
            ("∶1.5", ""),
            (":1:1", ""),
            ("人每人一份", "人"),
            ("年每年新增", "年"),
            ("/7", ""),
            ("户籍", ""),
        ] {
            assert_eq!(unit(text, "166"), expected, "{text}");
        }
    }

    #[test]
    fn a_unit_has_one_name() {
        for (printed, name) in [
            ("㎡", "m²"),
            ("M2", "m²"),
            ("µg/m3", "μg/m³"),
            ("個百分點", "个百分点"),
            ("Gbps", "Gbps"),
            ("元/吨", "元/吨"),
            (":1", "比"),
        ] {
            assert_eq!(named(printed), name, "{printed}");
        }
    }

    #[test]
    fn half_a_unit_is_no_part_of_a_word() {
        assert_eq!(half_more("半。"), "半".len());
        assert_eq!(half_more("半的"), "半".len());
        assert_eq!(half_more("半导体企业"), 0);
        assert_eq!(without_half("斤半"), Some("斤"));
        assert_eq!(without_half("斤"), None);
    }
}
