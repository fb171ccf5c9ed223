//! `compare --text` and `terms`: texts of several years.

use std::io::Write;

use crate::calendar::Year;
use crate::compare::{self, Alignments};
use crate::export::phrases::Group;
use crate::export::{json, parallel, phrases};
use crate::model::Bulletin;
use crate::parallel::{Column, MOST, Parallel, shown, whole, window};
use crate::phrases::Years;

use super::args::{LedgerFormat, Output};
use super::commands::{known_series, library, print_json, resolve, stdout, write_out};
use super::{Context, Failure};

/// `compare --text`: the newest two years, those named, or those that end with the section's.
pub fn texts(
    context: &Context,
    years: &[Year],
    (series, section): (Option<String>, Option<String>),
    format: LedgerFormat,
    output: &Output,
) -> Result<(), Failure> {
    let library = library(context)?;
    let bulletins = &library.bulletins;
    let words = context.lang.words();
    if format == LedgerFormat::Csv {
        return Err(Failure::Usage(words.text_formats.to_owned()));
    }
    let base = match &section {
        Some(reference) => {
            let (bulletin, _, sections) = resolve(&library, reference, context)?;
            let at = bulletins.iter().position(|one| one.id == bulletin.id);
            let section = match sections.as_slice() {
                // Nothing behind the #: all of it.
                _ if !reference.contains('#') => None,
                [one] => Some(*one),
                _ => return Err(Failure::input(words.one_section, reference)),
            };
            at.map(|at| (at, section))
        }
        None => None,
    };
    let series = match base.and_then(|(at, _)| bulletins.get(at)) {
        Some(bulletin) if series.as_ref().is_some_and(|s| *s != bulletin.series) => {
            return Err(Failure::input(words.other_series, &bulletin.series));
        }
        Some(bulletin) => bulletin.series.clone(),
        None => known_series(&library, series, context)?,
    };
    let members = compare::members(bulletins, &series);
    let newest = members.last().copied().unwrap_or_default();
    let base = base.unwrap_or((newest, None));
    let chosen = if years.is_empty() {
        window(&members, base.0, 2).to_vec()
    } else {
        of_years(bulletins, &members, years)
    };
    if chosen.len() < 2 {
        let known: Vec<String> = members
            .iter()
            .filter_map(|at| bulletins.get(*at).map(parallel::year))
            .collect();
        return Err(Failure::input(words.not_two_years, known.join(", ")));
    }
    if chosen.len() > MOST {
        return Err(Failure::input(words.too_many_years, MOST));
    }
    let mut known = Alignments::default();
    let shown = shown(bulletins, &chosen, base, &mut known);
    let made = Parallel::new(bulletins, shown, &mut known);
    write_out(output, context, |out| match format {
        LedgerFormat::Json => json::write(out, &parallel::json(&made, bulletins)),
        LedgerFormat::Md => parallel::markdown(out, &made, bulletins, context.lang),
        _ => parallel::text(out, &made, bulletins, context.lang),
    })
}

/// The members whose date is in one of some years.
fn of_years(bulletins: &[Bulletin], members: &[usize], years: &[Year]) -> Vec<usize> {
    let dated = |at: &&usize| {
        let date = bulletins.get(**at).and_then(|bulletin| bulletin.date);
        date.is_some_and(|date| years.contains(&date.year()))
    };
    members.iter().filter(dated).copied().collect()
}

/// `terms`: what each year says first and what it no longer says; or counts of some words.
pub fn terms(
    context: &Context,
    asked: &[String],
    series: Option<String>,
    as_json: bool,
) -> Result<(), Failure> {
    let library = library(context)?;
    let series = known_series(&library, series, context)?;
    let bulletins = &library.bulletins;
    let columns = whole(bulletins, compare::members(bulletins, &series).into_iter());
    let texts: Vec<Vec<String>> = columns.iter().map(|c| c.texts(bulletins)).collect();
    let years = Years::new(&texts);
    let groups = if asked.is_empty() {
        new_and_gone(&years, &columns, bulletins, context)
    } else {
        let names = parallel::names(&columns, bulletins);
        vec![Group {
            code: "asked",
            heading: names.join("→"),
            year: None,
            phrases: asked.iter().map(|words| years.phrase(words)).collect(),
        }]
    };
    if groups.is_empty() {
        return Err(Failure::Input(
            context.lang.words().only_one_year.to_owned(),
        ));
    }
    let mut out = stdout();
    if as_json {
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
    let names = parallel::names(columns, bulletins);
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
