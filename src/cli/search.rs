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

use super::commands::{known_series, library, print_json, stdout};
use super::{Context, Failure};

/// What is looked for, and where.
#[derive(Debug, Args)]
pub struct Wanted {
    /// Words, pinyin (xck), figures (">10%", "单位:万人"), # for all figures
    #[arg(value_name = "QUERY", required = true)]
    pub query: Vec<String>,
    /// In this bulletin only
    #[arg(long, value_name = "ID")]
    pub bulletin: Option<String>,
    /// In sections of this year
    #[arg(long, value_name = "YEAR", value_parser = super::args::year)]
    pub year: Option<Year>,
    /// In this series
    #[arg(long, value_name = "NAME")]
    pub series: Option<String>,
    /// In sections of this kind: achievements, plans …
    #[arg(long, value_name = "KIND", value_parser = super::args::kind)]
    pub kind: Option<Kind>,
    /// Behind promises and results with this outcome: met, unreported …
    #[arg(long, value_name = "OUTCOME", value_parser = super::args::outcome)]
    pub outcome: Option<Outcome>,
    /// As JSON
    #[arg(long)]
    pub json: bool,
}

/// `search`.
pub fn search(context: &Context, wanted: Wanted) -> Result<(), Failure> {
    let library = library(context)?;
    let words = context.lang.words();
    let query = Query::parse(&wanted.query.join(" "));
    if query.is_empty() {
        return Err(Failure::Usage(words.no_words.to_owned()));
    }
    let as_json = wanted.json;
    let filter = filter(wanted, &library, context)?;
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
fn filter(wanted: Wanted, library: &Library, context: &Context) -> Result<Filter, Failure> {
    let words = context.lang.words();
    let bulletin = match wanted.bulletin {
        None => None,
        Some(id) => {
            let found = library.bulletins.iter().position(|b| b.id == id);
            Some(found.ok_or_else(|| Failure::input(words.no_bulletin_named, id))?)
        }
    };
    let known = |name| known_series(library, Some(name), context);
    Ok(Filter {
        bulletin,
        year: wanted.year,
        series: wanted.series.map(known).transpose()?,
        kind: wanted.kind,
        outcome: wanted.outcome,
    })
}
