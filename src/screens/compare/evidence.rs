//! The sentences behind a row, as data: where they stand, and the quoted words in them.

use std::ops::Range;

use crate::compare::{Cell, Facts, Ledger, Row};
use crate::i18n::Lang;
use crate::model::{Bulletin, Origin};
use crate::wording::source::heading_path;

/// The sentence behind a cell.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The column: 2021目标.
    pub column: String,
    /// `ID#2.1` of the section.
    pub reference: String,
    /// Headings down to the section.
    pub path: String,
    /// The sentence, line ends as spaces.
    pub sentence: String,
    /// The quoted words in it, in bytes.
    pub focus: Range<usize>,
    /// Whether the figure is damaged.
    pub doubtful: bool,
    /// Declared in the file, or found by the program.
    pub origin: Origin,
    /// A remark of whoever declared it.
    pub note: Option<String>,
}

/// The sentences behind a row's cells in some columns.
pub fn evidence(
    ledger: &Ledger,
    row: &Row,
    columns: &[usize],
    bulletins: &[Bulletin],
    lang: Lang,
) -> Vec<Evidence> {
    let of_column = |at: &usize| {
        let column = ledger.columns.get(*at)?;
        let cell = row.cells.get(*at).copied().flatten()?;
        let name = lang.column(column.year, column.role);
        evidence_of(cell, name, ledger.facts(bulletins), lang)
    };
    columns.iter().filter_map(of_column).collect()
}

fn evidence_of(cell: Cell, column: String, facts: Facts<'_>, lang: Lang) -> Option<Evidence> {
    let (section, figure) = cell.look(facts)?;
    let range = section.sentence(figure);
    // A line end is one byte, as is the space in its place.
    let sentence = section.body.get(range.clone())?.replace('\n', " ");
    let focus = figure.span.start - range.start..figure.span.end - range.start;
    Some(Evidence {
        column: match &figure.value {
            Some(value) => format!("{column}  {}", lang.value_with_time(value, figure)),
            None => column,
        },
        reference: cell.reference(facts.bulletins),
        path: heading_path(facts.bulletins.get(cell.bulletin)?, cell.section),
        sentence,
        focus,
        doubtful: figure.doubtful,
        origin: figure.origin,
        note: figure.note.clone(),
    })
}
