//! 并读: the same section of several years side by side.

use std::collections::HashMap;

use crate::compare::Alignment;

use super::App;

/// How the sections of two bulletins of a series stand side by side, by their indices in
/// the library, the smaller one first; made when it is asked for.
pub type Alignments = HashMap<(usize, usize), Alignment>;

impl App {
    /// The sections of another bulletin that treat the theme of a section, the likeliest first.
    pub(super) fn counterparts(&mut self, from: usize, section: usize, to: usize) -> Vec<usize> {
        let (one, other) = (from.min(to), from.max(to));
        let pair = self.bulletins.get(one).zip(self.bulletins.get(other));
        let Some((a, b)) = pair else {
            return Vec::new();
        };
        let known = self.alignments.entry((one, other));
        let alignment = known.or_insert_with(|| Alignment::of(a, b));
        let found = if from == one {
            alignment.on(section)
        } else {
            alignment.back(section)
        };
        found.to_vec()
    }
}
