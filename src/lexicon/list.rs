//! The words with one tag, and what is asked of a text with them.
//!
//! Knows no tag by name: the room that asks for one does.

use std::ops::Range;
use std::sync::OnceLock;

use super::low::{ByLow, Lows, low};
use super::matcher::hits_of;
use super::tagged::tagged;

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
    /// On the heap: what stands in a list of its own is touched when the program starts, one page after the other.
    found: OnceLock<Box<Found<T>>>,
}

/// A word of a list in a text.
#[derive(Clone, Debug)]
pub struct Hit<T> {
    /// Bytes of the word in the text.
    pub span: Range<usize>,
    /// The word.
    pub word: &'static str,
    /// What it means.
    pub meaning: T,
}

/// What the lists hold of a tag, looked up once.
#[derive(Debug)]
struct Found<T> {
    words: Vec<Word<T>>,
    /// For each word the low bytes of its first and its last character: one look at them spares most
    /// comparisons, for most texts begin and end with none of the words.
    edges: Vec<(u8, u8)>,
    /// The low bytes that a word begins with, and those that one ends with: most texts are done with here.
    firsts: Lows,
    lasts: Lows,
    /// The words by the low byte of their first character, and by that of their last one; made when first asked for.
    by_first: OnceLock<ByLow>,
    by_last: OnceLock<ByLow>,
    /// The words with `!tag`.
    blocking: Vec<&'static str>,
}

impl<T> Found<T> {
    fn by_first(&self) -> &ByLow {
        let make = || ByLow::of(self.edges.iter().map(|(first, _)| *first));
        self.by_first.get_or_init(make)
    }

