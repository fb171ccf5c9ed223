//! Writing an order, a bit at a time: whoever carries it out can draw a screen and read keys between two
//! bits, and stop.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::sync::Arc;

use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{DateTime, ZipWriter};

use crate::compare::{Ledger, Links};
use crate::model::Bulletin;

use super::block::{self, Block, Walk};
use super::document::{Document, Rows};
use super::docx::{self, Docx};
use super::html::Html;
use super::json::{self, Array};
use super::markdown::Markdown;
use super::order::{Format, Order};
use super::pick::Pick;
use super::plain::Plain;
use super::sheet::{self, Columns};
use super::text::Setup;

/// Bytes of text that are written at a time, about.
const BIT: usize = 128 << 10;

/// The ledgers that the rows of an order stand in.
#[derive(Debug, Default)]
pub struct Ledgers(Vec<Arc<Ledger>>);

impl Ledgers {
    /// Makes those that some picks need.
    pub fn of(picks: &[Pick], bulletins: &[Bulletin], links: &Links) -> Self {
        Self::default().needed(picks, bulletins, links)
    }

    /// Those of them that some picks need. What is not among them yet is made, and kept for the next time that it is
    /// needed; bulletins and links must be the same then.
    #[must_use]
    pub fn needed(&mut self, picks: &[Pick], bulletins: &[Bulletin], links: &Links) -> Self {
        let mut needed: Vec<Arc<Ledger>> = Vec::new();
        for name in picks.iter().filter_map(series) {
            let is_named = |ledger: &&Arc<Ledger>| ledger.series == name;
            if needed.iter().any(|ledger| is_named(&ledger)) {
                continue;
            }
            let known = self.0.iter().find(is_named).cloned();
            needed.push(known.unwrap_or_else(|| {
                let made = Arc::new(Ledger::new(bulletins, name, &[], links));
                self.0.push(Arc::clone(&made));
                made
            }));
        }
        Self(needed)
    }

    /// The row that is picked, with its ledger.
    fn row(&self, pick: &Pick) -> Option<(&Ledger, usize)> {
        let Pick::Row { series, cell, .. } = pick else {
            return None;
        };
        let ledger = self.0.iter().find(|ledger| ledger.series == *series)?;
        Some((ledger, ledger.row_with(*cell)?))
    }

    /// The picks without rows that are in no ledger (a promise in words that nothing answers makes none) and
    /// without those that are picked before: several indicators may lead to one row.
    pub fn kept(&self, picks: Vec<Pick>) -> Vec<Pick> {
        let mut seen: Vec<(&str, usize)> = Vec::new();
        let is_kept = |pick: &Pick| {
            if !matches!(pick, Pick::Row { .. }) {
                return true;
            }
            let Some((ledger, row)) = self.row(pick) else {
                return false;
            };
            let place = (ledger.series.as_str(), row);
            let new = !seen.contains(&place);
            seen.push(place);
            new
        };
        picks.into_iter().filter(is_kept).collect()
    }
}

/// A writer that takes no more once it has failed: a package that is dropped would try to write its end, and
/// say on standard error that it cannot.
struct Fused<W> {
    out: W,
    failed: bool,
}

impl<W: Write> Write for Fused<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.failed {
            return Ok(bytes.len());
        }
        let written = self.out.write(bytes);
        self.failed = written
            .as_ref()
            .is_err_and(|error| error.kind() != io::ErrorKind::Interrupted);
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.failed {
            Ok(())
        } else {
            self.out.flush()
        }
    }
}

/// Where bytes go: straight out, or into the text of a package.
enum Sink<W: Write> {
    Plain(W),
    Package(Box<ZipWriter<StreamWriter<Fused<W>>>>),
}

impl<W: Write> Sink<W> {
    /// A package with all its parts but the text, which what is written becomes. No part has a date: the
    /// same order gives the same bytes.
    fn package(out: W) -> io::Result<Self> {
        let mut zip = ZipWriter::new_stream(Fused { out, failed: false });
        let options = SimpleFileOptions::default()
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        for (name, part) in docx::PARTS {
            zip.start_file(name, options)?;
            zip.write_all(part.as_bytes())?;
        }
        zip.start_file(docx::TEXT, options)?;
        Ok(Self::Package(Box::new(zip)))
    }

    fn finish(self) -> io::Result<W> {
        match self {
            Self::Plain(out) => Ok(out),
            Self::Package(zip) => Ok(zip.finish()?.into_inner().out),
        }
    }
}

impl<W: Write> Write for Sink<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(out) => out.write(bytes),
            Self::Package(zip) => zip.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(out) => out.flush(),
            Self::Package(zip) => zip.flush(),
        }
    }
}

/// What is being written.
enum Form<W: Write> {
    Document(Box<dyn Document>, Sink<W>),
    Sheet(Columns, Box<csv::Writer<W>>),
    Json(Array<W>),
}

