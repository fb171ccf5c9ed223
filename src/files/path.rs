//! What a path leads to, and the paths that users write.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Whether something is there, whatever it is.
pub fn exists(path: &Path) -> bool {
    path.exists()
}

/// Whether a file is there.
pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// Whether a folder is there.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether a folder is meant: it is there, or the path ends as only those of folders do.
pub fn means_folder(path: &Path) -> bool {
    let written = path.as_os_str().to_string_lossy();
    path.is_dir() || written.ends_with(std::path::is_separator)
}

/// A path in its only form, without `..` and links; the path itself where nothing is there.
pub fn whole(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Whether two paths lead to the same file, which is there.
pub fn is_same(one: &Path, other: &Path) -> bool {
    let one = one.canonicalize().ok();
    one.is_some() && one == other.canonicalize().ok()
}

/// The path as the user means it: `~` is the home folder, and what is relative starts where the
/// program was called. Made absolute, so that the message says where the file is.
pub fn absolute(path: PathBuf, home: Option<&OsStr>) -> PathBuf {
    let path = match (path.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => Path::new(home).join(rest),
        _ => path,
    };
    std::path::absolute(&path).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_absolute_as_the_user_means_it() {
        let of = |path: &str, home: Option<&str>| absolute(path.into(), home.map(OsStr::new));
        assert_eq!(of("~/a.txt", Some("/home/me")), Path::new("/home/me/a.txt"));
        assert_eq!(of("/b/~", Some("/home/me")), Path::new("/b/~"));
        assert!(of("a.txt", Some("/home/me")).ends_with("a.txt"));
        assert!(of("~/a.txt", None).is_absolute());
    }

    #[test]
    fn a_path_of_nothing_is_the_same_as_no_other() {
        let nothing = Path::new("/no/such/file");
        assert!(!is_same(nothing, nothing));
        assert_eq!(whole(nothing), nothing);
        assert!(is_same(Path::new("/"), Path::new("/.")));
        assert!(means_folder(Path::new("/no/such/")) && !means_folder(nothing));
    }
}
