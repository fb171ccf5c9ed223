//! The text of the user's config: where the bulletins are, and which keys do what.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

use crate::i18n::Lang;

/// What the config says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Where the bulletins are, if no argument says so.
    pub library: Option<PathBuf>,
    /// Names of actions with the keys they are to have.
    pub keys: Vec<(String, Vec<String>)>,
}

/// Why a config is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// Its file.
    pub path: PathBuf,
    /// What is wrong.
    pub fault: ConfigFault,
}

/// What is wrong with a config.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigFault {
    /// The system's word for why it cannot be read.
    Unreadable(String),
    /// No text, or no file that can be read.
    NotText,
    /// Not what a config says; the parser's words, with the line.
    Syntax(String),
}

impl ConfigError {
    /// What is wrong, in one sentence: where, what was found, what was expected.
    pub fn message(&self, lang: Lang) -> String {
        let words = lang.words();
        let found = match &self.fault {
            ConfigFault::Unreadable(why) | ConfigFault::Syntax(why) => why,
            ConfigFault::NotText => words.config_no_text,
        };
        words.config_wrong(found, self.path.display())
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[serde(alias = "简报库")]
    library: Option<PathBuf>,
    #[serde(alias = "按键")]
    keys: Option<BTreeMap<String, Keys>>,
}

/// One key, or several.
#[derive(Deserialize)]
#[serde(untagged)]
enum Keys {
    One(String),
    Several(Vec<String>),
}

/// What the text of a config says.
///
/// # Errors
/// [`ConfigFault::Syntax`].
pub fn parse(text: &str) -> Result<Config, ConfigFault> {
    if text
        .lines()
        .all(|line| line.trim().is_empty() || line.trim().starts_with('#'))
    {
        return Ok(Config::default());
    }
    let raw: Raw =
        serde_yaml::from_str(text).map_err(|error| ConfigFault::Syntax(error.to_string()))?;
    let keys = raw.keys.unwrap_or_default().into_iter();
    let several = |keys| match keys {
        Keys::One(key) => vec![key],
        Keys::Several(keys) => keys,
    };
    Ok(Config {
        library: raw.library,
        keys: keys.map(|(name, keys)| (name, several(keys))).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn library_and_keys_are_read_in_both_languages() {
        let config = parse("简报库: /srv/简报\n按键:\n  find: F8\n  compare.filter: [f, \"4\"]\n");
        let keys = vec![
            (
                "compare.filter".to_owned(),
                vec!["f".to_owned(), "4".to_owned()],
            ),
            ("find".to_owned(), vec!["F8".to_owned()]),
        ];
        let library = Some(PathBuf::from("/srv/简报"));
        assert_eq!(config, Ok(Config { library, keys }));
        for nothing in ["", "# 无\n\n"] {
            assert_eq!(parse(nothing), Ok(Config::default()));
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (text, told) in [
            ("library: /a\nkees:\n  find: F8\n", "kees"),
            ("keys:\n  find: {a: b}\n", "line 2"),
            ("keys: [\n", "line"),
        ] {
            let Err(ConfigFault::Syntax(error)) = parse(text) else {
                panic!("{text} is taken");
            };
            assert!(error.contains(told), "{error}");
        }
    }
}
