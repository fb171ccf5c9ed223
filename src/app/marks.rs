//! Marks: places with names, set in the text, listed, gone to, renamed and removed.

use crate::model::{Section, dotted};
use crate::page::{Anchor, Page, paragraphs};

use super::action::Action;
use super::keymap::Mode;
use super::memory::{Mark, Note};
use super::place::{Place, section_of};
use super::prompt::{Prompt, Wanted};
use super::{App, layout, moved, scrolled};

/// Characters of a heading that are proposed as a name, at most.
const LONGEST: usize = 24;

/// Bytes of text around a mark that are set for its preview: more than any screen shows.
const PREVIEW: usize = 16 << 10;

/// What gets a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// A place that is to be marked.
    Place(Place),
    /// A mark that has another name until now.
    Mark(String),
}

/// The screen. Its first row stands for the place that is open, the marks follow.
#[derive(Debug, Default)]
pub struct MarksView {
    /// The row under the cursor.
    pub cursor: usize,
    /// First row on the screen.
    pub top: usize,
    /// The paragraph of the mark under the cursor, set for the screen.
    pub preview: Vec<String>,
    /// What is being named.
    naming: Option<Named>,
}

impl App {
    /// The marks of the library.
    pub fn marks(&self) -> &[Mark] {
        &self.reading.memory.marks
    }

    /// The mark under the cursor of the list.
    fn mark_at_cursor(&self) -> Option<&Mark> {
        self.marks().get(self.marks.cursor.checked_sub(1)?)
    }

    /// Where a place is: the bulletin's year and series, the section's number and heading.
    pub fn place_words(&self, place: &Place) -> String {
        let bulletin = self.bulletins.iter().find(|b| b.id == place.bulletin);
        let of = bulletin.and_then(|bulletin| Some((bulletin, section_of(bulletin, place)?)));
        let Some((bulletin, section)) = of else {
            return self.lang.words().place_gone.to_owned();
        };
        let year = bulletin.date.map(|date| format!("{} ", date.year()));
        let (year, series) = (year.unwrap_or_default(), &bulletin.series);
        let of = bulletin.sections().get(section);
        let heading = of.map(Section::outline_heading).unwrap_or_default();
        let number = of.map(|of| dotted(&of.number)).unwrap_or_default();
        format!("{year}{series} #{number} {heading}")
    }

    /// Where the marks of the shown bulletin stand in its text.
    pub fn marks_in_text(&self) -> Vec<Anchor> {
        let shown = self.shown_bulletin().and_then(|at| self.bulletins.get(at));
        let Some(bulletin) = shown else {
            return Vec::new();
        };
        let own = self.marks().iter().map(|mark| &mark.place);
        let own = own.filter(|place| place.bulletin == bulletin.id);
        let anchor = |place: &Place| {
            let section = section_of(bulletin, place)?;
            anchor_of(&self.reader.page, section, place)
        };
        own.filter_map(anchor).collect()
    }

    /// Opens the list.
    pub(super) fn open_marks(&mut self) {
        if self.screen() != Mode::Marks {
            self.marks.cursor = usize::from(!self.marks().is_empty());
            self.go_on(Mode::Marks);
        }
    }

    /// Asks for the name of a mark at the place that is open.
    pub(super) fn ask_for_mark(&mut self) {
        let Some(place) = self.place() else {
            return self.complain(self.lang.words().nothing_to_mark.to_owned());
        };
        let known = self.marks().iter().find(|mark| mark.place == place);
        let proposal = match known {
            Some(mark) => mark.name.clone(),
            None => self.proposal(),
        };
        self.ask_for_name(Named::Place(place), &proposal);
    }

    fn ask_for_name(&mut self, named: Named, proposal: &str) {
        self.marks.naming = Some(named);
        self.prompt = Some(Prompt::new(Wanted::Mark, proposal, &self.typed_before));
    }

    /// A name that no mark has: the heading with its year, a number behind it.
    fn proposal(&self) -> String {
        let heading = || {
            let (bulletin, section) = self.top_section()?;
            let bulletin = self.bulletins.get(bulletin)?;
            let year = bulletin.date.map(|date| format!("{} ", date.year()));
            let heading = opening(bulletin.sections().get(section)?);
            Some(format!("{}{heading}", year.unwrap_or_default()))
        };
        let name = heading().unwrap_or_default();
        let taken = |name: &String| self.marks().iter().any(|mark| mark.name == *name);
        let numbered = (2..).map(|number| format!("{name} {number}"));
        let mut names = std::iter::once(name.clone()).chain(numbered);
        names.find(|name| !taken(name)).unwrap_or_default()
    }

