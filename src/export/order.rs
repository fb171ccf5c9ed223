//! What is to be taken away, and how: the same order gives the same bytes wherever it comes from.

use crate::calendar::Year;
use crate::i18n::Lang;
use crate::width::Ambiguous;
use crate::wrap::Rules;

use super::format::Format;
use super::pick::Pick;

/// The years in the middle of ledgers, by series.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Middles(Vec<(String, Year)>);

impl Middles {
    /// Puts a year in the middle of the ledger of a series.
    pub fn set(&mut self, series: &str, year: Year) {
        match self.0.iter_mut().find(|(known, _)| known == series) {
            Some((_, middle)) => *middle = year,
            None => self.0.push((series.to_owned(), year)),
        }
    }

    /// The year of the ledger of a series; none where it is the one that a reader wants first.
    pub fn of(&self, series: &str) -> &[Year] {
        let middle = self.0.iter().find(|(known, _)| known == series);
        middle.map_or(&[], |(_, year)| std::slice::from_ref(year))
    }
}

/// What is to be taken away, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// What, in this order.
    pub picks: Vec<Pick>,
    /// The years in the middle of the ledgers that rows are of.
    pub middles: Middles,
    /// In which form.
    pub format: Format,
    /// Number the sections anew (GB/T 9704-2012 §7.3.3: 一、（一）1.（1）) instead of as the source does.
    pub renumber: bool,
    /// Cells of a line of plain text; 0 for one line per paragraph.
    pub cells: usize,
    /// JSON: a list even of one pick. A reference such as `ID#plans` means however many there are.
    pub list: bool,
    /// A sheet: tabs part its cells, as what is pasted into one has them, and no byte order mark.
    pub tabs: bool,
    /// Language of what is not the bulletins' own: heads of columns, verdicts.
    pub lang: Lang,
    /// Cells of ambiguous characters.
    pub ambiguous: Ambiguous,
    /// Where lines may end.
    pub rules: Rules,
}
