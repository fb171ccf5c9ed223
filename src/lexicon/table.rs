//! Reads the lists of the lexicon.
//!
//! A line is an entry: `word | tags | example | counter-example | source`. Tags are separated by commas. A tag
//! may carry a value (`kind achievements`), and `!tag` says that the word holds a shorter one which does not
//! count there: 通过 is no 过. Knows no tag by name.

use std::collections::HashMap;
use std::mem;
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
    ("place", include_str!("place.txt")),
    ("damage", include_str!("damage.txt")),
    ("numbering", include_str!("numbering.txt")),
    ("chapters", include_str!("chapters.txt")),
    ("prose", include_str!("prose.txt")),
    ("tables", include_str!("tables.txt")),
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
    let (name, value) = split_at(name, b' ').unwrap_or((name, ""));
    Tag {
        name,
        value: value.trim_ascii(),
        blocks: text.starts_with('!'),
    }
}

/// A word under one of its tags: all that a list of words needs of an entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tagged {
    /// The word.
    pub word: &'static str,
    /// What the tag says of the word; may be empty.
    pub value: &'static str,
    /// Whether the tag is `!tag`.
    pub blocks: bool,
}

/// The words with a tag, in the order of the lists. The first one to ask reads all lists once, and of each line
/// only the word and its tags: the first screen waits for it, and for no example.
pub(super) fn tagged(tag: &str) -> &'static [Tagged] {
    static TAGGED: OnceLock<HashMap<&str, Vec<Tagged>>> = OnceLock::new();
    TAGGED
        .get_or_init(read_tagged)
        .get(tag)
        .map_or(&[], Vec::as_slice)
}

/// The words of all lists by their tags.
fn read_tagged() -> HashMap<&'static str, Vec<Tagged>> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut groups: Vec<Vec<Tagged>> = Vec::new();
    // Lines of one tag stand below each other: most need no look into the table.
    let mut last = ("", 0);
    let lines = FILES.iter().flat_map(|(_, text)| text.lines());
    for line in lines.filter(|line| !line.starts_with('#')) {
        let Some((word, rest)) = split_at(line, b'|') else {
            continue;
        };
        let tags = split_at(rest, b'|').map_or(rest, |(tags, _)| tags);
        for tag in tags.split(',') {
            let Tag {
                name,
                value,
                blocks,
            } = read_tag(tag.trim_ascii());
            if last.0 != name {
                let place = *places.entry(name).or_insert(groups.len());
                last = (name, place);
            }
            if groups.len() == last.1 {
                groups.push(Vec::new());
            }
            if let Some(group) = groups.get_mut(last.1) {
                group.push(Tagged {
                    word: word.trim_ascii(),
                    value,
                    blocks,
                });
            }
        }
    }
    let mut group = |place: usize| groups.get_mut(place).map(mem::take).unwrap_or_default();
    let groups = places.into_iter().map(|(name, place)| (name, group(place)));
    groups.collect()
}

/// A short text before and behind the first of an ASCII mark: on so few bytes a plain walk is what costs least.
fn split_at(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == mark)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_an_entry() {
        let text = "# a comment\n\n过 | before over, short | 网民过10亿 | 通过3项标准\n通过 | !before |||GB";
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
        assert_eq!((past.tags[0].name, past.tags[0].value), ("before", "over"));
        assert!(through.tags[0].blocks);
        assert_eq!(through.source, "GB");
    }

    #[test]
    fn the_words_of_a_tag_are_those_of_the_entries() {
        let mut wanted: HashMap<&str, Vec<(&str, &str, bool)>> = HashMap::new();
        for entry in entries() {
            for tag in &entry.tags {
                let word = (entry.word, tag.value, tag.blocks);
                wanted.entry(tag.name).or_default().push(word);
            }
        }
        for (name, words) in wanted {
            let tagged = tagged(name).iter();
            let found: Vec<_> = tagged
                .map(|word| (word.word, word.value, word.blocks))
                .collect();
            assert_eq!(found, words, "{name}");
        }
    }
}
