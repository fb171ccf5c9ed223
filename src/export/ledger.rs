//! A ledger as text: a table for terminals, and rows with the sentences behind them.

use std::io::{self, Write};

use crate::calendar::Year;
use crate::compare::{Cell, Difference, Facts, Ledger, Next, Outcome, Row, Tally, Verdict};
use crate::i18n::Lang;
use crate::model::{Bulletin, Origin, Role};
use crate::width::{self, Ambiguous};
use crate::wrap;

use super::card::{self, Choice};
use super::grid::Grid;
use super::text::{Setup, paragraph};

/// Cells that a commitment's words may take in a table.
const COMMITMENT: usize = 20;

/// What a table shows of a cell: the value as printed, with its time where that is not just a year, or the first words
/// of a commitment in 〔 〕, or a dash.
pub fn cell_words(
    cell: Option<Cell>,
    facts: Facts<'_>,
    room: usize,
    ambiguous: Ambiguous,
    lang: Lang,
) -> String {
    let figure = cell.and_then(|c| c.look(facts));
    let Some((section, figure)) = figure else {
        return "-".into();
    };
    match &figure.value {
        Some(value) if figure.doubtful => format!("{value}?"),
        Some(value) => lang.value_with_time(value, figure),
        None => {
            let quote = width::visible_text(section.quote(figure));
            format!(
                "〔{}〕",
                wrap::cut(&quote, room.saturating_sub(4), ambiguous)
            )
        }
    }
}

/// How far a result is from its target, with its sign.
pub fn difference_words(difference: &Difference) -> String {
    let sign = if difference.number > 0.0 { "+" } else { "" };
    format!("{sign}{}{}", difference.number, difference.unit)
}

/// The outcome of a year in words: sign, outcome, and the reason, the attainment of a count or the
/// difference of a percentage; for a result without a target the difference from the year before,
/// if there is one.
pub fn verdict_words(verdict: Option<&Verdict>, lang: Lang) -> String {
    let Some(verdict) = verdict else {
        return String::new();
    };
    let sign = match verdict.outcome {
        Some(_) if verdict.carried_over => Lang::CARRIED_SIGN,
        Some(Outcome::Unplanned) | None => " ",
        Some(outcome) => Lang::outcome_sign(outcome),
    };
    match outcome_words(verdict, lang) {
        words if words.is_empty() => words,
        words => format!("{sign} {words}"),
    }
}

/// The same without the sign, for a text that is taken away.
pub fn outcome_words(verdict: &Verdict, lang: Lang) -> String {
    let on_year = verdict
        .difference
        .as_ref()
        .map(|d| lang.on_year(&difference_words(d)));
    match (verdict.outcome, on_year) {
        (None | Some(Outcome::Unplanned), Some(on_year)) => return on_year,
        (None, None) => return String::new(),
        (Some(_), _) => {}
    }
    if verdict.carried_over {
        return lang.words().carried_on.to_owned();
    }
    let words = outcome_word(verdict, lang).to_owned();
    match (verdict.reason, verdict.attainment, &verdict.difference) {
        (Some(reason), ..) => format!("{words} {}", lang.reason(reason)),
        (None, Some(percent), _) => format!("{words} {percent}%"),
        (None, None, Some(difference)) => format!("{words} {}", difference_words(difference)),
        (None, None, None) => words,
    }
}

/// What became of a promise, in a word; empty while nothing did.
pub fn outcome_word(verdict: &Verdict, lang: Lang) -> &'static str {
    match verdict.outcome {
        Some(Outcome::Exceeded) if verdict.beyond => lang.words().better_than_expected,
        Some(outcome) => lang.outcome(outcome),
        None => "",
    }
}

/// The next target in words.
pub fn next_words(verdict: Option<&Verdict>, lang: Lang) -> &'static str {
    let Some((verdict, next)) = verdict.and_then(|v| Some((v, v.next?))) else {
        return "";
    };
    match next {
        Next::Lowered if verdict.cap => lang.words().tightened,
        Next::Raised if verdict.cap => lang.words().loosened,
        next => lang.next(next),
    }
}

/// Ties a count to its word where the tally is broken into lines; shown as a space.
pub const TIE: &str = "\u{a0}";

