//! What became of a promise, and what is promised next.
//!
//! Silence is never a failure: a promise that no result answers is `unreported`. The bulletin's
//! own verdict wins over arithmetic. Figures of different unit or measure are not compared.

use crate::calendar::Year;
use crate::figures::denies;
use crate::fold::fold_unit;
use crate::model::{Bound, Figure, Measure, Reading, Role, Trend};

use super::Spoken;
use super::row::{Column, Facts, Row};

/// Near is at least this much of the target, in percent.
const NEAR: f64 = 95.0;
/// Past a floor by this much, in percent, is more than kept: 不少于100 and 150 done.
const WELL_PAST: f64 = 105.0;

/// What became of a promise of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// 超额完成.
    Exceeded,
    /// 完成.
    Met,
    /// 基本完成: at least 95 % of the target.
    Near,
    /// 部分完成.
    Partial,
    /// 未完成.
    Missed,
    /// 未见报告.
    Unreported,
    /// 不可比.
    Incomparable,
    /// 定性: a commitment without a figure that was answered.
    Qualitative,
    /// 计划外成果: a result that no target of the year asked for.
    Unplanned,
}

impl Outcome {
    /// All outcomes, from good to open.
    pub const ALL: [Self; 9] = [
        Self::Exceeded,
        Self::Met,
        Self::Near,
        Self::Partial,
        Self::Missed,
        Self::Qualitative,
        Self::Unreported,
        Self::Incomparable,
        Self::Unplanned,
    ];

    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Exceeded => "exceeded",
            Self::Met => "met",
            Self::Near => "near",
            Self::Partial => "partial",
            Self::Missed => "missed",
            Self::Unreported => "unreported",
            Self::Incomparable => "incomparable",
            Self::Qualitative => "qualitative",
            Self::Unplanned => "unplanned",
        }
    }
}

/// The next target beside this year's result and target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// 新增: promised for the first time.
    New,
    /// 上调.
    Raised,
    /// 持平.
    Same,
    /// 下调.
    Lowered,
    /// 续办.
    Carried,
    /// 未再提出.
    Dropped,
    /// 表述调整: a number became words, or words a number.
    Reworded,
}

impl Next {
    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Raised => "raised",
            Self::Same => "same",
            Self::Lowered => "lowered",
            Self::Carried => "carried",
            Self::Dropped => "dropped",
            Self::Reworded => "reworded",
        }
    }
}

/// Whose verdict an outcome is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// 原文: the bulletin's own word.
    Stated,
    /// 推算: reckoned by the program.
    Computed,
}

impl Basis {
    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Computed => "computed",
        }
    }
}

/// Why two figures are not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Different units.
    Unit,
    /// A total against an increment, a share against a level.
    Measure,
    /// One of them is damaged.
    Damaged,
    /// One of them has no number.
    NoNumber,
}

impl Reason {
    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unit => "different-unit",
            Self::Measure => "different-measure",
            Self::Damaged => "damaged",
            Self::NoNumber => "no-number",
        }
    }
}

/// How far a result is from its target.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Result less target, in `unit`.
    pub number: f64,
    /// The unit with its 万 or 亿 (万款); 个百分点 between percentages.
    pub unit: String,
}

/// What is to say of a row for one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The year.
    pub year: Year,
    /// What became of its promise, None while it has not been reported on.
    pub outcome: Option<Outcome>,
    /// Whose verdict that is.
    pub basis: Basis,
    /// Whether it is a commitment without a figure that nobody reported but that is promised again:
    /// 续办 on the screen.
    pub carried: bool,
    /// Result in percent of the target: only between counts of which more is better. Percentages,
    /// caps and ranges have a difference instead.
    pub attainment: Option<f64>,
    /// Result less target; without a target, less the result of the year before.
    pub difference: Option<Difference>,
    /// The target of the year after.
    pub next: Option<Next>,
    /// Why nothing was reckoned.
    pub reason: Option<Reason>,
    /// Whether the next target is one of which less is better: a lower one is stricter.
    pub cap: bool,
    /// Whether the promise was a range or about a number: what exceeds it is 优于预期.
    pub beyond: bool,
}

