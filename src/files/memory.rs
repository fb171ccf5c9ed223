//! The file that holds what the reader remembers of a library between two calls: the place last read, the
//! marks, what was read.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::lock::lock;
use super::path::whole;
use super::save::{make_folder_of, save};
use crate::digest::digest;

/// Bytes that are read, at most: four times what the reader writes of paragraphs.
const MOST: u64 = 8 << 20;

/// The state file of a library in the state folder: its name is made of the library's paths.
pub fn file_of(folder: &Path, library: &[PathBuf]) -> PathBuf {
    let paths: Vec<PathBuf> = library.iter().map(|path| whole(path)).collect();
    let bytes = |path: &PathBuf| [path.as_os_str().as_encoded_bytes(), b"\n"].concat();
    let bytes: Vec<Vec<u8>> = paths.iter().map(bytes).collect();
    let name = digest(bytes.iter().map(Vec::as_slice));
    folder.join("jianbao").join(format!("{name:016x}.txt"))
}

/// The text of a state file; empty if there is none.
///
/// # Errors
/// Those of the file system; `InvalidData` for a file that is no text or too large. What cannot be read must not be
/// written over.
pub fn read(file: &Path) -> io::Result<String> {
    let size = match fs::metadata(file) {
        Ok(metadata) if metadata.is_file() => metadata.len(),
        Ok(_) => return Err(io::ErrorKind::IsADirectory.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(String::new()),
        Err(error) => return Err(error),
    };
    if size > MOST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    fs::read_to_string(file)
}

/// Changes a state file, and makes the folders it stands in. Nobody else changes it meanwhile.
///
/// # Errors
/// Those of [`read`] and of the file system.
pub fn change(file: &Path, change: impl FnOnce(String) -> String) -> io::Result<()> {
    make_folder_of(file)?;
    let _lock = lock(file)?;
    let text = change(read(file)?);
    save(file, true, |out| out.write_all(text.as_bytes()))
}
