//! Marks: places with names, set in the text, listed, gone to, renamed and removed.

use crate::model::{Section, dotted};
use crate::page::{Anchor, Page, Paragraph, paragraphs};
use crate::width::{cells, visible_text};
use crate::wording::source::in_year;

use super::action::{Action, Effect};
use super::keymap::Mode;
use super::memory::{Mark, Note, free_name};
use super::place::{Place, section_of};
use super::progress::words_digest;
use super::prompt::{Prompt, Wanted};
use super::{App, layout, moved, scrolled};

/// Characters of a heading that are proposed as a name, at most.
const LONGEST: usize = 14;

/// Bytes of text around a mark that are set for its preview: more than any screen shows.
const PREVIEW: usize = 16 << 10;
/// Sections that a preview may go on to.
const SECTIONS: usize = 20;

/// What gets a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// A place that is to be marked.
    Place(Place),
    /// A mark that has another name until now.
    Mark(Mark),
}

/// Where a mark is in the library as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Its words stand in this bulletin, section and paragraph, counted from the section's first.
    Here(usize, usize, usize),
    /// They no longer stand anywhere in the bulletin; the place nearest to where they were.
    Changed(usize, usize),
    /// Its bulletin is not there.
    Gone,
}

/// The screen. Its first row stands for the place that is open, the marks follow.
#[derive(Debug, Default)]
pub struct MarksView {
    /// The row under the cursor.
    pub cursor: usize,
    /// First row on the screen.
    pub top: usize,
    /// The text from the mark under the cursor on, set for the screen.
    pub preview: Vec<String>,
    /// Where the marks are, in their order.
    pub found: Vec<Found>,
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

    /// Finds out where the marks are, after they or the bulletins changed.
    pub(super) fn find_marks(&mut self) {
        self.marks.found = self
            .marks()
            .iter()
            .map(|mark| self.find_mark(mark))
            .collect();
    }

    fn find_mark(&self, mark: &Mark) -> Found {
        let place = &mark.place;
        let index = self.bulletins.iter().position(|b| b.id == place.bulletin);
        let found = index.and_then(|at| Some((at, self.bulletins.get(at)?)));
        let Some((index, bulletin)) = found else {
            return Found::Gone;
        };
        let Some(section) = section_of(bulletin, place) else {
            return Found::Gone;
        };
        let holds = |section: usize, all: &[Paragraph], paragraph: usize| {
            let text = all.get(paragraph).zip(bulletin.sections().get(section));
            text.is_some_and(|(of, section)| words_digest(&of.text(section), 0) == mark.words)
        };
        let own = paragraphs(bulletin, section..section + 1);
        let same = bulletin
            .sections()
            .get(section)
            .is_some_and(|s| s.number == place.section);
        if same && holds(section, &own, place.paragraph) {
            return Found::Here(index, section, place.paragraph);
        }
        // Moved: the same words elsewhere.
        for section in 0..bulletin.sections().len() {
            let own = paragraphs(bulletin, section..section + 1);
            if let Some(at) = (0..own.len()).find(|at| holds(section, &own, *at)) {
                return Found::Here(index, section, at);
            }
        }
        Found::Changed(index, section)
    }

    /// Where a mark is, in words: the section's number and heading, the bulletin's year and series.
    pub fn mark_words(&self, at: usize) -> String {
        let words = self.lang.words();
        match self.marks.found.get(at) {
            Some(Found::Here(bulletin, section, _)) => self.section_words(*bulletin, *section),
            Some(Found::Changed(bulletin, section)) => {
                format!(
                    "{}  {}",
                    words.text_changed,
                    self.section_words(*bulletin, *section)
                )
            }
            Some(Found::Gone) | None => words.place_gone.to_owned(),
        }
    }

    /// A section: its number and heading, the bulletin's year and series.
    pub fn section_words(&self, bulletin: usize, section: usize) -> String {
        let found = self.bulletins.get(bulletin);
        let Some((bulletin, section)) = found.and_then(|b| Some((b, b.sections().get(section)?)))
        else {
            return String::new();
        };
        let (number, heading) = (dotted(&section.number), section.outline_heading());
        let year = in_year(bulletin);
        let series = &bulletin.series;
        format!("#{number} {heading}  {year}{series}")
    }

