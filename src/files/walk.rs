//! Which files there are to read: folders walked, links followed once.

#[cfg(unix)]
use std::collections::HashSet;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

use super::read::io_fault;
use crate::load::Fault;
use crate::load::problem::Special;

/// Deepest folder that is looked into.
const MAX_FOLDERS: usize = 16;

/// Something found on the way.
#[derive(Debug)]
pub enum Found {
    /// A file, or what looks like one.
    File(PathBuf, Metadata),
    /// A file of a folder whose name is not one of those that are taken.
    Passed(PathBuf),
    /// What cannot be read.
    Fault(PathBuf, Fault),
}

impl Found {
    /// Whether it counts among the files that were looked at: folders do not.
    pub fn counts(&self) -> bool {
        !matches!(
            self,
            Self::Passed(_)
                | Self::Fault(
                    _,
                    Fault::NotAFile(Special::DeepFolder) | Fault::Unreadable(_)
                )
        )
    }
}

/// Everything that some paths lead to, in the order of the paths and in folders of the names: of folders the files
/// whose names are taken, and the others as passed over, hidden ones left out. What is reached twice, as through a
/// link, is found once.
pub fn walk(paths: &[PathBuf], takes: fn(&Path) -> bool) -> Vec<Found> {
    let mut walk = Walk {
        takes,
        found: Vec::new(),
        #[cfg(unix)]
        seen: HashSet::new(),
    };
    for path in paths {
        walk.path(path, 0);
    }
    walk.found
}

struct Walk {
    takes: fn(&Path) -> bool,
    found: Vec<Found>,
    /// Device and number of what was found already, under whatever name.
    #[cfg(unix)]
    seen: HashSet<(u64, u64)>,
}

impl Walk {
    fn fault(&mut self, path: &Path, fault: Fault) {
        self.found.push(Found::Fault(path.to_owned(), fault));
    }

    #[cfg(unix)]
    fn seen_before(&mut self, metadata: &Metadata) -> bool {
        use std::os::unix::fs::MetadataExt;
        !self.seen.insert((metadata.dev(), metadata.ino()))
    }

    /// Without such numbers only the depth of folders is limited.
    #[cfg(not(unix))]
    fn seen_before(&mut self, _: &Metadata) -> bool {
        false
    }

    fn path(&mut self, path: &Path, depth: usize) {
        let metadata = match fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) => return self.fault(path, io_fault(path, &error)),
        };
        if self.seen_before(&metadata) {
            return;
        }
        if !metadata.is_dir() {
            self.found.push(Found::File(path.to_owned(), metadata));
        } else if depth < MAX_FOLDERS {
            self.folder(path, depth);
        } else {
            self.fault(path, Fault::NotAFile(Special::DeepFolder));
        }
    }

    fn folder(&mut self, folder: &Path, depth: usize) {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.fault(folder, io_fault(folder, &error)),
        };
        let mut paths: Vec<PathBuf> = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) => paths.push(entry.path()),
                Err(error) => self.fault(folder, io_fault(folder, &error)),
            }
        }
        paths.sort();
        for path in paths {
            let name = path.file_name().map(|name| name.to_string_lossy());
            if name.is_none_or(|name| name.starts_with('.')) {
                continue;
            }
            let named = (self.takes)(&path);
            match (named, path.is_dir()) {
                (true, true) => self.fault(&path, Fault::NotAFile(Special::Folder)),
                (true, false) | (false, true) => self.path(&path, depth + 1),
                (false, false) => self.found.push(Found::Passed(path)),
            }
        }
    }
}
