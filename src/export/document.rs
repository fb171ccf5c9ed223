//! What every form of document has to do, and what it is given.

use std::io::{self, Write};

use crate::calendar::Year;
use crate::compare::{Facts, Ledger, Row};
use crate::i18n::Lang;
use crate::model::{Bulletin, Role};

use super::block::Block;
use super::text;

/// A form of document. It is given the parts in order and writes each at once.
pub trait Document {
    /// What stands before all parts; the first bulletin tells the language of the document.
    ///
    /// # Errors
    /// Those of the writer.
    fn begin(&mut self, out: &mut dyn Write, first: Option<&Bulletin>) -> io::Result<()>;

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

/// Some rows of a ledger.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'a> {
    /// The ledger.
    pub ledger: &'a Ledger,
    /// Indices of its rows.
    pub rows: &'a [usize],
    /// The library.
    pub bulletins: &'a [Bulletin],
    /// Language of the interface.
    pub lang: Lang,
}

impl Rows<'_> {
    /// The rows.
    pub fn iter(&self) -> impl Iterator<Item = &Row> {
        let rows = self.rows.iter();
        rows.filter_map(|row| self.ledger.rows.get(*row))
    }

    /// What their cells point into.
    pub fn facts(&self) -> Facts<'_> {
        self.ledger.facts(self.bulletins)
    }

    /// What they are: rows of the comparison of a series.
    pub fn title(&self) -> String {
        let colon = self.lang.pick("：", ": ");
        format!("{}{colon}{}", self.lang.words().compare, self.ledger.title)
    }

    /// The columns in which one of the rows has a cell, by year and role.
    pub fn columns(&self) -> Vec<(Year, Role)> {
        let columns = self.ledger.columns.iter().enumerate();
        let filled = columns.filter(|(at, _)| {
            self.iter()
                .any(|row| row.cells.get(*at).is_some_and(Option::is_some))
        });
        filled.map(|(_, c)| (c.year, c.role)).collect()
    }

    /// The years in which one of the rows has an outcome or a word on the next target.
    pub fn years(&self) -> Vec<Year> {
        let judged = |year: &Year| {
            let verdicts = self.iter().filter_map(|row| row.verdict(*year));
            let mut said = verdicts.filter(|v| v.outcome.is_some() || v.next.is_some());
            said.next().is_some()
        };
        self.ledger.years().into_iter().filter(judged).collect()
    }

    /// The bulletins that the rows' cells stand in, by year.
    pub fn sources(&self) -> Vec<&Bulletin> {
        let cells = self.iter().flat_map(|row| row.cells.iter().flatten());
        let cited: Vec<usize> = cells.map(|cell| cell.bulletin).collect();
        let mut bulletins: Vec<usize> = Vec::new();
        for column in &self.ledger.columns {
            if cited.contains(&column.bulletin) && !bulletins.contains(&column.bulletin) {
                bulletins.push(column.bulletin);
            }
        }
        let named = bulletins
            .into_iter()
            .filter_map(|at| self.bulletins.get(at));
        named.collect()
    }
}

/// Issuer, document number and date of a bulletin, those that it has.
pub fn byline(bulletin: &Bulletin) -> String {
    text::byline(bulletin, "\u{3000}")
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
