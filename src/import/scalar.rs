//! Values as YAML 1.2 for people: quoted or escaped only where they have to be. Knows no keys.

use crate::text::chars::is_east_asian;

/// Words as a comment can hold them: on one line, without control characters.
pub fn plain(words: &str) -> String {
    let visible = |c: char| if c == '\n' || c == '\t' { ' ' } else { c };
    let words = words.chars().map(visible);
    words
        .map(|c| {
            if is_plain(c) {
                c.to_string()
            } else {
                format!("\\u{{{:x}}}", u32::from(c))
            }
        })
        .collect()
}

/// Whether YAML takes a character as it is, and readers as well (YAML 1.2.2, 5.1; no line ends).
pub fn is_plain(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A value on one line.
pub fn scalar(value: &str) -> String {
    if !value.chars().all(is_plain) {
        return escaped(value);
    }
    let first = value.chars().next();
    let odd_start = first
        .is_none_or(|c| " -?:,[]{}#&*!|>'\"%@`=~.<".contains(c) || c.is_ascii_digit() || c == '+');
    let odd_inside = value.contains(": ")
        || value.contains(" #")
        || value.ends_with(':')
        || value.ends_with(' ')
        || value.contains(":\u{3000}");
    let words = [
        "true", "false", "null", "yes", "no", "on", "off", "y", "n", "~", "nan", "inf",
    ];
    let is_word = words.contains(&value.to_lowercase().as_str());
    // Other programs read 01 as the number 1.
    let number = (1..=4).contains(&value.len())
        && value.bytes().all(|byte| byte.is_ascii_digit())
        && (value.len() == 1 || !value.starts_with('0'));
    let digits_then_words =
        first.is_some_and(|c| c.is_ascii_digit()) && value.chars().any(is_east_asian);
    if is_word || odd_inside || (odd_start && !number && !digits_then_words) {
        format!("'{}'", value.replace('\'', "''"))
    } else {
        value.to_owned()
    }
}

/// A value in a list in brackets.
pub fn in_list(value: &str) -> String {
    if value.chars().all(is_plain) && value.contains([',', '[', ']', '{', '}', ':']) {
        format!("'{}'", value.replace('\'', "''"))
    } else {
        scalar(value)
    }
}

/// A value in double quotes: whatever YAML or a reader does not take as it is is escaped.
pub fn escaped(value: &str) -> String {
    let mut out = String::from("\"");
    for c in value.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_plain(c) => out.push(c),
            c if u8::try_from(c).is_ok() => out.push_str(&format!("\\x{:02x}", u32::from(c))),
            c if u16::try_from(c).is_ok() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push_str(&format!("\\U{:08x}", u32::from(c))),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_quoted_only_where_they_have_to_be() {
        for (value, written) in [
            ("总体要求", "总体要求"),
            ("2021年工作回顾", "2021年工作回顾"),
            ("1.", "'1.'"),
            ("（一）", "（一）"),
            ("编者按:", "'编者按:'"),
            ("a: b", "'a: b'"),
            ("“引号”", "“引号”"),
            ("it's", "it's"),
            ("'a", "'''a'"),
            ("null", "'null'"),
            ("1", "1"),
            ("01", "'01'"),
            ("a\u{1b}b", "\"a\\x1bb\""),
            ("\u{202e}", "\"\\u202e\""),
            ("①", "①"),
        ] {
            assert_eq!(scalar(value), written);
        }
    }
}
