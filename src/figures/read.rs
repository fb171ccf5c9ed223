//! One printed value into a [`Reading`].

use unicode_normalization::UnicodeNormalization;

use super::numeral::number;
use super::quantity::quantity;
use crate::model::{Bound, Measure, Reading, Role, Trend};

/// What stands around a value and decides how it is meant.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// 达到98% is at least 98 in a plan and just 98 in a report.
    pub role: Role,
    /// The indicator's name.
    pub indicator: &'a str,
    /// The sentence the value stands in.
    pub quote: &'a str,
}

/// What a word before or behind the number says.
#[derive(Clone, Copy)]
enum Says {
    Bound(Bound),
    /// At least in a promise, exactly in a report.
    Reach,
    Trend(Trend),
    /// Moved to a level, 降至: a floor or a cap in a promise, just that level in a report.
    To(Trend),
    Added,
    Nothing,
}

/// Words before the number; longer ones first where one begins another.
const BEFORE: &[(&str, Says)] = &[
    ("不少于", Says::Bound(Bound::AtLeast)),
    ("不低于", Says::Bound(Bound::AtLeast)),
    ("不小于", Says::Bound(Bound::AtLeast)),
    ("至少", Says::Bound(Bound::AtLeast)),
    ("不超过", Says::Bound(Bound::AtMost)),
    ("不高于", Says::Bound(Bound::AtMost)),
    ("不多于", Says::Bound(Bound::AtMost)),
    ("不足", Says::Bound(Bound::Under)),
    ("不到", Says::Bound(Bound::Under)),
    ("低于", Says::Bound(Bound::Under)),
    ("少于", Says::Bound(Bound::Under)),
    ("超过", Says::Bound(Bound::Over)),
    ("突破", Says::Bound(Bound::Over)),
    ("高于", Says::Bound(Bound::Over)),
    ("超", Says::Bound(Bound::Over)),
    ("逾", Says::Bound(Bound::Over)),
    ("过", Says::Bound(Bound::Over)),
    ("大约", Says::Bound(Bound::About)),
    ("约有", Says::Bound(Bound::About)),
    ("约", Says::Bound(Bound::About)),
    ("近", Says::Bound(Bound::About)),
    ("上", Says::Bound(Bound::AtLeast)),
    (">=", Says::Bound(Bound::AtLeast)),
    ("≥", Says::Bound(Bound::AtLeast)),
    ("<=", Says::Bound(Bound::AtMost)),
    ("≤", Says::Bound(Bound::AtMost)),
    (">", Says::Bound(Bound::Over)),
    ("<", Says::Bound(Bound::Under)),
    ("达到", Says::Reach),
    ("达", Says::Reach),
    ("下降到", Says::To(Trend::Down)),
    ("下降至", Says::To(Trend::Down)),
    ("降低到", Says::To(Trend::Down)),
    ("降低至", Says::To(Trend::Down)),
    ("减少到", Says::To(Trend::Down)),
    ("减少至", Says::To(Trend::Down)),
    ("压缩到", Says::To(Trend::Down)),
    ("压缩至", Says::To(Trend::Down)),
    ("压减到", Says::To(Trend::Down)),
    ("压减至", Says::To(Trend::Down)),
    ("缩短到", Says::To(Trend::Down)),
    ("缩短至", Says::To(Trend::Down)),
    ("回落到", Says::To(Trend::Down)),
    ("回落至", Says::To(Trend::Down)),
    ("减到", Says::To(Trend::Down)),
    ("减至", Says::To(Trend::Down)),
    ("降到", Says::To(Trend::Down)),
    ("降至", Says::To(Trend::Down)),
    ("提高到", Says::To(Trend::Up)),
    ("提高至", Says::To(Trend::Up)),
    ("提升到", Says::To(Trend::Up)),
    ("提升至", Says::To(Trend::Up)),
    ("上升到", Says::To(Trend::Up)),
    ("上升至", Says::To(Trend::Up)),
    ("增长到", Says::To(Trend::Up)),
    ("增长至", Says::To(Trend::Up)),
    ("增加到", Says::To(Trend::Up)),
    ("增加至", Says::To(Trend::Up)),
    ("升至", Says::To(Trend::Up)),
    ("升到", Says::To(Trend::Up)),
    ("增到", Says::To(Trend::Up)),
    ("增至", Says::To(Trend::Up)),
    ("扩大到", Says::To(Trend::Up)),
    ("扩大至", Says::To(Trend::Up)),
    ("负增长", Says::Trend(Trend::Down)),
    ("上涨", Says::Trend(Trend::Up)),
    ("扩大", Says::Trend(Trend::Up)),
    ("增长", Says::Trend(Trend::Up)),
    ("提高", Says::Trend(Trend::Up)),
    ("提升", Says::Trend(Trend::Up)),
    ("上升", Says::Trend(Trend::Up)),
    ("增加", Says::Trend(Trend::Up)),
    ("下跌", Says::Trend(Trend::Down)),
    ("下滑", Says::Trend(Trend::Down)),
    ("回落", Says::Trend(Trend::Down)),
    ("下降", Says::Trend(Trend::Down)),
    ("降低", Says::Trend(Trend::Down)),
    ("减少", Says::Trend(Trend::Down)),
    ("压减", Says::Trend(Trend::Down)),
    ("压缩", Says::Trend(Trend::Down)),
    ("缩短", Says::Trend(Trend::Down)),
    ("缩减", Says::Trend(Trend::Down)),
    ("净增加", Says::Added),
    ("净增", Says::Added),
    ("新增", Says::Added),
    ("新建", Says::Added),
    ("增设", Says::Added),
    ("扩容", Says::Added),
    ("同比", Says::Nothing),
    ("共", Says::Nothing),
    ("累计", Says::Nothing),
    ("高达", Says::Nothing),
    ("至", Says::Nothing),
    ("到", Says::Nothing),
    ("为", Says::Nothing),
];