    /// The name was typed.
    pub(super) fn name_mark(&mut self) {
        let words = self.lang.words();
        let typed = self.prompt.as_ref().map(|prompt| prompt.text.trim());
        let name = typed.unwrap_or_default().to_owned();
        if name.is_empty() {
            return self.complain(words.no_mark_name.to_owned());
        }
        let at = self.marks().iter().position(|mark| mark.name == name);
        let (note, told) = match self.marks.naming.take() {
            Some(Named::Mark(old)) if at.is_some() && old != name => {
                self.marks.naming = Some(Named::Mark(old));
                return self.complain(format!("{}{name}", words.name_taken));
            }
            Some(Named::Mark(old)) => (Note::Rename(old, name.clone()), words.mark_renamed),
            Some(Named::Place(place)) => {
                let told = if at.is_some() {
                    words.mark_moved
                } else {
                    words.marked
                };
                let name = name.clone();
                (Note::Set(Mark { name, place }), told)
            }
            None => return,
        };
        self.prompt = None;
        self.reading.note(note);
        self.unwritten = true;
        let at = self.marks().iter().position(|mark| mark.name == name);
        self.marks.cursor = at.map_or(0, |at| at + 1);
        self.say(format!("{told}{name}"));
    }

    pub(super) fn marks_action(&mut self, action: &Action) {
        let page = usize::from(layout::marks(self.frame().body).0.rows).max(2) - 1;
        match action {
            Action::Back => self.back(),
            Action::Enter => match self.mark_at_cursor().map(|mark| mark.place.clone()) {
                Some(place) => {
                    self.go(Mode::Read);
                    if self.go_to_place(&place) {
                        self.reader.text_has_focus = true;
                    } else {
                        self.complain(self.lang.words().place_gone.to_owned());
                    }
                }
                None => self.ask_for_mark(),
            },
            Action::Mark => match self.mark_at_cursor().map(|mark| mark.name.clone()) {
                Some(name) => self.ask_for_name(Named::Mark(name.clone()), &name),
                None => self.ask_for_mark(),
            },
            Action::Remove => {
                if let Some(name) = self.mark_at_cursor().map(|mark| mark.name.clone()) {
                    self.say(format!("{}{name}", self.lang.words().mark_removed));
                    self.reading.note(Note::Remove(name));
                    self.unwritten = true;
                }
            }
            action => {
                let len = self.marks().len() + 1;
                if let Some(to) = moved(action, self.marks.cursor, len, page) {
                    self.marks.cursor = to;
                }
            }
        }
    }

    pub(super) fn settle_marks(&mut self) {
        let body = self.frame().body;
        let (list, preview) = layout::marks(body);
        let len = self.marks().len() + 1;
        let view = &mut self.marks;
        view.cursor = view.cursor.min(len - 1);
        let rows = usize::from(list.rows);
        view.top = scrolled(view.top, view.cursor, view.cursor + 1, rows, len);
        let rows = preview.map_or(0, |area| usize::from(area.rows));
        let cells = usize::from(layout::measure(body.cells, false));
        let place = match self.mark_at_cursor() {
            Some(mark) => Some(mark.place.clone()),
            None => self.place(),
        };
        let lines = place.and_then(|place| self.lines_at(&place, cells, rows));
        self.marks.preview = lines.unwrap_or_default();
    }

    /// The text from a place on, set in so many cells, as many rows of its section.
    fn lines_at(&self, place: &Place, cells: usize, rows: usize) -> Option<Vec<String>> {
        let bulletin = self.bulletins.iter().find(|b| b.id == place.bulletin)?;
        let section = section_of(bulletin, place)?;
        let own = paragraphs(bulletin, section..section + 1);
        let setting = Page::setting(bulletin, cells, self.ambiguous, self.rules);
        let page = Page::begin(own.into(), 0, setting);
        let page = page.around(bulletin, place.paragraph, PREVIEW);
        let anchor = anchor_of(&page, section, place);
        let row = anchor.map_or(0, |anchor| page.row_of_anchor(anchor));
        Some(page.words(bulletin).skip(row).take(rows).collect())
    }
}

/// Where a place is on a page, if its section still has it.
pub(super) fn anchor_of(page: &Page, section: usize, place: &Place) -> Option<Anchor> {
    let paragraph = page.paragraph_of_section(section) + place.paragraph;
    let byte = Some(place.byte);
    let of = page.paragraphs.get(paragraph)?;
    (of.section == section).then_some(Anchor { paragraph, byte })
}

/// The heading of a section, cut to what a name has room for.
fn opening(section: &Section) -> String {
    let heading = section.outline_heading();
    let bare = heading.trim_matches(['〔', '〕']);
    let name = crate::width::visible_text(bare);
    name.trim().chars().take(LONGEST).collect()
}