    fn by_last(&self) -> &ByLow {
        let make = || ByLow::of(self.edges.iter().map(|(_, last)| *last));
        self.by_last.get_or_init(make)
    }
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
            found: OnceLock::new(),
        }
    }

    /// The words and what they mean, in the order of their list.
    pub fn get(&self) -> &[Word<T>] {
        &self.found().words
    }

    fn found(&self) -> &Found<T> {
        self.found.get_or_init(|| {
            let own = self.own().filter_map(|(word, value)| {
                let meaning = (self.meaning)(value)?;
                Some((word, meaning))
            });
            let words: Vec<Word<T>> = own.collect();
            let edges = words.iter().map(|(word, _)| {
                let (first, last) = (word.chars().next(), word.chars().next_back());
                (first.map_or(0, low), last.map_or(0, low))
            });
            let edges: Vec<(u8, u8)> = edges.collect();
            Box::new(Found {
                firsts: Lows::of(edges.iter().map(|(first, _)| *first)),
                lasts: Lows::of(edges.iter().map(|(_, last)| *last)),
                by_first: OnceLock::new(),
                by_last: OnceLock::new(),
                edges,
                blocking: self.entries(true).map(|(word, _)| word).collect(),
                words,
            })
        })
    }

    /// The words and meanings that a text may begin with, by its first character.
    fn may_start(&self, text: &str) -> impl Iterator<Item = &Word<T>> {
        let (found, first) = (self.found(), text.chars().next().map(low));
        let first = first.filter(|first| found.firsts.has(*first));
        let own = first
            .into_iter()
            .flat_map(|first| found.by_first().from(first, 0));
        own.filter_map(|at| found.words.get(at))
    }

    /// The words that a text may end with, by its last character.
    fn may_end(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let (found, last) = (self.found(), text.chars().next_back().map(low));
        let last = last.filter(|last| found.lasts.has(*last));
        let own = last
            .into_iter()
            .flat_map(|last| found.by_last().from(last, 0));
        own.filter_map(|at| Some(found.words.get(at)?.0))
    }

    /// The words and meanings that may stand anywhere in a text, by their first and their last character: to look
    /// for a word costs more than to see that it cannot be there.
    pub fn candidates(&self, text: &str) -> impl DoubleEndedIterator<Item = &Word<T>> {
        let (found, lows) = (self.found(), Lows::of(text.chars().map(low)));
        let pairs = found.words.iter().zip(&found.edges);
        pairs
            .filter(move |(_, (first, last))| lows.has(*first) && lows.has(*last))
            .map(|(word, _)| word)
    }

    fn own(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.entries(false)
    }

    fn entries(&self, blocks: bool) -> impl Iterator<Item = (&'static str, &'static str)> {
        tagged(self.tag)
            .filter(move |word| word.blocks == blocks)
            .map(|word| (word.word, word.value))
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
        let mut words = self.may_start(text);
        let found = words.find(|(word, _)| text.starts_with(word))?;
        (!self.blocks_start(text, found.0)).then_some(found)
    }

    /// The longest word of the list that a text begins with, and what it means; None as for [`List::opening`].
    pub fn longest(&self, text: &str) -> Option<&Word<T>> {
        let words = self.may_start(text);
        let found = words.filter(|(word, _)| text.starts_with(word));
        let found = found.max_by_key(|(word, _)| word.len())?;
        (!self.blocks_start(text, found.0)).then_some(found)
    }

    /// The longest word of the list that a text ends with; None where it is the end of a word that blocks.
    pub fn last(&self, text: &str) -> Option<&'static str> {
        let words = self.may_end(text).filter(|word| text.ends_with(word));
        let found = words.max_by_key(|word| word.len())?;
        (!self.blocks_end(text, found)).then_some(found)
    }

    /// Whether a text begins with a word that blocks a shorter one of the list.
    fn blocks_start(&self, text: &str, word: &str) -> bool {
        let mut blocking = self.blocking().iter();
        blocking.any(|longer| longer.len() > word.len() && text.starts_with(longer))
    }

    /// Whether a text ends with a word that blocks a shorter one of the list.
    fn blocks_end(&self, text: &str, word: &str) -> bool {
        let mut blocking = self.blocking().iter();
        blocking.any(|longer| longer.len() > word.len() && text.ends_with(longer))
    }

    /// The words with `!tag`: longer words in which a word of the list does not count.
    pub fn blocking(&self) -> &[&'static str] {
        &self.found().blocking
    }

    /// The words, in the order of their list.
    pub fn words(&self) -> impl DoubleEndedIterator<Item = &'static str> {
        self.get().iter().map(|(word, _)| *word)
    }

    /// The first word of the list that a text begins with; None as for [`List::opening`].
    pub fn start(&self, text: &str) -> Option<&'static str> {
        self.opening(text).map(|(word, _)| *word)
    }

    /// The first word of the list that a text ends with; None where it is the end of a word that blocks.
    pub fn end(&self, text: &str) -> Option<&'static str> {
        let found = self.may_end(text).find(|word| text.ends_with(word))?;
        (!self.blocks_end(text, found)).then_some(found)
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

    /// The first word of the list that stands anywhere in a text, and not only within a longer word that blocks.
    pub fn within(&self, text: &str) -> Option<&'static str> {
        // Without blocking words a look at each word says the same as all hits, and costs less on a clause.
        if !self.blocking().is_empty() {
            let hits = hits_of(self.tag, text);
            let mut words = self.words();
            return words.find(|word| hits.iter().any(|hit| hit.word == *word));
        }
        let mut words = self.candidates(text).map(|(word, _)| *word);
        words.find(|word| text.contains(word))
    }

    /// Whether one of the words stands anywhere in a text, as for [`List::within`].
    pub fn is_in(&self, text: &str) -> bool {
        self.within(text).is_some()
    }

    /// The words of the list in a text by position: of two, one within the other, the longer; none that a longer
    /// word blocks. Words whose value means nothing are left out.
    pub fn hits(&self, text: &str) -> Vec<Hit<T>> {
        let hits = hits_of(self.tag, text).into_iter();
        hits.filter_map(|hit| {
            Some(Hit {
                span: hit.span,
                word: hit.word,
                meaning: (self.meaning)(hit.value)?,
            })
        })
        .collect()
    }

    /// A text without the words that it ends with, each word of the list tried once, in their order.
    pub fn strip_ends<'t>(&self, text: &'t str) -> &'t str {
        let found = self.found();
        let (mut text, mut from) = (text, 0);
        let end = |text: &str| {
            let end = text.chars().next_back().map(low);
            end.filter(|end| found.lasts.has(*end))
        };
        while let Some(at) = end(text).and_then(|end| found.by_last().from(end, from).next()) {
            from = at + 1;
            let word = found.words.get(at).map_or("", |(word, _)| word);
            if !self.blocks_end(text, word) {
                text = text.strip_suffix(word).unwrap_or(text);
            }
        }
        text
    }

    /// A text without the words that it begins with, each word of the list tried once, in their order; one that
    /// would leave fewer than `least` characters stays.
    pub fn strip_starts<'t>(&self, text: &'t str, least: usize) -> &'t str {
        let found = self.found();
        let (mut text, mut from) = (text, 0);
        let start = |text: &str| {
            let start = text.chars().next().map(low);
            start.filter(|start| found.firsts.has(*start))
        };
        while let Some(at) = start(text).and_then(|start| found.by_first().from(start, from).next())
        {
            from = at + 1;
            let word = found.words.get(at).map_or("", |(word, _)| word);
            if !self.blocks_start(text, word) {
                let rest = text.strip_prefix(word).unwrap_or(text);
                let long = rest.chars().nth(least.saturating_sub(1)).is_some();
                text = if long { rest } else { text };
            }
        }
        text
    }

    /// Whether a text is one of the words.
    pub fn has(&self, text: &str) -> bool {
        self.may_start(text).any(|(word, _)| *word == text)
    }

    /// Whether a character is one of the words.
    pub fn has_char(&self, c: char) -> bool {
        self.has(c.encode_utf8(&mut [0; 4]))
    }

    /// Whether a character is part of one of the words.
    pub fn holds_char(&self, c: char) -> bool {
        self.words().any(|word| word.contains(c))
    }

    /// Where in a text the earliest word of the list begins, in bytes.
    pub fn earliest(&self, text: &str) -> Option<usize> {
        let words = self.candidates(text);
        words.filter_map(|(word, _)| text.find(word)).min()
    }

    /// A text without the first word of the list that it begins with; None if it begins with none.
    pub fn strip_start<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.strip_prefix(self.start(text)?)
    }

    /// A text without the first word of the list that it ends with; None if it ends with none.
    pub fn strip_end<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.strip_suffix(self.end(text)?)
    }

    /// A text with a word of the list in it, parted there: the first word of the list that it holds counts.
    pub fn split<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let mut words = self.candidates(text);
        words.find_map(|(word, _)| text.split_once(word))
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
        self.meaning(c.encode_utf8(&mut [0; 4]))
    }

    /// What a word of the list means.
    pub fn meaning(&self, text: &str) -> Option<&T> {
        let word = self.may_start(text).find(|(word, _)| *word == text);
        word.map(|(_, meaning)| meaning)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A list with words that block: 扩容提升 is no 扩容.
    static BEFORE: List<&str> = List::of("before", Some);

    #[test]
    fn a_word_within_a_text_is_one_that_stands_there() {
        assert!(!BEFORE.blocking().is_empty());
        for (text, word) in [
            ("电力扩容30个", Some("扩容")),
            ("电力扩容提升30个", None),
            ("电力用户30个", None),
        ] {
            assert_eq!(BEFORE.within(text), word, "{text}");
        }
    }

    #[test]
    fn what_may_stand_in_a_text_is_all_that_does() {
        let text = "网络扩容，提升能力";
        let mut all = BEFORE.candidates(text).map(|(word, _)| *word);
        assert!(all.any(|word| word == "扩容"));
        let known = BEFORE.get().iter().filter(|(word, _)| text.contains(word));
        assert_eq!(
            known.count(),
            BEFORE
                .candidates(text)
                .filter(|(word, _)| text.contains(word))
                .count()
        );
    }
}
