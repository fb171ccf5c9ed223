//! The two halves of a name: what it is about (its bearer, 咖啡) and what is told of it (its aspect, 产值).
//!
//! Knows words, and nothing of values.

use crate::lexicon::List;

use super::phrase::{SHORTEST_NAME, before_verb, without_verb};

/// What is told of a thing, at the end of a name: 产值, 覆盖率.
static ASPECT: List = List::new("aspect");
/// Words that only say which one: 总, 年均, 精深.
static ASPECT_PART: List = List::new("aspect-part");
/// Names that stand for the whole economy: what is told after them is told of something else.
static WHOLE: List = List::new("whole-economy");

/// The aspect at the end of a name, with the words that only say which: 居民人均可支配收入. Empty where the name tells
/// of a thing only.
pub fn aspect_of(name: &str) -> &str {
    let Some(mut rest) = ASPECT.last(name).and_then(|word| name.strip_suffix(word)) else {
        return "";
    };
    while let Some(word) = ASPECT.last(rest).or_else(|| ASPECT_PART.last(rest)) {
        let Some(head) = rest.strip_suffix(word) else {
            break;
        };
        rest = head;
    }
    name.get(rest.len()..).unwrap_or_default()
}

/// Whether a name is nothing but an aspect: 总花费, 精深加工率.
pub fn is_aspect(name: &str) -> bool {
    !name.is_empty() && aspect_of(name).len() == name.len()
}

/// What a name is about; None where the name does not tell that apart, or is about everything.
pub fn bearer(name: &str) -> Option<&str> {
    if WHOLE.ends(name) {
        return None;
    }
    let own = before_verb(name).unwrap_or_else(|| {
        let aspect = aspect_of(name);
        without_verb(name.strip_suffix(aspect).unwrap_or(name))
    });
    (own.chars().count() >= SHORTEST_NAME).then_some(own)
}
