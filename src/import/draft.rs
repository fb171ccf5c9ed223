//! What an import makes of a document: its head, its sections, what was left out and what was doubtful.

use super::chapters::Tree;
use super::doubt::{Doubt, Doubted, Left};
use super::file_type::foreign::Foreign;
use super::head::Head;
use crate::model::Form;

/// A bulletin as far as it could be made out.
#[derive(Debug, Default)]
pub struct Draft {
    /// The name of what it was read from.
    pub source: String,
    /// Title, issuer, dates.
    pub(super) head: Head,
    /// Its sections.
    pub(super) tree: Tree,
    /// Words of the source that are in no section, in the order of the source.
    pub left: Vec<Left>,
    /// What was unsure, in the order of the source.
    pub doubts: Vec<Doubt>,
    /// Its language, BCP 47.
    pub(super) language: &'static str,
}

impl Draft {
    /// Whether it holds any text.
    pub fn is_empty(&self) -> bool {
        self.tree.roots.is_empty()
    }

    /// Why there is none: the file is of a format that is not read, or cannot be read as what it is.
    pub fn foreign(&self) -> Option<Foreign> {
        let found = self.doubts.iter().find_map(|doubt| match doubt.what {
            Doubted::Foreign(foreign) => Some(foreign),
            Doubted::Unreadable(_) => Some(Foreign::Broken),
            Doubted::Limit(_) => Some(Foreign::TooLarge),
            _ => None,
        });
        found.filter(|_| self.is_empty())
    }

    /// Whether the source has words at all, be they a title or such that were left out.
    pub fn has_words(&self) -> bool {
        !self.is_empty() || !self.head.title.is_empty() || !self.left.is_empty()
    }

    /// The words of its sections in reading order: numbering, headings of the source, paragraphs.
    pub fn words(&self) -> Vec<&str> {
        let mut words = Vec::new();
        let mut open: Vec<usize> = self.tree.roots.iter().rev().copied().collect();
        while let Some(node) = open.pop().and_then(|at| self.tree.nodes.get(at)) {
            words.push(node.label.as_str());
            if node.form != Form::Implied {
                words.push(&node.heading);
            }
            words.extend(node.text.iter().map(String::as_str));
            open.extend(node.children.iter().rev());
        }
        words
    }

    /// How many sections it has.
    pub fn sections(&self) -> usize {
        self.tree.nodes.len()
    }
}
