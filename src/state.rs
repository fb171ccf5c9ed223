//! The file that holds what the reader remembers of a library between two calls: the place last read, the
//! marks, what was read.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::digest::digest;
use crate::save::save;

/// Bytes that are read, at most: several times what the reader writes.
const MOST: u64 = 8 << 20;

/// The state file of a library in the state folder: its name is made of the library's paths.
pub fn file(folder: &Path, library: &[PathBuf]) -> PathBuf {
    let whole = |path: &PathBuf| path.canonicalize().unwrap_or_else(|_| path.clone());
    let paths: Vec<PathBuf> = library.iter().map(whole).collect();
    let bytes = |path: &PathBuf| [path.as_os_str().as_encoded_bytes(), b"\n"].concat();
    let bytes: Vec<Vec<u8>> = paths.iter().map(bytes).collect();
    let name = digest(bytes.iter().map(Vec::as_slice));
    folder.join("jianbao").join(format!("{name:016x}.txt"))
}

/// The text of a state file; empty if there is none, or none that can be read.
pub fn read(file: &Path) -> String {
    let small = fs::metadata(file).is_ok_and(|m| m.is_file() && m.len() <= MOST);
    let text = small.then(|| fs::read_to_string(file).ok()).flatten();
    text.unwrap_or_default()
}

/// Writes a state file and the folders it stands in.
///
/// # Errors
/// Those of the file system.
pub fn write(file: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    save(file, true, |out| out.write_all(text.as_bytes()))
}
