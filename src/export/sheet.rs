//! Sheets: figures and rows of ledgers as CSV for spreadsheets, a ledger as Markdown for notes.

use std::io::{self, Write};

use crate::calendar::Year;
use crate::compare::{Cell, Facts, Ledger, Row};
use crate::i18n::Lang;
use crate::model::{Bulletin, Figure, Role, Section};

use super::document::Rows;
use super::json::number;
use super::ledger::{
    TIE, difference_words, judged_years, next_words, outcome_word, outcome_words, tally_words,
};
use super::markdown::{self, escaped};
use super::text::heading_path;
use crate::width;

/// The columns of a sheet: those of figures, of rows of ledgers, or both. Rows of several series share
/// the columns of their years.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    figures: bool,
    /// How many ledgers there are rows of.
    ledgers: usize,
    /// Columns of the ledgers.
    cells: Vec<(Year, Role)>,
    /// Years with outcomes.
    years: Vec<Year>,
}

impl Columns {
    /// Those of figures, or none yet.
    pub fn new(figures: bool) -> Self {
        Self {
            figures,
            ..Self::default()
        }
    }

    /// Adds those of a ledger.
    pub fn add(&mut self, ledger: &Ledger) {
        self.ledgers += 1;
        self.cells
            .extend(ledger.columns.iter().map(|c| (c.year, c.role)));
        self.cells.sort_unstable();
        self.cells.dedup();
        self.years.extend(judged_years(ledger));
        self.years.sort_unstable();
        self.years.dedup();
    }

    /// The first line.
    pub fn head(&self, lang: Lang) -> Vec<String> {
        let words = lang.words();
        let mut head = vec![words.indicator.to_owned(), words.key.to_owned()];
        if self.figures {
            head.extend(words.figure_parts.map(str::to_owned));
        }
        if self.ledgers == 0 {
            return head;
        }
        head.push(words.pairing_head.to_owned());
        if self.ledgers > 1 {
            let [_, _, _, series, ..] = words.list_head;
            head.push(series.to_owned());
        }
        for (year, role) in &self.cells {
            let name = lang.column(*year, *role);
            let parts = words.cell_parts.iter();
            head.push(name.clone());
            head.extend(parts.map(|part| format!("{name} {part}")));
        }
        for year in &self.years {
            let parts = words.verdict_parts.iter();
            head.push(lang.outcome_of(*year));
            head.extend(parts.map(|part| format!("{year} {part}")));
        }
        head
    }

    /// How many columns are those of ledgers.
    fn of_rows(&self) -> usize {
        const PARTS: usize = 6;
        match self.ledgers {
            0 => 0,
            1 => 1 + PARTS * (self.cells.len() + self.years.len()),
            _ => 2 + PARTS * (self.cells.len() + self.years.len()),
        }
    }

    /// A figure as a line.
    pub fn figure(
        &self,
        bulletin: &Bulletin,
        section: usize,
        figure: &Figure,
        lang: Lang,
    ) -> Vec<String> {
        let mut line = vec![
            safe(&figure.indicator),
            safe(figure.key.as_deref().unwrap_or_default()),
        ];
        let own = bulletin.sections().get(section);
        line.extend(
            own.map(|own| figure_parts(bulletin, (section, own), figure, lang))
                .unwrap_or_default(),
        );
        line.extend(vec![String::new(); self.of_rows()]);
        line
    }

    /// A row of a ledger as a line.
    pub fn row(
        &self,
        ledger: &Ledger,
        row: &Row,
        bulletins: &[Bulletin],
        lang: Lang,
    ) -> Vec<String> {
        let mut line = vec![
            safe(&row.indicator),
            safe(row.key.as_deref().unwrap_or_default()),
        ];
        if self.figures {
            line.extend(lang.words().figure_parts.map(|_| String::new()));
        }
        line.push(lang.pairing(row.pairing));
        if self.ledgers > 1 {
            line.push(safe(&ledger.title));
        }
        for (year, role) in &self.cells {
            let column = ledger.column(*year, *role);
            let cell = column.and_then(|at| row.cells.get(at).copied().flatten());
            line.extend(cell_parts(cell, ledger.facts(bulletins), lang));
        }
        for year in &self.years {
            line.extend(verdict_parts(row, *year, lang));
        }
        line
    }
}

/// UTF-8 with a byte order mark, by which spreadsheets know it; RFC 4180 quoting.
///
/// # Errors
/// Those of the writer.
pub fn begin<W: Write>(mut out: W) -> io::Result<csv::Writer<W>> {
    out.write_all("\u{feff}".as_bytes())?;
    // A program that parts cells by other marks does not part those in quotation marks.
    let mut builder = csv::WriterBuilder::new();
    builder.quote_style(csv::QuoteStyle::NonNumeric);
    Ok(builder.from_writer(out))
}

