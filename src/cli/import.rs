//! `import`: raw documents into bulletin files, with a report of what was unsure.

use std::collections::HashSet;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::files::documents::{raw_files, read_raw, read_raw_from};
use crate::files::path::{is_file, means_folder, whole};
use crate::files::save::{make_folder_of, save};
use crate::i18n::{Lang, counted};
use crate::import::{Draft, file_type::usual_endings, import as make, yaml};
use crate::load::{self, Checks, FileFault, Problem};

use super::context::Context;
use super::failure::Failure;
use super::out::{stdout, tell};

/// What is converted, and where it goes.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// Files and folders; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Write to this file; for several files to this folder
    #[arg(short, long, value_name = "FILE|DIR")]
    output: Option<PathBuf>,
    /// Overwrite files that exist
    #[arg(long, requires = "output")]
    force: bool,
    /// Write the figures found in the text as targets and results
    #[arg(long)]
    figures: bool,
}

/// What became of the files.
#[derive(Default)]
struct Tally {
    made: usize,
    doubts: usize,
    kept: usize,
    failed: usize,
    /// Files of folders that are no documents which can be read.
    passed: usize,
}

/// A document to convert, and the name its bulletin gets: below the folder that was named.
type Source = (PathBuf, PathBuf);

/// `import`.
pub fn import(context: &Context, args: &ImportArgs) -> Result<(), Failure> {
    let words = context.lang.words();
    let mut tally = Tally::default();
    let paths = args.files.as_slice();
    let found = sources(context, paths, &mut tally);
    let originals: HashSet<PathBuf> = found.iter().map(|(file, _)| whole(file)).collect();
    let several = found.len() > 1
        || paths.len() > 1
        || paths
            .iter()
            .any(|path| found.iter().all(|(file, _)| file != path));
    let folder = args
        .output
        .as_ref()
        .filter(|path| several || means_folder(path));
    // Several files need a folder, not standard output nor a file.
    let no_folder = folder.is_none_or(|path| path.as_os_str() == "-" || is_file(path));
    if several && no_folder && !found.is_empty() {
        return Err(Failure::Input(words.import_wants_folder.to_owned()));
    }
    let mut taken: HashSet<PathBuf> = HashSet::new();
    let count = found.len();
    for (at, (file, name)) in found.into_iter().enumerate() {
        if count > 1 && io::stderr().is_terminal() {
            tell(&format!("[{}/{count}] {}", at + 1, file.display()));
        }
        let target = match folder {
            Some(folder) => Some(free(
                folder.join(name.with_extension("yaml")),
                &name,
                &mut taken,
            )),
            None => args.output.clone().filter(|path| path.as_os_str() != "-"),
        };
        let is_source = |target: &Path| originals.contains(&whole(target));
        if target.as_deref().is_some_and(is_source) {
            tally.failed += 1;
            tell(&format!(
                "jianbao: {}",
                words.import_over_itself(file.display())
            ));
            continue;
        }
        let bytes = if file.as_os_str() == "-" {
            read_raw_from("-", io::stdin().lock())
        } else {
            read_raw(&file)
        };
        match bytes {
            Ok(bytes) => {
                let source = (file.as_path(), bytes.as_slice());
                one(context, source, target.as_deref(), args, &mut tally)?;
            }
            Err(problem) => failed(context, &problem, &mut tally),
        }
    }
    ended(context, &tally, count)
}

/// What an import of so many documents ends with: the summary, or that there was nothing to convert.
fn ended(context: &Context, tally: &Tally, count: usize) -> Result<(), Failure> {
    if count == 0 && tally.failed == 0 {
        let nothing = context.lang.words().import_nothing(usual_endings());
        return Err(Failure::Input(nothing));
    }
    if count > 0 {
        summary(context, tally);
    }
    // Which ones were not converted is told by now.
    if tally.failed + tally.kept > 0 {
        return Err(Failure::Told);
    }
    Ok(())
}

/// The documents that some paths lead to, each once. What cannot be reached fails; of a folder every file that is
/// passed over is told, with the reason.
fn sources(context: &Context, paths: &[PathBuf], tally: &mut Tally) -> Vec<Source> {
    let mut found: Vec<Source> = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            found.push((path.clone(), PathBuf::from("stdin")));
            continue;
        }
        let there = raw_files(path);
        for problem in &there.problems {
            failed(context, problem, tally);
        }
        for problem in &there.passed {
            tally.passed += 1;
            tell(&format!("jianbao: {}", problem.line(context.lang)));
        }
        for file in there.files {
            let below = file
                .strip_prefix(path)
                .ok()
                .filter(|below| *below != Path::new(""));
            let name = below
                .or(file.file_name().map(Path::new))
                .unwrap_or(Path::new(""))
                .to_owned();
            found.push((file, name));
        }
    }
    let mut seen = HashSet::new();
    found.retain(|(file, _)| seen.insert(whole(file)));
    found
}

