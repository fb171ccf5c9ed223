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

/// The lines of a card below its indicator. The outcome of a year stands behind the year's own
/// columns; the word on the next target stands behind that target.
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
    let mut parts = Vec::new();
    let mut years = choice.years.iter().copied().peekable();
    // The year whose word on the next target is still to come.
    let mut open: Option<Year> = None;
    let next = |year: Year| next_words(row.verdict(year), lang).to_owned();
    let outcome = |year: Year| {
        let (word, more) = row_outcome(row, year, lang);
        format!("{word} {more}").trim().to_owned()
    };
    for &at in choice.columns {
        let Some(column) = ledger.columns.get(at) else {
            continue;
        };
        while let Some(year) = years.next_if(|year| *year < column.year) {
            parts.extend(open.take().map(next));
            parts.push(outcome(year));
            open = Some(year);
        }
        let name = of_ledger(column.year, column.role, lang);
        let cell = row.cells.get(at).copied().flatten();
        let words = cell_words(cell, row, ledger.facts(bulletins), lang);
        parts.push(format!("{name} {words}"));
        if column.role == Role::Target {
            parts.extend(open.take().map(next));
        }
    }
    for year in years {
        parts.extend(open.take().map(next));
        parts.push(outcome(year));
        open = Some(year);
    }
    parts.extend(open.take().map(next));
    flow(&parts, room, ambiguous)
}
