//! What every command works with: the options that hold everywhere, the config, and where the library is. It does
//! not know which commands there are.

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;

use crate::files::path::is_folder;
use crate::files::{config, library};
use crate::i18n::Lang;
use crate::load::config::{Config, ConfigError};
use crate::load::{Checks, Library};
use crate::width::Ambiguous;
use crate::wording::paragraph::Setup;
use crate::wrap::Rules;

use super::options::Common;
use super::values::Color;

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
    /// The options of every command.
    pub common: Common,
}

impl Context {
    /// What the options and the surroundings say.
    pub fn new(common: &Common, lang: Lang) -> Self {
        let no_color = variable("NO_COLOR").is_some();
        Self {
            lang,
            // Output to a file or a pipe is not measured.
            ambiguous: common.ambiguous.policy().unwrap_or_default(),
            rules: Rules {
                level: common.line_break.into(),
                hang: common.hanging,
                hang_lists: common.hanging_lists,
                gap: common.latin_gap,
                ..Rules::default()
            },
            color: match common.color {
                Color::Auto => !no_color,
                Color::Always => true,
                Color::Never => false,
            },
            config: config(),
            common: common.clone(),
        }
    }

    /// How text is set in lines of so many cells, 0 for one line per paragraph.
    pub fn setup(&self, cells: usize) -> Setup {
        Setup {
            cells,
            ambiguous: self.ambiguous,
            rules: self.rules,
        }
    }

    /// The library that a command reads: `--library`, `$JIANBAO_LIBRARY`, the config's,
    /// `./briefings`, else what is built in.
    pub fn library(&self, checks: Checks) -> Library {
        let paths = self.library_paths();
        if paths.is_empty() {
            library::built_in()
        } else {
            open(&paths, checks)
        }
    }

    /// Where the library is, if it is not what is built in.
    pub fn library_paths(&self) -> Vec<PathBuf> {
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

/// An environment variable that is not empty.
fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// A folder of the user's own: that of a variable, else one below the home folder.
pub fn user_folder(name: &str, below_home: &str) -> Option<PathBuf> {
    let home = || Some(PathBuf::from(variable("HOME")?).join(below_home));
    variable(name).map(PathBuf::from).or_else(home)
}

/// The config of `$JIANBAO_CONFIG`, else of the user's config folder.
fn config() -> Result<Config, ConfigError> {
    let usual = || Some(user_folder("XDG_CONFIG_HOME", ".config")?.join("jianbao/config.yaml"));
    let path = variable("JIANBAO_CONFIG").map(PathBuf::from).or_else(usual);
    path.map_or(Ok(Config::default()), |path| config::read(&path))
}

/// Reads files and folders; `-` is standard input.
pub fn open(paths: &[PathBuf], checks: Checks) -> Library {
    let is_stdin = |path: &&PathBuf| path.as_os_str() == "-";
    if !paths.iter().any(|path| is_stdin(&path)) {
        return library::read_paths(paths, checks);
    }
    let mut library = library::read_stream("-", io::stdin().lock(), checks);
    let rest: Vec<PathBuf> = paths
        .iter()
        .filter(|path| !is_stdin(path))
        .cloned()
        .collect();
    library.merge(library::read_paths(&rest, checks));
    library
}
