//! Wrong usage, told in the words of a language: what was found, what was expected, what to do. For English clap's
//! own words serve.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::i18n::Words;

/// What stands before a range in the errors of the value parsers of [`super::args`].
pub const EXPECTED: &str = "expected ";

/// The message for an error of the arguments, without a line end.
pub fn told(error: &clap::Error, words: &Words) -> String {
    let list = |kind| parts(error, kind).join(words.list_comma);
    let mut lines = vec![wrong(error, words)];
    let expected = error.source().map(ToString::to_string);
    if let Some(range) = expected.as_deref().and_then(|e| e.strip_prefix(EXPECTED)) {
        lines.push(words.usage_expected(range));
    }
    let possible = list(ContextKind::ValidValue);
    if !possible.is_empty() {
        lines.push(words.usage_possible(possible));
    }
    let near = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let near: Vec<String> = near
        .into_iter()
        .flat_map(|kind| parts(error, kind))
        .collect();
    if !near.is_empty() {
        lines.push(words.usage_near(near.join(words.list_comma)));
    }
    lines.push(words.usage_help.to_owned());
    lines.join("\n  ")
}

/// What is wrong, in one line.
fn wrong(error: &clap::Error, words: &Words) -> String {
    let list = |kind| parts(error, kind).join(words.list_comma);
    let argument = list(ContextKind::InvalidArg);
    let value = list(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => words.usage_unknown(argument),
        ErrorKind::InvalidSubcommand => {
            words.usage_no_command(list(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => words.usage_no_value(argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            words.usage_bad_value(argument, value)
        }
        ErrorKind::MissingRequiredArgument => words.usage_missing(argument),
        ErrorKind::ArgumentConflict => match list(ContextKind::PriorArg) {
            prior if prior.is_empty() || prior == argument => words.usage_once(argument),
            prior => words.usage_conflict(argument, prior),
        },
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            words.usage_values(argument)
        }
        _ => error.to_string().trim_end().to_owned(),
    }
}

/// What clap knows of a kind, as words.
fn parts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::cli::args::command;
    use crate::i18n::Lang;

    fn told(args: &str) -> String {
        let args = ["jianbao"].into_iter().chain(args.split(' '));
        let error = command(Lang::Zh).try_get_matches_from(args).unwrap_err();
        super::told(&error, Lang::Zh.words())
    }

    #[test]
    fn wrong_usage_is_told_in_chinese() {
        for (args, words) in [
            (
                "--colour never",
                "没有这个选项或参数：--colour\n  是不是：--color",
            ),
            ("show", "还缺：<REF>"),
            (
                "show x --width 5",
                "--width <N> 不能是“5”\n  应为：12..1000",
            ),
            (
                "export x --width 7",
                "--width <N> 不能是“7”\n  应为：0, 12..1000",
            ),
            ("compare 20x", "[YEAR]... 不能是“20x”\n  应为：1900..2199"),
            (
                "compare --format xls",
                "--format <FORMAT> 不能是“xls”\n  可以是：table、txt、md、csv、json",
            ),
            ("show x --json --outline", "--json 不能与 --outline 同用"),
            ("list --json --json", "--json 只能用一次"),
            ("list --lang", "--lang <LANG> 后面要有一个值"),
        ] {
            let told = told(args);
            assert!(told.starts_with(words), "{args}: {told}");
            assert!(told.ends_with("用法见 jianbao --help"), "{told}");
        }
    }
}
