//! Evidence: the sentences behind all cells of a row, and its verdicts, set for a width.

use std::ops::Range;

use crate::calendar::Year;
use crate::compare::{Row, Verdict};
use crate::i18n::Lang;
use crate::model::{Origin, Role};
use crate::store::store::Store;
use crate::view::area::{body, measure};
use crate::width::Ambiguous;
use crate::wording::column::of_ledger;
use crate::wording::flow::flow;
use crate::wording::row;
use crate::wording::verdict::{Tone, next_words};
use crate::wrap::{Setting, wrap};

use super::evidence::{Evidence, evidence, related, verdict_parts};
use super::said::parted;
use super::state::State;

/// A row of the Evidence screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvidenceLine {
    /// The indicator, or the name of a column with its value.
    Head(String),
    /// The verdict, and what kind of news it is.
    Verdict(String, Tone),
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
        if let Some((verdict, tone)) = verdict_parts(row, state.year, lang) {
            let lines = flow(&verdict, self.cells, self.ambiguous).into_iter();
            let lines = lines.map(|line| EvidenceLine::Verdict(line, tone));
            self.lines.extend(lines);
        }
        self.head(&row.indicator);
        if let Some(doubt) = row::doubt(row, lang) {
            let told = if store.links_files.is_empty() {
                doubt
            } else {
                words.pair_keys(&store.keymap, doubt)
            };
            self.aside(&told);
        }
        for (_, other) in parted(row, state, store) {
            self.aside(&words.parted_from(&other.words));
        }
        let mut all = state.by_weight();
        all.extend((0..state.ledger.columns.len()).filter(|at| !state.around().contains(at)));
        for evidence in evidence(&state.ledger, row, &all, &store.bulletins, lang) {
            self.lines.push(EvidenceLine::Blank);
            self.sentence(&evidence, lang);
        }
        self.lines.push(EvidenceLine::Blank);
        let (own, others): (Vec<_>, Vec<_>) =
            row.verdicts.iter().partition(|v| v.year == state.year);
        for verdict in own.into_iter().chain(others) {
            self.verdict(row, verdict, state.year, lang);
        }
        for told in related(&state.ledger, row, state.year, &store.bulletins, lang) {
            self.related(&told, lang);
        }
    }

    /// What judges nothing, in grey and last.
    fn related(&mut self, told: &Evidence, lang: Lang) {
        let [open, close] = lang.words().quotation_marks;
        let value = told.value.as_deref().unwrap_or_default();
        let note = told.note.as_deref().unwrap_or_default();
        self.lines.push(EvidenceLine::Blank);
        self.aside(&format!("{}  {value}  {note}", told.column));
        self.aside(&format!("{}{}", told.title, told.path));
        self.aside(&format!("{open}{}{close}", told.sentence));
    }

    fn sentence(&mut self, evidence: &Evidence, lang: Lang) {
        let words = lang.words();
        let value = evidence.value.as_deref().unwrap_or_default();
        self.head(format!("{}  {value}", evidence.column).trim_end());
        let found = match evidence.origin {
            Origin::Found => words.found_note,
            Origin::Declared => "",
        };
        let place = format!("{}{}  {found}", evidence.title, evidence.path);
        self.aside(place.trim_end());
        let [open, close] = words.quotation_marks;
        let quoted = format!("{open}{}{close}", evidence.sentence);
        let focus = evidence.focus.start + open.len()..evidence.focus.end + open.len();
        for (line, range) in set(&quoted, self.cells, self.ambiguous) {
            let focus = within(&focus, &range);
            self.lines.push(EvidenceLine::Words(line, focus));
        }
        if evidence.doubtful {
            self.aside(words.damaged_note);
        }
        if let Some(note) = &evidence.note {
            self.aside(&words.note(note));
        }
    }

    /// The verdict of a year other than the one whose verdict stands first, and what is promised after any year.
    fn verdict(&mut self, row: &Row, verdict: &Verdict, first: Year, lang: Lang) {
        let told = verdict_parts(row, verdict.year, lang).filter(|_| verdict.year != first);
        if let Some((parts, _)) = told {
            self.aside(&format!("{}  {}", verdict.year, parts.join("  ")));
        }
        let next = next_words(Some(verdict), lang);
        if !next.is_empty() {
            let column = of_ledger(verdict.year + 1, Role::Target, lang);
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
