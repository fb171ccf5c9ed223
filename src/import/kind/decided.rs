//! What the rules of kinds decide of a chapter. Decides nothing.

use crate::model::Kind;

/// What a rule decides of a chapter.
#[derive(Debug)]
pub enum Then {
    Kind(Kind),
    /// What its heading says.
    Said,
    /// What its text opens with.
    Told,
    /// Two kinds, the first that the text or else the heading names, until the text turns to the other.
    Both,
    Nothing,
}

/// A chapter's kind as far as its heading and place say.
#[derive(Clone, Copy, Debug)]
pub struct Decided {
    pub kind: Option<Kind>,
    /// The rule that says so; empty if none does.
    pub rule: &'static str,
    /// Whether the chapter tells of two kinds.
    pub both: bool,
    /// Whether its text alone tells its kind.
    pub told: bool,
}