    /// Where the marks of the shown bulletin stand in its text.
    pub fn marks_in_text(&self) -> Vec<Anchor> {
        let page = &self.reader.page;
        let shown = self.shown_bulletin();
        let found = self.marks().iter().zip(&self.marks.found);
        let anchor = |(mark, found): (&Mark, &Found)| match found {
            Found::Here(bulletin, section, paragraph) if Some(*bulletin) == shown => {
                anchor_of(page, *section, *paragraph, mark.place.byte)
            }
            _ => None,
        };
        found.filter_map(anchor).collect()
    }

    /// Opens the list.
    pub(super) fn open_marks(&mut self) {
        if self.screen() != Mode::Marks {
            self.marks.cursor = usize::from(!self.marks().is_empty());
            self.go_on(Mode::Marks);
            self.asks_memory = Some(Effect::Recall);
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
            let year = in_year(bulletin);
            let heading = opening(bulletin.sections().get(section)?);
            Some(format!("{year}{heading}"))
        };
        let name = heading().unwrap_or_default();
        free_name(&name, |name| {
            self.marks().iter().any(|mark| mark.name == name)
        })
    }

    /// The name was typed.
    pub(super) fn name_mark(&mut self) {
        let words = self.lang.words();
        let typed = self.prompt.as_ref().map(|prompt| prompt.text.trim());
        let name = typed.unwrap_or_default().to_owned();
        if cells(&name, self.ambiguous) == 0 {
            return self.complain(words.no_mark_name.to_owned());
        }
        let Some(naming) = self.marks.naming.clone() else {
            return;
        };
        let of_name = self.marks().iter().find(|mark| mark.name == name);
        let same = of_name.is_some_and(|mark| match &naming {
            Named::Place(place) => mark.place == *place,
            Named::Mark(old) => mark.name == old.name,
        });
        if of_name.is_some() && !same {
            return self.complain(format!("{}{name}", words.name_taken));
        }
        let (note, told) = match naming {
            Named::Mark(old) => {
                let mark = Mark {
                    name: name.clone(),
                    ..old.clone()
                };
                (Note::Rename(old.name, mark), words.mark_renamed)
            }
            Named::Place(place) => {
                let digest = self
                    .words_at(&place)
                    .map_or(0, |text| words_digest(&text, 0));
                let mark = Mark {
                    name: name.clone(),
                    place,
                    words: digest,
                };
                (Note::Set(mark), words.marked)
            }
        };
        self.prompt = None;
        self.marks.naming = None;
        self.note_mark(note);
        let at = self.marks().iter().position(|mark| mark.name == name);
        self.marks.cursor = at.map_or(0, |at| at + 1);
        self.say_of_mark(told, &name);
    }

    /// The words of the paragraph at a place.
    fn words_at(&self, place: &Place) -> Option<String> {
        let bulletin = self.bulletins.iter().find(|b| b.id == place.bulletin)?;
        let section = section_of(bulletin, place)?;
        let own = paragraphs(bulletin, section..section + 1);
        Some(
            own.get(place.paragraph)?
                .text(bulletin.sections().get(section)?),
        )
    }

    fn note_mark(&mut self, note: Note) {
        self.reading.note(note);
        self.find_marks();
        self.asks_memory = Some(Effect::Remember);
    }

    /// Says what happened to a mark; also that it is not kept, if it is not.
    fn say_of_mark(&mut self, told: &str, name: &str) {
        let kept = if self.remembers {
            ""
        } else {
            self.lang.words().not_kept
        };
        self.say(format!("{told}{name}{kept}"));
    }

