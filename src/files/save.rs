//! Files that appear only when they are whole.

use std::fs::{self, File, Metadata, Permissions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A file in the making, under a temporary name beside its place. Nobody ever sees half of it: it takes
/// its place when it is kept, and is gone when it is dropped.
#[derive(Debug)]
pub struct Draft {
    file: BufWriter<NamedTempFile>,
    /// Where it is to stand, links followed.
    path: PathBuf,
    /// Those of the file that it replaces.
    permissions: Option<Permissions>,
    force: bool,
}

impl Draft {
    /// Begins a file. A link stays and what it leads to is written; a file that is overwritten keeps its
    /// permissions.
    ///
    /// # Errors
    /// `AlreadyExists` if the file is there and `force` is not set, `IsADirectory` for a folder,
    /// `InvalidInput` for a pipe or a device, `InvalidFilename` for a name with control characters;
    /// those of the file system.
    pub fn begin(path: &Path, force: bool) -> io::Result<Self> {
        if path.to_string_lossy().chars().any(char::is_control) {
            return Err(io::ErrorKind::InvalidFilename.into());
        }
        let there = path.metadata().ok();
        let folder = path.to_string_lossy().ends_with(std::path::is_separator);
        if folder || there.as_ref().is_some_and(Metadata::is_dir) {
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
        let permissions = there.map(|there| there.permissions());
        let file = builder(permissions.as_ref())
            .tempfile_in(folder_of(&path))
            .map_err(|error| nameless(&error))?;
        Ok(Self {
            file: BufWriter::new(file),
            path,
            permissions,
            force,
        })
    }

    /// Puts the whole file in its place, once the disk has it: after a power cut either the old file is
    /// there or the new one.
    ///
    /// # Errors
    /// `AlreadyExists` if a file has appeared meanwhile and `force` is not set; those of the file system.
    pub fn keep(self) -> io::Result<()> {
        let file = self
            .file
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?;
        // What the process takes from all new files is given back.
        if let Some(permissions) = self.permissions {
            file.as_file().set_permissions(permissions)?;
        }
        file.as_file().sync_all()?;
        let kept = if self.force {
            file.persist(&self.path)
        } else {
            // Some file systems (of virtual machines, of networks) cannot do this in one step.
            file.persist_noclobber(&self.path).or_else(|error| {
                let there = self.path.symlink_metadata().is_ok();
                if there || error.error.kind() == io::ErrorKind::AlreadyExists {
                    Err(error)
                } else {
                    error.file.persist(&self.path)
                }
            })
        };
        kept.map_err(|e| e.error)?;
        sync_folder(folder_of(&self.path));
        Ok(())
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Writes a file as a whole: see [`Draft`].
///
/// # Errors
/// Those of [`Draft::begin`] and [`Draft::keep`].
pub fn save(
    path: &Path,
    force: bool,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut draft = Draft::begin(path, force)?;
    write(&mut draft)?;
    draft.keep()
}

/// Writes a file of the program's own, over the one before, that nobody else may read, and makes the folders
/// it stands in.
///
/// # Errors
/// Those of [`save`].
pub fn save_with_folders(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    fs::create_dir_all(folder_of(path))?;
    let mut draft = Draft::begin(path, true)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let own = Permissions::from_mode(0o600);
        draft
            .file
            .get_ref()
            .as_file()
            .set_permissions(own.clone())?;
        draft.permissions = Some(own);
    }
    write(&mut draft)?;
    draft.keep()
}

/// Makes the folders that a file is to be put in.
///
/// # Errors
/// Those of the file system.
pub fn make_folder_of(path: &Path) -> io::Result<()> {
    fs::create_dir_all(folder_of(path))
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// Has the disk take the new name. The file is whole and in its place already: a file system that cannot
/// do this (those of networks) is no reason to say that it was not written.
fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
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
    use std::os::unix::fs::{PermissionsExt, symlink};

    use std::io::Write;

    use super::{Draft, fs, save};

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
        let named = |name: &str| kind(&folder.path().join(name));
        assert_eq!(named("new/"), std::io::ErrorKind::IsADirectory);
        assert_eq!(named("a\u{7}b"), std::io::ErrorKind::InvalidFilename);
        assert_eq!(
            kind(&folder.path().join("no/x")),
            std::io::ErrorKind::NotFound
        );
    }

    #[test]
    fn a_file_that_is_not_kept_was_never_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        fs::write(&path, "old").unwrap();
        let mut draft = Draft::begin(&path, true).unwrap();
        draft.write_all(&vec![b'x'; 100_000]).unwrap();
        drop(draft);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_appeared_meanwhile_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        let draft = Draft::begin(&path, false).unwrap();
        fs::write(&path, "theirs").unwrap();
        let kept = draft.keep().unwrap_err();
        assert_eq!(kept.kind(), std::io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&path).unwrap(), "theirs");
    }
}
