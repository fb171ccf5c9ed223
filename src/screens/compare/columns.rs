//! How wide the columns of the table are. Its words are the same at every width: what has no room on one line goes on
//! on the next, a number with its unit never does.
//!
//! ```text
//!  2021目标      2021完成
//!       180万款       192万款     numbers end in one cell, decimals behind it,
//!       3.2%左右        5.1%      then the units
//! ```

use crate::compare::Row;
use crate::model::Role;
use crate::width;
use crate::wording::cell::of_cell;
use crate::wording::column::of_ledger;
use crate::wording::verdict::{next_words, row_outcome};
use crate::wrap::{Setting, extent};

use super::number::Parts;
use super::view::View;

/// Cells left of the table: the tick box.
pub const LEFT: usize = 5;
/// Cells between two columns with what the name of an indicator takes at least, and both where there is little room.
const WAYS: [(usize, usize); 2] = [(2, 18), (1, 12)];
/// What the name of an indicator grows to before values do, and at last.
const NAME: [usize; 2] = [22, 44];
/// Cells that the words of a promise in a column of values take at least, and what they grow to in turn.
const WORDS: [usize; 3] = [8, 16, 24];
/// Cells of the sign of an outcome, by which what goes on on the next line is indented.
const SIGN: usize = 2;
/// A column takes no more cells for a single value; a row with a longer one is set as a card.
const LONGEST: usize = 14;

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
}

/// The columns of a table in so many cells; None where only cards have room, or nothing with a value is listed.
pub fn columns(view: &View<'_>, room: usize) -> Option<Vec<Col>> {
    let mut rows = view.table_rows();
    rows.next()?;
    Sizes::new(view).table(room)
}

/// What a column needs.
#[derive(Clone, Copy, Debug)]
struct Size {
    slot: Slot,
    /// Cells that it takes at least.
    least: usize,
    /// Cells in which nothing goes on on the next line.
    whole: usize,
    /// Cells of the parts of its values.
    parts: Parts,
    /// Whether it belongs to the year before, and gives way first.
    before: bool,
}

/// What the columns need, in cells.
struct Sizes(Vec<Size>);

impl Sizes {
    fn new(view: &View<'_>) -> Self {
        let (state, words) = (view.state, view.lang.words());
        let cells = |text: &str| width::cells(text, view.ambiguous);
        let rows: Vec<&Row> = view.table_rows().collect();
        let widest = |text: &dyn Fn(&Row) -> String| {
            let all = rows.iter().map(|row| cells(&text(row)));
            all.max().unwrap_or(0)
        };
        let plain = |slot: Slot, least: usize, whole: usize| Size {
            slot,
            least,
            whole: whole.max(least),
            parts: Parts::default(),
            before: false,
        };
        let name = widest(&|row| row.indicator.clone()).max(cells(words.indicator));
        let mut sizes = vec![plain(Slot::Name, 0, name)];
        let word = |row: &Row| row_outcome(row, state.year, view.lang).0;
        let outcome = |row: &Row| {
            let (word, more) = row_outcome(row, state.year, view.lang);
            format!("{word} {more}")
        };
        let head = cells(words.outcome_head) + SIGN;
        // A difference goes on on the next line whole.
        let narrowest = |row: &&Row| {
            let more = row_outcome(row, state.year, view.lang).1;
            more.split(' ').map(cells).max().unwrap_or(0)
        };
        let behind = rows.iter().map(narrowest).max().unwrap_or(0);
        let outcome = plain(
            Slot::Outcome,
            widest(&word).max(behind).max(head),
            widest(&outcome).max(head),
        );
        let next_target = state.ledger.column(state.year + 1, Role::Target);
        for at in state.around() {
            if next_target == Some(at) {
                sizes.push(outcome);
            }
            sizes.extend(value_size(at, view, &rows));
        }
        if next_target.is_none() {
            sizes.push(outcome);
        } else {
            let next = widest(&|row| next_words(row.verdict(state.year), view.lang).to_owned());
            let next = next.max(cells(words.next_year));
            sizes.push(plain(Slot::Next, next, next));
        }
        let trend = widest(&|row| view.trend(row, false));
        if trend > 0 {
            let trend = trend.max(cells(words.trend_head));
            sizes.push(plain(Slot::Trend, trend, trend));
        }
        Self(sizes)
    }

    /// The table with all columns that fit: without the trend where there is no room for it, then without the year
    /// before. None if even that does not fit.
    fn table(&self, room: usize) -> Option<Vec<Col>> {
        let ways = [(true, true), (false, true), (false, false)];
        let mut ways = ways
            .into_iter()
            .flat_map(|(trend, before)| WAYS.map(|way| (trend, before, way)));
        ways.find_map(|(trend, before, way)| {
            let kept =
                |size: &&Size| (trend || size.slot != Slot::Trend) && (before || !size.before);
            let sizes: Vec<Size> = self.0.iter().filter(kept).copied().collect();
            fit(&sizes, room, way)
        })
    }
}

