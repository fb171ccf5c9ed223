//! One printed value into a [`Reading`]. Knows nothing of where in a text a value is.

use super::counting::{adds, counting};
use super::limits;
use super::quantity::{ONE_HALF, SEVERAL, quantity};
use super::unit::{named, without_half};
use crate::lexicon::List;
use crate::model::{Bound, Counting, Measure, Reading, Role, Trend};
use crate::text::chars::is_han;
use crate::text::compact::Compact;
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

/// 建成: in a plan what is built in its time.
static BUILT: List = List::new("built-by-plan");

/// What a word before or after the number says.
#[derive(Clone, Copy)]
enum Says {
    Bound(Bound),
    /// At least in a promise, exactly in a report.
    Reach,
    /// At most in a promise, exactly in a report: 控制在.
    Cap,
    Trend(Trend),
    /// Moved to a level, 降至: a floor or a cap in a promise, just that level in a report.
    To(Trend),
    Added,
    Nothing,
}

impl Says {
    /// Whether a word that denies turns it around.
    fn has_opposite(self) -> bool {
        matches!(
            self,
            Self::Reach | Self::Bound(Bound::Over | Bound::Under | Bound::AtLeast)
        )
    }
}

/// Words before the number.
static BEFORE: List<Says> = List::of("before", says);
/// 上 is a bound only before a number that begins with 百, 千, 万 or 亿: 上千家, not 以上.
static BEFORE_ROUND: List<Says> = List::of("before-round", says);
static ROUND: List = List::new("round");
/// Bounds that a verb may part from their number: 至少建设5个.
static APART: List<Bound> = List::of("apart", bound);
/// Words after the unit.
static AFTER: List<Bound> = List::of("behind", bound);

/// Words that turn the bound behind them around: 不得超过, 未达到.
static DENYING: List = List::new("denying");
/// 了 between a verb and its number.
static PARTICLE: List = List::new("particle");
/// 来 behind a number: about so many.
static ABOUT_BEHIND: List = List::new("about-behind");

/// Those of them that no ideograph follows: 内.
static ENDING: List = List::new("ending");

/// Words that make a percentage one of growth or decline, unless 到 or 至 follows: 提升至99% is a level that was
/// reached, 提升9% is a move.
static MOVING: List = List::new("moving");
static MOVING_TO: List = List::new("moving-to");
static FALLING: List = List::new("falling");
/// 倍.
static TIMES: List = List::new("times-unit");
/// Units of the difference of two percentages.
static DIFFERENCES: List = List::new("difference");
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
        "cap" => Some(Says::Cap),
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
    let plain = Compact::new(value).text;
    let mut out = Reading::default();
    let mut words: Vec<String> = Vec::new();
    let (mut added, mut reached) = (false, false);
    let mut text = plain.trim();
    loop {
        let denied = denying(text);
        let Some((word, says, rest)) = word_before(denied.map_or(text, |(_, rest)| rest)) else {
            break;
        };
        let (no, says) = denied.map_or(("", says), |(no, _)| (no, turned(says)));
        added |= matches!(says, Says::Added);
        reached |= matches!(says, Says::Reach | Says::To(_));
        if apply(says, context.role, &mut out) {
            words.push(format!("{no}{word}"));
        }
        text = PARTICLE.strip_start(rest).unwrap_or(rest).trim_start();
    }
    let rest = number_of(text, &mut out, &mut words)?.trim_start();
    let rest = bound_after(rest, &mut out, &mut words);
    if out.unit.is_empty() {
        out.unit = unit_of(rest, &mut out.number);
    }
    // A digit left over was part of a number that the grammar does not know.
    if out
        .unit
        .starts_with(|c: char| c.is_ascii_digit() || c == ',' || c == '.')
    {
        return None;
    }
    if words.is_empty()
        && let Some((word, bound)) = apart(context.quote, value)
    {
        out.bound = bound;
        words.push(word.to_owned());
    }
    out.bound_word = words.join("…");
    // What follows the value tells of other values.
    let end = context.quote.find(value).map(|at| at + value.len());
    let told = context.quote.get(..end.unwrap_or(context.quote.len()));
    let told = told.unwrap_or_default();
    let adds = added || is_added(told, context.indicator);
    out.measure = measure(&out, adds, context);
    out.counting = counted(told, context, reached);
    let moved = out.trend.is_some() || moved(context);
    if out.measure == Measure::Change && moved {
        let trend = out.trend.unwrap_or_else(|| trend_of(context));
        out.trend = Some(fall(&mut out, trend));
    }
    Some(out)
}

