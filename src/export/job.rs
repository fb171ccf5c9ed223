//! Writing an order, a bit at a time: whoever carries it out can draw a screen and read keys between two
//! bits, and stop.

use std::collections::VecDeque;
use std::io::{self, Write};

use crate::model::Bulletin;
use crate::wording::paragraph::Setup;

use super::about::About;
use super::block::{self, Block, Walk};
use super::document::Document;
use super::format::Writer;
use super::json::{self, Array};
use super::ledgers::{Ledgers, series};
use super::order::Order;
use super::pick::Pick;
use super::rows::Rows;
use super::sheet::{self, Columns};
use super::sink::Sink;

/// Bytes of text that are written at a time, about.
const BIT: usize = 128 << 10;

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
        let mut form = match order.format.writer() {
            Writer::Document(make) => Form::Document(make(setup(&order)), Sink::Plain(out)),
            Writer::Package(make, text, parts) => {
                Form::Document(make(setup(&order)), Sink::package(out, text, parts)?)
            }
            Writer::Sheet => {
                let columns = columns(&order, &ledgers, bulletins);
                let mut sheet = if order.tabs {
                    sheet::pasted(out)
                } else {
                    sheet::begin(out)?
                };
                sheet::write(&mut sheet, &columns.head(order.lang))?;
                Form::Sheet(columns, Box::new(sheet))
            }
            Writer::Json => Form::Json(Array::new(out, order.list || entries(&order.picks) != 1)),
        };
        if let Form::Document(document, out) = &mut form {
            document.begin(out, about(order.picks.first(), &ledgers, bulletins))?;
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
            rows: Some(&rows),
            years: self.order.middles.of(&ledger.series),
            bulletins,
            lang,
        };
        match &mut self.form {
            Form::Document(document, out) => document.rows(out, &chosen),
            Form::Sheet(columns, sheet) => {
                for row in &rows {
                    sheet::write(sheet, &columns.row(&chosen, *row))?;
                }
                Ok(())
            }
            Form::Json(array) => array.push(&json::ledger_of(ledger, &rows, bulletins)),
        }
    }
}

/// What a document is about whose first pick is this one.
fn about<'a>(first: Option<&Pick>, ledgers: &'a Ledgers, bulletins: &'a [Bulletin]) -> About<'a> {
    let index = first.and_then(|pick| match pick {
        Pick::Row { cell, .. } => Some(cell.bulletin),
        pick => pick.bulletin(),
    });
    let about = About::of(index.and_then(|index| bulletins.get(index)));
    match first.and_then(|pick| ledgers.row(pick)) {
        Some((ledger, _)) => About {
            title: &ledger.title,
            ..about
        },
        None => about,
    }
}

fn setup(order: &Order) -> Setup {
    Setup {
        cells: order.cells,
        ambiguous: order.ambiguous,
        rules: order.rules,
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

fn columns(order: &Order, ledgers: &Ledgers, bulletins: &[Bulletin]) -> Columns {
    let picks = &order.picks;
    let is_row = |pick: &Pick| matches!(pick, Pick::Row { .. });
    let mut columns = Columns::new(!picks.iter().all(is_row));
    for ledger in ledgers.iter() {
        let of_ledger = picks
            .iter()
            .filter(|pick| series(pick) == Some(&ledger.series));
        let rows = of_ledger.filter_map(|pick| Some(ledgers.row(pick)?.1));
        let rows: Vec<usize> = rows.collect();
        columns.add(&Rows {
            ledger,
            rows: Some(&rows),
            years: order.middles.of(&ledger.series),
            bulletins,
            lang: order.lang,
        });
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
