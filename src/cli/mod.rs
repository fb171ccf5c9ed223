//! The command line's rim: finds the library, runs a command, turns errors into words and exit
//! codes (0 done, 1 a problem with the input, 2 wrong usage). A closed pipe ends quietly.

mod args;
mod check;
mod commands;
mod compare;
mod context;
mod export;
mod failure;
mod figures;
mod import;
mod indicators;
mod language;
mod library;
mod list;
mod options;
mod out;
mod parallel;
mod read;
mod search;
mod show;
mod table;
mod terms;
mod together;
mod usage;
mod values;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::i18n::Lang;
use args::Cli;
use context::Context;
use failure::Failure;
use out::tell;

/// Runs the program on the arguments of the process.
pub fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let lang = language::language(&args);
    let parsed = args::command(lang)
        .try_get_matches_from(args)
        .and_then(|m| Cli::from_arg_matches(&m));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version end with 0, wrong usage with 2; a closed pipe is no failure.
            if !error.use_stderr() {
                let _ = error.print();
                return ExitCode::SUCCESS;
            }
            let words = lang.words();
            if args::speaks_for_itself(words) {
                tell(&format!("jianbao: {}", usage::told(&error, words)));
            } else {
                drop(error.print());
            }
            return ExitCode::from(2);
        }
    };
    let context = Context::new(&cli.common, lang);
    if let Err(wrong) = &context.config {
        tell(&format!("jianbao: {}", wrong.message(lang)));
    }
    let done = match cli.command {
        Some(command) => command.run(cli.together, &context),
        None => read::read(&cli.paths, cli.together.as_deref(), &context),
    };
    finish(done, lang)
}

fn finish(done: Result<(), Failure>, lang: Lang) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Told) => ExitCode::FAILURE,
        Err(Failure::Signal(code)) => ExitCode::from(code),
        Err(Failure::Io(error)) => {
            let words = lang.write_error(&error);
            tell(&format!("jianbao: {}: {words}", lang.words().error));
            ExitCode::FAILURE
        }
        Err(Failure::File(path, error)) => {
            let (path, words) = (path.display(), lang.words());
            let what = match error.kind() {
                io::ErrorKind::AlreadyExists => format!("{}{path}", words.file_exists),
                _ => format!("{path}: {}", lang.write_error(&error)),
            };
            tell(&format!("jianbao: {}: {what}", words.error));
            ExitCode::FAILURE
        }
        Err(Failure::Usage(words)) => {
            tell(&format!("jianbao: {}: {words}", lang.words().error));
            ExitCode::from(2)
        }
        Err(failure) => {
            tell(&format!("jianbao: {}: {failure}", lang.words().error));
            ExitCode::FAILURE
        }
    }
}
