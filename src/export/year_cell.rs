//! What the cells of a year's table say: values, what became of a promise, and the sentences behind them.
//!
//! Knows nothing of columns and of forms of documents.

use crate::calendar::Year;
use crate::compare::{Basis, Cell, Ledger, Outcome, Pair, Related, Row, RowGroup, Verdict, around};
use crate::i18n::Lang;
use crate::model::{Bulletin, Figure, Origin, Role, Section};
use crate::wording::column::of_ledger;
use crate::wording::figure::value_with_time;
use crate::wording::quotation::quote;
use crate::wording::source::place;
use crate::wording::verdict::{difference_words, next_words, outcome_word, told_difference};

use super::rows::Rows;

/// What a cell of a table says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Its lines.
    pub lines: Vec<String>,
    /// Whether the program found it in the text, and nobody declared it.
    pub found: bool,
    /// What is to be noted of it: how likely it is, whose verdict, how a target changed.
    pub notes: Vec<String>,
}

impl Words {
    /// One line, none if it is empty.
    pub fn line(words: String) -> Self {
        Self {
            lines: Vec::from_iter(Some(words).filter(|words| !words.is_empty())),
            ..Self::default()
        }
    }

    /// The notes in brackets; nothing where there is none.
    pub fn noted(&self, lang: Lang) -> String {
        let words = lang.words();
        match self.notes.as_slice() {
            [] => String::new(),
            notes => words.noted(notes.join(words.notes_join)),
        }
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

/// A row of a ledger around a year.
#[derive(Clone, Copy)]
pub struct RowOfYear<'a> {
    row: &'a Row,
    year: Year,
    /// What it is in the year.
    pub group: RowGroup,
    /// The cell that says so.
    pub anchor: Cell,
    ledger: &'a Ledger,
    bulletins: &'a [Bulletin],
    lang: Lang,
}

impl<'a> RowOfYear<'a> {
    /// A row of some rows, by its index in the ledger; None where it has nothing to do with the year.
    pub fn of(rows: &Rows<'a>, at: usize, year: Year) -> Option<Self> {
        let row = rows.ledger.rows.get(at)?;
        let (group, anchor) = RowGroup::of(rows.facts(), &rows.ledger.columns, row, year)?;
        Some(Self {
            row,
            year,
            group,
            anchor,
            ledger: rows.ledger,
            bulletins: rows.bulletins,
            lang: rows.lang,
        })
    }

    fn cell(&self, (year, role): (Year, Role)) -> Option<Cell> {
        let at = self.ledger.column(year, role)?;
        self.row.cells.get(at).copied().flatten()
    }

    fn look(&self, column: (Year, Role)) -> Option<(&'a Section, &'a Figure)> {
        self.cell(column)?.look(self.ledger.facts(self.bulletins))
    }

    fn verdict(&self) -> Option<&'a Verdict> {
        self.row.verdict(self.year)
    }

    /// What the row is called: its indicator, or the whole words of what has no value.
    pub fn name(&self) -> Words {
        let facts = self.ledger.facts(self.bulletins);
        match self.anchor.look(facts) {
            Some((section, figure)) if figure.value.is_none() => Words {
                lines: vec![quote(section, figure)],
                found: figure.origin == Origin::Found,
                ..Words::default()
            },
            _ => Words::line(self.row.indicator.clone()),
        }
    }

    /// How alike a cell is to the one that the row stands for, in percent; None unless it was paired by likeness.
    fn likeness(&self, cell: Cell) -> Option<u8> {
        if self.anchor == cell {
            return None;
        }
        let pairs = self.row.pairs.iter();
        let own = pairs.filter(|pair| pair.a == cell || pair.b == cell);
        own.filter_map(|pair| pair.percent).min()
    }

    /// The value of a cell as printed, with its time where that is not just the year; the words of what has none.
    /// Among tasks an answer is its words, whatever numbers are in them.
    pub fn value(&self, column: (Year, Role), in_words: bool) -> Words {
        let Some((cell, (section, figure))) = self.cell(column).zip(self.look(column)) else {
            return Words::default();
        };
        let words = self.lang.words();
        let line = match figure.value.as_deref().filter(|_| !in_words) {
            Some(value) => value_with_time(value, figure, self.lang),
            None => quote(section, figure),
        };
        let likely = self.likeness(cell).filter(|_| column.1 != Role::Result);
        let doubtful = figure.doubtful.then(|| words.doubtful.to_owned());
        let likely = likely.map(|percent| words.likely(percent));
        Words {
            lines: vec![line],
            found: figure.origin == Origin::Found,
            notes: doubtful.into_iter().chain(likely).collect(),
        }
    }

