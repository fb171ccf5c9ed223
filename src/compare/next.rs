//! What is promised for the year after, against this year's target or result.
//!
//! Knows nothing of what became of this year's promise.

use crate::calendar::Year;
use crate::fold::fold;
use crate::lexicon::{Chars, List};
use crate::model::{Bound, Figure};

use super::comparable::difference;
use super::series::Coverage;
use super::verdict::Next;

/// 和, 与: 居民收入增长和经济增长同步 is no other promise than 与.
static COORDINATE: Chars = Chars::new(List::new("coordinate"));

/// The figures of a row that the next target is compared with.
#[derive(Clone, Copy)]
pub struct NextContext<'a> {
    /// This year's target.
    pub target: Option<&'a Figure>,
    /// This year's result.
    pub result: Option<&'a Figure>,
    /// The next target.
    pub next: Option<&'a Figure>,
    /// Whether another row of the same indicator has the next target.
    pub planned_elsewhere: bool,
    /// Whether the figures are one indicator by likeness only.
    pub likely: bool,
    /// Whether both targets speak of one subject for sure.
    pub repeated: bool,
}

/// What the next year makes of the promise; None where that cannot be said yet.
pub fn next(year: Year, context: NextContext<'_>, coverage: &Coverage) -> Option<Next> {
    let Some(next) = context.next else {
        let silent = coverage.planned(year + 1) && !context.planned_elsewhere;
        let gone = context.target.is_some() && silent;
        return gone.then_some(Next::Dropped);
    };
    if context.target.is_none() && context.result.is_none() {
        return Some(Next::New);
    }
    let numbers = |figure: Option<&Figure>| figure.is_some_and(|f| f.value.is_some());
    if next.value.is_none() {
        return Some(match context.target {
            // Words that only resemble a number are not the same promise in other words: it goes on without a number.
            Some(target) if target.value.is_some() && !context.likely => Next::Reworded,
            // Main targets in words say what they ask for: 与经济增长同步.
            Some(target) if target.main && next.main => {
                if words(&target.indicator) == words(&next.indicator) {
                    Next::Same
                } else {
                    Next::Reworded
                }
            }
            _ => Next::Carried,
        });
    }
    if context.target.is_some_and(|target| target.value.is_some()) && !context.repeated {
        return Some(Next::Reworded);
    }
    // A target is compared with a target; where there was none, with what was reached.
    let against = context.target.or(context.result);
    match against.and_then(|figure| difference(figure, next)) {
        Some(moved) if moved.number > 0.0 => Some(Next::Raised),
        Some(moved) if moved.number < 0.0 => Some(Next::Lowered),
        // The same number with another bound is another promise: 10%左右, 10%以上.
        Some(_)
            if context
                .target
                .is_some_and(|target| bound(target) != bound(next)) =>
        {
            Some(Next::Reworded)
        }
        Some(_) => Some(Next::Same),
        None if context.target.is_some() || numbers(context.result) => Some(Next::Reworded),
        None => Some(Next::New),
    }
}

/// What words promise, whichever of 和 and 与 joins them.
fn words(promise: &str) -> String {
    let promise = fold(promise);
    promise.chars().filter(|c| !COORDINATE.has(*c)).collect()
}

/// How a figure is bounded.
fn bound(figure: &Figure) -> Option<Bound> {
    figure.reading.as_ref().map(|reading| reading.bound)
}

#[cfg(test)]
mod tests {
    use crate::compare::sample::bulletin;
    use crate::compare::{Ledger, Links, Next};
    use crate::model::Kind;

    /// What the next year makes of the first row of 2021.
    fn next_of(plan: &str, done: &str, next: &str) -> Option<Next> {
        let all = [
            (Kind::Plans, 2021, plan),
            (Kind::Achievements, 2021, done),
            (Kind::Plans, 2022, next),
        ];
        let ledger = Ledger::new(&[bulletin(&all)], "", &[], &Links::default());
        ledger.rows.first()?.verdict(2021)?.next
    }

    #[test]
    fn a_main_target_in_words_is_the_same_or_worded_anew() {
        let plan = "今年主要预期目标是：就业3万人，居民收入增长与经济增长同步。";
        let of_words = |next: &str| {
            let all = [(Kind::Plans, 2021, plan), (Kind::Plans, 2022, next)];
            let ledger = Ledger::new(&[bulletin(&all)], "", &[], &Links::default());
            let row = ledger
                .rows
                .iter()
                .find(|row| row.indicator.contains("同步"))?;
            row.verdict(2021)?.next
        };
        assert_eq!(of_words(plan), Some(Next::Same));
        assert_eq!(of_words(&plan.replace('与', "和")), Some(Next::Same));
        assert_eq!(
            of_words("今年主要预期目标是：就业3万人，居民收入增长与经济增长基本同步。"),
            Some(Next::Reworded)
        );
    }

    #[test]
    fn a_next_target_that_the_target_cannot_be_compared_with_is_not_judged_by_the_result() {
        let plan = "茶园面积达到30万亩。";
        let done = "茶园面积达到50万亩。";
        assert_eq!(
            next_of(plan, done, "茶园面积达到40万亩。"),
            Some(Next::Raised)
        );
        assert_eq!(
            next_of(plan, done, "新增茶园面积4万亩。"),
            Some(Next::Reworded)
        );
    }
}