/// The tally of a year in one sentence, with its denominators; counts are tied to their words by
/// [`TIE`].
pub fn tally_words(tally: &Tally, lang: Lang) -> String {
    let words = lang.words();
    let list = |counts: &[(Outcome, usize)], carried: usize| {
        let outcomes = counts.iter().map(|(o, n)| (lang.outcome(*o), *n));
        let carried = (carried > 0).then_some((words.carried_on, carried));
        let parts: Vec<String> = outcomes
            .chain(carried)
            .map(|(word, n)| format!("{word}{TIE}{n}"))
            .collect();
        match (parts.is_empty(), lang) {
            (true, _) => String::new(),
            (false, Lang::Zh) => format!("（{}）", parts.join(" · ")),
            (false, Lang::En) => format!(" ({})", parts.join(" · ")),
        }
    };
    let mut numeric = list(&tally.numeric, 0);
    if tally.similar > 0 {
        numeric.push_str(&lang.of_them_similar(tally.similar));
    }
    let commitments = list(&tally.commitments, tally.carried_over);
    let (n, c) = (tally.numeric_total(), tally.commitments_total());
    let year = tally.year;
    match lang {
        Lang::Zh => format!(
            "{year}年：{} {n} 项{numeric}；{} {c} 项{commitments}",
            words.numeric_tally, words.commitments
        ),
        Lang::En => format!(
            "{year}: {n} {}{numeric}; {c} {}{commitments}",
            words.numeric_tally, words.commitments_tally
        ),
    }
}

/// The tally where there is no room for words: the signs of the outcomes stand for them.
pub fn tally_signs(tally: &Tally, lang: Lang) -> String {
    let words = lang.words();
    let list = |counts: &[(Outcome, usize)]| {
        let parts: Vec<String> = counts
            .iter()
            .map(|(o, n)| format!("{}{n}", Lang::outcome_sign(*o)))
            .collect();
        parts.join(" ")
    };
    let carried = match tally.carried_over {
        0 => String::new(),
        n => format!(" {}{n}", Lang::CARRIED_SIGN),
    };
    format!(
        "{} {}: {}  {} {}: {}{carried}",
        words.figures_short,
        tally.numeric_total(),
        list(&tally.numeric),
        words.words_short,
        tally.commitments_total(),
        list(&tally.commitments)
    )
}

/// The ledger for a terminal: a table if it fits into `setup.cells` (0 for any width), else a card
/// for each row; then the tallies. Every year with targets and results has its outcome behind it.
///
/// # Errors
/// Those of the writer.
pub fn table(
    out: &mut dyn Write,
    ledger: &Ledger,
    bulletins: &[Bulletin],
    lang: Lang,
    setup: Setup,
) -> io::Result<()> {
    let ambiguous = setup.ambiguous;
    let years = judged_years(ledger);
    let mut grid = Grid::new(head(ledger, &years, lang));
    for row in &ledger.rows {
        grid.push(cells(ledger, row, &years, bulletins, lang, ambiguous));
    }
    let right = ledger.columns.iter();
    let right = right.filter_map(|c| column_at(ledger, &years, c.year, c.role));
    let right: Vec<usize> = right.collect();
    if setup.cells == 0 || grid.cells(ambiguous) <= setup.cells {
        grid.write(out, &right, ambiguous)?;
        writeln!(out)?;
    } else {
        let columns: Vec<usize> = (0..ledger.columns.len()).collect();
        let choice = Choice {
            columns: &columns,
            years: &years,
            room: setup.cells.saturating_sub(2),
            lang,
            ambiguous,
        };
        for row in &ledger.rows {
            paragraph(out, &row.indicator, setup)?;
            for line in card::lines(ledger, row, bulletins, choice) {
                writeln!(out, "  {}", width::visible_text(&line))?;
            }
            writeln!(out)?;
        }
    }
    for tally in &ledger.tallies {
        paragraph(out, &tally_words(tally, lang).replace(TIE, " "), setup)?;
    }
    if ledger.tallies.is_empty() {
        paragraph(out, lang.words().tally_none, setup)?;
    }
    Ok(())
}

/// Years behind whose columns an outcome stands.
pub fn judged_years(ledger: &Ledger) -> Vec<Year> {
    let judged = |year: &Year| ledger.rows.iter().any(|r| r.verdict(*year).is_some());
    ledger.years().into_iter().filter(judged).collect()
}

