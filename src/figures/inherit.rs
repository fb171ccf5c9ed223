//! The full name of a value: its own name with the subject of an earlier clause of its sentence.
//!
//! `name_rules` decides; here the names before a value are kept. Sees no year or role.

use std::cell::OnceCell;
use std::ops::Range;

use crate::lexicon::{Chars, List};
use crate::model::Reading;

use super::aspect::name_change;
use super::limits;
use super::name_case::{Case, Held};
use super::name_rules::RULES;
use super::phrase::{cut, is_verb, words_of};
use super::scan::Mention;
use super::shared::Share;

/// 比重, and 的 before it.
static SHARE_OF: List = List::new("share-of");
static OF: Chars = Chars::new(List::new("name-edge"));
/// 按可比价格计算: a clause that tells of no other thing.
static ASIDE: List = List::new("aside");

/// What was named before in the sentence.
#[derive(Debug, Default)]
pub struct Names {
    /// The name of the value before: that of the next one if it has no words of its own.
    last: String,
    /// What names that need a bearer are joined to.
    base: String,
    /// Each name of the sentence with the unit and the clause of its value.
    held: Vec<Held>,
    /// Where the value before ends.
    end: usize,
}

/// Where a value stands.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The text.
    pub body: &'a str,
    /// The value.
    pub mention: &'a Mention,
    /// Its sentence.
    pub sentence: &'a Range<usize>,
}

impl Names {
    /// Where the value before ends.
    pub fn end(&self) -> usize {
        self.end
    }

    /// The subject that a row of values gives to one of them; None where it gives none.
    pub fn given(&self, share: &Share, place: Place<'_>) -> Option<String> {
        match share {
            Share::Named(name) => Some(name.clone()).filter(|name| !name.is_empty()),
            Share::Earlier { nth, of, tail } => {
                let within = |held: &&Held| held.clause.start >= place.sentence.start;
                let other = |held: &&Held| within(held) && held.clause != place.mention.clause;
                let last = self.held.iter().rfind(other)?;
                let row: Vec<&Held> = self
                    .held
                    .iter()
                    .filter(|held| held.clause == last.clause)
                    .collect();
                let own = row.get(*nth).filter(|_| row.len() == *of)?;
                Some(cut(&format!("{}{tail}", own.name)))
            }
        }
    }

    /// The name of a value, with the subject of a value before it where the text leaves it out. `own` is the name by
    /// its own clause. The name is kept for the values after it.
    pub fn full(&mut self, own: &str, place: Place<'_>, reading: &Reading) -> String {
        let Place {
            body,
            mention,
            sentence,
        } = place;
        let start = mention.clause.start;
        let part = |range: Range<usize>| body.get(range).unwrap_or_default();
        let between = part(self.end.min(start)..start);
        if sentence.start >= self.end {
            self.held.clear();
        }
        let apart = || {
            let clauses = between.split(is_comma).skip(1);
            clauses.filter(|clause| !ASIDE.has(clause.trim())).count() > 1
        };
        if sentence.start >= self.end || apart() {
            self.last.clear();
            self.base.clear();
        }
        let case = Case {
            own,
            head: part(start.max(self.end)..mention.value.start),
            close: self.end > start,
            last: &self.last,
            base: &self.base,
            held: &self.held,
            unit: &reading.unit,
            words: words_of(part(mention.value.clone())),
            before: part(sentence.start..start),
            bearer: OnceCell::new(),
            topic: OnceCell::new(),
        };
        // A name that a row of values gave has its subject.
        let given = |held: &Held| !held.name.is_empty() && own.starts_with(&held.name);
        let alone = own.is_empty() || !self.held.iter().any(given);
        let mut rules = RULES.iter().filter(|_| alone);
        let decided = rules.find_map(|rule| Some((rule, (rule.full)(&case)?)));
        let (keeps, mut name) = match decided {
            Some((rule, name)) => (rule.keeps, name),
            None => (false, own.to_owned()),
        };
        name = without_of(&name).unwrap_or(name);
        if (!keeps || self.base.is_empty()) && !is_verb(&name) {
            self.base.clone_from(&name);
        }
        self.last.clone_from(&name);
        if self.held.len() >= limits::HELD.get() {
            self.held.remove(0);
        }
        self.held.push(Held {
            name: name.clone(),
            unit: reading.unit.clone(),
            clause: mention.clause.clone(),
        });
        self.end = mention.value.end;
        name_change(&mut name, reading);
        name
    }
}

/// A share's name without the 的 before its last word: 占工业的比重 is named like 占工业比重. None where there is none.
fn without_of(name: &str) -> Option<String> {
    let part = SHARE_OF.end(name)?;
    let whole = name.strip_suffix(part)?.strip_suffix(|c| OF.has(c))?;
    Some(format!("{whole}{part}"))
}

fn is_comma(c: char) -> bool {
    matches!(c, '，' | ',')
}
