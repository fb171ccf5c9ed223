//! The rows of a ledger and what they hold: cells that point at figures and tasks.
//!
//! Types only: knows neither how cells are paired nor how rows are judged.

use crate::calendar::Year;
use crate::model::{Bulletin, Figure, Role, Section};

use super::tasks::Tasks;
use super::verdict::{Reason, Verdict};

/// A column: a year and a role. Columns run by year, target before result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The year spoken of.
    pub year: Year,
    /// Promised or reported.
    pub role: Role,
    /// Index of the first bulletin that has it.
    pub bulletin: usize,
}

impl Column {
    /// Whether one tells what became of what the other one promises.
    pub fn answers(&self, other: &Self) -> bool {
        self.year == other.year && self.role != other.role
    }
}

/// The columns around a year, in their order: the result of the year before, target and result of the year, the target of
/// the year after.
pub fn around(year: Year) -> [(Year, Role); 4] {
    [
        (year.saturating_sub(1), Role::Result),
        (year, Role::Target),
        (year, Role::Result),
        (year + 1, Role::Target),
    ]
}

/// What a cell points at in its section. Figures come before tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Content {
    /// A figure, by its index in the section.
    Figure(usize),
    /// A promise or report in words, by its index among the section's [`Tasks`].
    Task(usize),
}

/// Points at a figure or a task: indices of bulletin and section, and which one of the section it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Index in the library.
    pub bulletin: usize,
    /// Index in the bulletin.
    pub section: usize,
    /// The figure or the task.
    pub content: Content,
}

/// What cells point into: bulletins, and the tasks that were read from them.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The library.
    pub bulletins: &'a [Bulletin],
    /// The tasks.
    pub tasks: &'a Tasks,
}

impl<'a> Facts<'a> {
    /// A section.
    fn section(self, bulletin: usize, section: usize) -> Option<&'a Section> {
        self.bulletins.get(bulletin)?.sections().get(section)
    }

    /// The figures of a section, then its tasks, each with its cell.
    pub fn in_section(
        self,
        bulletin: usize,
        section: usize,
    ) -> impl Iterator<Item = (Cell, &'a Figure)> {
        let figures = self.section(bulletin, section);
        let figures = figures.map_or(&[][..], Section::figures);
        let figures = figures.iter().enumerate();
        let tasks = self.tasks.in_section(bulletin, section).iter().enumerate();
        let contents = figures
            .map(|(at, figure)| (Content::Figure(at), figure))
            .chain(tasks.map(|(at, task)| (Content::Task(at), task)));
        contents.map(move |(content, figure)| {
            let cell = Cell {
                bulletin,
                section,
                content,
            };
            (cell, figure)
        })
    }
}

impl Cell {
    /// The section it points into.
    fn section(self, facts: Facts<'_>) -> Option<&Section> {
        facts.section(self.bulletin, self.section)
    }

    /// The figure or the task itself.
    pub fn figure(self, facts: Facts<'_>) -> Option<&Figure> {
        match self.content {
            Content::Figure(at) => self.section(facts)?.figures().get(at),
            Content::Task(at) => {
                let tasks = facts.tasks.in_section(self.bulletin, self.section);
                tasks.get(at)
            }
        }
    }

    /// The section and the figure.
    pub fn look(self, facts: Facts<'_>) -> Option<(&Section, &Figure)> {
        Some((self.section(facts)?, self.figure(facts)?))
    }

    /// `ID#2.1` of its section.
    pub fn reference(self, bulletins: &[Bulletin]) -> String {
        bulletins
            .get(self.bulletin)
            .map(|b| b.reference(self.section))
            .unwrap_or_default()
    }
}

/// What a row was paired by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pairing {
    /// Equal keys.
    Key,
    /// One indicator of the catalogue, with equal measure, unit and scope.
    Catalogue,
    /// Equal folded names.
    Name,
    /// 疑似: similar in name, unit, sentence and section; how much, in percent.
    Similar(u8),
    /// 已确认: similar, and a user said that they are one.
    Confirmed,
}

impl Pairing {
    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Catalogue => "catalogue",
            Self::Name => "name",
            Self::Similar(_) => "similar",
            Self::Confirmed => "confirmed",
        }
    }

    /// How similar what was paired is, in percent; None where something else decided.
    pub fn percent(self) -> Option<u8> {
        match self {
            Self::Similar(percent) => Some(percent),
            _ => None,
        }
    }
}

/// Two cells that were joined by similarity, or because a user said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// One cell.
    pub a: Cell,
    /// The other one.
    pub b: Cell,
    /// How similar they are, in percent; None where a user said so.
    pub percent: Option<u8>,
}

/// A figure beside a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Related {
    /// The figure.
    pub cell: Cell,
    /// The year whose promise it does not answer.
    pub year: Year,
    /// Why it does not.
    pub reason: Reason,
}

/// One indicator over the years.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its name.
    pub indicator: String,
    /// Its key, if it has one.
    pub key: Option<String>,
    /// The id of its indicator in the catalogue, if its figures are of one.
    pub catalogue: Option<String>,
    /// What its cells were paired by.
    pub pairing: Pairing,
    /// What was joined into it by similarity.
    pub pairs: Vec<Pair>,
    /// A cell for each column of the ledger.
    pub cells: Vec<Option<Cell>>,
    /// What became of it, for each year there is something to say of.
    pub verdicts: Vec<Verdict>,
    /// Whether any of its cells has a value.
    pub numeric: bool,
    /// The first row of the same indicator, by its index while the ledger is made: this row holds
    /// a second figure of one year and role. None for all other rows.
    pub(super) beside: Option<usize>,
    /// What reports tell of its indicator without answering a promise of it.
    pub related: Vec<Related>,
}

impl Row {
    /// The verdict on a year.
    pub fn verdict(&self, year: Year) -> Option<&Verdict> {
        self.verdicts.iter().find(|v| v.year == year)
    }
}

/// Drops rows, and corrects the indices in [`Row::beside`]. `home` returns the row that a row was joined
/// into: a row is kept if that is the row itself, and dropped without a successor if it is None.
pub fn drop_rows(rows: Vec<Row>, home: impl Fn(usize) -> Option<usize>) -> Vec<Row> {
    let mut places: Vec<Option<usize>> = Vec::with_capacity(rows.len());
    let mut next = 0;
    for at in 0..rows.len() {
        let kept = home(at) == Some(at);
        places.push(kept.then_some(next));
        next += usize::from(kept);
    }
    let place = |at: usize| places.get(at).copied().flatten();
    let kept = rows.into_iter().enumerate();
    let kept = kept.filter(|(at, _)| place(*at).is_some());
    let rows = kept.map(|(_, mut row)| {
        row.beside = row.beside.and_then(|at| place(home(at)?));
        row
    });
    rows.collect()
}
