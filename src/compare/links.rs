//! What users said of pairs: passages that are one indicator, and passages that are not.
//!
//! A links file lies with the bulletins, one pair to a line, split by tabs:
//!
//! ```text
//! 一致 ⇥ miit-ict-2021 ⇥ 具备全面检测180万款的覆盖能力 ⇥ miit-ict-2022 ⇥ 全年完成192万款APP技术检测
//! ```
//!
//! Lines merge like lines of any text. A passage is known by its bulletin and its words, not by the
//! number of its section, so a bulletin may be edited around it. Comments (`#`), and lines that are
//! not understood, are kept. Knows nothing of files on the disk.

use std::collections::HashMap;

use crate::fold::fold;
use crate::lexicon::List;

use super::row::{Cell, Facts};

/// The name of the file, in the folder of the bulletins.
pub const FILE: &str = "jianbao-links.txt";

/// What a new file begins with.
const HEAD: &str = include_str!("links_head.txt");

/// The words of a file, each for whether two passages are one indicator.
static WORDS: List<LinkWord> = List::of("link", LinkWord::parse);

/// The word of a file for what was said of two passages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LinkWord {
    Same,
    Different,
}

impl LinkWord {
    fn parse(code: &str) -> Option<Self> {
        match code {
            "same" => Some(Self::Same),
            "different" => Some(Self::Different),
            _ => None,
        }
    }

    /// The word of a file: the code, or its word in the lexicon.
    fn read(word: &str) -> Option<Self> {
        WORDS.meaning(word).copied().or_else(|| Self::parse(word))
    }

    /// The word that is written.
    fn word(self) -> &'static str {
        let mut words = WORDS.get().iter();
        let own = words.find(|(_, said)| *said == self);
        own.map_or("", |(word, _)| word)
    }
}

/// A passage by its bulletin's id and its own words, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The bulletin's id.
    pub id: String,
    /// The passage.
    pub words: String,
}

impl Passage {
    /// The passage of a cell.
    pub fn of(cell: Cell, facts: Facts<'_>) -> Option<Self> {
        let (section, figure) = cell.look(facts)?;
        let words = section.quote(figure).split_whitespace();
        Some(Self {
            id: facts.bulletins.get(cell.bulletin)?.id.clone(),
            words: words.collect::<Vec<_>>().join(" "),
        })
    }

    /// Whether both are the same passage, however spaced and marked.
    pub fn is(&self, other: &Self) -> bool {
        self.key() == other.key()
    }

    /// The folded passage: equal for equal words, whatever spaces and marks are in them.
    fn key(&self) -> Key {
        (self.id.clone(), fold(&self.words))
    }
}

type Key = (String, String);

/// What was said of two passages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Whether they are one indicator.
    pub same: bool,
    /// One passage.
    pub a: Passage,
    /// The other one.
    pub b: Passage,
}

impl Link {
    /// The line of a file, if it is one.
    fn parse(line: &str) -> Option<Self> {
        let mut parts = line.trim_end_matches('\r').split('\t');
        let same = LinkWord::read(parts.next()?.trim())? == LinkWord::Same;
        let mut passage = || {
            let part = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
            let (id, words) = (part(parts.next()?)?, part(parts.next()?)?);
            Some(Passage { id, words })
        };
        let (a, b) = (passage()?, passage()?);
        parts.next().is_none().then_some(Self { same, a, b })
    }

    fn line(&self) -> String {
        let said = if self.same {
            LinkWord::Same
        } else {
            LinkWord::Different
        };
        let word = said.word();
        let Self { a, b, .. } = self;
        format!("{word}\t{}\t{}\t{}\t{}\n", a.id, a.words, b.id, b.words)
    }

    /// The two passages, in an order of their own.
    fn keys(&self) -> (Key, Key) {
        let (a, b) = (self.a.key(), self.b.key());
        if a <= b { (a, b) } else { (b, a) }
    }
}

/// What is to be changed in a links file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Said from now on; what was said of the same two passages before is taken back.
    pub say: Vec<Link>,
    /// Taken back.
    pub take_back: Vec<Link>,
}

impl Change {
    /// A change that says something.
    pub fn say(links: Vec<Link>) -> Self {
        Self {
            say: links,
            ..Self::default()
        }
    }

    /// A change that takes something back.
    pub fn take_back(links: Vec<Link>) -> Self {
        Self {
            take_back: links,
            ..Self::default()
        }
    }

    /// The text of a file after the change. Everything else in it stays as it is.
    pub fn apply(&self, text: &str) -> String {
        let mut gone: Vec<(Key, Key)> = Vec::new();
        gone.extend(self.say.iter().chain(&self.take_back).map(Link::keys));
        let kept = text.split_inclusive('\n').filter(|line| {
            let link = Link::parse(line.trim_end_matches('\n'));
            link.is_none_or(|link| !gone.contains(&link.keys()))
        });
        let mut out: String = kept.collect();
        if out.is_empty() {
            out.push_str(HEAD);
        }
        if !out.ends_with('\n') {
            out.push('\n');
        }
        out.extend(self.say.iter().map(Link::line));
        out
    }
}

