//! Compare, set for a screen: the tally, the list as a table or as cards, and where each item begins.

use crate::keymap::motion::page;
use crate::store::store::Store;
use crate::view::area::{Area, body};
use crate::view::scroll::scrolled;
use crate::width::Ambiguous;

use super::columns::{Col, LEFT, columns};
use super::evidence_lay::EvidenceLay;
use super::height::Heights;
use super::kept::Kept;
use super::lines::{Line, Setter};
use super::list::Item;
use super::measure::Measures;
use super::parts::{self, Parts, tally_rows};
use super::state::State;
use super::tally_lay::tally_lines;
use super::view::View;

/// What was set, and for which list, area and cells of ambiguous characters.
#[derive(Debug)]
pub struct Lay {
    /// The columns, where there is room for a table of what has values.
    pub columns: Option<Vec<Col>>,
    /// First row of each item, in screen rows, and the end of the last.
    pub starts: Vec<usize>,
    /// The tally.
    pub tally: Vec<Line>,
    /// The evidence of the row under the cursor, in full while that is open.
    pub evidence: Option<EvidenceLay>,
    /// The lines of items: at least of those that are seen.
    kept: Kept,
    /// What the rows of the ledger take.
    measures: Measures,
    set_for: (usize, Area, Ambiguous, bool),
}

impl Lay {
    /// The list as it is now: what was set before, if that was for the same.
    pub fn of(before: Option<Self>, state: &mut State, store: &Store) -> Self {
        let body = body(store.size);
        let set_for = (state.made, body, store.ambiguous, store.unicode_signs);
        let mut lay = match before {
            Some(lay) if lay.set_for == set_for => lay,
            before => Self::new(before, state, store, set_for),
        };
        lay.scroll(state, body);
        lay.set_seen(state, store);
        let evidence = lay.evidence.take();
        lay.evidence = state
            .evidence
            .map(|_| EvidenceLay::of(evidence, state, store));
        if let (Some(top), Some(evidence)) = (&mut state.evidence, &lay.evidence) {
            let lowest = evidence.lines.len().saturating_sub(body.rows.into());
            *top = (*top).min(lowest);
        }
        lay
    }

    fn new(
        before: Option<Self>,
        state: &State,
        store: &Store,
        set_for: (usize, Area, Ambiguous, bool),
    ) -> Self {
        let body = body(store.size);
        let view = View::new(state, store);
        let cells = usize::from(body.cells);
        let (kept, measures, evidence) = before.map_or((None, None, None), |lay| {
            (Some(lay.kept), Some(lay.measures), lay.evidence)
        });
        let measures = Measures::of(measures, &view);
        let columns = columns(&view, &measures, cells.saturating_sub(LEFT + 1));
        let setter = Setter {
            view,
            columns: columns.as_deref(),
            cells,
        };
        let mut kept = Kept::of(kept, &setter);
        let heights = Heights::new(view, &measures, columns.as_deref(), cells);
        let height = |(index, item): (usize, &Item)| {
            let told = match item {
                Item::Row(at) => heights.row(*at),
                Item::Group(_) | Item::Chapter(_) => None,
            };
            told.unwrap_or_else(|| kept.set(index, item, &setter))
        };
        Self {
            starts: starts(state.list.items.iter().enumerate().map(height)),
            columns,
            tally: tally_lines(&view, cells.saturating_sub(2), tally_rows(body)),
            evidence,
            kept,
            measures,
            set_for,
        }
    }

    /// Sets the items that are seen.
    fn set_seen(&mut self, state: &State, store: &Store) {
        let body = body(store.size);
        let end = state.top + usize::from(self.parts(body).list.rows);
        let first = self.item_at(state.top).map_or(0, |(item, _)| item);
        let setter = Setter {
            view: View::new(state, store),
            columns: self.columns.as_deref(),
            cells: body.cells.into(),
        };
        let items = state.list.items.iter().enumerate().zip(&self.starts);
        for ((index, item), start) in items.skip(first) {
            if *start >= end {
                break;
            }
            self.kept.set(index, item, &setter);
        }
    }

    /// A line of an item that is seen, which is the list's one of this index.
    pub fn line(&self, index: usize, item: &Item, line: usize) -> Option<&Line> {
        self.kept.lines(index, item).get(line)
    }

    /// The parts of the screen.
    pub fn parts(&self, body: Area) -> Parts {
        let head = u16::from(self.columns.is_some());
        parts::parts(body, self.tally.len() as u16, head)
    }

    /// Items of a page, of a list with so many rows.
    pub fn page(&self, rows: usize) -> usize {
        let page = page(rows);
        let lines = self.starts.last().copied().unwrap_or(0);
        let rows_per_item = lines / self.starts.len().saturating_sub(1).max(1);
        (page / rows_per_item.max(1)).max(1)
    }

    /// Moves the list so that the row under the cursor is in view.
    fn scroll(&self, state: &mut State, body: Area) {
        let rows = usize::from(self.parts(body).list.rows);
        let start = self.starts.get(state.cursor).copied().unwrap_or(0);
        let end = self.starts.get(state.cursor + 1).copied().unwrap_or(start);
        // The head of a group comes into view with its first row, if there is room for both.
        let mut above = state.list.items.iter().take(state.cursor).rev();
        let heads = above
            .by_ref()
            .take_while(|item| !matches!(item, Item::Row(_)))
            .count();
        let first = state.cursor - heads;
        let head = self.starts.get(first).copied().unwrap_or(start);
        let from = if end - head <= rows { head } else { start };
        let len = self.starts.last().copied().unwrap_or(0);
        state.top = scrolled(state.top, from, end, rows, len);
        // No card begins above the screen, if the one under the cursor leaves room for that.
        let next = self.starts.partition_point(|start| *start < state.top);
        if let Some(start) = self.starts.get(next).filter(|start| **start <= from) {
            state.top = *start;
        }
    }

    /// The item that a row of the list belongs to, and which line of it that is.
    pub fn item_at(&self, row: usize) -> Option<(usize, usize)> {
        let after = self.starts.partition_point(|start| *start <= row);
        let item = after.checked_sub(1)?;
        Some((item, row - self.starts.get(item)?))
    }
}

/// First row of each item, by how many lines they have, and the end of the last.
fn starts(heights: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut starts = vec![0];
    let mut end = 0;
    for lines in heights {
        end += lines;
        starts.push(end);
    }
    starts
}
