//! The command line's rim: finds the library, runs a command, turns errors into words and exit
//! codes (0 done, 1 a problem with the input, 2 wrong usage). A closed pipe ends quietly.

mod args;
mod commands;
mod entry;
mod export;
mod import;
mod indicators;
mod parallel;
mod search;
mod together;
mod usage;
mod values;

use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::app::keymap::{Keymap, Misbound};
use crate::files::{config::read as read_config, library as files, memory, path::is_folder};
use crate::i18n::Lang;
use crate::load::config::{Config, ConfigError};
use crate::load::{Checks, Library};
use crate::tui::{self, Custom};
use crate::width::Ambiguous;
use crate::wrap::Rules;
use args::{Ask, Cli, Common, LedgerFormat};
use together::Chosen;
use values::Color;

/// Why a command could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A problem with the input: exit code 1.
    #[error("{0}")]
    Input(String),
    /// What does not go together on the command line: exit code 2.
    #[error("{0}")]
    Usage(String),
    /// Output could not be written.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// A signal ended the reader: exit code 128 and its number.
    #[error("")]
    Signal(u8),
    /// Told already; only the exit code is left.
    #[error("")]
    Told,
}

impl Failure {
    fn no_bulletins(lang: Lang) -> Self {
        Self::Input(lang.words().no_bulletins.to_owned())
    }

    fn no_bulletin(id: &str, library: &Library, lang: Lang) -> Self {
        let known: Vec<&str> = library.bulletins.iter().map(|b| b.id.as_str()).collect();
        let words = lang.words().no_bulletin_named;
        Self::input(words, format!("{id} ({})", known.join(", ")))
    }

    fn input(words: &str, data: impl Display) -> Self {
        Self::Input(format!("{words}{data}"))
    }
}

/// What a command works with.
pub struct Context {
    /// Language of the interface.
    pub lang: Lang,
    /// Cells of ambiguous characters.
    pub ambiguous: Ambiguous,
    /// Where lines may end.
    pub rules: Rules,
    /// Whether colours may be used.
    pub color: bool,
    /// The user's config, or what is wrong with it.
    pub config: Result<Config, ConfigError>,
    common: Common,
}

impl Context {
    /// The library that a command reads: `--library`, `$JIANBAO_LIBRARY`, the config's,
    /// `./briefings`, else what is built in.
    pub fn library(&self, checks: Checks) -> Library {
        let paths = self.library_paths();
        if paths.is_empty() {
            files::built_in()
        } else {
            open(&paths, checks)
        }
    }

    fn library_paths(&self) -> Vec<PathBuf> {
        if !self.common.library.is_empty() {
            return self.common.library.clone();
        }
        if let Some(path) = variable("JIANBAO_LIBRARY") {
            return vec![PathBuf::from(path)];
        }
        if let Some(path) = self.config.as_ref().ok().and_then(|c| c.library.clone()) {
            return vec![path];
        }
        let here = PathBuf::from("briefings");
        if is_folder(&here) {
            vec![here]
        } else {
            Vec::new()
        }
    }
}

/// Runs the program on the arguments of the process.
pub fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let lang = language(&args);
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
            match lang {
                Lang::En => drop(error.print()),
                Lang::Zh => tell(&format!("jianbao: {}", usage::in_chinese(&error))),
            }
            return ExitCode::from(2);
        }
    };
    let no_color = variable("NO_COLOR").is_some();
    let context = Context {
        lang,
        // Output to a file or a pipe is not measured.
        ambiguous: cli.common.ambiguous.policy().unwrap_or_default(),
        rules: Rules {
            level: cli.common.line_break.into(),
            hang: cli.common.hanging,
            hang_lists: cli.common.hanging_lists,
            gap: cli.common.latin_gap,
            ..Rules::default()
        },
        color: match cli.common.color {
            Color::Auto => !no_color,
            Color::Always => true,
            Color::Never => false,
        },
        config: config(),
        common: cli.common.clone(),
    };
    if let Err(wrong) = &context.config {
        tell(&format!("jianbao: {}", wrong.message(lang)));
    }
    finish(run(cli, &context), lang)
}

/// An environment variable that is not empty.
fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// A folder of the user's own: that of a variable, else one below the home folder.
fn user_folder(name: &str, below_home: &str) -> Option<PathBuf> {
    let home = || Some(PathBuf::from(variable("HOME")?).join(below_home));
    variable(name).map(PathBuf::from).or_else(home)
}

/// The config of `$JIANBAO_CONFIG`, else of the user's config folder.
fn config() -> Result<Config, ConfigError> {
    let usual = || Some(user_folder("XDG_CONFIG_HOME", ".config")?.join("jianbao/config.yaml"));
    let path = variable("JIANBAO_CONFIG").map(PathBuf::from).or_else(usual);
    path.map_or(Ok(Config::default()), |path| read_config(&path))
}

/// What the config says of keys, and where the files are that are read and written; what is wrong with the
/// keys is told, and the usual ones hold. What came from standard input is neither read again nor
/// remembered.
fn custom(context: &Context, paths: Vec<PathBuf>) -> Custom {
    let (keymap, wrong) = match &context.config {
        Ok(config) => keymap(config, context.lang),
        Err(wrong) => (Keymap::default(), vec![wrong.message(context.lang)]),
    };
    let again = !paths.iter().any(|path| path.as_os_str() == "-");
    let folder = user_folder("XDG_STATE_HOME", ".local/state").filter(|_| again);
    let cache = user_folder("XDG_CACHE_HOME", ".cache");
    Custom {
        keymap,
        wrong,
        cache: cache.map(|folder| folder.join("jianbao")),
        state: folder.map(|folder| memory::file_of(&folder, &paths)),
        paths: if again { paths } else { Vec::new() },
    }
}

