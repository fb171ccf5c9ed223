//! What the reader remembers of a library between two calls: the place last read.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::save::save;

/// Bytes that are read, at most: a place is a line.
const MOST: u64 = 64 << 10;

/// The state file of a library in the state folder: its name is made of the library's paths.
pub fn file(folder: &Path, library: &[PathBuf]) -> PathBuf {
    let mut name: u64 = 0xcbf2_9ce4_8422_2325;
    for path in library {
        let whole = path.canonicalize().unwrap_or_else(|_| path.clone());
        // FNV-1a: the same on every machine and in every version.
        for byte in whole.as_os_str().as_encoded_bytes().iter().chain(b"\n") {
            name = (name ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
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
