//! Usual mistakes of YAML in words.

use super::problem::Mistake;
use crate::i18n::Words;

/// What is wrong, in one sentence.
pub fn message(mistake: &Mistake, words: &Words) -> String {
    match mistake {
        Mistake::Tab => words.yaml_tab.to_owned(),
        Mistake::KeyMark { key, mark: '：' } => words.yaml_wide_colon(key),
        Mistake::KeyMark { key, mark } => words.yaml_key_mark(key, mark),
        Mistake::NoSpace(sign) => words.yaml_no_space(sign),
        Mistake::OddSpace('\u{3000}') => words.yaml_wide_space.to_owned(),
        Mistake::OddSpace(c) => words.yaml_odd_space(format_args!("{:04X}", u32::from(*c))),
        Mistake::ListMark(sign) => words.yaml_list_mark(sign),
        Mistake::NeedsQuotes => words.yaml_needs_quotes.to_owned(),
        Mistake::Unclosed(sign) => words.yaml_unclosed(sign),
        Mistake::NoColon => words.yaml_no_colon.to_owned(),
        Mistake::Misaligned => words.yaml_misaligned.to_owned(),
        Mistake::BehindQuote => words.yaml_behind_quote.to_owned(),
        Mistake::Escape => words.yaml_escape.to_owned(),
    }
}

/// What to do about it.
pub fn help(mistake: &Mistake, words: &Words) -> &'static str {
    match mistake {
        Mistake::Tab => words.yaml_help_tab,
        Mistake::KeyMark { .. } => words.yaml_help_key_mark,
        Mistake::NoSpace(_) => words.yaml_help_no_space,
        Mistake::OddSpace(_) => words.yaml_help_odd_space,
        Mistake::ListMark(_) => words.yaml_help_list_mark,
        Mistake::NeedsQuotes => words.yaml_help_needs_quotes,
        Mistake::Unclosed(_) => words.yaml_help_unclosed,
        Mistake::NoColon => words.yaml_help_no_colon,
        Mistake::Misaligned => words.yaml_help_misaligned,
        Mistake::BehindQuote => words.yaml_help_behind_quote,
        Mistake::Escape => words.yaml_help_escape,
    }
}
