//! Passages as vectors of terms, each term with its inverse document frequency (IDF).
//!
//! A term is a bigram: two neighbouring characters. That needs no dictionary, and Chinese words of two
//! characters are just that. Knows nothing of sections and figures.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::calendar::named_year;
use crate::fold::fold;
use crate::lexicon::List;

use super::limits;
use super::number_hash::NumberMap;
use super::weights::Weights;

/// Common terms of official prose, each with the share of clauses that hold it, in thousandths. In a
/// short series these too are in few passages.
static COMMON: List<f64> = List::of("common", |share| share.parse().ok());

/// The terms of a passage: numbers, ascending, none twice.
#[derive(Clone, Debug, Default)]
pub struct TermVector(Vec<u32>);

impl TermVector {
    /// How many they are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The terms.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.0.iter().copied()
    }
}

/// How often terms were counted, and their IDF.
#[derive(Clone, Debug)]
pub struct Idf {
    /// By [`pair_number`].
    numbers: NumberMap<u32>,
    others: HashMap<String, u32>,
    /// By term: passages it was counted in.
    counts: Vec<u32>,
    /// By term: its share of the clauses of official prose, 0 for all but the common.
    common: Vec<f64>,
    passages: u32,
    /// By term, once all is counted.
    values: Vec<f64>,
    weights: Weights,
}

impl Idf {
    /// Starts with no counts; `weights` say how they will be smoothed.
    pub fn new(weights: &Weights) -> Self {
        static COMMON_ONLY: OnceLock<Idf> = OnceLock::new();
        let common = COMMON_ONLY.get_or_init(Self::of_common);
        Self {
            weights: *weights,
            ..common.clone()
        }
    }

    /// The common terms, none counted.
    fn of_common() -> Self {
        let mut idf = Self {
            numbers: NumberMap::default(),
            others: HashMap::new(),
            counts: Vec::new(),
            common: Vec::new(),
            passages: 0,
            values: Vec::new(),
            weights: *Weights::built_in(),
        };
        for (word, share) in COMMON.get() {
            let mut chars = word.chars();
            if let (Some(a), Some(b)) = (chars.next(), chars.next()) {
                idf.number(a, b);
                idf.common.push(share / limits::THOUSANDTHS);
            }
        }
        idf
    }

    /// The terms of a text that is not counted. Years say nothing of a topic and are left out;
    /// other numbers are names (512工程, 100周年), each one sign.
    pub fn terms(&mut self, text: &str) -> TermVector {
        let folded = fold(text);
        let mut characters: Vec<char> = Vec::with_capacity(folded.len() / 3);
        let mut number = None;
        for (at, c) in folded.char_indices() {
            if c.is_ascii_digit() {
                number.get_or_insert(at);
                continue;
            }
            let digits = number.take().and_then(|from| folded.get(from..at));
            characters.extend(digits.and_then(number_character));
            characters.push(c);
        }
        let digits = number.and_then(|from| folded.get(from..));
        characters.extend(digits.and_then(number_character));
        let pairs = characters.iter().zip(characters.iter().skip(1));
        let mut terms: Vec<u32> = pairs.map(|(a, b)| self.number(*a, *b)).collect();
        terms.sort_unstable();
        terms.dedup();
        TermVector(terms)
    }

    /// The terms of a passage, counted; the unit of its number is one of them, and so is each
    /// name in quotation or title marks.
    pub fn count(&mut self, text: &str, unit: Option<&str>) -> TermVector {
        let TermVector(mut terms) = self.terms(text);
        let unit = unit.filter(|unit| !unit.is_empty()).map(str::to_owned);
        terms.extend(unit.map(|unit| self.other(unit)));
        terms.extend(names(text).map(|name| self.other(name)));
        terms.sort_unstable();
        terms.dedup();
        self.passages += 1;
        for term in &terms {
            if let Some(count) = self.counts.get_mut(*term as usize) {
                *count += 1;
            }
        }
        TermVector(terms)
    }

    /// The number of a bigram; a new one gets the next number and a count of zero.
    fn number(&mut self, a: char, b: char) -> u32 {
        let next = self.counts.len() as u32;
        let number = *self.numbers.entry(pair_number(a, b)).or_insert(next);
        if number == next {
            self.counts.push(0);
        }
        number
    }

    /// The same of any other term.
    fn other(&mut self, term: String) -> u32 {
        let next = self.counts.len() as u32;
        let number = *self.others.entry(term).or_insert(next);
        if number == next {
            self.counts.push(0);
        }
        number
    }

    /// How many terms are known: one more than the number of the last.
    pub fn known(&self) -> usize {
        self.counts.len()
    }

    /// Passages that a term was counted in.
    pub fn passages(&self, term: u32) -> usize {
        self.counts.get(term as usize).map_or(0, |n| *n as usize)
    }

