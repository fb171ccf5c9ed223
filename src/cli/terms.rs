//! `terms`: what each year says first and what it no longer says, or how often it says some words.

use std::io::Write;

use clap::Args;

use crate::compare;
use crate::export::phrases::{self, Group};
use crate::model::Bulletin;
use crate::parallel::{Column, whole};
use crate::phrases::Years;
use crate::wording::column::names;

use super::context::Context;
use super::failure::Failure;
use super::library::{known_series, library};
use super::out::{print_json, stdout};
use super::values::some_word;

/// Which phrases are printed, and how.
#[derive(Debug, Args)]
pub struct TermsArgs {
    /// Count these words by year instead
    #[arg(value_name = "WORD", value_parser = some_word)]
    words: Vec<String>,
    /// The series
    #[arg(long, value_name = "NAME")]
    series: Option<String>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// `terms`.
pub fn terms(context: &Context, args: TermsArgs) -> Result<(), Failure> {
    let library = library(context)?;
    let series = known_series(&library, args.series, context)?;
    let bulletins = &library.bulletins;
    let columns = whole(bulletins, compare::members(bulletins, &series).into_iter());
    let texts: Vec<Vec<String>> = columns.iter().map(|c| c.texts(bulletins)).collect();
    let years = Years::new(&texts);
    let groups = if args.words.is_empty() {
        new_and_gone(&years, &columns, bulletins, context)
    } else {
        let names = names(&columns, bulletins);
        vec![Group {
            code: "asked",
            heading: names.join("→"),
            year: None,
            phrases: args.words.iter().map(|words| years.phrase(words)).collect(),
        }]
    };
    if groups.is_empty() {
        return Err(Failure::Input(
            context.lang.words().only_one_year.to_owned(),
        ));
    }
    let mut out = stdout();
    if args.json {
        return print_json(
            &mut out,
            &phrases::json(&groups, (&columns, &texts), bulletins),
        );
    }
    phrases::text(
        &mut out,
        &groups,
        (&columns, &texts),
        bulletins,
        context.lang,
    )?;
    out.flush()?;
    Ok(())
}

fn new_and_gone(
    years: &Years<'_, String>,
    columns: &[Column],
    bulletins: &[Bulletin],
    context: &Context,
) -> Vec<Group> {
    let words = context.lang.words();
    let names = names(columns, bulletins);
    let mut groups = Vec::new();
    for new in 1..columns.len() {
        let Some((later, earlier)) = names.get(new).zip(names.get(new - 1)) else {
            continue;
        };
        groups.push(Group {
            code: "new",
            heading: format!("{later}  {}", words.new_phrases),
            year: Some(new),
            phrases: years.only(new, new - 1, |_| true),
        });
        groups.push(Group {
            code: "gone",
            heading: format!("{earlier}  {}", words.gone_phrases),
            year: Some(new - 1),
            phrases: years.only(new - 1, new, |_| true),
        });
    }
    groups
}
