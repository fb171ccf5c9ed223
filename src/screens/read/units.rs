//! Passages: sentences or paragraphs of the text under a cursor of their own, to be picked one by one.

use std::ops::Range;

use crate::model::{Bulletin, Section};

/// What the cursor stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Index of the bulletin.
    pub bulletin: usize,
    /// Index of the section.
    pub section: usize,
    /// A sentence or a paragraph, in bytes of the section's body.
    pub span: Range<usize>,
}

impl Unit {
    fn place(&self) -> (usize, usize) {
        (self.section, self.span.start)
    }

    /// Whether it begins after another one.
    pub fn is_after(&self, other: &Self) -> bool {
        self.place() > other.place()
    }

    /// Whether it begins before another one.
    pub fn is_before(&self, other: &Self) -> bool {
        self.place() < other.place()
    }
}

/// The sentences of bulletins, or their paragraphs.
#[derive(Clone, Copy, Debug)]
pub struct Units<'a> {
    /// The bulletins.
    pub bulletins: &'a [Bulletin],
    /// Whether they are paragraphs, not sentences.
    pub by_paragraph: bool,
}

impl Units<'_> {
    fn of(&self, section: &Section) -> Vec<Range<usize>> {
        if self.by_paragraph {
            section.paragraphs().collect()
        } else {
            section.sentences()
        }
    }

    /// The first unit of a bulletin that begins at a place or after it; the one around it if there is none.
    pub fn from(&self, (bulletin, section, byte): (usize, usize, usize)) -> Option<Unit> {
        let sections = self.bulletins.get(bulletin)?.sections();
        let unit = |section: usize, span: Range<usize>| Unit {
            bulletin,
            section,
            span,
        };
        let own = self.of(sections.get(section)?);
        if let Some(span) = own.iter().find(|span| span.start >= byte) {
            return Some(unit(section, span.clone()));
        }
        let below = sections.iter().enumerate().skip(section + 1);
        let mut below = below.filter_map(|(at, s)| Some((at, self.of(s).into_iter().next()?)));
        let found = below
            .next()
            .or_else(|| Some((section, own.last().cloned()?)));
        found.map(|(section, span)| unit(section, span))
    }

    /// The unit before one.
    pub fn before(&self, unit: &Unit) -> Option<Unit> {
        let sections = self.bulletins.get(unit.bulletin)?.sections();
        let own = self.of(sections.get(unit.section)?);
        let before = own.into_iter().rfind(|span| span.start < unit.span.start);
        let above = || {
            let above = sections.get(..unit.section)?.iter().enumerate().rev();
            let mut above = above.filter_map(|(at, s)| Some((at, self.of(s).pop()?)));
            above.next()
        };
        let (section, span) = before.map(|span| (unit.section, span)).or_else(above)?;
        Some(Unit {
            section,
            span,
            ..unit.clone()
        })
    }

    /// The unit after one.
    pub fn after(&self, unit: &Unit) -> Option<Unit> {
        let next = self.from((unit.bulletin, unit.section, unit.span.start + 1))?;
        next.is_after(unit).then_some(next)
    }

    /// The last unit of a bulletin.
    pub fn last(&self, unit: &Unit) -> Option<Unit> {
        let sections = self.bulletins.get(unit.bulletin)?.sections().len();
        self.before(&Unit {
            section: sections.saturating_sub(1),
            span: usize::MAX..usize::MAX,
            ..unit.clone()
        })
    }

    /// The unit that holds the beginning of another one.
    pub fn around(&self, unit: &Unit) -> Option<Unit> {
        let section = self.bulletins.get(unit.bulletin)?.sections();
        let all = self.of(section.get(unit.section)?);
        let span = all
            .into_iter()
            .rfind(|span| span.start <= unit.span.start)?;
        Some(Unit {
            span,
            ..unit.clone()
        })
    }
}
