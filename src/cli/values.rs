//! The values that options of every command take, and what they mean.

use clap::ValueEnum;

use crate::i18n::Lang;
use crate::width::Ambiguous;
use crate::wrap::Level;

/// Language of the interface.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LangArg {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl From<LangArg> for Lang {
    fn from(arg: LangArg) -> Self {
        match arg {
            LangArg::Zh => Self::Zh,
            LangArg::En => Self::En,
        }
    }
}

/// Cells of ambiguous characters.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum AmbiguousArg {
    /// As this terminal draws them, measured; one cell where there is none.
    Auto,
    /// One cell.
    Narrow,
    /// Two cells.
    Wide,
}

impl AmbiguousArg {
    /// The policy asked for, None if it is to be measured.
    pub fn policy(self) -> Option<Ambiguous> {
        match self {
            Self::Auto => None,
            Self::Narrow => Some(Ambiguous::Narrow),
            Self::Wide => Some(Ambiguous::Wide),
        }
    }
}

/// How strict line breaking is.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LineBreakArg {
    /// No stop or closing mark begins a line, no opening mark ends one.
    Basic,
    /// No solidus at either end of a line.
    Gb,
    /// No dash or ellipsis begins a line.
    Strict,
}

impl From<LineBreakArg> for Level {
    fn from(arg: LineBreakArg) -> Self {
        match arg {
            LineBreakArg::Basic => Self::Basic,
            LineBreakArg::Gb => Self::Gb,
            LineBreakArg::Strict => Self::Strict,
        }
    }
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// Unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}
