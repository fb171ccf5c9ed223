//! What counts as the same word when indicators are paired: widths, case, punctuation and spaces
//! do not matter.
//!
//! `5G+工业互联网`, `5G﹢工业互联网` and `“５Ｇ＋工业互联网”` are one name. Knows no words of a language.

mod letter;

use std::borrow::Cow;
use std::ops::Range;

pub use letter::{Letter, Letters};
use unicode_normalization::UnicodeNormalization;

use crate::text::chars::is_han;

/// The folded form: NFKC, lower case, letters, digits and `+` only.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_plain_letter(c) {
            out.push(c.to_ascii_lowercase());
        } else if !is_plain_mark(c) {
            return composed(text);
        }
    }
    out
}

/// Letters that NFKC leaves alone, whatever stands beside them but a combining mark: nearly all of a Chinese text.
fn is_plain_letter(c: char) -> bool {
    is_han(c) || matches!(c, '0'..='9' | 'a'..='z' | 'A'..='Z' | '+')
}

/// The commonest marks, of which NFKC makes others or the same: no letters.
fn is_plain_mark(c: char) -> bool {
    c.is_ascii()
        || matches!(c, '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{301b}' | '\u{ff01}'..='\u{ff0a}'
            | '\u{ff0c}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '—' | '‘'..='”' | '…' | '·')
}

/// [`fold`] for any text.
fn composed(text: &str) -> String {
    text.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric() || *c == '+')
        .collect()
}

/// The folded form of a text, with the positions its characters came from.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    text: String,
    /// For each byte of the folded text the byte range of its character in the source.
    source: Vec<(u32, u32)>,
}

impl Folded {
    /// Folds a text.
    pub fn of(text: &str) -> Self {
        let mut out = Self::default();
        for (at, c) in text.char_indices() {
            let range = (at as u32, (at + c.len_utf8()) as u32);
            if is_han(c) {
                out.text.push(c);
            } else {
                let mut buffer = [0; 4];
                out.text.push_str(&fold(c.encode_utf8(&mut buffer)));
            }
            out.source.resize(out.text.len(), range);
        }
        out
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The byte range of the source that folds to some words, if the folded text has them at a position.
    pub fn at(&self, place: usize, words: &str) -> Option<Range<usize>> {
        self.text.get(place..)?.starts_with(words).then_some(())?;
        let (start, _) = *self.source.get(place)?;
        let (_, end) = *self.source.get(place + words.len().checked_sub(1)?)?;
        Some(start as usize..end as usize)
    }

    /// Byte ranges of the source that fold to some folded words, without overlaps.
    pub fn places<'a>(&'a self, words: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let found = self.text.match_indices(words).filter(|_| !words.is_empty());
        found.filter_map(|(at, words)| self.at(at, words))
    }
}

/// The same characters in their narrow and small forms, marks and spaces kept: what differs in width
/// only becomes the same (，and ,).
pub fn narrowed(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).collect()
}

/// The folded form of a unit: NFKC, lower case, no spaces. Signs stay: % and ‰ are units.
pub fn fold_unit(unit: &str) -> Cow<'_, str> {
    // Most units are written so already.
    let folded = |c: char| is_han(c) || c.is_ascii_graphic() && !c.is_ascii_uppercase();
    if unit.chars().all(folded) {
        return Cow::Borrowed(unit);
    }
    unit.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|c| !c.is_whitespace())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plus_signs_and_quotes_of_all_widths_are_the_same() {
        let name = fold("5G+工业互联网");
        assert_eq!(fold("“5G﹢工业互联网”"), name);
        assert_eq!(fold("５Ｇ＋ 工业互联网"), name);
    }

    #[test]
    fn plain_characters_are_folded_as_all_others_are() {
        let plain: Vec<char> = (char::MIN..=char::MAX)
            .filter(|c| is_plain_letter(*c) || is_plain_mark(*c))
            .collect();
        assert!(plain.len() > 20_000);
        for c in &plain {
            let text = c.to_string();
            assert_eq!(fold(&text), composed(&text), "{c:?}");
        }
        // None of them makes another character with the one before.
        let marks: Vec<char> = plain.into_iter().filter(|c| !is_han(*c)).collect();
        for a in marks.iter().chain(&['工']) {
            for b in marks.iter().chain(&['业']) {
                let text = format!("{a}{b}");
                assert_eq!(fold(&text), composed(&text), "{text:?}");
            }
        }
        for text in ["café", "cafe\u{301}工业", "工业＋\u{301}", "㎡", "가나"] {
            assert_eq!(fold(text), composed(text), "{text}");
        }
        assert_eq!(fold_unit("万 亩"), fold_unit("万亩"));
    }
}
