//! What should have stood there, in words.

use super::problem::Expected;
use crate::i18n::Words;
use crate::model::Kind;

/// What a value should have been.
pub fn of_value(expected: Expected, words: &Words) -> String {
    match expected {
        Expected::Kind => of_kind(words),
        expected => words.expected(expected.code()).to_owned(),
    }
}

/// All kinds.
fn of_kind(words: &Words) -> String {
    let name = |kind: Kind| words.expected_kind_name(kind.code(), words.kind(kind.code()));
    words.expected_kind(Kind::ALL.map(name).join(words.list_comma))
}
