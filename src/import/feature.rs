//! What is asked of a line of a document, asked once. Decides nothing.

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
    /// Whether it is the name of an office.
    pub is_office: bool,
}

impl Feature {
    /// Asks a line.
    pub fn of(text: &str) -> Self {
        Self {
            length: text.chars().count(),
            label: label::read(text, None),
            end: text.chars().next_back(),
            is_office: is_organ(text),
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
    }
}
