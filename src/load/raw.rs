//! Raw documents of a library: which files of a folder are read, what is said of those that are not, and a document
//! as the bulletin that an import makes of it. Knows nothing of how a document is taken apart.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::catalogue;
use super::file::read_file;
use super::file_fault::FileFault;
use super::problem::{Checks, Fault, Problem};
use super::schema;
use super::text::read_text;
use super::walk::{self, Found};
use crate::compare::links;
use crate::i18n::Lang;
use crate::import;
use crate::import::file_type::{self, FileType, Format, Looked, foreign::Foreign};
use crate::model::Bulletin;

/// What the name of a file begins with that Word and WPS leave beside an open one.
const OF_OPEN_FILE: &str = "~$";

/// Bytes that are read of a bulletin's first line beyond those of its words.
const MORE_BYTES: u64 = 8;

/// Lines at a file's start of which one has a key of the format, if it is a bulletin.
const FIRST_LINES: usize = 60;

fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Whether a file of a folder is a raw document by its name, or else by its bytes: pages and newer Word files are
/// often saved under the names of older ones.
fn is_raw(path: &Path) -> bool {
    let name = name_of(path);
    if name.starts_with(OF_OPEN_FILE) || name == links::FILE {
        return false;
    }
    let known = Format::of_name(&name).is_some();
    known || matches!(looked(path, &name), Some(FileType::Read(_)))
}

/// What a file is by its bytes, whose name says a format that may be another one; None for other names, and for what
/// cannot be opened.
fn looked(path: &Path, name: &str) -> Option<FileType> {
    Foreign::of_name(name).filter(|foreign| foreign.may_be_other())?;
    let metadata = fs::metadata(path).ok()?;
    let bytes = read_file(path, &metadata).ok()?;
    Some(file_type::look(&bytes, name).file_type)
}

/// Whether a file of a folder is read.
pub fn is_taken(path: &Path) -> bool {
    !catalogue::is_named(path) && (walk::is_yaml(path) || is_raw(path))
}

/// The raw documents of folders that stand beside a bulletin of the same name which says that it was made of them. The
/// value is the name of the bulletin's file.
pub fn converted(found: &[Found], named: &[PathBuf]) -> HashMap<PathBuf, String> {
    let files = found.iter().filter_map(|found| match found {
        Found::File(path, _) => Some(path),
        _ => None,
    });
    let files: HashSet<&PathBuf> = files.collect();
    let walked = files.iter().filter(|path| !named.contains(path));
    let made = walked.filter_map(|path| {
        let beside = ["yaml", "yml"].map(|ending| path.with_extension(ending));
        let is_made = |made: &&PathBuf| files.contains(made) && is_made_of(made, &name_of(path));
        // Asked first: to know a raw document the whole file may have to be read.
        let bulletin = beside.iter().find(is_made)?;
        is_raw(path).then(|| ((*path).clone(), name_of(bulletin)))
    });
    made.collect()
}

/// Whether a bulletin's file says in its first line that it was made of a document of this name.
fn is_made_of(bulletin: &Path, name: &str) -> bool {
    let told = [Lang::Zh, Lang::En].map(|lang| import::first_line(name, lang));
    let longest = told.iter().map(String::len).max().unwrap_or_default();
    let mut start = Vec::new();
    let read = File::open(bulletin).and_then(|file| {
        // A byte order mark and the line's end come on top.
        let most = longest as u64 + MORE_BYTES;
        file.take(most).read_to_end(&mut start)
    });
    let start = String::from_utf8_lossy(&start);
    let first = start.trim_start_matches('\u{feff}').lines().next();
    read.is_ok() && told.iter().any(|told| first == Some(told.as_str()))
}

/// What is said of the files that are not read: of those that may be missed, or with all checks of each.
pub fn passed(found: &[Found], made: &HashMap<PathBuf, String>, checks: Checks) -> Vec<Problem> {
    let told = found.iter().filter_map(|found| {
        let (path, fault) = match found {
            Found::Passed(path) => (path, why_passed(path)?),
            Found::File(path, _) => (path, FileFault::Converted(made.get(path)?.clone())),
            Found::Fault(..) => return None,
        };
        (checks == Checks::All || fault.is_missed()).then(|| of_path(path, fault))
    });
    told.collect()
}

/// Why a file of a folder is not read by its name; None for a file of the program's own.
fn why_passed(path: &Path) -> Option<FileFault> {
    let name = name_of(path);
    if name == links::FILE || catalogue::is_named(path) {
        None
    } else if name.starts_with(OF_OPEN_FILE) {
        Some(FileFault::OfOpenFile)
    } else if path.extension().is_none() && !path.is_dir() {
        Some(FileFault::NoEnding)
    } else if let Some(FileType::Other(foreign)) = looked(path, &name) {
        Some(FileFault::PassedOver(Some(foreign)))
    } else {
        Some(FileFault::PassedOver(Foreign::of_name(&name)))
    }
}

