//! Reads the lists of the lexicon, and hands out the words with a tag.
//!
//! A line is an entry: `word | tags | example | counter-example | source`. Tags are separated by commas. A tag
//! may carry a value (`kind achievements`), and `!tag` says that the word holds a shorter one which does not
//! count there: 通过 is no 过. Knows no tag by name.

use std::collections::HashMap;
use std::sync::OnceLock;

/// The lists, in the order in which their words are handed out.
const FILES: &[(&str, &str)] = &[
    ("numerals", include_str!("numerals.txt")),
    ("units", include_str!("units.txt")),
    ("bound", include_str!("bound.txt")),
    ("figure", include_str!("figure.txt")),
    ("subject", include_str!("subject.txt")),
    ("verbs", include_str!("verbs.txt")),
    ("adverbs", include_str!("adverbs.txt")),
    ("task", include_str!("task.txt")),
    ("stated", include_str!("stated.txt")),
    ("period", include_str!("period.txt")),
    ("antonyms", include_str!("antonyms.txt")),
    ("common", include_str!("common.txt")),
    ("genre", include_str!("genre.txt")),
    ("kind", include_str!("kind.txt")),
    ("head", include_str!("head.txt")),
    ("furniture", include_str!("furniture.txt")),
    ("office", include_str!("office.txt")),
    ("damage", include_str!("damage.txt")),
    ("numbering", include_str!("numbering.txt")),
    ("chapters", include_str!("chapters.txt")),
    ("prose", include_str!("prose.txt")),
    ("language", include_str!("language.txt")),
];

/// A tag of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The name.
    pub name: &'static str,
    /// What the tag says of the word; may be empty.
    pub value: &'static str,
    /// Whether the word is no word of this tag, nor is a shorter one within it.
    pub blocks: bool,
}

/// A line of a list.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its list: the file's stem.
    pub list: &'static str,
    /// The line, from 1.
    pub line: usize,
    /// The word.
    pub word: &'static str,
    /// What it is used for.
    pub tags: Vec<Tag>,
    /// A text in which the word has its tags; may be empty.
    pub example: &'static str,
    /// A text that holds the word's characters without its tags; may be empty.
    pub counter: &'static str,
    /// Where the rule comes from; may be empty.
    pub source: &'static str,
}

/// All entries, in the order of the lists.
pub fn entries() -> &'static [Entry] {
    static ENTRIES: OnceLock<Vec<Entry>> = OnceLock::new();
    ENTRIES.get_or_init(|| {
        FILES
            .iter()
            .flat_map(|(name, text)| read(name, text))
            .collect()
    })
}

/// The entries of a list; comments and empty lines are none.
fn read(list: &'static str, text: &'static str) -> impl Iterator<Item = Entry> {
    let lines = text.lines().enumerate();
    let lines = lines.filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
    lines.map(move |(at, line)| {
        let mut parts = line.split('|').map(str::trim);
        let mut next = || parts.next().unwrap_or_default();
        let (word, tags, example, counter, source) = (next(), next(), next(), next(), next());
        Entry {
            list,
            line: at + 1,
            word,
            tags: tags.split(',').map(|tag| read_tag(tag.trim())).collect(),
            example,
            counter,
            source,
        }
    })
}

fn read_tag(text: &'static str) -> Tag {
    let name = text.strip_prefix('!').unwrap_or(text);
    let (name, value) = name.split_once(' ').unwrap_or((name, ""));
    Tag {
        name,
        value: value.trim(),
        blocks: text.starts_with('!'),
    }
}

/// The words of a tag by their places among all entries, so that asking for a tag reads no list again.
fn places(tag: &str) -> &'static [(usize, usize)] {
    static PLACES: OnceLock<HashMap<&str, Vec<(usize, usize)>>> = OnceLock::new();
    let places = PLACES.get_or_init(|| {
        let mut places: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
        for (at, entry) in entries().iter().enumerate() {
            for (which, tag) in entry.tags.iter().enumerate() {
                places.entry(tag.name).or_default().push((at, which));
            }
        }
        places
    });
    places.get(tag).map_or(&[], Vec::as_slice)
}

