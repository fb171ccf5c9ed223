//! What is asked of a line of a document, asked once. Decides nothing.

use super::chapters::lead::sentences;
use super::office::is_organ;
use crate::text::label::{self, Label};
use crate::text::manner::Manner;

/// What a line shows by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Feature {
    /// Characters.
    pub length: usize,
    /// Its numbering.
    pub label: Option<Label>,
    /// Its last character.
    pub end: Option<char>,
    /// Whether it is the name of an office; asked in the head.
    pub is_office: bool,
    /// How many sentences it has, and bytes of the first with its mark; asked in the text.
    pub sentences: usize,
    pub first: usize,
}

impl Feature {
    /// Asks a line of the head.
    pub fn of(text: &str) -> Self {
        Self {
            is_office: is_organ(text),
            ..Self::of_any(text)
        }
    }

    /// Asks a line of the text.
    pub fn in_text(text: &str) -> Self {
        let sentences = sentences(text);
        Self {
            sentences: sentences.len(),
            first: sentences.first().map_or(0, |first| first.len()),
            ..Self::of_any(text)
        }
    }

    fn of_any(text: &str) -> Self {
        Self {
            length: text.chars().count(),
            label: label::read(text, None),
            end: text.chars().next_back(),
            ..Self::default()
        }
    }

    /// How it is numbered.
    pub fn manner(&self) -> Option<Manner> {
        self.label.map(|label| label.manner)
    }

    /// Whether it ends in one of some characters.
    pub fn ends_in(&self, marks: &[char]) -> bool {
        self.end.is_some_and(|end| marks.contains(&end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_asked_once() {
        let heading = Feature::of("一、工作回顾");
        assert_eq!(
            (heading.length, heading.end, heading.is_office),
            (6, Some('顾'), false)
        );
        assert!(heading.manner().is_some() && !heading.ends_in(&['。']));
        let office = Feature::of("河口县水务局");
        assert!(office.is_office && office.label.is_none());
        assert_eq!(Feature::of(""), Feature::default());
        let text = Feature::in_text("修渠。植树。");
        assert_eq!((text.sentences, text.first), (2, "修渠。".len()));
    }
}