/// Cells parted by tabs, as what is pasted into a spreadsheet has them.
pub fn pasted<W: Write>(out: W) -> csv::Writer<W> {
    csv::WriterBuilder::new().delimiter(b'\t').from_writer(out)
}

/// Writes a line. An error is that of the writer below, not one of sheets that has it inside.
///
/// # Errors
/// Those of the writer.
pub fn write<W: Write>(sheet: &mut csv::Writer<W>, line: &[String]) -> io::Result<()> {
    sheet
        .write_record(line)
        .map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(error) => error,
            other => io::Error::other(format!("{other:?}")),
        })
}

/// A whole ledger, one row for each indicator: for every column the value, the number, its unit, the
/// quotation and where it stands; for every year its outcome, whose verdict that is, and what comes next.
///
/// # Errors
/// Those of the writer.
pub fn csv(
    out: &mut dyn Write,
    ledger: &Ledger,
    bulletins: &[Bulletin],
    lang: Lang,
) -> io::Result<()> {
    let mut columns = Columns::default();
    columns.add(ledger);
    let mut sheet = begin(out)?;
    write(&mut sheet, &columns.head(lang))?;
    for row in &ledger.rows {
        write(&mut sheet, &columns.row(ledger, row, bulletins, lang))?;
    }
    sheet.flush()
}

/// A sheet as lines to be looked at: for each of its own lines the cells that hold something, each with the
/// head of its column; an empty line between two.
pub fn cards(text: &str) -> Vec<Vec<String>> {
    let mut sheet = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let heads = sheet.headers().cloned().unwrap_or_default();
    // The last line may be only begun.
    let lines = sheet.records().map_while(Result::ok);
    let card = |line: csv::StringRecord| {
        let cells = heads.iter().zip(&line).filter(|(_, cell)| !cell.is_empty());
        cells
            .map(|(head, cell)| format!("{head}：{cell}"))
            .collect()
    };
    lines.map(card).collect()
}

/// What a sheet says of a figure behind its name and key: see `Words::figure_parts`.
fn figure_parts(
    bulletin: &Bulletin,
    (index, section): (usize, &Section),
    figure: &Figure,
    lang: Lang,
) -> [String; 20] {
    let words = lang.words();
    let reading = figure.reading.as_ref();
    let plain = |value: Option<f64>| match number(value) {
        serde_json::Value::Null => String::new(),
        value => value.to_string(),
    };
    let of = |value: fn(&crate::model::Reading) -> Option<f64>| plain(reading.and_then(value));
    let optional = |text: Option<&str>| safe(text.unwrap_or_default());
    [
        lang.role(figure.role).to_owned(),
        optional(figure.value.as_deref()),
        of(|r| r.number),
        of(|r| r.low),
        of(|r| r.high),
        optional(reading.map(|r| r.unit.as_str())),
        reading.map_or("", |r| lang.bound(r.bound)).to_owned(),
        reading
            .and_then(|r| r.trend)
            .map_or("", |t| lang.trend(t))
            .to_owned(),
        reading.map_or("", |r| lang.measure(r.measure)).to_owned(),
        figure
            .year
            .map_or_else(String::new, |year| year.to_string()),
        lang.period_note(figure).unwrap_or_default(),
        safe(&section.quote(figure).replace('\n', "")),
        safe(&bulletin.reference(index)),
        safe(&heading_path(bulletin, index)),
        lang.origin(figure.origin).to_owned(),
        if figure.doubtful { words.doubtful } else { "" }.to_owned(),
        safe(&bulletin.title),
        safe(&bulletin.issuer),
        optional(bulletin.document_number.as_deref()),
        bulletin
            .date
            .map_or_else(String::new, |date| date.to_string()),
    ]
}

/// Value, number, unit, quotation, reference, declared or found.
fn cell_parts(cell: Option<Cell>, facts: Facts<'_>, lang: Lang) -> [String; 6] {
    let parts = || {
        let cell = cell?;
        let (section, figure) = cell.look(facts)?;
        let reading = figure.reading.as_ref();
        let number = match reading.map(|r| (r.number, r.low, r.high)) {
            Some((Some(number), ..)) => number.to_string(),
            Some((None, Some(low), Some(high))) => format!("{low}–{high}"),
            _ => String::new(),
        };
        Some([
            safe(figure.value.as_deref().unwrap_or_default()),
            number,
            safe(reading.map_or("", |r| r.unit.as_str())),
            safe(&section.quote(figure).replace('\n', "")),
            safe(&cell.reference(facts.bulletins)),
            lang.origin(figure.origin).to_owned(),
        ])
    };
    parts().unwrap_or_default()
}