/// A file for a name: documents that differ only in their ending get both, others a number.
fn free(target: PathBuf, name: &Path, taken: &mut HashSet<PathBuf>) -> PathBuf {
    let whole = name
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let both = target.with_file_name(format!("{whole}.yaml"));
    let numbered = (2..).map(|number| target.with_file_name(format!("{whole}.{number}.yaml")));
    let mut names = [target.clone(), both].into_iter().chain(numbered);
    let target = names.find(|name| !taken.contains(name)).unwrap_or(target);
    taken.insert(target.clone());
    target
}

fn failed(context: &Context, problem: &Problem, tally: &mut Tally) {
    tally.failed += 1;
    tell(&format!("jianbao: {}", problem.line(context.lang)));
}

/// Tells why a file is not converted.
fn refuse(context: &Context, file: &Path, fault: FileFault, tally: &mut Tally) {
    let fault = load::Fault::File(fault);
    let problem = Problem::of_file(&file.display().to_string(), fault);
    failed(context, &problem, tally);
}

/// Whether a file has the name of a bulletin.
fn is_yaml(name: &str) -> bool {
    [".yaml", ".yml"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// Makes one bulletin and writes it.
fn one(
    context: &Context,
    (file, bytes): (&Path, &[u8]),
    target: Option<&Path>,
    args: &ImportArgs,
    tally: &mut Tally,
) -> Result<(), Failure> {
    let words = context.lang.words();
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    if is_yaml(&name) {
        tally.failed += 1;
        tell(&format!(
            "jianbao: {}",
            words.import_is_yaml(file.display())
        ));
        return Ok(());
    }
    let draft = make(bytes, &name);
    if let Some(foreign) = draft.foreign() {
        refuse(context, file, FileFault::Foreign(foreign), tally);
        return Ok(());
    }
    report(context, file, &draft);
    if draft.is_empty() {
        refuse(context, file, FileFault::of_empty(&draft), tally);
        return Ok(());
    }
    let text = written(&draft, context.lang, args.figures);
    let Some(target) = target else {
        let mut out = stdout();
        out.write_all(text.as_bytes())?;
        out.flush()?;
        tally.made += 1;
        tally.doubts += draft.doubts.len();
        return Ok(());
    };
    match put(target, args.force, &text) {
        Ok(()) => {
            tally.made += 1;
            tally.doubts += draft.doubts.len();
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            tally.kept += 1;
            let exists = context.lang.words().file_exists;
            tell(&format!("jianbao: {exists}{}", target.display()));
        }
        Err(error) => {
            tally.failed += 1;
            let words = context.lang.write_error(&error);
            tell(&format!("jianbao: {}: {words}", target.display()));
        }
    }
    Ok(())
}

/// The bulletin file of a draft; with its figures if they are wanted.
fn written(draft: &Draft, lang: Lang, figures: bool) -> String {
    let text = yaml(draft, lang, None);
    if !figures {
        return text;
    }
    let (bulletin, _) = load::read_text("", "", &text, Checks::Errors);
    yaml(draft, lang, bulletin.as_ref())
}

/// Writes a file and the folders it stands in.
fn put(target: &Path, force: bool, text: &str) -> io::Result<()> {
    make_folder_of(target)?;
    save(target, force, |out| out.write_all(text.as_bytes()))
}

/// What was unsure, line by line.
fn report(context: &Context, file: &Path, draft: &Draft) {
    for doubt in &draft.doubts {
        tell(&format!(
            "{}:{}: {}",
            file.display(),
            doubt.number,
            doubt.words(context.lang)
        ));
    }
}

fn summary(context: &Context, tally: &Tally) {
    let words = context.lang.words();
    let documents = |count| counted(count, words.copies);
    let mut parts = vec![
        words.import_made(documents(tally.made)),
        words.import_doubts(counted(tally.doubts, words.places)),
    ];
    if tally.kept > 0 {
        parts.push(words.import_kept(documents(tally.kept)));
    }
    if tally.failed > 0 {
        parts.push(words.import_failed(documents(tally.failed)));
    }
    if tally.passed > 0 {
        parts.push(words.import_passed(documents(tally.passed)));
    }
    tell(&parts.join(words.comma));
}
