//! How the promises of a year came out, counted.
//!
//! Counts verdicts; knows nothing of how they were reached.

use crate::calendar::Year;
use crate::model::Role;

use super::row::{Column, Facts, Pairing, Row};
use super::series::Coverage;
use super::verdict::Outcome;

/// How the promises of a year came out. Every figure is a count of promises.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The year.
    pub year: Year,
    /// Outcomes of targets with a value, in the order of [`Outcome::ALL`].
    pub numeric: Vec<(Outcome, usize)>,
    /// Outcomes of commitments without a value; those not reported but promised again are
    /// counted apart.
    pub commitments: Vec<(Outcome, usize)>,
    /// Commitments not reported but promised again.
    pub carried_over: usize,
    /// Promises with a value whose result was found by similarity.
    pub similar: usize,
}

impl Tally {
    /// All targets with a value.
    pub fn numeric_total(&self) -> usize {
        self.numeric.iter().map(|(_, n)| n).sum()
    }

    /// All commitments without a value.
    pub fn commitments_total(&self) -> usize {
        self.carried_over + self.commitments.iter().map(|(_, n)| n).sum::<usize>()
    }
}

/// A tally for each year that promises were made for and results reported on.
pub fn tallies(
    facts: Facts<'_>,
    columns: &[Column],
    rows: &[Row],
    coverage: &Coverage,
) -> Vec<Tally> {
    let targets = columns
        .iter()
        .enumerate()
        .filter(|(_, c)| c.role == Role::Target);
    let judged = targets.filter(|(_, c)| coverage.reported(c.year));
    judged
        .map(|(at, column)| tally(facts, rows, at, column.year))
        .collect()
}

fn tally(facts: Facts<'_>, rows: &[Row], column: usize, year: Year) -> Tally {
    let mut tally = Tally {
        year,
        ..Tally::default()
    };
    for row in rows {
        let target = row.cells.get(column).copied().flatten();
        let Some(figure) = target.and_then(|cell| cell.figure(facts)) else {
            continue;
        };
        let Some(verdict) = row.verdict(year) else {
            continue;
        };
        let Some(outcome) = verdict.outcome else {
            continue;
        };
        let list = if figure.value.is_some() {
            let answered = !matches!(outcome, Outcome::Unreported);
            let doubtful = answered && matches!(row.pairing, Pairing::Similar(_));
            tally.similar += usize::from(doubtful);
            &mut tally.numeric
        } else if verdict.carried_over {
            tally.carried_over += 1;
            continue;
        } else {
            &mut tally.commitments
        };
        match list.iter_mut().find(|(known, _)| *known == outcome) {
            Some((_, count)) => *count += 1,
            None => list.push((outcome, 1)),
        }
    }
    let order = |outcome: &Outcome| Outcome::ALL.iter().position(|o| o == outcome);
    tally.numeric.sort_by_key(|(outcome, _)| order(outcome));
    tally.commitments.sort_by_key(|(outcome, _)| order(outcome));
    tally
}
