//! What the rules of a name look at: the words before a value, and the names before it in its sentence.
//!
//! Decides nothing.

use std::cell::OnceCell;
use std::ops::Range;

use crate::lexicon::List;
use crate::text::mark::{End, Mark};

use super::aspect::bearer;
use super::phrase::{SHORTEST_NAME, before_predicate, is_nominal, is_verb, strip};

/// 入选: what a name begins with that says which ones are counted.
static TELLS_WHICH: List = List::new("tells-which");

/// A name of the sentence with the unit and the clause of its value.
#[derive(Debug)]
pub struct Held {
    pub name: String,
    pub unit: String,
    pub clause: Range<usize>,
}

/// What the rules look at.
pub struct Case<'a> {
    /// The name by the value's own clause.
    pub own: &'a str,
    /// The words of the clause before the value.
    pub head: &'a str,
    /// The same clause as that of the value before, by a 、.
    pub close: bool,
    /// The name of the value before.
    pub last: &'a str,
    /// What names that need a bearer are joined to.
    pub base: &'a str,
    /// The names before in the sentence.
    pub held: &'a [Held],
    /// The unit of the value.
    pub unit: &'a str,
    /// The words before the number of the value.
    pub words: &'a str,
    /// The sentence up to the clause of the value.
    pub before: &'a str,
    /// What several rules ask for, looked for once.
    pub bearer: OnceCell<Option<&'a str>>,
    pub topic: OnceCell<Option<&'a str>>,
}

impl<'a> Case<'a> {
    /// What the name that others are joined to is about.
    pub fn bearer(&self) -> Option<&'a str> {
        // 未达标的县: who did what is no bearer of the next value.
        let which = || TELLS_WHICH.starts(self.base);
        *self
            .bearer
            .get_or_init(|| bearer(self.base).filter(|_| !which()))
    }

    /// What the clause before tells of, if no value stands before this one in its sentence.
    pub fn topic_before(&self) -> Option<&'a str> {
        *self.topic.get_or_init(|| topic_before(self))
    }

    /// Whether the clause of the value before has no other one.
    pub fn is_after_one(&self) -> bool {
        let mut held = self.held.iter().rev();
        held.next().is_some_and(|last| {
            let before = held.next();
            before.is_none_or(|before| before.clause != last.clause)
        })
    }

    /// The name that others are joined to, if there is one.
    pub fn joinable(&self) -> Option<&'a str> {
        Some(self.base).filter(|base| !base.is_empty())
    }
}

fn topic_before<'a>(case: &Case<'a>) -> Option<&'a str> {
    if !case.held.is_empty() {
        return None;
    }
    let clause = case.before.trim_end_matches(|c| Mark::ends(c, End::Comma));
    let clause = clause.rsplit(|c| Mark::ends(c, End::Comma)).next()?;
    let topic = strip(before_predicate(clause)?);
    let good = is_nominal(topic) && !is_verb(topic) && topic.chars().count() > SHORTEST_NAME;
    good.then_some(topic)
}
