//! The links files in the folders of the bulletins, read and changed.

use std::io;
use std::path::{Path, PathBuf};

use super::lock::lock;
use super::read::text_beside;
use super::save::save;
use crate::compare::links::{Change, FILE, Links};
use crate::load::links::{LinksFile, parse};
use crate::load::problem::Special;
use crate::load::{Fault, Problem};

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
        links: read_one(&path, &mut problems),
        path,
    });
    (read.collect(), problems)
}

fn read_one(file: &Path, problems: &mut Vec<Problem>) -> Links {
    let name = file.display().to_string();
    match text_beside(file) {
        Ok(text) => {
            let (links, wrong) = parse(&name, &text);
            problems.extend(wrong);
            links
        }
        Err(fault) => {
            problems.push(Problem::of_file(&name, fault));
            Links::default()
        }
    }
}

/// Makes a change in a links file, whatever somebody else has written into it since it was read; nobody else changes it
/// meanwhile. The text it holds now.
///
/// # Errors
/// Those of the file system; `IsADirectory` for a folder, `InvalidData` for what is no text.
pub fn change(file: &Path, change: &Change) -> io::Result<String> {
    let _lock = lock(file)?;
    let text = change.apply(&text(file)?);
    save(file, true, |out| out.write_all(text.as_bytes()))?;
    Ok(text)
}

/// The text of a links file; empty if there is none.
fn text(file: &Path) -> io::Result<String> {
    text_beside(file).map_err(|fault| match fault {
        Fault::NotAFile(Special::Folder) => io::ErrorKind::IsADirectory.into(),
        Fault::NotAFile(Special::Forbidden) => io::ErrorKind::PermissionDenied.into(),
        Fault::NotAFile(_) => io::ErrorKind::InvalidInput.into(),
        Fault::Unreadable(why) => io::Error::other(why),
        _ => io::ErrorKind::InvalidData.into(),
    })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::thread;

    use super::*;
    use crate::compare::links::{Link, Passage};

    /// Who changes a file at the same time, and how many changes each makes.
    const WRITERS: usize = 4;
    const CHANGES: usize = 25;

    fn link(writer: usize, change: usize) -> Link {
        let passage = |id: &str| Passage {
            id: id.into(),
            words: format!("第{writer}人第{change}项"),
            year: Some(2021),
        };
        Link {
            same: true,
            a: passage("a"),
            b: passage("b"),
        }
    }

    #[test]
    fn of_several_who_change_the_file_at_the_same_time_nobody_loses_a_pair() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        let damaged = "一致\t没有写完\n";
        fs::write(&file, damaged).unwrap();
        thread::scope(|scope| {
            for writer in 0..WRITERS {
                let file = &file;
                scope.spawn(move || {
                    for at in 0..CHANGES {
                        change(file, &Change::say(vec![link(writer, at)])).unwrap();
                    }
                });
            }
        });
        let text = fs::read_to_string(&file).unwrap();
        let (links, bad) = Links::parse(&text);
        assert_eq!(links.iter().count(), WRITERS * CHANGES);
        assert!(bad == [0] && text.starts_with(damaged), "{text}");
    }
}
