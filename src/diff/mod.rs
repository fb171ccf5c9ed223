//! The differences between two texts: which passages match, what was added, removed and moved.
//!
//! Passages (paragraphs) are matched in order by the bigrams they share. Within two that match, sentences are
//! matched in order, then the clauses between them, and only in two that are very similar single characters
//! are compared, by Myers' algorithm (`similar`): a sentence that is simply another one is no change of the
//! old one. A sentence or clause that is elsewhere is moved, not removed and added.
//!
//! Knows nothing of bulletins and screens. Everything it answers is a byte range of a passage.

mod chain;
mod difference;
pub(crate) mod limits;
mod mark;
mod part;
mod token;
mod unit;

pub use difference::difference;
pub use part::{Change, DiffSpan, Difference, Mark, PassageRelation, What};
