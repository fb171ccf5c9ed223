//! How wide the columns of Compare are, and what stands in them: a table where it fits, else a
//! card for each row. A value is never cut; commitments and names are, between words.
//!
//! ```text
//!  2021目标      2021完成
//!       180万款       192万款     numbers end in one cell, decimals behind it,
//!       3.2%左右        5.1%      then the units
//! ```

use crate::compare::Row;
use crate::model::Role;
use crate::width;
use crate::wording::cell::cell_words;
use crate::wording::column::of_ledger;
use crate::wording::row;
use crate::wording::verdict::{next_words, verdict_words};

use super::cards::cards;
use super::number::Parts;
use super::view::View;

/// Cells left of the table: the tick box.
const LEFT: usize = 5;
/// Cells between two columns.
const GAP: usize = 2;
/// Cells that the name of an indicator takes at least.
const NAME: usize = 14;
/// Cells that the words of a commitment take at least.
const COMMITMENT: usize = 8;
/// What names and commitments grow to in turn, as long as there is room.
const SHARES: [(usize, usize); 3] = [(22, 14), (30, 20), (40, 30)];

/// What a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The indicator.
    Name,
    /// A column of the ledger, by its index.
    Value(usize),
    /// The outcome of the year.
    Outcome,
    /// The next target.
    Next,
    /// How the results went over the years.
    Trend,
}

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Col {
    /// What it shows.
    pub slot: Slot,
    /// First cell from the left of the screen.
    pub x: usize,
    /// Its cells.
    pub cells: usize,
    /// Cells of whole numbers, decimals and units, where numbers stand one below the other.
    pub aligned: Option<Parts>,
    /// Whether outcomes have their figures.
    pub figures: bool,
}

/// How the list is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// One line for each row.
    Table(Vec<Col>),
    /// Several lines for each row, by the item's index.
    Cards(Vec<Vec<String>>),
}

impl Default for Form {
    fn default() -> Self {
        Self::Table(Vec::new())
    }
}

impl Form {
    /// Screen rows that an item takes on average.
    pub fn rows_per_item(&self) -> usize {
        match self {
            Self::Table(_) => 1,
            Self::Cards(cards) => {
                let lines: usize = cards.iter().map(Vec::len).sum();
                lines / cards.len().max(1)
            }
        }
    }
}

/// The table, if a screen of so many cells has room for it, else cards.
pub fn form(view: &View<'_>, screen: u16) -> Form {
    let room = usize::from(screen).saturating_sub(LEFT + 1);
    match Sizes::new(view).table(room) {
        Some(columns) => Form::Table(columns),
        None => Form::Cards(cards(view, room)),
    }
}

/// Whether a form is a table that leaves nothing out: all of so many value columns, with the figures of outcomes.
pub fn is_whole(form: &Form, columns: usize) -> bool {
    let Form::Table(all) = form else {
        return false;
    };
    let values = all.iter().filter(|col| matches!(col.slot, Slot::Value(_)));
    values.count() == columns && all.iter().all(|col| col.figures)
}

/// First screen row of each of so many items, and the end of the last.
pub fn starts(form: &Form, items: usize) -> Vec<usize> {
    let mut starts = vec![0];
    let mut at = 0;
    for index in 0..items {
        at += match form {
            Form::Table(_) => 1,
            Form::Cards(cards) => cards.get(index).map_or(1, Vec::len),
        };
        starts.push(at);
    }
    starts
}

/// What a value column needs.
#[derive(Clone, Copy)]
struct ValueSize {
    /// Index in the ledger.
    at: usize,
    /// Cells of its widest value, or of its head.
    widest: usize,
    /// Cells of the parts of its values.
    parts: Parts,
    /// Cells of its head.
    head: usize,
    /// Whether it holds commitments, whose words may be cut.
    commitments: bool,
    /// Whether it belongs to the year before.
    before: bool,
}

impl ValueSize {
    /// What the rows that are listed need in a column of the ledger.
    fn of(at: usize, view: &View<'_>) -> Option<Self> {
        let (state, facts) = (view.state, view.state.ledger.facts(view.bulletins));
        let column = state.ledger.columns.get(at)?;
        let head = width::cells(
            &of_ledger(column.year, column.role, view.lang),
            view.ambiguous,
        );
        let (mut longest, mut parts) = (head, Parts::default());
        let mut commitments = false;
        let cells = view.rows().filter_map(|row| row.cells.get(at).copied()?);
        for cell in cells {
            match cell.figure(facts).map(|f| f.value.is_some()) {
                Some(true) => {
                    let value = cell_words(Some(cell), facts, 0, view.ambiguous, view.lang);
                    longest = longest.max(width::cells(&value, view.ambiguous));
                    parts = parts.widest(Parts::of(&value, view.ambiguous));
                }
                _ => commitments = true,
            }
        }
        Some(Self {
            at,
            widest: longest,
            parts,
            head,
            commitments,
            before: column.year < state.year,
        })
    }

    /// Cells of its values, with numbers one below the other or only set to the right.
    fn values(&self, aligned: bool) -> usize {
        if aligned {
            self.parts.cells().max(self.head)
        } else {
            self.widest
        }
    }

    fn least(&self, aligned: bool) -> usize {
        let values = self.values(aligned);
        if self.commitments {
            values.max(COMMITMENT)
        } else {
            values
        }
    }
}

/// What the columns need, in cells.
struct Sizes {
    /// The longest name.
    name: usize,
    /// Each value column.
    values: Vec<ValueSize>,
    /// Outcomes with their figures, and without.
    outcome: (usize, usize),
    /// The marks of a trend.
    trend: usize,
    /// The word on the next target.
    next: usize,
    /// The column of the next target, which stands behind the outcome.
    next_target: Option<usize>,
}

