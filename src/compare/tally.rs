//! The rows of a year's ledger, each with its group and what it counts as: what lists show, headings count, filters take
//! and tallies sum is made of these entries alone.
//!
//! Counts verdicts; knows nothing of how they were reached.

use crate::calendar::Year;

use super::order::RowGroup;
use super::row::{Cell, Pairing, Row};
use super::verdict::{Outcome, Verdict};

/// What a row counts as in the ledger of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its outcome.
    Judged(Outcome),
    /// A promise in words that nobody reported on but that is promised again.
    CarriedOver,
    /// No outcome: nobody has reported on the year yet, or what was reported is told in another row.
    Open,
}

impl Standing {
    /// All of them, in the order they are told.
    pub const ALL: [Self; Outcome::ALL.len() + 2] = [
        Self::Judged(Outcome::Exceeded),
        Self::Judged(Outcome::Met),
        Self::Judged(Outcome::Near),
        Self::Judged(Outcome::Partial),
        Self::Judged(Outcome::Missed),
        Self::Judged(Outcome::Qualitative),
        Self::CarriedOver,
        Self::Judged(Outcome::Unreported),
        Self::Judged(Outcome::Incomparable),
        Self::Judged(Outcome::Unplanned),
        Self::Open,
    ];

    /// What a verdict counts as.
    pub fn of(verdict: Option<&Verdict>) -> Self {
        match verdict.map(|verdict| (verdict.carried_over, verdict.outcome)) {
            Some((true, Some(_))) => Self::CarriedOver,
            Some((_, Some(outcome))) => Self::Judged(outcome),
            Some((_, None)) | None => Self::Open,
        }
    }

    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Judged(outcome) => outcome.code(),
            Self::CarriedOver => "carried",
            Self::Open => "open",
        }
    }

    /// Whether something answered the promise.
    fn is_answer(self) -> bool {
        match self {
            Self::Judged(outcome) => !matches!(outcome, Outcome::Unreported | Outcome::Unplanned),
            Self::CarriedOver | Self::Open => false,
        }
    }
}

/// A row in the ledger of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The row, by its index in the ledger.
    pub row: usize,
    /// What it is in that year.
    pub group: RowGroup,
    /// The cell that says so.
    pub cell: Cell,
    /// What it counts as.
    pub standing: Standing,
    /// Whether what answers it was found by similarity.
    pub similar: bool,
}

impl Entry {
    /// A row of a group as it stands in a year.
    pub fn new(at: usize, row: &Row, (group, cell): (RowGroup, Cell), year: Year) -> Self {
        let standing = Standing::of(row.verdict(year));
        Self {
            row: at,
            group,
            cell,
            standing,
            similar: answered_by_similarity(row, year),
        }
    }
}

/// Whether what answers a row's promise for a year was found by similarity.
pub fn answered_by_similarity(row: &Row, year: Year) -> bool {
    Standing::of(row.verdict(year)).is_answer() && matches!(row.pairing, Pairing::Similar(_))
}

/// How many entries stand how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Those that there are, in the order of [`Standing::ALL`]. Their sum is [`Count::total`].
    pub standings: Vec<(Standing, usize)>,
    /// How many of all were answered by what was found by similarity.
    pub similar: usize,
}

impl Count {
    /// Counts entries.
    pub fn of<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Self {
        let mut count = Self::default();
        for entry in entries {
            count.similar += usize::from(entry.similar);
            match count
                .standings
                .iter_mut()
                .find(|(s, _)| *s == entry.standing)
            {
                Some((_, number)) => *number += 1,
                None => count.standings.push((entry.standing, 1)),
            }
        }
        let order = |standing: &Standing| Standing::ALL.iter().position(|s| s == standing);
        count.standings.sort_by_key(|(standing, _)| order(standing));
        count
    }

    /// All of them.
    pub fn total(&self) -> usize {
        self.standings.iter().map(|(_, number)| number).sum()
    }

    /// Those that stand so.
    pub fn number(&self, standing: Standing) -> usize {
        let mut standings = self.standings.iter();
        let found = standings.find(|(one, _)| *one == standing);
        found.map_or(0, |(_, number)| *number)
    }
}

/// How the rows of a year stand, by group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The year.
    pub year: Year,
    /// The rows of each group, in the order of [`RowGroup::ALL`].
    pub groups: Vec<(RowGroup, Count)>,
}

impl Tally {
    /// Counts the entries of a year.
    pub fn of(year: Year, entries: &[Entry]) -> Self {
        let count = |group: RowGroup| Count::of(entries.iter().filter(|e| e.group == group));
        let groups = RowGroup::ALL.map(|group| (group, count(group)));
        Self {
            year,
            groups: groups.into(),
        }
    }

    /// The rows of a group that there are any of.
    pub fn group(&self, group: RowGroup) -> Option<&Count> {
        let mut groups = self.groups.iter();
        let found = groups.find(|(one, count)| *one == group && count.total() > 0);
        found.map(|(_, count)| count)
    }

    /// How many rows of all groups were answered by what was found by similarity.
    pub fn similar(&self) -> usize {
        self.groups.iter().map(|(_, count)| count.similar).sum()
    }
}
