//! What became of a promise, in words and as good or bad news.

use crate::calendar::Year;
use crate::compare::{Difference, Next, Outcome, Row, Verdict, answered_by_similarity};
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

/// Stands behind what was found by likeness.
pub const SIMILAR_SIGN: &str = "*";

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

/// The difference that is said behind the word for an outcome: none where there is none, and none below a cap that was
/// kept, where it would read as a shortfall.
pub fn told_difference(verdict: &Verdict) -> Option<&Difference> {
    let difference = verdict.difference.as_ref()?;
    let kept_below = verdict.outcome == Some(Outcome::Met) && difference.number < 0.0;
    (difference.number != 0.0 && !kept_below).then_some(difference)
}

/// The word for what became of a promise, and behind it the reason, the attainment or the difference. A result without
/// a target has only its difference from the year before, if there is one.
fn outcome_parts(verdict: &Verdict, lang: Lang) -> (&'static str, String) {
    let words = lang.words();
    let difference = told_difference(verdict).map(difference_words);
    match (verdict.outcome, difference) {
        (None | Some(Outcome::Unplanned), Some(difference)) => ("", words.on_year(difference)),
        (None, None) => ("", String::new()),
        (Some(_), _) if verdict.carried_over => (words.carried_on, String::new()),
        (Some(_), difference) => {
            let more = match (verdict.reason, verdict.attainment) {
                (Some(reason), _) => words.reason(reason.code()).to_owned(),
                (None, Some(percent)) => format!("{percent}%"),
                (None, None) => difference.unwrap_or_default(),
            };
            (outcome_word(verdict, lang), more)
        }
    }
}

/// What became of a row's promise for a year: sign and word, marked where likeness decided what answers it, and what is
/// said behind them.
pub fn row_outcome(row: &Row, year: Year, lang: Lang) -> (String, String) {
    let Some(verdict) = row.verdict(year) else {
        return (String::new(), String::new());
    };
    let (word, more) = outcome_parts(verdict, lang);
    if word.is_empty() {
        return (String::new(), more);
    }
    let sign = match verdict.outcome {
        Some(_) if verdict.carried_over => CARRIED_SIGN,
        outcome => outcome.map_or(" ", sign),
    };
    let likely = answered_by_similarity(row, year);
    let mark = if likely { SIMILAR_SIGN } else { "" };
    (format!("{sign} {word}{mark}"), more)
}

/// How far a result is from its target, said apart from a verdict: above or below by so much.
pub fn distance_words(difference: &Difference, lang: Lang) -> String {
    let words = lang.words();
    let size = format!("{}{}", difference.number.abs(), difference.unit);
    if difference.number < 0.0 {
        words.below(size)
    } else {
        words.above(size)
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