/// Words behind the unit.
const BEHIND: &[(&str, Bound)] = &[
    ("及以上", Bound::AtLeast),
    ("以上", Bound::AtLeast),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("之内", Bound::AtMost),
    ("左右", Bound::About),
    ("上下", Bound::About),
];

/// Words of an indicator or its sentence that make a number one added in the period.
const ADDED: &[&str] = &["新增", "新建", "增设", "扩容"];
/// Words that make a percentage one of growth or decline.
const MOVED: &[&str] = &[
    "增长", "下降", "增速", "增幅", "降幅", "涨幅", "跌幅", "上涨", "下跌", "提升", "提高", "降低",
    "减少",
];

/// Reads a printed value. None where it holds no number the grammar knows.
pub fn read(value: &str, context: Context<'_>) -> Option<Reading> {
    let plain: String = value.nfkc().filter(|c| !c.is_whitespace()).collect();
    let mut out = Reading::default();
    let mut words: Vec<&str> = Vec::new();
    let mut added = false;
    let mut text = plain.as_str();
    while let Some((word, says, rest)) = word_before(text) {
        added |= matches!(says, Says::Added);
        if apply(says, context.role, &mut out) {
            words.push(word);
        }
        text = rest;
    }
    let rest = number_of(text, &mut out, &mut words)?;
    let rest = behind(rest, &mut out, &mut words);
    if out.unit.is_empty() {
        rest.clone_into(&mut out.unit);
    }
    // A digit left over was part of a number that the grammar does not know.
    if out
        .unit
        .starts_with(|c: char| c.is_ascii_digit() || c == ',' || c == '.')
    {
        return None;
    }
    out.bound_word = words.join("…");
    out.measure = measure(&out, added, context);
    if out.measure == Measure::Change {
        let trend = out.trend.unwrap_or_else(|| trend_of(context));
        out.trend = Some(fall(&mut out, trend));
    }
    Some(out)
}

/// The words that bound or move a number, at the end of what stands before it; empty for none.
pub fn words_before(text: &str) -> &str {
    let mut from = text.len();
    while let Some(word) = text.get(..from).and_then(last_word_before) {
        from -= word.len();
    }
    text.get(from..).unwrap_or_default()
}

fn last_word_before(text: &str) -> Option<&'static str> {
    let words = BEFORE.iter().map(|(word, _)| *word);
    words
        // 上 says something of a bare number behind it only: 上千家, not 以上.
        .filter(|word| text.ends_with(word) && *word != "上")
        .max_by_key(|word| word.len())
}

/// The bounding word that stands behind a unit; empty for none.
pub fn word_behind(text: &str) -> &str {
    let word = BEHIND.iter().find(|(word, _)| text.starts_with(word));
    word.and_then(|(word, _)| text.get(..word.len()))
        .unwrap_or_default()
}

fn word_before(text: &str) -> Option<(&'static str, Says, &str)> {
    BEFORE
        .iter()
        .filter_map(|(word, says)| text.strip_prefix(word).map(|rest| (*word, *says, rest)))
        // 上升到63% begins with another word.
        .find(|(word, _, rest)| *word != "上" || rest.starts_with(['百', '千', '万', '亿']))
}

