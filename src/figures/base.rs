//! Values that are only where others came from: 从60万元降至42万元. Knows nothing of what they count.

use std::ops::Range;

use crate::lexicon::List;

use super::limits;
use super::scan::Mention;

/// Words before a value from which another one moved: 从60万元降至42万元.
static MOVED_FROM: List = List::new("moved-from");
static MOVED_TO: List = List::new("moved-to");
static REACHES: List = List::new("reaches");

/// For each value whether it is only the starting point of a later one in its clause: 从60万元降至42万元, and both
/// of 从771家、481家增加到1076家、636家.
pub fn bases(body: &str, mentions: &[Mention]) -> Vec<bool> {
    let part = |range: Range<usize>| body.get(range).unwrap_or_default();
    let mut out = vec![false; mentions.len()];
    // The first of the values that may have moved.
    let mut open: Option<usize> = None;
    for (index, mention) in mentions.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| mentions.get(before));
        let before = before.filter(|before| before.clause == mention.clause);
        let end = before.map_or(mention.clause.start, |before| before.value.end);
        let words = part(end..mention.value.start.max(end));
        open = open.filter(|_| before.is_some());
        if let Some(from) = open
            && words.chars().count() <= limits::MOVE.get()
            && (reaches(part(mention.value.clone())) || reaches(words) || MOVED_TO.is_in(words))
        {
            out.iter_mut()
                .take(index)
                .skip(from)
                .for_each(|base| *base = true);
            open = None;
        } else if MOVED_FROM.is_in(words) {
            open = Some(index);
        } else if words.chars().count() > limits::MOVE.get() {
            open = None;
        }
    }
    out
}

/// Whether the words of a value say that it was reached by a move: 降至42万元.
fn reaches(value: &str) -> bool {
    let number = value.find(char::is_numeric);
    let words = number.and_then(|at| value.get(..at)).unwrap_or(value);
    REACHES.is_in(words)
}