    /// Computes the IDF of each term from what was counted, by add-k smoothing.
    pub fn settle(&mut self) {
        let weights = self.weights;
        let idf = |(term, count): (usize, &u32)| {
            let seen = f64::from(*count) + limits::SMOOTHING;
            let counted = seen / (f64::from(self.passages) + weights.idf_unseen);
            let common = self.common.get(term).copied().unwrap_or(0.0);
            let share = counted + weights.idf_common * common;
            -libm::log(share.min(limits::COMMONEST.get()))
        };
        self.values = self.counts.iter().enumerate().map(idf).collect();
    }

    /// The weight of a term.
    pub fn weight(&self, term: u32) -> f64 {
        self.values.get(term as usize).copied().unwrap_or_default()
    }

    /// The weight of all terms of a passage.
    pub fn total(&self, terms: &TermVector) -> f64 {
        terms.iter().map(|term| self.weight(term)).sum()
    }

    fn shared(&self, a: &TermVector, b: &TermVector) -> f64 {
        let (mut i, mut j, mut shared) = (0, 0, 0.0);
        while let (Some(x), Some(y)) = (a.0.get(i), b.0.get(j)) {
            if x == y {
                shared += self.weight(*x);
            }
            i += usize::from(x <= y);
            j += usize::from(y <= x);
        }
        shared
    }

    /// The cosine of two passages, 0 to 1: the geometric mean of the shares that they have in common.
    pub fn cosine(&self, a: &TermVector, b: &TermVector) -> f64 {
        let all = (self.total(a) * self.total(b)).sqrt();
        if all > 0.0 {
            self.shared(a, b) / all
        } else {
            0.0
        }
    }

    /// How similar two clauses are, 0 to 1: the mean of the cosine and of the share of the shorter clause, reduced
    /// where little IDF is shared in all (one rare word counts half), so that 管理 alone does not make two clauses
    /// similar.
    pub fn similarity(&self, a: &TermVector, b: &TermVector) -> f64 {
        let shared = self.shared(a, b);
        if shared <= 0.0 {
            return 0.0;
        }
        let (one, other) = (self.total(a), self.total(b));
        let similar = f64::midpoint(shared / (one * other).sqrt(), shared / one.min(other));
        similar * shared / (shared + self.weights.little_shared)
    }
}

/// A bigram as one number.
fn pair_number(a: char, b: char) -> u64 {
    u64::from(u32::from(a)) << u32::BITS | u64::from(u32::from(b))
}

/// A character of its own for a number; None for a year, and for one that is too long to be a name.
fn number_character(digits: &str) -> Option<char> {
    let number: u32 = digits
        .parse()
        .ok()
        .filter(|number| *number < limits::NAME_NUMBER.get())?;
    let year = digits.len() == 4 && named_year(number).is_some();
    char::from_u32(limits::PRIVATE_USE + number).filter(|_| !year)
}

/// The names in quotation or title marks, folded: 《国家应急通信规划》, “通信行程卡”.
fn names(text: &str) -> impl Iterator<Item = String> {
    let quoted = text.split(['《', '“', '「']).skip(1);
    let names = quoted.filter_map(|tail| tail.split_once(['》', '”', '」', '〞']));
    names
        .map(|(name, _)| format!("《{}》", fold(name)))
        .filter(|name| name.chars().count() > limits::QUOTED.get())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_common_term_is_a_bigram_with_its_share() {
        assert_eq!(COMMON.left_out(), [""; 0]);
        assert!(COMMON.words().all(|word| word.chars().count() == 2));
    }

    #[test]
    fn rare_words_weigh_more_than_usual_ones() {
        let mut idf = Idf::new(Weights::built_in());
        let known: Vec<TermVector> = ["加强管理", "加强监管", "加强建设", "加强海缆保护"]
            .iter()
            .map(|text| idf.count(text, None))
            .collect();
        let asked = idf.count("提升海缆保护能力，加强", None);
        idf.settle();
        let alike: Vec<f64> = known.iter().map(|t| idf.cosine(t, &asked)).collect();
        assert!(alike[3] > 3.0 * alike[0], "{alike:?}");
        assert!(idf.similarity(&known[3], &asked) > 3.0 * idf.similarity(&known[0], &asked));
    }

    #[test]
    fn years_say_nothing_and_other_numbers_are_names() {
        let mut idf = Idf::new(Weights::built_in());
        let a = idf.count("2021年检测款", Some("款"));
        let b = idf.count("2022年检测款", Some("款"));
        idf.settle();
        assert!((idf.cosine(&a, &b) - 1.0).abs() < 1e-9);
        let [a, b, c] = ["建党100周年", "成立100周年", "成立90周年"].map(|t| idf.count(t, None));
        idf.settle();
        assert!(idf.cosine(&a, &b) > idf.cosine(&a, &c));
    }
}
