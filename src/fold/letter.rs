//! What a character is when a text is searched: its letters. Width, case, accents, spaces and
//! punctuation do not matter, nor whether a character is the traditional or the simplified one.
//!
//! `５Ｇ＋ 工業互聯網` has the letters of `5g+工业互联网`. `+`, `%` and `‰` are letters: they tell apart
//! what is counted. So is a point between digits: 1.5 is not 15. A line end is a letter that nobody
//! can type, so that no find runs on into the next paragraph. Knows nothing of words and of who searches.

use std::collections::HashMap;
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;

/// Pairs of characters, one to a line.
const SIMPLIFIED: &str = include_str!("simplified.txt");

/// Characters of the table: those of the basic plane.
const TABLE: u32 = 0x1_0000;

/// The letters of all characters.
#[derive(Debug)]
pub struct Letters {
    /// For each character of the basic plane its letter, [`Letters::NOTHING`] or [`Letters::LOOK`].
    table: Vec<u32>,
    simplified: HashMap<char, char>,
}

/// A letter, and the bytes of the character it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The letter.
    pub letter: char,
    /// Where its character begins, in bytes.
    pub start: usize,
    /// Where that ends.
    pub end: usize,
}

impl Letters {
    /// The code of a character without a letter.
    pub const NOTHING: u32 = 0;
    /// The code of one that has several, or that depends on its neighbours: see [`Letters::walk`].
    pub const LOOK: u32 = 1;

    /// The letters, made when they are first asked for.
    pub fn known() -> &'static Self {
        static LETTERS: OnceLock<Letters> = OnceLock::new();
        LETTERS.get_or_init(Self::new)
    }

    fn new() -> Self {
        let pair = |line: &str| {
            let mut chars = line.chars();
            chars.next().zip(chars.next())
        };
        let lines = SIMPLIFIED.lines().filter(|line| !line.starts_with('#'));
        let mut letters = Self {
            table: Vec::new(),
            simplified: lines.filter_map(pair).collect(),
        };
        letters.table = (0..TABLE).map(|c| letters.coded(c)).collect();
        letters
    }

    /// The code of a character of the basic plane.
    fn coded(&self, code: u32) -> u32 {
        let Some(c) = char::from_u32(code) else {
            return Self::NOTHING;
        };
        match c {
            '\n' | '\t' | '.' | '．' => return Self::LOOK,
            // Their only change is to the simplified form.
            '\u{3400}'..='\u{9fff}' => return self.simple(c).into(),
            '\u{ac00}'..='\u{d7a3}' => return Self::LOOK,
            _ => {}
        }
        let mut all = self.several(c);
        match (all.next(), all.next()) {
            (None, _) => Self::NOTHING,
            (Some(one), None) => one.into(),
            _ => Self::LOOK,
        }
    }

    fn simple(&self, c: char) -> char {
        self.simplified.get(&c).copied().unwrap_or(c)
    }

    /// The letters of a character, whatever its neighbours.
    fn several(&self, c: char) -> impl Iterator<Item = char> {
        let plain = [c].into_iter().nfkd().flat_map(char::to_lowercase);
        // Lower case may add a combining mark, which is taken apart again: İ.
        let plain = plain.nfkd().filter(|c| is_letter(*c));
        plain.map(|c| self.simple(c))
    }

    /// A text with each traditional character as the simplified one: every byte but theirs stays as it is.
    pub fn simplified(&self, text: &str) -> String {
        text.chars().map(|c| self.simple(c)).collect()
    }

    /// The code of a character: its letter, [`Letters::NOTHING`] or [`Letters::LOOK`].
    pub fn code(&self, c: char) -> u32 {
        let known = self.table.get(c as usize);
        known.copied().unwrap_or(Self::LOOK)
    }

    /// The first letter of a character, whatever its neighbours.
    pub fn first(&self, c: char) -> Option<char> {
        match (self.code(c), c) {
            (Self::NOTHING, _) | (Self::LOOK, '\n' | '\t' | '.' | '．') => None,
            (Self::LOOK, _) => self.several(c).next(),
            (code, _) => char::from_u32(code),
        }
    }

    /// The letters of a text, one after the other.
    pub fn walk<'a>(&'a self, text: &'a str) -> Walk<'a> {
        Walk {
            letters: self,
            text,
            at: 0,
            before: None,
            waiting: Vec::new(),
        }
    }

    /// The letters of a text that is looked for.
    pub fn of(&self, text: &str) -> Vec<char> {
        let all = self.walk(text).map(|letter| letter.letter);
        all.filter(|letter| *letter != '\n').collect()
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '+' | '%' | '‰')
}

