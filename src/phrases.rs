//! 新提法, 不再提: words and phrases that one year's text has and another one's has not.
//!
//! A phrase is a name in quotation marks (“专精特新”), a title (《…》), a slogan of a number (十六字方针),
//! or a run of words between the small words and marks of Chinese that has something in it the other
//! text never says: two neighbouring pairs of characters at least, so that 创新中心, made of two
//! known words, is nothing new, and 适老化 is.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::figures;
use crate::fold::{Folded, fold};

/// A phrase has at least so many characters.
const SHORTEST: usize = 2;
/// A name in quotation marks has at most so many.
const LONGEST_NAME: usize = 24;
/// A run of words has at most so many.
const LONGEST_RUN: usize = 14;
/// Small words that stand between phrases.
const BETWEEN: &str =
    "的和与及等在对将为以从向把被了着由并或是有于至之各其该这那也都又就而且但使让不";

/// The passages of a year.
pub type Year<'a> = Vec<&'a str>;

/// Where a phrase stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The year, by its place.
    pub year: usize,
    /// The passage of the year.
    pub passage: usize,
    /// Byte range in the passage.
    pub span: Range<usize>,
}

/// A phrase and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its words, as they stand first.
    pub words: String,
    /// How often each year says it.
    pub counts: Vec<usize>,
    /// Where, year by year.
    pub places: Vec<Place>,
}

/// Two neighbouring characters.
type Pair = (char, char);

/// Texts of several years, made ready to be searched.
#[derive(Debug)]
pub struct Years<'a> {
    texts: &'a [Year<'a>],
    folded: Vec<Vec<Folded>>,
    /// The passages that have a pair of characters, by year and passage, ascending.
    holders: HashMap<Pair, Vec<(u32, u32)>>,
}

impl<'a> Years<'a> {
    /// Makes them ready.
    pub fn new(years: &'a [Year<'a>]) -> Self {
        let folded = |year: &Year<'_>| year.iter().map(|text| Folded::of(text)).collect();
        let folded: Vec<Vec<Folded>> = years.iter().map(folded).collect();
        let mut holders: HashMap<Pair, Vec<(u32, u32)>> = HashMap::new();
        for (year, passages) in folded.iter().enumerate() {
            for (passage, text) in passages.iter().enumerate() {
                for pair in pairs(text.text()) {
                    let held = holders.entry(pair).or_default();
                    let place = (year as u32, passage as u32);
                    if held.last() != Some(&place) {
                        held.push(place);
                    }
                }
            }
        }
        Self {
            texts: years,
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
        for (year, passage) in self.passages(needle.text()) {
            let text = self.folded.get(year).and_then(|year| year.get(passage));
            let before = phrase.places.len();
            let found = text.into_iter().flat_map(|text| text.places(needle.text()));
            phrase.places.extend(found.map(|span| Place {
                year,
                passage,
                span,
            }));
            if let Some(count) = phrase.counts.get_mut(year) {
                *count += phrase.places.len() - before;
            }
        }
        phrase
    }

    /// The passages that may hold some folded words: those that have their rarest pair.
    fn passages(&self, needle: &str) -> Vec<(usize, usize)> {
        let held = |pair: Pair| self.holders.get(&pair).map_or(&[][..], Vec::as_slice);
        let rarest = pairs(needle).map(held).min_by_key(|held| held.len());
        if let Some(held) = rarest {
            let places = held.iter();
            return places
                .map(|(year, passage)| (*year as usize, *passage as usize))
                .collect();
        }
        let years = self.folded.iter().enumerate();
        years
            .flat_map(|(year, all)| (0..all.len()).map(move |at| (year, at)))
            .collect()
    }

    /// What one year says and another one does not: what is said most often, and what is the least
    /// like anything in the other one, first.
    pub fn only(&self, here: usize, there: usize) -> Vec<Phrase> {
        let mut seen: HashSet<String> = HashSet::new();
        let mut found: Vec<((bool, usize), Phrase)> = Vec::new();
        for text in self.texts.get(here).into_iter().flatten() {
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
        let mut kept = found;
        kept.retain(|(_, phrase)| !is_part(phrase));
        kept.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        kept.into_iter().map(|(_, phrase)| phrase).collect()
    }

    /// Whether a year has a pair of characters.
    fn knows(&self, year: usize, pair: Pair) -> bool {
        let held = self.holders.get(&pair).map_or(&[][..], Vec::as_slice);
        let at = held.partition_point(|(held, _)| (*held as usize) < year);
        held.get(at).is_some_and(|(held, _)| *held as usize == year)
    }
}

/// The pairs of neighbouring characters of a text.
fn pairs(text: &str) -> impl Iterator<Item = Pair> {
    text.chars().zip(text.chars().skip(1))
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
    for pair in pairs(words) {
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
    let ends = text.char_indices().filter(|(_, c)| {
        !c.is_alphanumeric() && !matches!(c, '+' | '﹢' | '＋' | '-' | '.') || BETWEEN.contains(*c)
    });
    let ends = ends.map(|(at, c)| (at, at + c.len_utf8()));
    for (end, next) in ends.chain([(text.len(), text.len())]) {
        if let Some(words) = text.get(from..end) {
            // 更好地支撑…: behind the adverb stands 地, then the verb.
            let rest = figures::object(words);
            let rest = rest.strip_prefix('地').map_or(rest, figures::object);
            let start = end - rest.len();
            let figure = figures.iter().any(|f| f.start < end && start < f.end);
            let length = rest.chars().count();
            // 2022年 is new every year.
            let date = rest.ends_with(['年', '月', '日'])
                && rest.starts_with(|c: char| c.is_ascii_digit());
            if !figure && !date && (SHORTEST + 1..=LONGEST_RUN).contains(&length) {
                out.push((start..end, false));
            }
        }
        from = next;
    }
    out
}

/// What stands in quotation or title marks, and slogans of a number.
fn names(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    for (open, close) in [('“', &['”', '〞'][..]), ('《', &['》']), ('「', &['」'])] {
        for (at, _) in text.match_indices(open) {
            let from = at + open.len_utf8();
            let rest = text.get(from..).unwrap_or_default();
            let Some(length) = rest.find(close) else {
                continue;
            };
            let count = rest.get(..length).map_or(0, |words| words.chars().count());
            if (SHORTEST..=LONGEST_NAME).contains(&count) {
                out.push(from..from + length);
            }
        }
    }
    // 十六字方针, 二十四字核心价值观: the number stands before 字.
    for (at, word) in text.match_indices("字方针") {
        let before = text.get(..at).unwrap_or_default().char_indices().rev();
        let digits = before.take_while(|(_, c)| "一二三四五六七八九十百两0123456789".contains(*c));
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
        let found = Years::new(&years).only(1, 0).into_iter();
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
