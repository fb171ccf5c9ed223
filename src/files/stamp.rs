//! Whether files have changed since they were read.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// When files were changed last, and their bytes. None for what is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp(Vec<Option<(SystemTime, u64)>>);

impl Stamp {
    /// That of some files and folders now; of a folder it changes when a file in it comes, goes or is
    /// replaced.
    pub fn of(paths: &[PathBuf], file: Option<&Path>) -> Self {
        let one = |path: &Path| {
            let metadata = fs::metadata(path).ok()?;
            Some((metadata.modified().ok()?, metadata.len()))
        };
        let all = paths.iter().map(PathBuf::as_path).chain(file);
        Self(all.map(one).collect())
    }
}
