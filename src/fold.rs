//! What counts as the same word when indicators are paired: widths, case, punctuation and spaces
//! do not matter.
//!
//! `5G+工业互联网`, `5G﹢工业互联网` and `“５Ｇ＋工业互联网”` are one name.

use unicode_normalization::UnicodeNormalization;

/// The folded form: NFKC, lower case, letters, digits and `+` only.
pub fn fold(text: &str) -> String {
    text.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric() || *c == '+')
        .collect()
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
