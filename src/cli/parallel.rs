//! `compare --text`: the texts of several years side by side.

use crate::calendar::Year;
use crate::compare::{self, Alignments};
use crate::export::{json, parallel};
use crate::load::Library;
use crate::model::Bulletin;
use crate::parallel::{MOST, Parallel, shown, window};
use crate::wording::column::year;

use super::context::Context;
use super::failure::Failure;
use super::library::{chosen_of, known_series, library, resolve};
use super::options::Output;
use super::out::write_out;
use super::together::Chosen;
use super::values::LedgerFormat;

/// `compare --text`: the newest two years, those named, or those that end with the section's.
pub fn texts(
    context: &Context,
    years: &[Year],
    (chosen, section): (Chosen, Option<String>),
    format: LedgerFormat,
    output: &Output,
) -> Result<(), Failure> {
    let words = context.lang.words();
    if matches!(
        format,
        LedgerFormat::Csv | LedgerFormat::Docx | LedgerFormat::Html
    ) {
        return Err(Failure::Usage(words.text_formats.to_owned()));
    }
    let (library, series, base) = base(context, chosen, section.as_deref())?;
    let bulletins = &library.bulletins;
    let of_base = base.and_then(|(at, _)| Some((at, bulletins.get(at)?)));
    let members = match of_base.filter(|(_, bulletin)| bulletin.series == series) {
        Some((at, _)) => compare::members_with(bulletins, at),
        None => compare::members(bulletins, &series),
    };
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
            .filter_map(|at| bulletins.get(*at).map(year))
            .collect();
        return Err(Failure::Input(words.not_two_years(known.join(", "))));
    }
    if chosen.len() > MOST {
        return Err(Failure::Input(words.too_many_years(MOST)));
    }
    let mut known = Alignments::default();
    let shown = shown(bulletins, &chosen, base, &mut known);
    let made = Parallel::new(bulletins, shown, &mut known);
    write_out(output, |out| match format {
        LedgerFormat::Json => json::write(out, &parallel::json(&made, bulletins)),
        LedgerFormat::Md => parallel::markdown(out, &made, bulletins, context.lang),
        _ => parallel::text(out, &made, bulletins, context.lang),
    })
}

/// The library, the name of what is compared in it, and the section that is asked for with its bulletin.
type Base = (Library, String, Option<(usize, Option<usize>)>);

/// What is compared: of a section its series, unless another name is chosen for what it stands in.
fn base(context: &Context, chosen: Chosen, section: Option<&str>) -> Result<Base, Failure> {
    let words = context.lang.words();
    let Some(reference) = section else {
        let (library, series) = chosen_of(context, chosen)?;
        return Ok((library, series, None));
    };
    let (library, series) = match chosen {
        Chosen::Series(series) => (library(context)?, series),
        together @ Chosen::Together(_) => {
            let (library, series) = chosen_of(context, together)?;
            (library, Some(series))
        }
    };
    let (bulletin, _, sections) = resolve(&library, reference, context)?;
    let own = bulletin.series.clone();
    let at = library
        .bulletins
        .iter()
        .position(|one| one.id == bulletin.id);
    let section = match sections.as_slice() {
        // Nothing behind the #: all of it.
        _ if !reference.contains('#') => None,
        [one] => Some(*one),
        _ => return Err(Failure::Input(words.one_section(reference))),
    };
    let series = match series {
        Some(series) => known_series(&library, Some(series.clone()), context).unwrap_or(series),
        None => own.clone(),
    };
    let holds =
        at.is_some_and(|at| compare::all_members(&library.bulletins, &series).contains(&at));
    if !holds {
        return Err(Failure::Input(words.other_series(own)));
    }
    Ok((library, series, at.map(|at| (at, section))))
}

/// The members whose date is in one of some years.
fn of_years(bulletins: &[Bulletin], members: &[usize], years: &[Year]) -> Vec<usize> {
    let dated = |at: &&usize| {
        let date = bulletins.get(**at).and_then(|bulletin| bulletin.date);
        date.is_some_and(|date| years.contains(&date.year()))
    };
    members.iter().filter(dated).copied().collect()
}
