//! How wide the columns of Compare are, and what stands in them: a table where it fits, else a
//! card for each row. A value is never cut; commitments and names are, between words.

use crate::compare::Row;
use crate::export::card;
use crate::export::ledger::{cell_words, next_words, verdict_words};
use crate::i18n::Lang;
use crate::model::{Bulletin, Role};
use crate::width::{self, Ambiguous};
use crate::wrap;

use super::ledger::{Item, LedgerView};

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

/// First screen row of each item, and the end of the last.
pub fn starts(view: &LedgerView) -> Vec<usize> {
    let mut starts = vec![0];
    let mut at = 0;
    for index in 0..view.items.len() {
        at += match &view.form {
            Form::Table(_) => 1,
            Form::Cards(cards) => cards.get(index).map_or(1, Vec::len),
        };
        starts.push(at);
    }
    starts
}

/// The outcome of the year: with its figure, or only sign and word.
pub fn outcome(
    view: &LedgerView,
    row: &Row,
    lang: Lang,
    cells: usize,
    ambiguous: Ambiguous,
) -> String {
    let verdict = row.verdict(view.year);
    let words = verdict_words(verdict, lang);
    if width::cells(&words, ambiguous) <= cells {
        return words;
    }
    match verdict.and_then(|v| v.outcome) {
        Some(outcome) => format!("{} {}", Lang::outcome_sign(outcome), lang.outcome(outcome)),
        None => words,
    }
}

/// The table, if the screen has room for it, else cards.
pub fn form(
    view: &LedgerView,
    screen: u16,
    bulletins: &[Bulletin],
    lang: Lang,
    ambiguous: Ambiguous,
) -> Form {
    let room = usize::from(screen).saturating_sub(LEFT + 1);
    let sizes = Sizes::new(view, bulletins, lang, ambiguous);
    let table = sizes.table(room);
    match table {
        Some(columns) => Form::Table(columns),
        None => Form::Cards(cards(view, room, bulletins, lang, ambiguous)),
    }
}

/// What a value column needs.
#[derive(Clone, Copy)]
struct ValueSize {
    /// Index in the ledger.
    at: usize,
    /// Cells of its widest value, or of its head.
    widest: usize,
    /// Whether it holds commitments, whose words may be cut.
    commitments: bool,
    /// Whether it belongs to the year before.
    before: bool,
}

impl ValueSize {
    fn least(&self) -> usize {
        if self.commitments {
            self.widest.max(COMMITMENT)
        } else {
            self.widest
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
    /// The word on the next target.
    next: usize,
    /// The column of the next target, which stands behind the outcome.
    next_target: Option<usize>,
}

impl Sizes {
    fn new(view: &LedgerView, bulletins: &[Bulletin], lang: Lang, ambiguous: Ambiguous) -> Self {
        let words = lang.words();
        let cells = |text: &str| width::cells(text, ambiguous);
        let rows = || {
            let indices = view.items.iter().filter_map(|item| match item {
                Item::Row(row) => Some(*row),
                Item::Group { .. } => None,
            });
            indices.filter_map(|row| view.ledger.rows.get(row))
        };
        let widest = |text: &dyn Fn(&Row) -> String, head: &str| {
            let longest = rows().map(|row| cells(&text(row))).max().unwrap_or(0);
            if longest == 0 {
                0
            } else {
                longest.max(cells(head))
            }
        };
        let values = view.columns().into_iter().filter_map(|at| {
            let column = view.ledger.columns.get(at)?;
            let head = cells(&lang.column(column.year, column.role));
            let mut longest = head;
            let mut commitments = false;
            for cell in rows().filter_map(|row| row.cells.get(at).copied().flatten()) {
                match cell.figure(bulletins).map(|f| f.value.is_some()) {
                    Some(true) => {
                        longest =
                            longest.max(cells(&cell_words(Some(cell), bulletins, 0, ambiguous)));
                    }
                    _ => commitments = true,
                }
            }
            Some(ValueSize {
                at,
                widest: longest,
                commitments,
                before: column.year < view.year,
            })
        });
        let short = |row: &Row| outcome(view, row, lang, 0, ambiguous);
        let long = |row: &Row| verdict_words(row.verdict(view.year), lang);
        let next = |row: &Row| next_words(row.verdict(view.year), lang).to_owned();
        Self {
            name: widest(&|row| lang.indicator(row), words.indicator),
            values: values.collect(),
            outcome: (widest(&long, words.outcome), widest(&short, words.outcome)),
            next: widest(&next, words.next_year),
            next_target: view.ledger.column(view.year + 1, Role::Target),
        }
    }

    /// The widest table that fits: with the figures of outcomes and all columns, then without the
    /// figures, then without the year before. None if even that does not fit.
    fn table(&self, room: usize) -> Option<Vec<Col>> {
        [(true, true), (false, true), (false, false)]
            .into_iter()
            .find_map(|(long, before)| self.fit(room, long, before))
    }

    fn fit(&self, room: usize, long: bool, before: bool) -> Option<Vec<Col>> {
        let values: Vec<_> = self.values.iter().filter(|v| before || !v.before).collect();
        let outcome = if long { self.outcome.0 } else { self.outcome.1 };
        let fixed: usize = [outcome, self.next]
            .iter()
            .filter(|cells| **cells > 0)
            .map(|cells| cells + GAP)
            .sum();
        let needed: usize = values.iter().map(|v| v.least() + GAP).sum();
        let least_name = self.name.min(NAME);
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
        let mut push = |slot: Slot, cells: usize| {
            if cells > 0 {
                columns.push(Col { slot, x, cells });
                x += cells + GAP;
            }
        };
        push(Slot::Name, name);
        for v in &values {
            if self.next_target == Some(v.at) {
                push(Slot::Outcome, outcome);
            }
            let grown = if v.commitments {
                v.widest.max(words)
            } else {
                v.widest
            };
            push(Slot::Value(v.at), grown);
        }
        if self.next_target.is_none() {
            push(Slot::Outcome, outcome);
        }
        push(Slot::Next, self.next);
        Some(columns)
    }
}

/// Each item as lines of so many cells: the name, then every cell with its column's name, the
/// outcome and the next target, as many to a line as fit.
fn cards(
    view: &LedgerView,
    room: usize,
    bulletins: &[Bulletin],
    lang: Lang,
    ambiguous: Ambiguous,
) -> Vec<Vec<String>> {
    let card = |item: &Item| match item {
        Item::Group { .. } => vec![String::new()],
        Item::Row(row) => match view.ledger.rows.get(*row) {
            Some(row) => card(view, row, room, bulletins, lang, ambiguous),
            None => vec![String::new()],
        },
    };
    view.items.iter().map(card).collect()
}

fn card(
    view: &LedgerView,
    row: &Row,
    room: usize,
    bulletins: &[Bulletin],
    lang: Lang,
    ambiguous: Ambiguous,
) -> Vec<String> {
    let choice = card::Choice {
        columns: &view.columns(),
        years: &[view.year],
        room: room.saturating_sub(2),
        lang,
        ambiguous,
    };
    let mut lines = vec![wrap::cut(&lang.indicator(row), room, ambiguous).into_owned()];
    lines.extend(card::lines(&view.ledger, row, bulletins, choice));
    lines
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
                commitments,
                before,
            })
            .to_vec(),
            outcome: (17, 10),
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