/// The cells of a row that bear on one year.
struct Around<'a> {
    before: Option<&'a Figure>,
    target: Option<&'a Figure>,
    result: Option<&'a Figure>,
    next: Option<&'a Figure>,
    /// The words of the target and of the result.
    quotes: (&'a str, &'a str),
    /// The row that this one stands beside, because its indicator had two figures in one column,
    /// has the result.
    reported_beside: bool,
    /// The same for the next target.
    planned_beside: bool,
}

/// The verdicts on a row, by year. `beside` is the first row of the same indicator, for a row that
/// holds its second figures.
pub fn verdicts(
    facts: Facts<'_>,
    columns: &[Column],
    row: &Row,
    beside: Option<&Row>,
    spoken: &Spoken,
) -> Vec<Verdict> {
    let cell = |row: &Row, year: Year, role: Role| {
        let at = columns
            .iter()
            .position(|c| (c.year, c.role) == (year, role))?;
        row.cells.get(at).copied().flatten()
    };
    let figure = |year: Year, role: Role| cell(row, year, role)?.figure(facts);
    let quote = |year: Year, role: Role| {
        let looked = cell(row, year, role).and_then(|cell| cell.look(facts));
        looked.map_or("", |(section, figure)| section.quote(figure))
    };
    let stands_beside =
        |year: Year, role: Role| beside.is_some_and(|row| cell(row, year, role).is_some());
    let mut years: Vec<Year> = columns.iter().map(|c| c.year).collect();
    // A target of a year is new in the `next` of the year before.
    let targets = columns.iter().filter(|c| c.role == Role::Target);
    years.extend(targets.map(|c| c.year - 1));
    years.sort_unstable();
    years.dedup();
    let judged = years.into_iter().filter_map(|year| {
        let around = Around {
            before: figure(year - 1, Role::Result),
            target: figure(year, Role::Target),
            result: figure(year, Role::Result),
            next: figure(year + 1, Role::Target),
            quotes: (quote(year, Role::Target), quote(year, Role::Result)),
            reported_beside: stands_beside(year, Role::Result),
            planned_beside: stands_beside(year + 1, Role::Target),
        };
        verdict(year, &around, spoken)
    });
    judged.collect()
}

fn verdict(year: Year, around: &Around<'_>, spoken: &Spoken) -> Option<Verdict> {
    let mut verdict = Verdict {
        year,
        outcome: None,
        basis: Basis::Computed,
        carried: false,
        attainment: None,
        difference: None,
        next: next(year, around, spoken),
        reason: None,
        cap: around.next.is_some_and(is_cap),
        beyond: false,
    };
    match (around.target, around.result) {
        (Some(target), Some(_)) if target.value.is_none() => {
            // A commitment, answered; or what should not happen, and did.
            let (promised, told) = around.quotes;
            let broken = came_about(promised, told);
            verdict.outcome = Some(if broken {
                Outcome::Missed
            } else {
                Outcome::Qualitative
            });
        }
        (Some(target), Some(result)) => judge(target, result, &mut verdict),
        (Some(_), None) if spoken.reported(year) && !around.reported_beside => {
            verdict.outcome = Some(Outcome::Unreported);
        }
        (None, Some(result)) => {
            if spoken.planned(year) {
                verdict.outcome = Some(Outcome::Unplanned);
            }
            verdict.difference = around.before.and_then(|before| difference(before, result));
        }
        _ => {}
    }
    let stated = [around.result, around.target].into_iter().flatten();
    let own = stated
        .filter_map(|f| f.stated.as_deref())
        .find_map(own_verdict);
    if let Some(outcome) = own.filter(|_| around.result.is_some()) {
        (verdict.outcome, verdict.basis) = (Some(outcome), Basis::Stated);
        (verdict.reason, verdict.beyond) = (None, false);
        // No number beside the author's word that says otherwise.
        let agrees = verdict.attainment.is_none_or(|percent| match outcome {
            Outcome::Exceeded | Outcome::Met => percent >= 100.0,
            Outcome::Missed | Outcome::Partial | Outcome::Near => percent < 100.0,
            _ => true,
        });
        if !agrees {
            (verdict.attainment, verdict.difference) = (None, None);
        }
    }
    let again = verdict.next.is_some_and(|next| next != Next::Dropped);
    let commitment = around.target.is_some_and(|target| target.value.is_none());
    verdict.carried = commitment && again && verdict.outcome == Some(Outcome::Unreported);
    (verdict.outcome.is_some() || verdict.next.is_some() || verdict.difference.is_some())
        .then_some(verdict)
}

