//! What became of a promise: judges the cells of a row, year by year.
//!
//! Silence is never a failure: a promise that no result answers is `unreported`. The bulletin's
//! own verdict wins over arithmetic. Knows nothing of how figures were paired.

use crate::calendar::Year;
use crate::model::{Bound, Figure, Measure, Reading, Role};

use super::comparable::{
    apart, floor, in_percent, incomparable, is_exact, is_rate, opposite, subtracted,
};
use super::direction::{is_cap, less_is_better};
use super::limits;
use super::next::{NextContext, next};
use super::own_word::{fulfilled, is_of_expectation, stated_verdict};
use super::row::{Column, Facts, Pairing, Row};
use super::same_subject::{answers_all, are_one};
use super::series::Coverage;
use super::verdict::{Basis, Next, Outcome, Reason, Verdict};

/// The cells of a row that bear on one year.
struct RowContext<'a> {
    before: Option<&'a Figure>,
    target: Option<&'a Figure>,
    result: Option<&'a Figure>,
    next: Option<&'a Figure>,
    /// The words of the target and of the result.
    quotes: (&'a str, &'a str),
    /// Another row of the same indicator, which had two figures in one column, has the result.
    reported_elsewhere: bool,
    /// The same for the next target.
    planned_elsewhere: bool,
    /// How surely the cells are of one thing.
    sure: Sure,
}

/// How surely the cells of a row are of one thing.
#[derive(Clone, Copy)]
struct Sure {
    /// Whether they are one indicator by likeness only.
    likely: bool,
    /// Whether target and result speak of one subject for sure.
    answered: bool,
    /// The same of the two targets.
    repeated: bool,
}

impl<'a> RowContext<'a> {
    /// Whether a promise in words is only likely answered: the report may speak of another one, and 已提及 is all that is
    /// sure.
    fn likely_words(&self) -> bool {
        let (promised, reported) = self.quotes;
        let words = self.target.is_some_and(|target| target.value.is_none());
        self.sure.likely && words && !answers_all(promised, reported)
    }

    /// What bears on the next target.
    fn of_next(&self) -> NextContext<'a> {
        NextContext {
            target: self.target,
            result: self.result,
            next: self.next,
            planned_elsewhere: self.planned_elsewhere,
            likely: self.sure.likely,
            repeated: self.sure.repeated,
        }
    }
}

/// The verdicts on a row, by year. `first` is the first row of the same indicator, for a row that
/// holds its second figures.
pub fn verdicts(
    facts: Facts<'_>,
    columns: &[Column],
    row: &Row,
    first: Option<&Row>,
    coverage: &Coverage,
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
    let elsewhere =
        |year: Year, role: Role| first.is_some_and(|row| cell(row, year, role).is_some());
    let likely = matches!(row.pairing, Pairing::Similar(_));
    let one = |a: (Year, Role), b: (Year, Role)| {
        let cells = cell(row, a.0, a.1).zip(cell(row, b.0, b.1));
        cells.is_none_or(|(a, b)| !likely || are_one(facts, a, b))
    };
    let mut years: Vec<Year> = columns.iter().map(|c| c.year).collect();
    // A target of a year is new in the `next` of the year before.
    let targets = columns.iter().filter(|c| c.role == Role::Target);
    years.extend(targets.map(|c| c.year - 1));
    years.sort_unstable();
    years.dedup();
    let judged = years.into_iter().filter_map(|year| {
        let context = RowContext {
            before: figure(year - 1, Role::Result),
            target: figure(year, Role::Target),
            result: figure(year, Role::Result),
            next: figure(year + 1, Role::Target),
            quotes: (quote(year, Role::Target), quote(year, Role::Result)),
            reported_elsewhere: elsewhere(year, Role::Result),
            planned_elsewhere: elsewhere(year + 1, Role::Target),
            sure: Sure {
                likely,
                answered: one((year, Role::Target), (year, Role::Result)),
                repeated: one((year, Role::Target), (year + 1, Role::Target)),
            },
        };
        verdict(year, &context, coverage)
    });
    judged.collect()
}

