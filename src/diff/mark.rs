//! What became of each token, and the changes that follow from it.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::token::{Key, Token, Tokens};
use super::unit::End;
use super::{Difference, Part};

/// What went elsewhere has at least so many words or characters.
const MOVED: usize = 6;
/// Two characters between changes of this many are no common words but chance.
const LARGE: usize = 4;

/// A part of a passage that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Byte range in the passage.
    pub span: Range<usize>,
    /// The passage of the other text it was moved to or from; None for what is only here.
    pub moved: Option<usize>,
}

/// What kind of change it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Only in the new text.
    Added,
    /// Only in the old text.
    Removed,
    /// Other words instead.
    Replaced,
    /// The same words elsewhere.
    Moved,
}

/// A place in a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The passage.
    pub passage: usize,
    /// Byte range in it; empty where nothing stands instead.
    pub span: Range<usize>,
}

/// A change, with places of whoever tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<P = Place> {
    /// What kind.
    pub what: What,
    /// The row it stands in; that of the new place for what was moved.
    pub row: usize,
    /// What it was; None where the row has no old passage.
    pub old: Option<P>,
    /// What it is; None where the row has no new passage.
    pub new: Option<P>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Changed,
    Same,
    /// By the place of the move.
    Moved(usize),
}

/// A run of tokens that is the same in both: passages, first tokens, how many.
#[derive(Clone, Copy, Debug)]
struct Run {
    old: usize,
    new: usize,
    length: usize,
}

/// What became of each token of two texts.
pub struct Marks<'t> {
    tokens: &'t Tokens,
    old: Vec<Vec<State>>,
    new: Vec<Vec<State>>,
    /// By old passage: what stayed, in order.
    same: HashMap<usize, Vec<Run>>,
    moves: Vec<(Part, Part)>,
}

impl<'t> Marks<'t> {
    /// Nothing is known yet.
    pub fn new(tokens: &'t Tokens) -> Self {
        let states = |side: &[Vec<Token>]| -> Vec<Vec<State>> {
            side.iter().map(|t| vec![State::Changed; t.len()]).collect()
        };
        Self {
            tokens,
            old: states(&tokens.old),
            new: states(&tokens.new),
            same: HashMap::new(),
            moves: Vec::new(),
        }
    }

    /// Compares two sentences or clauses character by character.
    pub fn compare(&mut self, old: &Part, new: &Part) {
        let (left, right) = (words(&self.tokens.old, old), words(&self.tokens.new, new));
        let keys = |tokens: &[Token]| -> Vec<Key> { tokens.iter().map(|t| t.key).collect() };
        let runs = cleaned(same_runs(&keys(left), &keys(right)), (left, right));
        let same = self.same.entry(old.passage).or_default();
        for run in runs {
            let (from, to) = (old.tokens.start + run.old, new.tokens.start + run.new);
            let length = run.length;
            set(&mut self.old, old.passage, from..from + length, State::Same);
            set(&mut self.new, new.passage, to..to + length, State::Same);
            same.push(Run {
                old: from,
                new: to,
                length,
            });
        }
    }

    /// Whether nothing was found of two parts yet.
    fn is_free(&self, old: &Part, new: &Part) -> bool {
        let free = |side: &[Vec<State>], part: &Part| {
            let states = states(side, Some(part.passage), &part.tokens);
            states.iter().all(|state| *state == State::Changed)
        };
        free(&self.old, old) && free(&self.new, new)
    }

    /// Takes two parts of which nothing was found for one that went elsewhere, if they are long
    /// enough to be no usual words.
    pub fn move_part(&mut self, old: &Part, new: &Part) {
        let (old, new) = (
            trimmed(&self.tokens.old, old),
            trimmed(&self.tokens.new, new),
        );
        let long = |tokens: &[Token]| tokens.iter().filter(|t| t.word).count() >= MOVED;
        if long(words(&self.tokens.old, &old))
            && long(words(&self.tokens.new, &new))
            && self.is_free(&old, &new)
        {
            self.moved(old, new);
        }
    }

    fn moved(&mut self, old: Part, new: Part) {
        let state = State::Moved(self.moves.len());
        set(&mut self.old, old.passage, old.tokens.clone(), state);
        set(&mut self.new, new.passage, new.tokens.clone(), state);
        self.moves.push((old, new));
    }

