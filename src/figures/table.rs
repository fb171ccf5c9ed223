//! Figures and tasks in the tables of a section, by the heads of their columns.
//!
//! A table is read where its head tells what is measured and where the values of it are, or what is to be done, and by
//! whom or when. Of such a table all is read here and nothing as running text, but for sentences in its cells. What the
//! head does not tell is no figure. A table whose head tells neither stays to those who read running text.

use std::ops::Range;

use crate::lexicon::List;
use crate::model::Section;
use crate::model::table::TAB;
use crate::text::chars::is_digit;
use crate::text::label;

use super::about::About;
use super::table_cell::unit_told;
use super::table_reader::{Reader, Tables};

/// What the caption of a table begins with, before its number.
static CAPTION: List = List::new("caption");

/// Reads the tables of a section. None where it has none that is told.
pub fn read(section: &Section, about: About) -> Option<Tables> {
    if !section.body.contains(TAB) {
        return None;
    }
    let mut out = Tables::default();
    let mut blank: Vec<Range<usize>> = Vec::new();
    for table in section.tables() {
        if let Some(mut reader) = Reader::new(section, &table, about) {
            reader.run(&mut out);
            blank.extend(caption(&section.body, table.span().start));
            blank.extend(table.rows);
        }
    }
    if blank.is_empty() {
        return None;
    }
    out.rest = without(&section.body, &blank);
    Some(out)
}

/// The line over a table that is its caption: 表6 500万元以上项目 counts nothing.
fn caption(body: &str, table: usize) -> Option<Range<usize>> {
    let over = body.get(..table)?.trim_end();
    let start = over.rfind('\n').map_or(0, |at| at + 1);
    let line = over.get(start..)?;
    let number = |rest: &str| {
        let rest = rest.trim_start();
        rest.starts_with(|c| is_digit(c) || label::is_numeral(c)) || rest.is_empty()
    };
    let is = CAPTION.strip_start(line).is_some_and(number) || unit_told(line).is_some();
    is.then_some(start..over.len())
}

/// A text with blanks at some places: all others stay where they are.
pub fn without(text: &str, places: &[Range<usize>]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for place in places {
        if let Some(part) = bytes.get_mut(place.clone()) {
            part.fill(b' ');
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}
