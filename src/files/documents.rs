//! The documents that paths lead to: which files of a folder are read, and what is said of those that are not. Knows
//! nothing of how a document is taken apart.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::read::{io_fault, read_file, read_limited};
use super::walk::{self, Found};
use crate::compare::links;
use crate::i18n::Lang;
use crate::import;
use crate::import::file_type::{self, FileType, Format, foreign::Foreign};
use crate::load::catalogue;
use crate::load::document::{is_yaml, name_of};
use crate::load::{Checks, Fault, FileFault, Problem};

/// What the name of a file begins with that Word and WPS leave beside an open one.
const OF_OPEN_FILE: &str = "~$";

/// Bytes that are read of a bulletin's first line beyond those of its words.
const MORE_BYTES: u64 = 8;

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
pub(super) fn is_taken(path: &Path) -> bool {
    !catalogue::is_named(path) && (is_yaml(path) || is_raw(path))
}

/// The raw documents of folders that stand beside a bulletin of the same name which says that it was made of them. The
/// value is the name of the bulletin's file.
pub(super) fn converted(found: &[Found], named: &[PathBuf]) -> HashMap<PathBuf, String> {
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
pub(super) fn passed(
    found: &[Found],
    made: &HashMap<PathBuf, String>,
    checks: Checks,
) -> Vec<Problem> {
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
pub(super) fn empty_folders(found: &[Found], named: &[PathBuf]) -> Vec<Problem> {
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
            Found::Passed(path) if is_yaml(&path) => {}
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

/// The bytes of a raw document.
///
/// # Errors
/// What keeps the file from being read.
pub fn read_raw(path: &Path) -> Result<Vec<u8>, Box<Problem>> {
    let metadata = fs::metadata(path).map_err(|error| io_fault(path, &error));
    let bytes = metadata.and_then(|metadata| read_file(path, &metadata));
    bytes.map_err(|fault| Box::new(Problem::of_file(&path.display().to_string(), fault)))
}

/// The bytes of a raw document from a stream, which has a name.
///
/// # Errors
/// What keeps it from being read.
pub fn read_raw_from(name: &str, stream: impl Read) -> Result<Vec<u8>, Box<Problem>> {
    read_limited(stream).map_err(|fault| Box::new(Problem::of_file(name, fault)))
}