fn of_path(path: &Path, fault: FileFault) -> Problem {
    Problem::of_file(&path.display().to_string(), Fault::File(fault))
}

/// The folders in which nothing was found that is read.
pub fn empty_folders(found: &[Found], named: &[PathBuf]) -> Vec<Problem> {
    let holds = |folder: &Path| {
        found.iter().any(|found| match found {
            Found::File(path, _) | Found::Fault(path, _) => path.starts_with(folder),
            Found::Passed(_) => false,
        })
    };
    let empty = named.iter().filter(|path| path.is_dir() && !holds(path));
    empty
        .map(|path| of_path(path, FileFault::NoBulletins))
        .collect()
}

/// What a path leads to for an import.
#[derive(Debug, Default)]
pub struct RawFiles {
    /// The raw documents: the file itself, or those of a folder by their names.
    pub files: Vec<PathBuf>,
    /// What cannot be reached.
    pub problems: Vec<Problem>,
    /// The files of the folder that are none, and why.
    pub passed: Vec<Problem>,
}

/// The raw documents that a path leads to.
pub fn raw_files(path: &Path) -> RawFiles {
    let mut all = RawFiles::default();
    for found in walk::walk(&[path.to_owned()], is_raw) {
        match found {
            Found::File(path, _) => all.files.push(path),
            // A bulletin is what an import makes.
            Found::Passed(path) if walk::is_yaml(&path) => {}
            Found::Passed(path) => all
                .passed
                .extend(why_passed(&path).map(|fault| of_path(&path, fault))),
            Found::Fault(path, fault) => {
                all.problems
                    .push(Problem::of_file(&path.display().to_string(), fault));
            }
        }
    }
    all
}

/// Whether a file whose name does not say what it is looks like a bulletin: one of its first lines has a key of
/// the format.
pub fn may_be_yaml(file: &str, bytes: &[u8]) -> bool {
    let name = name_of(Path::new(file));
    if Format::of_name(&name).is_some() {
        return false;
    }
    let Looked {
        file_type: FileType::Read(Format::Text | Format::Markdown),
        text: Some(Ok(decoded)),
    } = file_type::look(bytes, &name)
    else {
        return false;
    };
    let is_key = |line: &str| {
        let key = line.split([':', '：']).next().unwrap_or_default();
        key.len() < line.trim_end().len() && schema::opens_bulletin(key.trim())
    };
    decoded.text.lines().take(FIRST_LINES).any(is_key)
}

/// Reads a raw document as the bulletin that an import makes of it.
pub fn read(
    file: &str,
    stem: &str,
    bytes: &[u8],
    checks: Checks,
) -> (Option<Bulletin>, Vec<Problem>) {
    let name = name_of(Path::new(file));
    let fault = |fault| (None, vec![Problem::of_file(file, Fault::File(fault))]);
    let draft = import::import(bytes, &name);
    if let Some(foreign) = draft.foreign() {
        return fault(FileFault::Foreign(foreign));
    }
    if draft.is_empty() {
        return fault(FileFault::of_empty(&draft));
    }
    let yaml = import::yaml(&draft, Lang::Zh, None);
    let (bulletin, mut problems) = read_text(file, stem, &yaml, checks);
    // Places in the YAML that nobody sees would mislead.
    for problem in &mut problems {
        problem.place = None;
    }
    if checks == Checks::All {
        let doubts = draft.doubts.into_iter().map(Fault::Doubtful);
        problems.extend(doubts.map(|fault| Problem::of_file(file, fault)));
    }
    (bulletin, problems)
}

/// An id for a raw document that no other bulletin has: its file's name, with the folder's before it, the ending
/// or a number behind it where others are called so.
pub fn free_id(bulletin: &Bulletin, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(&bulletin.id) {
        return bulletin.id.clone();
    }
    let path = Path::new(&bulletin.source_file);
    let unfit = |c: char| c == '#' || c == '/' || c.is_whitespace() || c.is_control();
    let whole = name_of(path).replace(unfit, "-");
    let folder = path
        .parent()
        .map(name_of)
        .unwrap_or_default()
        .replace(unfit, "-");
    let of_folder = (!folder.is_empty()).then(|| format!("{folder}-{}", bulletin.id));
    let numbered = (2..).map(|number| format!("{}-{number}", bulletin.id));
    let mut names = of_folder.into_iter().chain([whole]).chain(numbered);
    names.find(|name| !is_taken(name)).unwrap_or_default()
}