    /// The marks and changes.
    pub fn finish(mut self, rows: Vec<(Option<usize>, Option<usize>)>) -> Difference {
        let mut changes: Vec<(usize, usize, Change)> = Vec::new();
        for (row, (old, new)) in rows.iter().enumerate() {
            for gap in self.gaps(*old, *new) {
                let (from, to) = self.without_mark((*old, *new), gap);
                let (left, right) = (states(&self.old, *old, &from), states(&self.new, *new, &to));
                let what = match (
                    left.contains(&State::Changed),
                    right.contains(&State::Changed),
                ) {
                    (true, true) => What::Replaced,
                    (true, false) => What::Removed,
                    (false, true) => What::Added,
                    (false, false) => continue,
                };
                let place = |passage: Option<usize>, side: &[Vec<Token>], tokens: &Range<usize>| {
                    Some(place(side, passage?, tokens))
                };
                let change = Change {
                    what,
                    row,
                    old: place(*old, &self.tokens.old, &from),
                    new: place(*new, &self.tokens.new, &to),
                };
                changes.push((to.start, from.start, change));
            }
        }
        let mut row_of = HashMap::new();
        for (row, (_, new)) in rows.iter().enumerate() {
            row_of.extend(new.map(|new| (new, row)));
        }
        for (old, new) in &self.moves {
            let change = Change {
                what: What::Moved,
                row: row_of.get(&new.passage).copied().unwrap_or(0),
                old: Some(place(&self.tokens.old, old.passage, &old.tokens)),
                new: Some(place(&self.tokens.new, new.passage, &new.tokens)),
            };
            changes.push((new.tokens.start, old.tokens.start, change));
        }
        changes.sort_by_key(|(new, old, change)| (change.row, *new, *old));
        let to = |(old, new): &(Part, Part)| (old.passage, new.passage);
        let other: Vec<(usize, usize)> = self.moves.iter().map(to).collect();
        let marks = |side: &[Vec<Token>], states: &[Vec<State>], to_new: bool| {
            let sides = side.iter().zip(states);
            let other = |at: usize| {
                let (old, new) = other.get(at).copied().unwrap_or_default();
                if to_new { new } else { old }
            };
            sides
                .map(|(tokens, states)| marks(tokens, states, &other))
                .collect()
        };
        Difference {
            old: marks(&self.tokens.old, &self.old, true),
            new: marks(&self.tokens.new, &self.new, false),
            changes: changes.into_iter().map(|(.., change)| change).collect(),
            rows,
        }
    }

    /// What stands between two runs without the mark that both end with: of 增长3.5%， and 增长4.5%，
    /// the comma is the same.
    fn without_mark(
        &mut self,
        (old, new): (Option<usize>, Option<usize>),
        (from, to): (Range<usize>, Range<usize>),
    ) -> (Range<usize>, Range<usize>) {
        let last = |side: &[Vec<Token>], passage: usize, part: &Range<usize>| {
            let at = part.end.checked_sub(1).filter(|at| *at >= part.start)?;
            let token = side.get(passage)?.get(at)?;
            Some((at, token.key, token.word))
        };
        let both = old.zip(new).and_then(|(old, new)| {
            let (a, key, word) = last(&self.tokens.old, old, &from)?;
            let (b, other, _) = last(&self.tokens.new, new, &to)?;
            let changed = |side: &[Vec<State>], passage: usize, at: usize| {
                states(side, Some(passage), &(at..at + 1)) == [State::Changed]
            };
            let free = changed(&self.old, old, a) && changed(&self.new, new, b);
            (key == other && !word && free).then_some((old, a, new, b))
        });
        let Some((old, a, new, b)) = both else {
            return (from, to);
        };
        set(&mut self.old, old, a..a + 1, State::Same);
        set(&mut self.new, new, b..b + 1, State::Same);
        (from.start..a, to.start..b)
    }

    /// What stands between the runs that stayed in a row: ranges of old and new tokens.
    fn gaps(
        &mut self,
        old: Option<usize>,
        new: Option<usize>,
    ) -> Vec<(Range<usize>, Range<usize>)> {
        let length = |side: &[Vec<Token>], passage: Option<usize>| {
            passage.and_then(|at| side.get(at)).map_or(0, Vec::len)
        };
        let ends = Run {
            old: length(&self.tokens.old, old),
            new: length(&self.tokens.new, new),
            length: 0,
        };
        let mut runs = match old.zip(new) {
            Some((old, _)) => self.same.remove(&old).unwrap_or_default(),
            None => Vec::new(),
        };
        runs.sort_unstable_by_key(|run| run.old);
        runs.push(ends);
        let (mut from, mut to) = (0, 0);
        let mut out = Vec::new();
        for run in runs {
            if run.old > from || run.new > to {
                out.push((from..run.old, to..run.new));
            }
            (from, to) = (run.old + run.length, run.new + run.length);
        }
        out
    }
}

