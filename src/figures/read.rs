//! One printed value into a [`Reading`]. Knows nothing of where in a text a value is.

use unicode_normalization::UnicodeNormalization;

use super::quantity::quantity;
use crate::lexicon::List;
use crate::model::{Bound, Measure, Reading, Role, Trend};
use crate::text::numeral::number;

/// The context of a value that decides how it is meant.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// 达到98% is at least 98 in a plan and just 98 in a report.
    pub role: Role,
    /// The indicator's name.
    pub indicator: &'a str,
    /// The sentence of the value, or its clause.
    pub quote: &'a str,
}

/// What a word before or after the number says.
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

/// Words before the number.
static BEFORE: List<Says> = List::of("before", says);
/// 上 is a bound only before a number that begins with 百, 千, 万 or 亿: 上千家, not 以上.
static BEFORE_ROUND: List<Says> = List::of("before-round", says);
static ROUND: List = List::new("round");
/// Words after the unit.
static AFTER: List<Bound> = List::of("behind", bound);

/// Words of an indicator or its sentence that make a number one added in the period.
static ADDING: List = List::new("adding");
/// Words that make a percentage one of growth or decline, unless 到 or 至 follows: 提升至99% is a level that was
/// reached, 提升9% is a move.
static MOVING: List = List::new("moving");
static MOVING_TO: List = List::new("moving-to");
static FALLING: List = List::new("falling");
/// Units of percent and of percentage points.
static PERCENT: List = List::new("percent");

fn bound(value: &str) -> Option<Bound> {
    match value {
        "at-least" => Some(Bound::AtLeast),
        "at-most" => Some(Bound::AtMost),
        "under" => Some(Bound::Under),
        "over" => Some(Bound::Over),
        "about" => Some(Bound::About),
        _ => None,
    }
}

fn says(value: &str) -> Option<Says> {
    match value {
        "reach" => Some(Says::Reach),
        "up" => Some(Says::Trend(Trend::Up)),
        "down" => Some(Says::Trend(Trend::Down)),
        "up-to" => Some(Says::To(Trend::Up)),
        "down-to" => Some(Says::To(Trend::Down)),
        "added" => Some(Says::Added),
        "nothing" => Some(Says::Nothing),
        bounds => bound(bounds).map(Says::Bound),
    }
}

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
    let rest = bound_after(rest, &mut out, &mut words);
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

/// The words that bound or move a number, at the end of the text before it; empty for none.
pub fn words_before(text: &str) -> &str {
    let mut from = text.len();
    while let Some(word) = text.get(..from).and_then(|head| BEFORE.last(head)) {
        from -= word.len();
    }
    text.get(from..).unwrap_or_default()
}

/// 上 at the end of the text before a number that begins with 百, 千, 万 or 亿, if it is no part of a word;
/// empty for none.
pub fn round_before<'a>(text: &'a str, number: &str) -> &'a str {
    let word = BEFORE_ROUND.last(text).filter(|_| ROUND.starts(number));
    word.and_then(|word| text.get(text.len() - word.len()..))
        .unwrap_or_default()
}

/// The bounding word that follows a unit; empty for none.
pub fn word_behind(text: &str) -> &str {
    let word = AFTER.start(text);
    word.and_then(|word| text.get(..word.len()))
        .unwrap_or_default()
}

fn word_before(text: &str) -> Option<(&'static str, Says, &str)> {
    let own = |list: &'static List<Says>| {
        let (word, says) = list.longest(text)?;
        Some((*word, *says, text.get(word.len()..)?))
    };
    let round = || own(&BEFORE_ROUND).filter(|(_, _, rest)| ROUND.starts(rest));
    own(&BEFORE).or_else(round)
}

/// Applies what a word says; true if the word is named in the reading as a bound.
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
                _ => {}
            }
        }
        Says::Added | Says::Nothing => return false,
    }
    true
}

/// Reads the number or the range; returns the text after it.
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

/// Reads the bound after a unit; returns the unit.
fn bound_after<'a>(unit: &'a str, out: &mut Reading, words: &mut Vec<&'static str>) -> &'a str {
    for (word, bound) in AFTER.get() {
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
    let adds = || about.iter().any(|text| ADDING.is_in(text));
    let moved = || {
        let said = |text: &&str| MOVING.words().any(|word| moves(text, word));
        about.iter().any(said)
    };
    let percent = PERCENT.has(&reading.unit);
    match reading.measure {
        Measure::Change | Measure::Share => reading.measure,
        _ if percent && moved() => Measure::Change,
        _ if percent => Measure::Share,
        _ if added || adds() => Measure::Increment,
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

/// Whether a text has a word of moving that 到 or 至 does not follow.
fn moves(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let after = text.get(at + word.len()..).unwrap_or_default();
        !MOVING_TO.starts(after)
    })
}

fn trend_of(context: Context<'_>) -> Trend {
    if FALLING.is_in(context.quote) {
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
    fn every_word_of_a_bound_says_something() {
        let left_out = [BEFORE.left_out(), BEFORE_ROUND.left_out(), AFTER.left_out()];
        assert_eq!(left_out.concat(), Vec::<&str>::new());
    }

    #[test]
    fn bounds_follow_from_the_words_around_the_number() {
        for (value, number, unit, sign, word) in [
            ("超50亿次", 5e9, "次", ">", "超"),
            ("超出50亿次", 5e9, "次", ">", "超出"),
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
