//! The language the program speaks: what the command line asks for, else the locale. Known before the arguments are
//! read, because their help speaks it.

use std::ffi::OsString;

use crate::i18n::Lang;

/// The language: `--lang` wherever it stands, else the locale.
pub fn language(args: &[OsString]) -> Lang {
    let words: Vec<_> = args.iter().skip(1).map(|a| a.to_string_lossy()).collect();
    let asked = words
        .iter()
        .enumerate()
        .find_map(|(at, word)| match word.strip_prefix("--lang") {
            Some("") => words.get(at + 1).map(std::string::ToString::to_string),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => None,
        });
    match asked.as_deref().and_then(Lang::of_code) {
        Some(lang) => lang,
        None => {
            let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
                .iter()
                .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
            Lang::of_locale(locale.as_deref().unwrap_or_default())
        }
    }
}
