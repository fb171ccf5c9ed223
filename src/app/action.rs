//! What can happen to the reader, and what it asks of the world.

use std::io;
use std::path::{Path, PathBuf};

use crate::compare::links::Change;
use crate::export::order::Order;
use crate::export::pick::Size;
use crate::i18n::Lang;
use crate::width::Ambiguous;

use super::memory::Memory;

/// Something the user or the world did. Keys become actions in [`super::keymap`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// One row, or item, up.
    Up,
    /// One down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the beginning.
    Top,
    /// To the end.
    Bottom,
    /// Fold, or go to the parent; an earlier year in Compare.
    Left,
    /// Unfold, or go to the first child; a later year in Compare.
    Right,
    /// Open what the cursor stands on.
    Enter,
    /// The other pane; the next series in Compare.
    Switch,
    /// Pick or unpick.
    Tick,
    /// Pick all rows that are listed, or unpick them.
    TickAll,
    /// Fold the outline to a level, from 1.
    Level(u8),
    /// The same section one year back.
    YearBack,
    /// The same section one year on.
    YearOn,
    /// Go to Read.
    Read,
    /// Go to Compare.
    Compare,
    /// Go to Picks.
    Picks,
    /// Open or close help.
    Help,
    /// Ask for a file to export the picks to.
    Export,
    /// Copy the picks, or what the screen stands on.
    Copy,
    /// Put a cursor on the sentences of the text.
    Passages,
    /// Give the picks the next form.
    Format,
    /// Number sections anew, or as the source does.
    Numbering,
    /// Take all picks out, or put them back.
    Clear,
    /// Take the item out of the picks.
    Remove,
    /// List rows of the next kind of outcome only.
    Filter,
    /// List rows in the next order.
    Sort,
    /// Group rows by theme, or by whether they have figures.
    Group,
    /// List only rows with figures, or all.
    Numeric,
    /// List only rows whose next target is another one, or all.
    Changed,
    /// Say that what was paired by likeness is one indicator, or take that back.
    Confirm,
    /// Say that it is not, or take that back.
    Part,
    /// Lay the section beside that of other years.
    Parallel,
    /// Lay so many years side by side.
    Years(u8),
    /// List new and dropped phrases.
    Terms,
    /// The left key of the mouse, at a column and a row.
    Click(u16, u16),
    /// The mouse moved to a column with its key held.
    Drag(u16),
    /// Its key was let go.
    Release,
    /// The wheel at a column and a row; whether down.
    Wheel(u16, u16, bool),
    /// Let go of the mouse, or take it back.
    Mouse,
    /// Back to the place before the last jump.
    PlaceBack,
    /// On again to the place that was gone back from.
    PlaceOn,
    /// Set a mark; give the one under the cursor another name.
    Mark,
    /// List the marks.
    Marks,
    /// Say of a section that it was read, or that it was not.
    TurnRead,
    /// To the next section that was not read.
    NextUnread,
    /// Open the action menu.
    Menu,
    /// Look for words, sounds and figures.
    Find,
    /// To the next hit.
    NextHit,
    /// To the hit before.
    PreviousHit,
    /// To the next figure of the text.
    NextFigure,
    /// List the figures of the bulletin.
    Figures,
    /// Look in the open bulletin only, or in all.
    Scope,
    /// Look in sections of the next year only.
    FilterYear,
    /// Look in the next series only.
    FilterSeries,
    /// Look in sections of the next kind only.
    FilterKind,
    /// Look everywhere.
    NoFilter,
    /// Ask for words to be counted by year.
    Count,
    /// To the next change.
    NextChange,
    /// To the change before.
    PreviousChange,
    /// To the section before.
    Previous,
    /// Fold what did not change, or unfold it.
    Fold,
    /// One screen back.
    Back,
    /// Leave the program; asks once if picks would be lost.
    Quit,
    /// Leave the program at once.
    Leave,
    /// Stop until the shell brings the program back.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Read the files anew.
    Reload,
    /// The terminal has this many cells and rows.
    Resize(u16, u16),
    /// The terminal gives ambiguous characters so many cells, and whether rules take one.
    Measured(Ambiguous, bool),
    /// A character for the input line.
    Type(char),
    /// Delete the character before the caret.
    Erase,
    /// Delete the character behind the caret.
    Delete,
    /// Delete the word before the caret.
    EraseWord,
    /// Delete all before the caret.
    EraseLine,
    /// Go on from what is remembered of the library.
    Recall(Box<Memory>),
    /// Bad news from outside, in words.
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

impl Action {
    /// Whether it tells of the terminal or of what was asked of the world, and changes nothing else.
    pub fn is_tidings(&self) -> bool {
        matches!(
            self,
            Self::Redraw
                | Self::Resize(..)
                | Self::Measured(..)
                | Self::Saving(_)
                | Self::Saved(_)
                | Self::Copied(_)
                | Self::Linked(_)
        )
    }
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
        format!("{}{why}", lang.words().not_copied)
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
    /// Read the library anew and hand it to [`super::App::reload`].
    Reload,
    /// Write what is to be remembered of the library: [`super::App::remembered`], then [`super::App::remember`].
    Remember,
    /// Read what is remembered of the library, which another reader may have changed, and hand it to
    /// [`super::App::remember`].
    Recall,
    /// Take the mouse, or let go of it.
    Mouse(bool),
    /// Clear the terminal and draw all of it.
    Redraw,
    /// Make a change in the links file, whatever it holds by now, and answer with
    /// [`Action::Linked`].
    Link {
        /// The file.
        path: PathBuf,
        /// The change.
        change: Change,
    },
    /// Write what is taken away to a file, a bit at a time: [`Action::Saving`] after each, and
    /// [`Action::Saved`] at the end.
    Save {
        /// Where to.
        path: PathBuf,
        /// What.
        order: Box<Order>,
        /// Whether an existing file may be overwritten.
        force: bool,
    },
    /// Stop that, leave nothing behind, and answer with [`Action::Saved`].
    StopSaving,
    /// Copy what is taken away and answer with [`Action::Copied`].
    Copy(Box<Order>),
}