impl Sizes {
    fn new(view: &View<'_>) -> Self {
        let (state, words) = (view.state, view.lang.words());
        let cells = |text: &str| width::cells(text, view.ambiguous);
        let rows = || view.rows();
        let widest = |text: &dyn Fn(&Row) -> String, head: &str| {
            let longest = rows().map(|row| cells(&text(row))).max().unwrap_or(0);
            if longest == 0 {
                0
            } else {
                longest.max(cells(head))
            }
        };
        let values = state.columns(view.all_years).into_iter();
        let head = view.outcome_head();
        let short = |row: &Row| view.outcome(row, false);
        let long = |row: &Row| verdict_words(row.verdict(state.year), view.lang);
        let next = |row: &Row| next_words(row.verdict(state.year), view.lang).to_owned();
        Self {
            name: widest(&|row| row::marked(row), words.indicator),
            values: values.filter_map(|at| ValueSize::of(at, view)).collect(),
            outcome: (widest(&long, &head), widest(&short, &head)),
            trend: widest(&|row| view.trend(row, false), words.trend_head),
            next: widest(&next, words.next_year),
            next_target: state.ledger.column(state.year + 1, Role::Target),
        }
    }

    /// The widest table that fits: with the figures of outcomes, numbers one below the other and
    /// all columns, then without numbers in one place, without the figures, without the year
    /// before. None if even that does not fit.
    fn table(&self, room: usize) -> Option<Vec<Col>> {
        let all = [
            (true, true, true),
            (true, false, true),
            (false, true, true),
            (false, false, true),
            (false, true, false),
            (false, false, false),
        ];
        let mut ways = all.into_iter();
        ways.find_map(|(long, aligned, before)| self.fit(room, long, aligned, before))
    }

    fn fit(&self, room: usize, long: bool, aligned: bool, before: bool) -> Option<Vec<Col>> {
        let values: Vec<_> = self.values.iter().filter(|v| before || !v.before).collect();
        let outcome = if long { self.outcome.0 } else { self.outcome.1 };
        let trend = if long { self.trend } else { 0 };
        let fixed: usize = [outcome, self.next, trend]
            .iter()
            .filter(|cells| **cells > 0)
            .map(|cells| cells + GAP)
            .sum();
        let needed: usize = values.iter().map(|v| v.least(aligned) + GAP).sum();
        // Names come before numbers in one place.
        let least_name = self.name.min(if aligned { SHARES[0].0 } else { NAME });
        let mut spare = room.checked_sub(fixed + needed + least_name)?;
        // What is left goes in turn to the names and to the words of commitments.
        let wordy = values.iter().filter(|v| v.commitments).count();
        let (mut name, mut words) = (least_name, COMMITMENT);
        for (name_goal, words_goal) in SHARES {
            let goal = name_goal.min(self.name);
            let more = goal.saturating_sub(name).min(spare);
            (name, spare) = (name + more, spare - more);
            let share = spare.checked_div(wordy).unwrap_or(0);
            let more = words_goal.saturating_sub(words).min(share);
            (words, spare) = (words + more, spare - more * wordy);
        }
        let mut columns = Vec::new();
        let mut x = LEFT;
        let mut push = |slot: Slot, cells: usize, aligned: Option<Parts>| {
            if cells > 0 {
                columns.push(Col {
                    slot,
                    x,
                    cells,
                    aligned,
                    figures: long,
                });
                x += cells + GAP;
            }
        };
        push(Slot::Name, name, None);
        for v in &values {
            if self.next_target == Some(v.at) {
                push(Slot::Outcome, outcome, None);
            }
            let values = v.values(aligned);
            let grown = if v.commitments {
                values.max(words)
            } else {
                values
            };
            push(Slot::Value(v.at), grown, aligned.then_some(v.parts));
        }
        if self.next_target.is_none() {
            push(Slot::Outcome, outcome, None);
        }
        push(Slot::Next, self.next, None);
        push(Slot::Trend, trend, None);
        Some(columns)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes() -> Sizes {
        Sizes {
            name: 20,
            values: [
                (0, 8, false, true),
                (1, 8, true, false),
                (2, 9, true, false),
                (3, 9, true, false),
            ]
            .map(|(at, widest, commitments, before)| ValueSize {
                at,
                widest,
                parts: Parts {
                    whole: widest - 3,
                    decimals: 2,
                    unit: 2,
                },
                head: 8,
                commitments,
                before,
            })
            .to_vec(),
            outcome: (17, 10),
            trend: 0,
            next: 8,
            next_target: Some(3),
        }
    }

    #[test]
    fn columns_never_overlap_and_stay_on_the_screen() {
        for room in 40..200 {
            let Some(columns) = sizes().table(room) else {
                continue;
            };
            for pair in columns.windows(2) {
                assert!(pair[0].x + pair[0].cells + GAP <= pair[1].x, "{room}");
            }
            let last = columns.last().map_or(0, |c| c.x + c.cells);
            assert!(last <= room + LEFT, "{room} {columns:?}");
        }
    }

    #[test]
    fn the_year_before_gives_way_first_and_then_the_table() {
        let slots = |room: usize| {
            let columns = sizes().table(room)?;
            Some(columns.iter().map(|c| c.slot).collect::<Vec<_>>())
        };
        let all = slots(120).unwrap();
        assert_eq!(all[4], Slot::Outcome);
        assert_eq!(all.len(), 7);
        assert!(!slots(74).unwrap().contains(&Slot::Value(0)));
        assert!(slots(50).is_none());
    }
}
