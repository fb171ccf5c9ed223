//! What counts as the same word when indicators are paired: widths, case, punctuation and spaces
//! do not matter.
//!
//! `5G+工业互联网`, `5G﹢工业互联网` and `“５Ｇ＋工业互联网”` are one name. Knows no words of a language.

mod letter;

use std::ops::Range;

pub use letter::{Letter, Letters};
use unicode_normalization::UnicodeNormalization;

/// The folded form: NFKC, lower case, letters, digits and `+` only.
pub fn fold(text: &str) -> String {
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
            if ('\u{4e00}'..='\u{9fff}').contains(&c) {
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
pub fn fold_unit(unit: &str) -> String {
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
}
