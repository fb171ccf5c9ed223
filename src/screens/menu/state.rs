//! Where the cursor stands in the menu.

use crate::keymap::action::Action;
use crate::keymap::motion::moved;
use crate::view::scroll::scrolled;

/// The cursor, and what is in view.
#[derive(Debug, Default)]
pub struct State {
    /// The entry under the cursor, by its place.
    pub cursor: usize,
    /// First row on the screen.
    pub top: usize,
}

impl State {
    /// Moves the cursor among some entries, if the action moves it: what moves in the line only is left to the line.
    pub fn go(&mut self, action: &Action, entries: usize, page: usize) -> bool {
        let moves = matches!(
            action,
            Action::Up | Action::Down | Action::PageUp | Action::PageDown
        );
        let to = moved(action, self.cursor, entries, page).filter(|_| moves);
        self.cursor = to.unwrap_or(self.cursor);
        to.is_some()
    }

    /// Keeps the cursor within some entries, and in view.
    pub fn settle(&mut self, entries: usize, rows: usize) {
        self.cursor = self.cursor.min(entries.saturating_sub(1));
        self.top = scrolled(self.top, self.cursor, self.cursor + 1, rows, entries);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_moves_by_rows_and_pages_and_not_with_the_caret() {
        let mut state = State::default();
        assert!(state.go(&Action::PageDown, 30, 9));
        assert!(state.go(&Action::Up, 30, 9));
        assert!(!state.go(&Action::Bottom, 30, 9));
        state.settle(30, 5);
        assert_eq!((state.cursor, state.top), (8, 4));
        // Fewer are listed.
        state.settle(3, 5);
        assert_eq!((state.cursor, state.top), (2, 0));
    }
}