    pub(super) fn marks_action(&mut self, action: &Action) {
        let page = usize::from(layout::marks(self.frame().body).0.rows).max(2) - 1;
        let words = self.lang.words();
        match action {
            Action::Back => self.back(),
            Action::Enter if self.marks.cursor > 0 => self.open_mark(),
            Action::Enter => self.ask_for_mark(),
            Action::Mark => match self.mark_at_cursor().cloned() {
                Some(mark) => self.ask_for_name(Named::Mark(mark.clone()), &mark.name),
                None => self.ask_for_mark(),
            },
            Action::Remove => match self.mark_at_cursor().map(|mark| mark.name.clone()) {
                Some(name) => {
                    self.note_mark(Note::Remove(name.clone()));
                    self.say_of_mark(words.mark_removed, &name);
                }
                None => self.complain(words.no_mark_chosen.to_owned()),
            },
            action => {
                let len = self.marks().len() + 1;
                if let Some(to) = moved(action, self.marks.cursor, len, page) {
                    self.marks.cursor = to;
                }
            }
        }
    }

    /// Goes to the mark under the cursor.
    fn open_mark(&mut self) {
        let at = self.marks.cursor - 1;
        let place = self.marks().get(at).map(|mark| mark.place.clone());
        let words = self.lang.words();
        match (self.marks.found.get(at).copied(), place) {
            (Some(Found::Here(bulletin, section, paragraph)), Some(place)) => {
                self.go(Mode::Read);
                self.open_section(bulletin, section);
                let anchor = anchor_of(&self.reader.page, section, paragraph, place.byte);
                if let Some(anchor) = anchor {
                    self.show_anchor(anchor, 0);
                }
                self.reader.text_has_focus = true;
            }
            (Some(Found::Changed(bulletin, section)), _) => {
                self.go(Mode::Read);
                self.open_section(bulletin, section);
                self.reader.text_has_focus = true;
                self.complain(words.text_changed.to_owned());
            }
            _ => self.complain(words.place_gone.to_owned()),
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
        let place = match view.cursor.checked_sub(1) {
            Some(at) => match view.found.get(at) {
                Some(Found::Here(bulletin, section, paragraph)) => {
                    Some((*bulletin, *section, *paragraph))
                }
                Some(Found::Changed(bulletin, section)) => Some((*bulletin, *section, 0)),
                Some(Found::Gone) | None => None,
            },
            None => self.place().and_then(|place| {
                let (bulletin, section) = self.top_section()?;
                Some((bulletin, section, place.paragraph))
            }),
        };
        let lines = place.and_then(|place| self.lines_at(place, cells, rows));
        self.marks.preview = lines.unwrap_or_default();
    }

    /// The text from a paragraph of a section on, set in so many cells, as many rows.
    fn lines_at(
        &self,
        place: (usize, usize, usize),
        cells: usize,
        rows: usize,
    ) -> Option<Vec<String>> {
        let (bulletin, section, paragraph) = place;
        let bulletin = self.bulletins.get(bulletin)?;
        let end = bulletin.sections().len().min(section + SECTIONS);
        let own = paragraphs(bulletin, section..end);
        let setting = Page::setting(bulletin, cells, self.ambiguous, self.rules);
        let page = Page::begin(own.into(), 0, setting);
        let page = page.around(bulletin, paragraph, PREVIEW);
        let row = page.row_of_paragraph(paragraph).unwrap_or(0);
        Some(page.words(bulletin).skip(row).take(rows).collect())
    }
}

/// Where a byte of a section's paragraph is on a page, if the section has the paragraph.
pub(super) fn anchor_of(
    page: &Page,
    section: usize,
    paragraph: usize,
    byte: usize,
) -> Option<Anchor> {
    let paragraph = page.paragraph_of_section(section) + paragraph;
    let byte = Some(byte);
    let of = page.paragraphs.get(paragraph)?;
    (of.section == section).then_some(Anchor { paragraph, byte })
}

/// The heading of a section, cut to what a name has room for.
fn opening(section: &Section) -> String {
    let heading = section.outline_heading();
    let bare = heading.trim_matches(['〔', '〕']);
    let name = visible_text(bare);
    name.trim().chars().take(LONGEST).collect()
}