/// Place of a column in a table line: the indicator first, two more columns behind each judged
/// year.
fn column_at(ledger: &Ledger, judged: &[Year], year: Year, role: Role) -> Option<usize> {
    let at = ledger.column(year, role)?;
    Some(1 + at + 2 * judged.iter().filter(|y| **y < year).count())
}

fn head(ledger: &Ledger, judged: &[Year], lang: Lang) -> Vec<String> {
    let words = lang.words();
    let mut line = vec![words.indicator.to_owned()];
    for (at, column) in ledger.columns.iter().enumerate() {
        line.push(lang.column(column.year, column.role));
        let last = ledger
            .columns
            .get(at + 1)
            .is_none_or(|c| c.year != column.year);
        if last && judged.contains(&column.year) {
            line.push(lang.outcome_of(column.year));
            line.push(words.next_year.to_owned());
        }
    }
    line
}

fn cells(
    ledger: &Ledger,
    row: &Row,
    judged: &[Year],
    bulletins: &[Bulletin],
    lang: Lang,
    ambiguous: Ambiguous,
) -> Vec<String> {
    let mut line = vec![lang.indicator(row)];
    for (at, column) in ledger.columns.iter().enumerate() {
        let cell = row.cells.get(at).copied().flatten();
        line.push(cell_words(
            cell,
            ledger.facts(bulletins),
            COMMITMENT,
            ambiguous,
            lang,
        ));
        let last = ledger
            .columns
            .get(at + 1)
            .is_none_or(|c| c.year != column.year);
        if last && judged.contains(&column.year) {
            let verdict = row.verdict(column.year);
            line.push(verdict_words(verdict, lang));
            line.push(next_words(verdict, lang).to_owned());
        }
    }
    line
}

/// A row with the sentence behind every cell, for taking away and for `--format txt`.
///
/// # Errors
/// Those of the writer.
pub fn row(
    out: &mut dyn Write,
    ledger: &Ledger,
    row: &Row,
    bulletins: &[Bulletin],
    lang: Lang,
    setup: Setup,
) -> io::Result<()> {
    paragraph(out, &row.indicator, setup)?;
    if let Some(doubt) = lang.similar(row.pairing) {
        paragraph(out, &doubt, setup)?;
    }
    for (column, cell) in ledger.columns.iter().zip(&row.cells) {
        let Some(cell) = *cell else { continue };
        let Some((section, figure)) = cell.look(ledger.facts(bulletins)) else {
            continue;
        };
        let value = figure
            .value
            .as_deref()
            .map(|v| format!("{}  ", lang.value_with_time(v, figure)))
            .unwrap_or_default();
        let quote = section.quote(figure).replace('\n', "");
        let column = lang.column(column.year, column.role);
        let found = match figure.origin {
            Origin::Found => format!("  {}", lang.words().found_note),
            Origin::Declared => String::new(),
        };
        paragraph(
            out,
            &format!(
                "{column}  {value}「{quote}」  {}{found}",
                cell.reference(bulletins)
            ),
            setup,
        )?;
    }
    for verdict in &row.verdicts {
        let outcome = outcome_words(verdict, lang);
        let basis = verdict.outcome.map_or("", |_| lang.basis(verdict.basis));
        let next = match verdict.next {
            Some(Next::New) | None => String::new(),
            Some(next) => format!("  {} {}", verdict.year + 1, lang.next(next)),
        };
        if verdict.outcome.is_some() {
            paragraph(
                out,
                &format!("{}  {outcome}  {basis}{next}", verdict.year),
                setup,
            )?;
        }
    }
    Ok(())
}

/// All rows with their sentences, then the tallies.
///
/// # Errors
/// Those of the writer.
pub fn rows(
    out: &mut dyn Write,
    ledger: &Ledger,
    bulletins: &[Bulletin],
    lang: Lang,
    setup: Setup,
) -> io::Result<()> {
    paragraph(out, &ledger.title, setup)?;
    writeln!(out)?;
    for entry in &ledger.rows {
        row(out, ledger, entry, bulletins, lang, setup)?;
        writeln!(out)?;
    }
    for tally in &ledger.tallies {
        paragraph(out, &tally_words(tally, lang).replace(TIE, " "), setup)?;
    }
    Ok(())
}
