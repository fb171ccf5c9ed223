//! Which paragraphs of a bulletin were read. What was read is remembered by a digest of its words: a paragraph that
//! changes is unread again.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::digest::digest;
use crate::length::Length;
use crate::model::Bulletin;
use crate::page::Paragraph;

/// A paragraph that can be read. Headings above other sections are none: they are read with those.
#[derive(Clone, Copy, Debug)]
struct Unit {
    /// Index of the paragraph.
    paragraph: usize,
    /// Index of its section.
    section: usize,
    length: Length,
    /// What stands for its words.
    digest: u32,
    read: bool,
}

/// What stands for the words of a paragraph, which stand there for so many times already.
pub fn words_digest(text: &str, twin: u32) -> u32 {
    let twin = twin.to_le_bytes();
    let which: &[u8] = if twin == [0; 4] { &[] } else { &twin };
    let whole = digest([text.as_bytes(), which]);
    (whole >> 32) as u32 ^ whole as u32
}

/// How much of a bulletin was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Sections with words of their own.
    pub sections: usize,
    /// Those of them that were read to their end.
    pub read: usize,
    /// Length of those that were not read.
    pub left: Length,
}

/// The paragraphs of a bulletin, read and unread.
#[derive(Debug, Default)]
pub struct Progress {
    units: Vec<Unit>,
    /// The paragraphs while they are gone through, and how many were.
    paragraphs: Arc<[Paragraph]>,
    seen: usize,
    /// How often words stood there already: the same words elsewhere are another paragraph.
    twins: HashMap<u64, u32>,
}

impl Progress {
    /// None of a bulletin's paragraphs gone through.
    pub fn begin(paragraphs: Arc<[Paragraph]>) -> Self {
        Self {
            paragraphs,
            ..Self::default()
        }
    }

    /// Whether all paragraphs were gone through.
    pub fn is_whole(&self) -> bool {
        self.seen == self.paragraphs.len()
    }

    /// Goes through more paragraphs, until so many bytes were looked at.
    pub fn go_on(&mut self, bulletin: &Bulletin, known: Option<&HashSet<u32>>, bytes: usize) {
        let sections = bulletin.sections();
        let mut done = 0;
        while let Some(paragraph) = self.paragraphs.get(self.seen) {
            let at = self.seen;
            self.seen += 1;
            let Some(section) = sections.get(paragraph.section) else {
                continue;
            };
            if paragraph.heading && section.end > paragraph.section + 1 {
                continue;
            }
            let text = paragraph.text(section);
            let twin = self.twins.entry(digest([text.as_bytes()])).or_default();
            let digest = words_digest(&text, *twin);
            *twin += 1;
            self.units.push(Unit {
                paragraph: at,
                section: paragraph.section,
                length: Length::of(&text),
                digest,
                read: known.is_some_and(|known| known.contains(&digest)),
            });
            done += text.len();
            if done >= bytes {
                break;
            }
        }
        if self.is_whole() {
            (self.paragraphs, self.seen) = (Arc::default(), 0);
            self.twins = HashMap::new();
        }
    }

    /// The units of some sections.
    pub fn of(&self, sections: &Range<usize>) -> Range<usize> {
        let before = |section: usize| self.units.partition_point(|unit| unit.section < section);
        before(sections.start)..before(sections.end)
    }

    /// Whether sections were read to their end.
    pub fn is_read(&self, sections: &Range<usize>) -> bool {
        let units = self.units.get(self.of(sections)).unwrap_or_default();
        self.is_whole() && !units.is_empty() && units.iter().all(|unit| unit.read)
    }

    /// Whether all paragraphs before this one were gone through.
    pub fn has_seen(&self, paragraph: usize) -> bool {
        self.is_whole() || self.seen >= paragraph
    }

    /// The units of some paragraphs.
    pub fn of_paragraphs(&self, paragraphs: &Range<usize>) -> Range<usize> {
        let before = |at: usize| self.units.partition_point(|unit| unit.paragraph < at);
        before(paragraphs.start)..before(paragraphs.end)
    }

    /// How many sections with words of their own there are among some.
    pub fn count_of(&self, sections: &Range<usize>) -> usize {
        let units = self.units.get(self.of(sections)).unwrap_or_default();
        units
            .chunk_by(|one, next| one.section == next.section)
            .count()
    }

    /// The first section from this one on that was not read to its end.
    pub fn unread_from(&self, section: usize) -> Option<usize> {
        let mut units = self.units.iter().skip_while(|unit| unit.section < section);
        units.find(|unit| !unit.read).map(|unit| unit.section)
    }

