//! Whether the files of the library have changed since they were read.

use std::path::PathBuf;

use crate::app::app::App;
use crate::files::library::read_paths;
use crate::files::stamp::Stamp;
use crate::load::Checks;

/// Looks whether the files that were read have changed.
pub struct Watch {
    paths: Vec<PathBuf>,
    /// What was read: the bulletin shown, by its file, and the stamp.
    read: (PathBuf, Stamp),
    /// The stamp when it was looked at last.
    seen: Stamp,
}

impl Watch {
    /// Watches files and folders; none if they cannot be read anew.
    pub fn new(paths: Vec<PathBuf>) -> Self {
        Self {
            paths,
            read: (PathBuf::new(), Stamp::default()),
            seen: Stamp::default(),
        }
    }

    /// Whether there is nothing that could be read anew.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    fn shown(app: &App) -> PathBuf {
        app.store
            .here
            .file
            .as_deref()
            .map(PathBuf::from)
            .unwrap_or_default()
    }

    /// Whether the files have changed, and then not again since it was looked at last: a file that is
    /// being written is left alone.
    pub fn changed(&mut self, app: &App) -> bool {
        if self.paths.is_empty() {
            return false;
        }
        let file = Self::shown(app);
        let now = Stamp::of(&self.paths, Some(&file));
        if self.read.0 != file {
            self.read = (file, now.clone());
        }
        let settled = now == self.seen;
        self.seen = now;
        settled && self.seen != self.read.1
    }

    /// Reads the library anew.
    pub fn reload(&mut self, app: &mut App) {
        let file = Self::shown(app);
        let stamp = Stamp::of(&self.paths, Some(&file));
        app.reload(read_paths(&self.paths, Checks::Errors));
        self.read = (file, stamp);
    }
}
