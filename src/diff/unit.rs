//! Passages, sentences and clauses of a text, and how alike two of them are.

use std::collections::HashMap;
use std::ops::Range;

use super::Part;
use super::token::{Key, Token};

/// A sentence of more tokens is cut: characters of two long ones would be compared for ever.
const LONGEST: usize = 400;
/// A pair of characters in more passages or sentences than this leads to none of them.
const USUAL: usize = 48;
/// Where looking at all that two texts share takes no more steps than this, nothing is usual.
const STEPS: usize = 60_000_000;
/// So many candidates are kept for a sentence or clause.
const KEPT: usize = 12;
/// For a passage more are: one that is put in must not take the place of another.
pub const KEPT_PASSAGES: usize = 64;

/// The pairs of neighbouring words and characters of a text, ascending, none twice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Grams(Vec<u64>);

impl Grams {
    fn of(tokens: &[Token]) -> Self {
        let words = || tokens.iter().filter(|token| token.word);
        let pairs = words().zip(words().skip(1));
        let mut grams: Vec<u64> = pairs.map(|(a, b)| gram(a.key, b.key)).collect();
        // A text of one word is that word, one of marks those.
        if grams.is_empty() {
            let marks = words().next().is_none();
            let all = tokens.iter().filter(|token| token.word || marks);
            grams.extend(all.map(|token| gram(token.key, 0)));
        }
        grams.sort_unstable();
        grams.dedup();
        Self(grams)
    }

    /// How many of them stand in the other text too.
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

/// A pair of keys as one number: those of Han characters, which are small, never clash.
fn gram(a: Key, b: Key) -> u64 {
    a.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23) ^ b
}

/// A sentence or a clause with what it is compared by.
#[derive(Clone, Debug)]
struct Unit {
    /// Where it stands, the mark behind it included.
    part: Part,
    grams: Grams,
}

/// Units of all passages in order.
#[derive(Debug, Default)]
pub struct List {
    /// The units.
    all: Vec<Unit>,
    /// For each passage those that are its.
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

    /// Where a unit stands.
    pub fn part(&self, at: usize) -> Option<&Part> {
        self.all.get(at).map(|unit| &unit.part)
    }

    /// The units of a passage, by their places.
    pub fn of(&self, passage: usize) -> Range<usize> {
        self.of_passage.get(passage).cloned().unwrap_or(0..0)
    }

    /// Those that are alike, for each old one the likeliest few, by the places of the old ones.
    pub fn alike(&self, new: &Self, least: f64) -> Vec<Alike> {
        let grams = |list: &Self| -> Vec<Grams> {
            list.all.iter().map(|unit| unit.grams.clone()).collect()
        };
        alike(&grams(self), &grams(new), least, KEPT)
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

/// What a mark ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// Nothing.
    #[default]
    Nothing,
    /// A clause.
    Clause,
    /// A sentence.
    Sentence,
}

impl End {
    /// What a mark ends.
    pub fn of(mark: &str) -> Self {
        match mark.chars().next() {
            Some('。' | '！' | '？' | '；' | ';' | '!' | '?' | '\n') => Self::Sentence,
            Some('，' | ',' | '：' | ':') => Self::Clause,
            _ => Self::Nothing,
        }
    }
}

/// The ranges of tokens of a passage's units that end with such a mark, marks included.
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
        if at + 1 - from >= LONGEST {
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

/// Two units that are alike.
#[derive(Clone, Copy, Debug)]
pub struct Alike {
    /// The place of the old one.
    pub old: usize,
    /// The place of the new one.
    pub new: usize,
    /// Dice's coefficient of their pairs of characters, 0 to 1.
    pub share: f64,
    /// Pairs of characters they share.
    pub weight: u64,
}

/// The units that are alike, for each old one the likeliest few, by its place.
pub fn alike(old: &[Grams], new: &[Grams], least: f64, kept: usize) -> Vec<Alike> {
    let mut holders: HashMap<u64, Vec<u32>> = HashMap::new();
    for (at, grams) in new.iter().enumerate() {
        for gram in &grams.0 {
            holders.entry(*gram).or_default().push(at as u32);
        }
    }
    let steps = old.iter().flat_map(|grams| &grams.0);
    let steps = steps.map(|gram| holders.get(gram).map_or(0, Vec::len));
    let usual = if steps.sum::<usize>() > STEPS {
        USUAL
    } else {
        usize::MAX
    };
    // What stands in many places as it is answers to the same one of them in their order.
    let mut equals: HashMap<&Grams, Vec<usize>> = HashMap::new();
    for (at, grams) in new
        .iter()
        .enumerate()
        .filter(|(_, grams)| !grams.0.is_empty())
    {
        equals.entry(grams).or_default().push(at);
    }
    let mut seen: HashMap<&Grams, usize> = HashMap::new();
    let mut hits = vec![0_u32; new.len()];
    let mut out = Vec::new();
    for (at, grams) in old.iter().enumerate() {
        let nth = seen.entry(grams).or_default();
        let equal = equals.get(grams).filter(|equals| equals.len() > kept);
        out.extend(equal.and_then(|equals| equals.get(*nth)).map(|new| Alike {
            old: at,
            new: *new,
            share: 1.0,
            weight: grams.0.len() as u64,
        }));
        *nth += 1;
        let mut touched: Vec<u32> = Vec::new();
        for gram in &grams.0 {
            let held = holders.get(gram).filter(|held| held.len() <= usual);
            for place in held.into_iter().flatten() {
                if let Some(hit) = hits.get_mut(*place as usize) {
                    if *hit == 0 {
                        touched.push(*place);
                    }
                    *hit += 1;
                }
            }
        }
        // Those that share the most are looked at closely.
        let count = |place: &u32| hits.get(*place as usize).copied().unwrap_or(0);
        // So much is shared at least by what is alike enough, if everything was counted.
        let wanted = if usual == usize::MAX {
            least * grams.0.len() as f64 / 2.0
        } else {
            0.0
        };
        let all = touched.clone();
        touched.retain(|place| f64::from(count(place)) >= wanted);
        touched.sort_by_key(|place| (std::cmp::Reverse(count(place)), *place));
        let mut found: Vec<Alike> = Vec::new();
        for place in touched.iter().take(2 * kept) {
            let Some(other) = new.get(*place as usize) else {
                continue;
            };
            let shared = if usual == usize::MAX {
                count(place) as usize
            } else {
                grams.shared(other)
            };
            let share = 2.0 * shared as f64 / (grams.0.len() + other.0.len()).max(1) as f64;
            if share >= least {
                found.push(Alike {
                    old: at,
                    new: *place as usize,
                    share,
                    weight: shared as u64,
                });
            }
        }
        for place in all {
            if let Some(hit) = hits.get_mut(place as usize) {
                *hit = 0;
            }
        }
        found.sort_by(|x, y| y.share.total_cmp(&x.share).then(x.new.cmp(&y.new)));
        out.extend(found.into_iter().take(kept));
    }
    out
}
