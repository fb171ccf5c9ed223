//! Options that several commands have.

use std::path::PathBuf;

use clap::Args;

use super::values::{AmbiguousArg, Color, LineBreakArg};
use crate::i18n::Lang;

/// Options of every command.
#[derive(Clone, Debug, Args)]
pub struct Common {
    /// Folder or file to read bulletins from; may be given several times
    #[arg(long, global = true, display_order = 90, value_name = "PATH")]
    pub library: Vec<PathBuf>,
    /// Language of the interface
    #[arg(long, global = true, display_order = 91, value_enum)]
    pub lang: Option<Lang>,
    /// Cells of ambiguous characters such as “ and …
    #[arg(
        long,
        global = true,
        display_order = 92,
        value_enum,
        default_value = "auto"
    )]
    pub ambiguous: AmbiguousArg,
    /// How strict line breaking is
    #[arg(
        long,
        global = true,
        display_order = 94,
        value_enum,
        default_value = "gb"
    )]
    pub line_break: LineBreakArg,
    /// Let one stop mark hang right of a line
    #[arg(long, global = true, display_order = 95)]
    pub hanging: bool,
    /// Set the lines of a numbered paragraph behind its numbering
    #[arg(long, global = true, display_order = 96)]
    pub hanging_lists: bool,
    /// Show a space between Chinese and Latin letters or digits; exports have none
    #[arg(long, global = true, display_order = 97)]
    pub latin_gap: bool,
    /// When to use colours
    #[arg(
        long,
        global = true,
        display_order = 93,
        value_enum,
        default_value = "auto"
    )]
    pub color: Color,
}

/// Where output goes.
#[derive(Debug, Args)]
pub struct Output {
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Overwrite the file if it exists
    #[arg(long, requires = "output")]
    pub force: bool,
}

impl Output {
    /// The file that is to be written; None for standard output.
    pub fn file(&self) -> Option<&PathBuf> {
        self.output.as_ref().filter(|path| path.as_os_str() != "-")
    }
}
