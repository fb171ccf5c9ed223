//! 新提法 and 不再提: what the newest year beside others says first, and what it no longer says.

use std::ops::Range;

use crate::parallel::{Column, Shown, whole};
use crate::phrases::{Phrase, Years};
use crate::wording::column::names;
use crate::wording::quotation::sentence;
use crate::wording::source::reference;
use crate::wrap::{Setting, wrap};

use super::action::Action;
use super::keymap::Mode;
use super::layout;
use super::prompt::{Prompt, Wanted};
use super::{App, moved, scrolled};

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// What the phrases below have in common, and how many they are.
    Head(String, usize),
    /// A phrase, by its place, and why it is listed.
    Phrase(usize, Why),
    /// There is none.
    Nothing,
}

/// Why a phrase is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was asked for.
    Asked,
    /// The newest year says it first.
    New,
    /// The newest year no longer says it.
    Gone,
}

/// A line of the sentences behind a phrase: its words, and where in them the phrase stands.
pub type Line = (String, Range<usize>);

/// The screen.
#[derive(Debug, Default)]
pub struct TermsView {
    /// The years as a whole: a phrase is new only if no section of the year before has it.
    columns: Vec<Column>,
    /// Words that were asked for.
    asked: Vec<String>,
    /// All phrases.
    pub phrases: Vec<Phrase>,
    /// The rows of the list.
    pub items: Vec<Item>,
    /// Index of the cursor in the rows.
    pub cursor: usize,
    /// First row on the screen.
    pub top: usize,
    /// The sentences behind the phrase under the cursor, set.
    pub lines: Vec<Line>,
}

impl TermsView {
    /// The phrase under the cursor.
    fn phrase(&self) -> Option<&Phrase> {
        match self.items.get(self.cursor)? {
            Item::Phrase(at, _) => self.phrases.get(*at),
            _ => None,
        }
    }
}

impl App {
    /// Lists what the newest of the years side by side says, in the sections that are shown, that the
    /// year before says nowhere, and the other way round.
    pub(super) fn open_terms(&mut self) {
        self.list_phrases(Vec::new());
    }

    /// Adds words to those that are counted, above all others.
    pub(super) fn count_words(&mut self, words: String) {
        let mut asked = std::mem::take(&mut self.terms.asked);
        asked.retain(|other| *other != words);
        asked.insert(0, words);
        self.list_phrases(asked);
    }

    fn list_phrases(&mut self, asked: Vec<String>) {
        let shown: Vec<Shown> = self
            .parallel
            .text
            .columns
            .iter()
            .map(|c| c.shown.clone())
            .collect();
        let members = shown.iter().map(|shown| shown.bulletin);
        let columns = whole(&self.bulletins, members);
        let texts: Vec<Vec<String>> = columns.iter().map(|c| c.texts(&self.bulletins)).collect();
        let years = Years::new(&texts);
        let Some(new) = columns.len().checked_sub(1).filter(|at| *at > 0) else {
            return;
        };
        // Whether a paragraph of a year stands in a section that is shown.
        let in_view = |year: usize, paragraph: usize| {
            let found = || {
                let section = columns.get(year)?.paragraphs.get(paragraph)?.section;
                let shown = shown.get(year)?;
                let bulletin = self.bulletins.get(shown.bulletin)?;
                let mut sections = shown.sections.iter();
                Some(sections.any(|above| bulletin.is_within(section, *above)))
            };
            found().unwrap_or(false)
        };
        let words = self.lang.words();
        let names = names(&columns, &self.bulletins);
        let name = |at: usize| names.get(at).map_or("", String::as_str);
        let mut view = TermsView::default();
        if !asked.is_empty() {
            let heading = format!("{}  {}", words.asked_phrases, names.join("→"));
            view.items.push(Item::Head(heading, asked.len()));
            for words in &asked {
                view.items
                    .push(Item::Phrase(view.phrases.len(), Why::Asked));
                view.phrases.push(years.phrase(words));
            }
        }
        for (here, there, heading, why) in [
            (new, new - 1, words.new_phrases, Why::New),
            (new - 1, new, words.gone_phrases, Why::Gone),
        ] {
            let found = years.only(here, there, |paragraph| in_view(here, paragraph));
            let heading = format!("{}  {heading}", name(here));
            view.items.push(Item::Head(heading, found.len()));
            if found.is_empty() {
                view.items.push(Item::Nothing);
            }
            for phrase in found {
                view.items.push(Item::Phrase(view.phrases.len(), why));
                view.phrases.push(phrase);
            }
        }
        view.cursor = 1;
        view.columns = columns;
        view.asked = asked;
        self.terms = view;
        self.go(Mode::Terms);
    }

