//! All words of all lists in a text, in one pass. Knows no tag by name.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::tagged::{Tagged, tags};

/// A word of a list in a text.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Bytes of the word in the text.
    pub span: Range<usize>,
    /// The word.
    pub word: &'static str,
    /// What its tag says of it; may be empty.
    pub value: &'static str,
}

/// The automaton, and for each of its words the tags it has.
struct Matcher {
    automaton: AhoCorasick,
    known: Vec<Vec<(&'static str, Tagged)>>,
}

/// The automaton, made at first use: a contiguous NFA takes 2 ms for 1,200 words, a DFA six times that.
fn matcher() -> Option<&'static Matcher> {
    static MATCHER: OnceLock<Option<Matcher>> = OnceLock::new();
    let made = MATCHER.get_or_init(|| {
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let mut words: Vec<&str> = Vec::new();
        let mut known: Vec<Vec<(&'static str, Tagged)>> = Vec::new();
        let own = tags().flat_map(|(tag, words)| words.map(move |word| (tag, word)));
        for (tag, word) in own {
            let number = *numbers.entry(word.word).or_insert_with(|| {
                words.push(word.word);
                known.push(Vec::new());
                words.len() - 1
            });
            if let Some(known) = known.get_mut(number) {
                known.push((tag, word));
            }
        }
        // It can fail only for more words than 32 bits count; the examples of the lists would all fall.
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(words)
            .ok()?;
        Some(Matcher { automaton, known })
    });
    made.as_ref()
}

/// The words of one tag in a text, by position. Of two words, one within the other, the longer counts; a word with
/// `!tag` blocks the words of the tag within it.
pub fn hits_of(tag: &str, text: &str) -> Vec<Hit> {
    let Some(matcher) = matcher() else {
        return Vec::new();
    };
    let mut all: Vec<(Range<usize>, Tagged)> = Vec::new();
    for found in matcher.automaton.find_overlapping_iter(text) {
        let known = matcher.known.get(found.pattern().as_usize());
        let own = known.into_iter().flatten().filter(|(name, _)| *name == tag);
        all.extend(own.map(|(_, word)| (found.range(), *word)));
    }
    all.sort_by_key(|(span, word)| (span.start, Reverse(span.end), !word.blocks));
    let mut covered = 0;
    // A word may have a tag twice, with two values: 农村 is no 城镇 and no 城市.
    let mut last = None;
    all.retain(|(span, word)| {
        let within = span.end <= covered && last.as_ref() != Some(span);
        covered = covered.max(span.end);
        let counts = !within && !word.blocks;
        if counts {
            last = Some(span.clone());
        }
        counts
    });
    let hits = all.into_iter().map(|(span, found)| Hit {
        span,
        word: found.word,
        value: found.value,
    });
    hits.collect()
}
