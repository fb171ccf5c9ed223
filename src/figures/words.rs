//! The words around a value that say what it is. Knows nothing of what they say.

use std::ops::Range;

use super::scan::Mention;

/// The words around a value.
pub struct Words<'t> {
    /// Where the value begins, in bytes of the body.
    pub at: usize,
    /// Its sentence, in bytes of the body.
    pub sentence: Range<usize>,
    /// Its clause up to the end of the value, and no further back than the value before.
    pub own: &'t str,
    /// Its clause up to the value.
    pub clause: &'t str,
    /// Its clause behind the value.
    pub behind: &'t str,
}

impl<'t> Words<'t> {
    /// Those around a value of a text, in a sentence of it.
    pub fn of(body: &'t str, mention: &Mention, sentence: Range<usize>) -> Self {
        let part = |range: Range<usize>| body.get(range).unwrap_or_default();
        let (value, clause) = (&mention.value, &mention.clause);
        Self {
            at: value.start,
            sentence,
            own: part(mention.own.start..value.end),
            clause: part(clause.start..value.start),
            behind: part(value.end..clause.end),
        }
    }
}