    pub(super) fn terms_action(&mut self, action: &Action) {
        let (list, _) = layout::terms(self.frame().body);
        let page = usize::from(list.rows).max(2) - 1;
        let view = &mut self.terms;
        match action {
            Action::Back => self.back(),
            Action::Enter => self.go_to_phrase(),
            Action::Count => {
                self.prompt = Some(Prompt::new(Wanted::Words, "", &self.typed_before));
            }
            // To what is no longer said, and back to what is new.
            Action::Switch => {
                let is_head = |item: &Item| matches!(item, Item::Head(..));
                let below = view.items.iter().skip(view.cursor).position(is_head);
                view.cursor = below.map_or(0, |at| view.cursor + at) + 1;
            }
            action => {
                if let Some(to) = moved(action, view.cursor, view.items.len(), page) {
                    view.cursor = to;
                }
            }
        }
    }

    /// Opens the text where the phrase under the cursor stands first.
    fn go_to_phrase(&mut self) {
        let place = self.terms.phrase().and_then(|phrase| phrase.places.first());
        let Some(place) = place.cloned() else {
            return;
        };
        let found = || {
            let column = self.terms.columns.get(place.year)?;
            let section = column.paragraphs.get(place.passage)?.section;
            let first = column
                .paragraphs
                .iter()
                .position(|p| p.section == section)?;
            Some((column.shown.bulletin, section, place.passage - first))
        };
        let Some((bulletin, section, paragraph)) = found() else {
            return;
        };
        self.open_section(bulletin, section);
        self.reader.text_has_focus = true;
        self.top_paragraph(section, paragraph);
        self.go_on(Mode::Read);
    }

    pub(super) fn settle_terms(&mut self) {
        let (list, preview) = layout::terms(self.frame().body);
        let rows = usize::from(list.rows).max(1);
        let view = &mut self.terms;
        view.cursor = view.cursor.min(view.items.len().saturating_sub(1));
        let cursor = view.cursor;
        // The head above a first phrase is seen with it.
        let above = cursor.checked_sub(1).and_then(|at| view.items.get(at));
        let from = cursor - usize::from(matches!(above, Some(Item::Head(..))));
        view.top = scrolled(view.top, from, cursor + 1, rows, view.items.len());
        let cells = preview.map_or(0, |area| layout::measure(area.cells, self.rules.hang));
        self.terms.lines = self.sentences(cells.into());
    }

    /// The first sentence of each year that says the phrase under the cursor.
    fn sentences(&self, cells: usize) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        let Some(phrase) = self.terms.phrase().filter(|_| cells > 0) else {
            return lines;
        };
        let columns = &self.terms.columns;
        let setting = Setting::plain(cells, self.ambiguous).with(self.rules);
        let mut shown: Vec<usize> = Vec::new();
        for place in &phrase.places {
            if shown.contains(&place.year) {
                continue;
            }
            shown.push(place.year);
            lines.push((reference(place, columns, &self.bulletins), 0..0));
            let column = columns.get(place.year);
            let text = column.map(|column| column.text(place.passage, &self.bulletins));
            let (words, focus) = sentence(place, text.as_deref().unwrap_or_default());
            for line in wrap(&words, &setting) {
                let part = words.get(line.start..line.end).unwrap_or_default();
                let clip = |at: usize| at.clamp(line.start, line.end) - line.start;
                lines.push((part.to_owned(), clip(focus.start)..clip(focus.end)));
            }
        }
        lines
    }
}
