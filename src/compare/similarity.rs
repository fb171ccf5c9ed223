//! How similar two passages are, from the features of `candidate`, each 0 to 1:
//!
//! ```text
//! around = unit·U + topic·T + sentence·S
//! act    = T · (verb·V + head·H)                    words only, 0 for others
//! N      = max(name's Dice, name_within·W)          0 where both are words
//! sum    = C + around + act + name·N − mixed·M
//! alone  = name_alone·N + around                    two numbers with N ≥ name_enough, else 0
//! score  = min(1, max(sum, alone))
//!
//! C  clause: mean of the cosine and of the share of the shorter clause, times s / (s + little_shared)
//!    where s is the IDF that both share
//! T  topic: 1 where neither section shares more with another one, 0 where they share no more than any two
//! S  sentence: cosine                U  unit: 1 for a telling unit of both numbers
//! V  verb: rareness of the verb both begin with             H  head: 1 for the same noun at the end
//! W  name_within: 1 where one name holds the other one      M  mixed: 1 for a number and words
//! ```
//!
//! Two passages may be one where C reaches `clause_least` (`clause_least_of_unit` where U is 1) and the
//! score reaches the least of their kind. Lower-case names are weights, of `weights.txt`. Knows nothing of
//! rows, and not who asks.

use super::candidate::{Features, PairKind};
use super::weights::Weights;

/// From 0 to 1; None where they are not similar enough to be one.
pub fn score(pair: Features<'_>, weights: &Weights) -> Option<f64> {
    if !pair.may_be_one() {
        return None;
    }
    let (kind, clause, unit) = (pair.kind(), pair.clause(), pair.unit());
    let clause_least = if unit > 0.0 {
        weights.clause_least_of_unit
    } else {
        weights.clause_least
    };
    if clause < clause_least {
        return None;
    }
    let topic = pair.topic();
    let around = weights.unit * unit + weights.topic * topic + weights.sentence * pair.sentence();
    let act = topic * (weights.verb * pair.verb() + weights.head * pair.head());
    let name = pair.name().max(weights.name_within * pair.name_within());
    let alone = if kind == PairKind::Numbers && name >= weights.name_enough {
        weights.name_alone * name + around
    } else {
        0.0
    };
    let sum = clause + around + act + weights.name * name - weights.mixed * pair.mixed();
    let score = sum.max(alone).min(1.0);
    (score >= least(kind, weights)).then_some(score)
}

/// What two passages of a kind have to reach to be one.
fn least(kind: PairKind, weights: &Weights) -> f64 {
    match kind {
        PairKind::Numbers => weights.least_numbers,
        PairKind::Answer => weights.least_open,
        PairKind::Repeated => weights.least_repeated,
        PairKind::Mixed => weights.least_answer,
        PairKind::General => weights.least_general,
    }
}

/// Whether a score is enough only where nothing else answers the promise, and the report nothing else.
pub fn is_open(score: f64, weights: &Weights) -> bool {
    score < weights.least_answer
}
