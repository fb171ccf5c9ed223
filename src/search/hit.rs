//! What a search finds: hits, each a byte range of a text of the library. Knows nothing of how they are found.

use std::ops::Range;

use crate::model::{Bulletin, Form, Section};

/// Which text of a bulletin a hit is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The bulletin's title.
    Title,
    /// A section's heading: a range of the body if it is run-in, else of the heading.
    Heading,
    /// A section's text: a range of its body.
    Text,
}

impl Field {
    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Text => "text",
        }
    }
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Index of the bulletin.
    pub bulletin: usize,
    /// Index of the section; None for a title.
    pub section: Option<usize>,
    /// The text it is in.
    pub field: Field,
    /// Its bytes there.
    pub span: Range<usize>,
}

/// A hit with the text around it in its paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context<'a> {
    /// The text before it.
    pub before: &'a str,
    /// The hit.
    pub found: &'a str,
    /// The text after it.
    pub after: &'a str,
}

impl Hit {
    /// The text that the hit is a range of.
    pub fn text<'a>(&self, bulletins: &'a [Bulletin]) -> Option<&'a str> {
        let bulletin = bulletins.get(self.bulletin)?;
        let Some(section) = self.section else {
            return Some(&bulletin.title);
        };
        let section = bulletin.sections().get(section)?;
        Some(if self.is_in_body(section) {
            &section.body
        } else {
            &section.heading
        })
    }

    /// Whether it is a range of its section's body, not of the heading alone.
    pub fn is_in_body(&self, section: &Section) -> bool {
        self.field == Field::Text || section.form == Form::RunIn
    }

    /// The hit with at most so many characters on each side, of its own paragraph.
    pub fn context<'a>(&self, bulletins: &'a [Bulletin], most: usize) -> Context<'a> {
        let text = self.text(bulletins).unwrap_or_default();
        let part = |range: Range<usize>| text.get(range).unwrap_or_default();
        // No further than is shown: a paragraph may be long.
        let own = |c: &char| *c != '\n';
        let before = part(0..self.span.start);
        let near = before.chars().rev().take(most).take_while(own);
        let from = before.len() - near.map(char::len_utf8).sum::<usize>();
        let after = part(self.span.end..text.len());
        let near = after.chars().take(most).take_while(own);
        let to = near.map(char::len_utf8).sum();
        Context {
            before: before.get(from..).unwrap_or_default(),
            found: part(self.span.clone()),
            after: after.get(..to).unwrap_or_default(),
        }
    }

    /// `ID#2.1`, or `ID` for a title.
    pub fn reference(&self, bulletins: &[Bulletin]) -> String {
        let Some(bulletin) = bulletins.get(self.bulletin) else {
            return String::new();
        };
        match self.section {
            Some(section) => bulletin.reference(section),
            None => bulletin.id.clone(),
        }
    }
}

/// All hits, each part in the order of the library: series, years, sections, positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// The words.
    pub words: Vec<Hit>,
    /// Words that sound so and are others.
    pub sounds: Vec<Hit>,
    /// Figures.
    pub figures: Vec<Hit>,
}

impl Hits {
    /// How many they are.
    pub fn len(&self) -> usize {
        self.words.len() + self.sounds.len() + self.figures.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All of them, the words first.
    pub fn iter(&self) -> impl Iterator<Item = &Hit> {
        self.words.iter().chain(&self.sounds).chain(&self.figures)
    }

    /// One of them, in that order.
    pub fn get(&self, at: usize) -> Option<&Hit> {
        let after_words = || at.checked_sub(self.words.len());
        let hit = self
            .words
            .get(at)
            .or_else(|| self.sounds.get(after_words()?));
        hit.or_else(|| {
            self.figures
                .get(after_words()?.checked_sub(self.sounds.len())?)
        })
    }
}
