//! 新提法, 不再提: words and phrases that one year's text has and another one's has not.
//!
//! A phrase is a name in quotation marks (“专精特新”), a title (《…》), a slogan of a number (十六字方针),
//! or a run of words between function words and marks in which the other text lacks at least two neighbouring
//! bigrams: 创新中心, made of two known words, is not new, 适老化 is. Knows nothing of bulletins and screens.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::OnceLock;

use crate::figures;
use crate::fold::{Folded, fold};
use crate::lexicon::List;
use crate::text::numeral::is_numeral;

/// A phrase has at least so many characters.
const SHORTEST: usize = 2;
/// A name in quotation marks has at most so many.
const LONGEST_NAME: usize = 24;
/// A run of words has at most so many.
const LONGEST_RUN: usize = 14;
/// Function words between phrases, and longer words that hold one of them: 就 of 就业.
static SMALL: List = List::new("between-phrases");
/// What follows an adverb: 更好地.
static ADVERBIAL: List = List::new("adverbial-particle");
/// What ends a date.
static DATES: List = List::new("date-unit");
/// What ends a slogan of a number: 十六字方针.
static SLOGANS: List = List::new("slogan-of-a-number");

/// Where a phrase is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The year, by its index.
    pub year: usize,
    /// The passage of the year.
    pub passage: usize,
    /// Byte range in the passage.
    pub span: Range<usize>,
}

/// A phrase and where it is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its words, as they are written first.
    pub words: String,
    /// How often each year says it.
    pub counts: Vec<usize>,
    /// Where, year by year.
    pub places: Vec<Occurrence>,
}

/// Two neighbouring characters.
type Pair = (char, char);

/// An index of the texts of several years.
#[derive(Debug)]
pub struct Years<'a, S> {
    /// For each year its passages.
    texts: &'a [Vec<S>],
    folded: Vec<Vec<Folded>>,
    /// Where each pair of characters is: year, passage, byte in the folded text; ascending.
    holders: HashMap<Pair, Vec<(u32, u32, u32)>>,
}

impl<'a, S: AsRef<str>> Years<'a, S> {
    /// Makes the index.
    pub fn new(texts: &'a [Vec<S>]) -> Self {
        let folded = |year: &Vec<S>| year.iter().map(|text| Folded::of(text.as_ref())).collect();
        let folded: Vec<Vec<Folded>> = texts.iter().map(folded).collect();
        let mut holders: HashMap<Pair, Vec<(u32, u32, u32)>> = HashMap::new();
        for (year, passages) in folded.iter().enumerate() {
            for (passage, text) in passages.iter().enumerate() {
                for (at, pair) in pairs(text.text()) {
                    let place = (year as u32, passage as u32, at as u32);
                    holders.entry(pair).or_default().push(place);
                }
            }
        }
        Self {
            texts,
            folded,
            holders,
        }
    }

    /// Where and how often each year says some words.
    pub fn phrase(&self, words: &str) -> Phrase {
        let needle = Folded::of(words);
        let mut phrase = Phrase {
            words: words.to_owned(),
            counts: vec![0; self.texts.len()],
            places: Vec::new(),
        };
        for (year, passage, span) in self.found(needle.text()) {
            if let Some(count) = phrase.counts.get_mut(year) {
                *count += 1;
            }
            phrase.places.push(Occurrence {
                year,
                passage,
                span,
            });
        }
        phrase
    }

    /// The occurrences of folded words that do not overlap, found by the occurrences of their rarest bigram.
    fn found(&self, needle: &str) -> Vec<(usize, usize, Range<usize>)> {
        let held = |pair: Pair| self.holders.get(&pair).map_or(&[][..], Vec::as_slice);
        let rarest = pairs(needle).map(|(at, pair)| (at, held(pair)));
        let Some((into, held)) = rarest.min_by_key(|(_, held)| held.len()) else {
            return self.found_everywhere(needle);
        };
        let mut out = Vec::new();
        let mut taken_to = (0, 0, 0);
        for &(year, passage, at) in held {
            let Some(from) = (at as usize).checked_sub(into) else {
                continue;
            };
            let text = self
                .folded
                .get(year as usize)
                .and_then(|y| y.get(passage as usize));
            let taken = (year, passage, from) < taken_to;
            let span = text
                .filter(|_| !taken)
                .and_then(|text| text.at(from, needle));
            if let Some(span) = span {
                taken_to = (year, passage, from + needle.len());
                out.push((year as usize, passage as usize, span));
            }
        }
        out
    }

    /// The same for a single character.
    fn found_everywhere(&self, needle: &str) -> Vec<(usize, usize, Range<usize>)> {
        let mut out = Vec::new();
        for (year, passages) in self.folded.iter().enumerate() {
            for (passage, text) in passages.iter().enumerate() {
                out.extend(text.places(needle).map(|span| (year, passage, span)));
            }
        }
        out
    }

