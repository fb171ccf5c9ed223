//! A whole ledger in one of the formats, around the years that are asked for.

use std::io::{self, Write};

use crate::wording::paragraph::Setup;

use super::about::About;
use super::document::Document;
use super::format::{Format, Writer};
use super::json;
use super::rows::Rows;
use super::sheet;
use super::sink::Sink;

/// Writes all rows of a ledger.
///
/// # Errors
/// Those of the writer.
pub fn ledger(
    out: &mut dyn Write,
    rows: &Rows<'_>,
    format: Format,
    setup: Setup,
) -> io::Result<()> {
    match format.writer() {
        Writer::Document(make) => document(make(setup).as_mut(), rows, Sink::Plain(out)),
        Writer::Package(make, text, parts) => {
            let out = Sink::package(out, text, parts)?;
            document(make(setup).as_mut(), rows, out)
        }
        Writer::Sheet => sheet::csv(out, rows),
        Writer::Json => json::write(out, &json::ledger(rows.ledger, rows.bulletins)),
    }
}

fn document<W: Write>(
    document: &mut dyn Document,
    rows: &Rows<'_>,
    mut out: Sink<W>,
) -> io::Result<()> {
    let about = About {
        title: &rows.ledger.title,
        language: rows.language(),
    };
    document.begin(&mut out, about)?;
    document.rows(&mut out, rows)?;
    document.end(&mut out)?;
    out.finish()?.flush()
}