/// See [`Letters::walk`].
#[derive(Debug)]
pub struct Walk<'a> {
    letters: &'a Letters,
    text: &'a str,
    at: usize,
    /// The code of the character before.
    before: Option<u32>,
    /// Letters of a character that has several, the last one first.
    waiting: Vec<Letter>,
}

impl Walk<'_> {
    /// The letter of a point: only between digits it has one.
    fn is_decimal(&self, end: usize) -> bool {
        let digit = |code: u32| (u32::from('0')..=u32::from('9')).contains(&code);
        let after = self.text.get(end..).and_then(|rest| rest.chars().next());
        self.before.is_some_and(digit) && after.is_some_and(|c| digit(self.letters.code(c)))
    }
}

impl Iterator for Walk<'_> {
    type Item = Letter;

    fn next(&mut self) -> Option<Letter> {
        if let Some(letter) = self.waiting.pop() {
            return Some(letter);
        }
        loop {
            let c = self.text.get(self.at..)?.chars().next()?;
            let (start, end) = (self.at, self.at + c.len_utf8());
            self.at = end;
            let code = self.letters.code(c);
            let place = |letter| Letter { letter, start, end };
            let found = match (code, c) {
                (Letters::NOTHING, _) => None,
                // Words of two paragraphs or cells are no word.
                (Letters::LOOK, '\n' | '\t') => Some(place('\n')),
                (Letters::LOOK, '.' | '．') => self.is_decimal(end).then_some(place('.')),
                (Letters::LOOK, _) => {
                    self.waiting = self.letters.several(c).map(place).collect();
                    self.waiting.reverse();
                    self.waiting.pop()
                }
                (code, _) => char::from_u32(code).map(place),
            };
            self.before = Some(code);
            if found.is_some() {
                return found;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> String {
        Letters::known().of(text).into_iter().collect()
    }

    #[test]
    fn width_case_script_and_marks_do_not_matter() {
        for text in [
            "5G+工业互联网",
            "5G﹢工业互联网",
            "５Ｇ＋工业互联网",
            "5g + 工業互聯網",
            "“5G＋”工業、互聯網",
        ] {
            assert_eq!(of(text), "5g+工业互联网", "{text}");
        }
        assert_eq!(of("Ｃafé"), "cafe");
        assert_eq!(of("cafe\u{301}"), "cafe");
    }

    #[test]
    fn a_point_between_digits_is_a_letter() {
        assert_eq!(of("增长1.5%。"), "增长1.5%");
        assert_eq!(of("增长１．５％"), "增长1.5%");
        assert_eq!(of("1. 总体要求 V2."), "1总体要求v2");
        assert_eq!(of("1,800"), "1800");
    }

    #[test]
    fn characters_that_stand_for_several_fall_apart() {
        assert_eq!(of("㎡"), "m2");
        assert_eq!(of("①"), "1");
        let places: Vec<_> = Letters::known().walk("㎡x").collect();
        assert_eq!((places[0].start, places[1].end), (0, 3));
        assert_eq!(places[2].letter, 'x');
    }

    #[test]
    fn letters_of_letters_are_the_same() {
        let letters = Letters::known();
        for c in (0..0x3_0000).filter_map(char::from_u32) {
            let once = of(&c.to_string());
            assert_eq!(of(&once), once, "{c:?}");
        }
        assert_eq!(letters.code('網'), u32::from('网'));
    }
}
