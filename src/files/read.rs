//! The bytes of a file, or its text, and what keeps it from being read. Knows nothing of what is in them.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::encoding;
use crate::load::Fault;
use crate::load::problem::Special;

/// Largest file that is read, in bytes.
pub const MAX_FILE: u64 = 64 << 20;

/// What an error of the file system says of a path.
pub fn io_fault(path: &Path, error: &io::Error) -> Fault {
    let link = fs::symlink_metadata(path).is_ok_and(|m| m.is_symlink());
    match error.kind() {
        io::ErrorKind::NotFound if link => Fault::NotAFile(Special::BrokenLink),
        io::ErrorKind::NotFound => Fault::NotAFile(Special::Missing),
        io::ErrorKind::PermissionDenied => Fault::NotAFile(Special::Forbidden),
        _ => Fault::Unreadable(error.to_string()),
    }
}

/// Reads a regular file; a pipe or device is refused before it is opened, because opening a pipe
/// nobody writes to would wait forever.
pub fn read_file(path: &Path, metadata: &fs::Metadata) -> Result<Vec<u8>, Fault> {
    if !metadata.is_file() {
        return Err(Fault::NotAFile(Special::Device));
    }
    if metadata.len() > MAX_FILE {
        return Err(Fault::TooLarge {
            bytes: metadata.len(),
            limit: MAX_FILE,
        });
    }
    let file = File::open(path).map_err(|error| io_fault(path, &error))?;
    // Its size is known by now, so that it is read at once.
    let size = usize::try_from(metadata.len()).unwrap_or_default();
    read_into(Vec::with_capacity(size.saturating_add(1)), file)
}

/// Reads a stream to its end, up to the largest size.
pub fn read_limited(stream: impl Read) -> Result<Vec<u8>, Fault> {
    read_into(Vec::new(), stream)
}

/// Reads a stream to its end into room that is ready for it.
fn read_into(mut bytes: Vec<u8>, stream: impl Read) -> Result<Vec<u8>, Fault> {
    let read = stream.take(MAX_FILE + 1).read_to_end(&mut bytes);
    read.map_err(|error| Fault::Unreadable(error.to_string()))?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(Fault::TooLarge {
            bytes: bytes.len() as u64,
            limit: MAX_FILE,
        });
    }
    Ok(bytes)
}

/// The text of a file beside the bulletins, in whatever encoding they may have; empty if there is none.
pub fn text_beside(file: &Path) -> Result<String, Fault> {
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
