//! The phrases that the newest of some years says first and no longer says, as a list with a cursor. Knows nothing of
//! how it is shown.

use crate::parallel::{Column, Shown, whole};
use crate::phrases::{Phrase, Years};
use crate::screens::screen::Spot;
use crate::store::store::Store;
use crate::view::scroll::scrolled;
use crate::wording::column::names;

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhraseItem {
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

/// The years of which phrases are listed, as they are side by side.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The sections that are shown of each year.
    pub shown: Vec<Shown>,
    /// What they are called.
    pub title: String,
}

/// The list.
#[derive(Debug, Default)]
pub struct PhraseList {
    /// Where its phrases are from.
    pub source: Source,
    /// The years as a whole: a phrase is new only if no section of the year before has it.
    pub columns: Vec<Column>,
    /// Words that were asked for.
    pub asked: Vec<String>,
    /// All phrases.
    pub phrases: Vec<Phrase>,
    /// The rows of the list.
    pub items: Vec<PhraseItem>,
    /// Index of the cursor in the rows.
    pub cursor: usize,
    /// First row on the screen.
    pub top: usize,
}

impl PhraseList {
    /// What the newest of the years says, in the sections that are shown, that the year before says nowhere, and the
    /// other way round; above it words that were asked for. None if there is no year before.
    pub fn new(source: Source, asked: Vec<String>, store: &Store) -> Option<Self> {
        let members = source.shown.iter().map(|shown| shown.bulletin);
        let columns = whole(&store.bulletins, members);
        let new = columns.len().checked_sub(1).filter(|at| *at > 0)?;
        let texts = columns.iter().map(|c| c.texts(&store.bulletins));
        let texts: Vec<Vec<String>> = texts.collect();
        let years = Years::new(&texts);
        let words = store.lang.words();
        let names = names(&columns, &store.bulletins);
        let name = |at: usize| names.get(at).map_or("", String::as_str);
        let mut list = Self {
            cursor: 1,
            ..Self::default()
        };
        if !asked.is_empty() {
            let heading = format!("{}  {}", words.asked_phrases, names.join("→"));
            let found = asked.iter().map(|words| years.phrase(words));
            list.add(heading, Why::Asked, found.collect());
        }
        for (here, there, heading, why) in [
            (new, new - 1, words.new_phrases, Why::New),
            (new - 1, new, words.gone_phrases, Why::Gone),
        ] {
            let (shown, of) = (source.shown.get(here), columns.get(here));
            let in_view = |paragraph| is_in_view(shown, of, paragraph, store);
            let found = years.only(here, there, in_view);
            list.add(format!("{}  {heading}", name(here)), why, found);
        }
        Some(Self {
            source,
            columns,
            asked,
            ..list
        })
    }

    /// Adds phrases below a head of their own.
    fn add(&mut self, heading: String, why: Why, found: Vec<Phrase>) {
        self.items.push(PhraseItem::Head(heading, found.len()));
        if found.is_empty() {
            self.items.push(PhraseItem::Nothing);
        }
        let places = self.phrases.len()..self.phrases.len() + found.len();
        self.items
            .extend(places.map(|at| PhraseItem::Phrase(at, why)));
        self.phrases.extend(found);
    }

    /// The phrase under the cursor, by its place.
    pub fn current(&self) -> Option<usize> {
        match self.items.get(self.cursor)? {
            PhraseItem::Phrase(at, _) => Some(*at),
            _ => None,
        }
    }

    /// The paragraph that says the phrase under the cursor first.
    pub fn first_place(&self) -> Option<Spot> {
        let place = self.phrases.get(self.current()?)?.places.first()?;
        let column = self.columns.get(place.year)?;
        let mut paragraphs = column.paragraphs.iter();
        let section = column.paragraphs.get(place.passage)?.section;
        let first = paragraphs.position(|p| p.section == section)?;
        let (bulletin, paragraph) = (column.shown.bulletin, place.passage - first);
        Some(Spot::Paragraph(bulletin, section, paragraph, None))
    }

    /// The row behind the next head, or behind the first one: to what is no longer said, and back to what is new.
    pub fn behind_next_head(&self) -> usize {
        let is_head = |item: &PhraseItem| matches!(item, PhraseItem::Head(..));
        let below = self.items.iter().skip(self.cursor).position(is_head);
        below.map_or(0, |at| self.cursor + at) + 1
    }

    /// Brings the cursor into the list and into view, so many rows being shown.
    pub fn settle(&mut self, rows: usize) {
        self.cursor = self.cursor.min(self.items.len().saturating_sub(1));
        let cursor = self.cursor;
        // The head above a first phrase is seen with it.
        let above = cursor.checked_sub(1).and_then(|at| self.items.get(at));
        let from = cursor - usize::from(matches!(above, Some(PhraseItem::Head(..))));
        self.top = scrolled(self.top, from, cursor + 1, rows, self.items.len());
    }
}

/// Whether a paragraph of a year stands in a section that is shown.
fn is_in_view(
    shown: Option<&Shown>,
    column: Option<&Column>,
    paragraph: usize,
    store: &Store,
) -> bool {
    let found = || {
        let section = column?.paragraphs.get(paragraph)?.section;
        let shown = shown?;
        let bulletin = store.bulletins.get(shown.bulletin)?;
        let mut sections = shown.sections.iter();
        Some(sections.any(|above| bulletin.is_within(section, *above)))
    };
    found().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// New phrases, so many, and none that is gone.
    fn list(new: usize) -> PhraseList {
        let phrase = Phrase {
            words: "适老化改造".into(),
            counts: vec![0, 1],
            places: Vec::new(),
        };
        let mut list = PhraseList::default();
        list.add("新".into(), Why::New, vec![phrase; new]);
        list.add("无".into(), Why::Gone, Vec::new());
        list
    }

    #[test]
    fn switching_goes_from_part_to_part_and_round() {
        let mut list = list(3);
        let mut seen = Vec::new();
        for _ in 0..3 {
            list.cursor = list.behind_next_head();
            seen.push(list.cursor);
        }
        assert_eq!(seen, [1, 5, 1]);
        list.cursor = 3;
        assert_eq!(list.behind_next_head(), 5);
    }

    #[test]
    fn the_head_above_a_first_phrase_is_seen_with_it() {
        let mut list = list(6);
        let mut top_at = |cursor: usize| {
            list.cursor = cursor;
            list.settle(3);
            (list.cursor, list.top)
        };
        assert_eq!(top_at(6), (6, 4));
        assert_eq!(top_at(1), (1, 0));
        assert_eq!(top_at(99), (8, 6));
        assert_eq!(list.current(), None);
    }
}
