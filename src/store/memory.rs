//! What is remembered of a library from one call to the next: the place last read, the marks, and which
//! paragraphs were read. As text, a line each, so that other programs and people can read it.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use super::place::{Place, field, unfielded};

/// Paragraphs that are remembered as read, at most; those of bulletins read longest ago are forgotten.
const MOST: usize = 200_000;

/// A place with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The name; no other mark of the library has it.
    pub name: String,
    /// The place.
    pub place: Place,
    /// What stands for the words of its paragraph: they are looked for where the text was changed.
    pub words: u32,
}

impl Mark {
    fn line(&self) -> String {
        let (name, place) = (field(&self.name), self.place.line());
        format!("mark\t{name}\t{place}\t{:08x}\n", self.words)
    }

    fn parse(line: &str) -> Option<Self> {
        let (name, rest) = line.split_once('\t')?;
        let (place, words) = rest.rsplit_once('\t')?;
        Some(Self {
            name: unfielded(name),
            place: Place::parse(place)?,
            words: u32::from_str_radix(words, 16).ok()?,
        })
    }
}

/// A change of what is remembered. Two readers of one library each write their own changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A mark was set. If somebody else set another one of that name, it gets a number.
    Set(Mark),
    /// A mark has another name now.
    Rename(String, Mark),
    /// A mark was removed.
    Remove(String),
    /// Paragraphs of a bulletin were read, by id and digests, or are unread again.
    Read(String, Vec<u32>, bool),
}

/// What is remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// The place last read.
    pub place: Option<Place>,
    /// The marks, in the order they were set.
    pub marks: Vec<Mark>,
    /// The paragraphs that were read, by the bulletin's id: when that was said last, and their digests.
    read: HashMap<String, (usize, HashSet<u32>)>,
    /// How often it was said that something was read.
    turn: usize,
    /// Lines that are not understood: they are kept.
    others: Vec<String>,
}

impl Memory {
    /// Reads it from text. What is not understood is kept.
    pub fn parse(text: &str) -> Self {
        let mut memory = Self::default();
        for line in text.lines() {
            let known = match line.split_once('\t') {
                Some(("mark", rest)) => memory.take_mark(rest),
                Some(("read", rest)) => memory.take_read(rest),
                _ => None,
            };
            if known.is_some() || line.is_empty() {
                continue;
            }
            match Place::parse(line).filter(|_| memory.place.is_none()) {
                Some(place) => memory.place = Some(place),
                None => memory.others.push(line.to_owned()),
            }
        }
        memory
    }

    fn take_mark(&mut self, line: &str) -> Option<()> {
        self.apply(&Note::Set(Mark::parse(line)?));
        Some(())
    }

    fn take_read(&mut self, line: &str) -> Option<()> {
        let (id, digests) = line.split_once('\t')?;
        let digests = digests
            .split(' ')
            .map(|digest| u32::from_str_radix(digest, 16).ok());
        let digests = digests.collect::<Option<Vec<u32>>>()?;
        self.apply(&Note::Read(unfielded(id), digests, true));
        Some(())
    }

    /// It as text; the same text for the same things.
    pub fn text(&self) -> String {
        let mut out = String::new();
        out.extend(self.place.as_ref().map(|place| place.line() + "\n"));
        out.extend(self.marks.iter().map(Mark::line));
        let mut all: Vec<(&String, &(usize, HashSet<u32>))> = self.read.iter().collect();
        // What was read last has its room for sure.
        all.sort_unstable_by_key(|(_, (turn, _))| std::cmp::Reverse(*turn));
        let mut room = MOST;
        let mut lines = Vec::new();
        for (id, (_, digests)) in all {
            let mut digests: Vec<u32> = digests.iter().copied().collect();
            digests.sort_unstable();
            digests.truncate(room);
            room -= digests.len();
            if digests.is_empty() {
                continue;
            }
            let mut line = format!("read\t{}\t", field(id));
            for (at, digest) in digests.into_iter().enumerate() {
                let space = if at > 0 { " " } else { "" };
                // Writing to memory does not fail.
                let _ = write!(line, "{space}{digest:08x}");
            }
            lines.push(line + "\n");
        }
        out.extend(lines.into_iter().rev());
        out.extend(self.others.iter().map(|line| format!("{line}\n")));
        out
    }

    /// Makes a change.
    pub fn apply(&mut self, note: &Note) {
        match note {
            Note::Set(mark) => {
                let mark = self.named(mark);
                if !self.marks.contains(&mark) {
                    self.marks.push(mark);
                }
            }
            Note::Rename(from, mark) => {
                let at = self.marks.iter().position(|known| known.name == *from);
                let removed = at.map(|at| self.marks.remove(at));
                let mark = self.named(mark);
                // Somebody else may have removed it: it is wanted still.
                let at = at.filter(|_| removed.is_some()).unwrap_or(self.marks.len());
                self.marks.insert(at, mark);
            }
            Note::Remove(name) => self.marks.retain(|mark| mark.name != *name),
            Note::Read(id, digests, read) => {
                self.turn += 1;
                let (turn, known) = self.read.entry(id.clone()).or_default();
                *turn = self.turn;
                for digest in digests {
                    if *read {
                        known.insert(*digest);
                    } else {
                        known.remove(digest);
                    }
                }
            }
        }
    }

