//! What is left to do while no key is pressed.

use super::App;

impl App {
    /// Whether a text can be typed: the input line is open and asks for no yes or no.
    pub fn takes_text(&self) -> bool {
        let prompt = self.prompt.as_ref();
        prompt.is_some_and(|prompt| prompt.overwrite.is_none())
    }

    /// Whether something is left to do while no key is pressed.
    pub fn has_work(&self) -> bool {
        let figures = self.figures.is_left(&self.bulletins);
        self.is_searching() || self.reader.rest.is_some() || self.is_counting() || figures
    }

    /// Does a part of it: goes on with a search, sets more of the page, finds out what was read, finds figures.
    /// Whether what is on the screen may have changed.
    pub fn work(&mut self) -> bool {
        if self.is_searching() {
            return self.search_on();
        }
        if self.reader.rest.is_some() {
            self.set_more();
            return false;
        }
        if self.is_counting() {
            return self.count_on();
        }
        let shown = self.shown_bulletin();
        self.figures.find_on(&self.bulletins, shown)
    }
}
