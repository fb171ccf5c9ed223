//! Files that appear only when they are whole. Used by `export` and by the reader.

use std::fs::{Metadata, Permissions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Writes a file under a temporary name beside its place and renames it, so that nobody ever
/// sees half of it. A link stays and what it leads to is written; a file that is overwritten
/// keeps its permissions.
///
/// # Errors
/// `AlreadyExists` if the file is there and `force` is not set, `IsADirectory` for a folder,
/// `InvalidInput` for a pipe or a device; those of the file system.
pub fn save(
    path: &Path,
    force: bool,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let there = path.metadata().ok();
    if there.as_ref().is_some_and(Metadata::is_dir) {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    // A pipe would be waited for until somebody reads it; a terminal would be written all over.
    if there.as_ref().is_some_and(|m| !m.is_file()) {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    if !force && path.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let path = target(path);
    let folder = path
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let permissions = there.map(|there| there.permissions());
    let mut file = builder(permissions.as_ref())
        .tempfile_in(folder)
        .map_err(|error| nameless(&error))?;
    {
        let mut buffered = BufWriter::new(file.as_file_mut());
        write(&mut buffered)?;
        buffered.flush()?;
    }
    // What the process takes from all new files is given back.
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    let kept = if force {
        file.persist(&path)
    } else {
        file.persist_noclobber(&path)
    };
    kept.map(|_| ()).map_err(|e| e.error)
}

/// Where a link leads, even if nothing is there yet; the path itself for anything else.
fn target(path: &Path) -> PathBuf {
    if let Ok(there) = path.canonicalize() {
        return there;
    }
    match path.read_link() {
        Ok(to) => path.parent().unwrap_or(Path::new("")).join(to),
        Err(_) => path.to_owned(),
    }
}

/// A temporary file that is never more open than the one it replaces.
fn builder(permissions: Option<&Permissions>) -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".jianbao-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let usual = Permissions::from_mode(0o644);
        builder.permissions(permissions.cloned().unwrap_or(usual));
    }
    #[cfg(not(unix))]
    let _ = permissions;
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
        assert_eq!(kind("/dev/null".as_ref()), std::io::ErrorKind::InvalidInput);
        assert_eq!(
            kind(&folder.path().join("no/x")),
            std::io::ErrorKind::NotFound
        );
    }
}