/// All that was said.
#[derive(Clone, Debug, Default)]
pub struct Links {
    links: Vec<Link>,
    /// What holds of each two passages: what was said last.
    last: HashMap<(Key, Key), bool>,
}

/// What was said last follows from all that was said.
impl PartialEq for Links {
    fn eq(&self, other: &Self) -> bool {
        self.links == other.links
    }
}

impl Links {
    /// Reads a file; the second answer says where, in bytes, lines begin that are not understood.
    pub fn parse(text: &str) -> (Self, Vec<usize>) {
        let (mut links, mut bad) = (Self::default(), Vec::new());
        let mut next = 0;
        for line in text.split_inclusive('\n') {
            let at = next;
            next += line.len();
            let line = line
                .trim_start_matches('\u{feff}')
                .trim_end_matches(['\n', '\r']);
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            match Link::parse(line) {
                Some(link) => {
                    links.last.insert(link.keys(), link.same);
                    links.links.push(link);
                }
                None => bad.push(at),
            }
        }
        (links, bad)
    }

    /// What several files say; where they disagree on a pair, the first one holds.
    pub fn all<'a>(files: impl DoubleEndedIterator<Item = &'a Self>) -> Self {
        let mut all = Self::default();
        for file in files.rev() {
            all.links.extend(file.links.iter().cloned());
            all.last.extend(file.last.clone());
        }
        all
    }

    /// Whether this is said.
    pub fn say(&self, link: &Link) -> bool {
        self.last.get(&link.keys()) == Some(&link.same)
    }

    /// Everything that was said, in the order of the file; what was said anew does not count.
    pub fn iter(&self) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(|link| self.say(link))
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.links.is_empty()
    }

    /// What was said of some cells.
    pub(super) fn among(&self, facts: Facts<'_>, cells: impl Iterator<Item = Cell>) -> Overrides {
        let mut out = Overrides::default();
        if self.is_empty() {
            return out;
        }
        let mut places: HashMap<Key, Vec<Cell>> = HashMap::new();
        for cell in cells {
            if let Some(passage) = Passage::of(cell, facts) {
                places.entry(passage.key()).or_default().push(cell);
            }
        }
        for link in self.iter() {
            let (a, b) = link.keys();
            for (a, b) in places.get(&a).into_iter().flatten().flat_map(|a| {
                let others = places.get(&b).into_iter().flatten();
                others.map(move |b| (a, b))
            }) {
                let pairs = if link.same {
                    &mut out.same
                } else {
                    &mut out.apart
                };
                pairs.push((*a, *b));
            }
        }
        out
    }
}

/// What was said of the cells of a series.
#[derive(Debug, Default)]
pub struct Overrides {
    /// Pairs that are one indicator.
    pub same: Vec<(Cell, Cell)>,
    /// Pairs that are not.
    apart: Vec<(Cell, Cell)>,
}

impl Overrides {
    /// Whether it was said of cells of two rows that they are not one.
    pub fn forbid(&self, a: &[Option<Cell>], b: &[Option<Cell>]) -> bool {
        let both = |x: Cell, y: Cell| a.contains(&Some(x)) && b.contains(&Some(y));
        let mut pairs = self.apart.iter();
        pairs.any(|(x, y)| both(*x, *y) || both(*y, *x))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(same: bool, a: &str, b: &str) -> Link {
        let passage = |words: &str| Passage {
            id: "x".into(),
            words: words.into(),
        };
        Link {
            same,
            a: passage(a),
            b: passage(b),
        }
    }

    #[test]
    fn every_word_of_a_file_has_a_meaning() {
        assert_eq!(WORDS.left_out(), [""; 0]);
        assert!(
            [LinkWord::Same, LinkWord::Different]
                .iter()
                .all(|said| !said.word().is_empty())
        );
    }

    #[test]
    fn what_is_said_is_found_again_and_the_last_word_holds() {
        let say = |link: Link| Change::say(vec![link]);
        let text = say(link(true, "甲，乙", "丙")).apply("");
        let (links, bad) = Links::parse(&text);
        assert_eq!(bad, Vec::<usize>::new());
        assert_eq!(
            links.iter().collect::<Vec<_>>(),
            [&link(true, "甲，乙", "丙")]
        );
        // Spacing and marks do not make another passage; the order does not either.
        let text = say(link(false, "丙", "甲,乙")).apply(&text);
        let (links, _) = Links::parse(&text);
        assert_eq!(links.iter().count(), 1);
        assert!(!links.iter().next().unwrap().same);
        let back = Change::take_back(vec![link(true, "甲乙", "丙")]);
        assert!(Links::parse(&back.apply(&text)).0.is_empty());
    }

    #[test]
    fn whatever_else_is_in_the_file_stays() {
        let text = "# mine\n一致\t没有写完\n\n一致\tx\t甲\tx\t乙";
        let change = Change::say(vec![link(true, "丙", "丁")]);
        let after = change.apply(text);
        assert_eq!(after, format!("{text}\n一致\tx\t丙\tx\t丁\n"));
        let (links, bad) = Links::parse(&after);
        assert_eq!((links.iter().count(), bad), (2, vec!["# mine\n".len()]));
    }
}
