//! `list`: the bulletins of the library.

use std::io::Write;

use clap::Args;

use crate::export::json;
use crate::model::{Bulletin, Form};

use super::context::Context;
use super::failure::Failure;
use super::library::told_library;
use super::out::{print_json, stdout, table_cells};
use super::table::write_list;

/// How the list is printed.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// `list`.
pub fn list(context: &Context, args: &ListArgs) -> Result<(), Failure> {
    let library = told_library(context)?;
    let mut out = stdout();
    if args.json {
        return print_json(&mut out, &json::list(&library.bulletins));
    }
    let words = context.lang.words();
    let lines = library.bulletins.iter().map(|b| entry(b, words.undated));
    let lines: Vec<_> = lines.collect();
    let room = (table_cells(), context.ambiguous);
    write_list(&mut out, &words.list_head, &lines, &[], room)?;
    out.flush()?;
    Ok(())
}

/// A bulletin as a line of the list, in the order of its head.
fn entry(bulletin: &Bulletin, undated: &str) -> Vec<String> {
    let years: Vec<String> = bulletin.years().iter().map(ToString::to_string).collect();
    let sections = bulletin
        .sections()
        .iter()
        .filter(|s| s.form != Form::Implied)
        .count();
    let figures = bulletin
        .figures()
        .filter(|(_, f)| f.value.is_some())
        .count();
    vec![
        bulletin.id.clone(),
        bulletin
            .date
            .map_or_else(|| undated.to_owned(), |d| d.to_string()),
        bulletin.issuer.clone(),
        bulletin.series.clone(),
        if years.is_empty() {
            "-".into()
        } else {
            years.join(" ")
        },
        sections.to_string(),
        figures.to_string(),
    ]
}
