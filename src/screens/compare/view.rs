//! What of a ledger is shown, and how its promises, outcomes and trends are said.

use crate::compare::{Count, Entry, Outcome, Row, RowGroup, Standing, levels};
use crate::i18n::Lang;
use crate::model::{Bulletin, Role};
use crate::store::store::Store;
use crate::width::Ambiguous;
use crate::wording::cell::{CellWords, of_cell};
use crate::wording::row::similar_words;
use crate::wording::tally::{standing_sign, standing_word};
use crate::wording::verdict::{Tone, row_outcome, tone};

use super::state::State;

/// The state with what it is shown by.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// Which rows and year.
    pub state: &'a State,
    /// The bulletins that its cells point into.
    pub bulletins: &'a [Bulletin],
    /// The language.
    pub lang: Lang,
    /// Cells of ambiguous characters.
    pub ambiguous: Ambiguous,
    /// Whether signs of Unicode may be used.
    pub unicode: bool,
}

impl<'a> View<'a> {
    /// The state as a store shows it.
    pub fn new(state: &'a State, store: &'a Store) -> Self {
        Self {
            state,
            bulletins: &store.bulletins,
            lang: store.lang,
            ambiguous: store.ambiguous,
            unicode: store.unicode_signs,
        }
    }

    /// The entry of a row.
    pub fn entry(&self, row: usize) -> Option<&'a Entry> {
        self.state.entry(row)
    }

    /// The rows that are listed as lines of a table, by their indices in the ledger.
    pub fn table_rows(&self) -> impl Iterator<Item = usize> + use<'a> {
        let view = *self;
        let is_in_table = move |at: &usize| {
            let entry = view.entry(*at);
            entry.is_some_and(|entry| view.is_in_table(entry))
        };
        view.state.listed().filter(is_in_table)
    }

    /// Whether a row is a line of a table: what has a value, and the main targets in words among those.
    pub fn is_in_table(&self, entry: &Entry) -> bool {
        let facts = self.state.ledger.facts(self.bulletins);
        let has_value = || {
            let figure = entry.cell.figure(facts);
            figure.is_some_and(|figure| figure.value.is_some())
        };
        entry.group == RowGroup::Main || has_value()
    }

    /// What kind of news the outcome of the year is.
    pub fn tone(&self, row: &Row) -> Option<Tone> {
        let verdict = row.verdict(self.state.year);
        verdict.and_then(|verdict| verdict.outcome).map(tone)
    }

    /// The sign of what a row counts as.
    pub fn sign(entry: &Entry) -> String {
        standing_sign(entry.standing).to_owned()
    }

    /// The words of a row in a column of a year and role.
    fn words(&self, row: &Row, year: u16, role: Role) -> Option<CellWords> {
        let ledger = &self.state.ledger;
        let cell = row.cells.get(ledger.column(year, role)?).copied()??;
        of_cell(cell, row, ledger.facts(self.bulletins), self.lang)
    }

    /// What was promised in words, and what is said of it, in whole sentences; how alike they are, if likeness joined
    /// them.
    pub fn promise_and_answer(&self, row: &Row, entry: &Entry) -> (String, String, Option<String>) {
        let (words, year) = (self.lang.words(), self.state.year);
        let facts = self.state.ledger.facts(self.bulletins);
        let whole = |said: CellWords| format!("{}{}", said.text, said.signs);
        let promise = of_cell(entry.cell, row, facts, self.lang);
        let promise = promise.map(whole).unwrap_or_default();
        let answer = match entry.standing {
            Standing::CarriedOver => {
                let next = self.words(row, year + 1, Role::Target);
                let next = next.map(whole).unwrap_or_default();
                words.carried_as(next, year + 1)
            }
            _ if !entry.group.is_promised() => row_outcome(row, year, self.lang).1,
            Standing::Judged(Outcome::Unreported) | Standing::Open => {
                standing_word(entry.standing, self.lang).to_owned()
            }
            Standing::Judged(outcome) => {
                let said = self.words(row, year, Role::Result);
                let said = said.map(whole).unwrap_or_default();
                // Whoever reads a sentence sees that it answers; any other outcome is said.
                if outcome == Outcome::Qualitative {
                    said
                } else {
                    let (word, more) = row_outcome(row, year, self.lang);
                    format!("{word} {more}  {said}").trim().to_owned()
                }
            }
        };
        let similar = similar_words(row, self.lang).filter(|_| entry.similar);
        (promise, answer, similar)
    }

    /// How many rows of a chapter were answered; of chapters of figures only how many there are.
    pub fn chapter_count(&self, count: &Count) -> String {
        let (words, all) = (self.lang.words(), count.total());
        match count.number(Standing::Judged(Outcome::Qualitative)) {
            0 => words.items(all),
            answered => words.answered_of(all, answered),
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