/// Takes what a word says; true if it is a word that bounds.
fn apply(says: Says, role: Role, out: &mut Reading) -> bool {
    match says {
        Says::Bound(bound) => out.bound = bound,
        Says::Reach if role == Role::Target => out.bound = Bound::AtLeast,
        Says::Reach => {}
        Says::Trend(trend) => {
            out.trend = Some(trend);
            out.measure = Measure::Change;
            return false;
        }
        Says::To(trend) => {
            out.trend = Some(trend);
            match (role, trend) {
                (Role::Target, Trend::Up) => out.bound = Bound::AtLeast,
                (Role::Target, Trend::Down) => out.bound = Bound::AtMost,
                (Role::Result, _) => {}
            }
        }
        Says::Added | Says::Nothing => return false,
    }
    true
}

/// Takes the number or numbers; returns what stands behind them.
fn number_of<'a>(
    text: &'a str,
    out: &mut Reading,
    words: &mut Vec<&'static str>,
) -> Option<&'a str> {
    let (found, used) = quantity(text)?;
    let rest = text.get(used..)?;
    // 5+2: one name for two numbers, no number of its own.
    if let Some((_, bytes)) = rest.strip_prefix('+').and_then(number) {
        return rest.get('+'.len_utf8() + bytes..);
    }
    out.number = found.number;
    if let Some((low, high)) = found.range {
        (out.low, out.high, out.bound) = (Some(low), Some(high), Bound::Range);
    }
    if found.percent {
        "%".clone_into(&mut out.unit);
    }
    if let Some(word) = found.more {
        out.bound = Bound::Over;
        words.push(word);
    }
    out.trend = out.trend.or(found.trend);
    // 减少三成 is a decline, no share.
    if let Some(measure) = found.measure.filter(|_| out.measure != Measure::Change) {
        out.measure = measure;
    }
    Some(rest)
}

/// The words behind the unit; returns the unit.
fn behind<'a>(unit: &'a str, out: &mut Reading, words: &mut Vec<&'static str>) -> &'a str {
    for (word, bound) in BEHIND {
        if let Some(head) = unit.strip_suffix(word) {
            out.bound = *bound;
            words.push(word);
            return head;
        }
    }
    unit
}

fn measure(reading: &Reading, added: bool, context: Context<'_>) -> Measure {
    let about = [context.indicator, context.quote];
    let says = |words: &[&str]| {
        let said = |text: &&str| words.iter().any(|word| text.contains(word));
        about.iter().any(said)
    };
    // 提升至99% is a level that was reached, 提升9% is a move.
    let moved = || {
        let said = |text: &&str| MOVED.iter().any(|word| moves(text, word));
        about.iter().any(said)
    };
    let percent = matches!(
        reading.unit.as_str(),
        "%" | "百分点" | "个百分点" | "百分點" | "個百分點"
    );
    match reading.measure {
        Measure::Change | Measure::Share => reading.measure,
        _ if percent && moved() => Measure::Change,
        _ if percent => Measure::Share,
        _ if added || says(ADDED) => Measure::Increment,
        _ => Measure::Level,
    }
}

/// A growth below zero is a decline by as much: the number loses its sign. Returns the trend.
fn fall(reading: &mut Reading, trend: Trend) -> Trend {
    let below = |number: Option<f64>| number.is_some_and(|number| number < 0.0);
    if trend == Trend::Down || !(below(reading.number) || below(reading.high)) {
        return trend;
    }
    reading.number = reading.number.map(f64::abs);
    let ends = (reading.low.map(f64::abs), reading.high.map(f64::abs));
    (reading.high, reading.low) = ends;
    Trend::Down
}

/// Whether a word of moving stands in a text without 到 or 至 behind it.
fn moves(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let behind = text.get(at + word.len()..).unwrap_or_default();
        !behind.starts_with(['到', '至'])
    })
}

