//! What was looked for and found: the list of Find shows it, the text marks it.

use std::ops::Range;

use crate::search::{Hit, Search};

/// What was looked for last.
#[derive(Debug, Default)]
pub struct Hits {
    /// What is looked for, as it was typed.
    pub typed: String,
    /// The search for it.
    pub search: Search,
    /// The place of the hit that was gone to.
    pub cursor: usize,
}

impl Hits {
    /// The hit that was gone to.
    pub fn current(&self) -> Option<&Hit> {
        self.search.hits.get(self.cursor)
    }

    /// The hits in some sections of a bulletin, with their places.
    pub fn of(&self, bulletin: usize, sections: &Range<usize>) -> Vec<(usize, &Hit)> {
        let own = |hit: &Hit| {
            hit.bulletin == bulletin && hit.section.is_some_and(|s| sections.contains(&s))
        };
        let hits = self.search.hits.iter().enumerate();
        hits.filter(|(_, hit)| own(hit)).collect()
    }
}