/// A word with what its tag's value means to the room that asks.
pub type Word<T> = (&'static str, T);

/// The words with one tag, in the order of their list, each with what the tag's value means.
///
/// A constant of the room that asks for the tag: `static PROMISING: List = List::new("promising");`. The words
/// are looked up at the first use.
#[derive(Debug)]
pub struct List<T: 'static = ()> {
    tag: &'static str,
    meaning: fn(&'static str) -> Option<T>,
    words: OnceLock<Vec<Word<T>>>,
    blocking: OnceLock<Vec<&'static str>>,
}

impl List {
    /// The words with a tag that has no value.
    pub const fn new(tag: &'static str) -> Self {
        Self::of(tag, |_| Some(()))
    }
}

impl<T> List<T> {
    /// The words with a tag whose value means something. A word whose value means nothing is left out;
    /// [`List::left_out`] lets a test see that there is none.
    pub const fn of(tag: &'static str, meaning: fn(&'static str) -> Option<T>) -> Self {
        Self {
            tag,
            meaning,
            words: OnceLock::new(),
            blocking: OnceLock::new(),
        }
    }

    /// The name of the tag.
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// The words and what they mean, in the order of their list.
    pub fn get(&self) -> &[Word<T>] {
        self.words.get_or_init(|| {
            let own = self.own().filter_map(|(word, value)| {
                let meaning = (self.meaning)(value)?;
                Some((word, meaning))
            });
            own.collect()
        })
    }

    fn own(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.entries(false)
    }

    /// Words that hold a word of the list and block it, in the order of their list.
    pub fn blocked(&self) -> impl Iterator<Item = &'static str> {
        self.entries(true).map(|(word, _)| word)
    }

    fn entries(&self, blocks: bool) -> impl Iterator<Item = (&'static str, &'static str)> {
        let places = places(self.tag).iter();
        places.filter_map(move |(at, which)| {
            let entry = entries().get(*at)?;
            let tag = entry.tags.get(*which).filter(|tag| tag.blocks == blocks)?;
            Some((entry.word, tag.value))
        })
    }

    /// Words whose value means nothing to the room: a mistake of the list.
    pub fn left_out(&self) -> Vec<&'static str> {
        let own = self.own();
        own.filter(|(_, value)| (self.meaning)(value).is_none())
            .map(|(word, _)| word)
            .collect()
    }

    /// The first word of the list that a text begins with, and what it means; None where the text begins with
    /// a longer word that blocks: 多年 is no 多.
    pub fn opening(&self, text: &str) -> Option<&Word<T>> {
        let found = self.get().iter().find(|(word, _)| text.starts_with(word))?;
        let mut blocking = self.blocking().iter();
        let blocked = blocking.any(|word| word.len() > found.0.len() && text.starts_with(word));
        (!blocked).then_some(found)
    }

    /// The longest word of the list that a text ends with; None where it is the end of a word that blocks.
    pub fn last(&self, text: &str) -> Option<&'static str> {
        let found = self
            .words()
            .filter(|word| text.ends_with(word))
            .max_by_key(|word| word.len())?;
        let mut blocking = self.blocking().iter();
        let blocked = blocking.any(|word| word.len() > found.len() && text.ends_with(word));
        (!blocked).then_some(found)
    }

    /// The words with `!tag`.
    fn blocking(&self) -> &[&'static str] {
        self.blocking.get_or_init(|| {
            let places = places(self.tag).iter();
            let blocking = places.filter_map(|(at, which)| {
                let entry = entries().get(*at)?;
                entry.tags.get(*which)?.blocks.then_some(entry.word)
            });
            blocking.collect()
        })
    }

    /// The words, in the order of their list.
    pub fn words(&self) -> impl DoubleEndedIterator<Item = &'static str> {
        self.get().iter().map(|(word, _)| *word)
    }

    /// The first word of the list that a text begins with.
    pub fn start(&self, text: &str) -> Option<&'static str> {
        self.words().find(|word| text.starts_with(word))
    }

    /// The first word of the list that a text ends with.
    pub fn end(&self, text: &str) -> Option<&'static str> {
        self.words().find(|word| text.ends_with(word))
    }

    /// The first word of the list; empty if there is none.
    pub fn first(&self) -> &'static str {
        self.words().next().unwrap_or_default()
    }

    /// Whether a text begins with one of the words.
    pub fn starts(&self, text: &str) -> bool {
        self.start(text).is_some()
    }

    /// Whether a text ends with one of the words.
    pub fn ends(&self, text: &str) -> bool {
        self.end(text).is_some()
    }

    /// The first word of the list that stands anywhere in a text.
    pub fn within(&self, text: &str) -> Option<&'static str> {
        self.words().find(|word| text.contains(word))
    }

    /// Whether one of the words stands anywhere in a text.
    pub fn is_in(&self, text: &str) -> bool {
        self.within(text).is_some()
    }

    /// Whether a text is one of the words.
    pub fn has(&self, text: &str) -> bool {
        self.words().any(|word| word == text)
    }

    /// Whether a character is one of the words.
    pub fn has_char(&self, c: char) -> bool {
        self.words().any(|word| {
            let mut chars = word.chars();
            chars.next() == Some(c) && chars.next().is_none()
        })
    }

    /// Whether a character is part of one of the words.
    pub fn holds_char(&self, c: char) -> bool {
        self.words().any(|word| word.contains(c))
    }

    /// Where in a text the earliest word of the list begins, in bytes.
    pub fn earliest(&self, text: &str) -> Option<usize> {
        self.words().filter_map(|word| text.find(word)).min()
    }

    /// A text without the first word of the list that it begins with; None if it begins with none.
    pub fn strip_start<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.words().find_map(|word| text.strip_prefix(word))
    }

    /// A text without the first word of the list that it ends with; None if it ends with none.
    pub fn strip_end<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.words().find_map(|word| text.strip_suffix(word))
    }

    /// A text with a word of the list in it, parted there: the first word of the list that it holds counts.
    pub fn split<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        self.words().find_map(|word| text.split_once(word))
    }

    /// A text without the words of the list that it ends with, however many.
    pub fn trim_end<'t>(&self, mut text: &'t str) -> &'t str {
        while let Some(rest) = self.strip_end(text).filter(|rest| rest.len() < text.len()) {
            text = rest;
        }
        text
    }

    /// What a character means that is a word of the list.
    pub fn meaning_of_char(&self, c: char) -> Option<&T> {
        let is_char = |word: &str| word.starts_with(c) && word.len() == c.len_utf8();
        let word = self.get().iter().find(|(word, _)| is_char(word));
        word.map(|(_, meaning)| meaning)
    }

    /// What a word of the list means.
    pub fn meaning(&self, text: &str) -> Option<&T> {
        let word = self.get().iter().find(|(word, _)| *word == text);
        word.map(|(_, meaning)| meaning)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_an_entry() {
        let text = "# a comment\n\n过 | more-than, bound over | 网民过10亿 | 通过3项标准\n通过 | !more-than |||GB";
        let read: Vec<Entry> = read("bound", text).collect();
        assert_eq!(read.len(), 2);
        let [past, through] = read.as_slice() else {
            panic!()
        };
        assert_eq!(
            (past.word, past.line, past.counter),
            ("过", 3, "通过3项标准")
        );
        assert_eq!(past.tags.len(), 2);
        assert_eq!((past.tags[1].name, past.tags[1].value), ("bound", "over"));
        assert!(through.tags[0].blocks);
        assert_eq!(through.source, "GB");
    }
}
