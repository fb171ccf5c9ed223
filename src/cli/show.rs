//! `show`: a bulletin or its sections as text, as an outline or as JSON.

use std::io::Write;

use clap::Args;

use crate::export::{json, text};
use crate::load::Library;
use crate::model::{Part, SectionRef};

use super::context::Context;
use super::failure::Failure;
use super::library::{library, resolve};
use super::out::{print_json, stdout, terminal_cells};
use super::values::show_width;

/// What is printed, and how.
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// ID, ID#2.1 (child numbers) or ID#plans (a kind)
    #[arg(value_name = "REF")]
    reference: String,
    /// Cells of a line, from 12 [default: the terminal, else 80]
    #[arg(long, value_name = "N", value_parser = show_width)]
    width: Option<u16>,
    /// Headings only
    #[arg(long, conflicts_with = "json")]
    outline: bool,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// `show`.
pub fn show(context: &Context, args: &ShowArgs) -> Result<(), Failure> {
    let library = library(context)?;
    let (bulletin, parsed, sections) = resolve(&library, &args.reference, context)?;
    let cells = usize::from(args.width.unwrap_or_else(terminal_cells));
    let setup = context.setup(cells);
    let mut out = stdout();
    match (&parsed.part, args.outline, args.json) {
        (Part::Whole, _, true) => print_json(&mut out, &json::bulletin(bulletin))?,
        (Part::Number(_), _, true) => {
            for index in sections {
                print_json(&mut out, &json::section(bulletin, index))?;
            }
        }
        (Part::Kind(_), _, true) => {
            let list: Vec<_> = sections
                .iter()
                .map(|index| json::section(bulletin, *index))
                .collect();
            print_json(&mut out, &list)?;
        }
        (_, true, false) => text::outline(&mut out, bulletin, &sections, setup)?,
        (Part::Whole, ..) => text::bulletin(&mut out, bulletin, setup)?,
        _ => {
            for index in sections {
                text::section(&mut out, bulletin, index, setup)?;
            }
        }
    }
    out.flush()?;
    Ok(())
}

/// The outlines of a library, where the reader has no terminal.
pub fn outlines(context: &Context, library: &Library) -> Result<(), Failure> {
    let mut out = stdout();
    let setup = context.setup(0);
    for bulletin in &library.bulletins {
        let top = SectionRef {
            id: bulletin.id.clone(),
            part: Part::Whole,
        }
        .resolve(bulletin);
        text::outline(&mut out, bulletin, &top, setup)?;
    }
    out.flush()?;
    Ok(())
}
