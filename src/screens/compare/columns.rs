//! How wide the columns of the table are. Its words are the same at every width: what has no room on one line goes on
//! on the next, a number with its unit never does.
//!
//! ```text
//!  2021目标      2021完成
//!       180万款       192万款     numbers end in one cell, decimals behind it,
//!       3.2%左右        5.1%      then the units
//! ```

use crate::model::Role;
use crate::width;

use super::measure::{Measures, OutcomeSize, RowSize};
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
pub fn columns(view: &View<'_>, measures: &Measures, room: usize) -> Option<Vec<Col>> {
    let year = view.state.year;
    let rows = view.table_rows();
    let rows: Vec<_> = rows.filter_map(|at| measures.row(at, year)).collect();
    rows.first()?;
    Sizes::new(view, &measures.heads, &rows).table(room)
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

/// What a row takes, in all years and in that of the table.
type Measured<'a> = (&'a RowSize, &'a OutcomeSize);

/// What the columns need, in cells.
struct Sizes(Vec<Size>);

impl Sizes {
    fn new(view: &View<'_>, heads: &[usize], rows: &[Measured<'_>]) -> Self {
        let (state, words) = (view.state, view.lang.words());
        let cells = |text: &str| width::cells(text, view.ambiguous);
        let widest = |size: &dyn Fn(&Measured<'_>) -> usize| rows.iter().map(size).max();
        let plain = |slot: Slot, least: usize, whole: usize| Size {
            slot,
            least,
            whole: whole.max(least),
            parts: Parts::default(),
            before: false,
        };
        let name = widest(&|(row, _)| row.name);
        let name = name.unwrap_or(0).max(cells(words.indicator));
        let mut sizes = vec![plain(Slot::Name, 0, name)];
        let head = cells(words.outcome_head) + SIGN;
        // A difference goes on on the next line whole.
        let least = widest(&|(_, outcome)| outcome.word.max(outcome.part));
        let whole = widest(&|(_, outcome)| outcome.whole());
        let outcome = plain(
            Slot::Outcome,
            least.unwrap_or(0).max(head),
            whole.unwrap_or(0).max(head),
        );
        let next_target = state.ledger.column(state.year + 1, Role::Target);
        for at in state.around() {
            if next_target == Some(at) {
                sizes.push(outcome);
            }
            let column = state.ledger.columns.get(at);
            let before = column.is_some_and(|column| column.year < state.year);
            let head = heads.get(at).copied().unwrap_or(0);
            sizes.push(value_size(at, (head, before), rows));
        }
        if next_target.is_none() {
            sizes.push(outcome);
        } else {
            let next = widest(&|(_, outcome)| outcome.next);
            let next = next.unwrap_or(0).max(cells(words.next_year));
            sizes.push(plain(Slot::Next, next, next));
        }
        if let Some(trend) = widest(&|(row, _)| row.trend).filter(|trend| *trend > 0) {
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

/// What the rows of a table need in a column of the ledger, which has a head of so many cells and may be of the year
/// before.
fn value_size(at: usize, (head, before): (usize, bool), rows: &[Measured<'_>]) -> Size {
    let mut size = Size {
        slot: Slot::Value(at),
        least: head,
        whole: head,
        parts: Parts::default(),
        before,
    };
    for value in rows.iter().filter_map(|(row, _)| row.value(at)) {
        if let Some(parts) = value.parts {
            // What is whole in fewer cells than are taken already takes no more in its parts.
            let whole = value.text + value.signs;
            let least = if whole <= size.least {
                whole
            } else {
                value.narrowest
            };
            if least <= LONGEST {
                size.least = size.least.max(least);
                size.parts = size.parts.widest(parts);
            }
        } else {
            size.least = size.least.max(WORDS[0]);
            size.whole = size.whole.max(WORDS[2].min(value.text));
        }
    }
    size.whole = size.whole.max(size.parts.cells()).max(size.least);
    size
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