fn words<'a>(side: &'a [Vec<Token>], part: &Part) -> &'a [Token] {
    let tokens = side.get(part.passage).map_or(&[][..], Vec::as_slice);
    tokens.get(part.tokens.clone()).unwrap_or_default()
}

fn states<'a>(
    side: &'a [Vec<State>],
    passage: Option<usize>,
    tokens: &Range<usize>,
) -> &'a [State] {
    let states = passage.and_then(|at| side.get(at));
    states
        .and_then(|all| all.get(tokens.clone()))
        .unwrap_or_default()
}

/// A clause without the comma behind it, which belongs to the place and not to the clause.
fn trimmed(side: &[Vec<Token>], part: &Part) -> Part {
    let comma = words(side, part)
        .last()
        .is_some_and(|token| token.ends == End::Clause);
    Part {
        passage: part.passage,
        tokens: part.tokens.start..part.tokens.end - usize::from(comma),
    }
}

fn set(side: &mut [Vec<State>], passage: usize, tokens: Range<usize>, state: State) {
    let slots = side.get_mut(passage).and_then(|all| all.get_mut(tokens));
    for slot in slots.into_iter().flatten() {
        *slot = state;
    }
}

fn place(side: &[Vec<Token>], passage: usize, tokens: &Range<usize>) -> Place {
    let all = side.get(passage).map_or(&[][..], Vec::as_slice);
    let start = match all.get(tokens.start) {
        Some(token) => token.span.start,
        None => all.last().map_or(0, |token| token.span.end),
    };
    let inside = all.get(tokens.clone()).unwrap_or_default();
    let end = inside.last().map_or(start, |token| token.span.end);
    Place {
        passage,
        span: start..end,
    }
}

/// Runs of tokens that did not stay, as marks.
fn marks(tokens: &[Token], states: &[State], other: &dyn Fn(usize) -> usize) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    let mut before = State::Same;
    for (token, state) in tokens.iter().zip(states) {
        let moved = match state {
            State::Same => None,
            State::Changed => Some(None),
            State::Moved(at) => Some(Some(other(*at))),
        };
        if let Some(moved) = moved {
            match out.last_mut().filter(|_| before == *state) {
                Some(last) => last.span.end = token.span.end,
                None => out.push(Mark {
                    span: token.span.clone(),
                    moved,
                }),
            }
        }
        before = *state;
    }
    out
}

/// Runs that two sequences have in common, in order.
fn same_runs(old: &[Key], new: &[Key]) -> Vec<Run> {
    let ops = capture_diff_slices(Algorithm::Myers, old, new);
    let same = |op: DiffOp| match op {
        DiffOp::Equal {
            old_index,
            new_index,
            len,
        } => Some(Run {
            old: old_index,
            new: new_index,
            length: len,
        }),
        _ => None,
    };
    ops.into_iter().filter_map(same).collect()
}

/// Without the runs between two changes that are the same by chance: a mark, a character, or two
/// between long changes.
fn cleaned(mut runs: Vec<Run>, (left, right): (&[Token], &[Token])) -> Vec<Run> {
    let weight = |run: &Run| {
        let tokens = left.get(run.old..run.old + run.length).unwrap_or_default();
        let words = tokens.iter().filter(|token| token.word);
        words
            .map(|token| token.span.len().div_ceil(3))
            .sum::<usize>()
    };
    let mut at = 0;
    while let Some(run) = runs.get(at).copied() {
        let (from, to) = match at.checked_sub(1).and_then(|before| runs.get(before)) {
            Some(before) => (before.old + before.length, before.new + before.length),
            None => (0, 0),
        };
        let next = runs.get(at + 1).map(|next| (next.old, next.new));
        let (end, until) = next.unwrap_or((left.len(), right.len()));
        let before = (run.old - from).max(run.new - to);
        let behind = (end - run.old - run.length).max(until - run.new - run.length);
        let chance = match weight(&run) {
            0 | 1 => before > 0 && behind > 0,
            2 => before.min(behind) >= LARGE,
            _ => false,
        };
        if chance {
            runs.remove(at);
            // What was kept before may now stand between longer changes.
            at = at.saturating_sub(1);
        } else {
            at += 1;
        }
    }
    runs
}
