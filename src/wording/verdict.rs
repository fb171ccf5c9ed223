//! What became of a promise, in words and as good or bad news.

use crate::compare::{Difference, Next, Outcome, Verdict};
use crate::i18n::Lang;

/// What kind of news an outcome is. A theme has a colour for each; the words say it without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The promise was kept.
    Good,
    /// Some of it was, or nobody says.
    Open,
    /// It was not.
    Bad,
    /// Nothing to judge.
    Quiet,
}

/// What kind of news an outcome is.
pub fn tone(outcome: Outcome) -> Tone {
    match outcome {
        Outcome::Exceeded | Outcome::Met | Outcome::Near | Outcome::Qualitative => Tone::Good,
        Outcome::Partial | Outcome::Unreported => Tone::Open,
        Outcome::Missed => Tone::Bad,
        Outcome::Incomparable | Outcome::Unplanned => Tone::Quiet,
    }
}

/// Stands for commitments not reported but promised again, where there is no room for words.
pub const CARRIED_SIGN: &str = ">";

/// A sign that stands beside the outcome's colour. One cell, ASCII.
pub fn sign(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Exceeded => "+",
        Outcome::Met | Outcome::Qualitative => "=",
        Outcome::Near => "~",
        Outcome::Partial => "-",
        Outcome::Missed => "x",
        Outcome::Unreported => "?",
        Outcome::Incomparable => "/",
        Outcome::Unplanned => " ",
    }
}

/// How far a result is from its target, with its sign.
pub fn difference_words(difference: &Difference) -> String {
    let sign = if difference.number > 0.0 { "+" } else { "" };
    format!("{sign}{}{}", difference.number, difference.unit)
}

/// The outcome of a year in words: sign, outcome, and the reason, the attainment of a count or the
/// difference of a percentage; for a result without a target the difference from the year before,
/// if there is one.
pub fn verdict_words(verdict: Option<&Verdict>, lang: Lang) -> String {
    let Some(verdict) = verdict else {
        return String::new();
    };
    let sign = match verdict.outcome {
        Some(_) if verdict.carried_over => CARRIED_SIGN,
        Some(Outcome::Unplanned) | None => " ",
        Some(outcome) => sign(outcome),
    };
    match outcome_words(verdict, lang) {
        words if words.is_empty() => words,
        words => format!("{sign} {words}"),
    }
}

/// The same without the sign, for a text that is taken away.
pub fn outcome_words(verdict: &Verdict, lang: Lang) -> String {
    let on_year = verdict
        .difference
        .as_ref()
        .map(|d| lang.words().on_year(difference_words(d)));
    match (verdict.outcome, on_year) {
        (None | Some(Outcome::Unplanned), Some(on_year)) => return on_year,
        (None, None) => return String::new(),
        (Some(_), _) => {}
    }
    if verdict.carried_over {
        return lang.words().carried_on.to_owned();
    }
    let words = outcome_word(verdict, lang).to_owned();
    match (verdict.reason, verdict.attainment, &verdict.difference) {
        (Some(reason), ..) => format!("{words} {}", lang.words().reason(reason.code())),
        (None, Some(percent), _) => format!("{words} {percent}%"),
        (None, None, Some(difference)) => format!("{words} {}", difference_words(difference)),
        (None, None, None) => words,
    }
}

/// What became of a promise, in a word; empty while nothing did.
pub fn outcome_word(verdict: &Verdict, lang: Lang) -> &'static str {
    match verdict.outcome {
        Some(Outcome::Exceeded) if verdict.beyond => lang.words().better_than_expected,
        Some(outcome) => lang.words().outcome(outcome.code()),
        None => "",
    }
}

/// The next target in words.
pub fn next_words(verdict: Option<&Verdict>, lang: Lang) -> &'static str {
    let Some((verdict, next)) = verdict.and_then(|v| Some((v, v.next?))) else {
        return "";
    };
    match next {
        Next::Lowered if verdict.cap => lang.words().tightened,
        Next::Raised if verdict.cap => lang.words().loosened,
        next => lang.words().next(next.code()),
    }
}
