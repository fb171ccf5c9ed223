//! The ledger of a series: what was promised for a year, what was reported, what is promised next.
//!
//! A ledger points into the bulletins by index and copies no text. Pairing is by key, then by
//! folded name, then by likeness; `outcome` judges. It knows nothing of screens and files.

mod align;
mod likeness;
pub mod links;
mod opposed;
mod outcome;
mod pair;
mod pairs;
mod row;
mod tasks;
mod terms;
mod theme;
mod trend;

use std::collections::BTreeSet;

use crate::calendar::Year;
use crate::figures;
use crate::model::{Bulletin, Figure, Kind, Origin, Role};
pub use align::{Alignment, Alignments};
pub use links::Links;
pub use outcome::{Basis, Difference, Next, Outcome, Reason, Verdict};
pub use row::{Cell, Column, Content, Facts, Join, Pairing, Row};
pub use tasks::Tasks;
pub use trend::levels;

use row::drop_rows;
use tasks::is_heading;

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
    pub carried: usize,
    /// Promises with a value whose result was found by likeness.
    pub similar: usize,
}

impl Tally {
    /// All targets with a value.
    pub fn numeric_total(&self) -> usize {
        self.numeric.iter().map(|(_, n)| n).sum()
    }

    /// All commitments without a value.
    pub fn commitments_total(&self) -> usize {
        self.carried + self.commitments.iter().map(|(_, n)| n).sum::<usize>()
    }
}

/// The ledger of a series.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// The series.
    pub series: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows: those with values first, each group in the order of the text.
    pub rows: Vec<Row>,
    /// A tally for each year that promises were made for and results reported on.
    pub tallies: Vec<Tally>,
    /// What its bulletins promise and report in words.
    pub tasks: Tasks,
}

impl Ledger {
    /// The ledger of a series; `years` restricts its columns, empty for all years. What is left
    /// out still counts in the verdicts: what comes next is the same in every selection.
    pub fn new(bulletins: &[Bulletin], series: &str, years: &[Year], links: &Links) -> Self {
        let mut ledger = Self::whole(bulletins, series, links);
        if !years.is_empty() {
            ledger.keep(bulletins, years);
        }
        ledger
    }

    fn whole(bulletins: &[Bulletin], series: &str, links: &Links) -> Self {
        let members = members(bulletins, series);
        let tasks = Tasks::of(bulletins, &members);
        let facts = Facts {
            bulletins,
            tasks: &tasks,
        };
        let columns = columns(facts, &members);
        let spoken = Spoken::of(facts, &members);
        let cells = members
            .iter()
            .flat_map(|index| pair::figures(facts, *index));
        let said = links.among(facts, cells.map(|(cell, _)| cell));
        let mut rows = pair::rows(facts, &members, &columns, &said);
        rows = likeness::join(facts, &columns, rows, &said);
        rows = asked_for(facts, rows);
        let judge = |row: &Row| {
            let beside = row.beside.and_then(|at| rows.get(at));
            outcome::verdicts(facts, &columns, row, beside, &spoken)
        };
        let verdicts: Vec<_> = rows.iter().map(judge).collect();
        for (row, verdicts) in rows.iter_mut().zip(verdicts) {
            row.verdicts = verdicts;
        }
        rows.sort_by_key(|row| !row.numeric);
        let tallies = tallies(facts, &columns, &rows, &spoken);
        let mut ledger = Self {
            series: series.to_owned(),
            columns,
            rows,
            tallies,
            tasks,
        };
        ledger.drop_empty_columns();
        ledger
    }

    /// Drops columns in which nothing stands: reports in words that answer no promise.
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
            let mut figures = row.cells.iter().flatten().filter_map(|c| c.figure(facts));
            row.numeric = figures.any(|figure| figure.value.is_some());
        }
        self.rows
            .retain(|row| row.cells.iter().any(Option::is_some));
        self.rows.sort_by_key(|row| !row.numeric);
        self.tallies.retain(|tally| years.contains(&tally.year));
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

/// What a section promises and reports. A section of a kind that does neither may name figures of any
/// time: what was found there by the program is not compared.
fn compared<'a>(
    facts: Facts<'a>,
    bulletin: usize,
    section: usize,
    kind: Option<Kind>,
) -> impl Iterator<Item = (Cell, &'a Figure)> {
    let aside = kind.is_some_and(|kind| kind.role().is_none());
    let all = facts.in_section(bulletin, section);
    all.filter(move |(_, figure)| !aside || figure.origin == Origin::Declared)
}

