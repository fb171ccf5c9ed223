//! Evidence: the sentences behind all cells of a row, and its verdicts, set for a width.

use std::ops::Range;

use crate::compare::{Outcome, Row, Verdict};
use crate::i18n::Lang;
use crate::model::{Origin, Role};
use crate::store::store::Store;
use crate::view::area::{body, measure};
use crate::width::Ambiguous;
use crate::wording::verdict::{difference_words, next_words, verdict_words};
use crate::wrap::{Setting, wrap};

use super::evidence::{Evidence, evidence};
use super::said::parted;
use super::state::State;

/// A row of the Evidence screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvidenceLine {
    /// The indicator, or the name of a column with its value.
    Head(String),
    /// Where a sentence stands, or what is to say of it.
    Aside(String),
    /// A line of a sentence, with the quoted words in it, in bytes.
    Words(String, Range<usize>),
    /// Space.
    Blank,
}

/// What the lines were set for: the list, the row, cells of a line, cells of ambiguous characters.
type SetFor = (usize, Option<usize>, u16, Ambiguous);

/// The lines of Evidence.
#[derive(Debug)]
pub struct EvidenceLay {
    /// The lines.
    pub lines: Vec<EvidenceLine>,
    set_for: SetFor,
}

impl EvidenceLay {
    /// The evidence of the row under the cursor: what was set before, if that was for the same.
    pub fn of(before: Option<Self>, state: &State, store: &Store) -> Self {
        let cells = measure(body(store.size).cells, false);
        let set_for = (state.made, state.row(), cells, store.ambiguous);
        if let Some(lay) = before.filter(|lay| lay.set_for == set_for) {
            return lay;
        }
        let mut setter = Setter {
            lines: Vec::new(),
            cells: cells.into(),
            ambiguous: store.ambiguous,
        };
        if let Some(row) = state.current() {
            setter.row(row, state, store);
        }
        Self {
            lines: setter.lines,
            set_for,
        }
    }
}

/// Sets texts one below the other.
struct Setter {
    lines: Vec<EvidenceLine>,
    cells: usize,
    ambiguous: Ambiguous,
}

impl Setter {
    fn head(&mut self, text: &str) {
        let lines = set(text, self.cells, self.ambiguous).into_iter();
        let lines = lines.map(|(line, _)| EvidenceLine::Head(line));
        self.lines.extend(lines);
    }

    fn aside(&mut self, text: &str) {
        let lines = set(text, self.cells, self.ambiguous).into_iter();
        let lines = lines.map(|(line, _)| EvidenceLine::Aside(line));
        self.lines.extend(lines);
    }

    fn row(&mut self, row: &Row, state: &State, store: &Store) {
        let (lang, words) = (store.lang, store.lang.words());
        self.head(&row.indicator);
        if let Some(doubt) = lang.similar(row.pairing) {
            let keys = if store.links_files.is_empty() {
                ""
            } else {
                words.pair_keys
            };
            self.aside(&format!("{doubt}{keys}"));
        }
        for (_, other) in parted(row, state, store) {
            self.aside(&format!("{}{}", words.parted_from, other.words));
        }
        let all = state.columns(true);
        for evidence in evidence(&state.ledger, row, &all, &store.bulletins, lang) {
            self.lines.push(EvidenceLine::Blank);
            self.sentence(&evidence, lang);
        }
        self.lines.push(EvidenceLine::Blank);
        for verdict in &row.verdicts {
            self.verdict(verdict, lang);
        }
    }

    fn sentence(&mut self, evidence: &Evidence, lang: Lang) {
        let words = lang.words();
        self.head(&evidence.column);
        self.aside(&format!("{}  {}", evidence.reference, evidence.path));
        if evidence.origin == Origin::Found {
            self.aside(words.found_note);
        }
        for (line, range) in set(&evidence.sentence, self.cells, self.ambiguous) {
            let focus = within(&evidence.focus, &range);
            self.lines.push(EvidenceLine::Words(line, focus));
        }
        if evidence.doubtful {
            self.aside(words.damaged_note);
        }
        if let Some(note) = &evidence.note {
            self.aside(&format!("{}{note}", words.note));
        }
    }

    fn verdict(&mut self, verdict: &Verdict, lang: Lang) {
        let mut parts = vec![verdict.year.to_string()];
        if verdict.outcome == Some(Outcome::Unplanned) {
            parts.push(lang.outcome(Outcome::Unplanned).to_owned());
        }
        let outcome = verdict_words(Some(verdict), lang);
        let known = parts.last().is_some_and(|part| part == outcome.trim());
        if !outcome.trim().is_empty() && !known {
            parts.push(outcome.trim().to_owned());
        }
        let difference = verdict.difference.as_ref();
        if let Some(difference) = difference.filter(|_| verdict.attainment.is_some()) {
            parts.push(difference_words(difference));
        }
        if verdict.outcome.is_some() {
            parts.push(lang.basis(verdict.basis).to_owned());
        }
        if parts.len() > 1 {
            self.aside(&parts.join("  "));
        }
        let next = next_words(Some(verdict), lang);
        if !next.is_empty() {
            let column = lang.column(verdict.year + 1, Role::Target);
            self.aside(&format!("{column}  {next}"));
        }
    }
}

/// A text in lines, each with its byte range.
pub fn set(text: &str, cells: usize, ambiguous: Ambiguous) -> Vec<(String, Range<usize>)> {
    let lines = wrap(text, &Setting::plain(cells, ambiguous)).into_iter();
    lines
        .filter_map(|line| {
            Some((
                text.get(line.start..line.end)?.to_owned(),
                line.start..line.end,
            ))
        })
        .collect()
}

/// The part of a range that lies in a line, from the line's start.
fn within(range: &Range<usize>, line: &Range<usize>) -> Range<usize> {
    let start = range.start.clamp(line.start, line.end) - line.start;
    let end = range.end.clamp(line.start, line.end) - line.start;
    start..end
}
