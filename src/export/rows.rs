//! Some rows of a ledger that are taken away. Every form of document takes them from here.

use crate::calendar::Year;
use crate::compare::{Facts, Ledger, Row};
use crate::i18n::Lang;
use crate::model::Bulletin;

use super::about::About;

/// Some rows of a ledger.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'a> {
    /// The ledger.
    pub ledger: &'a Ledger,
    /// Indices of its rows, in the order they were picked; None for all of them.
    pub rows: Option<&'a [usize]>,
    /// The years that are asked for; none for the one that a reader wants first.
    pub years: &'a [Year],
    /// The library.
    pub bulletins: &'a [Bulletin],
    /// Language of the interface.
    pub lang: Lang,
}

impl Rows<'_> {
    /// What their cells point into.
    pub fn facts(&self) -> Facts<'_> {
        self.ledger.facts(self.bulletins)
    }

    /// The language of the ledger's bulletins: a tag of BCP 47.
    pub fn language(&self) -> &str {
        let column = self.ledger.columns.last();
        let bulletin = column.and_then(|column| self.bulletins.get(column.bulletin));
        About::of(bulletin).language
    }

    /// A row of the ledger.
    pub fn row(&self, at: usize) -> Option<&Row> {
        self.ledger.rows.get(at)
    }

    /// The years in the middle, each with its rows. Of picked rows those that have nothing to do with the year stand
    /// in the latest year that they have to do with: none is left out.
    pub fn by_year(&self) -> Vec<(Year, Vec<usize>)> {
        let mut years = self.years.to_vec();
        if years.is_empty() {
            years.extend(self.ledger.first_year());
        }
        let mut tables: Vec<(Year, Vec<usize>)> = Vec::new();
        for year in years {
            let rows = match self.rows {
                None => self.ledger.order(self.bulletins, year),
                Some(rows) => rows.to_vec(),
            };
            let own = rows.into_iter().filter(|at| self.is_of(*at, year));
            tables.push((year, own.collect()));
        }
        for at in self.rows.into_iter().flatten() {
            if tables.iter().any(|(_, rows)| rows.contains(at)) {
                continue;
            }
            let mut backward = self.ledger.years().into_iter().rev();
            let Some(year) = backward.find(|year| self.is_of(*at, *year)) else {
                continue;
            };
            match tables.iter_mut().find(|(known, _)| *known == year) {
                Some((_, rows)) => rows.push(*at),
                None => tables.push((year, vec![*at])),
            }
        }
        tables.retain(|(_, rows)| !rows.is_empty());
        tables
    }

    /// Whether a row has to do with a year.
    fn is_of(&self, at: usize, year: Year) -> bool {
        let row = self.row(at);
        row.is_some_and(|row| self.ledger.group(self.bulletins, row, year).is_some())
    }
}
