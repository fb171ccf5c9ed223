//! `check`: every problem of every file.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use crate::export::json;
use crate::i18n::counted;
use crate::load::{Checks, Problem, Severity};
use crate::wording::problem::report;

use super::context::{Context, open};
use super::failure::Failure;
use super::out::{print_json, stdout};

/// What is checked.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Files and folders [default: the library]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// `check`.
pub fn check(context: &Context, args: &CheckArgs) -> Result<(), Failure> {
    let library = if args.paths.is_empty() {
        context.library(Checks::All)
    } else {
        open(&args.paths, Checks::All)
    };
    let mut out = stdout();
    let words = context.lang.words();
    let count = |severity: Severity| -> usize {
        let told = library.problems.iter().filter(|p| p.severity == severity);
        told.map(Problem::count).sum()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if args.json {
        print_json(&mut out, &json::problems(&library.problems, context.lang))?;
    } else {
        report(
            &mut out,
            &library.problems,
            "",
            (context.lang, context.setup(0)),
        )?;
        let verdict = if library.problems.is_empty() {
            words.all_good.to_owned()
        } else {
            format!(
                "{}, {}",
                counted(errors, words.errors),
                counted(warnings, words.warnings)
            )
        };
        writeln!(out, "{} {}: {verdict}", library.files, words.checked)?;
    }
    out.flush()?;
    if errors > 0 {
        Err(Failure::Told)
    } else {
        Ok(())
    }
}
