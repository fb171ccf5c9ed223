//! The reader: what it is opened on, and what the config and the folders of the user say to it.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use crate::files::memory;
use crate::i18n::Lang;
use crate::keymap::{custom::Misbound, rows::Keymap};
use crate::load::Checks;
use crate::load::config::Config;
use crate::screens::all;
use crate::tui::{self, Custom};

use super::context::{Context, open, user_folder};
use super::failure::Failure;
use super::library::{lay, tell_problems};
use super::out::tell;
use super::show::outlines;
use super::together::files;

/// Opens the reader, or prints the outline where standard output is no terminal.
pub fn read(
    paths: &[PathBuf],
    together: Option<&[String]>,
    context: &Context,
) -> Result<(), Failure> {
    let alone = together.filter(|_| paths.is_empty() && context.common.library.is_empty());
    let files = alone.and_then(files).unwrap_or_default();
    let paths = if files.is_empty() { paths } else { &files };
    let mut library = if paths.is_empty() {
        context.library(Checks::Errors)
    } else {
        open(paths, Checks::Errors)
    };
    if let Some(wanted) = together {
        library.together = Some(lay(context, &mut library, wanted)?);
    }
    if library.bulletins.is_empty() {
        tell_problems(&library, context);
        return Err(Failure::no_bulletins(context.lang));
    }
    if !io::stdout().is_terminal() {
        tell_problems(&library, context);
        return outlines(context, &library);
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
        let wrong = wrong.words(context.lang);
        tell(&context.lang.words().not_remembered_at_end(wrong));
    }
    match code {
        0 => Ok(()),
        code => Err(Failure::Signal(code)),
    }
}

/// What the config says of keys, and where the files are that are read and written; what is wrong with the
/// keys is told, and the usual ones hold. What came from standard input is neither read again nor
/// remembered.
fn custom(context: &Context, paths: Vec<PathBuf>) -> Custom {
    let (keymap, wrong) = match &context.config {
        Ok(config) => keymap(config, context.lang),
        Err(wrong) => (all::keymap(), vec![wrong.message(context.lang)]),
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
    all::keymap().with(&config.keys).map_or_else(
        |wrong| {
            let told = |one: &Misbound| lang.words().config_keys(one.words(lang));
            let wrong: Vec<String> = wrong.iter().map(told).collect();
            for line in &wrong {
                tell(&format!("jianbao: {line}"));
            }
            (all::keymap(), wrong)
        },
        |keymap| (keymap, Vec::new()),
    )
}
