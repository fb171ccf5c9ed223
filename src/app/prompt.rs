//! An input line: text and caret, edited by cluster.

use std::path::PathBuf;

use crate::width::{self, Ambiguous};

use super::action::Action;

/// What is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    /// The name of a file to export to.
    #[default]
    File,
    /// Words to be counted.
    Words,
}

/// The input line.
#[derive(Debug, Default)]
pub struct Prompt {
    /// What is asked for.
    pub wanted: Wanted,
    /// What was typed.
    pub text: String,
    /// Byte offset of the caret.
    pub caret: usize,
    /// A file that exists: waits for leave to overwrite it.
    pub overwrite: Option<PathBuf>,
}

impl Prompt {
    /// A line for the name of a file that begins with a proposal, the caret behind it.
    pub fn new(proposal: &str) -> Self {
        Self {
            wanted: Wanted::File,
            text: proposal.to_owned(),
            caret: proposal.len(),
            overwrite: None,
        }
    }

    /// An empty line for words.
    pub fn for_words() -> Self {
        Self {
            wanted: Wanted::Words,
            ..Self::new("")
        }
    }

    /// The clusters' boundaries before and behind the caret.
    fn around(&self) -> (usize, usize) {
        let mut before = 0;
        for cluster in width::clusters(&self.text, Ambiguous::Narrow) {
            let end = cluster.start + cluster.text.len();
            if end > self.caret {
                return (before, end);
            }
            before = cluster.start;
        }
        (before, self.text.len())
    }

    /// Changes the text or moves the caret.
    pub fn edit(&mut self, action: &Action) {
        let (before, behind) = self.around();
        match action {
            Action::Type(c) if !c.is_control() => {
                self.text.insert(self.caret, *c);
                self.caret += c.len_utf8();
            }
            Action::Erase if self.caret > 0 => {
                self.text.replace_range(before..self.caret, "");
                self.caret = before;
            }
            Action::Delete => self.text.replace_range(self.caret..behind, ""),
            Action::Left => self.caret = before,
            Action::Right => self.caret = behind,
            Action::Top => self.caret = 0,
            Action::Bottom => self.caret = self.text.len(),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_typed_and_erased_at_the_caret() {
        let mut prompt = Prompt::new("简报.txt");
        for _ in 0..4 {
            prompt.edit(&Action::Left);
        }
        prompt.edit(&Action::Type('甲'));
        assert_eq!(prompt.text, "简报甲.txt");
        prompt.edit(&Action::Erase);
        prompt.edit(&Action::Erase);
        assert_eq!(prompt.text, "简.txt");
        prompt.edit(&Action::Delete);
        assert_eq!(prompt.text, "简txt");
        prompt.edit(&Action::Top);
        prompt.edit(&Action::Erase);
        assert_eq!(prompt.text, "简txt");
    }

    #[test]
    fn an_accent_goes_with_its_letter() {
        let mut prompt = Prompt::new("e\u{301}");
        prompt.edit(&Action::Erase);
        assert_eq!(prompt.text, "");
    }
}
