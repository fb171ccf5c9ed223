//! `indicators`: the catalogue of indicators, and what of it the library has.

use std::io::{self, Write};

use crate::export::indicators::{json, line, matched};
use crate::export::json::write as write_json;
use crate::i18n::Lang;
use crate::i18n::indicators::head;
use crate::load::Library;
use crate::width::Ambiguous;

use super::entry::write_list;

/// Columns with numbers: bulletins and figures.
const NUMBERS: [usize; 2] = [5, 6];

/// Writes the catalogue, as JSON or as a list that has so many cells.
///
/// # Errors
/// Those of the writer.
pub fn write(
    out: &mut dyn Write,
    library: &Library,
    as_json: bool,
    (lang, room): (Lang, (usize, Ambiguous)),
) -> io::Result<()> {
    let catalogue = library.catalogue();
    let matched = matched(&catalogue, &library.bulletins);
    if as_json {
        return write_json(out, &json(&matched));
    }
    let lines: Vec<Vec<String>> = matched.iter().map(|one| line(one, lang)).collect();
    write_list(out, &head(lang), &lines, &NUMBERS, room)
}