/// Outcome, whose verdict, attainment in percent, difference with its unit, why there is none, the
/// next target.
fn verdict_parts(row: &Row, year: Year, lang: Lang) -> [String; 6] {
    let Some(verdict) = row.verdict(year) else {
        return Default::default();
    };
    let outcome = verdict.outcome;
    [
        outcome_word(verdict, lang).to_owned(),
        outcome.map_or_else(String::new, |_| lang.basis(verdict.basis).to_owned()),
        verdict
            .attainment
            .map_or_else(String::new, |n| n.to_string()),
        safe(
            &verdict
                .difference
                .as_ref()
                .map_or_else(String::new, difference_words),
        ),
        verdict
            .reason
            .map_or_else(String::new, |reason| lang.reason(reason).to_owned()),
        next_words(Some(verdict), lang).to_owned(),
    ]
}

/// A text that a spreadsheet takes for a text: one that begins like a formula gets an apostrophe
/// before it (OWASP, CSV injection; the full-width signs as well, which some take for theirs).
fn safe(text: &str) -> String {
    let text = width::harmless_text(text);
    let begins = |c: char| "=+-@＝＋－＠".contains(c);
    // Spaces, and what takes none.
    let nothing = |c: char| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}');
    if text.trim_start_matches(nothing).starts_with(begins) {
        format!("'{text}")
    } else {
        text.into_owned()
    }
}

/// Some rows as a table, the head first: values, or in 〔 〕 the words of commitments; for every year the
/// outcome and the next target. Columns with nothing in them are left out.
pub fn table(rows: &Rows<'_>) -> Vec<Vec<String>> {
    let (lang, words) = (rows.lang, rows.lang.words());
    let (columns, years) = (rows.columns(), rows.years());
    let mut head = vec![words.indicator.to_owned()];
    head.extend(columns.iter().map(|(year, role)| lang.column(*year, *role)));
    for year in &years {
        head.extend([
            lang.outcome_of(*year),
            format!("{year} {}", words.next_year),
        ]);
    }
    let mut lines = vec![head];
    for row in rows.iter() {
        let mut line = vec![lang.indicator(row)];
        for (year, role) in &columns {
            let column = rows.ledger.column(*year, *role);
            let cell = column.and_then(|at| row.cells.get(at).copied().flatten());
            line.push(value_or_quote(cell, rows.facts()));
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

/// The sentences behind some rows, by indicator.
pub fn evidence(rows: &Rows<'_>) -> Vec<(String, Vec<String>)> {
    let of = |row: &Row| {
        let cells = rows.ledger.columns.iter().zip(&row.cells);
        let sentences = cells.filter_map(|(column, cell)| {
            sentence(column.year, column.role, *cell, rows.facts(), rows.lang)
        });
        (rows.lang.indicator(row), sentences.collect())
    };
    rows.iter().map(of).collect()
}

/// A whole ledger: a table of values and outcomes, the sentences behind them below, then the tallies.
///
/// # Errors
/// Those of the writer.
pub fn markdown(
    out: &mut dyn Write,
    ledger: &Ledger,
    bulletins: &[Bulletin],
    lang: Lang,
) -> io::Result<()> {
    let all: Vec<usize> = (0..ledger.rows.len()).collect();
    let rows = Rows {
        ledger,
        rows: &all,
        bulletins,
        lang,
    };
    markdown::heading(out, 1, &ledger.title)?;
    writeln!(out)?;
    markdown::table(out, &rows)?;
    writeln!(out, "\n## {}\n", lang.words().evidence)?;
    markdown::evidence(out, &rows)?;
    writeln!(out)?;
    for tally in &ledger.tallies {
        writeln!(
            out,
            "{}\n",
            escaped(&tally_words(tally, lang).replace(TIE, " "))
        )?;
    }
    Ok(())
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
        .map_or_else(String::new, |value| lang.value_with_time(value, figure));
    let quote = section.quote(figure).replace('\n', "");
    Some(format!(
        "{} {value}「{quote}」 {} {}",
        lang.column(year, role),
        cell.reference(facts.bulletins),
        lang.origin(figure.origin)
    ))
}

/// The value of a cell, or in 〔 〕 the words of a commitment.
fn value_or_quote(cell: Option<Cell>, facts: Facts<'_>) -> String {
    let words = || {
        let cell = cell?;
        let (section, figure) = cell.look(facts)?;
        Some(match &figure.value {
            Some(value) => value.clone(),
            None => format!("〔{}〕", section.quote(figure)),
        })
    };
    words().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(safe("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
        assert_eq!(safe("+5个"), "'+5个");
        assert_eq!(safe(" ＝1"), "' ＝1");
        assert_eq!(safe("\u{feff}=1"), "'\u{feff}=1");
        assert_eq!(safe("超200个"), "超200个");
    }
}
