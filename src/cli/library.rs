//! The library of a command, and what of it is meant: a bulletin's sections, a series, bulletins laid together.

use std::path::PathBuf;

use crate::compare;
use crate::load::library::probably_one;
use crate::load::{Checks, Library};
use crate::model::{Bulletin, SectionRef};

use super::context::{Context, open};
use super::failure::Failure;
use super::out::tell;
use super::together::{self, Chosen, Wrong};

/// A library; problems of its files are told on standard error. It is a failure if they left
/// nothing of it.
pub fn told_library(context: &Context) -> Result<Library, Failure> {
    let library = context.library(Checks::Errors);
    tell_problems(&library, context);
    if library.bulletins.is_empty() && !library.problems.is_empty() {
        return Err(Failure::no_bulletins(context.lang));
    }
    Ok(library)
}

/// A library for a command that needs a bulletin to work with.
pub fn library(context: &Context) -> Result<Library, Failure> {
    let library = told_library(context)?;
    if library.bulletins.is_empty() {
        return Err(Failure::no_bulletins(context.lang));
    }
    Ok(library)
}

/// Problems on standard error, one line each; of files that were passed over the number: `check` tells of each.
pub fn tell_problems(library: &Library, context: &Context) {
    let mut passed = 0;
    for problem in &library.problems {
        if problem.is_of_passed_file() {
            passed += 1;
        } else {
            tell(&format!("jianbao: {}", problem.line(context.lang)));
        }
    }
    if passed > 0 {
        let words = context.lang.words().not_read(passed);
        tell(&format!("jianbao: {words}"));
    }
}

/// The bulletin and the sections a reference means.
pub fn resolve<'a>(
    library: &'a Library,
    reference: &str,
    context: &Context,
) -> Result<(&'a Bulletin, SectionRef, Vec<usize>), Failure> {
    let words = context.lang.words();
    let parsed = SectionRef::parse(reference)
        .ok_or_else(|| Failure::input(words.bad_reference, reference))?;
    let bulletin = library
        .bulletins
        .iter()
        .find(|b| b.id == parsed.id)
        .ok_or_else(|| Failure::no_bulletin(&parsed.id, library, context.lang))?;
    let sections = parsed.resolve(bulletin);
    if sections.is_empty() {
        return Err(Failure::input(words.no_section_named, reference));
    }
    Ok((bulletin, parsed, sections))
}

/// The series that is meant: the one named, or the only one.
pub fn known_series(
    library: &Library,
    series: Option<String>,
    context: &Context,
) -> Result<String, Failure> {
    let words = context.lang.words();
    let known = compare::series(&library.bulletins);
    match series {
        Some(name) if known.contains(&name) => Ok(name),
        Some(name) if let Some(joined) = joined_series(library, &name) => Ok(joined),
        Some(name) => Err(Failure::input(
            words.no_series_named,
            format!("{name} ({})", known.join(", ")),
        )),
        None => match known.as_slice() {
            [only] => Ok(only.clone()),
            [] => Err(Failure::no_bulletins(context.lang)),
            _ => Err(Failure::input(words.several_series, known.join(", "))),
        },
    }
}

/// The series that bulletins belong to which are of one by another name: as a file writes it, the issuer's, or the id
/// of one of them.
fn joined_series(library: &Library, name: &str) -> Option<String> {
    let named = |b: &&Bulletin| {
        b.stated_series.as_deref() == Some(name) || b.issuer == name || b.id == name
    };
    let mut found = library.bulletins.iter().filter(named).map(|b| &b.series);
    let first = found.next()?;
    found.all(|series| series == first).then(|| first.clone())
}

/// The library, and the name of what is to be compared in it.
pub fn chosen_of(context: &Context, chosen: Chosen) -> Result<(Library, String), Failure> {
    match chosen {
        Chosen::Series(series) => {
            let library = library(context)?;
            let series = known_series(&library, series, context)?;
            for problem in probably_one(&library.bulletins) {
                if problem.is_of_series(&series) {
                    tell(&format!("jianbao: {}", problem.line(context.lang)));
                }
            }
            Ok((library, series))
        }
        Chosen::Together(wanted) => {
            let alone = context.common.library.is_empty();
            let mut library = match together::files(&wanted).filter(|_| alone) {
                Some(files) => open(&files, Checks::Errors),
                None => context.library(Checks::Errors),
            };
            let name = lay(context, &mut library, &wanted);
            tell_problems(&library, context);
            Ok((library, name?))
        }
    }
}

/// Lays bulletins of a library together, or files that are not in it.
pub fn lay(context: &Context, library: &mut Library, wanted: &[String]) -> Result<String, Failure> {
    let open = |paths: &[PathBuf]| open(paths, Checks::Errors);
    together::lay(library, wanted, open).map_err(|wrong| match wrong {
        Wrong::Unknown(id) => Failure::no_bulletin(&id, library, context.lang),
        Wrong::Same(id) => Failure::input(context.lang.words().with_itself, id),
    })
}
