//! Which rows Compare lists, in which groups and order.

use crate::calendar::Year;
use crate::compare::{Ledger, Next, Outcome, Row, Verdict};
use crate::i18n::Lang;
use crate::model::{Bulletin, Section};

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// The head of a group, by its index.
    Group(usize),
    /// A row of the ledger, by its index.
    Row(usize),
}

/// Rows by what became of their promise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Kept: exceeded, met, reported.
    Kept,
    /// Short of it: nearly, partly or not met.
    Short,
    /// Not reported.
    Silent,
    /// Not comparable.
    Incomparable,
    /// Results that nobody promised.
    Unplanned,
}

impl Filter {
    /// All filters, in the order they are turned through.
    pub const ALL: [Self; 6] = [
        Self::All,
        Self::Kept,
        Self::Short,
        Self::Silent,
        Self::Incomparable,
        Self::Unplanned,
    ];

    fn takes(self, outcome: Option<Outcome>) -> bool {
        let Some(outcome) = outcome else {
            return self == Self::All;
        };
        match self {
            Self::All => true,
            Self::Kept => matches!(
                outcome,
                Outcome::Exceeded | Outcome::Met | Outcome::Qualitative
            ),
            Self::Short => matches!(outcome, Outcome::Near | Outcome::Partial | Outcome::Missed),
            Self::Silent => outcome == Outcome::Unreported,
            Self::Incomparable => outcome == Outcome::Incomparable,
            Self::Unplanned => outcome == Outcome::Unplanned,
        }
    }
}

/// In which order rows stand in their group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As they stand in the text.
    #[default]
    Text,
    /// What was reached least of its promise first.
    LeastFirst,
    /// What was reached most first.
    MostFirst,
}

impl Sort {
    /// All orders, as they are turned through.
    pub const ALL: [Self; 3] = [Self::Text, Self::LeastFirst, Self::MostFirst];
}

/// What was chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// By what became of the promise.
    pub filter: Filter,
    /// In which order.
    pub sort: Sort,
    /// Groups by the sections the rows stand in, not by whether they have figures.
    pub by_theme: bool,
    /// Only rows with figures.
    pub numeric: bool,
    /// Only rows whose next target is another one.
    pub changed: bool,
}

impl Choice {
    /// What was chosen, in words; empty if nothing was.
    pub fn words(self, lang: Lang) -> String {
        let words = lang.words();
        let mut parts: Vec<&str> = Vec::new();
        let filter = Filter::ALL.iter().position(|one| *one == self.filter);
        parts.extend(filter.and_then(|at| words.filters.get(at)));
        let sort = Sort::ALL.iter().position(|one| *one == self.sort);
        parts.extend(sort.and_then(|at| words.sorts.get(at)));
        let flags = [
            (self.numeric, words.only_numeric),
            (self.changed, words.only_changed),
            (self.by_theme, words.by_theme),
        ];
        parts.extend(flags.iter().filter(|(on, _)| *on).map(|(_, word)| *word));
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }
}

/// The head of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// How many rows it has.
    pub rows: usize,
}

/// The item behind one in a turn; the first behind the last.
pub fn turned<T: Copy + PartialEq>(all: &[T], now: T) -> T {
    let at = all.iter().position(|one| *one == now).unwrap_or(0);
    let next = all.get(at + 1).or(all.first());
    next.copied().unwrap_or(now)
}