/// A section of the pick that is being written, and the end of the pick.
#[derive(Clone, Copy)]
struct At {
    bulletin: usize,
    section: usize,
    end: usize,
}

/// An order that is being carried out.
pub struct Job<W: Write> {
    order: Order,
    ledgers: Ledgers,
    form: Form<W>,
    walk: Walk,
    /// The next pick.
    next: usize,
    /// Where in a pick of sections it is.
    at: Option<At>,
    /// The bulletin that is the source of what was written last.
    source: Option<usize>,
    /// Blocks that are to be written.
    blocks: VecDeque<Block>,
    done: usize,
    total: usize,
}

impl<W: Write> Job<W> {
    /// Begins an order.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn begin(
        mut order: Order,
        ledgers: Ledgers,
        bulletins: &[Bulletin],
        out: W,
    ) -> io::Result<Self> {
        order.picks = ledgers.kept(order.picks);
        let mut form = match order.format {
            Format::Txt => Form::Document(Box::new(Plain::new(setup(&order))), Sink::Plain(out)),
            Format::Md => Form::Document(Box::new(Markdown::default()), Sink::Plain(out)),
            Format::Html => Form::Document(Box::new(Html::default()), Sink::Plain(out)),
            Format::Docx => Form::Document(Box::new(Docx::default()), Sink::package(out)?),
            Format::Csv => {
                let columns = columns(&order.picks, &ledgers);
                let mut sheet = if order.tabs {
                    sheet::pasted(out)
                } else {
                    sheet::begin(out)?
                };
                sheet::write(&mut sheet, &columns.head(order.lang))?;
                Form::Sheet(columns, Box::new(sheet))
            }
            Format::Json => Form::Json(Array::new(out, order.list || entries(&order.picks) != 1)),
        };
        if let Form::Document(document, out) = &mut form {
            let of = |pick: &Pick| match pick {
                Pick::Row { cell, .. } => Some(cell.bulletin),
                pick => pick.bulletin(),
            };
            let first = order.picks.first().and_then(of);
            document.begin(out, first.and_then(|index| bulletins.get(index)))?;
        }
        let walk = Walk::new(order.renumber);
        let total = order.picks.iter().map(|pick| bytes(pick, bulletins)).sum();
        Ok(Self {
            order,
            ledgers,
            form,
            walk,
            next: 0,
            at: None,
            source: None,
            blocks: VecDeque::new(),
            done: 0,
            total,
        })
    }

    /// How much is written, in percent.
    pub fn percent(&self) -> usize {
        let percent = (self.done * 100).checked_div(self.total);
        percent.unwrap_or(100).min(100)
    }

    /// Writes a bit; whether there is more.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn step(&mut self, bulletins: &[Bulletin]) -> io::Result<bool> {
        let until = self.done + BIT;
        while self.done < until {
            if let Some(block) = self.blocks.pop_front() {
                self.block(&block, bulletins)?;
            } else if self.at.is_some() {
                self.section(bulletins)?;
            } else if self.next < self.order.picks.len() {
                self.pick(bulletins)?;
            } else {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Writes all that is left, and what stands behind it.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn run(mut self, bulletins: &[Bulletin]) -> io::Result<W> {
        while self.step(bulletins)? {}
        self.finish()
    }

    /// Writes what stands behind all picks.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn finish(self) -> io::Result<W> {
        match self.form {
            Form::Document(mut document, mut out) => {
                document.end(&mut out)?;
                out.finish()
            }
            Form::Sheet(_, sheet) => sheet.into_inner().map_err(csv::IntoInnerError::into_error),
            Form::Json(array) => array.end(),
        }
    }

    fn block(&mut self, block: &Block, bulletins: &[Bulletin]) -> io::Result<()> {
        self.done += block.words.len();
        let bulletin = self.source.and_then(|index| bulletins.get(index));
        match (&mut self.form, bulletin) {
            (Form::Document(document, out), Some(bulletin)) => document.block(out, block, bulletin),
            _ => Ok(()),
        }
    }

    /// Goes on with the next section of a pick.
    fn section(&mut self, bulletins: &[Bulletin]) -> io::Result<()> {
        let Some(at) = self.at.take() else {
            return Ok(());
        };
        let Some(bulletin) = bulletins.get(at.bulletin).filter(|_| at.section < at.end) else {
            return Ok(());
        };
        self.at = Some(At {
            section: at.section + 1,
            ..at
        });
        if let Form::Sheet(columns, sheet) = &mut self.form {
            let section = bulletin.sections().get(at.section);
            self.done += section.map_or(0, |s| s.label.len() + s.heading.len() + s.body.len());
            for figure in section.iter().flat_map(|s| s.figures()) {
                let line = columns.figure(bulletin, at.section, figure, self.order.lang);
                sheet::write(sheet, &line)?;
            }
        } else {
            self.blocks.extend(self.walk.section(bulletin, at.section));
        }
        Ok(())
    }

    /// Begins the next pick.
    fn pick(&mut self, bulletins: &[Bulletin]) -> io::Result<()> {
        let Some(pick) = self.order.picks.get(self.next) else {
            return Ok(());
        };
        if matches!(pick, Pick::Row { .. }) {
            return self.rows(bulletins);
        }
        self.next += 1;
        if let Form::Json(array) = &mut self.form {
            self.done += bytes(pick, bulletins);
            return array.push(&json::pick(pick, bulletins));
        }
        let Some(index) = pick.bulletin() else {
            return Ok(());
        };
        let Some(bulletin) = bulletins.get(index) else {
            return Ok(());
        };
        if self.source != Some(index) {
            self.source = Some(index);
            self.walk.begin_bulletin();
            if let Form::Document(document, out) = &mut self.form {
                document.source(out, bulletin)?;
            }
        }
        if let Some((_, range)) = pick.sections(bulletins) {
            self.walk.begin_pick(bulletin, range.start);
            self.at = Some(At {
                bulletin: index,
                section: range.start,
                end: range.end,
            });
        }
        if let Pick::Passage(_, at, span) = pick
            && let Some(section) = bulletin.sections().get(*at)
        {
            if let Form::Sheet(columns, sheet) = &mut self.form {
                self.done += span.len();
                for figure in section.figures_in(span) {
                    let line = columns.figure(bulletin, *at, figure, self.order.lang);
                    sheet::write(sheet, &line)?;
                }
            } else {
                self.blocks.extend(block::passage(section, span));
            }
        }
        Ok(())
    }

    /// Writes the rows that follow each other in one ledger.
    fn rows(&mut self, bulletins: &[Bulletin]) -> io::Result<()> {
        let Some(rest) = self.order.picks.get(self.next..) else {
            return Ok(());
        };
        let run = run_of_rows(rest);
        let picks = rest.get(..run).unwrap_or_default();
        let rows: Vec<usize> = picks
            .iter()
            .filter_map(|p| Some(self.ledgers.row(p)?.1))
            .collect();
        let ledger = picks.iter().find_map(|p| Some(self.ledgers.row(p)?.0));
        self.next += run;
        self.done += picks
            .iter()
            .map(|pick| bytes(pick, bulletins))
            .sum::<usize>();
        let Some(ledger) = ledger else {
            return Ok(());
        };
        let lang = self.order.lang;
        self.source = None;
        let chosen = Rows {
            ledger,
            rows: &rows,
            bulletins,
            lang,
        };
        match &mut self.form {
            Form::Document(document, out) => document.rows(out, &chosen),
            Form::Sheet(columns, sheet) => {
                for row in chosen.iter() {
                    sheet::write(sheet, &columns.row(ledger, row, bulletins, lang))?;
                }
                Ok(())
            }
            Form::Json(array) => array.push(&json::ledger_of(ledger, &rows, bulletins)),
        }
    }
}