    /// How much was read.
    pub fn count(&self) -> Count {
        let mut count = Count::default();
        for of_section in self.units.chunk_by(|one, next| one.section == next.section) {
            count.sections += 1;
            count.read += usize::from(of_section.iter().all(|unit| unit.read));
            for unit in of_section {
                if !unit.read {
                    count.left = count.left + unit.length;
                }
            }
        }
        count
    }

    /// The bulletin from its beginning to its end in so many cells: whether what a cell stands for was
    /// read, for the most part.
    pub fn strip(&self, cells: usize) -> Vec<bool> {
        let all: usize = self.units.iter().map(|unit| unit.length.count()).sum();
        // Where the paragraphs end, and whether they were read; a character is as long as the strip has
        // cells, so that a cell is as long as the text has characters.
        let mut end = 0;
        let ends = self.units.iter().map(|unit| {
            end += unit.length.count() * cells;
            (end, unit.read)
        });
        let mut ends = ends.peekable();
        let strip = (0..cells).map(|cell| {
            let (mut at, to) = (all * cell, all * (cell + 1));
            let mut read = 0;
            while let Some((end, is_read)) = ends.peek().copied() {
                let until = end.min(to);
                if is_read {
                    read += until.saturating_sub(at);
                }
                at = at.max(until);
                if end > to {
                    break;
                }
                ends.next();
            }
            read * 2 > all
        });
        strip.collect()
    }

    /// Those of some units that are read, or that are not.
    pub fn which(&self, units: Range<usize>, read: bool) -> Vec<usize> {
        let is = |at: &usize| self.units.get(*at).is_some_and(|unit| unit.read == read);
        units.filter(is).collect()
    }

    /// Makes units read or unread; their digests.
    pub fn turn(&mut self, units: &[usize], read: bool) -> Vec<u32> {
        let mut digests = Vec::new();
        for at in units {
            if let Some(unit) = self.units.get_mut(*at) {
                unit.read = read;
                digests.push(unit.digest);
            }
        }
        digests
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Section;
    use crate::page::paragraphs;

    /// A part with a heading and two sections of ten and thirty characters.
    fn bulletin() -> Bulletin {
        let section = |depth: usize, heading: &str, body: String| Section {
            depth,
            heading: heading.into(),
            body,
            ..Section::default()
        };
        let sections = vec![
            section(0, "部分", String::new()),
            section(1, "", "甲".repeat(10)),
            section(1, "", format!("{}\n{}", "乙".repeat(20), "丙".repeat(10))),
        ];
        Bulletin::default().with_sections(sections)
    }

    fn progress(known: &[u32]) -> Progress {
        let bulletin = bulletin();
        let mut progress = Progress::begin(paragraphs(&bulletin, 0..3).into());
        let known = known.iter().copied().collect();
        while !progress.is_whole() {
            progress.go_on(&bulletin, Some(&known), 1);
        }
        progress
    }

    #[test]
    fn a_section_is_read_when_all_its_paragraphs_are() {
        let mut progress = progress(&[]);
        let length = |characters| Length {
            characters,
            words: 0,
        };
        assert_eq!(
            progress.count(),
            Count {
                sections: 2,
                read: 0,
                left: length(40),
            }
        );
        let digests = progress.turn(&[0, 1], true);
        assert_eq!(digests.len(), 2);
        assert!(progress.is_read(&(1..2)) && !progress.is_read(&(2..3)));
        assert!(!progress.is_read(&(0..3)));
        assert_eq!(
            (progress.count().read, progress.count().left),
            (1, length(10))
        );
        assert_eq!(progress.unread_from(0), Some(2));
        assert!(progress.which(0..2, false).is_empty());
        progress.turn(&[2], true);
        assert!(progress.is_read(&(0..3)));
        assert_eq!(progress.unread_from(0), None);
    }

    #[test]
    fn what_was_read_is_known_by_its_words() {
        let digests = progress(&[]).turn(&[0, 1, 2], true);
        assert_eq!(digests.len(), 3);
        let again = progress(&digests[1..]);
        assert_eq!(again.count().left.count(), 10);
    }

    #[test]
    fn the_strip_is_in_proportion() {
        let mut progress = progress(&[]);
        progress.turn(&[1], true);
        let strip = |cells| -> String {
            let cells = progress.strip(cells).into_iter();
            cells.map(|read| if read { '=' } else { '-' }).collect()
        };
        assert_eq!(strip(8), "--====--");
        assert_eq!(strip(4), "-==-");
        assert_eq!(strip(0), "");
        assert_eq!(
            strip(120),
            format!("{0}{1}{0}", "-".repeat(30), "=".repeat(60))
        );
        assert_eq!(strip(80).matches('=').count(), 40);
        assert_eq!(Progress::default().strip(3), [false; 3]);
    }
}
