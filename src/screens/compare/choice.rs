//! What of a ledger is listed, and in which order: the choices.

use crate::calendar::Year;
use crate::compare::{Entry, Ledger, Next, Outcome, Standing, Verdict};
use crate::i18n::Lang;

/// Rows by what became of their promise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Exceeded and met.
    Kept,
    /// Short of it: nearly, partly or not met.
    Short,
    /// In words, and answered.
    Mentioned,
    /// In words, not reported but promised again.
    CarriedOver,
    /// Not reported.
    Silent,
    /// Not comparable.
    Incomparable,
    /// Results that nobody promised.
    Unplanned,
}

impl Filter {
    /// All filters, in the order they are turned through.
    pub const ALL: [Self; 8] = [
        Self::All,
        Self::Kept,
        Self::Short,
        Self::Mentioned,
        Self::CarriedOver,
        Self::Silent,
        Self::Incomparable,
        Self::Unplanned,
    ];

    /// The filter of what counts so. What has no outcome is of none but all.
    fn of(standing: Standing) -> Self {
        match standing {
            Standing::CarriedOver => Self::CarriedOver,
            Standing::Open => Self::All,
            Standing::Judged(outcome) => match outcome {
                Outcome::Exceeded | Outcome::Met => Self::Kept,
                Outcome::Near | Outcome::Partial | Outcome::Missed => Self::Short,
                Outcome::Qualitative => Self::Mentioned,
                Outcome::Unreported => Self::Silent,
                Outcome::Incomparable => Self::Incomparable,
                Outcome::Unplanned => Self::Unplanned,
            },
        }
    }

    /// Whether what counts so is listed.
    pub fn takes(self, standing: Standing) -> bool {
        self == Self::All || self == Self::of(standing)
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
    /// All groups under the headings of the chapters, not only the tasks.
    pub by_theme: bool,
    /// Only rows whose next target is another one.
    pub changed: bool,
}

impl Choice {
    /// Whether a row is listed.
    pub fn takes(self, entry: &Entry, ledger: &Ledger, year: Year) -> bool {
        let changed = || {
            let row = ledger.rows.get(entry.row);
            row.and_then(|row| row.verdict(year))
                .is_some_and(has_changed)
        };
        self.filter.takes(entry.standing) && (!self.changed || changed())
    }

    /// Whether anything but the order and the chapters was chosen: less than all is listed.
    pub fn is_less(self) -> bool {
        self.filter != Filter::All || self.changed
    }

    /// What was chosen, in words; empty if nothing was.
    pub fn words(self, lang: Lang) -> String {
        let words = lang.words();
        let mut parts: Vec<&str> = Vec::new();
        let filter = Filter::ALL.iter().position(|one| *one == self.filter);
        parts.extend(filter.and_then(|at| words.filters.get(at)));
        let sort = Sort::ALL.iter().position(|one| *one == self.sort);
        parts.extend(sort.and_then(|at| words.sorts.get(at)));
        let flags = [
            (self.changed, words.only_changed),
            (self.by_theme, words.by_theme),
        ];
        parts.extend(flags.iter().filter(|(on, _)| *on).map(|(_, word)| *word));
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }
}

/// The item behind one in a turn; the first behind the last.
pub fn turned<T: Copy + PartialEq>(all: &[T], now: T) -> T {
    let at = all.iter().position(|one| *one == now).unwrap_or(0);
    let next = all.get(at + 1).or(all.first());
    next.copied().unwrap_or(now)
}

/// Whether the next target is another one than this year's.
fn has_changed(verdict: &Verdict) -> bool {
    let same = matches!(verdict.next, None | Some(Next::Same | Next::Carried));
    !same
}

/// Puts rows of a group or a chapter in an order.
pub fn sort(rows: &mut [Entry], ledger: &Ledger, year: Year, sort: Sort) {
    let reached = |entry: &Entry| {
        let row = ledger.rows.get(entry.row);
        row.and_then(|row| row.verdict(year)).and_then(reached)
    };
    // What cannot be told stands last, either way.
    let key = |entry: &Entry, least: bool| {
        let reached = reached(entry);
        let cents = reached.map_or(0, |percent| (percent * 100.0) as i64);
        (reached.is_none(), if least { cents } else { -cents })
    };
    match sort {
        Sort::Text => {}
        Sort::LeastFirst => rows.sort_by_cached_key(|entry| key(entry, true)),
        Sort::MostFirst => rows.sort_by_cached_key(|entry| key(entry, false)),
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
    fn every_outcome_is_in_just_one_filter_and_what_is_mentioned_is_not_met() {
        for standing in Standing::ALL {
            let filters = Filter::ALL.iter().filter(|f| f.takes(standing));
            // All, and its own; what has no outcome has none.
            let own = usize::from(standing != Standing::Open);
            assert_eq!(filters.count(), 1 + own, "{standing:?}");
        }
        assert!(!Filter::Kept.takes(Standing::Judged(Outcome::Qualitative)));
    }
}