fn setup(order: &Order) -> Setup {
    Setup {
        cells: order.cells,
        ambiguous: order.ambiguous,
        rules: order.rules,
    }
}

/// The series that a picked row is of.
fn series(pick: &Pick) -> Option<&str> {
    match pick {
        Pick::Row { series, .. } => Some(series),
        _ => None,
    }
}

/// How many picks at the start are rows of one ledger.
fn run_of_rows(picks: &[Pick]) -> usize {
    let first = picks.first().and_then(series);
    let same = picks
        .iter()
        .take_while(|pick| first.is_some() && series(pick) == first);
    same.count()
}

/// Values of JSON that some picks are: rows of one ledger that follow each other are one.
fn entries(picks: &[Pick]) -> usize {
    let mut rest = picks;
    let mut count = 0;
    while !rest.is_empty() {
        count += 1;
        rest = rest.get(run_of_rows(rest).max(1)..).unwrap_or_default();
    }
    count
}

fn columns(picks: &[Pick], ledgers: &Ledgers) -> Columns {
    let is_row = |pick: &Pick| matches!(pick, Pick::Row { .. });
    let mut columns = Columns::new(!picks.iter().all(is_row));
    for ledger in &ledgers.0 {
        columns.add(ledger);
    }
    columns
}

/// Bytes of a pick's text.
pub fn bytes(pick: &Pick, bulletins: &[Bulletin]) -> usize {
    match pick {
        Pick::Passage(_, _, span) => span.len(),
        Pick::Row { .. } => 0,
        pick => {
            let own = pick
                .sections(bulletins)
                .and_then(|(bulletin, range)| bulletins.get(bulletin)?.sections().get(range));
            let own = own.unwrap_or_default().iter();
            own.map(|s| s.label.len() + s.heading.len() + s.body.len())
                .sum()
        }
    }
}
