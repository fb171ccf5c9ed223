//! Wrong usage, told in Chinese: what was found, what was expected, what to do. In English clap's
//! own words serve.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What stands before a range in the errors of the value parsers of [`super::values`].
pub const EXPECTED: &str = "expected ";

/// The message for an error of the arguments, without a line end.
pub fn in_chinese(error: &clap::Error) -> String {
    let word = |kind| words(error, kind).join("、");
    let argument = word(ContextKind::InvalidArg);
    let value = word(ContextKind::InvalidValue);
    let mut lines = vec![match error.kind() {
        ErrorKind::UnknownArgument => format!("没有这个选项或参数：{argument}"),
        ErrorKind::InvalidSubcommand => {
            format!("没有这个命令：{}", word(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} 后面要有一个值"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("{argument} 不能是“{value}”")
        }
        ErrorKind::MissingRequiredArgument => format!("还缺：{argument}"),
        ErrorKind::ArgumentConflict => match word(ContextKind::PriorArg) {
            prior if prior.is_empty() || prior == argument => format!("{argument} 只能用一次"),
            prior => format!("{argument} 不能与 {prior} 同用"),
        },
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            format!("{argument} 的值的个数不对")
        }
        _ => error.to_string().trim_end().to_owned(),
    }];
    let expected = error.source().map(ToString::to_string);
    if let Some(range) = expected.as_deref().and_then(|e| e.strip_prefix(EXPECTED)) {
        lines.push(format!("应为：{range}"));
    }
    let valid = word(ContextKind::ValidValue);
    if !valid.is_empty() {
        lines.push(format!("可以是：{valid}"));
    }
    let near = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let near: Vec<String> = near
        .into_iter()
        .flat_map(|kind| words(error, kind))
        .collect();
    if !near.is_empty() {
        lines.push(format!("是不是：{}", near.join("、")));
    }
    lines.push("用法见 jianbao --help".to_owned());
    lines.join("\n  ")
}

/// What clap knows of a kind, as words.
fn words(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::command;
    use crate::i18n::Lang;

    fn told(args: &str) -> String {
        let args = ["jianbao"].into_iter().chain(args.split(' '));
        let error = command(Lang::Zh).try_get_matches_from(args).unwrap_err();
        in_chinese(&error)
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
