//! Files that appear only when they are whole. Used by `export` and by the reader.

use std::fs::{Metadata, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Writes a file under a temporary name beside its place and renames it, so that nobody ever
/// sees half of it. A link stays and what it leads to is written; a file that is overwritten
/// keeps its permissions; a device is written to as it is.
///
/// # Errors
/// `AlreadyExists` if the file is there and `force` is not set, `IsADirectory` for a folder; those
/// of the file system.
pub fn save(
    path: &Path,
    force: bool,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let there = path.metadata().ok();
    if there.as_ref().is_some_and(Metadata::is_dir) {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if there.as_ref().is_some_and(|m| !m.is_file()) {
        // /dev/stdout and its like cannot be renamed over, and nothing is lost in them.
        let mut file = BufWriter::new(OpenOptions::new().write(true).open(path)?);
        write(&mut file)?;
        return file.flush();
    }
    if !force && path.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = path
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut file = builder()
        .tempfile_in(folder)
        .map_err(|error| nameless(&error))?;
    {
        let mut buffered = BufWriter::new(file.as_file_mut());
        write(&mut buffered)?;
        buffered.flush()?;
    }
    if let Some(there) = there {
        file.as_file().set_permissions(there.permissions())?;
    }
    let kept = if force {
        file.persist(&path)
    } else {
        file.persist_noclobber(&path)
    };
    kept.map(|_| ()).map_err(|e| e.error)
}

fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".jianbao-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o644));
    }
    builder
}

/// The error without the temporary file's name, which nobody asked for.
fn nameless(error: &io::Error) -> io::Error {
    let code = error.get_ref().and_then(|inner| {
        let inner: &(dyn std::error::Error + 'static) = inner;
        inner.source()?.downcast_ref::<io::Error>()?.raw_os_error()
    });
    match code {
        Some(code) => io::Error::from_raw_os_error(code),
        None => io::Error::from(error.kind()),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::save;

    #[test]
    fn overwriting_keeps_permissions_and_links() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&file, &link).unwrap();
        assert!(save(&link, false, |out| out.write_all(b"new")).is_err());
        save(&link, true, |out| out.write_all(b"new")).unwrap();
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn folders_and_missing_folders_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let kind = |path: &std::path::Path| save(path, true, |_| Ok(())).unwrap_err().kind();
        assert_eq!(kind(folder.path()), std::io::ErrorKind::IsADirectory);
        assert_eq!(
            kind(&folder.path().join("no/x")),
            std::io::ErrorKind::NotFound
        );
    }
}
