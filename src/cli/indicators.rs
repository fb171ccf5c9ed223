//! `indicators`: the catalogue of indicators, and what of it the library has.

use std::io::Write;

use clap::Args;

use crate::export::indicators::{json, line, matched};

use super::context::Context;
use super::failure::Failure;
use super::library::told_library;
use super::out::{print_json, stdout, table_cells};
use super::table::write_list;

/// How the catalogue is printed.
#[derive(Debug, Args)]
pub struct IndicatorsArgs {
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// Columns with numbers: bulletins and figures.
const NUMBERS: [usize; 2] = [5, 6];

/// `indicators`.
pub fn indicators(context: &Context, args: &IndicatorsArgs) -> Result<(), Failure> {
    let library = told_library(context)?;
    let catalogue = library.catalogue();
    let matched = matched(&catalogue, &library.bulletins);
    let mut out = stdout();
    if args.json {
        return print_json(&mut out, &json(&matched));
    }
    let lang = context.lang;
    let lines: Vec<Vec<String>> = matched.iter().map(|one| line(one, lang)).collect();
    let room = (table_cells(), context.ambiguous);
    write_list(
        &mut out,
        &lang.words().indicators_head,
        &lines,
        &NUMBERS,
        room,
    )?;
    out.flush()?;
    Ok(())
}
