//! A lock beside a file that several programs change: whoever holds it reads, changes and writes alone.

use std::fs::File;
use std::io;
use std::path::Path;

/// Waits until nobody else changes a file; it may be changed until the lock is dropped.
///
/// # Errors
/// Those of the file system. One that knows no locks gives an open lock: there two programs may still lose a change.
pub fn lock(file: &Path) -> io::Result<File> {
    let lock = File::create(file.with_extension("lock"))?;
    match lock.lock() {
        Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(error),
        _ => Ok(lock),
    }
}
