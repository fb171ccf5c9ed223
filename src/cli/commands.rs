//! What each command does.

use std::io::{self, BufRead, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use crate::calendar::Year;
use crate::compare::{self, Ledger};
use crate::export::problem::report;
use crate::export::text::Setup;
use crate::export::{json, ledger, sheet, text};
use crate::files::save::save;
use crate::i18n::{Lang, counted};
use crate::load::{Checks, Library, Problem, Severity, catalogue, library};
use crate::model::{Bulletin, Part, SectionRef};

use super::args::{LedgerFormat, Output};
use super::entry::{entry, write_list};
use super::indicators;
use super::together::{self, Chosen, Wrong};
use super::{Context, Failure, open, tell};

/// Cells of a line where there is no terminal to ask.
const DEFAULT_CELLS: u16 = 80;

pub fn stdout() -> BufWriter<io::StdoutLock<'static>> {
    BufWriter::new(io::stdout().lock())
}

/// Cells of a line of standard output.
fn terminal_cells() -> u16 {
    let size = io::stdout()
        .is_terminal()
        .then(crate::terminal::size)
        .flatten();
    size.map_or(DEFAULT_CELLS, |(cells, _)| cells.max(12))
}

/// Cells that a table may take: those of the terminal, 0 for any width where there is none.
fn table_cells() -> usize {
    if io::stdout().is_terminal() {
        usize::from(terminal_cells())
    } else {
        0
    }
}

pub fn print_json(out: &mut impl Write, value: &impl json::Writable) -> Result<(), Failure> {
    json::write(out, value)?;
    out.flush()?;
    Ok(())
}

/// A library; problems of its files are told on standard error. It is a failure if they left
/// nothing of it.
fn told_library(context: &Context) -> Result<Library, Failure> {
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
        let [before, behind] = context.lang.files().not_read;
        tell(&format!("jianbao: {before}{passed}{behind}"));
    }
}

/// `list`.
pub fn list(context: &Context, as_json: bool) -> Result<(), Failure> {
    let library = told_library(context)?;
    let mut out = stdout();
    if as_json {
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

/// `indicators`.
pub fn indicators(context: &Context, as_json: bool) -> Result<(), Failure> {
    let library = told_library(context)?;
    let mut out = stdout();
    let room = (table_cells(), context.ambiguous);
    indicators::write(&mut out, &library, as_json, (context.lang, room))?;
    out.flush()?;
    Ok(())
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

/// `show`.
pub fn show(
    context: &Context,
    reference: &str,
    width: Option<u16>,
    outline: bool,
    as_json: bool,
) -> Result<(), Failure> {
    let library = library(context)?;
    let (bulletin, parsed, sections) = resolve(&library, reference, context)?;
    let cells = usize::from(width.unwrap_or_else(terminal_cells));
    let setup = Setup {
        cells,
        ambiguous: context.ambiguous,
        rules: context.rules,
    };
    let mut out = stdout();
    match (&parsed.part, outline, as_json) {
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
    let setup = Setup {
        cells: 0,
        ambiguous: context.ambiguous,
        rules: context.rules,
    };
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
            for problem in library::probably_one(&library.bulletins) {
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
        Wrong::Same(id) => Failure::input(context.lang.files().with_itself, id),
    })
}

/// `compare`.
pub fn compare(
    context: &Context,
    years: &[Year],
    chosen: Chosen,
    format: LedgerFormat,
    output: &Output,
) -> Result<(), Failure> {
    let (library, series) = chosen_of(context, chosen)?;
    let words = context.lang.words();
    let made = Ledger::new(&library.bulletins, &series, years, &library.said());
    if made.rows.is_empty() && format != LedgerFormat::Json {
        return Err(if compare::lacks_years(&library.bulletins, &series) {
            Failure::Input(words.no_years.to_owned())
        } else if years.is_empty() {
            Failure::Input(words.no_ledger.to_owned())
        } else {
            Failure::input(words.nothing_to_compare, series)
        });
    }
    let setup = Setup {
        cells: 0,
        ambiguous: context.ambiguous,
        rules: context.rules,
    };
    write_out(output, context, |out| match format {
        LedgerFormat::Json => json::write(out, &json::ledger(&made, &library.bulletins)),
        LedgerFormat::Table => {
            let cells = if output.output.is_some() {
                0
            } else {
                table_cells()
            };
            let setup = Setup { cells, ..setup };
            ledger::table(out, &made, &library.bulletins, context.lang, setup)
        }
        LedgerFormat::Md => sheet::markdown(out, &made, &library.bulletins, context.lang),
        LedgerFormat::Csv => sheet::csv(out, &made, &library.bulletins, context.lang),
        LedgerFormat::Txt => ledger::rows(out, &made, &library.bulletins, context.lang, setup),
    })
}

/// `figures -`: for each line of standard input one array of figures.
pub fn figures() -> Result<(), Failure> {
    let mut out = stdout();
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    let catalogue = catalogue::built_in();
    while input.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_end_matches(['\n', '\r']);
        json::write_found(&mut out, text, &*catalogue)?;
        line.clear();
    }
    out.flush()?;
    Ok(())
}

/// Writes to standard output, or to a file that appears only when it is whole.
pub fn write_out(
    output: &Output,
    context: &Context,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let Some(path) = output.file() else {
        let mut out = stdout();
        write(&mut out)?;
        out.flush()?;
        return Ok(());
    };
    save(path, output.force, write).map_err(|error| not_saved(path, &error, context.lang))
}

/// Why a file was not written.
pub fn not_saved(path: &Path, error: &io::Error, lang: Lang) -> Failure {
    if error.kind() == io::ErrorKind::AlreadyExists {
        return Failure::input(lang.words().file_exists, path.display());
    }
    Failure::Input(format!("{}: {}", path.display(), lang.write_error(error)))
}

/// `check`.
pub fn check(context: &Context, paths: &[PathBuf], as_json: bool) -> Result<(), Failure> {
    let library = if paths.is_empty() {
        context.library(Checks::All)
    } else {
        open(paths, Checks::All)
    };
    let mut out = stdout();
    let words = context.lang.words();
    let count = |severity: Severity| -> usize {
        let told = library.problems.iter().filter(|p| p.severity == severity);
        told.map(Problem::count).sum()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if as_json {
        print_json(&mut out, &json::problems(&library.problems, context.lang))?;
    } else {
        let setup = Setup {
            cells: 0,
            ambiguous: context.ambiguous,
            rules: context.rules,
        };
        report(&mut out, &library.problems, "", (context.lang, setup))?;
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
