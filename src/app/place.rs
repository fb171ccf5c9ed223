//! Places in the library: where the reader was, back and on again, and where it opens next time.

use crate::model::{Bulletin, dotted};

use super::action::Action;
use super::marks::anchor_of;
use super::{App, Mode};

/// Places that are remembered, at most.
const MOST: usize = 200;

/// A place in a text. It holds at any width, and as long as its section is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Id of the bulletin.
    pub bulletin: String,
    /// Child numbers of the section.
    pub section: Vec<usize>,
    /// The paragraph, counted from the section's first.
    pub paragraph: usize,
    /// Byte in that paragraph's text.
    pub byte: usize,
}

impl Place {
    /// The place as a line of the state file, without a line end.
    pub fn line(&self) -> String {
        let Self {
            bulletin,
            section,
            paragraph,
            byte,
        } = self;
        let (bulletin, section) = (field(bulletin), dotted(section));
        format!("{bulletin}\t{section}\t{paragraph}\t{byte}")
    }

    /// Reads such a line.
    pub fn parse(line: &str) -> Option<Self> {
        let mut parts = line.split('\t');
        let bulletin = unfielded(parts.next()?);
        let numbers = parts.next()?.split('.').map(|number| number.parse().ok());
        let place = Self {
            bulletin,
            section: numbers.collect::<Option<_>>()?,
            paragraph: parts.next()?.parse().ok()?,
            byte: parts.next()?.parse().ok()?,
        };
        parts.next().is_none().then_some(place)
    }

    /// Whether another place is in the same section.
    fn is_near(&self, other: &Self) -> bool {
        self.bulletin == other.bulletin && self.section == other.section
    }
}

/// Words as they stand in a line of the state file: control characters and backslashes as `\\u{9}`.
pub fn field(words: &str) -> String {
    let plain = |c: char| !c.is_control() && c != '\\';
    let written = |c: char| {
        if plain(c) {
            c.to_string()
        } else {
            c.escape_unicode().to_string()
        }
    };
    words.chars().map(written).collect()
}

/// The words of such a field.
pub fn unfielded(field: &str) -> String {
    let mut parts = field.split("\\u{");
    let mut words = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap_or_default();
        let c = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
        words.extend(c);
        words.push_str(rest);
    }
    words
}

/// The places that were left by a jump, and those that were gone back from.
#[derive(Debug, Default)]
pub struct Visited {
    back: Vec<Place>,
    on: Vec<Place>,
}

impl Visited {
    /// Remembers a place that was left.
    fn leave(&mut self, place: Place) {
        self.on.clear();
        if self.back.last() != Some(&place) {
            self.back.push(place);
        }
        let excess = self.back.len().saturating_sub(MOST);
        self.back.drain(..excess);
    }
}

impl App {
    /// Where the reader is: the row at the top of the text.
    pub fn place(&self) -> Option<Place> {
        let page = &self.reader.page;
        let bulletin = self.bulletins.get(self.shown_bulletin()?)?;
        let anchor = page.anchor(self.reader.top)?;
        let section = page.section_of(self.reader.top)?;
        Some(Place {
            bulletin: bulletin.id.clone(),
            section: bulletin.sections().get(section)?.number.clone(),
            paragraph: anchor.paragraph - page.paragraph_of_section(section),
            byte: anchor.byte.unwrap_or(0),
        })
    }

    /// Goes to a place, or as near as the library still has it; false if its bulletin is gone.
    pub fn go_to_place(&mut self, place: &Place) -> bool {
        let found = self.bulletins.iter().position(|b| b.id == place.bulletin);
        let of = found.and_then(|at| Some((at, section_of(self.bulletins.get(at)?, place)?)));
        let Some((bulletin, section)) = of else {
            return false;
        };
        self.open_section(bulletin, section);
        // The section may have become shorter.
        if let Some(anchor) = anchor_of(&self.reader.page, section, place.paragraph, place.byte) {
            self.show_anchor(anchor, 0);
        }
        true
    }

    /// The place before an action that may lead elsewhere: the steps of a walk are no jumps.
    pub(super) fn before_jump(&self, action: &Action) -> Option<Place> {
        let walks = matches!(
            action,
            Action::Up
                | Action::Down
                | Action::PageUp
                | Action::PageDown
                | Action::Left
                | Action::Right
                | Action::NextFigure
                | Action::PlaceBack
                | Action::PlaceOn
                | Action::Wheel(..)
                | Action::Recall(_)
        );
        if walks { None } else { self.place() }
    }

    /// Remembers the place before an action if that led elsewhere.
    pub(super) fn note_jump(&mut self, before: Option<Place>) {
        if let (Some(before), Some(now)) = (before, self.place())
            && !before.is_near(&now)
        {
            self.visited.leave(before);
        }
    }

    /// Back to the place before the last jump, or on again.
    pub(super) fn visit(&mut self, back: bool) {
        let words = self.lang.words();
        let now = self.place();
        let visited = &mut self.visited;
        let (from, to) = if back {
            (&mut visited.back, &mut visited.on)
        } else {
            (&mut visited.on, &mut visited.back)
        };
        let Some(place) = from.pop() else {
            let none = if back {
                words.no_place_before
            } else {
                words.no_place_after
            };
            return self.complain(none.to_owned());
        };
        to.extend(now);
        self.go(Mode::Read);
        if !self.go_to_place(&place) {
            self.complain(words.place_gone.to_owned());
        }
    }
}

/// The section of a place, or the nearest one above that is still there.
pub(super) fn section_of(bulletin: &Bulletin, place: &Place) -> Option<usize> {
    let mut number = place.section.as_slice();
    while !number.is_empty() {
        let same = |section: &crate::model::Section| section.number == number;
        if let Some(found) = bulletin.sections().iter().position(same) {
            return Some(found);
        }
        number = number.split_last()?.1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_from_its_line() {
        let place = Place {
            bulletin: "工信部 2022".into(),
            section: vec![2, 1],
            paragraph: 3,
            byte: 120,
        };
        let line = place.line();
        assert_eq!(line, "工信部 2022\t2.1\t3\t120");
        assert_eq!(Place::parse(&line), Some(place.clone()));
        for wrong in [
            "",
            "a",
            "a\tx\t0\t0",
            "a\t1\t0",
            "a\t1\t0\t0\t0",
            "a\t1\t-1\t0",
        ] {
            assert_eq!(Place::parse(wrong), None, "{wrong}");
        }
        let odd = Place {
            bulletin: "a\tb\\u{9}\n".into(),
            ..place
        };
        assert_eq!(Place::parse(&odd.line()), Some(odd));
    }
}
