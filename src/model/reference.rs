//! References to a bulletin or a part of it: `ID`, `ID#2.1.3`, `ID#plans`. Knows nothing of libraries.

use super::bulletin::Bulletin;
use super::kind::Kind;

/// What a reference asks for inside a bulletin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// One section by its child numbers from 1.
    Number(Vec<usize>),
    /// All sections of a kind.
    Kind(Kind),
}

/// `ID`, `ID#2.1.3` or `ID#plans`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionRef {
    /// The bulletin's id.
    pub id: String,
    /// The part of it.
    pub part: Part,
}

impl SectionRef {
    /// Reads a reference. None if the part after `#` is neither numbers nor a kind.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((id, part)) = text.split_once('#') else {
            return Some(Self {
                id: text.to_owned(),
                part: Part::Whole,
            });
        };
        let part = match Kind::parse(part) {
            Some(kind) => Part::Kind(kind),
            None => Part::Number(
                part.split('.')
                    .map(|n| n.parse().ok())
                    .collect::<Option<_>>()?,
            ),
        };
        Some(Self {
            id: id.to_owned(),
            part,
        })
    }

    /// Indices of the topmost sections meant, in reading order; empty if there are none.
    pub fn resolve(&self, bulletin: &Bulletin) -> Vec<usize> {
        let sections = bulletin.sections();
        let mut chosen: Vec<usize> = Vec::new();
        let mut covered = 0;
        for (index, section) in sections.iter().enumerate() {
            let meant = match &self.part {
                Part::Whole => section.depth == 0,
                Part::Number(number) => section.number == *number,
                Part::Kind(kind) => section.kind == Some(*kind) && index >= covered,
            };
            if meant {
                covered = section.end;
                chosen.push(index);
            }
        }
        chosen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_name_numbers_or_kinds() {
        assert_eq!(
            SectionRef::parse("a#2.1").map(|r| r.part),
            Some(Part::Number(vec![2, 1]))
        );
        assert_eq!(
            SectionRef::parse("a#plans").map(|r| r.part),
            Some(Part::Kind(Kind::Plans))
        );
        assert_eq!(
            SectionRef::parse("a#工作安排").map(|r| r.part),
            Some(Part::Kind(Kind::Plans))
        );
        assert_eq!(SectionRef::parse("a").map(|r| r.part), Some(Part::Whole));
        assert_eq!(SectionRef::parse("a#x"), None);
    }
}
