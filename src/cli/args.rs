//! The command line: what can be asked for, in Chinese and English.

use std::path::PathBuf;

use clap::{Command, CommandFactory, Parser};

use crate::i18n::{COMMAND_LINE, Lang};

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
