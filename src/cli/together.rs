//! Which bulletins a command compares: those of a series, or two that are laid together by hand. Knows nothing of
//! commands.

use std::path::{Path, PathBuf};

use crate::compare;
use crate::files::path::{exists, is_file, is_same};
use crate::load::Library;

/// What is to be compared.
#[derive(Debug)]
pub enum Chosen {
    /// A series; None for the only one.
    Series(Option<String>),
    /// Bulletins, by their ids or files.
    Together(Vec<String>),
}

impl Chosen {
    /// What the options say.
    pub fn of(series: Option<String>, together: Option<Vec<String>>) -> Self {
        together.map_or(Self::Series(series), Self::Together)
    }
}

/// The words as files, if each of them is one: then no library is needed.
pub fn files(wanted: &[String]) -> Option<Vec<PathBuf>> {
    let files = wanted.iter().map(PathBuf::from);
    let files: Vec<PathBuf> = files.filter(|path| is_file(path)).collect();
    (files.len() == wanted.len()).then_some(files)
}

/// Why bulletins cannot be laid together.
#[derive(Debug)]
pub enum Wrong {
    /// No bulletin has this id, and no file this name.
    Unknown(String),
    /// It is the same bulletin again.
    Same(String),
}

/// The name under which some bulletins stand together; a file that is not of the library is read by `open`, and
/// joins it.
pub fn lay(
    library: &mut Library,
    wanted: &[String],
    open: impl Fn(&[PathBuf]) -> Library,
) -> Result<String, Wrong> {
    let mut ids: Vec<String> = Vec::new();
    for word in wanted {
        let id = known(library, word).or_else(|| {
            let path = PathBuf::from(word);
            exists(&path).then(|| library.merge(open(&[path])))?;
            known(library, word)
        });
        let id = id.ok_or_else(|| Wrong::Unknown(word.clone()))?;
        if ids.contains(&id) {
            return Err(Wrong::Same(word.clone()));
        }
        ids.push(id);
    }
    Ok(compare::together(ids.iter().map(String::as_str)))
}

/// The id of the bulletin that a word means: its id, or its file.
fn known(library: &Library, word: &str) -> Option<String> {
    let by_id = library.bulletins.iter().find(|b| b.id == word);
    let of_file = || {
        let mut all = library.bulletins.iter();
        all.find(|b| is_same(Path::new(word), Path::new(&b.source_file)))
    };
    by_id.or_else(of_file).map(|bulletin| bulletin.id.clone())
}
