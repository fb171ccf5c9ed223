//! Whether what likeness found may stand beside a promise where no verdict is given that would say what is sure: the result
//! of the year before, and words by which the promise goes on.
//!
//! Knows nothing of how alike rows are.

use std::collections::HashMap;

use crate::figures::heads;
use crate::model::{Figure, Role, Section};

use super::comparable::{apart, incomparable};
use super::row::{Cell, Column, Facts, Row};
use super::same_subject::{answers_all, nearly_one, same_thing, speaks_of};

/// What was asked of a promise and another cell already: rows are joined one after the other, and most of their cells were
/// asked before.
pub type Asked = HashMap<(Cell, Cell), bool>;

/// Whether each of two rows may stand beside the promises of the other one.
pub fn stands(
    facts: Facts<'_>,
    columns: &[Column],
    (a, b): (&Row, &Row),
    asked: &mut Asked,
) -> bool {
    let filled = |row: &Row| -> Vec<(&Column, Cell)> {
        let cells = columns.iter().zip(&row.cells);
        cells
            .filter_map(|(column, cell)| Some((column, (*cell)?)))
            .collect()
    };
    let (own, others) = (filled(a), filled(b));
    // Where a report answers its own year's promise, that one leads to the next.
    let answers = |column: &Column| {
        let mut all = own.iter().chain(&others);
        column.role == Role::Result
            && all.any(|(target, _)| (target.year, target.role) == (column.year, Role::Target))
    };
    let mut fit = |one: (&Column, Cell), other: (&Column, Cell)| {
        let ask = || fits(facts, one, other);
        answers(other.0) || *asked.entry((one.1, other.1)).or_insert_with(ask)
    };
    own.iter().all(|one| {
        let mut others = others.iter();
        others.all(|other| fit(*one, *other) && fit(*other, *one))
    })
}

/// Whether a cell may stand beside a promise.
fn fits(facts: Facts<'_>, (of, promise): (&Column, Cell), (column, cell): (&Column, Cell)) -> bool {
    let looked = promise.look(facts).zip(cell.look(facts));
    let Some((promise, other)) = looked.filter(|_| of.role == Role::Target) else {
        return true;
    };
    let before = column.role == Role::Result && column.year + 1 == of.year;
    let next = column.role == Role::Target && column.year == of.year + 1;
    let quotes = (promise.0.quote(promise.1), other.0.quote(other.1));
    match (promise.1.value.is_some(), other.1.value.is_some()) {
        (true, _) if before => is_level_before(promise, other),
        (true, true) if next => nearly_one(promise, other),
        (true, false) if next => speaks_of(quotes.1, &promise.1.indicator),
        // What there was before a main target in words is said of it, and not of another indicator.
        (false, false) if before && promise.1.main => answers_all(quotes.0, quotes.1),
        // Main targets are few, and say in other words what they ask for.
        (false, false) if next && !(promise.1.main && other.1.main) => {
            repeats_head(quotes.0, quotes.1)
        }
        _ => true,
    }
}

/// Whether words promise again what others promise: they hold the noun at the end of one of its phrases.
fn repeats_head(promise: &str, next: &str) -> bool {
    let mut heads = heads(promise).into_iter().peekable();
    heads.peek().is_none() || heads.any(|head| next.contains(&String::from_iter(head)))
}

/// Whether a result is what a promise of the year after starts from: of the same thing, and comparable.
fn is_level_before(promise: (&Section, &Figure), result: (&Section, &Figure)) -> bool {
    let readings = promise.1.reading.as_ref().zip(result.1.reading.as_ref());
    apart(promise.1, result.1).is_none()
        && readings.is_some_and(|(promised, done)| incomparable(promised, done).is_none())
        && same_thing(promise, result)
}

#[cfg(test)]
mod tests {
    use crate::compare::sample::bulletin;
    use crate::compare::{Ledger, Links};
    use crate::model::Kind;

    /// How many cells the first row of a plan has beside a report of the year before and a plan of the year after.
    fn beside(before: &str, plan: &str, next: &str) -> usize {
        let all = [
            (Kind::Achievements, 2020, before),
            (Kind::Plans, 2021, plan),
            (Kind::Plans, 2022, next),
        ];
        let ledger = Ledger::new(&[bulletin(&all)], "", &[], &Links::default());
        let row = ledger
            .rows
            .iter()
            .find(|row| row.cells[1].is_some())
            .unwrap();
        row.cells.iter().flatten().count()
    }

    #[test]
    fn words_that_go_on_hold_the_head_noun_of_what_was_promised() {
        let none = "召开会议。";
        let plan = "加快建设河口泵站自动化工程。";
        assert_eq!(beside(none, plan, "继续建设河口泵站自动化工程。"), 2);
        assert_eq!(beside(none, plan, "推动河口泵站自动化中心运行。"), 1);
    }

    #[test]
    fn the_result_of_the_year_before_is_of_the_same_thing() {
        let plan = "新增外资外贸重点企业30家。";
        assert_eq!(beside("新增外资外贸企业23家。", plan, "举办活动。"), 2);
        assert_eq!(beside("外资外贸企业达到930家。", plan, "举办活动。"), 1);
    }
}
