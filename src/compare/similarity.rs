//! How similar two passages are: the features of `candidate`, weighed.
//!
//! Knows nothing of rows, and not who asks.

use super::candidate::{Features, PairKind};

/// Two numbers have to be similar at least this much to be one indicator.
const NUMBERS: f64 = 0.41;
/// A promise in words and what answers it, at least this much.
const WORDS: f64 = 0.38;
/// Two promises of two years, at least this much: below it they are only of one type.
const REPEATED: f64 = 0.4;
/// A promise that nothing else answers and a report that answers nothing else, at least this much.
const OPEN: f64 = 0.25;
/// The same where one is a heading, or where both were reported: no answer is looked for there.
const GENERAL: f64 = 0.56;
/// Names of numbers that are similar this much need no other similarity.
const NAMES: f64 = 0.6;
/// A name that holds the other one whole counts this much.
const HOLDS: f64 = 0.85;
/// Passages without anything in common but their section are not similar.
const LEAST: f64 = 0.085;
/// The same for numbers with a telling unit.
const LEAST_OF_UNIT: f64 = 0.0425;
/// Sections of one topic make their passages this much more similar.
const TOPIC: f64 = 0.1;
/// So much for their sentences.
const SENTENCE: f64 = 0.15;
/// The same noun at the end (处置力度, 处置) makes them so much more similar in sections of one topic.
const HEAD: f64 = 0.25;
/// The same verb, if it is a rare one, this much: 增设 more than 加强.
const VERB: f64 = 0.2;
/// A unit that few things are counted in makes two numbers this much more similar.
const UNIT: f64 = 0.2;
/// A promise in words may be answered by a number, less surely than by words.
const MIXED: f64 = 0.08;
/// What similar names count beside all else, and what they count alone.
const NAME: f64 = 0.15;
const NAME_ALONE: f64 = 0.75;

/// From 0 to 1; None where they are not similar enough to be one.
pub fn score(pair: Features<'_>) -> Option<f64> {
    if !pair.may_be_one() {
        return None;
    }
    let (kind, clause, unit) = (pair.kind(), pair.clause(), pair.unit());
    if clause < if unit > 0.0 { LEAST_OF_UNIT } else { LEAST } {
        return None;
    }
    let topic = pair.topic();
    let around = UNIT * unit + TOPIC * topic + SENTENCE * pair.sentence();
    let act = topic * (VERB * pair.verb() + HEAD * pair.head());
    let name = pair.name().max(HOLDS * pair.name_within());
    let by_name = if kind == PairKind::Numbers && name >= NAMES {
        NAME_ALONE * name + around
    } else {
        0.0
    };
    let all = clause + around + act + NAME * name - MIXED * pair.mixed();
    let score = all.max(by_name).min(1.0);
    let least = match kind {
        PairKind::Numbers => NUMBERS,
        PairKind::Answer => OPEN,
        PairKind::Repeated => REPEATED,
        PairKind::Mixed => WORDS,
        PairKind::General => GENERAL,
    };
    (score >= least).then_some(score)
}

/// Whether a score, in percent, is enough only where nothing else answers the promise, and the report nothing else.
pub fn is_open(percent: u8) -> bool {
    f64::from(percent) < WORDS * 100.0
}
