//! The user's config: where the bulletins are, and which keys do what.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::file::read_file;
use crate::encoding;
use crate::i18n::Lang;

/// What the config says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Where the bulletins are, if no argument says so.
    pub library: Option<PathBuf>,
    /// Names of actions with the keys they are to have.
    pub keys: Vec<(String, Vec<String>)>,
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

/// Reads a config; one that does not exist says nothing.
///
/// # Errors
/// What is wrong with it, in words: where, what was expected, what was found.
pub fn read_config(path: &Path, lang: Lang) -> Result<Config, String> {
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Config::default()),
        Err(error) => return Err(wrong(path, &error.to_string(), lang)),
    };
    let bytes = read_file(path, &metadata).map_err(|_| wrong(path, unreadable(lang), lang))?;
    let text = encoding::decode(&bytes).map_err(|_| wrong(path, unreadable(lang), lang))?;
    parse(&text.text).map_err(|found| wrong(path, &found, lang))
}

fn unreadable(lang: Lang) -> &'static str {
    lang.words().config_no_text
}

fn parse(text: &str) -> Result<Config, String> {
    if text
        .lines()
        .all(|line| line.trim().is_empty() || line.trim().starts_with('#'))
    {
        return Ok(Config::default());
    }
    let raw: Raw = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
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

fn wrong(path: &Path, found: &str, lang: Lang) -> String {
    lang.words().config_wrong(found, path.display())
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
            let error = parse(text).unwrap_err();
            assert!(error.contains(told), "{error}");
        }
    }
}
