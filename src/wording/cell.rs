//! A cell of a ledger in words: its value, or the words of a promise or report without one.

use crate::compare::{Cell, Facts, Row, beside_its_name};
use crate::i18n::Lang;
use crate::model::Origin;
use crate::width;

use super::figure::value_with_time;
use super::quotation::quote;
use super::verdict::SIMILAR_SIGN;

/// Stands behind what nobody declared and the program found in the text.
const FOUND_SIGN: &str = "'";

/// What is said of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellWords {
    /// The value as printed, with its time where that is not just a year; the whole words where there is no value.
    pub text: String,
    /// Whether it is a value.
    pub is_value: bool,
    /// Signs behind it: found by the program, joined by likeness.
    pub signs: String,
}

/// What a ledger shows of a cell; None for an empty one.
pub fn of_cell(cell: Cell, row: &Row, facts: Facts<'_>, lang: Lang) -> Option<CellWords> {
    let (section, figure) = cell.look(facts)?;
    let text = match &figure.value {
        Some(value) if figure.doubtful => format!("{value}?"),
        Some(value) => {
            let value = beside_its_name(value, &row.indicator, figure.reading.as_ref());
            value_with_time(value, figure, lang)
        }
        None => quote(section, figure),
    };
    let found = match figure.origin {
        Origin::Found => FOUND_SIGN,
        Origin::Declared => "",
    };
    let similar = if is_similar(cell, row) {
        SIMILAR_SIGN
    } else {
        ""
    };
    Some(CellWords {
        text: width::visible_text(&text).into_owned(),
        is_value: figure.value.is_some(),
        signs: format!("{found}{similar}"),
    })
}

/// The same on one line with its signs; a dash for an empty cell.
pub fn cell_words(cell: Option<Cell>, row: &Row, facts: Facts<'_>, lang: Lang) -> String {
    let words = cell.and_then(|cell| of_cell(cell, row, facts, lang));
    words.map_or_else(
        || "-".to_owned(),
        |words| format!("{}{}", words.text, words.signs),
    )
}

/// Whether likeness joined a cell to an earlier one of its row.
fn is_similar(cell: Cell, row: &Row) -> bool {
    let place = |cell: Cell| row.cells.iter().position(|one| *one == Some(cell));
    let mut pairs = row.pairs.iter().filter(|pair| pair.percent.is_some());
    pairs.any(|pair| {
        if place(pair.a) > place(pair.b) {
            pair.a == cell
        } else {
            pair.b == cell
        }
    })
}
