//! Leaving the reader: what would be lost is told first. Knows nothing of screens.

use super::App;
use super::action::Effect;

impl App {
    /// Leaves, unless picks would be lost of which the user was not told yet.
    pub(super) fn quit(&mut self, asked: bool) -> Option<Effect> {
        if asked || self.picks.items.is_empty() || self.picks.items == self.exported {
            return Some(Effect::Quit);
        }
        self.asked_to_quit = true;
        self.complain(self.lang.words().picks_not_exported(&self.keymap));
        None
    }
}
