//! What users said of pairs: passages that are one indicator, and passages that are not.
//!
//! A links file lies with the bulletins, one pair to a line, split by tabs:
//!
//! ```text
//! 一致 ⇥ miit-ict-2021 ⇥ 具备全面检测180万款的覆盖能力 ⇥ miit-ict-2022 ⇥ 全年完成192万款APP技术检测 ⇥ 2021 ⇥ 2021
//! ```
//!
//! Lines merge like lines of any text. A passage is known by its bulletin and its words, not by the
//! number of its section, so a bulletin may be edited around it. The years are those the passages speak of:
//! what is said of a pair holds for them alone. A line without them, as the first version wrote it, holds for any.
//! Comments (`#`), and lines that are not understood, are kept. Knows nothing of files on the disk.

use std::collections::HashMap;

use crate::calendar::{Year, named_year};
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

/// Stands for the year of a passage whose year the text does not tell.
const ANY_YEAR: &str = "-";

/// A passage by its bulletin's id and its own words, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The bulletin's id.
    pub id: String,
    /// The passage.
    pub words: String,
    /// The year that it speaks of; None where it is not said, which is any.
    pub year: Option<Year>,
}

impl Passage {
    /// The passage of a cell.
    pub fn of(cell: Cell, facts: Facts<'_>) -> Option<Self> {
        let (section, figure) = cell.look(facts)?;
        let words = section.quote(figure).split_whitespace();
        Some(Self {
            id: facts.bulletins.get(cell.bulletin)?.id.clone(),
            words: words.collect::<Vec<_>>().join(" "),
            year: figure.year,
        })
    }

    /// Whether both are the same passage, however spaced and marked.
    pub fn is(&self, other: &Self) -> bool {
        self.key() == other.key() && self.is_of(other.year)
    }

    /// Takes its year as a line has it; None for what is no year.
    fn take_year(&mut self, text: &str) -> Option<()> {
        let text = text.trim();
        if text != ANY_YEAR {
            self.year = Some(named_year(text.parse::<Year>().ok()?)?);
        }
        Some(())
    }

    /// Whether it may speak of a year.
    fn is_of(&self, year: Option<Year>) -> bool {
        self.year.zip(year).is_none_or(|(own, other)| own == other)
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
            let year = None;
            Some(Passage { id, words, year })
        };
        let (mut a, mut b) = (passage()?, passage()?);
        if let Some(year) = parts.next() {
            a.take_year(year)?;
            b.take_year(parts.next()?)?;
        }
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
        let year = |passage: &Passage| match passage.year {
            Some(year) => year.to_string(),
            None => ANY_YEAR.to_owned(),
        };
        let years = match (a.year, b.year) {
            (None, None) => String::new(),
            _ => format!("\t{}\t{}", year(a), year(b)),
        };
        format!(
            "{word}\t{}\t{}\t{}\t{}{years}\n",
            a.id, a.words, b.id, b.words
        )
    }

    /// Whether both are about the same two passages.
    fn is_about(&self, other: &Self) -> bool {
        let (a, b) = (&self.a, &self.b);
        (a.is(&other.a) && b.is(&other.b)) || (a.is(&other.b) && b.is(&other.a))
    }

    /// The words of the two passages, in an order of their own.
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
        let is_gone = |link: &Link| {
            let mut gone = self.say.iter().chain(&self.take_back);
            gone.any(|one| one.is_about(link))
        };
        let kept = text.split_inclusive('\n').filter(|line| {
            let link = Link::parse(line.trim_end_matches('\n'));
            link.is_none_or(|link| !is_gone(&link))
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
    /// Where what was said of any two passages stands among them, by their words.
    places: HashMap<(Key, Key), Vec<usize>>,
}

/// The places follow from all that was said.
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
                Some(link) => links.push(link),
                None => bad.push(at),
            }
        }
        (links, bad)
    }

    /// What several files say; where they disagree on a pair, the first one holds.
    pub fn all<'a>(files: impl DoubleEndedIterator<Item = &'a Self>) -> Self {
        let mut all = Self::default();
        for link in files.rev().flat_map(|file| &file.links) {
            all.push(link.clone());
        }
        all
    }

    fn push(&mut self, link: Link) {
        let places = self.places.entry(link.keys()).or_default();
        places.push(self.links.len());
        self.links.push(link);
    }

    /// Whether this is said: what was said last of two passages holds.
    pub fn say(&self, link: &Link) -> bool {
        let places = self.places.get(&link.keys());
        let said = places.into_iter().flatten().rev();
        let mut said = said.filter_map(|at| self.links.get(*at));
        let last = said.find(|said| said.is_about(link));
        last.is_some_and(|said| said.same == link.same)
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
        let mut places: HashMap<Key, Vec<(Cell, Option<Year>)>> = HashMap::new();
        for cell in cells {
            if let Some(passage) = Passage::of(cell, facts) {
                let cells = places.entry(passage.key()).or_default();
                cells.push((cell, passage.year));
            }
        }
        let cells_of = |passage: &Passage| -> Vec<Cell> {
            let cells = places.get(&passage.key()).into_iter().flatten();
            let own = cells.filter(|(_, year)| passage.is_of(*year));
            own.map(|(cell, _)| *cell).collect()
        };
        for link in self.iter() {
            let others = cells_of(&link.b);
            let pairs = if link.same {
                &mut out.same
            } else {
                &mut out.apart
            };
            for a in cells_of(&link.a) {
                pairs.extend(others.iter().map(|b| (a, *b)));
            }
        }
        out
    }
}