/// What the rows of a table need in a column of the ledger.
fn value_size(at: usize, view: &View<'_>, rows: &[&Row]) -> Option<Size> {
    let (state, facts) = (view.state, view.state.ledger.facts(view.bulletins));
    let column = state.ledger.columns.get(at)?;
    let cells = |text: &str| width::cells(text, view.ambiguous);
    let head = cells(&of_ledger(column.year, column.role, view.lang));
    let mut size = Size {
        slot: Slot::Value(at),
        least: head,
        whole: head,
        parts: Parts::default(),
        before: column.year < state.year,
    };
    for row in rows {
        let cell = row.cells.get(at).copied().flatten();
        let Some(words) = cell.and_then(|cell| of_cell(cell, row, facts, view.lang)) else {
            continue;
        };
        if words.is_value {
            let signs = words.signs.len();
            // What is whole in fewer cells than are taken already needs no look at its parts.
            let whole = cells(&words.text) + signs;
            let least = if whole <= size.least {
                whole
            } else {
                extent(&words.text, &Setting::plain(0, view.ambiguous)).narrowest + signs
            };
            if least <= LONGEST {
                size.least = size.least.max(least);
                let value = format!("{}{}", words.text, words.signs);
                size.parts = size.parts.widest(Parts::of(&value, view.ambiguous));
            }
        } else {
            size.least = size.least.max(WORDS[0]);
            size.whole = size.whole.max(WORDS[2].min(cells(&words.text)));
        }
    }
    size.whole = size.whole.max(size.parts.cells()).max(size.least);
    Some(size)
}

/// Columns of these sizes, if there is room for the least of each: what is left goes to names first, then to numbers,
/// outcomes and words, and what still is left to names.
fn fit(sizes: &[Size], room: usize, (gap, least): (usize, usize)) -> Option<Vec<Col>> {
    let least = |size: &Size| match size.slot {
        Slot::Name => least.min(size.whole),
        _ => size.least,
    };
    let mut cells: Vec<usize> = sizes.iter().map(least).collect();
    let needed = cells.iter().sum::<usize>() + gap * sizes.len().saturating_sub(1);
    let mut spare = room.checked_sub(needed)?;
    let mut grow = |goal: &dyn Fn(&Size) -> usize| {
        for (size, cells) in sizes.iter().zip(&mut cells) {
            let more = goal(size).min(size.whole).saturating_sub(*cells).min(spare);
            (*cells, spare) = (*cells + more, spare - more);
        }
    };
    let name = |most: usize| move |size: &Size| if size.slot == Slot::Name { most } else { 0 };
    let words = |most: usize| {
        move |size: &Size| match size.slot {
            Slot::Value(_) => most,
            _ => 0,
        }
    };
    grow(&name(NAME[0]));
    grow(&|size| size.parts.cells());
    grow(&|size| match size.slot {
        Slot::Outcome => size.whole,
        _ => 0,
    });
    grow(&words(WORDS[1]));
    grow(&words(WORDS[2]));
    grow(&name(NAME[1]));
    let mut x = LEFT;
    let place = |(size, cells): (&Size, usize)| {
        let numbers = size.parts.cells();
        let column = Col {
            slot: size.slot,
            x,
            cells,
            aligned: (numbers > 0 && numbers <= cells).then_some(size.parts),
        };
        x += cells + gap;
        column
    };
    Some(sizes.iter().zip(cells.iter().copied()).map(place).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes() -> Sizes {
        let size = |slot: Slot, least: usize, whole: usize, before: bool| Size {
            slot,
            least,
            whole,
            parts: Parts::default(),
            before,
        };
        Sizes(vec![
            size(Slot::Name, 14, 30, false),
            size(Slot::Value(0), 8, 10, true),
            size(Slot::Value(1), 8, 12, false),
            size(Slot::Value(2), 9, 12, false),
            size(Slot::Outcome, 10, 24, false),
            size(Slot::Value(3), 9, 12, false),
            size(Slot::Next, 8, 8, false),
            size(Slot::Trend, 5, 5, false),
        ])
    }

    #[test]
    fn columns_never_overlap_and_stay_on_the_screen() {
        for room in 40..200 {
            let Some(columns) = sizes().table(room) else {
                continue;
            };
            for pair in columns.windows(2) {
                assert!(pair[0].x + pair[0].cells < pair[1].x, "{room}");
            }
            let last = columns.last().map_or(0, |c| c.x + c.cells);
            assert!(last <= room + LEFT, "{room} {columns:?}");
        }
    }

    #[test]
    fn trend_and_year_before_give_way_first_and_then_the_table() {
        let slots = |room: usize| {
            let columns = sizes().table(room)?;
            Some(columns.iter().map(|c| c.slot).collect::<Vec<_>>())
        };
        assert_eq!(slots(120).unwrap().len(), 8);
        assert!(slots(76).unwrap().contains(&Slot::Trend));
        assert!(!slots(75).unwrap().contains(&Slot::Trend));
        assert!(slots(70).unwrap().contains(&Slot::Value(0)));
        assert!(!slots(69).unwrap().contains(&Slot::Value(0)));
        assert!(slots(60).is_none());
    }
}
