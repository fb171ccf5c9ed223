//! Sheets: figures and rows of ledgers as CSV for spreadsheets.

use std::io::{self, Write};

use crate::calendar::Year;
use crate::compare::{Cell, Facts, Ledger, Row};
use crate::i18n::Lang;
use crate::model::{Bulletin, Figure, Role, Section};
use crate::wording::column::of_ledger;
use crate::wording::figure::{bound, role, time};
use crate::wording::quotation::quote;
use crate::wording::row;
use crate::wording::source::heading_path;
use crate::wording::verdict::{difference_words, next_words, outcome_word};

use super::json::number;
use super::ledger::judged_years;
use super::markup::sheet as safe;

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
            let name = of_ledger(*year, *role, lang);
            let parts = words.cell_parts.iter();
            head.push(name.clone());
            head.extend(parts.map(|part| format!("{name} {part}")));
        }
        for year in &self.years {
            let parts = words.verdict_parts.iter();
            head.push(words.outcome_of(*year));
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
        line.push(row::pairing(row, lang));
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
        role(figure.role, lang).to_owned(),
        optional(figure.value.as_deref()),
        of(|r| r.number),
        of(|r| r.low),
        of(|r| r.high),
        optional(reading.map(|r| r.unit.as_str())),
        reading.map_or("", |r| bound(r.bound, lang)).to_owned(),
        reading
            .and_then(|r| r.trend)
            .map_or("", |t| words.trend(t.code()))
            .to_owned(),
        reading
            .map_or("", |r| words.measure(r.measure.code()))
            .to_owned(),
        figure
            .year
            .map_or_else(String::new, |year| year.to_string()),
        time(figure, lang).unwrap_or_default(),
        safe(&quote(section, figure)),
        safe(&bulletin.reference(index)),
        safe(&heading_path(bulletin, index)),
        lang.words().origin(figure.origin.code()).to_owned(),
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
            safe(&quote(section, figure)),
            safe(&cell.reference(facts.bulletins)),
            lang.words().origin(figure.origin.code()).to_owned(),
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
        outcome.map_or_else(String::new, |_| {
            lang.words().basis(verdict.basis.code()).to_owned()
        }),
        verdict
            .attainment
            .map_or_else(String::new, |n| n.to_string()),
        safe(
            &verdict
                .difference
                .as_ref()
                .map_or_else(String::new, difference_words),
        ),
        verdict.reason.map_or_else(String::new, |reason| {
            lang.words().reason(reason.code()).to_owned()
        }),
        next_words(Some(verdict), lang).to_owned(),
    ]
}
