//! Reads the lists of the lexicon.
//!
//! A line is an entry: `word | tags | example | counter-example | source`. Tags are separated by commas. A tag
//! may carry a value (`kind achievements`), and `!tag` says that the word holds a shorter one which does not
//! count there: 通过 is no 过. Knows no tag by name. The build script reads the lists by this file too.

use std::sync::OnceLock;

/// The lists, in the order in which their words are handed out.
const FILES: &[(&str, &str)] = &[
    ("numerals", include_str!("numerals.txt")),
    ("units", include_str!("units.txt")),
    ("bound", include_str!("bound.txt")),
    ("figure", include_str!("figure.txt")),
    ("names", include_str!("names.txt")),
    ("scope", include_str!("scope.txt")),
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
    ("columns", include_str!("columns.txt")),
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
}
