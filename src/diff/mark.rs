//! The state of each token (same, changed or moved), and the marks and changes that follow from it. Knows nothing of
//! how units were matched.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::limits;
use super::part::{Change, DiffSpan, Difference, End, Mark, Part, What};
use super::token::{Token, TokenId, Tokens};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Changed,
    Same,
    /// By the index of the move.
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
    /// By old passage: the runs that stayed the same.
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
        let ids = |tokens: &[Token]| -> Vec<TokenId> { tokens.iter().map(|t| t.id).collect() };
        let runs = cleaned(same_runs(&ids(left), &ids(right)), (left, right));
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

    /// Whether two parts matched nothing yet.
    fn is_free(&self, old: &Part, new: &Part) -> bool {
        let free = |side: &[Vec<State>], part: &Part| {
            let states = states(side, Some(part.passage), &part.tokens);
            states.iter().all(|state| *state == State::Changed)
        };
        free(&self.old, old) && free(&self.new, new)
    }

    /// Marks two parts as moved if they matched nothing yet and are too long to be common words.
    pub fn move_part(&mut self, old: &Part, new: &Part) {
        let (old, new) = (
            trimmed(&self.tokens.old, old),
            trimmed(&self.tokens.new, new),
        );
        let long = |tokens: &[Token]| {
            tokens.iter().filter(|t| t.word).count() >= limits::MOVED_WORDS.get()
        };
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
        let changes = self.changes(&rows);
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
            changes,
            rows,
        }
    }

    /// All changes, by row and position.
    fn changes(&mut self, rows: &[(Option<usize>, Option<usize>)]) -> Vec<Change> {
        let mut changes: Vec<(usize, usize, Change)> = Vec::new();
        for (row, passages) in rows.iter().enumerate() {
            for gap in self.gaps(passages.0, passages.1) {
                let (from, to) = self.without_mark(*passages, gap);
                if let Some(change) = self.change(row, *passages, (&from, &to)) {
                    changes.push((to.start, from.start, change));
                }
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
                old: Some(span(&self.tokens.old, old.passage, &old.tokens)),
                new: Some(span(&self.tokens.new, new.passage, &new.tokens)),
            };
            changes.push((new.tokens.start, old.tokens.start, change));
        }
        changes.sort_by_key(|(new, old, change)| (change.row, *new, *old));
        changes.into_iter().map(|(.., change)| change).collect()
    }

    /// The change between two ranges of tokens of a row; None where all of them were moved.
    fn change(
        &self,
        row: usize,
        (old, new): (Option<usize>, Option<usize>),
        (from, to): (&Range<usize>, &Range<usize>),
    ) -> Option<Change> {
        let changed = |side: &[Vec<State>], passage: Option<usize>, tokens: &Range<usize>| {
            states(side, passage, tokens).contains(&State::Changed)
        };
        let what = match (changed(&self.old, old, from), changed(&self.new, new, to)) {
            (true, true) => What::Replaced,
            (true, false) => What::Removed,
            (false, true) => What::Added,
            (false, false) => return None,
        };
        Some(Change {
            what,
            row,
            old: old.map(|old| span(&self.tokens.old, old, from)),
            new: new.map(|new| span(&self.tokens.new, new, to)),
        })
    }

    /// What is between two runs, without the mark that both end with: of 增长3.5%， and 增长4.5%，
    /// the comma is the same.
    fn without_mark(
        &mut self,
        (old, new): (Option<usize>, Option<usize>),
        (from, to): (Range<usize>, Range<usize>),
    ) -> (Range<usize>, Range<usize>) {
        let last = |side: &[Vec<Token>], passage: usize, part: &Range<usize>| {
            let at = part.end.checked_sub(1).filter(|at| *at >= part.start)?;
            let token = side.get(passage)?.get(at)?;
            Some((at, token.id, token.word))
        };
        let both = old.zip(new).and_then(|(old, new)| {
            let (a, id, word) = last(&self.tokens.old, old, &from)?;
            let (b, other, _) = last(&self.tokens.new, new, &to)?;
            let changed = |side: &[Vec<State>], passage: usize, at: usize| {
                states(side, Some(passage), &(at..at + 1)) == [State::Changed]
            };
            let free = changed(&self.old, old, a) && changed(&self.new, new, b);
            (id == other && !word && free).then_some((old, a, new, b))
        });
        let Some((old, a, new, b)) = both else {
            return (from, to);
        };
        set(&mut self.old, old, a..a + 1, State::Same);
        set(&mut self.new, new, b..b + 1, State::Same);
        (from.start..a, to.start..b)
    }

    /// What is between the runs of a row that stayed the same: ranges of old and new tokens.
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

/// A clause without its last comma, which belongs to the position and not to the clause.
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

/// The bytes of some tokens.
fn span(side: &[Vec<Token>], passage: usize, tokens: &Range<usize>) -> DiffSpan {
    let all = side.get(passage).map_or(&[][..], Vec::as_slice);
    let start = match all.get(tokens.start) {
        Some(token) => token.span.start,
        None => all.last().map_or(0, |token| token.span.end),
    };
    let inside = all.get(tokens.clone()).unwrap_or_default();
    let end = inside.last().map_or(start, |token| token.span.end);
    DiffSpan {
        passage,
        span: start..end,
    }
}

/// Runs of tokens that changed or were moved, as marks.
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
fn same_runs(old: &[TokenId], new: &[TokenId]) -> Vec<Run> {
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

/// Without the runs that are the same by chance: a mark or a character between two changes, or two
/// characters between two long ones.
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
        let after = (end - run.old - run.length).max(until - run.new - run.length);
        let chance = match weight(&run) {
            0 | 1 => before > 0 && after > 0,
            2 => before.min(after) >= limits::LONG_CHANGE.get(),
            _ => false,
        };
        if chance {
            runs.remove(at);
            // The run before it may now be between longer changes.
            at = at.saturating_sub(1);
        } else {
            at += 1;
        }
    }
    runs
}
