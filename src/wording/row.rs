//! What a row of a ledger is called, and what it was paired by.

use crate::compare::{Pairing, Row};
use crate::i18n::Lang;

use super::verdict::SIMILAR_SIGN;

/// The name of a row; one paired by likeness says so.
pub fn name(row: &Row, lang: Lang) -> String {
    if let Pairing::Similar(_) = row.pairing {
        lang.words().indicator_similar(&row.indicator)
    } else {
        row.indicator.clone()
    }
}

/// How alike what was paired by likeness is, behind its sign; None where something else decided.
pub fn similar_words(row: &Row, lang: Lang) -> Option<String> {
    let percent = row.pairing.percent()?;
    Some(format!("{SIMILAR_SIGN} {}", lang.words().similar(percent)))
}

/// What is said of a row whose cells were paired by likeness.
pub fn doubt(row: &Row, lang: Lang) -> Option<String> {
    match row.pairing {
        Pairing::Key | Pairing::Catalogue | Pairing::Name => None,
        Pairing::Similar(percent) => Some(lang.words().row_similar(percent)),
        Pairing::Confirmed => Some(lang.words().row_confirmed.to_owned()),
    }
}

/// What a row was paired by, in a word.
pub fn pairing(row: &Row, lang: Lang) -> String {
    match row.pairing {
        Pairing::Similar(percent) => lang.words().pairing_similar(percent),
        pairing => lang.words().pairing(pairing.code()).to_owned(),
    }
}
