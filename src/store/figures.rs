//! The figures of the library, found while no key is pressed: to open it finds none.

use crate::model::Bulletin;

/// Bytes of text that are searched at a time: a key does not wait longer than some milliseconds.
const AT_ONCE: usize = 20_000;

/// How far the figures are found.
#[derive(Debug, Default)]
pub struct FoundFigures {
    /// For each bulletin how many of its sections are done.
    done: Vec<usize>,
    /// Bulletins before this one are done.
    first: usize,
}

impl FoundFigures {
    fn done(&self, bulletin: usize) -> usize {
        self.done.get(bulletin).copied().unwrap_or_default()
    }

    /// Whether a bulletin has sections whose figures nobody has looked for.
    pub fn is_left(&self, bulletins: &[Bulletin]) -> bool {
        self.first < bulletins.len()
    }

    /// Finds some figures: of the bulletin that is shown first. Whether what is on the screen may have changed: a
    /// bulletin is done.
    pub fn find_on(&mut self, bulletins: &[Bulletin], shown: Option<usize>) -> bool {
        self.done.resize(bulletins.len(), 0);
        let is_open = |at: &usize| {
            let sections = bulletins.get(*at).map_or(0, |b| b.sections().len());
            self.done(*at) < sections
        };
        let next = shown.filter(is_open).unwrap_or(self.first);
        let sections = bulletins.get(next).map_or(&[][..], Bulletin::sections);
        let mut searched = 0;
        let mut done = self.done(next);
        while let Some(section) = sections.get(done).filter(|_| searched < AT_ONCE) {
            section.figures();
            searched += section.body.len();
            done += 1;
        }
        if let Some(slot) = self.done.get_mut(next) {
            *slot = done;
        }
        let whole = |at: usize| {
            bulletins
                .get(at)
                .is_some_and(|b| self.done(at) >= b.sections().len())
        };
        let mut first = self.first;
        while whole(first) {
            first += 1;
        }
        self.first = first;
        done >= sections.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::library::built_in;

    #[test]
    fn the_shown_bulletin_is_done_first_and_then_all_others() {
        let bulletins = built_in().bulletins;
        let known = |at: usize| {
            let sections = bulletins[at].sections().iter();
            sections.clone().count() == sections.filter_map(|s| s.known_figures()).count()
        };
        let mut found = FoundFigures::default();
        while !found.find_on(&bulletins, Some(2)) {}
        assert!(known(2), "the one that is shown");
        assert!(found.is_left(&bulletins));
        while found.is_left(&bulletins) {
            found.find_on(&bulletins, Some(2));
        }
        assert!((0..bulletins.len()).all(known));
    }
}
