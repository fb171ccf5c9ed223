//! The lines of items that were set: those of rows stay while ledger, year and width do, whatever is listed.

use crate::calendar::Year;
use crate::i18n::Lang;
use crate::width::Ambiguous;

use super::columns::Col;
use super::lines::{Line, Setter};
use super::list::Item;

/// What the lines of rows were set for: the ledger, its year, cells of the screen and of ambiguous characters, whether
/// signs of Unicode may be used, the language.
type SetFor = (usize, Year, usize, Ambiguous, bool, Lang);

/// Lines by row of the ledger and, for what is no row, by item of the list; none where nothing was set yet.
#[derive(Debug)]
pub struct Kept {
    rows: Vec<Vec<Line>>,
    heads: Vec<Vec<Line>>,
    columns: Option<Vec<Col>>,
    set_for: SetFor,
}

impl Kept {
    /// The lines of another list: what was set before, if that was for the same.
    pub fn of(before: Option<Self>, setter: &Setter<'_>) -> Self {
        let (view, state) = (&setter.view, setter.view.state);
        let set_for = (
            state.loaded,
            state.year,
            setter.cells,
            view.ambiguous,
            view.unicode,
            view.lang,
        );
        let before = before.filter(|kept| kept.set_for == set_for);
        let mut kept = before.unwrap_or_else(|| Self {
            rows: vec![Vec::new(); state.ledger.rows.len()],
            heads: Vec::new(),
            columns: None,
            set_for,
        });
        kept.heads = vec![Vec::new(); state.list.items.len()];
        if kept.columns.as_deref() != setter.columns {
            kept.columns = setter.columns.map(<[Col]>::to_vec);
            let in_table = state.entries.iter().filter(|entry| view.is_in_table(entry));
            for entry in in_table {
                if let Some(lines) = kept.rows.get_mut(entry.row) {
                    lines.clear();
                }
            }
        }
        kept
    }

    /// The lines of an item, which is the list's one of this index; none if they were not set.
    pub fn lines(&self, index: usize, item: &Item) -> &[Line] {
        let lines = match item {
            Item::Row(at) => self.rows.get(*at),
            Item::Group(_) | Item::Chapter(_) => self.heads.get(index),
        };
        lines.map_or(&[], Vec::as_slice)
    }

    /// Sets an item if it is not set yet, and says how many lines it has.
    pub fn set(&mut self, index: usize, item: &Item, setter: &Setter<'_>) -> usize {
        let lines = match item {
            Item::Row(at) => self.rows.get_mut(*at),
            Item::Group(_) | Item::Chapter(_) => self.heads.get_mut(index),
        };
        let Some(lines) = lines else { return 0 };
        if lines.is_empty() {
            *lines = setter.item(item);
        }
        lines.len()
    }
}