    /// A mark with a name that no other place has: the one it has, or that with a number.
    fn named(&self, mark: &Mark) -> Mark {
        let taken = |name: &str| {
            let of_name = self.marks.iter().find(|known| known.name == name);
            of_name.is_some_and(|known| known.place != mark.place)
        };
        Mark {
            name: free_name(&mark.name, taken),
            ..mark.clone()
        }
    }

    /// Digests of the paragraphs of a bulletin that were read.
    pub fn read_of(&self, id: &str) -> Option<&HashSet<u32>> {
        let (_, digests) = self.read.get(id)?;
        Some(digests).filter(|digests| !digests.is_empty())
    }
}

/// A name that is not taken: the name itself, or with a number behind it.
pub fn free_name(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number| format!("{name} {number}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| !taken(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(bulletin: &str) -> Place {
        Place {
            bulletin: bulletin.into(),
            section: vec![2, 1],
            paragraph: 0,
            byte: 3,
        }
    }

    fn mark(name: &str, bulletin: &str) -> Mark {
        Mark {
            name: name.into(),
            place: place(bulletin),
            words: 7,
        }
    }

    #[test]
    fn it_is_read_from_its_text() {
        let text = "甲\t1\t0\t0\n\
                    mark\t要点\t甲\t2.1\t3\t9\t0000000a\n\
                    mark\ta b\tmark\t1\t0\t0\tffffffff\n\
                    read\t乙\t0000000a ffffffff\n\
                    something of a later version\n";
        let memory = Memory::parse(text);
        assert_eq!(memory.text(), text);
        assert_eq!(memory.place.as_ref().unwrap().bulletin, "甲");
        assert_eq!(memory.marks.len(), 2);
        let read = memory.read_of("乙").unwrap();
        assert_eq!(read, &HashSet::from([10, u32::MAX]));
        assert_eq!(memory.read_of("甲"), None);
    }

    #[test]
    fn names_and_ids_may_be_anything() {
        let mut memory = Memory::default();
        memory.apply(&Note::Set(mark("a\\\u{1b}", "b\tc")));
        memory.apply(&Note::Read("b\tc".into(), vec![1], true));
        let again = Memory::parse(&memory.text());
        assert_eq!(again.marks, memory.marks);
        assert!(again.read_of("b\tc").is_some());
    }

    #[test]
    fn lines_that_are_broken_are_kept_and_mean_nothing() {
        let text = "mark\tname\nmark\tname\t甲\t0\tx\nread\t甲\tzz\nread\t甲\n甲\t1\tx\t0\n";
        let memory = Memory::parse(text);
        assert_eq!((memory.place.clone(), memory.marks.len()), (None, 0));
        assert_eq!(memory.text(), text);
    }

    #[test]
    fn changes_of_two_readers_come_together() {
        let mut memory = Memory::default();
        memory.apply(&Note::Read("甲".into(), vec![1], true));
        // The other one removed xx and set zz; this one calls its xx zz.
        memory.apply(&Note::Set(mark("zz", "乙")));
        memory.apply(&Note::Rename("xx".into(), mark("zz", "甲")));
        // Both propose the same name; the same mark twice is one.
        memory.apply(&Note::Set(mark("zz", "丙")));
        memory.apply(&Note::Set(mark("zz", "乙")));
        let names: Vec<&str> = memory.marks.iter().map(|mark| mark.name.as_str()).collect();
        assert_eq!(names, ["zz", "zz 2", "zz 3"]);
        memory.apply(&Note::Rename("zz".into(), mark("aa", "乙")));
        memory.apply(&Note::Remove("zz 3".into()));
        memory.apply(&Note::Read("甲".into(), vec![2, 3], true));
        memory.apply(&Note::Read("甲".into(), vec![1], false));
        memory.apply(&Note::Read("丙".into(), vec![7], true));
        memory.apply(&Note::Read("丙".into(), vec![7], false));
        let text = "mark\taa\t乙\t2.1\t0\t3\t00000007\n\
                    mark\tzz 2\t甲\t2.1\t0\t3\t00000007\n\
                    read\t甲\t00000002 00000003\n";
        assert_eq!(memory.text(), text);
    }

    #[test]
    fn what_was_read_longest_ago_is_forgotten_first() {
        let mut memory = Memory::default();
        let digests: Vec<u32> = (0..MOST as u32 / 4 * 3).collect();
        for id in ["a", "b", "c"] {
            memory.apply(&Note::Read(id.into(), digests.clone(), true));
        }
        let again = Memory::parse(&memory.text());
        let read = |id: &str| again.read_of(id).map_or(0, HashSet::len);
        assert_eq!(
            (read("a"), read("b"), read("c")),
            (0, MOST / 4, digests.len())
        );
        assert_eq!(again.text(), memory.text());
    }
}