/// The rows of a year's list under their groups. `bears` tells whether a row has anything to do
/// with the year.
pub fn list(
    ledger: &Ledger,
    bulletins: &[Bulletin],
    year: Year,
    choice: Choice,
    lang: Lang,
    bears: impl Fn(&Row) -> bool,
) -> (Vec<Item>, Vec<Group>) {
    let taken = |row: &Row| {
        let verdict = row.verdict(year);
        bears(row)
            && choice.filter.takes(verdict.and_then(|v| v.outcome))
            && (row.numeric || !choice.numeric)
            && (!choice.changed || verdict.is_some_and(has_changed))
    };
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    let rows = ledger.order(bulletins, year);
    let rows = rows
        .iter()
        .filter_map(|at| Some((*at, ledger.rows.get(*at)?)));
    for (at, row) in rows.filter(|(_, row)| taken(row)) {
        let words = lang.words();
        let name = match (choice.by_theme, row.numeric) {
            (true, _) => theme(ledger, row, bulletins, year),
            (false, true) => words.with_figures.to_owned(),
            (false, false) => words.commitments.to_owned(),
        };
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, rows)) => rows.push(at),
            None => groups.push((name, vec![at])),
        }
    }
    let (mut items, mut heads) = (Vec::new(), Vec::new());
    for (name, mut rows) in groups {
        sort(&mut rows, ledger, year, choice.sort);
        items.push(Item::Group(heads.len()));
        heads.push(Group {
            name,
            rows: rows.len(),
        });
        items.extend(rows.into_iter().map(Item::Row));
    }
    (items, heads)
}

/// Whether the next target is another one than this year's.
fn has_changed(verdict: &Verdict) -> bool {
    let same = matches!(verdict.next, None | Some(Next::Same | Next::Carried));
    !same
}

/// The heading of the part of a bulletin that a row belongs to: where it was promised, else where
/// it was reported.
fn theme(ledger: &Ledger, row: &Row, bulletins: &[Bulletin], year: Year) -> String {
    let columns = ledger.columns.iter().zip(&row.cells);
    let filled = columns.filter_map(|(column, cell)| Some((column, (*cell)?)));
    // The nearest year first, targets before results.
    let nearest = filled.min_by_key(|(column, _)| (column.year.abs_diff(year), column.role));
    let heading = nearest.and_then(|(_, cell)| {
        let bulletin = bulletins.get(cell.bulletin)?;
        let mut at = cell.section;
        while let Some(parent) = bulletin.parent(at)
            && bulletin.parent(parent).is_some()
        {
            at = parent;
        }
        bulletin.sections().get(at).map(Section::outline_heading)
    });
    heading.unwrap_or_default()
}

fn sort(rows: &mut [usize], ledger: &Ledger, year: Year, sort: Sort) {
    let reached = |at: &usize| {
        let verdict = ledger.rows.get(*at).and_then(|row| row.verdict(year));
        verdict.and_then(reached)
    };
    // What cannot be told stands last, either way.
    let key = |at: &usize, least: bool| {
        let reached = reached(at);
        let cents = reached.map_or(0, |percent| (percent * 100.0) as i64);
        (reached.is_none(), if least { cents } else { -cents })
    };
    match sort {
        Sort::Text => {}
        Sort::LeastFirst => rows.sort_by_key(|at| key(at, true)),
        Sort::MostFirst => rows.sort_by_key(|at| key(at, false)),
    }
}

/// How much of a promise was reached, in percent; where that is no percentage, what its outcome
/// stands for.
fn reached(verdict: &Verdict) -> Option<f64> {
    let stands_for = match verdict.outcome? {
        Outcome::Exceeded => 105.0,
        Outcome::Met => 100.0,
        Outcome::Near => 97.0,
        Outcome::Partial => 50.0,
        Outcome::Missed => 0.0,
        Outcome::Qualitative | Outcome::Unreported | Outcome::Incomparable | Outcome::Unplanned => {
            return None;
        }
    };
    Some(verdict.attainment.unwrap_or(stands_for))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_begins_again_behind_the_last() {
        assert_eq!(turned(&Sort::ALL, Sort::Text), Sort::LeastFirst);
        assert_eq!(turned(&Sort::ALL, Sort::MostFirst), Sort::Text);
    }

    #[test]
    fn every_outcome_but_none_is_in_just_one_filter() {
        for outcome in Outcome::ALL {
            let filters = Filter::ALL.iter().filter(|f| f.takes(Some(outcome)));
            // All, and its own.
            assert_eq!(filters.count(), 2, "{outcome:?}");
        }
    }
}
