//! Where marks are in the library as it is now.

use crate::model::Bulletin;
use crate::page::{Paragraph, paragraphs};

use super::memory::Mark;
use super::place::section_of;
use super::progress::words_digest;

/// Where a mark is in the library as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Its words stand in this bulletin, section and paragraph, counted from the section's first.
    Here(usize, usize, usize),
    /// They no longer stand anywhere in the bulletin; the place nearest to where they were.
    Changed(usize, usize),
    /// Its bulletin is not there.
    Gone,
}

/// Where a mark is.
pub fn find(mark: &Mark, bulletins: &[Bulletin]) -> Found {
    let place = &mark.place;
    let index = bulletins.iter().position(|b| b.id == place.bulletin);
    let found = index.and_then(|at| Some((at, bulletins.get(at)?)));
    let Some((index, bulletin)) = found else {
        return Found::Gone;
    };
    let Some(section) = section_of(bulletin, place) else {
        return Found::Gone;
    };
    let holds = |section: usize, all: &[Paragraph], paragraph: usize| {
        let text = all.get(paragraph).zip(bulletin.sections().get(section));
        text.is_some_and(|(of, section)| words_digest(&of.text(section), 0) == mark.words)
    };
    let own = paragraphs(bulletin, section..section + 1);
    let same = bulletin
        .sections()
        .get(section)
        .is_some_and(|s| s.number == place.section);
    if same && holds(section, &own, place.paragraph) {
        return Found::Here(index, section, place.paragraph);
    }
    // Moved: the same words elsewhere.
    for section in 0..bulletin.sections().len() {
        let own = paragraphs(bulletin, section..section + 1);
        if let Some(at) = (0..own.len()).find(|at| holds(section, &own, *at)) {
            return Found::Here(index, section, at);
        }
    }
    Found::Changed(index, section)
}
