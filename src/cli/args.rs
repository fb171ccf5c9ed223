//! The command line: what can be asked for, in every language.

use std::path::PathBuf;

use clap::{Command, CommandFactory, Parser};

use crate::i18n::{Lang, Words};

use super::commands::Subcommand;
use super::options::Common;

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
    pub command: Option<Subcommand>,
}

/// How the program is called among the commands in `i18n`.
const PROGRAM: &str = "jianbao";

/// The command line in a language.
pub fn command(lang: Lang) -> Command {
    let words = lang.words();
    let mut command = Cli::command();
    if speaks_for_itself(words) {
        command = command
            .subcommand_help_heading(words.cli_command)
            .subcommand_value_name(words.cli_command);
    }
    let names: Vec<String> = command
        .get_subcommands()
        .map(|c| c.get_name().to_owned())
        .collect();
    let mut command = said(command, PROGRAM, words);
    for name in names {
        command = command.mut_subcommand(&name, |sub| said(sub, &name, words));
    }
    command
}

/// Whether a language tells help and wrong usage in its own words, not in those of the library.
pub fn speaks_for_itself(words: &Words) -> bool {
    words.cli_layout == "own"
}

/// A command with its help, and that of its arguments, in a language.
fn said(command: Command, name: &str, words: &'static Words) -> Command {
    let about = words.cli(name);
    let command = command.about(about).mut_args(|arg| {
        let help = words.cli(&format!("{name}.{}", arg.get_id()));
        arg.help(help)
    });
    if speaks_for_itself(words) {
        laid_out(command, name, words)
    } else {
        command
    }
}

/// A command whose help is laid out in the words of a language.
fn laid_out(command: Command, name: &str, words: &'static Words) -> Command {
    let template = format!("{{about}}\n\n{}{{usage}}\n\n{{all-args}}", words.cli_usage);
    let mut command = command
        .help_template(template)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            clap::Arg::new("help")
                .short('h')
                .long("help")
                .display_order(100)
                .action(clap::ArgAction::Help)
                .help(words.cli_help),
        );
    if name == PROGRAM {
        command = command.arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .display_order(101)
                .action(clap::ArgAction::Version)
                .help(words.cli_version),
        );
    }
    let command = command.mut_args(|arg| {
        let heading = if arg.is_positional() {
            words.cli_arguments
        } else {
            words.cli_options
        };
        // The words say what the values are and which one holds by default.
        let takes_value = arg.get_action().takes_values();
        arg.help_heading(heading)
            .hide_possible_values(takes_value)
            .hide_default_value(takes_value)
    });
    // Clap writes its own word for the options.
    let usage = command.clone().render_usage().to_string();
    let usage = usage
        .trim_start_matches("Usage: ")
        .replace("[OPTIONS]", &format!("[{}]", words.cli_options));
    let usage = match name {
        PROGRAM => usage,
        _ => format!("{PROGRAM} {usage}"),
    };
    command.override_usage(usage)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::i18n::table;

    #[test]
    fn the_command_line_is_sound_in_every_language() {
        for lang in Lang::ALL {
            command(lang).debug_assert();
        }
    }

    #[test]
    fn every_command_and_argument_has_its_words() {
        let program = Cli::command();
        let mut codes = BTreeSet::new();
        for command in program.get_subcommands().chain([&program]) {
            let name = command.get_name();
            codes.insert(name.to_owned());
            let ids = command.get_arguments().map(clap::Arg::get_id);
            let ids = ids.filter(|id| !["help", "version"].contains(&id.as_str()));
            codes.extend(ids.map(|id| format!("{name}.{id}")));
        }
        let codes = codes.iter().map(String::as_str);
        assert_eq!(table::wrong_codes("cli", codes), Vec::<String>::new());
    }
}
