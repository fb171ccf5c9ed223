//! A ledger as a table for terminals.

use std::io::{self, Write};

use crate::calendar::Year;
use crate::compare::{Ledger, Row};
use crate::i18n::Lang;
use crate::model::{Bulletin, Role};
use crate::width::{self, Ambiguous};
use crate::wording::card::{self, Choice};
use crate::wording::cell::cell_words;
use crate::wording::column::of_ledger;
use crate::wording::paragraph::{Setup, paragraph};
use crate::wording::row::name;
use crate::wording::tally::tally_line;
use crate::wording::verdict::{next_words, verdict_words};

use super::grid::Grid;

/// Cells that a commitment's words may take in a table.
const COMMITMENT: usize = 20;

/// The ledger for a terminal: a table if it fits into `setup.cells` (0 for any width), else a card
/// for each row; then the tallies. Every year with targets and results has its outcome behind it.
///
/// # Errors
/// Those of the writer.
pub fn table(
    out: &mut dyn Write,
    ledger: &Ledger,
    bulletins: &[Bulletin],
    lang: Lang,
    setup: Setup,
) -> io::Result<()> {
    let ambiguous = setup.ambiguous;
    let years = judged_years(ledger);
    let mut grid = Grid::new(head(ledger, &years, lang));
    for row in &ledger.rows {
        grid.push(cells(ledger, row, &years, bulletins, lang, ambiguous));
    }
    let right = ledger.columns.iter();
    let right = right.filter_map(|c| column_at(ledger, &years, c.year, c.role));
    let right: Vec<usize> = right.collect();
    if setup.cells == 0 || grid.cells(ambiguous) <= setup.cells {
        grid.write(out, &right, ambiguous)?;
        writeln!(out)?;
    } else {
        let columns: Vec<usize> = (0..ledger.columns.len()).collect();
        let choice = Choice {
            columns: &columns,
            years: &years,
            room: setup.cells.saturating_sub(2),
            lang,
            ambiguous,
        };
        for row in &ledger.rows {
            paragraph(out, &row.indicator, setup)?;
            for line in card::lines(ledger, row, bulletins, choice) {
                writeln!(out, "  {}", width::visible_text(&line))?;
            }
            writeln!(out)?;
        }
    }
    for tally in &ledger.tallies {
        paragraph(out, &tally_line(tally, lang), setup)?;
    }
    if ledger.tallies.is_empty() {
        paragraph(out, lang.words().tally_none, setup)?;
    }
    Ok(())
}

/// Years behind whose columns an outcome stands.
pub fn judged_years(ledger: &Ledger) -> Vec<Year> {
    let judged = |year: &Year| ledger.rows.iter().any(|r| r.verdict(*year).is_some());
    ledger.years().into_iter().filter(judged).collect()
}

/// Place of a column in a table line: the indicator first, two more columns behind each judged
/// year.
fn column_at(ledger: &Ledger, judged: &[Year], year: Year, role: Role) -> Option<usize> {
    let at = ledger.column(year, role)?;
    Some(1 + at + 2 * judged.iter().filter(|y| **y < year).count())
}

fn head(ledger: &Ledger, judged: &[Year], lang: Lang) -> Vec<String> {
    let words = lang.words();
    let mut line = vec![words.indicator.to_owned()];
    for (at, column) in ledger.columns.iter().enumerate() {
        line.push(of_ledger(column.year, column.role, lang));
        let last = ledger
            .columns
            .get(at + 1)
            .is_none_or(|c| c.year != column.year);
        if last && judged.contains(&column.year) {
            line.push(words.outcome_of(column.year));
            line.push(words.next_year.to_owned());
        }
    }
    line
}

fn cells(
    ledger: &Ledger,
    row: &Row,
    judged: &[Year],
    bulletins: &[Bulletin],
    lang: Lang,
    ambiguous: Ambiguous,
) -> Vec<String> {
    let mut line = vec![name(row, lang)];
    for (at, column) in ledger.columns.iter().enumerate() {
        let cell = row.cells.get(at).copied().flatten();
        line.push(cell_words(
            cell,
            ledger.facts(bulletins),
            COMMITMENT,
            ambiguous,
            lang,
        ));
        let last = ledger
            .columns
            .get(at + 1)
            .is_none_or(|c| c.year != column.year);
        if last && judged.contains(&column.year) {
            let verdict = row.verdict(column.year);
            line.push(verdict_words(verdict, lang));
            line.push(next_words(verdict, lang).to_owned());
        }
    }
    line
}
