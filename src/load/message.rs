//! Problems in words: what is wrong, and where.

use super::expected::of_value;
use super::mistake_words;
use super::problem::{Fault, Shape, TableFault};
use super::schema::chinese_of;
use crate::i18n::{Lang, Words};
use crate::model::Kind;

/// Where a problem stands: lists by their names in the language.
pub fn path(path: &str, lang: Lang) -> String {
    let Some((section, list)) = path.rsplit_once(" › ") else {
        return path.to_owned();
    };
    let (list, number) = list.split_once(' ').unwrap_or((list, ""));
    let list = lang.words().key_name(chinese_of(list), list);
    format!("{section} › {list} {number}")
}

/// A key by its names in the language.
fn key_names(name: &str, words: &Words) -> String {
    match chinese_of(name) {
        chinese if chinese == name => words.key_only(name),
        chinese => words.key_named(chinese, name),
    }
}

/// What is wrong, in one sentence.
pub fn message(fault: &Fault, lang: Lang) -> String {
    let words = lang.words();
    match fault {
        Fault::Unreadable(why) => words.fault_unreadable(why),
        Fault::NotAFile(special) => words.not_a_file(special.code()).to_owned(),
        Fault::TooLarge { bytes, limit } => words.fault_too_large(limit >> 20, bytes >> 20),
        Fault::NotText(byte) => words.fault_not_text(format_args!("{byte:02X}")),
        Fault::Control(c) => words.fault_control(code_point(*c)),
        Fault::Empty => words.fault_empty.to_owned(),
        Fault::Doubtful(doubt) => words.fault_doubtful(doubt.words(lang), doubt.number),
        Fault::Syntax(detail) => words.fault_syntax(detail),
        Fault::SeveralDocuments => words.fault_several_documents.to_owned(),
        Fault::SelfAlias => words.fault_self_alias.to_owned(),
        Fault::More(count) => words.fault_more(count),
        Fault::Joined => words.fault_joined.to_owned(),
        Fault::Folded => words.fault_folded.to_owned(),
        Fault::LineSeparator(c) => words.fault_line_separator(code_point(*c)),
        Fault::TooDeep(limit) => words.fault_too_deep(limit),
        Fault::TooManyAliases(limit) => words.fault_too_many_aliases(limit),
        Fault::WrongShape {
            key,
            expected,
            found,
        } => wrong_shape(key, (*expected, *found), words),
        Fault::UnknownKey { key, .. } => words.fault_unknown_key(key),
        Fault::DuplicateKey { key, first } => words.fault_duplicate_key(key, first),
        Fault::BadLink => words.fault_bad_link.to_owned(),
        Fault::Missing(key, name) => words.fault_missing(name, key),
        Fault::BadValue {
            key,
            found,
            expected,
        } => words.fault_bad_value(of_value(*expected, words), found, key_names(key, words)),
        Fault::QuoteMissing { .. } => words.fault_quote_missing.to_owned(),
        Fault::NoSections => words.fault_no_sections.to_owned(),
        Fault::Misplaced { list, kind } => {
            let kind = Kind::parse(kind).map_or(*kind, |kind| words.kind(kind.code()));
            words.fault_misplaced(kind, key_names(list, words))
        }
        Fault::UnreadValue(value) => words.fault_unread_value(value),
        Fault::Decoded(encoding) => words.fault_decoded(encoding),
        Fault::SameId { id, other } => words.fault_same_id(id, other),
        Fault::File(fault) => fault.message(lang),
        Fault::Time(fault) => fault.message(lang),
        Fault::Mistake(mistake) => mistake_words::message(mistake, words),
        Fault::Table(fault) => of_table(*fault, words),
    }
}

fn code_point(c: char) -> String {
    format!("{:04X}", u32::from(c))
}

fn wrong_shape(key: &str, (expected, found): (Shape, Shape), words: &Words) -> String {
    let whole = words.whole_file;
    let subject = if key.is_empty() { whole } else { key };
    let [expected, found] = [expected, found].map(|shape| words.shape(shape.code()));
    words.fault_wrong_shape(expected, found, subject)
}

fn of_table(fault: TableFault, words: &Words) -> String {
    match fault {
        TableFault::Beyond { last, lines } => words.table_ends_late(last, lines),
        TableFault::Overlap { line } => words.table_overlaps(line),
    }
}