/// The bulletin's own word.
fn own_verdict(word: &str) -> Option<Outcome> {
    const WORDS: [(&str, Outcome); 4] = [
        ("超额", Outcome::Exceeded),
        ("基本完成", Outcome::Near),
        ("部分完成", Outcome::Partial),
        ("完成", Outcome::Met),
    ];
    if denies(word) {
        return Some(Outcome::Missed);
    }
    // Only the clause with 完成 in it counts: 无遗漏，全部完成 denies nothing.
    let clause = word
        .split(['，', '。', '；', '、', ',', ';'])
        .find(|clause| clause.contains("完成"));
    let before = clause
        .and_then(|c| c.split("完成").next())
        .unwrap_or_default();
    let says = |words: &[&str]| words.iter().any(|word| before.contains(word));
    if says(&["未", "没", "无法", "不能", "不会", "难以"]) {
        return Some(Outcome::Missed);
    }
    // Not yet, or not known: arithmetic decides.
    if says(&["正在", "待", "即将", "预计", "力争", "有望"]) {
        return None;
    }
    // 完成全年目标的90%.
    if let Some((_, part)) = clause.and_then(|clause| clause.rsplit_once('的')) {
        let percent = part
            .trim_end_matches(['%', '％', '左', '右'])
            .parse::<f64>();
        match percent {
            Ok(percent) if percent > 100.0 => return Some(Outcome::Exceeded),
            Ok(100.0) => return Some(Outcome::Met),
            Ok(percent) if percent >= NEAR => return Some(Outcome::Near),
            Ok(_) => return Some(Outcome::Partial),
            Err(_) if part.starts_with("一半") || part.contains('成') => {
                return Some(Outcome::Partial);
            }
            Err(_) => {}
        }
    }
    WORDS
        .iter()
        .find(|(own, _)| word.contains(own))
        .map(|(_, outcome)| *outcome)
}

/// Whether a promise in words is one that something shall not happen, and it is told that it did.
fn came_about(target: &str, result: &str) -> bool {
    const HARM: [&str; 4] = ["发生", "出现", "新增", "突破"];
    HARM.iter().any(|harm| {
        let shall_not = ["不", "不再", "杜绝", "防止", "避免", "零"]
            .iter()
            .any(|word| target.contains(&format!("{word}{harm}")));
        let did = result.match_indices(harm).any(|(at, _)| {
            let before = result.get(..at).unwrap_or_default();
            !["未", "没有", "不", "无", "零"]
                .iter()
                .any(|word| before.ends_with(word))
        });
        shall_not && did
    })
}

