//! The ledger of a series: what was promised for a year, what was reported, what is promised next.
//!
//! A ledger points into the bulletins by index and copies no text but its own tasks. Pairing is by
//! key, then by folded name, then by similarity; `outcome` judges. Knows nothing of screens and files.

use crate::calendar::Year;
use crate::figures;
use crate::model::{Bulletin, Origin, Role};

use super::joined::are_of_several;
use super::links::Links;
use super::order::{RowGroup, of_year, order};
use super::related::relate;
use super::row::{Cell, Column, Facts, Row, drop_rows};
use super::series::{Coverage, columns, compared, members};
use super::series_name::title_of;
use super::tally::{Entry, Tally};
use super::tasks::{Tasks, is_heading};
use super::verdict::Verdict;
use super::weights::Weights;
use super::{assign, exact, outcome, real_terms};

/// The ledger of a series.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// The series.
    pub series: String,
    /// What it is called on screens and in documents: the series, or the bulletins that are laid together.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows in the order of [`Ledger::first_year`]: by [`RowGroup`], in each in the order of the text.
    pub rows: Vec<Row>,
    /// A tally for each year that promises were made for and results reported on.
    pub tallies: Vec<Tally>,
    /// What its bulletins promise and report in words.
    pub tasks: Tasks,
}

impl Ledger {
    /// The ledger of a series; `years` restricts its columns, empty for all years. Verdicts are computed before
    /// columns are left out, so that they are the same in every selection.
    pub fn new(bulletins: &[Bulletin], series: &str, years: &[Year], links: &Links) -> Self {
        Self::with_weights(bulletins, series, years, links, Weights::built_in())
    }

    /// The same with other weights of the similarity than the built-in ones.
    pub fn with_weights(
        bulletins: &[Bulletin],
        series: &str,
        years: &[Year],
        links: &Links,
        weights: &Weights,
    ) -> Self {
        let mut ledger = Self::whole(bulletins, series, links, weights);
        if !years.is_empty() {
            ledger.keep(bulletins, years);
        }
        ledger
    }

    fn whole(bulletins: &[Bulletin], series: &str, links: &Links, weights: &Weights) -> Self {
        let members = members(bulletins, series);
        let tasks = Tasks::of(bulletins, &members);
        let facts = Facts {
            bulletins,
            tasks: &tasks,
        };
        let columns = columns(facts, &members);
        let coverage = Coverage::of(facts, &members);
        let cells = members.iter().flat_map(|index| compared(facts, *index));
        let overrides = links.among(facts, cells.map(|(cell, _)| cell));
        let mut rows = exact::rows(facts, &members, &columns, &overrides);
        rows = real_terms::answer(facts, &columns, rows);
        rows = assign::join(facts, &columns, rows, &overrides, weights);
        rows = asked_for(facts, rows);
        relate(facts, &members, &columns, &mut rows);
        let judge = |row: &Row| {
            let beside = row.beside.and_then(|at| rows.get(at));
            outcome::verdicts(facts, &columns, row, beside, &coverage)
        };
        let verdicts: Vec<_> = rows.iter().map(judge).collect();
        // What was laid together by hand may be of two issuers: neither answers for the other.
        let apart = are_of_several(bulletins, &members);
        for (row, verdicts) in rows.iter_mut().zip(verdicts) {
            row.verdicts = if apart {
                verdicts.into_iter().filter_map(Verdict::withheld).collect()
            } else {
                verdicts
            };
        }
        let promised = columns.iter().filter(|c| c.role == Role::Target);
        let told = promised.filter(|column| coverage.reported(column.year));
        let tallies = told.map(|column| Tally::of(column.year, &[])).collect();
        let mut ledger = Self {
            series: series.to_owned(),
            title: title_of(bulletins, series),
            columns,
            rows,
            tallies,
            tasks,
        };
        ledger.drop_empty_columns();
        ledger.arrange(bulletins);
        ledger
    }

    /// Drops columns without a cell: reports in words that answer no promise.
    fn drop_empty_columns(&mut self) {
        let used = |at: usize| {
            let mut rows = self.rows.iter();
            rows.any(|row| row.cells.get(at).is_some_and(Option::is_some))
        };
        let used: Vec<bool> = (0..self.columns.len()).map(used).collect();
        self.keep_columns(&used);
    }

    /// Drops the columns whose flag is not set, from the rows too.
    fn keep_columns(&mut self, kept: &[bool]) {
        for row in &mut self.rows {
            let mut flags = kept.iter();
            row.cells.retain(|_| flags.next() == Some(&true));
        }
        let mut flags = kept.iter();
        self.columns.retain(|_| flags.next() == Some(&true));
    }