fn trend_of(context: Context<'_>) -> Trend {
    let down = ["下降", "降低", "减少", "降幅", "下跌", "跌幅"];
    if down.iter().any(|word| context.quote.contains(word)) {
        Trend::Down
    } else {
        Trend::Up
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(value: &str, role: Role, indicator: &str) -> Reading {
        let context = Context {
            role,
            indicator,
            quote: value,
        };
        read(value, context).unwrap_or_else(|| panic!("{value} is not read"))
    }

    #[test]
    fn bounds_follow_from_the_words_around_the_number() {
        for (value, number, unit, sign, word) in [
            ("超50亿次", 5e9, "次", ">", "超"),
            ("30余个", 30.0, "个", ">", "余"),
            ("99%以上", 99.0, "%", ">=", "以上"),
            ("达到99%以上", 99.0, "%", ">=", "达到…以上"),
            ("百余起", 100.0, "起", ">", "余"),
            ("过亿", 1e8, "", ">", "过"),
            ("上千家", 1e3, "家", ">=", "上"),
            ("约40家", 40.0, "家", "~", "约"),
            ("200多条", 200.0, "条", ">", "多"),
            ("20公里以内", 20.0, "公里", "<=", "以内"),
            ("166个", 166.0, "个", "=", ""),
            ("3000余万", 3e7, "", ">", "余"),
            ("20多亿元", 2e9, "元", ">", "多"),
            ("10万余个", 1e5, "个", ">", "余"),
            ("2000Gbps", 2000.0, "Gbps", "=", ""),
        ] {
            let read = reading(value, Role::Result, "");
            let number_read = read.number.unwrap_or(f64::NAN);
            assert!(
                (number_read - number).abs() < 1e-9,
                "{value}: {number_read}"
            );
            assert_eq!(
                (read.unit.as_str(), read.bound.sign()),
                (unit, sign),
                "{value}"
            );
            assert_eq!(read.bound_word, word, "{value}");
        }
    }

    #[test]
    fn growth_below_zero_is_a_decline() {
        for (value, number) in [
            ("增长-3.2%", 3.2),
            ("负增长3.2%", 3.2),
            ("增长-5%到-3%", 3.0),
        ] {
            let read = reading(value, Role::Result, "");
            assert_eq!(read.number.or(read.low), Some(number), "{value}");
            assert_eq!(read.trend, Some(Trend::Down), "{value}");
        }
        let named = reading("-3.2%", Role::Result, "增速");
        assert_eq!((named.number, named.trend), (Some(3.2), Some(Trend::Down)));
    }

    #[test]
    fn reaching_a_number_is_a_floor_in_a_promise_only() {
        assert_eq!(reading("达到98%", Role::Target, "").bound, Bound::AtLeast);
        assert_eq!(reading("达到98%", Role::Result, "").bound, Bound::Exactly);
    }

    #[test]
    fn measures_are_told_apart() {
        assert_eq!(
            reading("下降42.5%", Role::Result, "").measure,
            Measure::Change
        );
        assert_eq!(
            reading("下降42.5%", Role::Result, "").trend,
            Some(Trend::Down)
        );
        assert_eq!(
            reading("95%", Role::Result, "覆盖率").measure,
            Measure::Share
        );
        assert_eq!(
            reading("3个", Role::Result, "直联点新增数").measure,
            Measure::Increment
        );
        assert_eq!(reading("翻番", Role::Result, "").measure, Measure::Change);
        assert_eq!(reading("过半", Role::Result, "").measure, Measure::Share);
    }

    #[test]
    fn moving_to_a_level_is_no_change_and_bounds_a_promise() {
        let raised = reading("提升至99%以上", Role::Target, "覆盖率");
        assert_eq!(
            (raised.measure, raised.bound),
            (Measure::Share, Bound::AtLeast)
        );
        let cut = reading("降至100起", Role::Target, "");
        assert_eq!((cut.measure, cut.bound), (Measure::Level, Bound::AtMost));
        assert_eq!(reading("降至100起", Role::Result, "").bound, Bound::Exactly);
    }

    #[test]
    fn the_ends_of_a_range_share_their_multiplier() {
        for (value, low, high) in [
            ("20至22亿吨", 2e9, 2.2e9),
            ("3到5万家", 3e4, 5e4),
            ("9000万-1亿元", 9e7, 1e8),
        ] {
            let range = reading(value, Role::Target, "");
            assert_eq!((range.low, range.high), (Some(low), Some(high)), "{value}");
        }
    }

    #[test]
    fn what_is_no_number_of_the_grammar_is_not_read_in_part() {
        let context = Context {
            role: Role::Result,
            indicator: "",
            quote: "",
        };
        assert_eq!(read("12,34个", context), None);
    }

    #[test]
    fn ranges_and_composites_have_no_single_number() {
        let range = reading("6%—6.5%", Role::Target, "");
        assert_eq!(
            (range.low, range.high, range.number),
            (Some(6.0), Some(6.5), None)
        );
        assert_eq!(reading("5﹢2", Role::Target, "").number, None);
    }

    #[test]
    fn a_value_without_a_number_has_no_reading() {
        let context = Context {
            role: Role::Target,
            indicator: "",
            quote: "",
        };
        assert_eq!(read("历史低位", context), None);
    }
}