    /// What some passages of one year say and no passage of another year does; first what is said most often,
    /// then what is least similar to anything in the other year.
    pub fn only(&self, here: usize, there: usize, passages: impl Fn(usize) -> bool) -> Vec<Phrase> {
        let mut seen: HashSet<String> = HashSet::new();
        let mut found: Vec<((bool, usize), Phrase)> = Vec::new();
        let own = self.texts.get(here).into_iter().flatten().enumerate();
        for (_, text) in own.filter(|(at, _)| passages(*at)) {
            let text = text.as_ref();
            for (span, name) in candidates(text) {
                let words = text.get(span).unwrap_or_default();
                let folded = fold(words);
                let new = new_pairs(&folded, |pair| self.knows(there, pair));
                if folded.chars().count() < SHORTEST
                    || !(name && new > 0 || new > 1)
                    || !seen.insert(folded)
                {
                    continue;
                }
                let phrase = self.phrase(words);
                if phrase.counts.get(there) == Some(&0) {
                    let often = phrase.counts.get(here).copied().unwrap_or(0);
                    found.push(((name, often * new), phrase));
                }
            }
        }
        // Of a phrase and a longer one that holds it and is said as often, the longer one.
        let mut parts: HashSet<(usize, String)> = HashSet::new();
        for (_, phrase) in &found {
            let count = phrase.counts.get(here).copied().unwrap_or(0);
            parts.extend(proper_parts(&phrase.words).map(|part| (count, part.to_owned())));
        }
        let is_part = |phrase: &Phrase| {
            let count = phrase.counts.get(here).copied().unwrap_or(0);
            parts.contains(&(count, phrase.words.clone()))
        };
        found.retain(|(_, phrase)| !is_part(phrase));
        found.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        found.into_iter().map(|(_, phrase)| phrase).collect()
    }

    /// Whether a year has a pair of characters.
    fn knows(&self, year: usize, pair: Pair) -> bool {
        let held = self.holders.get(&pair).map_or(&[][..], Vec::as_slice);
        let at = held.partition_point(|(held, ..)| (*held as usize) < year);
        held.get(at)
            .is_some_and(|(held, ..)| *held as usize == year)
    }
}

/// The pairs of neighbouring characters of a text, each with its byte.
fn pairs(text: &str) -> impl Iterator<Item = (usize, Pair)> {
    let chars = text.char_indices().zip(text.chars().skip(1));
    chars.map(|((at, a), b)| (at, (a, b)))
}

/// All runs of characters in some words but the whole.
fn proper_parts(words: &str) -> impl Iterator<Item = &str> {
    let starts = words.char_indices().map(|(at, _)| at);
    let parts = starts.flat_map(move |from| {
        let ends = words.char_indices().map(|(at, c)| at + c.len_utf8());
        ends.filter_map(move |to| words.get(from..to))
    });
    parts.filter(move |part| !part.is_empty() && part.len() < words.len())
}

/// The longest run of neighbouring pairs that are not known.
fn new_pairs(words: &str, known: impl Fn(Pair) -> bool) -> usize {
    let (mut run, mut longest) = (0, 0);
    for (_, pair) in pairs(words) {
        run = if known(pair) { 0 } else { run + 1 };
        longest = longest.max(run);
    }
    longest
}

/// Phrases of a text, and whether each is a name of its own.
fn candidates(text: &str) -> Vec<(Range<usize>, bool)> {
    let mut out: Vec<(Range<usize>, bool)> =
        names(text).into_iter().map(|name| (name, true)).collect();
    let figures = figures::values(text);
    let mut from = 0;
    let small = Small::known();
    let ends = text.char_indices().filter(|(at, c)| {
        let mark = !c.is_alphanumeric() && !matches!(c, '+' | '﹢' | '＋' | '-' | '.');
        mark || small.parts(text, *at, *c)
    });
    let ends = ends.map(|(at, c)| (at, at + c.len_utf8()));
    for (end, next) in ends.chain([(text.len(), text.len())]) {
        if let Some(words) = text.get(from..end) {
            // 更好地支撑…: an adverb is followed by 地, then the verb.
            let rest = figures::object(words);
            let verb = ADVERBIAL
                .start(rest)
                .and_then(|particle| rest.strip_prefix(particle))
                .filter(|verb| rest.len() < words.len() && figures::action(verb).is_some());
            let rest = verb.map_or(rest, figures::object);
            let start = end - rest.len();
            let next = figures.partition_point(|figure| figure.end <= start);
            let figure = figures.get(next).is_some_and(|figure| figure.start < end);
            let length = rest.chars().count();
            let words = rest.chars().any(char::is_alphabetic);
            // 2022年 is new every year.
            let date = DATES.ends(rest) && rest.starts_with(|c: char| c.is_ascii_digit());
            if !figure && words && !date && (SHORTEST + 1..=LONGEST_RUN).contains(&length) {
                out.push((start..end, false));
            }
        }
        from = next;
    }
    out
}

