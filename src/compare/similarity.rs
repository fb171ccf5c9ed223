//! How probably two passages are one indicator, from the features of `candidate`, each 0 to 1.
//!
//! Two numbers, by logistic regression on the labelled pairs:
//!
//! ```text
//! p = 1 / (1 + exp(−(number_bias + number_clause·C + number_topic·T + number_name·N + number_size·Z)))
//!
//! C  clause: mean of the cosine and of the share of the shorter clause, times s / (s + little_shared)
//!    where s is the IDF that both share
//! T  topic: 1 where neither section shares more with another one, 0 where they share no more than any two
//! N  name: cosine of the terms of both names            Z  size: 1 for equal numbers, 0 for far ones
//! ```
//!
//! Where one or both are words, by a similarity that is made probable:
//!
//! ```text
//! act   = T · (verb·V + head·H)                         words only, 0 for others
//! sum   = C + topic·T + sentence·S + act + name·D − mixed·M
//! p     = 1 / (1 + exp(−(words_bias + words_sum·sum)))
//!
//! S  sentence: cosine                                   D  name's Dice; 0 where both are words
//! V  verb: rareness of the verb both begin with         H  head: 1 for the same noun at the end
//! M  mixed: 1 for a number and words
//! ```
//!
//! Two numbers may be one from `number_least` on; words where C reaches `clause_least` and the sum the least of their
//! kind. Lower-case names are weights, of `weights.txt`. Knows nothing of rows, and not who asks.

use super::candidate::{Features, PairKind};
use super::weights::Weights;

/// How alike two passages are that may be one indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likeness {
    /// How probably they are one.
    pub probability: f64,
    /// How far they are above the least of their kind, in log-odds: what an assignment adds up.
    pub above: f64,
    /// Whether that is enough only where nothing else answers the promise, and the report nothing else.
    pub open: bool,
}

/// How alike two passages are; None where they are not alike enough to be one.
pub fn likeness(pair: Features<'_>, weights: &Weights) -> Option<Likeness> {
    if !pair.may_be_one() {
        return None;
    }
    match pair.kind() {
        PairKind::Numbers => of_numbers(pair, weights),
        kind => of_words(pair, kind, weights),
    }
}

fn of_numbers(pair: Features<'_>, weights: &Weights) -> Option<Likeness> {
    let odds = number_odds(pair, weights);
    let probability = logistic(odds);
    (probability >= weights.number_least).then(|| Likeness {
        probability,
        above: odds - logit(weights.number_least),
        open: false,
    })
}

/// The log-odds that two numbers are one indicator.
fn number_odds(pair: Features<'_>, weights: &Weights) -> f64 {
    weights.number_bias
        + weights.number_clause * pair.clause()
        + weights.number_topic * pair.topic()
        + weights.number_name * pair.name_terms()
        + weights.number_size * pair.size()
}

fn of_words(pair: Features<'_>, kind: PairKind, weights: &Weights) -> Option<Likeness> {
    let sum = words_sum(pair, weights)?;
    let least = least(kind, weights);
    (sum >= least).then(|| Likeness {
        probability: logistic(weights.words_bias + weights.words_sum * sum),
        above: weights.words_sum * (sum - least),
        open: sum < weights.least_answer,
    })
}

/// The similarity of two passages of which one or both are words; None where their clauses have next to nothing in
/// common.
pub fn words_sum(pair: Features<'_>, weights: &Weights) -> Option<f64> {
    let clause = pair.clause();
    if clause < weights.clause_least {
        return None;
    }
    let topic = pair.topic();
    let around = weights.topic * topic + weights.sentence * pair.sentence();
    let act = topic * (weights.verb * pair.verb() + weights.head * pair.head());
    let name = weights.name * pair.name();
    Some(clause + around + act + name - weights.mixed * pair.mixed())
}

/// What the sum of two passages of a kind has to reach.
fn least(kind: PairKind, weights: &Weights) -> f64 {
    match kind {
        PairKind::Answer => weights.least_open,
        PairKind::Repeated => weights.least_repeated,
        PairKind::Mixed => weights.least_answer,
        PairKind::General | PairKind::Numbers => weights.least_general,
    }
}

/// The probability of log-odds.
fn logistic(odds: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-odds))
}

fn logit(probability: f64) -> f64 {
    libm::log(probability / (1.0 - probability))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log_odds_and_probability_are_one_thing() {
        for probability in [0.01, 0.5, 0.75, 0.99] {
            assert!((logistic(logit(probability)) - probability).abs() < 1e-9);
        }
        assert!(logistic(-40.0) >= 0.0 && logistic(40.0) <= 1.0);
    }
}
