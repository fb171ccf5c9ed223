//! What the reader asks of the world, and what the world answers.

use std::io;
use std::path::{Path, PathBuf};

use crate::compare::links::Change;
use crate::export::order::Order;
use crate::export::pick::Size;
use crate::i18n::Lang;
use crate::width::Ambiguous;

use super::memory::Memory;

/// What the world tells: of the terminal, of files, of what was asked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The terminal has this many cells and rows.
    Resize(u16, u16),
    /// The terminal gives ambiguous characters so many cells, and whether rules take one.
    Measured(Ambiguous, bool),
    /// What is remembered of the library was read: the reader goes on from it.
    Recall(Box<Memory>),
    /// Bad news, in words.
    Complain(String),
    /// A links file was changed and holds this text now, or not, and why.
    Linked(Result<(PathBuf, String), FileError>),
    /// So much of a file was written, in percent.
    Saving(usize),
    /// A file was written, or not.
    Saved(Result<PathBuf, SaveError>),
    /// So much was copied in some way, or not, and why.
    Copied(Result<(Size, Way), CopyError>),
}

/// Which way something was copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// By a program that keeps the clipboard of this machine.
    Program(&'static str),
    /// By tmux, which hands it on to its terminal.
    Tmux,
    /// By the terminal (OSC 52), which says nothing of whether it did.
    Terminal,
    /// Into a file, for want of a clipboard.
    File(PathBuf, Lack),
}

/// Why there is no clipboard to copy to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The text is too long for that of the terminal.
    TooLong,
    /// The terminal has none.
    NoClipboard,
}

/// Why a file was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// It exists; may be overwritten if the user says so.
    Exists(PathBuf),
    /// The user stopped it.
    Stopped,
    /// The disk does not take it.
    Failed(FileError),
}

/// Why nothing was copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyError {
    /// There is neither a clipboard for it nor a folder to put it in.
    NoFolder,
    /// The disk or the terminal does not take it.
    Failed(FileError),
}

impl CopyError {
    /// That nothing was copied, and why, in words.
    pub fn words(&self, lang: Lang) -> String {
        let why = match self {
            Self::NoFolder => lang.words().no_cache.to_owned(),
            Self::Failed(error) => error.words(lang),
        };
        lang.words().not_copied(why)
    }
}

/// What the system said of a file that was not read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// The file; None where what failed is no file.
    pub path: Option<PathBuf>,
    /// What is wrong.
    pub kind: io::ErrorKind,
    /// The system's own words, for a kind that is not told in the user's.
    pub system: String,
}

impl FileError {
    /// An error of a file, or of none.
    pub fn new(path: Option<&Path>, error: &io::Error) -> Self {
        Self {
            path: path.map(Path::to_owned),
            kind: error.kind(),
            system: error.to_string(),
        }
    }

    /// What is wrong, and where, in words.
    pub fn words(&self, lang: Lang) -> String {
        let words = lang.write_error(&io::Error::new(self.kind, self.system.as_str()));
        match &self.path {
            Some(path) => format!("{words}: {}", path.display()),
            None => words,
        }
    }
}

/// What the reader asks of the world.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Leave.
    Quit,
    /// Stop as Ctrl-Z does.
    Suspend,
    /// Read the library anew and hand it to `App::reload`.
    Reload,
    /// Write what is to be remembered of the library: `Store::remembered`, then
    /// `App::remember`.
    Remember,
    /// Read what is remembered of the library, which another reader may have changed, and hand it to
    /// `App::remember`.
    Recall,
    /// Take the mouse, or let go of it.
    Mouse(bool),
    /// Clear the terminal and draw all of it.
    Redraw,
    /// Make a change in the links file, whatever it holds by now, and answer with
    /// [`Answer::Linked`].
    Link {
        /// The file.
        path: PathBuf,
        /// The change.
        change: Change,
    },
    /// Write what is taken away to a file, a bit at a time: [`Answer::Saving`] after each, and
    /// [`Answer::Saved`] at the end.
    Save {
        /// Where to.
        path: PathBuf,
        /// What.
        order: Box<Order>,
        /// Whether an existing file may be overwritten.
        force: bool,
    },
    /// Stop that, leave nothing behind, and answer with [`Answer::Saved`].
    StopSaving,
    /// Copy what is taken away and answer with [`Answer::Copied`].
    Copy(Box<Order>),
}
