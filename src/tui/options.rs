//! How the reader is opened, and what the config says of it.

use std::path::PathBuf;

use crate::i18n::Lang;
use crate::keymap::rows::Keymap;
use crate::width::Ambiguous;
use crate::wrap::Rules;

/// How the reader is opened.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Language of the interface.
    pub lang: Lang,
    /// Cells of ambiguous characters; None to measure them.
    pub ambiguous: Option<Ambiguous>,
    /// Where lines may end.
    pub rules: Rules,
    /// Whether colours may be used.
    pub color: bool,
}

/// What the config says of the reader, and where its files are.
#[derive(Clone, Debug, Default)]
pub struct Custom {
    /// Which keys do what.
    pub keymap: Keymap,
    /// What is wrong with the config, in words.
    pub wrong: Vec<String>,
    /// The file that holds the place last read; None to remember nothing.
    pub state: Option<PathBuf>,
    /// The folder for what is too long to be copied.
    pub cache: Option<PathBuf>,
    /// The files and folders of the library; empty if it cannot be read anew.
    pub paths: Vec<PathBuf>,
}
