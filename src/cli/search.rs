//! `search`: hits in every bulletin, with what stands around them.

use std::io::Write;
use std::sync::Arc;

use clap::Args;

use crate::calendar::Year;
use crate::compare::Outcome;
use crate::export::hits;
use crate::load::Library;
use crate::model::Kind;
use crate::search::{Filter, Outcomes, Query, Search, order};

use super::context::Context;
use super::failure::Failure;
use super::library::{known_series, library};
use super::out::{print_json, stdout};
use super::values;

/// What is looked for, and where.
#[derive(Debug, Args)]
pub struct SearchArgs {
    /// Words, pinyin (xck), figures (">10%", "单位:万人"), # for all figures
    #[arg(value_name = "QUERY", required = true)]
    query: Vec<String>,
    /// In this bulletin only
    #[arg(long, value_name = "ID")]
    bulletin: Option<String>,
    /// In sections of this year
    #[arg(long, value_name = "YEAR", value_parser = values::year)]
    year: Option<Year>,
    /// In this series
    #[arg(long, value_name = "NAME")]
    series: Option<String>,
    /// In sections of this kind: achievements, plans …
    #[arg(long, value_name = "KIND", value_parser = values::kind)]
    kind: Option<Kind>,
    /// Behind promises and results with this outcome: met, unreported …
    #[arg(long, value_name = "OUTCOME", value_parser = values::outcome)]
    outcome: Option<Outcome>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// `search`.
pub fn search(context: &Context, args: SearchArgs) -> Result<(), Failure> {
    let library = library(context)?;
    let words = context.lang.words();
    let query = Query::parse(&args.query.join(" "));
    if query.is_empty() {
        return Err(Failure::Usage(words.no_words.to_owned()));
    }
    let as_json = args.json;
    let filter = filter(args, &library, context)?;
    let outcomes = match filter.outcome {
        Some(_) => Outcomes::of(&library.bulletins, &library.said()).into(),
        None => Arc::default(),
    };
    let order = order(&library.bulletins).into_iter();
    let mut search = Search::new(&library.bulletins, order, query, (filter, outcomes));
    search.go_on(&library.bulletins, usize::MAX);
    let mut out = stdout();
    if as_json {
        return print_json(&mut out, &hits::json(&search.hits, &library.bulletins));
    }
    hits::text(&mut out, &search.hits, &library.bulletins, context.lang)?;
    out.flush()?;
    Ok(())
}

/// What the search is kept to; a bulletin or series that does not exist is an error.
fn filter(args: SearchArgs, library: &Library, context: &Context) -> Result<Filter, Failure> {
    let words = context.lang.words();
    let bulletin = match args.bulletin {
        None => None,
        Some(id) => {
            let found = library.bulletins.iter().position(|b| b.id == id);
            Some(found.ok_or_else(|| Failure::input(words.no_bulletin_named, id))?)
        }
    };
    let known = |name| known_series(library, Some(name), context);
    Ok(Filter {
        bulletin,
        year: args.year,
        series: args.series.map(known).transpose()?,
        kind: args.kind,
        outcome: args.outcome,
    })
}
