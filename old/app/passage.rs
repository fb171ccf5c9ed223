//! Passages: sentences or paragraphs of the text under a cursor of their own, to be picked one by one.

use std::ops::Range;

use crate::model::Section;
use crate::page::{Anchor, Paragraph};

use super::App;
use super::action::Action;
use super::keymap::Mode;

/// What the cursor stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Index of the bulletin.
    pub bulletin: usize,
    /// Index of the section.
    pub section: usize,
    /// A sentence or a paragraph, in bytes of the section's body.
    pub span: Range<usize>,
}

/// Sentences or paragraphs of a section.
fn units(section: &Section, by_paragraph: bool) -> Vec<Range<usize>> {
    if by_paragraph {
        section.paragraphs().collect()
    } else {
        section.sentences()
    }
}

impl App {
    /// Puts a cursor on the first sentence that begins in view.
    pub(super) fn open_passages(&mut self) {
        let start = self.first_in_view();
        let Some(unit) = start.and_then(|at| self.unit_behind(at)) else {
            return self.complain(self.lang.words().nothing_to_read.to_owned());
        };
        self.reader.text_has_focus = true;
        self.reader.unit = Some(unit);
        self.go(Mode::Passage);
        self.show_unit();
    }

    /// Bulletin, section and byte of the body at the top of the text.
    fn first_in_view(&self) -> Option<(usize, usize, usize)> {
        let bulletin = self.shown_bulletin()?;
        let row = self.reader.page.row(self.reader.top)?;
        let paragraph = self.reader.page.paragraphs.get(row.paragraph)?;
        let line = row.line.map_or(0, |line| line.start);
        let (_, body) = paragraph.split(line..line);
        Some((bulletin, paragraph.section, body.start))
    }

    /// The first unit of a bulletin that begins at a place or behind it; the one around it if there is none.
    fn unit_behind(&self, (bulletin, section, byte): (usize, usize, usize)) -> Option<Unit> {
        let sections = self.bulletins.get(bulletin)?.sections();
        let by_paragraph = self.reader.by_paragraph;
        let unit = |section: usize, span: Range<usize>| Unit {
            bulletin,
            section,
            span,
        };
        let own = units(sections.get(section)?, by_paragraph);
        if let Some(span) = own.iter().find(|span| span.start >= byte) {
            return Some(unit(section, span.clone()));
        }
        let below = sections.iter().enumerate().skip(section + 1);
        let mut below =
            below.filter_map(|(at, s)| Some((at, units(s, by_paragraph).into_iter().next()?)));
        let found = below
            .next()
            .or_else(|| Some((section, own.last().cloned()?)));
        found.map(|(section, span)| unit(section, span))
    }

    /// The unit before a place.
    fn unit_before(&self, unit: &Unit) -> Option<Unit> {
        let sections = self.bulletins.get(unit.bulletin)?.sections();
        let by_paragraph = self.reader.by_paragraph;
        let own = units(sections.get(unit.section)?, by_paragraph);
        let before = own.into_iter().rfind(|span| span.start < unit.span.start);
        let above = || {
            let above = sections.get(..unit.section)?.iter().enumerate().rev();
            let mut above = above.filter_map(|(at, s)| Some((at, units(s, by_paragraph).pop()?)));
            above.next()
        };
        let (section, span) = before.map(|span| (unit.section, span)).or_else(above)?;
        Some(Unit {
            section,
            span,
            ..unit.clone()
        })
    }

    /// The unit after a place.
    fn unit_after(&self, unit: &Unit) -> Option<Unit> {
        let next = self.unit_behind((unit.bulletin, unit.section, unit.span.start + 1))?;
        let place = |unit: &Unit| (unit.section, unit.span.start);
        (place(&next) > place(unit)).then_some(next)
    }

