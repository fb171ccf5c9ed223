//! The types that the files of the room share: parts of passages, what is known of two passages, marks and
//! changes. Knows nothing of how two texts are compared.

use crate::text::mark;
use std::ops::Range;

/// What the caller knows of two passages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageRelation {
    /// They are of one topic, as aligned sections are.
    SameTopic,
    /// Nothing.
    Unknown,
    /// They never match, as a heading and a text.
    Never,
}

/// The differences between two texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// The passages of both in reading order; passages that match share a row.
    pub rows: Vec<(Option<usize>, Option<usize>)>,
    /// For each passage of the old text the parts that the new text lacks or has elsewhere, in order.
    pub old: Vec<Vec<Mark>>,
    /// For each passage of the new text the parts that the old text lacks or has elsewhere, in order.
    pub new: Vec<Vec<Mark>>,
    /// Every change, in the order of the rows.
    pub changes: Vec<Change>,
}

/// A part of a passage that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Byte range in the passage.
    pub span: Range<usize>,
    /// The passage of the other text it was moved to or from; None where the other text lacks it.
    pub moved: Option<usize>,
}

/// What kind of change it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Only in the new text.
    Added,
    /// Only in the old text.
    Removed,
    /// Other words instead.
    Replaced,
    /// The same words elsewhere.
    Moved,
}

/// A byte range of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffSpan {
    /// The passage.
    pub passage: usize,
    /// Byte range in it; empty where the passage has nothing instead.
    pub span: Range<usize>,
}

/// A change; `P` is the caller's own type of position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<P = DiffSpan> {
    /// What kind.
    pub what: What,
    /// The row it is in; for moved words the row of the new position.
    pub row: usize,
    /// The old words; None where the row has no old passage.
    pub old: Option<P>,
    /// The new words; None where the row has no new passage.
    pub new: Option<P>,
}

/// A range of tokens of one passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The passage.
    pub passage: usize,
    /// The tokens, by their indices in it.
    pub tokens: Range<usize>,
}

/// What a mark of punctuation ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// Nothing.
    #[default]
    Nothing,
    /// A clause.
    Clause,
    /// A sentence.
    Sentence,
}

impl End {
    /// What a mark ends. Two texts are compared in units that need not be whole: pairs are not looked at.
    pub fn of(mark: &str) -> Self {
        match mark.chars().next().and_then(mark::Mark::of) {
            Some(mark::Mark::Stop(mark::End::Semicolon | mark::End::Full | mark::End::Line)) => {
                Self::Sentence
            }
            Some(mark::Mark::Stop(mark::End::Comma | mark::End::Colon)) => Self::Clause,
            _ => Self::Nothing,
        }
    }
}