    /// The next target, and how it relates to this year's.
    pub fn next(&self, in_words: bool) -> Words {
        let [_, target, result, next] = around(self.year);
        let mut cell = self.value(next, in_words);
        let stands_alone = [target, result]
            .iter()
            .all(|column| self.cell(*column).is_none());
        let word = next_words(self.verdict(), self.lang);
        if stands_alone {
            // New words are the name of their row.
            let has_value = self
                .look(next)
                .is_some_and(|(_, figure)| figure.value.is_some());
            return if has_value { cell } else { Words::default() };
        }
        if cell.is_empty() {
            return Words::line(word.to_owned());
        }
        if !word.is_empty() {
            cell.notes.insert(0, word.to_owned());
        }
        cell
    }

    /// How likely it is that what answers the promise is about it, in percent; None where nothing answers, and where
    /// nothing around the year was paired by likeness.
    pub fn likely(&self) -> Option<u8> {
        let verdict = self.verdict()?;
        if verdict.carried_over || verdict.outcome? == Outcome::Unreported {
            return None;
        }
        let cells = around(self.year).map(|column| self.cell(column));
        let is_near = |pair: &&Pair| cells.contains(&Some(pair.a)) && cells.contains(&Some(pair.b));
        let near = self.row.pairs.iter().filter(is_near);
        near.filter_map(|pair| pair.percent).min()
    }

    /// What became of the promise: the word, the difference or how much of it was reached, whose verdict that is, how
    /// likely the pair is.
    pub fn outcome(&self) -> Words {
        let words = self.lang.words();
        let Some(verdict) = self.verdict() else {
            return Words::default();
        };
        let difference = told_difference(verdict).map(difference_words);
        let word = outcome_word(verdict, self.lang);
        let Some(outcome) = verdict
            .outcome
            .filter(|outcome| *outcome != Outcome::Unplanned)
        else {
            let on_year = difference.map(|difference| words.on_year(difference));
            return Words::line(on_year.unwrap_or_default());
        };
        if verdict.carried_over {
            return Words::line(words.carried_on.to_owned());
        }
        let reason = verdict.reason.map(|reason| words.reason(reason.code()));
        let line = match (reason, verdict.attainment, difference) {
            (Some(reason), ..) => words.outcome_with(reason, word),
            (None, Some(percent), _) => words.outcome_attained(word, percent),
            (None, None, Some(difference)) => words.outcome_with(difference, word),
            (None, None, None) => word.to_owned(),
        };
        let by_number = !matches!(
            outcome,
            Outcome::Qualitative | Outcome::Unreported | Outcome::Incomparable
        );
        let told = by_number || verdict.basis == Basis::Stated;
        let basis = told.then(|| words.basis(verdict.basis.code()).to_owned());
        let likely = self.likely().map(|percent| words.likely(percent));
        Words {
            notes: basis.into_iter().chain(likely).collect(),
            ..Words::line(line)
        }
    }

    /// The sentences behind the row and where they stand; of words that the row shows whole only where they stand.
    pub fn evidence(&self, in_words: bool) -> Words {
        let words = self.lang.words();
        let line = |column: (Year, Role)| {
            let cell = self.cell(column)?;
            let (section, figure) = self.look(column)?;
            let bulletin = self.bulletins.get(cell.bulletin)?;
            let place = place(bulletin, cell.section, self.lang);
            let name = of_ledger(column.0, column.1, self.lang);
            Some(if in_words || figure.value.is_none() {
                words.evidence_placed(name, place)
            } else {
                words.evidence_quoted(name, place, quote(section, figure))
            })
        };
        let own = around(self.year).into_iter().filter_map(line);
        Words {
            lines: own.chain(self.related()).collect(),
            ..Words::default()
        }
    }

    /// What reports tell of the indicator without answering the promise, and why it does not.
    fn related(&self) -> impl Iterator<Item = String> {
        let words = self.lang.words();
        let facts = self.ledger.facts(self.bulletins);
        let of_year = |related: &&Related| related.year == self.year;
        let told = move |related: &Related| {
            let (section, figure) = related.cell.look(facts)?;
            let bulletin = self.bulletins.get(related.cell.bulletin)?;
            let place = place(bulletin, related.cell.section, self.lang);
            let reason = words.reason(related.reason.code());
            let value = figure.value.as_deref().unwrap_or_default();
            let name = words.evidence_related(words.related_note(reason), value);
            Some(words.evidence_quoted(name, place, quote(section, figure)))
        };
        let related = self.row.related.iter();
        related.filter(of_year).filter_map(told)
    }

    /// The bulletins that its cells stand in.
    pub fn cited(&self) -> impl Iterator<Item = usize> {
        let columns = around(self.year).into_iter();
        columns.filter_map(|column| Some(self.cell(column)?.bulletin))
    }
}
