//! `compare`: promises beside results across years as a ledger, or the texts side by side.

use std::path::PathBuf;

use clap::Args;

use crate::calendar::Year;
use crate::compare::{self, Ledger};
use crate::export::format::Format;
use crate::export::rows::Rows;
use crate::export::{json, ledger, whole};
use crate::wording::paragraph::Setup;

use super::context::Context;
use super::failure::Failure;
use super::library::chosen_of;
use super::options::Output;
use super::out::{table_cells, write_out};
use super::parallel::texts;
use super::together::Chosen;
use super::values::{LedgerFormat, year};

/// What is compared, and how it is printed.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// Years to show [default: all]
    #[arg(value_name = "YEAR", value_parser = year)]
    years: Vec<u16>,
    /// The series to compare
    #[arg(long, value_name = "NAME")]
    series: Option<String>,
    /// Two bulletins or files to compare, whatever their series
    #[arg(long, num_args = 2, value_names = ["ID", "ID"], conflicts_with = "series")]
    together: Option<Vec<String>>,
    /// Lay the texts side by side instead, changes marked (txt, md or json)
    #[arg(long)]
    text: bool,
    /// With --text: this section and those that treat its theme
    #[arg(long, value_name = "REF", requires = "text")]
    section: Option<String>,
    /// Form of the output [default: as FILE ends, else table]
    #[arg(long, value_enum)]
    format: Option<LedgerFormat>,
    #[command(flatten)]
    output: Output,
}

/// `compare`. Two bulletins may be laid together before the command as well.
pub fn compare(
    context: &Context,
    args: CompareArgs,
    together: Option<Vec<String>>,
) -> Result<(), Failure> {
    let file = args.output.file().map(PathBuf::as_path);
    let format = args.format.unwrap_or_else(|| LedgerFormat::of(file));
    let chosen = Chosen::of(args.series, args.together.or(together));
    if args.text {
        let of = (chosen, args.section);
        texts(context, &args.years, of, format, &args.output)
    } else {
        rows(context, &args.years, chosen, format, &args.output)
    }
}

/// The ledger.
fn rows(
    context: &Context,
    years: &[Year],
    chosen: Chosen,
    format: LedgerFormat,
    output: &Output,
) -> Result<(), Failure> {
    let (library, series) = chosen_of(context, chosen)?;
    let words = context.lang.words();
    let made = Ledger::new(&library.bulletins, &series, years, &library.said());
    if made.rows.is_empty() && format != LedgerFormat::Json {
        return Err(if compare::lacks_years(&library.bulletins, &series) {
            Failure::Input(words.no_years.to_owned())
        } else if years.is_empty() {
            Failure::Input(words.no_ledger.to_owned())
        } else {
            Failure::Input(words.nothing_to_compare(series))
        });
    }
    let setup = context.setup(0);
    match format.document() {
        Some(Format::Json) => write_out(output, |out| {
            json::write(out, &json::ledger(&made, &library.bulletins))
        }),
        Some(format) => {
            // A document shows the years around the one asked for.
            let whole = if years.is_empty() {
                made
            } else {
                Ledger::new(&library.bulletins, &series, &[], &library.said())
            };
            let rows = Rows {
                ledger: &whole,
                rows: None,
                years,
                bulletins: &library.bulletins,
                lang: context.lang,
            };
            write_out(output, |out| whole::ledger(out, &rows, format, setup))
        }
        None => {
            let cells = if output.output.is_some() {
                0
            } else {
                table_cells()
            };
            let setup = Setup { cells, ..setup };
            write_out(output, |out| {
                ledger::table(out, &made, &library.bulletins, context.lang, setup)
            })
        }
    }
}