fn verdict(year: Year, context: &RowContext<'_>, coverage: &Coverage) -> Option<Verdict> {
    let mut verdict = Verdict {
        year,
        outcome: None,
        basis: Basis::Computed,
        carried_over: false,
        attainment: None,
        difference: None,
        next: next(year, context.of_next(), coverage),
        reason: None,
        cap: context.next.is_some_and(is_cap),
        beyond: false,
    };
    match (context.target, context.result) {
        (Some(target), Some(_)) if target.value.is_none() => {
            // A commitment, answered; or what should not happen, and did.
            let (promised, reported) = context.quotes;
            let kept = context.likely_words() || fulfilled(promised, reported);
            verdict.outcome = Some(if kept {
                Outcome::Qualitative
            } else {
                Outcome::Missed
            });
        }
        (Some(_), Some(result)) if result.value.is_some() && !context.sure.answered => {
            (verdict.outcome, verdict.reason) =
                (Some(Outcome::Incomparable), Some(Reason::Subject));
        }
        (Some(target), Some(result)) => judge(target, result, &mut verdict),
        (Some(_), None) if coverage.reported(year) && !context.reported_elsewhere => {
            verdict.outcome = Some(Outcome::Unreported);
        }
        (None, Some(result)) => {
            if coverage.planned(year) {
                verdict.outcome = Some(Outcome::Unplanned);
            }
            verdict.difference = context.before.and_then(|before| subtracted(before, result));
        }
        _ => {}
    }
    take_stated(context, &mut verdict);
    let again = verdict.next.is_some_and(|next| next != Next::Dropped);
    // A main target is asked for by its year: that it stands in the next plan too tells nothing of it.
    let commitment = context
        .target
        .is_some_and(|target| target.value.is_none() && !target.main);
    verdict.carried_over = commitment && again && verdict.outcome == Some(Outcome::Unreported);
    (verdict.outcome.is_some() || verdict.next.is_some() || verdict.difference.is_some())
        .then_some(verdict)
}

/// Lets the bulletin's own verdict replace the computed one; attainment and difference that contradict it are removed.
fn take_stated(context: &RowContext<'_>, verdict: &mut Verdict) {
    let stated = [context.result, context.target].into_iter().flatten();
    let mut stated = stated.filter_map(|figure| figure.stated.as_deref());
    let own = stated.find_map(|word| Some((word, stated_verdict(word)?)));
    // More was expected, or less, than what was promised: arithmetic has to agree.
    let kept = matches!(verdict.outcome, Some(Outcome::Exceeded | Outcome::Met));
    let own = own.filter(|(word, _)| kept || !is_of_expectation(word));
    let own = own.filter(|_| context.result.is_some() && !is_of_another(context, verdict));
    if let Some((_, outcome)) = own {
        (verdict.outcome, verdict.basis) = (Some(outcome), Basis::Stated);
        (verdict.reason, verdict.beyond) = (None, false);
        let agrees = verdict.attainment.is_none_or(|percent| match outcome {
            Outcome::Exceeded | Outcome::Met => percent >= 100.0,
            Outcome::Missed | Outcome::Partial | Outcome::Near => percent < 100.0,
            _ => true,
        });
        if !agrees {
            (verdict.attainment, verdict.difference) = (None, None);
        }
    }
}

/// Whether the report's own word is none on this promise: it is of another population, of a mean of years, of what nobody
/// promised (in a plan that is known), or of what is likely another thing.
fn is_of_another(context: &RowContext<'_>, verdict: &Verdict) -> bool {
    let mean = |figure: Option<&Figure>| figure.is_some_and(|figure| figure.mean);
    let number = context.target.is_some_and(|target| target.value.is_some());
    let likely = || {
        number && !context.sure.answered
            || context.likely_words()
            || matches!(
                verdict.reason,
                Some(Reason::Measure | Reason::Period | Reason::NoNumber)
            )
    };
    verdict.outcome == Some(Outcome::Unplanned)
        || matches!(verdict.reason, Some(Reason::Scope | Reason::Subject))
        || context.target.is_some() && mean(context.target) != mean(context.result)
        || context.sure.likely && likely()
}

/// Judges a target with a value.
fn judge(target: &Figure, result: &Figure, verdict: &mut Verdict) {
    let readings = [target, result].map(|figure| figure.reading.as_ref().map(in_percent));
    let reason = apart(target, result).or(match &readings {
        [Some(promised), Some(done)] => incomparable(promised, done),
        _ => Some(Reason::NoNumber),
    });
    verdict.reason = reason;
    let (None, [Some(promised), Some(done)]) = (reason, &readings) else {
        verdict.outcome = Some(Outcome::Incomparable);
        return;
    };
    let less = less_is_better(&target.indicator, promised);
    verdict.outcome = Some(kept(promised, done, less));
    if verdict.outcome == Some(Outcome::Incomparable) {
        verdict.reason = Some(Reason::Unsure);
        return;
    }
    verdict.beyond = promised.bound == Bound::Range;
    verdict.difference = subtracted(target, result);
    let counts = is_exact(promised)
        && is_exact(done)
        && !less
        && !is_rate(&promised.unit)
        && matches!(promised.bound, Bound::Exactly | Bound::AtLeast);
    verdict.attainment = match (promised.number, done.number) {
        (Some(wanted), Some(reached)) if counts && wanted != 0.0 => {
            Some((reached / wanted * limits::THOUSANDTHS).round() / limits::TENTHS)
        }
        _ => None,
    };
}

