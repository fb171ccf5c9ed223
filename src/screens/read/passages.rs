//! The cursor for passages: it goes over the text and picks what it stands on.

use crate::keymap::action::Action;
use crate::screens::screen::Step;
use crate::store::store::Store;

use super::state::State;
use super::units::{Unit, Units};

impl State {
    fn units<'a>(&self, store: &'a Store) -> Units<'a> {
        Units {
            bulletins: &store.bulletins,
            by_paragraph: self.by_paragraph,
        }
    }

    /// Puts a cursor on the first sentence that begins in view.
    pub fn open_passages(&mut self, store: &mut Store) {
        let start = self.first_in_view();
        let Some(unit) = start.and_then(|at| self.units(store).from(at)) else {
            return store.complain(store.lang.words().nothing_to_read);
        };
        self.text.has_focus = true;
        self.unit = Some(unit);
        self.show_unit(store);
    }

    /// Bulletin, section and byte of the body at the top of the text.
    fn first_in_view(&self) -> Option<(usize, usize, usize)> {
        let bulletin = self.text.bulletin()?;
        let page = self.text.page();
        let row = page.row(self.text.top)?;
        let paragraph = page.paragraphs.get(row.paragraph)?;
        let line = row.line.map_or(0, |line| line.start);
        let (_, body) = paragraph.split(line..line);
        Some((bulletin, paragraph.section, body.start))
    }

    /// Does what an action asks of the cursor that stands on a unit.
    pub fn passage(&mut self, action: &Action, unit: &Unit, store: &mut Store) -> Step {
        let units = self.units(store);
        let moved = match action {
            Action::Back | Action::Enter => {
                self.unit = None;
                return Step::Stay;
            }
            Action::Tick => {
                pick(unit, store);
                return Step::Stay;
            }
            Action::Switch => {
                self.by_paragraph = !self.by_paragraph;
                self.units(store).around(unit)
            }
            Action::Up | Action::Left => units.before(unit),
            Action::Down | Action::Right => units.after(unit),
            Action::PageUp | Action::PageDown => self.unit_a_page_on(action, unit, store),
            Action::Top => units.from((unit.bulletin, 0, 0)),
            Action::Bottom => units.last(unit),
            _ => return Step::Pass,
        };
        if moved.is_some() {
            self.unit = moved;
            self.show_unit(store);
        }
        Step::Stay
    }

    /// The first unit that begins in view once the text was moved by a page.
    fn unit_a_page_on(&mut self, action: &Action, unit: &Unit, store: &mut Store) -> Option<Unit> {
        self.walk(action, store);
        let first = self.first_in_view()?;
        let units = self.units(store);
        let found = units.from(first)?;
        // At either end the text stands still and the cursor goes on.
        match action {
            Action::PageDown if found.is_after(unit) => Some(found),
            Action::PageUp if found.is_before(unit) => Some(found),
            Action::PageDown => units.after(unit),
            _ => units.before(unit),
        }
    }

    /// Moves the text so that the cursor is in view.
    fn show_unit(&mut self, store: &Store) {
        let Some(unit) = &self.unit else {
            return;
        };
        let Some(found) = self.text.anchor_of(unit.section, unit.span.start) else {
            return;
        };
        let end = unit.span.end.saturating_sub(1);
        let end = self.text.anchor_of(unit.section, end);
        let page = self.text.page();
        let is_set = page.row_of_paragraph(found.paragraph).is_some();
        let row = page.row_of_anchor(found);
        let last = end.map_or(row, |end| page.row_of_anchor(end));
        let (rows, top) = (self.text_rows(store), self.text.top);
        let seen = is_set && row >= top && (last < top + rows || row == top);
        if !seen {
            self.show_anchor(found, self.some_rows(store), store);
        }
    }
}

/// Picks the words under the cursor, or takes them out.
fn pick(unit: &Unit, store: &mut Store) {
    let place = (unit.bulletin, unit.section);
    let picks = &mut store.picks;
    if picks.toggle_passage(&store.bulletins, place, &unit.span) {
        store.say_picked();
    } else {
        store.complain(store.lang.words().section_is_picked);
    }
}