/// The keymap of a config; where something is wrong, the usual one and what that is.
fn keymap(config: &Config, lang: Lang) -> (Keymap, Vec<String>) {
    Keymap::with(&config.keys).map_or_else(
        |wrong| {
            let words = lang.words().config_keys;
            let told = |one: &Misbound| format!("{words}{}", one.words(lang));
            let wrong: Vec<String> = wrong.iter().map(told).collect();
            for line in &wrong {
                tell(&format!("jianbao: {line}"));
            }
            (Keymap::default(), wrong)
        },
        |keymap| (keymap, Vec::new()),
    )
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

/// A line on standard error. Nothing is left to do if even that cannot be written.
pub fn tell(line: &str) {
    let _ = writeln!(io::stderr(), "{}", crate::width::visible_text(line));
}

/// The language: `--lang` wherever it stands, else the locale. Known before the arguments are
/// read, because their help speaks it.
fn language(args: &[OsString]) -> Lang {
    let words: Vec<_> = args.iter().skip(1).map(|a| a.to_string_lossy()).collect();
    let asked = words
        .iter()
        .enumerate()
        .find_map(|(at, word)| match word.strip_prefix("--lang") {
            Some("") => words.get(at + 1).map(std::string::ToString::to_string),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => None,
        });
    match asked.as_deref() {
        Some("zh") => Lang::Zh,
        Some("en") => Lang::En,
        _ => {
            let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
                .iter()
                .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
            Lang::of_locale(locale.as_deref().unwrap_or_default())
        }
    }
}

fn run(cli: Cli, context: &Context) -> Result<(), Failure> {
    if cli.together.is_some() && !matches!(cli.command, None | Some(Ask::Compare { .. })) {
        return Err(Failure::Usage(
            context.lang.files().together_where.to_owned(),
        ));
    }
    let laid = cli.together;
    match cli.command {
        None => read(&cli.paths, laid.as_deref(), context),
        Some(Ask::List { json }) => commands::list(context, json),
        Some(Ask::Show {
            reference,
            width,
            outline,
            json,
        }) => commands::show(context, &reference, width, outline, json),
        Some(Ask::Compare {
            years,
            series,
            together,
            text,
            section,
            format,
            output,
        }) => {
            let format = format.unwrap_or_else(|| LedgerFormat::of(&output));
            let chosen = Chosen::of(series, together.or(laid));
            if text {
                parallel::texts(context, &years, (chosen, section), format, &output)
            } else {
                commands::compare(context, &years, chosen, format, &output)
            }
        }
        Some(Ask::Terms {
            words,
            series,
            json,
        }) => parallel::terms(context, &words, series, json),
        Some(Ask::Search(wanted)) => search::search(context, wanted),
        Some(Ask::Export(taken)) => export::export(context, &taken),
        Some(Ask::Import {
            files,
            output,
            force,
            figures,
        }) => import::import(
            context,
            &files,
            &import::Wanted {
                output,
                force,
                figures,
            },
        ),
        Some(Ask::Figures { .. }) => commands::figures(),
        Some(Ask::Indicators { json }) => commands::indicators(context, json),
        Some(Ask::Check { paths, json }) => commands::check(context, &paths, json),
    }
}

/// Reads files and folders; `-` is standard input.
pub fn open(paths: &[PathBuf], checks: Checks) -> Library {
    let is_stdin = |path: &&PathBuf| path.as_os_str() == "-";
    if !paths.iter().any(|path| is_stdin(&path)) {
        return files::read_paths(paths, checks);
    }
    let mut library = files::read_stream("-", io::stdin().lock(), checks);
    let rest: Vec<PathBuf> = paths
        .iter()
        .filter(|path| !is_stdin(path))
        .cloned()
        .collect();
    library.merge(files::read_paths(&rest, checks));
    library
}

/// Opens the reader, or prints the outline where standard output is no terminal.
fn read(paths: &[PathBuf], together: Option<&[String]>, context: &Context) -> Result<(), Failure> {
    let alone = together.filter(|_| paths.is_empty() && context.common.library.is_empty());
    let files = alone.and_then(together::files).unwrap_or_default();
    let paths = if files.is_empty() { paths } else { &files };
    let mut library = if paths.is_empty() {
        context.library(Checks::Errors)
    } else {
        open(paths, Checks::Errors)
    };
    if let Some(wanted) = together {
        library.together = Some(commands::lay(context, &mut library, wanted)?);
    }
    if library.bulletins.is_empty() {
        commands::tell_problems(&library, context);
        return Err(Failure::no_bulletins(context.lang));
    }
    if !io::stdout().is_terminal() {
        commands::tell_problems(&library, context);
        return commands::outlines(context, &library);
    }
    let options = tui::Options {
        lang: context.lang,
        ambiguous: context.common.ambiguous.policy(),
        rules: context.rules,
        color: context.color,
    };
    let paths = if paths.is_empty() {
        context.library_paths()
    } else {
        paths.to_vec()
    };
    let mut custom = custom(context, paths);
    if together.is_some() {
        // It opens where it was told to, not where it was left, and leaves that place as it is.
        custom.state = None;
    }
    let (code, wrong) = tui::run(library, options, custom)?;
    if let Some(wrong) = wrong {
        let told = context.lang.words().not_remembered_at_end;
        tell(&format!("{told}{}", wrong.words(context.lang)));
    }
    match code {
        0 => Ok(()),
        code => Err(Failure::Signal(code)),
    }
}