    /// Drops the columns, verdicts and tallies of other years, and rows without a cell left.
    fn keep(&mut self, bulletins: &[Bulletin], years: &[Year]) {
        let kept: Vec<bool> = (self.columns.iter())
            .map(|column| years.contains(&column.year))
            .collect();
        self.keep_columns(&kept);
        let facts = Facts {
            bulletins,
            tasks: &self.tasks,
        };
        for row in &mut self.rows {
            row.verdicts.retain(|verdict| years.contains(&verdict.year));
            row.related.retain(|related| years.contains(&related.year));
            let mut figures = row.cells.iter().flatten().filter_map(|c| c.figure(facts));
            row.numeric = figures.any(|figure| figure.value.is_some());
        }
        self.rows
            .retain(|row| row.cells.iter().any(Option::is_some));
        self.tallies.retain(|tally| years.contains(&tally.year));
        self.arrange(bulletins);
    }

    /// Puts the rows in the order of the year that a reader wants first, and counts them.
    fn arrange(&mut self, bulletins: &[Bulletin]) {
        let Some(year) = self.first_year() else {
            return;
        };
        let order = self.order(bulletins, year);
        let mut rows: Vec<Option<Row>> = self.rows.drain(..).map(Some).collect();
        let next = |at: usize| rows.get_mut(at).and_then(Option::take);
        self.rows = order.into_iter().filter_map(next).collect();
        let years: Vec<Year> = self.tallies.iter().map(|tally| tally.year).collect();
        let count = |year: Year| Tally::of(year, &self.entries(bulletins, year));
        self.tallies = years.into_iter().map(count).collect();
    }

    /// The rows that have to do with a year, in its order: what lists show and what is counted.
    pub fn entries(&self, bulletins: &[Bulletin], year: Year) -> Vec<Entry> {
        let told = of_year(self.facts(bulletins), &self.columns, &self.rows, year);
        let entry = |(at, group)| Some(Entry::new(at, self.rows.get(at)?, group, year));
        told.into_iter().filter_map(entry).collect()
    }

    /// The indices of its rows in the order of a year.
    pub fn order(&self, bulletins: &[Bulletin], year: Year) -> Vec<usize> {
        order(self.facts(bulletins), &self.columns, &self.rows, year)
    }

    /// What a row is in the ledger of a year; None where it has nothing to do with it.
    pub fn group(&self, bulletins: &[Bulletin], row: &Row, year: Year) -> Option<RowGroup> {
        let told = RowGroup::of(self.facts(bulletins), &self.columns, row, year);
        told.map(|(group, _)| group)
    }

    /// What its cells point into; `bulletins` are those it was made of.
    pub fn facts<'a>(&'a self, bulletins: &'a [Bulletin]) -> Facts<'a> {
        Facts {
            bulletins,
            tasks: &self.tasks,
        }
    }

    /// Index of the row that holds a cell.
    pub fn row_with(&self, cell: Cell) -> Option<usize> {
        let holds = |row: &Row| row.cells.contains(&Some(cell));
        self.rows.iter().position(holds)
    }

    /// Index of the column of a year and role.
    pub fn column(&self, year: Year, role: Role) -> Option<usize> {
        self.columns
            .iter()
            .position(|c| (c.year, c.role) == (year, role))
    }

    /// Its years, ascending.
    pub fn years(&self) -> Vec<Year> {
        let mut years: Vec<Year> = self.columns.iter().map(|c| c.year).collect();
        years.dedup();
        years
    }

    /// The year a reader wants first: the latest one with promises and results, else the latest
    /// with results and promises for the year after, else the latest.
    pub fn first_year(&self) -> Option<Year> {
        let years = self.years();
        let has = |year: Year, role: Role| self.column(year, role).is_some();
        let latest = |wanted: &dyn Fn(Year) -> bool| {
            let mut backward = years.iter().rev();
            backward.find(|year| wanted(**year)).copied()
        };
        latest(&|year| has(year, Role::Target) && has(year, Role::Result))
            .or_else(|| latest(&|year| has(year, Role::Result) && has(year + 1, Role::Target)))
            .or_else(|| years.last().copied())
    }
}

/// Without the rows that only report in words what nobody promised, and without headings that
/// promise in general what the text below them promises one by one.
fn asked_for(facts: Facts<'_>, rows: Vec<Row>) -> Vec<Row> {
    let says_enough = |cell: &Cell, alone: bool| {
        cell.look(facts).is_some_and(|(section, figure)| {
            let promised = figure.role == Role::Target;
            let general = alone && is_heading(section, figure);
            figure.value.is_some() || figure.origin == Origin::Declared || promised && !general
        })
    };
    let kept: Vec<bool> = (rows.iter())
        .map(|row| {
            let alone = row.cells.iter().flatten().count() == 1;
            // Whether a passage begins with a verb: what was done in one year and again in another.
            let done = |cell: &Cell| {
                let looked = cell.look(facts);
                looked.is_some_and(|(section, figure)| {
                    let words = section.quote(figure);
                    figures::object(words).len() < words.len()
                })
            };
            let again = !alone && row.cells.iter().flatten().any(done);
            again
                || row
                    .cells
                    .iter()
                    .flatten()
                    .any(|cell| says_enough(cell, alone))
        })
        .collect();
    drop_rows(rows, |at| kept.get(at).filter(|kept| **kept).map(|_| at))
}
