//! The text pane: what it shows, which row stands at its top, and what the reader walked past.

use crate::keymap::action::Action;
use crate::keymap::motion::moved;
use crate::model::Bulletin;
use crate::page::{Anchor, Page, Paragraph};
use crate::store::place::Place;
use crate::store::store::Store;
use crate::width::Ambiguous;

use super::pages::{Pages, Shown};
use super::walk::View;

/// The text pane.
#[derive(Debug, Default)]
pub struct Text {
    /// What it shows; None for an empty library.
    pub shown: Option<Shown>,
    /// First row on the screen.
    pub top: usize,
    /// Whether keys move the text, not the tree.
    pub has_focus: bool,
    /// Where the row at the top begins, and of what. Kept while the screen changes its size, so that the same
    /// byte comes back to the top; follows when the text is moved.
    anchor: Option<(Shown, Anchor)>,
    /// The paragraph at the top of the text if it was seen from its beginning.
    seen_from: Option<usize>,
    /// What is set.
    pub pages: Pages,
}

impl Text {
    /// The bulletin that is shown.
    pub fn bulletin(&self) -> Option<usize> {
        match self.shown? {
            Shown::Bulletin(index) => Some(index),
            Shown::Problem(_) => None,
        }
    }

    fn of<'a>(&self, store: &'a Store) -> Option<&'a Bulletin> {
        store.bulletins.get(self.bulletin()?)
    }

    /// The page that is shown.
    pub fn page(&self) -> &Page {
        &self.pages.page
    }

    /// The section at the top.
    pub fn top_section(&self) -> Option<(usize, usize)> {
        Some((self.bulletin()?, self.page().section_of(self.top)?))
    }

    /// The row at the top as a place.
    pub fn place(&self, store: &Store) -> Option<Place> {
        let bulletin = self.of(store)?;
        let anchor = self.page().anchor(self.top)?;
        let section = self.page().section_of(self.top)?;
        Some(Place {
            bulletin: bulletin.id.clone(),
            section: bulletin.sections().get(section)?.number.clone(),
            paragraph: anchor.paragraph - self.page().paragraph_of_section(section),
            byte: anchor.byte.unwrap_or(0),
        })
    }

    /// Sets what is shown in lines of so many cells, if it was not set for that. The place is kept: the row at the
    /// top holds the same byte as before. A section that is asked for is set first.
    pub fn set(&mut self, section: Option<usize>, cells: u16, ambiguous: Ambiguous, store: &Store) {
        let Some(shown) = self.shown else {
            return;
        };
        let kept = self.anchor.filter(|(of, _)| *of == shown);
        let anchor = kept.map(|(_, anchor)| anchor);
        let wanted = (shown, cells, ambiguous);
        if self.pages.set(wanted, section, anchor, store)
            && let Some(anchor) = anchor
        {
            self.top = self.page().row_of_anchor(anchor);
        }
    }

    /// Keeps the top within the text and its anchor with the top.
    pub fn settle(&mut self) {
        self.top = self.top.min(self.pages.rows().saturating_sub(1));
        let stands = |(of, anchor): (Shown, Anchor)| {
            Some(of) == self.shown && self.page().row_of_anchor(anchor) == self.top
        };
        if !self.anchor.is_some_and(stands) {
            self.anchor = self.shown.zip(self.page().anchor(self.top));
        }
    }

    /// Moves the text by an action on a pane of so many rows; None if it is none that moves.
    pub fn walk(&mut self, action: &Action, rows: usize, store: &mut Store) -> Option<Walked> {
        self.reach(action, rows, store);
        let before = self.view(rows);
        let walked = self.step(action, rows, store)?;
        self.read_on(action, before, rows, store);
        Some(walked)
    }

    fn step(&mut self, action: &Action, rows: usize, store: &Store) -> Option<Walked> {
        // Scrolling stops with the last row at the foot; a jump may have gone further.
        let lowest = self.pages.rows().saturating_sub(rows).max(self.top);
        let page = rows.saturating_sub(2).max(1);
        if *action == Action::Right {
            return Some(self.next_section(rows, store));
        }
        self.top = moved(action, self.top, lowest + 1, page)?;
        Some(Walked::On)
    }

    fn next_section(&mut self, rows: usize, store: &Store) -> Walked {
        let Some((_, section)) = self.top_section() else {
            return Walked::On;
        };
        self.reach_section(section + 1, rows, store);
        let next = self.page().row_of_section(section + 1);
        match next.filter(|row| *row > self.top) {
            Some(row) => {
                self.top = row;
                Walked::On
            }
            None => Walked::AtEnd,
        }
    }

    /// While only a part of the page is set: makes it one that holds the rows a key moves to.
    fn reach(&mut self, action: &Action, rows: usize, store: &Store) {
        let Some(here) = self.page().anchor(self.top) else {
            return;
        };
        match action {
            Action::Top if !self.page().begins() => self.set_part(0, store),
            Action::Up | Action::PageUp if self.top < rows && !self.page().begins() => {
                self.set_part(here.paragraph, store);
            }
            Action::Bottom if !self.page().ends() => {
                self.set_part(self.page().paragraphs.len(), store);
            }
            Action::Down | Action::PageDown => {
                self.pages.set_ahead(self.top, rows, self.of(store));
            }
            _ => {}
        }
    }

    /// While only a part of the page is set: makes it one that holds a section's beginning.
    pub fn reach_section(&mut self, section: usize, rows: usize, store: &Store) {
        let paragraph = self.page().paragraph_of_section(section);
        if self.page().row_of_paragraph(paragraph).is_none() {
            self.set_part(paragraph, store);
        }
        if let Some(row) = self.page().row_of_paragraph(paragraph) {
            self.pages.set_ahead(row, rows, self.of(store));
        }
    }

    fn set_part(&mut self, paragraph: usize, store: &Store) {
        self.top = self.pages.set_part(paragraph, self.top, self.of(store));
    }

    /// Sets more of a page of which only a part is there.
    pub fn set_more(&mut self, store: &Store) {
        self.top = self.pages.set_more(self.top, self.of(store));
    }

    /// Puts the row with a place into the text, so many rows below the top of a pane; whether it is there.
    pub fn show(&mut self, anchor: Anchor, below: usize, rows: usize, store: &Store) -> bool {
        let is_set = |text: &Self| text.page().row_of_paragraph(anchor.paragraph).is_some();
        if !is_set(self) {
            self.set_part(anchor.paragraph, store);
        }
        if !is_set(self) {
            return false;
        }
        let row = self.page().row_of_anchor(anchor);
        self.pages.set_ahead(row, rows, self.of(store));
        self.top = row.saturating_sub(below);
        true
    }

    /// Where a byte of a section's body is on the page.
    pub fn anchor_of(&self, section: usize, byte: usize) -> Option<Anchor> {
        let within = |p: &Paragraph| {
            let holds = p.body.contains(&byte) || p.body.start == byte;
            (holds && !p.heading).then(|| p.place(byte))
        };
        self.page().anchor_in_section(section, within)
    }

    /// Where a byte of a section's paragraph is on the page, if the section has the paragraph.
    pub fn anchor_in(&self, section: usize, paragraph: usize, byte: usize) -> Option<Anchor> {
        let page = self.page();
        let paragraph = page.paragraph_of_section(section) + paragraph;
        let of = page.paragraphs.get(paragraph)?;
        let byte = Some(byte);
        (of.section == section).then_some(Anchor { paragraph, byte })
    }

    /// The keys go back to the tree.
    pub fn leave(&mut self) {
        self.has_focus = false;
        self.seen_from = None;
    }

    /// The paragraphs in view of a pane with so many rows.
    pub fn view(&self, rows: usize) -> Option<View> {
        View::of(self.page(), self.top, rows, self.seen_from)
    }

    /// Reads what an action has walked past, as far as it was in view from its beginning. At the end of the
    /// text the last screen is walked past as well.
    fn read_on(&mut self, action: &Action, before: Option<View>, rows: usize, store: &mut Store) {
        let back = matches!(action, Action::Up | Action::PageUp);
        self.seen_from = self.seen_from.filter(|_| back);
        let walks = matches!(action, Action::Down | Action::PageDown | Action::Right);
        let (Some(before), Some(now)) = (before.filter(|_| walks), self.view(rows)) else {
            return;
        };
        let page = self.page();
        let at_end = page.ends() && self.top + rows >= page.len();
        let stays = *action != Action::Right || now.top == before.top;
        let end = if at_end && stays {
            page.paragraphs.len()
        } else {
            before.end.min(now.first)
        };
        self.seen_from = (now.first >= before.from).then_some(now.first);
        if let Some(bulletin) = self.bulletin() {
            let read = before.from..end;
            store.reading.walked(bulletin, &read, &store.bulletins);
        }
    }
}

/// How far a walk came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walked {
    /// It went on, or stands where it stood.
    On,
    /// There is no section after this one.
    AtEnd,
}