/// The way a number came about, by the words up to it and by its name.
fn counted(told: &str, context: Context<'_>, reached: bool) -> Counting {
    let by_words = match counting(told) {
        Counting::Untold => counting(context.indicator),
        told => told,
    };
    match by_words {
        Counting::Untold if reached => Counting::Reached,
        // Who plans to 建成 things builds them anew; a report may tell of all there are.
        Counting::Untold if context.role == Role::Target && BUILT.is_in(told) => Counting::Done,
        told => told,
    }
}

/// The words that bound or move a number, at the end of the text before it; empty for none.
pub fn words_before(text: &str) -> &str {
    let mut head = text;
    loop {
        // 突破了100亿元; 为了3个 is no verb with its particle.
        let verb = PARTICLE.strip_end(head).unwrap_or(head);
        let Some(word) = BEFORE.last(verb) else {
            break;
        };
        head = verb.strip_suffix(word).unwrap_or_default();
        let turns = BEFORE.meaning(word).is_some_and(|says| says.has_opposite());
        if turns {
            head = DENYING.strip_end(head).unwrap_or(head);
        }
    }
    text.get(head.len()..).unwrap_or_default()
}

/// A word that denies at the beginning of a text, and what follows, if that is a word it turns around.
fn denying(text: &str) -> Option<(&'static str, &str)> {
    let (no, ()) = DENYING.longest(text)?;
    let rest = text.get(no.len()..)?;
    let (word, says) = BEFORE.longest(rest)?;
    // 不超过 is a word of its own.
    let own = BEFORE
        .longest(text)
        .is_some_and(|(own, _)| own.len() > no.len());
    (!word.is_empty() && !own && says.has_opposite()).then_some((no, rest))
}

/// The opposite of a bound.
fn turned(says: Says) -> Says {
    match says {
        Says::Bound(Bound::Over) => Says::Bound(Bound::AtMost),
        Says::Bound(Bound::Under) => Says::Bound(Bound::AtLeast),
        Says::Reach | Says::Bound(Bound::AtLeast) => Says::Bound(Bound::Under),
        says => says,
    }
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
    let word = AFTER
        .start(text)
        .and_then(|word| text.split_at_checked(word.len()));
    // 540万千瓦内用煤电项目 is no 540万千瓦内.
    let ends = |(word, rest): &(&str, &str)| !ENDING.has(word) || !rest.starts_with(is_han);
    word.filter(ends).map_or("", |(word, _)| word)
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
        Says::Cap if role == Role::Target => out.bound = Bound::AtMost,
        Says::Reach | Says::Cap => {}
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
fn number_of<'a>(text: &'a str, out: &mut Reading, words: &mut Vec<String>) -> Option<&'a str> {
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
        let about = SEVERAL.has(word) && found.number.is_none() || ABOUT_BEHIND.has(word);
        out.bound = if about { Bound::About } else { Bound::Over };
        words.push(word.to_owned());
    }
    out.trend = out.trend.or(found.trend);
    // 减少三成 is a decline, no share.
    if let Some(measure) = found.measure.filter(|_| out.measure != Measure::Change) {
        out.measure = measure;
    }
    Some(rest)
}

/// Reads the bound after a unit; returns the unit.
fn bound_after<'a>(unit: &'a str, out: &mut Reading, words: &mut Vec<String>) -> &'a str {
    for (word, bound) in AFTER.get() {
        if let Some(head) = unit.strip_suffix(word) {
            out.bound = *bound;
            words.push((*word).to_owned());
            return head;
        }
    }
    unit
}

/// The bound that only a verb parts from a value: 至少建设5个.
fn apart(quote: &str, value: &str) -> Option<(&'static str, Bound)> {
    APART.within(quote)?;
    let (head, _) = quote.split_once(value)?;
    let ends = APART.get().iter().filter_map(|(word, bound)| {
        let end = head.rfind(word)? + word.len();
        Some((end, *word, *bound))
    });
    let (end, word, bound) = ends.max_by_key(|(end, _, _)| *end)?;
    let verb = head.get(end..)?;
    let short = verb.chars().count() <= limits::SHORT_VERB.get();
    (short && verb.chars().all(is_han)).then_some((word, bound))
}

/// The unit of a reading; half a unit more is added to its number (十五斤半).
fn unit_of(printed: &str, number: &mut Option<f64>) -> String {
    match without_half(printed) {
        Some(unit) => {
            *number = number.map(|number| number + ONE_HALF);
            named(unit)
        }
        None => named(printed),
    }
}

/// Whether a reading says how many times as large something is.
pub fn is_multiple(reading: &Reading) -> bool {
    TIMES.has(&reading.unit)
}

