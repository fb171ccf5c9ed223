//! A place in the library, as it is remembered and as a line of the state file.

use crate::model::{Bulletin, dotted};

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
    pub fn is_near(&self, other: &Self) -> bool {
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

/// The section of a place, or the nearest one above that is still there.
pub fn section_of(bulletin: &Bulletin, place: &Place) -> Option<usize> {
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
