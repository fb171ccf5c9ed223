//! Passages, sentences and clauses of a text, and how similar two of them are. Knows nothing of their order.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::mem;
use std::ops::Range;

use super::limits;
use super::part::{End, Part};
use super::token::{Token, TokenId};

/// The bigrams of a text (pairs of neighbouring words and characters), ascending, none twice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Grams(Vec<u64>);

impl Grams {
    fn of(tokens: &[Token]) -> Self {
        let words = || tokens.iter().filter(|token| token.word);
        let pairs = words().zip(words().skip(1));
        let mut grams: Vec<u64> = pairs.map(|(a, b)| gram(a.id, b.id)).collect();
        // A text of one word is that word, one of marks those.
        if grams.is_empty() {
            let marks = words().next().is_none();
            let all = tokens.iter().filter(|token| token.word || marks);
            grams.extend(all.map(|token| gram(token.id, 0)));
        }
        grams.sort_unstable();
        grams.dedup();
        Self(grams)
    }

    /// How many of them the other text has too.
    fn shared(&self, other: &Self) -> usize {
        let (mut i, mut j, mut shared) = (0, 0, 0);
        while let (Some(a), Some(b)) = (self.0.get(i), other.0.get(j)) {
            shared += usize::from(a == b);
            i += usize::from(a <= b);
            j += usize::from(b <= a);
        }
        shared
    }
}

/// A bigram as one number.
fn gram(a: TokenId, b: TokenId) -> u64 {
    u64::from(a) << TokenId::BITS | u64::from(b)
}

/// A sentence or a clause with what it is compared by.
#[derive(Clone, Debug)]
struct Unit {
    /// Its tokens, the last mark included.
    part: Part,
    grams: Grams,
}

/// Units of all passages in order.
#[derive(Debug, Default)]
pub struct List {
    /// The units.
    all: Vec<Unit>,
    /// For each passage the indices of its units.
    of_passage: Vec<Range<usize>>,
}

impl List {
    fn add(&mut self, passage: usize, tokens: &[Token], cuts: Vec<Range<usize>>) {
        let from = self.all.len();
        self.all.extend(cuts.into_iter().map(|cut| Unit {
            grams: Grams::of(tokens.get(cut.clone()).unwrap_or_default()),
            part: Part {
                passage,
                tokens: cut,
            },
        }));
        self.of_passage.push(from..self.all.len());
    }

    /// The tokens of a unit.
    pub fn part(&self, at: usize) -> Option<&Part> {
        self.all.get(at).map(|unit| &unit.part)
    }

    /// The units of a passage, by their indices.
    pub fn of(&self, passage: usize) -> Range<usize> {
        self.of_passage.get(passage).cloned().unwrap_or(0..0)
    }

    /// The similar units of two lists: for each old one the most similar few, by the indices of the old ones.
    pub fn similar(&self, new: &Self, least: f64) -> Vec<Similar> {
        let grams = |list: &Self| -> Vec<Grams> {
            list.all.iter().map(|unit| unit.grams.clone()).collect()
        };
        similar(&grams(self), &grams(new), least, limits::KEPT.get())
    }
}

/// A text in passages, sentences and clauses.
#[derive(Debug, Default)]
pub struct Units {
    /// What each passage is compared by.
    pub passages: Vec<Grams>,
    /// All sentences.
    pub sentences: List,
    /// All clauses.
    pub clauses: List,
}

impl Units {
    /// Cuts passages.
    pub fn of(passages: &[Vec<Token>]) -> Self {
        let mut units = Self::default();
        for (passage, tokens) in passages.iter().enumerate() {
            units.passages.push(Grams::of(tokens));
            units
                .sentences
                .add(passage, tokens, cuts(tokens, End::Sentence));
            units
                .clauses
                .add(passage, tokens, cuts(tokens, End::Clause));
        }
        units
    }
}

/// The units of a passage that end with a mark of at least this strength, as ranges of tokens, marks included.
fn cuts(tokens: &[Token], least: End) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let (mut from, mut comma) = (0, None);
    for (at, token) in tokens.iter().enumerate() {
        if token.ends >= least {
            out.push(from..at + 1);
            (from, comma) = (at + 1, None);
        } else if token.ends == End::Clause {
            comma = Some(at + 1);
        }
        if at + 1 - from >= limits::LONGEST_UNIT.get() {
            let to = comma.take().unwrap_or(at + 1);
            out.push(from..to);
            from = to;
        }
    }
    if from < tokens.len() {
        out.push(from..tokens.len());
    }
    out
}

