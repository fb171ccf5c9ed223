//! The list of commands: each has its own arguments and carries itself out. It does not know what they do.

use clap::Subcommand as Subcommands;

use super::check::{CheckArgs, check};
use super::compare::{CompareArgs, compare};
use super::context::Context;
use super::export::{ExportArgs, export};
use super::failure::Failure;
use super::figures::{FiguresArgs, figures};
use super::import::{ImportArgs, import};
use super::indicators::{IndicatorsArgs, indicators};
use super::list::{ListArgs, list};
use super::search::{SearchArgs, search};
use super::show::{ShowArgs, show};
use super::terms::{TermsArgs, terms};

/// Commands.
#[derive(Debug, Subcommands)]
pub enum Subcommand {
    /// List the bulletins
    List(ListArgs),
    /// Print a bulletin or a section
    Show(ShowArgs),
    /// Set promises beside results, across years
    Compare(CompareArgs),
    /// What a year says that the year before did not, and what it no longer says
    Terms(TermsArgs),
    /// List the catalogue of indicators, and what of it the library has
    Indicators(IndicatorsArgs),
    /// Find words, what sounds so, and figures in every bulletin
    Search(SearchArgs),
    /// Take chosen sections and rows away: text, Markdown, a sheet, JSON, Word, a web page
    Export(ExportArgs),
    /// Make bulletins (YAML) of texts, Markdown, web pages and Word files
    Import(ImportArgs),
    /// Read lines from standard input and print the figures of each as a JSON array
    #[command(hide = true)]
    Figures(FiguresArgs),
    /// Tell every problem of every file
    Check(CheckArgs),
}

impl Subcommand {
    /// Carries it out. Two bulletins may be laid together before its name, which only one command knows.
    pub fn run(self, together: Option<Vec<String>>, context: &Context) -> Result<(), Failure> {
        if together.is_some() && !matches!(self, Self::Compare(_)) {
            return Err(Failure::Usage(
                context.lang.words().together_where.to_owned(),
            ));
        }
        match self {
            Self::List(args) => list(context, &args),
            Self::Show(args) => show(context, &args),
            Self::Compare(args) => compare(context, args, together),
            Self::Terms(args) => terms(context, args),
            Self::Indicators(args) => indicators(context, &args),
            Self::Search(args) => search(context, args),
            Self::Export(args) => export(context, &args),
            Self::Import(args) => import(context, &args),
            Self::Figures(_) => figures(),
            Self::Check(args) => check(context, &args),
        }
    }
}