/// The outcome of a comparable result. The result's own bound counts: 不足200 is less than 200, 超200 is more.
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
    // 不足3100 is more than 3000 or less: nobody knows.
    let over = matches!(
        promised.bound,
        Bound::Exactly | Bound::AtLeast | Bound::Over | Bound::About
    );
    if over && !less_is_better && done.bound == Bound::Under && reached > wanted {
        return Outcome::Incomparable;
    }
    let well_past = percent >= limits::WELL_PAST.get();
    if less_is_better && matches!(promised.bound, Bound::Exactly | Bound::About | Bound::Range) {
        let cap = promised.high.unwrap_or(wanted);
        let inside = promised.low.is_some_and(|low| !below(low)) && !above(cap);
        // Prices and unemployment 左右 a number are to stay at or under it: lower is kept, no more.
        let about = promised.bound == Bound::About && percent <= limits::WELL_PAST.get();
        return match reached {
            _ if inside || about => Outcome::Met,
            _ if below(wanted) => Outcome::Exceeded,
            _ if !above(cap) => Outcome::Met,
            _ if reached <= cap * limits::WELL_PAST.get() / 100.0 => Outcome::Near,
            _ => Outcome::Missed,
        };
    }
    match promised.bound {
        Bound::Under if below(wanted) => Outcome::Met,
        Bound::AtMost if !above(wanted) => Outcome::Met,
        // A promise of zero is met by zero only.
        Bound::Exactly if wanted == 0.0 && !above(wanted) => Outcome::Met,
        Bound::Exactly if wanted == 0.0 => Outcome::Missed,
        Bound::Under | Bound::AtMost => Outcome::Missed,
        // 左右 is reached from the number on; a little less is near it.
        Bound::About if (100.0..=limits::WELL_PAST.get()).contains(&percent) => Outcome::Met,
        Bound::Range if above(promised.high.unwrap_or(wanted)) => Outcome::Exceeded,
        // A result of 超100 for a target of 100 is more, but nobody says how much.
        Bound::Exactly if reached > wanted => Outcome::Exceeded,
        // 以上 names the least that will do: over it by however little is more.
        Bound::AtLeast if above(wanted) => Outcome::Exceeded,
        Bound::About if well_past => Outcome::Exceeded,
        // 突破 is kept by any number above it; 超200 for 超200 is as much as was promised.
        Bound::Over if reached > wanted => Outcome::Exceeded,
        Bound::Over if above(wanted) => Outcome::Met,
        Bound::Over => short(percent, done),
        _ if !below(wanted) => Outcome::Met,
        _ => short(percent, done),
    }
}

/// The word for a result below its target: a rate is missed, a number is reached in part.
fn short(percent: f64, done: &Reading) -> Outcome {
    match done.measure {
        _ if percent >= limits::NEAR.get() => Outcome::Near,
        Measure::Change => Outcome::Missed,
        _ if percent > 0.0 => Outcome::Partial,
        _ => Outcome::Missed,
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
            ("不少于100个", "100个", Outcome::Met),
            ("不少于100个", "102个", Outcome::Exceeded),
            ("不少于100个", "150个", Outcome::Exceeded),
            ("超200个", "200个", Outcome::Near),
            ("超200个", "超200个", Outcome::Met),
            ("超200个", "201个", Outcome::Exceeded),
            ("100个", "超100个", Outcome::Met),
            ("100个", "96个", Outcome::Near),
            ("100个", "60个", Outcome::Partial),
            ("100个", "0个", Outcome::Missed),
            ("增长6%左右", "增长5.9%", Outcome::Near),
            ("增长6%左右", "增长6.2%", Outcome::Met),
            ("增长6%左右", "增长8%", Outcome::Exceeded),
            ("增长6%", "增长5%", Outcome::Missed),
            ("增长6%", "下降6%", Outcome::Missed),
            ("5.5%以内", "5.1%", Outcome::Met),
            ("5.5%以内", "5.6%", Outcome::Missed),
            ("6%—6.5%", "6.2%", Outcome::Met),
            ("6%—6.5%", "7%", Outcome::Exceeded),
            ("200个", "不足200个", Outcome::Near),
            ("200个", "不足300个", Outcome::Incomparable),
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
            ("5.5%左右", "5.1%", Outcome::Met),
            ("5.5%左右", "5.6%", Outcome::Met),
            ("5.5%左右", "6.1%", Outcome::Missed),
            ("3%左右", "0.9%", Outcome::Met),
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
    }

    #[test]
    fn a_share_without_a_unit_is_judged_in_percent() {
        let target = |value| reading(value, Role::Target);
        let half = in_percent(&target("过半"));
        assert_eq!(kept(&half, &target("60%"), false), Outcome::Exceeded);
    }
}
