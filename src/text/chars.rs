//! Classes of characters, and words without the marks between their letters. Knows no words.

/// Whether a character is an ideograph of the usual ones.
pub fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Words without white space: 目　录 is 目录.
pub fn squeezed(words: &str) -> String {
    words.split_whitespace().collect()
}

/// The letters and digits of some words, which are the same whatever marks are between them.
pub fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).collect()
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
