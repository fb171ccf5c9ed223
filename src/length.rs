//! How long a text is to its reader: characters as an office counts them (字数), and minutes.

use std::ops::Add;

use crate::text::chars::is_east_asian;

/// Chinese characters that are read in a minute, silently and with understanding. Measured for reading
/// aloud: 255 (Trauzettel-Klosinski and Dietz, IReST, 2012); for work reading 300 to 500 are usual.
const CHARACTERS_A_MINUTE: usize = 400;
/// Words of other scripts: 238 (Brysbaert 2019, for English).
const WORDS_A_MINUTE: usize = 240;

/// The length of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Length {
    /// Characters of East Asian scripts with their marks, one each.
    pub characters: u32,
    /// Words and numbers of other scripts.
    pub words: u32,
}

impl Length {
    /// The length of a text. Spaces count nothing, nor do marks of other scripts.
    pub fn of(text: &str) -> Self {
        let mut length = Self::default();
        let mut in_word = false;
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            // 2.5, 1,000, well-being and it’s are one word each.
            let joins = in_word && matches!(c, '.' | ',' | '-' | '\'' | '’');
            if joins && rest.peek().is_some_and(|next| is_of_word(*next)) {
                continue;
            }
            if is_of_word(c) {
                length.words += u32::from(!in_word);
                in_word = true;
                continue;
            }
            in_word = false;
            let asian = is_east_asian(c) && !c.is_whitespace();
            length.characters +=
                u32::from(asian || matches!(c, '‘' | '’' | '“' | '”' | '—' | '…' | '·'));
        }
        length
    }

    /// Characters and words: the number that an office gives as 字数.
    pub fn count(self) -> usize {
        self.characters as usize + self.words as usize
    }

    /// Minutes it takes to be read, rounded up; none for nothing.
    pub fn minutes(self) -> usize {
        let share = |count: u32, a_minute: usize| (count as usize * 60).div_ceil(a_minute);
        let seconds =
            share(self.characters, CHARACTERS_A_MINUTE) + share(self.words, WORDS_A_MINUTE);
        seconds.div_ceil(60)
    }
}

/// Whether a character is of a word or a number outside of East Asian scripts.
fn is_of_word(c: char) -> bool {
    !is_east_asian(c) && c.is_alphanumeric()
}

impl Add for Length {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            characters: self.characters + other.characters,
            words: self.words + other.words,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_count_one_each_and_words_and_numbers_one_as_a_whole() {
        for (text, characters, words) in [
            ("", 0, 0),
            ("建成二级节点166个，接入5万家企业。", 15, 2),
            ("“5G﹢工业互联网”　融合", 10, 1),
            ("增长2.5%，共1,000项——", 7, 2),
            ("It’s a well-being report, isn't it?", 0, 6),
            ("a. b", 0, 2),
        ] {
            let length = Length { characters, words };
            assert_eq!(Length::of(text), length, "{text}");
        }
    }

    #[test]
    fn minutes_are_rounded_up() {
        let of = |characters, words| Length { characters, words }.minutes();
        assert_eq!([of(0, 0), of(7, 0), of(400, 0), of(407, 0)], [0, 1, 1, 2]);
        assert_eq!(of(400, 240), 2);
    }
}
