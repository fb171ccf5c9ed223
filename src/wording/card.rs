//! A row of a ledger as a card, for where a table has no room: the cells with their columns' names,
//! outcomes and next targets, as many to a line as fit. A value is never cut.

use crate::calendar::Year;
use crate::compare::{Ledger, Row};
use crate::i18n::Lang;
use crate::model::{Bulletin, Role};
use crate::width::Ambiguous;

use super::cell::cell_words;
use super::column::of_ledger;
use super::flow::flow;
use super::verdict::{next_words, row_outcome};

/// What a card shows of a row, and in how many cells.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// Indices of the ledger's columns, ascending.
    pub columns: &'a [usize],
    /// The years whose outcomes are told, ascending.
    pub years: &'a [Year],
    /// Cells of a line.
    pub room: usize,
    /// Language of the interface.
    pub lang: Lang,
    /// Cells of ambiguous characters.
    pub ambiguous: Ambiguous,
}

/// What stands on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A column of the ledger, by its index, with its name.
    Cell(usize),
    /// What became of the promise of a year.
    Outcome(Year),
    /// The word on the target of the year after.
    Next(Year),
}

/// What stands on the cards of a ledger, in its order: the same for all rows. The outcome of a year stands behind the
/// year's own columns; the word on the next target stands behind that target.
pub fn parts(ledger: &Ledger, columns: &[usize], years: &[Year]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut years = years.iter().copied().peekable();
    // The year whose word on the next target is still to come.
    let mut open: Option<Year> = None;
    for &at in columns {
        let Some(column) = ledger.columns.get(at) else {
            continue;
        };
        while let Some(year) = years.next_if(|year| *year < column.year) {
            parts.extend(open.take().map(Part::Next));
            parts.push(Part::Outcome(year));
            open = Some(year);
        }
        parts.push(Part::Cell(at));
        if column.role == Role::Target {
            parts.extend(open.take().map(Part::Next));
        }
    }
    for year in years {
        parts.extend(open.take().map(Part::Next));
        parts.push(Part::Outcome(year));
        open = Some(year);
    }
    parts.extend(open.take().map(Part::Next));
    parts
}

/// The lines of a card below its indicator.
pub fn lines(
    ledger: &Ledger,
    row: &Row,
    bulletins: &[Bulletin],
    choice: Choice<'_>,
) -> Vec<String> {
    let Choice {
        lang,
        room,
        ambiguous,
        ..
    } = choice;
    let text = |part: Part| match part {
        Part::Cell(at) => {
            let column = ledger.columns.get(at);
            let name = column.map(|column| of_ledger(column.year, column.role, lang));
            let cell = row.cells.get(at).copied().flatten();
            let words = cell_words(cell, row, ledger.facts(bulletins), lang);
            format!("{} {words}", name.unwrap_or_default())
        }
        Part::Outcome(year) => {
            let (word, more) = row_outcome(row, year, lang);
            format!("{word} {more}").trim().to_owned()
        }
        Part::Next(year) => next_words(row.verdict(year), lang).to_owned(),
    };
    let parts = parts(ledger, choice.columns, choice.years).into_iter();
    let parts: Vec<String> = parts.map(text).collect();
    flow(&parts, room, ambiguous)
}