/// What was said of the cells of a series.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// Pairs that are one indicator.
    pub same: Vec<(Cell, Cell)>,
    /// Pairs that are not.
    apart: Vec<(Cell, Cell)>,
}

impl Overrides {
    /// The pairs that are not one.
    pub fn apart(&self) -> impl Iterator<Item = (Cell, Cell)> {
        self.apart.iter().copied()
    }

    /// Keeps two more cells apart.
    pub fn keep_apart(&mut self, one: Cell, other: Cell) {
        self.apart.push((one, other));
    }

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
            year: None,
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
    fn what_is_said_of_a_pair_holds_for_its_years_alone() {
        let of = |same: bool, year: Option<Year>| {
            let mut link = link(same, "甲", "乙");
            (link.a.year, link.b.year) = (year, year);
            link
        };
        let text = Change::say(vec![of(true, Some(2021))]).apply("");
        assert!(text.ends_with("一致\tx\t甲\tx\t乙\t2021\t2021\n"), "{text}");
        let text = Change::say(vec![of(false, Some(2022))]).apply(&text);
        let (links, bad) = Links::parse(&text);
        assert_eq!(bad, Vec::<usize>::new());
        assert!(links.say(&of(true, Some(2021))) && links.say(&of(false, Some(2022))));
        assert!(!links.say(&of(true, Some(2023))) && !links.say(&of(false, Some(2023))));
        // One year is taken back, and the other one stays.
        let text = Change::take_back(vec![of(true, Some(2021))]).apply(&text);
        let (links, _) = Links::parse(&text);
        assert!(!links.say(&of(true, Some(2021))) && links.say(&of(false, Some(2022))));
        // A year that the text does not tell is any.
        let mut half = of(true, Some(2021));
        half.b.year = None;
        let (links, bad) = Links::parse(&half.line());
        assert_eq!((links.iter().next(), bad), (Some(&half), vec![]));
    }

    #[test]
    fn a_line_of_the_first_version_holds_for_any_year_until_something_else_is_said() {
        let old = "same\tx\t甲\tx\t乙\n";
        let (links, bad) = Links::parse(old);
        assert_eq!(bad, Vec::<usize>::new());
        let mut of = link(true, "甲", "乙");
        (of.a.year, of.b.year) = (Some(2021), Some(2021));
        assert!(links.say(&of));
        assert!(!Change::take_back(vec![of]).apply(old).contains("甲"));
        // What is no year makes no pair of a line.
        let (links, bad) = Links::parse("same\tx\t甲\tx\t乙\t二月\t2021\n");
        assert_eq!((links.is_empty(), bad), (true, vec![0]));
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
