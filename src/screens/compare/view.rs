//! What of a ledger is shown, and how its outcomes and trends are said.

use crate::compare::{Row, levels};
use crate::i18n::Lang;
use crate::model::Bulletin;
use crate::store::store::Store;
use crate::width::Ambiguous;
use crate::wording::verdict::{outcome_word, verdict_words};

use super::state::State;

/// The state with what it is shown by.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// Which rows and year.
    pub state: &'a State,
    /// Whether the columns of all years are shown, not those around the year only.
    pub all_years: bool,
    /// The bulletins that its cells point into.
    pub bulletins: &'a [Bulletin],
    /// The language.
    pub lang: Lang,
    /// Cells of ambiguous characters.
    pub ambiguous: Ambiguous,
}

impl<'a> View<'a> {
    /// The state as a store shows it.
    pub fn new(state: &'a State, all_years: bool, store: &'a Store) -> Self {
        Self {
            state,
            all_years,
            bulletins: &store.bulletins,
            lang: store.lang,
            ambiguous: store.ambiguous,
        }
    }

    /// The rows that are listed.
    pub fn rows(&self) -> impl Iterator<Item = &'a Row> + use<'a> {
        let state = self.state;
        state.listed().filter_map(|row| state.ledger.rows.get(row))
    }

    /// The head of the outcomes; among the columns of many years it says which one is meant.
    pub fn outcome_head(&self) -> String {
        if self.all_years {
            self.lang.outcome_of(self.state.year)
        } else {
            self.lang.words().outcome.to_owned()
        }
    }

    /// The outcome of the year: with its figure, or only sign and word. All rows of a column alike, so
    /// that one without a figure has none.
    pub fn outcome(&self, row: &Row, figures: bool) -> String {
        let Some(verdict) = row.verdict(self.state.year) else {
            return String::new();
        };
        match verdict.outcome {
            Some(outcome) if !figures && !verdict.carried_over => {
                let sign = Lang::outcome_sign(outcome);
                format!("{sign} {}", outcome_word(verdict, self.lang))
            }
            _ => verdict_words(Some(verdict), self.lang),
        }
    }

    /// Marks for how the results of a row went, a cell for each year: ▁▃▇ or _-^. Empty for fewer than
    /// three years.
    pub fn trend(&self, row: &Row, unicode: bool) -> String {
        let marks: &[char] = if unicode {
            &['▁', '▂', '▃', '▄', '▅', '▆', '▇']
        } else {
            &['_', '-', '^']
        };
        let ledger = &self.state.ledger;
        let top = (marks.len() - 1) as u8;
        let levels = levels(row, &ledger.columns, ledger.facts(self.bulletins), top);
        let mark = |level: &u8| marks.get(usize::from(*level)).copied().unwrap_or(' ');
        levels.unwrap_or_default().iter().map(mark).collect()
    }
}
