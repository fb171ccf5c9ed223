//! `import`: raw documents into bulletin files, with a report of what was unsure.

use std::collections::HashSet;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use crate::i18n::{Lang, counted};
use crate::import::{Draft, import as make, yaml};
use crate::load::{self, Care, Problem};
use crate::save::save;

use super::commands::stdout;
use super::{Context, Failure, tell};

/// What is asked for.
pub struct Wanted {
    /// A file, or a folder.
    pub output: Option<PathBuf>,
    /// Whether existing files may be overwritten.
    pub force: bool,
    /// Whether figures are written.
    pub figures: bool,
}

/// What became of the files.
#[derive(Default)]
struct Tally {
    made: usize,
    doubts: usize,
    kept: usize,
    failed: usize,
}

/// `import`.
pub fn import(context: &Context, files: &[PathBuf], wanted: &Wanted) -> Result<(), Failure> {
    let words = context.lang.words();
    let mut tally = Tally::default();
    let mut found: Vec<(PathBuf, PathBuf)> = Vec::new();
    for path in files {
        if path.as_os_str() == "-" {
            found.push((path.clone(), PathBuf::from("stdin")));
            continue;
        }
        let (there, problems) = load::raw_files(path);
        for problem in &problems {
            failed(context, problem, &mut tally);
        }
        for file in there {
            // Below the folder that was named.
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
    found.retain(|(file, _)| seen.insert(file.canonicalize().unwrap_or_else(|_| file.clone())));
    let several = found.len() > 1
        || files.len() > 1
        || files
            .iter()
            .any(|path| found.iter().all(|(file, _)| file != path));
    let folder = wanted
        .output
        .as_ref()
        .filter(|path| several || is_folder(path));
    // Several files need a folder, not standard output nor a file.
    let no_folder = folder.is_none_or(|path| path.as_os_str() == "-" || path.is_file());
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
            None => wanted.output.clone().filter(|path| path.as_os_str() != "-"),
        };
        let is_source = |target: &Path| {
            target
                .canonicalize()
                .is_ok_and(|target| seen.contains(&target))
        };
        if target.as_deref().is_some_and(is_source) {
            tally.failed += 1;
            tell(&format!(
                "jianbao: {}{}",
                words.import_over_itself,
                file.display()
            ));
            continue;
        }
        let bytes = if file.as_os_str() == "-" {
            load::read_raw_from("-", io::stdin().lock())
        } else {
            load::read_raw(&file)
        };
        match bytes {
            Ok(bytes) => one(
                context,
                (&file, &bytes),
                target.as_deref(),
                wanted,
                &mut tally,
            )?,
            Err(problem) => failed(context, &problem, &mut tally),
        }
    }
    summary(context, &tally, count);
    if tally.failed + tally.kept > 0 || count == 0 {
        return Err(Failure::Input(words.import_incomplete.to_owned()));
    }
    Ok(())
}

fn is_folder(path: &Path) -> bool {
    path.is_dir()
        || path
            .as_os_str()
            .to_string_lossy()
            .ends_with(std::path::is_separator)
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
    tell(&format!(
        "jianbao: {}: {}",
        problem.location(),
        problem.message(context.lang)
    ));
}

/// Makes one bulletin and writes it.
fn one(
    context: &Context,
    (file, bytes): (&Path, &[u8]),
    target: Option<&Path>,
    wanted: &Wanted,
    tally: &mut Tally,
) -> Result<(), Failure> {
    let words = context.lang.words();
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let yaml_already = [".yaml", ".yml"]
        .iter()
        .any(|ending| name.ends_with(ending));
    if yaml_already {
        tally.failed += 1;
        tell(&format!(
            "jianbao: {}{}",
            words.import_is_yaml,
            file.display()
        ));
        return Ok(());
    }
    let draft = make(bytes, &name);
    report(context, file, &draft);
    if draft.is_empty() {
        let fault = load::Fault::NoText;
        failed(
            context,
            &Problem::of_file(&file.display().to_string(), fault),
            tally,
        );
        return Ok(());
    }
    let text = written(&draft, context.lang, wanted.figures);
    let Some(target) = target else {
        let mut out = stdout();
        out.write_all(text.as_bytes())?;
        out.flush()?;
        tally.made += 1;
        tally.doubts += draft.doubts.len();
        return Ok(());
    };
    match put(target, wanted.force, &text) {
        Ok(()) => {
            tally.made += 1;
            tally.doubts += draft.doubts.len();
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            tally.kept += 1;
            tell(&format!(
                "jianbao: {}{}",
                words.file_exists,
                target.display()
            ));
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
    let (bulletin, _) = load::read_text("", "", &text, Care::Errors);
    yaml(draft, lang, bulletin.as_ref())
}

/// Writes a file and the folders it stands in.
fn put(target: &Path, force: bool, text: &str) -> io::Result<()> {
    load::make_folder_of(target)?;
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

fn summary(context: &Context, tally: &Tally, count: usize) {
    let words = context.lang.words();
    if count == 0 {
        return tell(&format!("jianbao: {}", words.import_nothing));
    }
    let mut parts = vec![
        format!("{}{}", words.import_made, counted(tally.made, words.copies)),
        format!(
            "{}{}",
            words.import_doubts,
            counted(tally.doubts, words.places)
        ),
    ];
    if tally.kept > 0 {
        parts.push(format!(
            "{}{}",
            words.import_kept,
            counted(tally.kept, words.copies)
        ));
    }
    if tally.failed > 0 {
        parts.push(format!(
            "{}{}",
            words.import_failed,
            counted(tally.failed, words.copies)
        ));
    }
    tell(&parts.join(context.lang.pick("，", ", ")));
}
