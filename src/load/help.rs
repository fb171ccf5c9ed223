//! What to do about a problem, in words.

use super::diagnose::edit_distance;
use super::mistake_words;
use super::problem::{Expected, Fault};
use super::schema::chinese_of;
use crate::calendar::Date;
use crate::i18n::{Lang, Words};
use crate::import::doubt::Doubt;
use crate::model::Kind;

/// What to do about it; empty if the message says all.
pub fn help(fault: &Fault, lang: Lang) -> String {
    let words = lang.words();
    match fault {
        Fault::UnknownKey { nearest, known, .. } => unknown_key(*nearest, known, words),
        Fault::Missing(key, _) => words.help_missing(chinese_of(key), key),
        Fault::QuoteMissing { agrees, follows } if !agrees.is_empty() => {
            words.help_quote_differs(agrees, follows)
        }
        Fault::BadValue {
            found, expected, ..
        } => suggestion(found, *expected)
            .map_or_else(String::new, |better| words.help_better_value(better)),
        Fault::File(fault) => fault.help(lang),
        Fault::Time(fault) => fault.help(lang),
        fault => said(fault, words).to_owned(),
    }
}

/// What to do about a problem of which always the same is said.
fn said(fault: &Fault, words: &Words) -> &'static str {
    match fault {
        Fault::Unreadable(_) => words.help_unreadable,
        Fault::NotAFile(special) => words.not_a_file_help(special.code()),
        Fault::TooLarge { .. } => words.help_too_large,
        Fault::NotText(_) => words.help_not_text,
        Fault::Control(_) => words.help_control,
        Fault::Empty | Fault::NoSections => words.help_empty,
        Fault::Syntax(_) => words.help_syntax,
        Fault::SeveralDocuments => words.help_several_documents,
        Fault::SelfAlias | Fault::TooManyAliases(_) => words.help_aliases,
        Fault::More(_) => words.help_more,
        Fault::Joined | Fault::Folded => words.help_block,
        Fault::TooDeep(_) => words.help_too_deep,
        Fault::WrongShape { expected, .. } => words.shape_help(expected.code()),
        Fault::DuplicateKey { .. } => words.help_duplicate_key,
        Fault::BadLink => words.help_bad_link,
        Fault::QuoteMissing { .. } => words.help_quote,
        Fault::Misplaced {
            list: "targets", ..
        } => words.help_targets,
        Fault::Misplaced { .. } => words.help_results,
        Fault::SameId { .. } => words.help_same_id,
        Fault::Table(_) => words.table_lines,
        Fault::Mistake(mistake) => mistake_words::help(mistake, words),
        Fault::Doubtful(doubt) => of_doubt(doubt, words),
        Fault::UnreadValue(_) | Fault::LineSeparator(_) | Fault::Decoded(_) => "",
        // What is to be said of these depends on what was found.
        Fault::UnknownKey { .. } | Fault::Missing(..) | Fault::BadValue { .. } => "",
        Fault::File(_) | Fault::Time(_) => "",
    }
}

/// What to do about what the import of a raw document was unsure of.
fn of_doubt(doubt: &Doubt, words: &Words) -> &'static str {
    if doubt.is_of_yaml() {
        words.doubt_quote_value
    } else {
        words.doubt_to_mend
    }
}

/// A value of the expected kind that the one found is near to: 2022年1月6日 is a date, 安排 a kind.
fn suggestion(found: &str, expected: Expected) -> Option<String> {
    match expected {
        Expected::Date => {
            let numbers: Vec<&str> = found
                .split(|c: char| !c.is_ascii_digit())
                .filter(|part| !part.is_empty())
                .collect();
            let [year, month, day] = numbers.as_slice() else {
                return None;
            };
            let date = Date::parse(&format!("{year}-{month:0>2}-{day:0>2}"))?;
            Some(date.to_string())
        }
        Expected::Kind => {
            let near = |kind: &Kind| {
                let chinese = found.chars().count() >= 2 && kind.chinese().contains(found);
                chinese || edit_distance(&found.to_lowercase(), kind.code()) <= 2
            };
            let kind = Kind::ALL.into_iter().find(near)?;
            let name = if found.is_ascii() {
                kind.code()
            } else {
                kind.chinese()
            };
            Some(name.to_owned())
        }
        _ => None,
    }
}

fn unknown_key(nearest: Option<(&str, &str)>, known: &[&str], words: &Words) -> String {
    if let Some((key, name)) = nearest {
        return words.help_better_key(name, key);
    }
    let names = known.iter().map(|key| words.key_name(chinese_of(key), key));
    let names: Vec<String> = names.collect();
    words.help_known_keys(names.join(words.list_comma))
}
