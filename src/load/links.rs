//! The links files beside the bulletins: what users said of pairs.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::problem::{Fault, Place, Problem, Special};
use super::{Library, read_file};
use crate::compare::links::{FILE, Links};
use crate::encoding;

/// Lines that are no pairs and are told one by one; more are counted.
const TOLD: usize = 20;

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

fn text(file: &Path) -> Result<String, Fault> {
    let metadata = match fs::metadata(file) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(String::new()),
        Err(error) => return Err(super::io_fault(file, &error)),
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

impl Library {
    /// Reads the links files in the folders of the paths.
    pub(super) fn read_links(&mut self, paths: &[PathBuf]) {
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
        for path in files {
            let links = self.read_links_file(&path);
            self.links.push(LinksFile { path, links });
        }
    }

    fn read_links_file(&mut self, file: &Path) -> Links {
        let name = file.display().to_string();
        let text = match text(file) {
            Ok(text) => text,
            Err(fault) => {
                self.problems.push(Problem::of_file(&name, fault));
                return Links::default();
            }
        };
        let (links, bad) = Links::parse(&text);
        for at in bad.iter().take(TOLD) {
            let mut problem = Problem::of_file(&name, Fault::BadLink);
            problem.place = Some(Place::at(&text, *at, 1));
            self.problems.push(problem);
        }
        if let Some(more) = bad.len().checked_sub(TOLD).filter(|more| *more > 0) {
            self.problems
                .push(Problem::of_file(&name, Fault::More(more)));
        }
        links
    }

    /// What all links files say of pairs.
    pub fn said(&self) -> Links {
        Links::all(self.links.iter().map(|file| &file.links))
    }
}
