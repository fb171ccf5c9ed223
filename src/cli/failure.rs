//! Why a command could not be done. It does not know which commands there are, nor who tells it.

use std::fmt::Display;
use std::io;
use std::path::PathBuf;

use crate::i18n::Lang;
use crate::load::Library;

/// Why a command could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A problem with the input: exit code 1.
    #[error("{0}")]
    Input(String),
    /// What does not go together on the command line: exit code 2.
    #[error("{0}")]
    Usage(String),
    /// Output could not be written.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// A file could not be written: exit code 1.
    #[error("{1}")]
    File(PathBuf, #[source] io::Error),
    /// A signal ended the reader: exit code 128 and its number.
    #[error("")]
    Signal(u8),
    /// Told already; only the exit code is left.
    #[error("")]
    Told,
}

impl Failure {
    /// The library has no bulletin.
    pub fn no_bulletins(lang: Lang) -> Self {
        Self::Input(lang.words().no_bulletins.to_owned())
    }

    /// No bulletin has this id; those that there are.
    pub fn no_bulletin(id: &str, library: &Library, lang: Lang) -> Self {
        let known: Vec<&str> = library.bulletins.iter().map(|b| b.id.as_str()).collect();
        let words = lang.words().no_bulletin_named;
        Self::input(words, format!("{id} ({})", known.join(", ")))
    }

    /// A problem with what is named.
    pub fn input(words: &str, data: impl Display) -> Self {
        Self::Input(format!("{words}{data}"))
    }
}