/// Two units that are similar.
#[derive(Clone, Copy, Debug)]
pub struct Similar {
    /// The index of the old one.
    pub old: usize,
    /// The index of the new one.
    pub new: usize,
    /// Dice's coefficient of their bigrams, 0 to 1.
    pub share: f64,
    /// How many bigrams they share.
    pub weight: u64,
}

/// The similar units: for each old one the most similar few, by its index.
pub fn similar(old: &[Grams], new: &[Grams], least: f64, kept: usize) -> Vec<Similar> {
    let index = Index::of(new);
    let common = index.common(old);
    let mut seen: HashMap<&Grams, usize> = HashMap::new();
    let mut counts = vec![0_u32; new.len()];
    let mut out = Vec::new();
    for (at, grams) in old.iter().enumerate() {
        // A text that is repeated often matches the same text in the same order.
        let nth = seen.entry(grams).or_default();
        let equal = index.equals.get(grams).filter(|equal| equal.len() > kept);
        out.extend(equal.and_then(|equal| equal.get(*nth)).map(|new| Similar {
            old: at,
            new: *new,
            share: 1.0,
            weight: grams.0.len() as u64,
        }));
        *nth += 1;
        let mut found = index.candidates(at, grams, (least, kept), common, &mut counts);
        found.sort_by(|x, y| y.share.total_cmp(&x.share).then(x.new.cmp(&y.new)));
        out.extend(found.into_iter().take(kept));
    }
    out
}

/// The new units, by their bigrams and as a whole.
struct Index<'g> {
    units: &'g [Grams],
    /// The units that hold a bigram.
    holders: HashMap<u64, Vec<u32>>,
    /// The units of equal bigrams, in order.
    equals: HashMap<&'g Grams, Vec<usize>>,
}

impl<'g> Index<'g> {
    fn of(units: &'g [Grams]) -> Self {
        let mut holders: HashMap<u64, Vec<u32>> = HashMap::new();
        let mut equals: HashMap<&Grams, Vec<usize>> = HashMap::new();
        for (at, grams) in units.iter().enumerate() {
            for gram in &grams.0 {
                holders.entry(*gram).or_default().push(at as u32);
            }
            if !grams.0.is_empty() {
                equals.entry(grams).or_default().push(at);
            }
        }
        Self {
            units,
            holders,
            equals,
        }
    }

    /// In how many units a bigram is too common to be looked at; None if looking at all of them takes no
    /// more steps than allowed.
    fn common(&self, old: &[Grams]) -> Option<usize> {
        let held = |gram| self.holders.get(gram).map_or(0, Vec::len);
        let steps: usize = old.iter().flat_map(|grams| &grams.0).map(held).sum();
        (steps > limits::STEPS.get()).then(|| limits::COMMON_BIGRAM.get())
    }

    /// The new units that are similar enough to an old one. `counts` is all zeros, before and after.
    fn candidates(
        &self,
        old: usize,
        grams: &Grams,
        (least, kept): (f64, usize),
        common: Option<usize>,
        counts: &mut [u32],
    ) -> Vec<Similar> {
        let most = common.unwrap_or(usize::MAX);
        let mut touched: Vec<u32> = Vec::new();
        for gram in &grams.0 {
            let held = self.holders.get(gram);
            let held = held.filter(|held| held.len() <= most);
            for unit in held.into_iter().flatten() {
                if let Some(count) = counts.get_mut(*unit as usize) {
                    if *count == 0 {
                        touched.push(*unit);
                    }
                    *count += 1;
                }
            }
        }
        // Of two similar enough texts the bigrams of one are shared to this much, if all were counted.
        let enough = match common {
            Some(_) => 0.0,
            None => least * grams.0.len() as f64,
        };
        let mut counted: Vec<(u32, u32)> = Vec::new();
        for unit in touched {
            let count = counts.get_mut(unit as usize).map_or(0, mem::take);
            if f64::from(2 * count) >= enough {
                counted.push((unit, count));
            }
        }
        // Those that share the most are looked at closely.
        counted.sort_by_key(|(unit, count)| (Reverse(*count), *unit));
        let looked_at = counted.into_iter().take(2 * kept);
        let similar = looked_at.filter_map(|(unit, count)| {
            let other = self.units.get(unit as usize)?;
            let shared = match common {
                Some(_) => grams.shared(other),
                None => count as usize,
            };
            let share = (2 * shared) as f64 / (grams.0.len() + other.0.len()).max(1) as f64;
            (share >= least).then_some(Similar {
                old,
                new: unit as usize,
                share,
                weight: shared as u64,
            })
        });
        similar.collect()
    }
}