/// Judges a target with a value.
fn judge(target: &Figure, result: &Figure, verdict: &mut Verdict) {
    let readings = [target, result].map(|figure| figure.reading.as_ref().map(in_percent));
    let reason = match &readings {
        _ if target.doubtful || result.doubtful => Some(Reason::Damaged),
        [Some(promised), Some(done)] => incomparable(promised, done),
        _ => Some(Reason::NoNumber),
    };
    verdict.reason = reason;
    let (None, [Some(promised), Some(done)]) = (reason, &readings) else {
        verdict.outcome = Some(Outcome::Incomparable);
        return;
    };
    let less = less_is_better(&target.indicator, promised);
    verdict.outcome = Some(kept(promised, done, less));
    verdict.beyond = matches!(promised.bound, Bound::About | Bound::Range);
    verdict.difference = difference(target, result);
    // 不足100 is no 100 percent of 100.
    let counts = !less
        && !is_rate(&promised.unit)
        && done.bound != Bound::Under
        && matches!(
            promised.bound,
            Bound::Exactly | Bound::Over | Bound::AtLeast
        );
    verdict.attainment = match (promised.number, done.number) {
        (Some(wanted), Some(reached)) if counts && wanted != 0.0 => {
            Some((reached / wanted * 1000.0).round() / 10.0)
        }
        _ => None,
    };
}

/// Why two readings cannot be set against each other.
fn incomparable(promised: &Reading, done: &Reading) -> Option<Reason> {
    let single = |r: &Reading| r.number.is_some() || r.low.is_some();
    if !single(promised) || done.number.is_none() {
        Some(Reason::NoNumber)
    } else if promised.measure != done.measure {
        Some(Reason::Measure)
    } else if !same_unit(&promised.unit, &done.unit) {
        Some(Reason::Unit)
    } else {
        None
    }
}

/// Whether two readings may be taken from each other: growth is not taken from decline.
fn alike(a: &Reading, b: &Reading) -> bool {
    let moves = a.measure == Measure::Change && opposite(a.trend, b.trend);
    a.measure == b.measure && same_unit(&a.unit, &b.unit) && !moves
}

/// Whether two units are one. A count without a unit (过亿) goes with any unit of counting, not
/// with a rate.
fn same_unit(a: &str, b: &str) -> bool {
    let (a, b) = (fold_unit(a), fold_unit(b));
    let bare = |one: &str, other: &str| one.is_empty() && !is_rate(other);
    a == b || bare(&a, &b) || bare(&b, &a)
}

fn is_rate(unit: &str) -> bool {
    ["%", "‰", "百分点", "个百分点", "倍", "番"].contains(&fold_unit(unit).as_str())
}

/// The number a result has to reach.
fn floor(promised: &Reading) -> Option<f64> {
    promised.number.or(promised.low)
}

/// A share without a unit (过半) and growth in times (翻番) in percent, all others as they are.
fn in_percent(reading: &Reading) -> Reading {
    let mut reading = reading.clone();
    let share = reading.measure == Measure::Share && reading.unit.is_empty();
    // 翻番, 增长一倍: growth by a hundred percent.
    let times =
        reading.measure == Measure::Change && ["", "倍", "番"].contains(&reading.unit.as_str());
    if share || times {
        "%".clone_into(&mut reading.unit);
        for number in [&mut reading.number, &mut reading.low, &mut reading.high] {
            *number = number.map(|n| n * 100.0);
        }
    }
    reading
}

