//! Compare, set for a screen: the tally, the list as a table or as cards, and where each item begins.

use crate::keymap::motion::page;
use crate::store::store::Store;
use crate::view::area::{Area, body};
use crate::view::scroll::scrolled;
use crate::width::Ambiguous;
use crate::wording::tally::{TIE, tally_signs, tally_words};

use super::choice::Item;
use super::columns::{self, Form};
use super::evidence_lay::{EvidenceLay, set};
use super::parts::{self, Parts, tally_rows};
use super::state::State;
use super::view::View;

/// Columns around a year, at most.
const AROUND: usize = 4;

/// What was set, and for which list, area and cells of ambiguous characters.
#[derive(Debug)]
pub struct Lay {
    /// Whether the columns of all years have room.
    pub all_years: bool,
    /// How the list is set.
    pub form: Form,
    /// First row of each item, in screen rows, and the end of the last.
    pub starts: Vec<usize>,
    /// The tally.
    pub tally: Vec<String>,
    /// The evidence of the row under the cursor, while that is open.
    pub evidence: Option<EvidenceLay>,
    set_for: (usize, Area, Ambiguous),
}

impl Lay {
    /// The list as it is now: what was set before, if that was for the same.
    pub fn of(before: Option<Self>, state: &mut State, store: &Store) -> Self {
        let body = body(store.size);
        let set_for = (state.made, body, store.ambiguous);
        let mut lay = match before {
            Some(lay) if lay.set_for == set_for => lay,
            before => Self {
                evidence: before.and_then(|lay| lay.evidence),
                ..Self::new(state, store, set_for)
            },
        };
        lay.scroll(state, body);
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

    fn new(state: &State, store: &Store, set_for: (usize, Area, Ambiguous)) -> Self {
        let body = body(store.size);
        let form = |all_years| columns::form(&View::new(state, all_years, store), body.cells);
        let mut all_years = state.ledger.columns.len() > AROUND;
        let mut list = form(all_years);
        if all_years && !columns::is_whole(&list, state.ledger.columns.len()) {
            all_years = false;
            list = form(all_years);
        }
        Self {
            all_years,
            starts: columns::starts(&list, state.items.len()),
            form: list,
            tally: tally(state, store, body),
            evidence: None,
            set_for,
        }
    }

    /// The parts of the screen.
    pub fn parts(&self, body: Area) -> Parts {
        parts::parts(body, self.tally.len() as u16)
    }

    /// Items of a page, of a list with so many rows.
    pub fn page(&self, rows: usize) -> usize {
        let page = page(rows);
        (page / self.form.rows_per_item().max(1)).max(1)
    }

    /// Moves the list so that the row under the cursor is in view.
    fn scroll(&self, state: &mut State, body: Area) {
        let rows = usize::from(self.parts(body).list.rows);
        let start = self.starts.get(state.cursor).copied().unwrap_or(0);
        let end = self.starts.get(state.cursor + 1).copied().unwrap_or(start);
        // The head of a group comes into view with its first row, if there is room for both.
        let above = state
            .cursor
            .checked_sub(1)
            .and_then(|at| state.items.get(at));
        let from = match above {
            Some(Item::Group(_)) if end - start < rows => start.saturating_sub(1),
            _ => start,
        };
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

/// The tally of the year in lines; in signs only where words have no room.
fn tally(state: &State, store: &Store, body: Area) -> Vec<String> {
    let lang = store.lang;
    let room = usize::from(body.cells).saturating_sub(2);
    let tallies = &state.ledger.tallies;
    let tally = tallies.iter().find(|t| t.year == state.year);
    let words = tally.map_or_else(
        || lang.words().tally_none.to_owned(),
        |tally| tally_words(tally, lang),
    );
    let lines = |words: &str| -> Vec<String> {
        let lines = set(words, room, store.ambiguous).into_iter();
        lines.map(|(line, _)| line.replace(TIE, " ")).collect()
    };
    let all = lines(&words);
    match tally.filter(|_| all.len() > tally_rows(body)) {
        Some(tally) => lines(&tally_signs(tally, lang)),
        None => all,
    }
}
