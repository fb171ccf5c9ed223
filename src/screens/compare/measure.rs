//! How many cells the words of a row take, whatever is listed and however wide the screen is: measured once for a ledger
//! and for each of its years, so that a key that lists other rows measures nothing.

use crate::calendar::Year;
use crate::compare::Row;
use crate::i18n::Lang;
use crate::width::{self, Ambiguous};
use crate::wording::cell::of_cell;
use crate::wording::column::of_ledger;
use crate::wording::verdict::{next_words, row_outcome};
use crate::wrap::{Setting, extent};

use super::number::Parts;
use super::view::View;

/// What a cell of the ledger says, in cells of the screen.
#[derive(Clone, Copy, Debug)]
pub struct ValueSize {
    /// Its words without the signs behind them.
    pub text: usize,
    /// The signs.
    pub signs: usize,
    /// The narrowest that a value can be set with its signs; what is no wider than the head of its column is not looked
    /// at for its breaks.
    pub narrowest: usize,
    /// Its parts, if it is a value.
    pub parts: Option<Parts>,
}

/// What a row says in all years.
#[derive(Clone, Debug)]
pub struct RowSize {
    /// Its name.
    pub name: usize,
    /// How its results went.
    pub trend: usize,
    values: Vec<Option<ValueSize>>,
}

impl RowSize {
    /// What it says in a column of the ledger; None for an empty cell.
    pub fn value(&self, column: usize) -> Option<&ValueSize> {
        self.values.get(column)?.as_ref()
    }
}

/// What is said of a row in one year.
#[derive(Clone, Copy, Debug, Default)]
pub struct OutcomeSize {
    /// The word for the outcome, with its sign.
    pub word: usize,
    /// The space that stands for the sign of an outcome without one.
    blank: usize,
    /// All that is said behind it; nothing for 0.
    pub more: usize,
    /// The widest part of that.
    pub part: usize,
    /// The word on the next target.
    pub next: usize,
}

impl OutcomeSize {
    fn of(row: &Row, year: Year, (lang, ambiguous): (Lang, Ambiguous)) -> Self {
        let cells = |text: &str| width::cells(text, ambiguous);
        let (word, more) = row_outcome(row, year, lang);
        Self {
            word: cells(&word),
            blank: word.len() - word.trim_start().len(),
            more: cells(&more),
            part: more.split(' ').map(cells).max().unwrap_or(0),
            next: cells(next_words(row.verdict(year), lang)),
        }
    }

    /// Word and more with a space between.
    pub fn whole(&self) -> usize {
        self.word + 1 + self.more
    }

    /// The same as a part of a card, without space at its start, nor where one of them is missing.
    pub fn on_card(&self) -> usize {
        let both = self.word > 0 && self.more > 0;
        self.word - self.blank + usize::from(both) + self.more
    }
}

/// What was measured, for which ledger and cells of ambiguous characters.
#[derive(Debug)]
pub struct Measures {
    /// The heads of the ledger's columns.
    pub heads: Vec<usize>,
    rows: Vec<RowSize>,
    years: Vec<(Year, Vec<OutcomeSize>)>,
    set_for: (usize, Ambiguous, Lang),
}

impl Measures {
    /// What the rows of the ledger take, with those of its year: what was measured before, if that was for the same.
    pub fn of(before: Option<Self>, view: &View<'_>) -> Self {
        let set_for = (view.state.loaded, view.ambiguous, view.lang);
        let mut measures = before
            .filter(|measures| measures.set_for == set_for)
            .unwrap_or_else(|| Self::new(view, set_for));
        measures.add_year(view);
        measures
    }

    fn new(view: &View<'_>, set_for: (usize, Ambiguous, Lang)) -> Self {
        let ledger = &view.state.ledger;
        let columns = ledger.columns.iter();
        let heads = columns.map(|column| of_ledger(column.year, column.role, view.lang));
        let heads: Vec<usize> = heads
            .map(|head| width::cells(&head, view.ambiguous))
            .collect();
        let row = |row: &Row| RowSize {
            name: width::cells(&row.indicator, view.ambiguous),
            trend: width::cells(&view.trend(row, false), view.ambiguous),
            values: (0..heads.len())
                .map(|at| value(row, at, view, heads.get(at).copied()?))
                .collect(),
        };
        Self {
            rows: ledger.rows.iter().map(row).collect(),
            heads,
            years: Vec::new(),
            set_for,
        }
    }

    fn add_year(&mut self, view: &View<'_>) {
        let year = view.state.year;
        if self.outcomes(year).is_some() {
            return;
        }
        let ledger = &view.state.ledger;
        let mut sizes = vec![OutcomeSize::default(); ledger.rows.len()];
        for entry in &view.state.entries {
            let row = ledger.rows.get(entry.row);
            if let Some((size, row)) = sizes.get_mut(entry.row).zip(row) {
                *size = OutcomeSize::of(row, year, (view.lang, view.ambiguous));
            }
        }
        self.years.push((year, sizes));
    }

    fn outcomes(&self, year: Year) -> Option<&Vec<OutcomeSize>> {
        let mut years = self.years.iter();
        years.find(|(one, _)| *one == year).map(|(_, sizes)| sizes)
    }

    /// What a row of the ledger takes, and what is said of it in a year that was shown.
    pub fn row(&self, row: usize, year: Year) -> Option<(&RowSize, &OutcomeSize)> {
        self.rows.get(row).zip(self.outcomes(year)?.get(row))
    }
}

/// What a row says in a column of the ledger with a head of so many cells.
fn value(row: &Row, at: usize, view: &View<'_>, head: usize) -> Option<ValueSize> {
    let facts = view.state.ledger.facts(view.bulletins);
    let cell = row.cells.get(at).copied().flatten()?;
    let words = of_cell(cell, row, facts, view.lang)?;
    let (text, signs) = (width::cells(&words.text, view.ambiguous), words.signs.len());
    let whole = format!("{}{}", words.text, words.signs);
    let narrowest = if text + signs <= head || !words.is_value {
        text + signs
    } else {
        extent(&words.text, &Setting::plain(0, view.ambiguous)).narrowest + signs
    };
    Some(ValueSize {
        text,
        signs,
        narrowest,
        parts: (words.is_value).then(|| Parts::of(&whole, view.ambiguous)),
    })
}
