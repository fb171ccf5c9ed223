//! The words of the lists by tag, as the build script sorted them: nothing is read to find them.
//!
//! A word a line, `+word<Tab>value`, or `!word<Tab>value` for one that blocks. Knows no tag by name.

/// The tags, ascending, each with its words in the order of the lists.
static TAGS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/tags.rs"));

/// A word under one of its tags: all that a list of words needs of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tagged {
    /// The word.
    pub word: &'static str,
    /// What the tag says of the word; may be empty.
    pub value: &'static str,
    /// Whether the tag is `!tag`.
    pub blocks: bool,
}

/// All tags, each with its words.
pub(super) fn tags() -> impl Iterator<Item = (&'static str, impl Iterator<Item = Tagged>)> {
    TAGS.iter().map(|(tag, words)| (*tag, read(words)))
}

/// The words with a tag, in the order of the lists.
pub(super) fn tagged(tag: &str) -> impl Iterator<Item = Tagged> + use<> {
    let place = TAGS.binary_search_by_key(&tag, |(tag, _)| *tag);
    let words = place.ok().and_then(|place| TAGS.get(place));
    read(words.map_or("", |(_, words)| *words))
}

fn read(words: &'static str) -> impl Iterator<Item = Tagged> {
    words.lines().filter_map(|line| {
        let (signed, value) = line.split_once('\t')?;
        let word = signed.get(1..)?;
        Some(Tagged {
            word,
            value,
            blocks: signed.starts_with('!'),
        })
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::table::entries;
    use super::*;

    #[test]
    fn the_words_of_a_tag_are_those_of_the_entries() {
        let mut wanted: BTreeMap<&str, Vec<Tagged>> = BTreeMap::new();
        for entry in entries() {
            for tag in &entry.tags {
                wanted.entry(tag.name).or_default().push(Tagged {
                    word: entry.word,
                    value: tag.value,
                    blocks: tag.blocks,
                });
            }
        }
        assert!(!wanted.is_empty());
        let found: BTreeMap<&str, Vec<Tagged>> =
            tags().map(|(tag, words)| (tag, words.collect())).collect();
        assert_eq!(found, wanted);
        for (tag, words) in wanted {
            assert_eq!(tagged(tag).collect::<Vec<_>>(), words, "{tag}");
        }
        assert_eq!(tagged("no-such-tag").count(), 0);
    }
}
