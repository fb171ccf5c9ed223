//! Some rows of a ledger, and their words: as a table, with the sentences behind them. Every form of document takes
//! them from here.

use crate::calendar::Year;
use crate::compare::{Cell, Facts, Ledger, Row};
use crate::i18n::Lang;
use crate::model::{Bulletin, Role};
use crate::wording::cell::value_or_quote;
use crate::wording::column::of_ledger;
use crate::wording::figure::value_with_time;
use crate::wording::quotation::quote;
use crate::wording::row;
use crate::wording::verdict::{next_words, outcome_words};

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
        let words = self.lang.words();
        words.labelled(words.compare, &self.ledger.title)
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

    /// The rows as a table, the head first: values, or in 〔 〕 the words of commitments; for every year the
    /// outcome and the next target. Columns with nothing in them are left out.
    pub fn table(&self) -> Vec<Vec<String>> {
        let (lang, words) = (self.lang, self.lang.words());
        let (columns, years) = (self.columns(), self.years());
        let mut head = vec![words.indicator.to_owned()];
        head.extend(
            columns
                .iter()
                .map(|(year, role)| of_ledger(*year, *role, lang)),
        );
        for year in &years {
            head.extend([
                words.outcome_of(*year),
                format!("{year} {}", words.next_year),
            ]);
        }
        let mut lines = vec![head];
        for row in self.iter() {
            let mut line = vec![row::name(row, lang)];
            for (year, role) in &columns {
                let column = self.ledger.column(*year, *role);
                let cell = column.and_then(|at| row.cells.get(at).copied().flatten());
                line.push(value_or_quote(cell, self.facts()));
            }
            for year in &years {
                let verdict = row.verdict(*year);
                line.push(verdict.map_or_else(String::new, |verdict| outcome_words(verdict, lang)));
                line.push(next_words(verdict, lang).to_owned());
            }
            lines.push(line);
        }
        let filled = |at: usize| {
            let mut body = lines.iter().skip(1);
            body.any(|line| line.get(at).is_some_and(|cell| !cell.is_empty()))
        };
        let kept: Vec<bool> = (0..lines.first().map_or(0, Vec::len)).map(filled).collect();
        for line in &mut lines {
            let mut kept = kept.iter();
            line.retain(|_| kept.next() == Some(&true));
        }
        lines
    }

    /// The sentences behind the rows, by indicator.
    pub fn evidence(&self) -> Vec<(String, Vec<String>)> {
        let of = |row: &Row| {
            let cells = self.ledger.columns.iter().zip(&row.cells);
            let sentences = cells.filter_map(|(column, cell)| {
                sentence(column.year, column.role, *cell, self.facts(), self.lang)
            });
            (row::name(row, self.lang), sentences.collect())
        };
        self.iter().map(of).collect()
    }
}

/// `2021目标 超200个「二级节点超200个」 ID#2.1`
fn sentence(
    year: Year,
    role: Role,
    cell: Option<Cell>,
    facts: Facts<'_>,
    lang: Lang,
) -> Option<String> {
    let cell = cell?;
    let (section, figure) = cell.look(facts)?;
    let value = figure
        .value
        .as_deref()
        .map_or_else(String::new, |value| value_with_time(value, figure, lang));
    let quote = quote(section, figure);
    Some(format!(
        "{} {value}「{quote}」 {} {}",
        of_ledger(year, role, lang),
        cell.reference(facts.bulletins),
        lang.words().origin(figure.origin.code())
    ))
}
