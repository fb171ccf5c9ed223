//! What is remembered of a library from one call to the next: the place last read, the marks, and which
//! paragraphs were read. As text, a line each, so that other programs and people can read it.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use super::place::Place;

/// Paragraphs that are remembered as read, at most; those of bulletins read longest ago are forgotten.
const MOST: usize = 100_000;

/// A place with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The name; no other mark of the library has it.
    pub name: String,
    /// The place.
    pub place: Place,
}

/// A change of what is remembered. Two readers of one library each write their own changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A mark was set; one with the same name moves.
    Set(Mark),
    /// A mark got another name.
    Rename(String, String),
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
    /// The paragraphs that were read, by the bulletin's id: how late it was, and their digests.
    read: HashMap<String, (usize, HashSet<u32>)>,
    /// How many bulletins were read so far.
    turn: usize,
    /// Lines that are not understood: they are kept.
    others: Vec<String>,
}

impl Memory {
    /// Reads it from text. What is not understood is kept.
    pub fn parse(text: &str) -> Self {
        let mut memory = Self::default();
        for line in text.lines() {
            match line.split_once('\t') {
                Some(("mark", rest)) if memory.parse_mark(rest).is_some() => {}
                Some(("read", rest)) if memory.parse_read(rest).is_some() => {}
                _ if memory.place.is_none() && Place::parse(line).is_some() => {
                    memory.place = Place::parse(line);
                }
                _ if line.is_empty() => {}
                _ => memory.others.push(line.to_owned()),
            }
        }
        memory
    }

    fn parse_mark(&mut self, line: &str) -> Option<()> {
        let (name, place) = line.split_once('\t')?;
        let place = Place::parse(place)?;
        let name = name.to_owned();
        self.apply(&Note::Set(Mark { name, place }));
        Some(())
    }

    fn parse_read(&mut self, line: &str) -> Option<()> {
        let (id, digests) = line.split_once('\t')?;
        let digests = digests
            .split(' ')
            .map(|digest| u32::from_str_radix(digest, 16).ok());
        let digests = digests.collect::<Option<Vec<u32>>>()?;
        self.apply(&Note::Read(id.to_owned(), digests, true));
        Some(())
    }

    /// It as text; the same text for the same things.
    pub fn text(&self) -> String {
        let mut out = String::new();
        let place = self.place.as_ref().and_then(Place::line);
        out.extend(place.map(|line| line + "\n"));
        for mark in &self.marks {
            let line = mark.place.line();
            out.extend(line.map(|line| format!("mark\t{}\t{line}\n", mark.name)));
        }
        let plain = |id: &&String| !id.contains(char::is_control);
        let mut ids: Vec<&String> = self.read.keys().filter(plain).collect();
        let of = |id: &String| self.read.get(id);
        // The latest first: they have their room for sure.
        ids.sort_unstable_by_key(|id| std::cmp::Reverse(of(id).map_or(0, |(turn, _)| *turn)));
        let mut room = MOST;
        let fits = |id: &&String| {
            let count = of(id).map_or(0, |(_, digests)| digests.len());
            let left = room.checked_sub(count);
            room = left.unwrap_or(room);
            left.is_some() && count > 0
        };
        let mut ids: Vec<&String> = ids.into_iter().filter(fits).collect();
        ids.reverse();
        for (id, (_, digests)) in ids.into_iter().filter_map(|id| Some((id, of(id)?))) {
            let mut digests: Vec<&u32> = digests.iter().collect();
            digests.sort_unstable();
            let _ = write!(out, "read\t{id}\t");
            for (at, digest) in digests.into_iter().enumerate() {
                let space = if at > 0 { " " } else { "" };
                let _ = write!(out, "{space}{digest:08x}");
            }
            out.push('\n');
        }
        for line in &self.others {
            out.push_str(line);
            out.push('\n');
        }
        out
    }

    /// Makes a change.
    pub fn apply(&mut self, note: &Note) {
        match note {
            Note::Set(mark) => match self.mark(&mark.name) {
                Some(known) => known.place = mark.place.clone(),
                None => self.marks.push(mark.clone()),
            },
            Note::Rename(from, to) => {
                if from != to {
                    self.marks.retain(|mark| mark.name != *to);
                }
                if let Some(mark) = self.mark(from) {
                    mark.name.clone_from(to);
                }
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

    fn mark(&mut self, name: &str) -> Option<&mut Mark> {
        self.marks.iter_mut().find(|mark| mark.name == name)
    }

    /// Digests of the paragraphs of a bulletin that were read.
    pub fn read_of(&self, id: &str) -> Option<&HashSet<u32>> {
        let (_, digests) = self.read.get(id)?;
        Some(digests).filter(|digests| !digests.is_empty())
    }
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

    #[test]
    fn it_is_read_from_its_text() {
        let text = "甲\t1\t0\t0\n\
                    mark\t要点\t甲\t2.1\t3\t9\n\
                    mark\ta b\tmark\t1\t0\t0\n\
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
    fn lines_that_are_broken_are_kept_and_mean_nothing() {
        let text = "mark\tname\nmark\tname\t甲\t0\tx\nread\t甲\tzz\nread\t甲\n甲\t1\tx\t0\n";
        let memory = Memory::parse(text);
        assert_eq!((memory.place.clone(), memory.marks.len()), (None, 0));
        assert_eq!(memory.text(), text);
    }

    #[test]
    fn changes_of_two_readers_come_together() {
        let mut memory = Memory::parse("mark\ta\t甲\t1\t0\t0\nread\t甲\t00000001\n");
        let set = |name: &str| {
            Note::Set(Mark {
                name: name.into(),
                place: place("乙"),
            })
        };
        let notes = [
            set("b"),
            Note::Remove("a".into()),
            Note::Read("甲".into(), vec![2, 3], true),
            Note::Read("甲".into(), vec![1], false),
            set("c"),
            Note::Rename("c".into(), "b".into()),
            Note::Read("丙".into(), vec![7], true),
            Note::Read("丙".into(), vec![7], false),
        ];
        for note in &notes {
            memory.apply(note);
        }
        let text = "mark\tb\t乙\t2.1\t0\t3\nread\t甲\t00000002 00000003\n";
        assert_eq!(memory.text(), text);
    }

    #[test]
    fn what_was_read_longest_ago_is_forgotten_first() {
        let mut memory = Memory::default();
        let digests: Vec<u32> = (0..MOST as u32 / 2).collect();
        for id in ["a", "b", "c"] {
            memory.apply(&Note::Read(id.into(), digests.clone(), true));
        }
        let again = Memory::parse(&memory.text());
        assert!(again.read_of("a").is_none());
        assert!(again.read_of("b").is_some() && again.read_of("c").is_some());
        assert_eq!(again.text(), memory.text());
    }
}
