//! Sheets: figures and rows of ledgers as CSV for spreadsheets.

use std::io::{self, Write};

use crate::calendar::Year;
use crate::compare::{Cell, Ledger, Row, around, chapter_heading};
use crate::i18n::Lang;
use crate::model::{Bulletin, Figure, Role, Section};
use crate::wording::column::of_ledger;
use crate::wording::figure::{bound, role, time, value_with_time};
use crate::wording::quotation::quote;
use crate::wording::row;
use crate::wording::source::{heading_path, place};
use crate::wording::verdict::{next_words, outcome_word};

use super::json::number;
use super::markup::sheet as safe;
use super::rows::Rows;
use super::year_cell::RowOfYear;
use super::year_table::group_name;

/// What a column of a ledger's rows holds, or some that stand beside each other.
#[derive(Clone, Copy, Debug)]
enum Slot {
    /// The value of a year and role as printed, or the words of what has none.
    Value(Year, Role),
    /// What became of the year's promise, in its parts.
    Verdict(Year),
    /// The number, its unit, the sentence, where it stands, who found it.
    Details(Year, Role),
}

/// The columns of a sheet: those of figures, of rows of ledgers, or both. Rows of several series share
/// the columns of their years.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    figures: bool,
    /// How many ledgers there are rows of.
    ledgers: usize,
    /// Columns of the ledgers around the years.
    cells: Vec<(Year, Role)>,
    /// The years in the middle.
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

    /// Adds those of some rows.
    pub fn add(&mut self, rows: &Rows<'_>) {
        self.ledgers += 1;
        let has = |(year, role): &(Year, Role)| rows.ledger.column(*year, *role).is_some();
        for (year, _) in rows.by_year() {
            self.years.push(year);
            self.cells
                .extend(around(year).iter().filter(|column| has(column)));
        }
        self.cells.sort_unstable();
        self.cells.dedup();
        self.years.sort_unstable();
        self.years.dedup();
    }

    /// What the columns of a row hold: first what a reader looks at, in the order of years, then the details.
    fn slots(&self) -> Vec<Slot> {
        let mut slots = Vec::new();
        let mut open = self.years.iter().copied().peekable();
        for (year, role) in &self.cells {
            while let Some(before) = open.next_if(|before| before < year) {
                slots.push(Slot::Verdict(before));
            }
            slots.push(Slot::Value(*year, *role));
        }
        slots.extend(open.map(Slot::Verdict));
        slots.extend(
            self.cells
                .iter()
                .map(|(year, role)| Slot::Details(*year, *role)),
        );
        slots
    }

    /// The first line.
    pub fn head(&self, lang: Lang) -> Vec<String> {
        let words = lang.words();
        let mut head = vec![words.indicator.to_owned(), words.key.to_owned()];
        if self.figures {
            head.extend(words.figure_parts.map(str::to_owned));
        }
        head.extend(self.head_of_rows(lang));
        head
    }

    /// The heads of the columns of ledgers.
    fn head_of_rows(&self, lang: Lang) -> Vec<String> {
        let words = lang.words();
        if self.ledgers == 0 {
            return Vec::new();
        }
        let mut head = vec![words.pairing_head.to_owned()];
        if self.ledgers > 1 {
            let [_, _, _, series, ..] = words.list_head;
            head.push(series.to_owned());
        }
        head.extend([words.group_head, words.chapter_head].map(str::to_owned));
        for slot in self.slots() {
            match slot {
                Slot::Value(year, role) => head.push(of_ledger(year, role, lang)),
                Slot::Verdict(year) => {
                    head.push(words.outcome_of(year));
                    let parts = words.verdict_parts.iter();
                    head.extend(parts.map(|part| format!("{year} {part}")));
                }
                Slot::Details(year, role) => {
                    let name = of_ledger(year, role, lang);
                    let parts = words.cell_parts.iter();
                    head.extend(parts.map(|part| format!("{name} {part}")));
                }
            }
        }
        head
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
        line.extend(self.head_of_rows(lang).iter().map(|_| String::new()));
        line
    }

    /// A row of a ledger as a line.
    pub fn row(&self, rows: &Rows<'_>, at: usize) -> Vec<String> {
        let (ledger, lang) = (rows.ledger, rows.lang);
        let Some(row) = rows.row(at) else {
            return Vec::new();
        };
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
        line.extend(self.group(rows, at));
        for slot in self.slots() {
            match slot {
                Slot::Value(year, role) => line.push(value(rows, row, (year, role))),
                Slot::Verdict(year) => line.extend(verdict_parts(row, year, lang)),
                Slot::Details(year, role) => line.extend(details(rows, row, (year, role))),
            }
        }
        line
    }

    /// The group and the chapter of a row, in the latest of the years that it has to do with.
    fn group(&self, rows: &Rows<'_>, at: usize) -> [String; 2] {
        let told = self.years.iter().rev().find_map(|year| {
            let row = RowOfYear::of(rows, at, *year)?;
            let chapter = chapter_heading(row.anchor, rows.bulletins);
            Some([group_name(row.group, *year, rows.lang), safe(&chapter)])
        });
        told.unwrap_or_default()
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

/// A whole ledger, one row for each indicator: values and outcomes around its year first, then for every value the
/// number, its unit, the quotation and where it stands.
///
/// # Errors
/// Those of the writer.
pub fn csv(out: &mut dyn Write, rows: &Rows<'_>) -> io::Result<()> {
    let mut columns = Columns::default();
    columns.add(rows);
    let mut sheet = begin(out)?;
    write(&mut sheet, &columns.head(rows.lang))?;
    let mut written: Vec<usize> = Vec::new();
    for (_, own) in rows.by_year().into_iter().rev() {
        for at in own {
            if written.contains(&at) {
                continue;
            }
            write(&mut sheet, &columns.row(rows, at))?;
            written.push(at);
        }
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

/// A value as printed with its time, or the words of what has none.
fn value(rows: &Rows<'_>, row: &Row, (year, role): (Year, Role)) -> String {
    let words = || {
        let (section, figure) = cell(rows.ledger, row, (year, role))?.look(rows.facts())?;
        Some(match &figure.value {
            Some(value) => value_with_time(value, figure, rows.lang),
            None => quote(section, figure),
        })
    };
    safe(&words().unwrap_or_default())
}

fn cell(ledger: &Ledger, row: &Row, (year, role): (Year, Role)) -> Option<Cell> {
    row.cells.get(ledger.column(year, role)?).copied().flatten()
}

/// Number, unit, quotation, place, declared or found.
fn details(rows: &Rows<'_>, row: &Row, column: (Year, Role)) -> [String; 5] {
    let parts = || {
        let cell = cell(rows.ledger, row, column)?;
        let (section, figure) = cell.look(rows.facts())?;
        let bulletin = rows.bulletins.get(cell.bulletin)?;
        let reading = figure.reading.as_ref();
        let number = match reading.map(|r| (r.number, r.low, r.high)) {
            Some((Some(number), ..)) => number.to_string(),
            Some((None, Some(low), Some(high))) => format!("{low}–{high}"),
            _ => String::new(),
        };
        Some([
            number,
            safe(reading.map_or("", |r| r.unit.as_str())),
            safe(&quote(section, figure)),
            safe(&place(bulletin, cell.section, rows.lang)),
            rows.lang.words().origin(figure.origin.code()).to_owned(),
        ])
    };
    parts().unwrap_or_default()
}

/// Outcome, whose verdict, attainment in percent, difference, its unit, why there is none, the next target.
fn verdict_parts(row: &Row, year: Year, lang: Lang) -> [String; 7] {
    let Some(verdict) = row.verdict(year) else {
        return Default::default();
    };
    let words = lang.words();
    let outcome = match verdict.outcome {
        Some(_) if verdict.carried_over => words.carried_on,
        _ => outcome_word(verdict, lang),
    };
    let basis = verdict.outcome.map(|_| words.basis(verdict.basis.code()));
    let difference = verdict.difference.as_ref();
    let reason = verdict.reason.map(|reason| words.reason(reason.code()));
    [
        outcome.to_owned(),
        basis.unwrap_or_default().to_owned(),
        verdict
            .attainment
            .map_or_else(String::new, |n| n.to_string()),
        difference.map_or_else(String::new, |d| d.number.to_string()),
        safe(difference.map_or("", |d| &d.unit)),
        reason.unwrap_or_default().to_owned(),
        next_words(Some(verdict), lang).to_owned(),
    ]
}