fn is_added(words: &str, indicator: &str) -> bool {
    adds(words).or_else(|| adds(indicator)) == Some(true)
}

fn measure(reading: &Reading, added: bool, context: Context<'_>) -> Measure {
    let percent = PERCENT.has(&reading.unit);
    let times = TIMES.has(&reading.unit);
    match reading.measure {
        Measure::Change | Measure::Share => reading.measure,
        // 分别增长2.5倍、3倍, and no 是2020年的3倍
        _ if (percent || times) && moved(context) => Measure::Change,
        // 高于全国1.2个百分点
        _ if DIFFERENCES.has(&reading.unit) => Measure::Change,
        _ if percent => Measure::Share,
        _ if added => Measure::Increment,
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

/// Whether the words about a value say that something moved.
fn moved(context: Context<'_>) -> bool {
    let about = [context.indicator, context.quote];
    let said = |text: &str| MOVING.candidates(text).any(|(word, ())| moves(text, word));
    about.into_iter().any(said)
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
        let left_out = [
            BEFORE.left_out(),
            BEFORE_ROUND.left_out(),
            AFTER.left_out(),
            APART.left_out(),
        ];
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
            ("3亿多元", 3e8, "元", ">", "多"),
            ("2万余亿元", 2e12, "元", ">", "余"),
            ("二十来家", 20.0, "家", "~", "来"),
            ("超过了95%", 95.0, "%", ">", "超过"),
            ("不得超过3天", 3.0, "天", "<=", "不得超过"),
            ("没有突破3%", 3.0, "%", "<=", "没有突破"),
            ("不得低于3%", 3.0, "%", ">=", "不得低于"),
            ("未达到3%", 3.0, "%", "<", "未达到"),
            ("小于3%", 3.0, "%", "<", "小于"),
            ("不大于3%", 3.0, "%", "<=", "不大于"),
            ("控制在35μg/m³以内", 35.0, "μg/m³", "<=", "控制在…以内"),
            ("控制在3%左右", 3.0, "%", "~", "控制在…左右"),
            ("10 %", 10.0, "%", "=", ""),
            ("1 200亿元", 1.2e11, "元", "=", ""),
            ("1，200亿元", 1.2e11, "元", "=", ""),
            ("20个基点", 20.0, "个基点", "=", ""),
            ("十五斤半", 15.5, "斤", "=", ""),
            ("两个半小时", 2.5, "小时", "=", ""),
            ("2.5∶1", 2.5, "比", "=", ""),
            ("30㎡", 30.0, "m²", "=", ""),
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
    fn several_has_a_unit_and_no_number() {
        let read = reading("几十万户", Role::Result, "");
        assert_eq!((read.number, read.low, read.high), (None, None, None));
        let about = (
            read.unit.as_str(),
            read.bound.sign(),
            read.bound_word.as_str(),
        );
        assert_eq!(about, ("户", "~", "几"));
    }

    #[test]
    fn the_last_word_before_a_value_tells_what_was_added_from_a_stock() {
        let quote = "新增网点35家、总数达198家，其中城区新增20家、达60家";
        for (value, measure) in [
            ("35家", Measure::Increment),
            ("198家", Measure::Level),
            ("20家", Measure::Increment),
        ] {
            let role = Role::Result;
            let context = Context {
                role,
                indicator: "网点",
                quote,
            };
            assert_eq!(read(value, context).unwrap().measure, measure, "{value}");
        }
        assert_eq!(adds("累计新增"), Some(true));
        assert_eq!(adds("、达"), Some(false));
        assert_eq!(adds("网点"), None);
    }

    #[test]
    fn a_verb_may_part_a_bound_from_its_number() {
        let quote = "每镇至少改造3个驿站，最多补助乡镇所有村民5万元";
        let bounds = ["3个", "5万元"].map(|value| {
            let role = Role::Target;
            let context = Context {
                role,
                indicator: "",
                quote,
            };
            read(value, context).unwrap().bound
        });
        assert_eq!(bounds, [Bound::AtLeast, Bound::Exactly]);
    }

    #[test]
    fn a_cap_is_one_in_a_promise_only() {
        assert_eq!(reading("控制在3%", Role::Target, "").bound, Bound::AtMost);
        assert_eq!(reading("控制在3%", Role::Result, "").bound, Bound::Exactly);
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
        assert_eq!(
            reading("3倍", Role::Result, "产值增长").measure,
            Measure::Change
        );
        assert_eq!(reading("3倍", Role::Result, "产值").measure, Measure::Level);
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
        assert_eq!(read("12 34个", context), None);
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