    pub(super) fn passage_action(&mut self, action: &Action) {
        let Some(unit) = self.reader.unit.clone() else {
            return self.back();
        };
        let moved = match action {
            Action::Back | Action::Enter => return self.back(),
            Action::Tick => return self.tick_passage(&unit),
            Action::Switch => {
                self.reader.by_paragraph = !self.reader.by_paragraph;
                self.unit_around(&unit)
            }
            Action::Up | Action::Left => self.unit_before(&unit),
            Action::Down | Action::Right => self.unit_after(&unit),
            Action::PageUp | Action::PageDown => self.unit_a_page_on(action, &unit),
            Action::Top => self.unit_behind((unit.bulletin, 0, 0)),
            Action::Bottom => {
                let last = self
                    .bulletins
                    .get(unit.bulletin)
                    .map_or(0, |b| b.sections().len());
                self.unit_before(&Unit {
                    section: last.saturating_sub(1),
                    span: usize::MAX..usize::MAX,
                    ..unit
                })
            }
            _ => return,
        };
        if let Some(unit) = moved {
            self.reader.unit = Some(unit);
            self.show_unit();
        }
    }

    /// The unit of the size chosen now that holds the beginning of another one.
    fn unit_around(&self, unit: &Unit) -> Option<Unit> {
        let section = self
            .bulletins
            .get(unit.bulletin)?
            .sections()
            .get(unit.section)?;
        let all = units(section, self.reader.by_paragraph);
        let span = all
            .into_iter()
            .rfind(|span| span.start <= unit.span.start)?;
        Some(Unit {
            span,
            ..unit.clone()
        })
    }

    /// The first unit that begins in view once the text was moved by a page.
    fn unit_a_page_on(&mut self, action: &Action, unit: &Unit) -> Option<Unit> {
        self.text_action(action);
        let first = self.first_in_view()?;
        let found = self.unit_behind(first)?;
        let place = |unit: &Unit| (unit.section, unit.span.start);
        // At either end the text stands still and the cursor goes on.
        match action {
            Action::PageDown if place(&found) > place(unit) => Some(found),
            Action::PageUp if place(&found) < place(unit) => Some(found),
            Action::PageDown => self.unit_after(unit),
            _ => self.unit_before(unit),
        }
    }

    fn tick_passage(&mut self, unit: &Unit) {
        let place = (unit.bulletin, unit.section);
        if self
            .picks
            .toggle_passage(&self.bulletins, place, &unit.span)
        {
            self.say_count();
        } else {
            self.complain(self.lang.words().section_is_picked.to_owned());
        }
    }

    /// The words of a section that the cursor stands on, in bytes of its body.
    pub fn unit_in(&self, section: usize) -> Option<&Range<usize>> {
        let unit = self.reader.unit.as_ref()?;
        let here = self.screen() == Mode::Passage && self.shown_bulletin() == Some(unit.bulletin);
        (here && unit.section == section).then_some(&unit.span)
    }

    /// Moves the text so that the cursor is in view.
    fn show_unit(&mut self) {
        let Some(unit) = self.reader.unit.clone() else {
            return;
        };
        let Some(found) = self.anchor_of(unit.section, unit.span.start) else {
            return;
        };
        let end = self.anchor_of(unit.section, unit.span.end.saturating_sub(1));
        let is_set = self.reader.page.row_of_paragraph(found.paragraph).is_some();
        let row = self.reader.page.row_of_anchor(found);
        let last = end.map_or(row, |end| self.reader.page.row_of_anchor(end));
        let rows = self.text_rows();
        let top = self.reader.top;
        let seen = is_set && row >= top && (last < top + rows || row == top);
        if !seen {
            self.show_anchor(found, self.some_rows());
        }
    }

    fn anchor_of(&self, section: usize, byte: usize) -> Option<Anchor> {
        let within = |p: &Paragraph| {
            let holds = p.body.contains(&byte) || p.body.start == byte;
            (holds && !p.heading).then(|| p.place(byte))
        };
        self.reader.page.anchor_in_section(section, within)
    }

    /// Opens the text at words of a section.
    pub(super) fn open_passage(&mut self, bulletin: usize, section: usize, byte: usize) {
        self.open_section(bulletin, section);
        self.reader.text_has_focus = true;
        if let Some(anchor) = self.anchor_of(section, byte) {
            self.show_anchor(anchor, self.some_rows());
        }
    }
}