/// Whether a comparable result keeps its promise. The result's own bound counts: 不足200 is less
/// than 200, 超200 is more.
fn kept(promised: &Reading, done: &Reading, less_is_better: bool) -> Outcome {
    let (Some(wanted), Some(reached)) = (floor(promised), done.number) else {
        return Outcome::Incomparable;
    };
    let moves = promised.measure == Measure::Change && done.measure == Measure::Change;
    if moves && opposite(promised.trend, done.trend) {
        return Outcome::Missed;
    }
    let above = |limit: f64| reached > limit || (done.bound == Bound::Over && reached >= limit);
    let below = |limit: f64| reached < limit || (done.bound == Bound::Under && reached <= limit);
    let percent = if wanted == 0.0 {
        100.0
    } else {
        reached / wanted * 100.0
    };
    let well_past = percent >= WELL_PAST;
    if less_is_better && matches!(promised.bound, Bound::Exactly | Bound::About | Bound::Range) {
        let cap = promised.high.unwrap_or(wanted);
        let inside = promised.low.is_some_and(|low| !below(low)) && !above(cap);
        let about = promised.bound == Bound::About && (NEAR..=WELL_PAST).contains(&percent);
        return match reached {
            _ if inside || about => Outcome::Met,
            _ if below(wanted) => Outcome::Exceeded,
            _ if !above(cap) => Outcome::Met,
            _ if reached <= cap * WELL_PAST / 100.0 => Outcome::Near,
            _ => Outcome::Missed,
        };
    }
    match promised.bound {
        Bound::Under if below(wanted) => Outcome::Met,
        Bound::AtMost if !above(wanted) => Outcome::Met,
        // None at all is as much as a promise of none allows.
        Bound::Exactly if wanted == 0.0 && !above(wanted) => Outcome::Met,
        Bound::Exactly if wanted == 0.0 => Outcome::Missed,
        Bound::Under | Bound::AtMost => Outcome::Missed,
        Bound::About if (NEAR..=WELL_PAST).contains(&percent) => Outcome::Met,
        Bound::Range if above(promised.high.unwrap_or(wanted)) => Outcome::Exceeded,
        // 超100 against 100 is more, nobody says how much.
        Bound::Exactly if reached > wanted => Outcome::Exceeded,
        Bound::About | Bound::Over | Bound::AtLeast if well_past => Outcome::Exceeded,
        Bound::Over if above(wanted) => Outcome::Met,
        Bound::Over => short(percent, done),
        _ if !below(wanted) => Outcome::Met,
        _ => short(percent, done),
    }
}

/// Whether a target is kept by staying below it.
fn is_cap(target: &Figure) -> bool {
    target.reading.as_ref().is_some_and(|reading| {
        matches!(reading.bound, Bound::Under | Bound::AtMost)
            || less_is_better(&target.indicator, reading)
    })
}

/// Whether less of an indicator is better: 失业率5.5%左右 is kept with 5.1%. Not where the number
/// itself says how much less there is: 能耗降低3%.
fn less_is_better(indicator: &str, promised: &Reading) -> bool {
    // The end of a name says what is counted: 投诉量 is, 投诉办结率 is not.
    const LESS: &[&str] = &[
        "失业率",
        "消费价格",
        "价格涨幅",
        "价格指数",
        "赤字率",
        "能耗",
        "电耗",
        "水耗",
        "排放",
        "排放量",
        "浓度",
        "事故",
        "事故数",
        "事故起数",
        "死亡人数",
        "死亡率",
        "投诉",
        "投诉量",
        "投诉率",
        "时延",
        "负债率",
        "不良率",
        "违约率",
        "返贫率",
        "发病率",
        "发案率",
        "时间",
        "用时",
        "时限",
        "耗时",
        "成本",
        "费用率",
    ];
    let end = indicator.trim_end_matches(['）', ')', '”', '"']);
    LESS.iter().any(|word| end.ends_with(word)) && promised.trend != Some(Trend::Down)
}

/// The word for a result below its target: a rate is missed, a number is reached in part.
fn short(percent: f64, done: &Reading) -> Outcome {
    match done.measure {
        _ if percent >= NEAR => Outcome::Near,
        Measure::Change => Outcome::Missed,
        _ if percent > 0.0 => Outcome::Partial,
        _ => Outcome::Missed,
    }
}

