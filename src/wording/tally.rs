//! How many promises became what, in one line.

use crate::compare::{Outcome, Tally};
use crate::i18n::Lang;

use super::verdict::{CARRIED_SIGN, sign};

/// Ties a count to its word where the tally is broken into lines; shown as a space.
pub const TIE: &str = "\u{a0}";

/// The tally of a year in one sentence, with its denominators; counts are tied to their words by
/// [`TIE`].
pub fn tally_words(tally: &Tally, lang: Lang) -> String {
    let words = lang.words();
    let list = |counts: &[(Outcome, usize)], carried: usize| {
        let outcomes = counts.iter().map(|(o, n)| (words.outcome(o.code()), *n));
        let carried = (carried > 0).then_some((words.carried_on, carried));
        let parts: Vec<String> = outcomes
            .chain(carried)
            .map(|(word, n)| format!("{word}{TIE}{n}"))
            .collect();
        if parts.is_empty() {
            String::new()
        } else {
            words.tally_parts(parts.join(" · "))
        }
    };
    let mut numeric = list(&tally.numeric, 0);
    if tally.similar > 0 {
        numeric.push_str(&words.tally_similar(tally.similar));
    }
    let commitments = list(&tally.commitments, tally.carried_over);
    words.tally_of(
        tally.numeric_total(),
        numeric,
        tally.commitments_total(),
        commitments,
        tally.year,
    )
}

/// The tally where there is no room for words: the signs of the outcomes stand for them.
pub fn tally_signs(tally: &Tally, lang: Lang) -> String {
    let words = lang.words();
    let list = |counts: &[(Outcome, usize)]| {
        let parts: Vec<String> = counts
            .iter()
            .map(|(o, n)| format!("{}{n}", sign(*o)))
            .collect();
        parts.join(" ")
    };
    let carried = match tally.carried_over {
        0 => String::new(),
        n => format!(" {}{n}", CARRIED_SIGN),
    };
    format!(
        "{} {}: {}  {} {}: {}{carried}",
        words.figures_short,
        tally.numeric_total(),
        list(&tally.numeric),
        words.words_short,
        tally.commitments_total(),
        list(&tally.commitments)
    )
}

/// The tally of a year in one line that is not set by who asks for it.
pub fn tally_line(tally: &Tally, lang: Lang) -> String {
    tally_words(tally, lang).replace(TIE, " ")
}
