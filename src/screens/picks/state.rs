//! Where the cursor stands among the picks, and how far the preview is scrolled. The picks themselves are the store's.

use std::path::PathBuf;

use crate::calendar::Year;
use crate::export::format::Format;
use crate::export::pick::Pick;
use crate::view::scroll::scrolled;
use crate::width::Ambiguous;

/// What a preview is of, and what it is set for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The pick under the cursor.
    pub pick: Pick,
    /// The year in the middle of its ledger, if it is a row and that year was shown.
    pub middle: Option<Year>,
    /// The form that the picks are to have.
    pub format: Format,
    /// Whether their sections are to be numbered anew.
    pub renumber: bool,
    /// Cells of a line.
    pub cells: u16,
    /// Cells of ambiguous characters.
    pub ambiguous: Ambiguous,
}

/// What was chosen.
#[derive(Debug, Default)]
pub struct State {
    /// The pick under the cursor, by its place.
    pub cursor: usize,
    /// First visible pick.
    pub top: usize,
    /// First visible row of the preview.
    pub preview_top: usize,
    /// The preview that it is a row of.
    shown: Option<Shown>,
    /// The file that is overwritten if the user says so.
    pub overwrite: Option<PathBuf>,
}

impl State {
    /// Keeps the cursor within so many picks, and in view.
    pub fn settle(&mut self, picks: usize, rows: usize) {
        self.cursor = self.cursor.min(picks.saturating_sub(1));
        self.top = scrolled(self.top, self.cursor, self.cursor + 1, rows, picks);
    }

    /// Shows a preview: another one from its first row on.
    pub fn show(&mut self, shown: Option<&Shown>) {
        if self.shown.as_ref() != shown {
            self.shown = shown.cloned();
            self.preview_top = 0;
        }
    }

    /// Keeps the preview's last row at the foot of so many rows, or below it.
    pub fn settle_preview(&mut self, lines: usize, rows: usize) {
        self.preview_top = self.preview_top.min(lines.saturating_sub(rows));
    }

    /// Moves the pick under the cursor up or down.
    pub fn shift(&mut self, picks: &mut [Pick], by: isize) {
        let to = self.cursor.checked_add_signed(by);
        if let Some(to) = to.filter(|to| *to < picks.len()) {
            picks.swap(self.cursor, to);
            self.cursor = to;
        }
    }

    /// Puts the picks in the order of the library: bulletins as the outline has them, then rows. The cursor stays on
    /// its pick.
    pub fn sort(&mut self, picks: &mut [Pick], order: &[usize]) {
        let under = picks.get(self.cursor).cloned();
        let place = |pick: &Pick| {
            let at = |index: usize| order.iter().position(|b| *b == index).unwrap_or(usize::MAX);
            match pick {
                Pick::Bulletin(index) => (false, at(*index), 0, 0, None),
                Pick::Section(index, section) => (false, at(*index), *section, 0, None),
                Pick::Passage(index, section, span) => {
                    (false, at(*index), *section, span.start, None)
                }
                // Members of a series stand together.
                Pick::Row { cell, .. } => {
                    let content = Some(cell.content);
                    (true, at(cell.bulletin), cell.section, 0, content)
                }
            }
        };
        picks.sort_by_key(place);
        let now = picks.iter().position(|pick| Some(pick) == under.as_ref());
        self.cursor = now.unwrap_or(self.cursor);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn picks_are_moved_and_sorted_and_the_cursor_goes_along() {
        let mut picks = [6, 1, 4].map(|s| Pick::Section(0, s));
        let mut state = State::default();
        state.shift(&mut picks, -1);
        state.shift(&mut picks, 1);
        assert_eq!(picks, [1, 6, 4].map(|s| Pick::Section(0, s)));
        state.sort(&mut picks, &[0]);
        assert_eq!(picks, [1, 4, 6].map(|s| Pick::Section(0, s)));
        assert_eq!(state.cursor, 2);
    }

    #[test]
    fn another_preview_begins_at_its_first_row_and_the_same_one_stays() {
        let shown = |section| Shown {
            pick: Pick::Section(0, section),
            middle: None,
            format: Format::Txt,
            renumber: false,
            cells: 40,
            ambiguous: Ambiguous::Narrow,
        };
        let mut state = State::default();
        state.show(Some(&shown(1)));
        state.preview_top = 9;
        state.show(Some(&shown(1)));
        state.settle_preview(12, 5);
        assert_eq!(state.preview_top, 7);
        state.show(Some(&shown(2)));
        assert_eq!(state.preview_top, 0);
    }
}
