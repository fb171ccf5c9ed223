//! Names of marks: what is proposed, and what becomes of a name that was typed.

use crate::model::Section;
use crate::page::paragraphs;
use crate::store::memory::{Mark, Note, free_name};
use crate::store::place::{Place, section_of};
use crate::store::progress::words_digest;
use crate::store::store::Store;
use crate::width::{cells, visible_text};
use crate::wording::source::in_year;

/// Characters of a heading that are proposed as a name, at most.
const LONGEST: usize = 14;

/// What gets a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// A place that is to be marked.
    Place(Place),
    /// A mark that has another name until now.
    Mark(Mark),
}

/// The name that is proposed for a mark at a place: the one that a mark there has, else one that no mark has.
pub fn proposal(place: &Place, store: &Store) -> String {
    let marks = &store.reading.memory.marks;
    if let Some(known) = marks.iter().find(|mark| mark.place == *place) {
        return known.name.clone();
    }
    let name = heading(store).unwrap_or_default();
    free_name(&name, |name| marks.iter().any(|mark| mark.name == name))
}

/// The heading at the top of the text with its year.
fn heading(store: &Store) -> Option<String> {
    let (bulletin, section) = store.here.top?;
    let bulletin = store.bulletins.get(bulletin)?;
    let year = in_year(bulletin);
    let heading = opening(bulletin.sections().get(section)?);
    Some(format!("{year}{heading}"))
}

/// The heading of a section, cut to what a name has room for.
fn opening(section: &Section) -> String {
    let heading = section.outline_heading();
    let bare = heading.trim_matches(['〔', '〕']);
    let name = visible_text(bare);
    name.trim().chars().take(LONGEST).collect()
}

/// The change that a name makes, and how it is told; or what is wrong with the name.
pub fn note(named: Named, name: &str, store: &Store) -> Result<(Note, &'static str), String> {
    let words = store.lang.words();
    if cells(name, store.ambiguous) == 0 {
        return Err(words.no_mark_name.to_owned());
    }
    let mut marks = store.reading.memory.marks.iter();
    let other = marks.find(|mark| mark.name == name);
    let other = other.filter(|mark| match &named {
        Named::Place(place) => mark.place != *place,
        Named::Mark(old) => mark.name != old.name,
    });
    if other.is_some() {
        return Err(format!("{}{name}", words.name_taken));
    }
    Ok(match named {
        Named::Mark(old) => {
            let before = old.name.clone();
            let mark = Mark {
                name: name.to_owned(),
                ..old
            };
            (Note::Rename(before, mark), words.mark_renamed)
        }
        Named::Place(place) => {
            let text = text_at(&place, store);
            let mark = Mark {
                name: name.to_owned(),
                place,
                words: text.map_or(0, |text| words_digest(&text, 0)),
            };
            (Note::Set(mark), words.marked)
        }
    })
}

/// The text of the paragraph at a place.
fn text_at(place: &Place, store: &Store) -> Option<String> {
    let bulletin = store.bulletins.iter().find(|b| b.id == place.bulletin)?;
    let section = section_of(bulletin, place)?;
    let own = paragraphs(bulletin, section..section + 1);
    let paragraph = own.get(place.paragraph)?;
    Some(paragraph.text(bulletin.sections().get(section)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_proposed_without_its_brackets_and_not_in_full() {
        let section = |heading: &str| Section {
            heading: heading.into(),
            ..Section::default()
        };
        assert_eq!(opening(&section("〔概述〕")), "概述");
        let long = "一二三四五六七八九十一二三四五六";
        assert_eq!(opening(&section(long)), "一二三四五六七八九十一二三四");
    }
}
