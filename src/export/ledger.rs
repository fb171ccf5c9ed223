//! A ledger as a table for terminals.

use std::io::{self, Write};

use crate::calendar::Year;
use crate::compare::{Count, Entry, Ledger, Row, RowGroup, by_chapter};
use crate::i18n::Lang;
use crate::model::{Bulletin, Role};
use crate::width;
use crate::wording::card::{self, Choice};
use crate::wording::cell::cell_words;
use crate::wording::column::of_ledger;
use crate::wording::paragraph::{Setup, paragraph};
use crate::wording::tally::{group_line, group_name, tally_line};
use crate::wording::verdict::{next_words, row_outcome};

use super::grid::Grid;

/// Cells of a line that is not broken.
const UNBROKEN: usize = 1 << 20;

/// The ledger for a terminal, group by group in the order of its year: what has values as a table if it fits into
/// `setup.cells` (0 for any width), else as a card for each row; promises in words with what is said of them; then the
/// tallies. Every year with targets and results has its outcome behind it.
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
    let year = ledger.first_year().unwrap_or_default();
    let entries = ledger.entries(bulletins, year);
    let printer = Printer {
        ledger,
        bulletins,
        lang,
        setup,
        years: judged_years(ledger),
    };
    let with_main = entries.iter().any(|entry| entry.group == RowGroup::Main);
    for group in RowGroup::ALL {
        let own = entries.iter().filter(|entry| entry.group == group);
        let own: Vec<Entry> = own.copied().collect();
        if own.is_empty() {
            continue;
        }
        let name = group_name(group, year, with_main, lang);
        paragraph(
            out,
            &group_line(name, (group, &Count::of(&own)), lang),
            setup,
        )?;
        if group == RowGroup::Task {
            for (chapter, tasks) in by_chapter(own, |entry| entry.cell, bulletins) {
                paragraph(out, &chapter, setup)?;
                let rows: Vec<usize> = tasks.iter().map(|entry| entry.row).collect();
                printer.rows(out, &rows)?;
            }
        } else {
            let rows: Vec<usize> = own.iter().map(|entry| entry.row).collect();
            printer.rows(out, &rows)?;
        }
        writeln!(out)?;
    }
    // Rows of other years than the one in the middle.
    let told = |at: &usize| entries.iter().any(|entry| entry.row == *at);
    let rest: Vec<usize> = (0..ledger.rows.len()).filter(|at| !told(at)).collect();
    if !rest.is_empty() {
        paragraph(out, lang.words().other_years, setup)?;
        printer.rows(out, &rest)?;
        writeln!(out)?;
    }
    for tally in &ledger.tallies {
        paragraph(out, &tally_line(tally, lang), setup)?;
    }
    if ledger.tallies.is_empty() {
        paragraph(out, lang.words().tally_none, setup)?;
    }
    Ok(())
}

/// What rows are printed with.
struct Printer<'a> {
    ledger: &'a Ledger,
    bulletins: &'a [Bulletin],
    lang: Lang,
    setup: Setup,
    /// Years with outcomes.
    years: Vec<Year>,
}

impl Printer<'_> {
    /// Rows with values as a table or as cards, then the others as cards.
    fn rows(&self, out: &mut dyn Write, rows: &[usize]) -> io::Result<()> {
        let rows = rows.iter().filter_map(|at| self.ledger.rows.get(*at));
        let (values, words): (Vec<&Row>, Vec<&Row>) = rows.partition(|row| row.numeric);
        let mut grid = Grid::new(head(self.ledger, &self.years, self.lang));
        for row in &values {
            grid.push(cells(
                self.ledger,
                row,
                &self.years,
                self.bulletins,
                self.lang,
            ));
        }
        let columns = self.ledger.columns.iter();
        let right = columns.filter_map(|c| column_at(self.ledger, &self.years, c.year, c.role));
        let right: Vec<usize> = right.collect();
        let (room, ambiguous) = (self.setup.cells, self.setup.ambiguous);
        if values.is_empty() {
        } else if room == 0 || grid.cells(ambiguous) <= room {
            grid.write(out, &right, ambiguous)?;
        } else {
            self.cards(out, &values)?;
        }
        self.cards(out, &words)
    }

    /// Cards: the name, then every cell with the name of its column.
    fn cards(&self, out: &mut dyn Write, rows: &[&Row]) -> io::Result<()> {
        let room = match self.setup.cells {
            0 => UNBROKEN,
            cells => cells.saturating_sub(2),
        };
        for row in rows {
            let filled = (0..self.ledger.columns.len())
                .filter(|at| row.cells.get(*at).is_some_and(Option::is_some));
            let columns: Vec<usize> = filled.collect();
            let choice = Choice {
                columns: &columns,
                years: &self.years,
                room,
                lang: self.lang,
                ambiguous: self.setup.ambiguous,
            };
            paragraph(out, &row.indicator, self.setup)?;
            for line in card::lines(self.ledger, row, self.bulletins, choice) {
                writeln!(out, "  {}", width::visible_text(&line))?;
            }
        }
        Ok(())
    }
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
) -> Vec<String> {
    let mut line = vec![row.indicator.clone()];
    for (at, column) in ledger.columns.iter().enumerate() {
        let cell = row.cells.get(at).copied().flatten();
        line.push(cell_words(cell, row, ledger.facts(bulletins), lang));
        let last = ledger
            .columns
            .get(at + 1)
            .is_none_or(|c| c.year != column.year);
        if last && judged.contains(&column.year) {
            let verdict = row.verdict(column.year);
            let (word, more) = row_outcome(row, column.year, lang);
            line.push(format!("{word} {more}").trim_end().to_owned());
            line.push(next_words(verdict, lang).to_owned());
        }
    }
    line
}
