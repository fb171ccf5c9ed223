//! The command line: what can be asked for, in Chinese and English.

use std::path::PathBuf;

use clap::{Args, Command, CommandFactory, Parser, Subcommand, ValueEnum};

use super::export::Taken;
use super::search::Wanted;
use super::usage::EXPECTED;
use super::values::{AmbiguousArg, Color, LangArg, LineBreakArg};
use crate::calendar::YEARS;
use crate::compare::Outcome;
use crate::export::order::Format;
use crate::i18n::{COMMAND_LINE, Lang};
use crate::model::Kind;

/// Read, compare and take away Chinese work bulletins
#[derive(Debug, Parser)]
#[command(name = "jianbao", version, disable_help_subcommand = true)]
pub struct Cli {
    /// Bulletins or folders to open; `-` reads one from standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Open on two bulletins laid beside each other, whatever their series
    #[arg(long, num_args = 2, value_names = ["ID", "ID"])]
    pub together: Option<Vec<String>>,
    /// What works everywhere.
    #[command(flatten)]
    pub common: Common,
    /// The command; without one the reader opens.
    #[command(subcommand)]
    pub command: Option<Ask>,
}

/// Options of every command.
#[derive(Clone, Debug, Args)]
pub struct Common {
    /// Folder or file to read bulletins from; may be given several times
    #[arg(long, global = true, display_order = 90, value_name = "PATH")]
    pub library: Vec<PathBuf>,
    /// Language of the interface
    #[arg(long, global = true, display_order = 91, value_enum)]
    pub lang: Option<LangArg>,
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

/// Commands.
#[derive(Debug, Subcommand)]
pub enum Ask {
    /// List the bulletins
    List {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Print a bulletin or a section
    Show {
        /// ID, ID#2.1 (child numbers) or ID#plans (a kind)
        #[arg(value_name = "REF")]
        reference: String,
        /// Cells of a line, from 12 [default: the terminal, else 80]
        #[arg(long, value_name = "N", value_parser = show_width)]
        width: Option<u16>,
        /// Headings only
        #[arg(long, conflicts_with = "json")]
        outline: bool,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Set promises beside results, across years
    Compare {
        /// Years to show [default: all]
        #[arg(value_name = "YEAR", value_parser = year)]
        years: Vec<u16>,
        /// The series to compare
        #[arg(long, value_name = "NAME")]
        series: Option<String>,
        /// Two bulletins or files to compare, whatever their series
        #[arg(long, num_args = 2, value_names = ["ID", "ID"], conflicts_with = "series")]
        together: Option<Vec<String>>,
        /// Lay the texts side by side instead, changes marked (txt, md or json)
        #[arg(long)]
        text: bool,
        /// With --text: this section and those that treat its theme
        #[arg(long, value_name = "REF", requires = "text")]
        section: Option<String>,
        /// Form of the output [default: as FILE ends, else table]
        #[arg(long, value_enum)]
        format: Option<LedgerFormat>,
        #[command(flatten)]
        output: Output,
    },
    /// What a year says that the year before did not, and what it no longer says
    Terms {
        /// Count these words by year instead
        #[arg(value_name = "WORD", value_parser = some_word)]
        words: Vec<String>,
        /// The series
        #[arg(long, value_name = "NAME")]
        series: Option<String>,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// List the catalogue of indicators, and what of it the library has
    Indicators {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Find words, what sounds so, and figures in every bulletin
    Search(Wanted),
    /// Take chosen sections and rows away: text, Markdown, a sheet, JSON, Word, a web page
    Export(Taken),
    /// Make bulletins (YAML) of texts, Markdown, web pages and Word files
    Import {
        /// Files and folders; `-` is standard input
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        /// Write to this file; for several files to this folder
        #[arg(short, long, value_name = "FILE|DIR")]
        output: Option<PathBuf>,
        /// Overwrite files that exist
        #[arg(long, requires = "output")]
        force: bool,
        /// Write the figures found in the text as targets and results
        #[arg(long)]
        figures: bool,
    },
    /// Read lines from standard input and print the figures of each as a JSON array
    #[command(hide = true)]
    Figures {
        /// `-`, standard input
        #[arg(value_name = "-", value_parser = ["-"])]
        source: String,
    },
    /// Tell every problem of every file
    Check {
        /// Files and folders [default: the library]
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
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

/// Forms of a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LedgerFormat {
    /// Columns by year.
    Table,
    /// Rows with the sentences behind them.
    Txt,
    /// A table and the sentences, in Markdown.
    Md,
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
}

impl LedgerFormat {
    /// The form that the name of the output asks for.
    pub fn of(output: &Output) -> Self {
        let told = output.file().map(|path| Format::of_file(path));
        match told {
            Some(Ok(Some(Format::Md))) => Self::Md,
            Some(Ok(Some(Format::Csv))) => Self::Csv,
            Some(Ok(Some(Format::Json))) => Self::Json,
            _ => Self::Table,
        }
    }
}

/// A number of a range; the error says what was expected.
fn within(text: &str, allowed: impl Fn(u16) -> bool, range: &str) -> Result<u16, String> {
    let number = text.parse().ok().filter(|n| allowed(*n));
    number.ok_or_else(|| format!("{EXPECTED}{range}"))
}

fn show_width(text: &str) -> Result<u16, String> {
    within(text, |n| (12..=1000).contains(&n), "12..1000")
}

/// Cells of a line of exported text, 0 for one line per paragraph.
pub fn export_width(text: &str) -> Result<u16, String> {
    within(text, |n| n == 0 || (12..=1000).contains(&n), "0, 12..1000")
}

/// Something that can be looked for: letters or digits.
fn some_word(text: &str) -> Result<String, String> {
    let found = text.chars().any(char::is_alphanumeric);
    found
        .then(|| text.to_owned())
        .ok_or_else(|| format!("{EXPECTED}5G, 行程卡"))
}

/// A kind of section, by its English or Chinese name.
pub fn kind(text: &str) -> Result<Kind, String> {
    let known = Kind::ALL.map(|kind| format!("{} {}", kind.code(), kind.chinese()));
    Kind::parse(text).ok_or_else(|| format!("{EXPECTED}{}", known.join(", ")))
}

/// An outcome, by its code or its word in either language.
pub fn outcome(text: &str) -> Result<Outcome, String> {
    let is = |o: &Outcome| [o.code(), Lang::Zh.outcome(*o), Lang::En.outcome(*o)].contains(&text);
    let known = Outcome::ALL.map(|o| format!("{} {}", o.code(), Lang::Zh.outcome(o)));
    let found = Outcome::ALL.into_iter().find(is);
    found.ok_or_else(|| format!("{EXPECTED}{}", known.join(", ")))
}

/// A year with four digits.
pub fn year(text: &str) -> Result<u16, String> {
    within(text, |n| YEARS.contains(&n), "1900..2199")
}

/// The command line in a language.
pub fn command(lang: Lang) -> Command {
    let command = Cli::command();
    match lang {
        Lang::En => command,
        Lang::Zh => {
            let names: Vec<String> = command
                .get_subcommands()
                .map(|c| c.get_name().to_owned())
                .collect();
            let command = command
                .subcommand_help_heading("命令")
                .subcommand_value_name("命令");
            let mut command = in_chinese(command, "");
            for name in names {
                command = command.mut_subcommand(&name, |sub| in_chinese(sub, &name));
            }
            command
        }
    }
}

fn in_chinese(command: Command, name: &str) -> Command {
    let word = |arg: &str| {
        COMMAND_LINE
            .iter()
            .find(|(c, a, _)| *c == name && *a == arg)
            .map(|(_, _, word)| *word)
    };
    let mut command = command
        .help_template("{about}\n\n用法：{usage}\n\n{all-args}")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            clap::Arg::new("help")
                .short('h')
                .long("help")
                .display_order(100)
                .action(clap::ArgAction::Help)
                .help("显示帮助"),
        );
    if let Some(about) = word("") {
        command = command.about(about);
    }
    if name.is_empty() {
        command = command.arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .display_order(101)
                .action(clap::ArgAction::Version)
                .help("显示版本"),
        );
    }
    let command = command.mut_args(|arg| {
        let heading = if arg.is_positional() {
            "参数"
        } else {
            "选项"
        };
        // The words say what the values are and which one holds by default.
        let help = word(arg.get_id().as_str()).map(str::to_owned);
        let help = help.or_else(|| arg.get_help().map(ToString::to_string));
        let takes_value = arg.get_action().takes_values();
        arg.help_heading(heading)
            .hide_possible_values(takes_value)
            .hide_default_value(takes_value)
            .help(help.unwrap_or_default())
    });
    // Clap writes its own word for the options.
    let usage = command.clone().render_usage().to_string();
    let usage = usage
        .trim_start_matches("Usage: ")
        .replace("[OPTIONS]", "[选项]");
    let usage = match name {
        "" => usage,
        _ => format!("jianbao {usage}"),
    };
    command.override_usage(usage)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound_in_both_languages() {
        command(Lang::En).debug_assert();
        command(Lang::Zh).debug_assert();
    }

    #[test]
    fn every_argument_has_chinese_words() {
        let command = Cli::command();
        for sub in command.get_subcommands().chain([&command]) {
            let name = if sub.get_name() == "jianbao" {
                ""
            } else {
                sub.get_name()
            };
            for arg in sub
                .get_arguments()
                .filter(|a| !["help", "version"].contains(&a.get_id().as_str()))
            {
                let found = COMMAND_LINE
                    .iter()
                    .any(|(c, a, _)| *c == name && *a == arg.get_id().as_str());
                assert!(found, "{name} {}", arg.get_id());
            }
        }
    }
}