/// Without the rows that only report in words what nobody promised, and without headings that
/// promise in general what the text below them promises one by one.
fn asked_for(facts: Facts<'_>, rows: Vec<Row>) -> Vec<Row> {
    let told = |cell: &Cell, alone: bool| {
        cell.look(facts).is_some_and(|(section, figure)| {
            let promised = figure.role == Role::Target;
            let general = alone && is_heading(section, figure);
            figure.value.is_some() || figure.origin == Origin::Declared || promised && !general
        })
    };
    let kept: Vec<bool> = (rows.iter())
        .map(|row| {
            let alone = row.cells.iter().flatten().count() == 1;
            // What was done in one year and again in another.
            let done = |cell: &Cell| {
                let looked = cell.look(facts);
                looked.is_some_and(|(section, figure)| {
                    let words = section.quote(figure);
                    figures::object(words).len() < words.len()
                })
            };
            let again = !alone && row.cells.iter().flatten().any(done);
            again || row.cells.iter().flatten().any(|cell| told(cell, alone))
        })
        .collect();
    drop_rows(rows, |at| kept.get(at).filter(|kept| **kept).map(|_| at))
}

/// The series of a library, in the order of their first bulletin.
pub fn series(bulletins: &[Bulletin]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for bulletin in bulletins {
        if !names.contains(&bulletin.series) {
            names.push(bulletin.series.clone());
        }
    }
    names
}

/// Whether a series has figures of which none says its year.
pub fn lacks_years(bulletins: &[Bulletin], series: &str) -> bool {
    let of_series = bulletins.iter().filter(|b| b.series == series);
    let mut years = of_series.flat_map(Bulletin::figures).map(|(_, f)| f.year);
    years
        .next()
        .is_some_and(|first| first.is_none() && years.all(|year| year.is_none()))
}

/// Indices of a series' bulletins by date, those without one last.
pub fn members(bulletins: &[Bulletin], series: &str) -> Vec<usize> {
    let mut members: Vec<usize> = (0..bulletins.len())
        .filter(|i| bulletins.get(*i).is_some_and(|b| b.series == series))
        .collect();
    members.sort_by_key(|i| bulletins.get(*i).map(|b| (b.date.is_none(), b.date)));
    members
}

fn columns(facts: Facts<'_>, members: &[usize]) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for &bulletin in members {
        for (_, figure) in pair::figures(facts, bulletin) {
            let Some(year) = figure.year else { continue };
            let known = columns
                .iter()
                .any(|c| (c.year, c.role) == (year, figure.role));
            if !known {
                columns.push(Column {
                    year,
                    role: figure.role,
                    bulletin,
                });
            }
        }
    }
    columns.sort_by_key(|c| (c.year, c.role));
    columns
}

/// The years a series made promises for and reported on, whether with figures or without.
#[derive(Debug, Default)]
pub struct Spoken {
    planned: BTreeSet<Year>,
    reported: BTreeSet<Year>,
}

impl Spoken {
    fn of(facts: Facts<'_>, members: &[usize]) -> Self {
        let mut spoken = Self::default();
        let sections = members.iter().flat_map(|index| {
            let sections = facts
                .bulletins
                .get(*index)
                .map_or(&[][..], Bulletin::sections);
            let sections = sections.iter().enumerate();
            sections.map(move |(at, section)| (*index, at, section))
        });
        for (index, at, section) in sections {
            let own = section.year.zip(section.kind.and_then(Kind::role));
            let figures = compared(facts, index, at, section.kind).map(|(_, figure)| figure);
            let figures = figures.filter_map(|f| f.year.map(|year| (year, f.role)));
            for (year, role) in own.into_iter().chain(figures) {
                match role {
                    Role::Target => spoken.planned.insert(year),
                    Role::Result => spoken.reported.insert(year),
                };
            }
        }
        spoken
    }

    /// Whether promises were made for a year.
    pub fn planned(&self, year: Year) -> bool {
        self.planned.contains(&year)
    }

    /// Whether a year was reported on.
    pub fn reported(&self, year: Year) -> bool {
        self.reported.contains(&year)
    }
}

fn tallies(facts: Facts<'_>, columns: &[Column], rows: &[Row], spoken: &Spoken) -> Vec<Tally> {
    let targets = columns
        .iter()
        .enumerate()
        .filter(|(_, c)| c.role == Role::Target);
    let judged = targets.filter(|(_, c)| spoken.reported(c.year));
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
        } else if verdict.carried {
            tally.carried += 1;
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