fn opposite(a: Option<Trend>, b: Option<Trend>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

/// Later less earlier, in the unit that reads best. None where they are not comparable.
fn difference(earlier: &Figure, later: &Figure) -> Option<Difference> {
    let from = in_percent(earlier.reading.as_ref()?);
    let to = in_percent(later.reading.as_ref()?);
    if earlier.doubtful || later.doubtful || !alike(&from, &to) {
        return None;
    }
    let number = floor(&to)? - floor(&from)?;
    if from.unit == "%" {
        return Some(Difference {
            number: round(number),
            unit: "个百分点".into(),
        });
    }
    let (factor, word) = match number.abs() {
        n if n >= 1e8 => (1e8, "亿"),
        n if n >= 1e4 => (1e4, "万"),
        _ => (1.0, ""),
    };
    Some(Difference {
        number: round(number / factor),
        unit: format!("{word}{}", to.unit),
    })
}

/// To six decimals: differences of decimal fractions carry binary noise.
fn round(number: f64) -> f64 {
    (number * 1e6).round() / 1e6
}

fn next(year: Year, around: &Around<'_>, spoken: &Spoken) -> Option<Next> {
    let Some(next) = around.next else {
        let silent = spoken.planned(year + 1) && !around.planned_beside;
        let gone = around.target.is_some() && silent;
        return gone.then_some(Next::Dropped);
    };
    if around.target.is_none() && around.result.is_none() {
        return Some(Next::New);
    }
    let numbers = |figure: Option<&Figure>| figure.is_some_and(|f| f.value.is_some());
    if next.value.is_none() {
        let words_now = numbers(around.target);
        return Some(if words_now {
            Next::Reworded
        } else {
            Next::Carried
        });
    }
    // A target is set against a target; where there was none, against what was reached.
    let against = [around.target, around.result].into_iter().flatten();
    let mut comparable = against.filter_map(|figure| difference(figure, next));
    match comparable.next() {
        Some(moved) if moved.number > 0.0 => Some(Next::Raised),
        Some(moved) if moved.number < 0.0 => Some(Next::Lowered),
        Some(_) => Some(Next::Same),
        None if numbers(around.target) || numbers(around.result) => Some(Next::Reworded),
        None => Some(Next::New),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::{Context, read};

    fn reading(value: &str, role: Role) -> Reading {
        read(
            value,
            Context {
                role,
                indicator: "",
                quote: value,
            },
        )
        .unwrap_or_default()
    }

    #[test]
    fn results_are_judged_by_the_bound_of_the_promise() {
        for (promised, done, outcome) in [
            ("180万款", "192万款", Outcome::Exceeded),
            ("100个", "100个", Outcome::Met),
            ("不少于100个", "102个", Outcome::Met),
            ("不少于100个", "150个", Outcome::Exceeded),
            ("超200个", "200个", Outcome::Near),
            ("超200个", "超200个", Outcome::Met),
            ("100个", "超100个", Outcome::Met),
            ("100个", "96个", Outcome::Near),
            ("100个", "60个", Outcome::Partial),
            ("100个", "0个", Outcome::Missed),
            ("增长6%左右", "增长5.9%", Outcome::Met),
            ("增长6%左右", "增长8%", Outcome::Exceeded),
            ("增长6%", "增长5%", Outcome::Missed),
            ("增长6%", "下降6%", Outcome::Missed),
            ("5.5%以内", "5.1%", Outcome::Met),
            ("5.5%以内", "5.6%", Outcome::Missed),
            ("6%—6.5%", "6.2%", Outcome::Met),
            ("6%—6.5%", "7%", Outcome::Exceeded),
            ("200个", "不足200个", Outcome::Near),
            ("不少于100个", "不足100个", Outcome::Near),
            ("5%以内", "超5%", Outcome::Missed),
            ("低于5%", "低于5%", Outcome::Met),
            ("降至100起", "120起", Outcome::Missed),
            ("降至100起", "90起", Outcome::Met),
            ("0起", "3起", Outcome::Missed),
            ("0起", "0起", Outcome::Met),
            ("提升到90个", "降至95个", Outcome::Exceeded),
        ] {
            let judged = kept(
                &reading(promised, Role::Target),
                &reading(done, Role::Result),
                false,
            );
            assert_eq!(judged, outcome, "{promised} | {done}");
        }
    }

    #[test]
    fn where_less_is_better_a_lower_result_keeps_the_promise() {
        for (promised, done, outcome) in [
            ("5.5%左右", "5.1%", Outcome::Exceeded),
            ("5.5%左右", "5.6%", Outcome::Met),
            ("5.5%左右", "6.1%", Outcome::Missed),
            ("3%左右", "0.9%", Outcome::Exceeded),
            ("100起", "104起", Outcome::Near),
            ("100起", "100起", Outcome::Met),
            ("3%—4%", "3.5%", Outcome::Met),
            ("3%—4%", "2%", Outcome::Exceeded),
        ] {
            let (promised, done) = (reading(promised, Role::Target), reading(done, Role::Result));
            assert_eq!(
                kept(&promised, &done, true),
                outcome,
                "{promised:?} | {done:?}"
            );
        }
        let named =
            |indicator: &str, value: &str| less_is_better(indicator, &reading(value, Role::Target));
        assert!(named("城镇调查失业率", "5.5%左右"));
        assert!(!named("单位能耗降幅", "降低3%"));
        assert!(!named("覆盖率", "98%"));
        assert!(named("投诉量", "100件"));
        assert!(!named("投诉办结率", "98%"));
        assert!(!named("事故应急演练", "30次"));
    }

    #[test]
    fn a_lower_cap_is_a_stricter_one() {
        let cap = |indicator: &str, value: &str| {
            is_cap(&Figure {
                indicator: indicator.into(),
                reading: Some(reading(value, Role::Target)),
                ..figure()
            })
        };
        assert!(cap("细颗粒物浓度", "34微克/立方米"));
        assert!(cap("调查失业率", "5.5%以内"));
        assert!(!cap("二级节点", "超200个"));
    }

    fn figure() -> Figure {
        Figure {
            role: Role::Target,
            indicator: String::new(),
            key: None,
            value: None,
            reading: None,
            year: None,
            as_of: None,
            basis: None,
            stated: None,
            doubtful: false,
            note: None,
            span: 0..0,
            origin: crate::model::Origin::Found,
        }
    }

    #[test]
    fn units_and_measures_have_to_agree() {
        let target = |value| reading(value, Role::Target);
        assert_eq!(
            incomparable(&target("100个"), &target("100家")),
            Some(Reason::Unit)
        );
        assert_eq!(
            incomparable(&target("新增3个"), &target("16个")),
            Some(Reason::Measure)
        );
        assert_eq!(
            incomparable(&target("5+2"), &target("7个")),
            Some(Reason::NoNumber)
        );
        assert_eq!(incomparable(&target("100个"), &target("1万个")), None);
        assert_eq!(incomparable(&target("过亿"), &target("1.2亿户")), None);
        assert_eq!(
            incomparable(&target("增长5%"), &target("增长5‰")),
            Some(Reason::Unit)
        );
        assert_eq!(
            incomparable(&target("增长6%"), &target("翻番")),
            Some(Reason::Unit)
        );
        let half = in_percent(&target("过半"));
        assert_eq!(incomparable(&half, &target("60%")), None);
        assert_eq!(kept(&half, &target("60%"), false), Outcome::Exceeded);
    }

    #[test]
    fn the_bulletins_own_word_is_understood() {
        assert_eq!(own_verdict("提前完成"), Some(Outcome::Met));
        assert_eq!(own_verdict("超额完成"), Some(Outcome::Exceeded));
        assert_eq!(own_verdict("未完成"), Some(Outcome::Missed));
        assert_eq!(own_verdict("有序推进"), None);
        assert_eq!(own_verdict("无遗漏，全部完成"), Some(Outcome::Met));
        assert_eq!(own_verdict("正在完成"), None);
        assert_eq!(own_verdict("完成全年目标的90%"), Some(Outcome::Partial));
        assert_eq!(own_verdict("完成全年目标的102%"), Some(Outcome::Exceeded));
        assert_eq!(own_verdict("完成全年任务的一半"), Some(Outcome::Partial));
        assert_eq!(own_verdict("尚未启动"), Some(Outcome::Missed));
        assert!(came_about("确保不发生重大事故", "发生重大事故2起"));
        assert!(!came_about("确保不发生重大事故", "未发生重大事故"));
        for denied in ["没有完成", "尚未全部完成", "未能超额完成", "不能如期完成"]
        {
            assert_eq!(own_verdict(denied), Some(Outcome::Missed), "{denied}");
        }
    }
}
