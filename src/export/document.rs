//! What every form of document has to do, and what it is given.

use std::io::{self, Write};

use crate::model::Bulletin;
use crate::wording::source;

use super::about::About;
use super::block::Block;
use super::rows::Rows;

/// Deepest heading of Markdown and HTML.
pub const DEEPEST: usize = 6;

/// A form of document. It is given the parts in order and writes each at once.
pub trait Document {
    /// What stands before all parts; `about` says what the document is about, and in which language it is.
    ///
    /// # Errors
    /// Those of the writer.
    fn begin(&mut self, out: &mut dyn Write, about: About<'_>) -> io::Result<()>;

    /// The bulletin that the blocks behind it are taken from.
    ///
    /// # Errors
    /// Those of the writer.
    fn source(&mut self, out: &mut dyn Write, bulletin: &Bulletin) -> io::Result<()>;

    /// A block of that bulletin.
    ///
    /// # Errors
    /// Those of the writer.
    fn block(&mut self, out: &mut dyn Write, block: &Block, bulletin: &Bulletin) -> io::Result<()>;

    /// Rows of a ledger, with where they come from.
    ///
    /// # Errors
    /// Those of the writer.
    fn rows(&mut self, out: &mut dyn Write, rows: &Rows<'_>) -> io::Result<()>;

    /// What stands behind all parts.
    ///
    /// # Errors
    /// Those of the writer.
    fn end(&mut self, out: &mut dyn Write) -> io::Result<()>;
}

/// Issuer, document number and date of a bulletin, those that it has.
pub fn byline(bulletin: &Bulletin) -> String {
    source::byline(bulletin, "\u{3000}")
}

/// Where words come from: title, issuer, document number and date.
pub fn source_words(bulletin: &Bulletin) -> String {
    format!("《{}》\u{3000}{}", bulletin.title, byline(bulletin))
}

/// Such words without the date at their end, and the date, in which no line should end.
pub fn parted_date<'a>(words: &'a str, bulletin: &Bulletin) -> (&'a str, String) {
    let date = bulletin.date.map(|date| date.to_string());
    let parted = date.and_then(|date| Some((words.strip_suffix(&date)?, date)));
    parted.unwrap_or((words, String::new()))
}
