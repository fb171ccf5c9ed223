//! The values that options take, and what they mean: choices, and what is read from a word.

use std::path::Path;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::calendar::YEARS;
use crate::compare::Outcome;
use crate::export::format::Format;
use crate::i18n::Lang;
use crate::model::Kind;
use crate::width::Ambiguous;
use crate::wrap::Level;

use super::usage::EXPECTED;

impl ValueEnum for Lang {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let name = Self::En.words().language(self.code());
        Some(PossibleValue::new(self.code()).help(name))
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

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.code()).help(self.help()))
    }
}

/// Forms of a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LedgerFormat {
    /// Columns by year.
    Table,
    /// Rows of a year with the sentences behind them.
    Txt,
    /// The tables of a year, in Markdown.
    Md,
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
    /// Word.
    Docx,
    /// A web page.
    Html,
}

impl LedgerFormat {
    /// The form that the name of a file asks for.
    pub fn of(file: Option<&Path>) -> Self {
        match file.map(Format::of_file) {
            Some(Ok(Some(Format::Md))) => Self::Md,
            Some(Ok(Some(Format::Csv))) => Self::Csv,
            Some(Ok(Some(Format::Json))) => Self::Json,
            Some(Ok(Some(Format::Docx))) => Self::Docx,
            Some(Ok(Some(Format::Html))) => Self::Html,
            _ => Self::Table,
        }
    }

    /// The format of a document that is handed in; None for what is made for terminals.
    pub fn document(self) -> Option<Format> {
        match self {
            Self::Table => None,
            Self::Txt => Some(Format::Txt),
            Self::Md => Some(Format::Md),
            Self::Csv => Some(Format::Csv),
            Self::Json => Some(Format::Json),
            Self::Docx => Some(Format::Docx),
            Self::Html => Some(Format::Html),
        }
    }
}

/// A number of a range; the error says what was expected.
fn within(text: &str, allowed: impl Fn(u16) -> bool, range: &str) -> Result<u16, String> {
    let number = text.parse().ok().filter(|n| allowed(*n));
    number.ok_or_else(|| format!("{EXPECTED}{range}"))
}

/// Cells of a line of text.
pub fn show_width(text: &str) -> Result<u16, String> {
    within(text, |n| (12..=1000).contains(&n), "12..1000")
}

/// Cells of a line of exported text, 0 for one line per paragraph.
pub fn export_width(text: &str) -> Result<u16, String> {
    within(text, |n| n == 0 || (12..=1000).contains(&n), "0, 12..1000")
}

/// Something that can be looked for: letters or digits.
pub fn some_word(text: &str) -> Result<String, String> {
    let found = text.chars().any(char::is_alphanumeric);
    found
        .then(|| text.to_owned())
        .ok_or_else(|| format!("{EXPECTED}{}", Lang::default().words().words_example))
}

/// A kind of section, by its English or Chinese name.
pub fn kind(text: &str) -> Result<Kind, String> {
    let known = Kind::ALL.map(|kind| format!("{} {}", kind.code(), kind.chinese()));
    Kind::parse(text).ok_or_else(|| format!("{EXPECTED}{}", known.join(", ")))
}

/// An outcome, by its code or its word in either language.
pub fn outcome(text: &str) -> Result<Outcome, String> {
    let word = |o: &Outcome, lang: Lang| lang.words().outcome(o.code());
    let is = |o: &Outcome| o.code() == text || Lang::ALL.iter().any(|lang| word(o, *lang) == text);
    let known = Outcome::ALL.map(|o| format!("{} {}", o.code(), word(&o, Lang::Zh)));
    let found = Outcome::ALL.into_iter().find(is);
    found.ok_or_else(|| format!("{EXPECTED}{}", known.join(", ")))
}

/// A year with four digits.
pub fn year(text: &str) -> Result<u16, String> {
    within(text, |n| YEARS.contains(&n), "1900..2199")
}
