//! What is behind a row, as data: its verdict, and the sentences with where they stand and the quoted words in them.

use std::ops::Range;

use crate::calendar::Year;
use crate::compare::{Cell, Facts, Ledger, Outcome, Row, Verdict};
use crate::i18n::Lang;
use crate::model::{Bulletin, Origin};
use crate::wording::column::of_ledger;
use crate::wording::figure::value_with_time;
use crate::wording::row::similar_words;
use crate::wording::source::heading_path;
use crate::wording::verdict::{Tone, distance_words, row_outcome, tone};

/// The sentence behind a cell.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The column: 2021目标.
    pub column: String,
    /// The value, with its time where that is not just a year.
    pub value: Option<String>,
    /// The bulletin by its year, where there is little room: 2022年报告.
    pub bulletin: String,
    /// The title of the bulletin.
    pub title: String,
    /// Headings down to the section.
    pub path: String,
    /// The sentence, line ends as spaces.
    pub sentence: String,
    /// The quoted words in it, in bytes.
    pub focus: Range<usize>,
    /// Whether the figure is damaged.
    pub doubtful: bool,
    /// Declared in the file, or found by the program.
    pub origin: Origin,
    /// A remark of whoever declared it.
    pub note: Option<String>,
}

/// The sentences behind a row's cells in some columns.
pub fn evidence(
    ledger: &Ledger,
    row: &Row,
    columns: &[usize],
    bulletins: &[Bulletin],
    lang: Lang,
) -> Vec<Evidence> {
    let of_column = |at: &usize| {
        let column = ledger.columns.get(*at)?;
        let cell = row.cells.get(*at).copied().flatten()?;
        let name = of_ledger(column.year, column.role, lang);
        evidence_of(cell, name, ledger.facts(bulletins), lang)
    };
    columns.iter().filter_map(of_column).collect()
}

/// What reports tell of a row's indicator without answering its promise of a year; why they do not is the note.
pub fn related(
    ledger: &Ledger,
    row: &Row,
    year: Year,
    bulletins: &[Bulletin],
    lang: Lang,
) -> Vec<Evidence> {
    let words = lang.words();
    let of_year = row.related.iter().filter(|related| related.year == year);
    let told = of_year.filter_map(|related| {
        let name = words.related.to_owned();
        let found = evidence_of(related.cell, name, ledger.facts(bulletins), lang)?;
        let note = words.related_note(words.reason(related.reason.code()));
        Some(Evidence {
            note: Some(note),
            ..found
        })
    });
    told.collect()
}

fn evidence_of(cell: Cell, column: String, facts: Facts<'_>, lang: Lang) -> Option<Evidence> {
    let (section, figure) = cell.look(facts)?;
    let bulletin = facts.bulletins.get(cell.bulletin)?;
    let range = section.sentence(figure);
    // A line end is one byte, as is the space in its place.
    let sentence = section.body.get(range.clone())?.replace('\n', " ");
    let focus = figure.span.start - range.start..figure.span.end - range.start;
    let value = figure.value.as_deref();
    let dated = bulletin
        .date
        .map(|date| lang.words().report_of(date.year()));
    Some(Evidence {
        column,
        value: value.map(|value| value_with_time(value, figure, lang)),
        bulletin: dated.unwrap_or_else(|| lang.words().titled(&bulletin.title)),
        title: lang.words().titled(&bulletin.title),
        path: heading_path(bulletin, cell.section),
        sentence,
        focus,
        doubtful: figure.doubtful,
        origin: figure.origin,
        note: figure.note.clone(),
    })
}

/// The verdict on a year: sign and word, how far result and target are apart, whose verdict it is, how alike what was
/// paired is; with what kind of news it is. None where there is nothing to say.
pub fn verdict_parts(row: &Row, year: Year, lang: Lang) -> Option<(Vec<String>, Tone)> {
    let verdict = row.verdict(year)?;
    let outcome = verdict.outcome?;
    let words = lang.words();
    let (word, more) = row_outcome(row, year, lang);
    let mut parts = vec![word];
    if outcome == Outcome::Unplanned {
        parts.push(words.outcome(outcome.code()).to_owned());
    }
    parts.push(if distance(verdict) {
        String::new()
    } else {
        more
    });
    let difference = verdict.difference.as_ref();
    let difference = difference.filter(|difference| {
        let is_apart = difference.number != 0.0;
        is_apart && outcome != Outcome::Unplanned && verdict.reason.is_none()
    });
    parts.extend(difference.map(|difference| distance_words(difference, lang)));
    let is_judged = !matches!(outcome, Outcome::Unreported | Outcome::Unplanned);
    if is_judged {
        parts.push(words.basis(verdict.basis.code()).to_owned());
        parts.extend(similar_words(row, lang));
    }
    parts.retain(|part| !part.trim().is_empty());
    Some((parts, tone(outcome)))
}

/// Whether all that is said behind the word of an outcome is how far result and target are apart.
fn distance(verdict: &Verdict) -> bool {
    let judged = verdict.outcome != Some(Outcome::Unplanned) && verdict.reason.is_none();
    judged && verdict.attainment.is_none() && verdict.difference.is_some()
}
