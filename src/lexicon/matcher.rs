//! All words of all lists in a text, in one pass. Knows no tag by name.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::table::{Entry, Tag, entries};

/// A word of a list in a text, under one of its tags.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Bytes of the word in the text.
    pub span: Range<usize>,
    /// The word.
    pub entry: &'static Entry,
    /// One of its tags; never one that blocks.
    pub tag: Tag,
}

/// The automaton, and for each of its words the entries that hold it.
struct Matcher {
    automaton: AhoCorasick,
    entries: Vec<Vec<&'static Entry>>,
}

/// The automaton, made at first use: a contiguous NFA takes 2 ms for 1,200 words, a DFA six times that.
fn matcher() -> Option<&'static Matcher> {
    static MATCHER: OnceLock<Option<Matcher>> = OnceLock::new();
    let made = MATCHER.get_or_init(|| {
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let mut words: Vec<&str> = Vec::new();
        let mut holders: Vec<Vec<&'static Entry>> = Vec::new();
        for entry in entries() {
            let number = *numbers.entry(entry.word).or_insert_with(|| {
                words.push(entry.word);
                holders.push(Vec::new());
                words.len() - 1
            });
            if let Some(holders) = holders.get_mut(number) {
                holders.push(entry);
            }
        }
        // It can fail only for more words than 32 bits count; the examples of the lists would all fall.
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(words)
            .ok()?;
        Some(Matcher {
            automaton,
            entries: holders,
        })
    });
    made.as_ref()
}

/// The words of one tag in a text, by position. Of two words, one within the other, the longer counts; a word with
/// `!tag` blocks the words of the tag within it.
pub fn hits_of(tag: &str, text: &str) -> Vec<Hit> {
    let Some(matcher) = matcher() else {
        return Vec::new();
    };
    let mut all: Vec<Hit> = Vec::new();
    for found in matcher.automaton.find_overlapping_iter(text) {
        let holders = matcher.entries.get(found.pattern().as_usize());
        for entry in holders.into_iter().flatten() {
            let tags = entry.tags.iter().filter(|known| known.name == tag);
            all.extend(tags.map(|own| Hit {
                span: found.range(),
                entry,
                tag: *own,
            }));
        }
    }
    all.sort_by_key(|hit| (hit.span.start, Reverse(hit.span.end), !hit.tag.blocks));
    let mut covered = 0;
    // A word may have a tag twice, with two values: 农村 is no 城镇 and no 城市.
    let mut last = None;
    all.retain(|hit| {
        let within = hit.span.end <= covered && last.as_ref() != Some(&hit.span);
        covered = covered.max(hit.span.end);
        let counts = !within && !hit.tag.blocks;
        if counts {
            last = Some(hit.span.clone());
        }
        counts
    });
    all
}