/// The function words between phrases, indexed once: every character of a text is looked up.
struct Small {
    characters: String,
    /// Longer words that hold one of them.
    words: HashSet<&'static str>,
}

impl Small {
    fn known() -> &'static Self {
        static SMALL_WORDS: OnceLock<Small> = OnceLock::new();
        SMALL_WORDS.get_or_init(|| Self {
            characters: SMALL.words().collect(),
            words: SMALL.blocking().iter().copied().collect(),
        })
    }

    /// Whether a character is a function word and no part of a longer word.
    fn parts(&self, text: &str, at: usize, c: char) -> bool {
        self.characters.contains(c) && !self.is_in_word(text, at, c)
    }

    fn is_in_word(&self, text: &str, at: usize, c: char) -> bool {
        let end = at + c.len_utf8();
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(end..).and_then(|t| t.chars().next());
        let from = at - before.map_or(0, char::len_utf8);
        let to = end + after.map_or(0, char::len_utf8);
        let is_word = |from: usize, to: usize| {
            let word = text.get(from..to);
            word.is_some_and(|word| self.words.contains(word))
        };
        is_word(from, end) || is_word(at, to)
    }
}

/// The text in quotation or title marks, and slogans of a number.
fn names(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    for (open, close) in [('“', &['”', '〞'][..]), ('《', &['》']), ('「', &['」'])] {
        for (at, _) in text.match_indices(open) {
            let from = at + open.len_utf8();
            let rest = text.get(from..).unwrap_or_default();
            // No longer than a name: an opening mark may have no closing one.
            let mut near = rest.char_indices().take(LONGEST_NAME + 1).enumerate();
            let closed = near.find(|(_, (_, c))| close.contains(c));
            if let Some((_, (length, _))) = closed.filter(|(count, _)| *count >= SHORTEST) {
                out.push(from..from + length);
            }
        }
    }
    // 十六字方针: the number comes first.
    let slogans = SLOGANS.words().flat_map(|word| text.match_indices(word));
    for (at, word) in slogans {
        let before = text.get(..at).unwrap_or_default().char_indices().rev();
        let digits = before.take_while(|(_, c)| c.is_ascii_digit() || is_numeral(*c));
        if let Some((from, _)) = digits.last() {
            out.push(from..at + word.len());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(here: &str, there: &str) -> Vec<String> {
        let years = [vec![there], vec![here]];
        let found = Years::new(&years).only(1, 0, |_| true).into_iter();
        found.map(|phrase| phrase.words).collect()
    }

    #[test]
    fn what_the_other_year_never_said_is_new() {
        let old = "推进工业互联网创新发展，完善平台功能，建设数据中心，改造网络。";
        let new =
            "实施适老化改造，推进工业互联网创新中心建设，打造“专精特新”企业，贯彻十六字方针。";
        let found = only(new, old);
        for words in ["适老化改造", "专精特新", "十六字方针"] {
            assert!(found.iter().any(|one| one == words), "{words} {found:?}");
        }
        // Made of words that were all said before.
        assert!(
            !found.iter().any(|one| one.contains("创新中心")),
            "{found:?}"
        );
    }

    #[test]
    fn small_words_inside_of_longer_ones_part_nothing() {
        let new = "强化就业优先导向。推进以旧换新。落实地方政府属地责任。更好地支撑产业跃迁。";
        let found = only(new, "工作平稳。");
        for words in ["就业优先导向", "以旧换新", "地方政府属地责任", "产业跃迁"]
        {
            assert!(found.iter().any(|one| one == words), "{words} {found:?}");
        }
    }

    #[test]
    fn widths_and_marks_make_nothing_new() {
        assert_eq!(
            only("推进“５Ｇ﹢工业互联网”。", "推进5G+工业互联网。"),
            [""; 0]
        );
    }

    #[test]
    fn words_are_counted_year_by_year_with_their_places() {
        let years = [vec!["行程卡，推广“通信行程卡”"], vec!["优化", "升级行程卡"]];
        let found = Years::new(&years).phrase("行程卡");
        assert_eq!(found.counts, [2, 1]);
        let last = found.places.last().unwrap();
        assert_eq!((last.year, last.passage), (1, 1));
        assert_eq!(years[1][1].get(last.span.clone()), Some("行程卡"));
        assert_eq!(Years::new(&years).phrase("").counts, [0, 0]);
    }
}
