//! Classes of characters, and words without the marks between their letters. Knows no words.

/// Whether a character is an ideograph of the usual ones.
pub fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Whether a character is of an East Asian script or one of its marks: the blocks of Unicode from the radicals on.
pub fn is_east_asian(c: char) -> bool {
    c >= '\u{2e80}'
}

/// Words without white space: 目　录 is 目录.
pub fn squeezed(words: &str) -> String {
    words.split_whitespace().collect()
}

/// Words without white space, if at most so many characters are left; a long line is given up early.
pub fn squeezed_within(words: &str, most: usize) -> Option<String> {
    let mut visible = words.chars().filter(|c| !c.is_whitespace());
    let mut short = String::with_capacity(words.len().min(most * '字'.len_utf8()));
    short.extend(visible.by_ref().take(most));
    visible.next().is_none().then_some(short)
}

/// The letters and digits of some words, which are the same whatever marks are between them.
pub fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether the letters and digits of some words are these.
pub fn are_letters(words: &str, letters: &str) -> bool {
    let own = words.chars().filter(|c| c.is_alphanumeric());
    own.eq(letters.chars())
}

/// Whether a character is a digit, ASCII or full width.
pub fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// A text without its last characters and the white space between them.
pub fn without_last(mut text: &str, mut count: usize) -> &str {
    while count > 0
        && let Some(last) = text.chars().next_back()
    {
        count -= usize::from(!last.is_whitespace());
        text = text.strip_suffix(last).unwrap_or_default();
    }
    text
}
