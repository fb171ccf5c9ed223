//! How much of a text was read, in words.

use crate::i18n::Lang;

/// Minutes from which hours are told.
const HOURS_FROM: usize = 120;

/// Sections that were read, the characters that are left, the minutes they take; what can be left out stands last.
pub fn parts(
    (read, sections): (usize, usize),
    (characters, minutes): (usize, usize),
    lang: Lang,
) -> Vec<String> {
    let words = lang.words();
    let mut parts = vec![words.sections_read(read, sections)];
    if characters > 0 {
        parts.push(words.characters_left(characters));
        parts.push(if minutes < HOURS_FROM {
            words.minutes_left(minutes)
        } else {
            words.hours_left((minutes + 30) / 60)
        });
    }
    parts
}
