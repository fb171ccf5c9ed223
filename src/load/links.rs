//! The links files in the folders of the bulletins: what users said of pairs.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::file::{io_fault, read_file};
use super::problem::{Fault, Problem, SourceLocation, Special};
use crate::compare::links::{FILE, Links};
use crate::encoding;

/// Lines that are no pairs and are listed one by one; more are counted.
const LISTED: usize = 20;

/// A links file, whether it is there or not.
#[derive(Clone, Debug)]
pub struct LinksFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it says.
    pub links: Links,
}

/// The text of a links file in whatever encoding bulletins may have; empty if there is none.
///
/// # Errors
/// Those of the file system; `IsADirectory` for a folder, `InvalidData` for what is no text.
pub fn links_text(file: &Path) -> io::Result<String> {
    match text(file) {
        Ok(text) => Ok(text),
        Err(Fault::NotAFile(Special::Folder)) => Err(io::ErrorKind::IsADirectory.into()),
        Err(Fault::NotAFile(Special::Forbidden)) => Err(io::ErrorKind::PermissionDenied.into()),
        Err(Fault::NotAFile(_)) => Err(io::ErrorKind::InvalidInput.into()),
        Err(Fault::Unreadable(why)) => Err(io::Error::other(why)),
        Err(_) => Err(io::ErrorKind::InvalidData.into()),
    }
}

/// The text of a file beside the bulletins, in whatever encoding they may have; empty if there is none.
pub fn text(file: &Path) -> Result<String, Fault> {
    let metadata = match fs::metadata(file) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(String::new()),
        Err(error) => return Err(io_fault(file, &error)),
    };
    if metadata.is_dir() {
        return Err(Fault::NotAFile(Special::Folder));
    }
    let bytes = read_file(file, &metadata)?;
    match encoding::decode(&bytes) {
        Ok(decoded) => Ok(decoded.text),
        Err(at) => Err(Fault::NotText(bytes.get(at).copied().unwrap_or_default())),
    }
}

/// Reads the links files in the folders of some paths, with their problems.
pub fn read(paths: &[PathBuf]) -> (Vec<LinksFile>, Vec<Problem>) {
    let mut files: Vec<PathBuf> = Vec::new();
    for path in paths {
        let is_folder = path.is_dir();
        let folder = if is_folder {
            Some(path.as_path())
        } else {
            path.parent()
        };
        let file = folder.map(|folder| folder.join(FILE));
        files.extend(file.filter(|file| !files.contains(file)));
    }
    let mut problems = Vec::new();
    let read = files.into_iter().map(|path| LinksFile {
        links: read_file_of_links(&path, &mut problems),
        path,
    });
    (read.collect(), problems)
}

fn read_file_of_links(file: &Path, problems: &mut Vec<Problem>) -> Links {
    let name = file.display().to_string();
    let text = match text(file) {
        Ok(text) => text,
        Err(fault) => {
            problems.push(Problem::of_file(&name, fault));
            return Links::default();
        }
    };
    let (links, bad) = Links::parse(&text);
    for at in bad.iter().take(LISTED) {
        let mut problem = Problem::of_file(&name, Fault::BadLink);
        problem.place = Some(SourceLocation::at(&text, *at, 1));
        problems.push(problem);
    }
    if let Some(more) = bad.len().checked_sub(LISTED).filter(|more| *more > 0) {
        problems.push(Problem::of_file(&name, Fault::More(more)));
    }
    links
}
