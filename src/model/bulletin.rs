//! A bulletin: its head, and its sections in reading order with their places in the tree.
//!
//! Makes sure that depths, ends and numbers of the sections agree. Knows nothing of files and screens.

use std::sync::Arc;

use super::catalogue::Catalogue;
use super::figure::Figure;
use super::section::Section;
use crate::calendar::{Date, Year};

/// Deepest nesting of sections a bulletin may have. Official documents use five levels
/// (GB/T 9704-2012 has four numbered ones); twice that leaves room and keeps recursion short.
pub const MAX_DEPTH: usize = 12;

/// A bulletin: its head and its sections in reading order.
#[derive(Clone, Debug, Default)]
pub struct Bulletin {
    /// Unique within a library; the file's stem by default.
    pub id: String,
    /// 标题.
    pub title: String,
    /// 发文机关.
    pub issuer: String,
    /// Bulletins of one series are compared with each other; the issuer by default. Within a library, one name for
    /// all that belong together.
    pub series: String,
    /// The series as the file names it, if it does.
    pub stated_series: Option<String>,
    /// 发文字号.
    pub document_number: Option<String>,
    /// 主送机关.
    pub recipients: Vec<String>,
    /// 成文日期.
    pub date: Option<Date>,
    /// Where it was published.
    pub publication: Option<String>,
    /// Where it can be found.
    pub url: Option<String>,
    /// BCP 47 tag.
    pub language: String,
    /// The file it was read from; empty for a built-in bulletin.
    pub source_file: String,
    /// The id of the bulletin of the library that is the same document; that one is compared, this one is not.
    pub copy_of: Option<String>,
    /// The indicators that its figures are looked for in; shared by a library.
    pub catalogue: Option<Arc<dyn Catalogue>>,
    /// Written only by [`Bulletin::with_sections`], which makes depths, ends and numbers agree.
    pub(crate) sections: Vec<Section>,
}

impl Bulletin {
    /// Takes the sections, given in reading order with their depths, and fills in subtree ends
    /// and numbers, and the series if there is none yet. A depth that skips a level is taken as one level deeper than the one before.
    #[must_use]
    pub fn with_sections(mut self, mut sections: Vec<Section>) -> Self {
        if self.series.is_empty() {
            let stated = self.stated_series.as_ref();
            self.series.clone_from(stated.unwrap_or(&self.issuer));
        }
        let mut counters: Vec<usize> = Vec::new();
        for section in &mut sections {
            section.depth = section.depth.min(counters.len());
            counters.truncate(section.depth + 1);
            match counters.get_mut(section.depth) {
                Some(counter) => *counter += 1,
                None => counters.push(1),
            }
            section.number.clone_from(&counters);
        }
        let depths: Vec<usize> = sections.iter().map(|s| s.depth).collect();
        for (index, section) in sections.iter_mut().enumerate() {
            let after = depths.iter().skip(index + 1);
            let below = after.take_while(|depth| **depth > section.depth).count();
            section.end = index + 1 + below;
        }
        self.sections = sections;
        self
    }

    /// The sections in reading order.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Index of the section one level above, None at the top.
    pub fn parent(&self, index: usize) -> Option<usize> {
        let depth = self.sections.get(index)?.depth;
        let above = self.sections.iter().take(index);
        above
            .enumerate()
            .rev()
            .find(|(_, s)| s.depth < depth)
            .map(|(i, _)| i)
    }

    /// Indices of the sections one level below a section, or of those at the top.
    pub fn children(&self, parent: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        let (mut at, end) = match parent {
            Some(parent) => (parent + 1, self.sections.get(parent).map_or(0, |s| s.end)),
            None => (0, self.sections.len()),
        };
        std::iter::from_fn(move || {
            let here = at;
            at = self
                .sections
                .get(here)
                .filter(|_| here < end)?
                .end
                .max(here + 1);
            Some(here)
        })
    }

    /// Indices from the top down to this section.
    pub fn ancestry(&self, index: usize) -> Vec<usize> {
        let mut path = vec![index];
        let mut at = index;
        while let Some(parent) = self.parent(at) {
            path.push(parent);
            at = parent;
        }
        path.reverse();
        path
    }

    /// Whether a section is another one or below it.
    pub fn is_within(&self, index: usize, above: usize) -> bool {
        let end = self.sections.get(above).map_or(0, |section| section.end);
        (above..end).contains(&index)
    }

    /// `ID#2.1.3` of a section.
    pub fn reference(&self, index: usize) -> String {
        let number = self.sections.get(index).map(|s| s.number.as_slice());
        format!("{}#{}", self.id, dotted(number.unwrap_or_default()))
    }

    /// All figures with the index of their section.
    pub fn figures(&self) -> impl Iterator<Item = (usize, &Figure)> {
        let sections = self.sections.iter().enumerate();
        sections.flat_map(|(index, s)| s.figures().iter().map(move |f| (index, f)))
    }

    /// The id of the indicator of the catalogue that one of its figures is of.
    pub fn indicator_id(&self, figure: &Figure) -> Option<&str> {
        self.catalogue.as_deref()?.id_of(figure)
    }

    /// Years its figures and sections speak of, ascending.
    pub fn years(&self) -> Vec<Year> {
        let sections = self.sections.iter().filter_map(|s| s.year);
        let figures = self.figures().filter_map(|(_, figure)| figure.year);
        let mut years: Vec<Year> = sections.chain(figures).collect();
        years.sort_unstable();
        years.dedup();
        years
    }
}

/// Child numbers as `2.1.3`.
pub fn dotted(number: &[usize]) -> String {
    let words: Vec<String> = number.iter().map(ToString::to_string).collect();
    words.join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(depths: &[usize]) -> Bulletin {
        let section = |depth: &usize| Section {
            depth: *depth,
            ..Section::default()
        };
        Bulletin::default().with_sections(depths.iter().map(section).collect())
    }

    #[test]
    fn numbers_and_ends_follow_from_depths() {
        let bulletin = tree(&[0, 1, 2, 1, 0]);
        let numbers: Vec<String> = bulletin
            .sections()
            .iter()
            .map(|s| dotted(&s.number))
            .collect();
        assert_eq!(numbers, ["1", "1.1", "1.1.1", "1.2", "2"]);
        let ends: Vec<usize> = bulletin.sections().iter().map(|s| s.end).collect();
        assert_eq!(ends, [4, 3, 3, 4, 5]);
    }

    #[test]
    fn a_skipped_level_is_one_level_deeper() {
        let depths: Vec<usize> = tree(&[0, 5]).sections().iter().map(|s| s.depth).collect();
        assert_eq!(depths, [0, 1]);
    }

    #[test]
    fn ancestry_runs_from_the_top() {
        assert_eq!(tree(&[0, 1, 2]).ancestry(2), [0, 1, 2]);
    }
}
