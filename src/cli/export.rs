//! `export`: chosen bulletins, sections, passages and rows as a document, a sheet or JSON.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use clap::Args;

use crate::export::format::Format;
use crate::export::job::Job;
use crate::export::ledgers::Ledgers;
use crate::export::order::{Middles, Order};
use crate::export::pick::{self, Unknown};
use crate::files::save::Draft;
use crate::i18n::Lang;
use crate::load::Library;
use crate::model::{Part, SectionRef};
use crate::terminal::signal::{self, Asked};

use super::context::Context;
use super::failure::Failure;
use super::library::library;
use super::options::Output;
use super::out::stdout;
use super::values::export_width;

/// What is to be taken away.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// ID, ID#2.1 (child numbers), ID#plans (a kind), ID#2.1@10-40 (a passage, in bytes) or
    /// ID#2.1=INDICATOR (a row of the ledger)
    #[arg(value_name = "REF", required = true)]
    references: Vec<String>,
    /// Form of the output [default: as FILE ends, else txt]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Number the sections anew, 一、（一）1.（1）, instead of as the source does
    #[arg(long)]
    renumber: bool,
    /// txt: cells of a line, from 12; 0 for one line per paragraph [default: 0]
    #[arg(long, value_name = "N", value_parser = export_width)]
    width: Option<u16>,
    #[command(flatten)]
    output: Output,
}

impl ExportArgs {
    fn format(&self, context: &Context) -> Result<Format, Failure> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        let file = self.output.file();
        let told = file.map_or(Ok(None), |path| Format::of_file(path));
        let words = context.lang.words();
        told.map(Option::unwrap_or_default)
            .map_err(|ending| Failure::Usage(words.no_such_ending(format!(".{ending}"))))
    }

    /// The order, still of nothing: what is wrong with the options is told before anything is read.
    fn order(&self, context: &Context) -> Result<Order, Failure> {
        let words = context.lang.words();
        let format = self.format(context)?;
        if self.width.is_some_and(|cells| cells > 0) && !format.has_lines() {
            return Err(Failure::Usage(words.no_lines(format.code())));
        }
        if self.renumber && !format.has_numbering() {
            return Err(Failure::Usage(words.no_numbering(format.code())));
        }
        if !format.is_text() && self.output.file().is_none() && io::stdout().is_terminal() {
            return Err(Failure::Usage(words.not_for_a_terminal.to_owned()));
        }
        // However many sections are of a kind, JSON has a list of them, as `show` has.
        let of_kind = |text: &String| {
            SectionRef::parse(text).is_some_and(|parsed| matches!(parsed.part, Part::Kind(_)))
        };
        Ok(Order {
            picks: Vec::new(),
            middles: Middles::default(),
            format,
            renumber: self.renumber,
            cells: self.width.unwrap_or(0).into(),
            list: self.references.iter().any(of_kind),
            tabs: false,
            lang: context.lang,
            ambiguous: context.ambiguous,
            rules: context.rules,
        })
    }
}

/// `export`.
pub fn export(context: &Context, args: &ExportArgs) -> Result<(), Failure> {
    let mut order = args.order(context)?;
    let library = library(context)?;
    let mut meant = Vec::new();
    for reference in &args.references {
        let found = pick::parse(&library.bulletins, reference);
        meant.push(found.map_err(|why| unknown(why, reference, &library, context))?);
    }
    let ledgers = Ledgers::of(&meant.concat(), &library.bulletins, &library.said());
    for (picks, reference) in meant.iter().zip(&args.references) {
        if ledgers.kept(picks.clone()).is_empty() {
            return Err(Failure::Input(context.lang.words().no_row(reference)));
        }
    }
    order.picks = meant.concat();
    match args.output.file() {
        None => {
            let job = Job::begin(order, ledgers, &library.bulletins, stdout())?;
            job.run(&library.bulletins)?.flush()?;
            Ok(())
        }
        Some(path) => to_file(
            context,
            path,
            args.output.force,
            |draft| Job::begin(order, ledgers, &library.bulletins, draft),
            &library,
        ),
    }
}

/// Why a reference means nothing, in words.
fn unknown(why: Unknown, reference: &str, library: &Library, context: &Context) -> Failure {
    let words = context.lang.words();
    match why {
        Unknown::Reference => Failure::Input(words.bad_pick(reference)),
        Unknown::Bulletin(id) => Failure::no_bulletin(&id, library, context.lang),
        Unknown::Section => Failure::Input(words.no_section_named(reference)),
        Unknown::Passage => Failure::Input(words.no_passage(reference)),
        Unknown::Row(known) if known.is_empty() => Failure::Input(words.no_row(reference)),
        Unknown::Row(known) => {
            let known = known.join(context.lang.words().list_comma);
            Failure::Input(words.no_row(format!("{reference} ({known})")))
        }
    }
}

/// Carries an order out into a file that appears only when it is whole. What takes long says how far it
/// is; a signal that ends the program leaves nothing behind, unless a step takes longer than the half second
/// that signals wait for.
fn to_file(
    context: &Context,
    path: &Path,
    force: bool,
    begin: impl FnOnce(Draft) -> io::Result<Job<Draft>>,
    library: &Library,
) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::File(path.to_owned(), error);
    signal::watch()?;
    let draft = Draft::begin(path, force).map_err(failed)?;
    let mut job = begin(draft).map_err(failed)?;
    let mut progress = Progress::default();
    let done = loop {
        match signal::asked() {
            Some(Asked::End(code)) => break Err(Failure::Signal(code)),
            Some(Asked::Stop) => signal::stop()?,
            None => {}
        }
        match job.step(&library.bulletins) {
            Ok(true) => progress.tell(context.lang, job.percent()),
            Ok(false) => break job.finish().and_then(Draft::keep).map_err(failed),
            Err(error) => break Err(failed(error)),
        }
    };
    progress.clear();
    done
}

/// A line on the terminal of standard error that says how far it is, if there is one.
#[derive(Default)]
struct Progress {
    told: Option<usize>,
}

impl Progress {
    fn tell(&mut self, lang: Lang, percent: usize) {
        if self.told != Some(percent) && io::stderr().is_terminal() {
            self.told = Some(percent);
            // What cannot be told is no reason to stop.
            let _ = write!(io::stderr(), "\r{}", lang.words().exporting(percent));
        }
    }

    fn clear(&self) {
        if self.told.is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
