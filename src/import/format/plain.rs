//! Plain text: its lines, however they end. Whether several belong together is not known here.

use crate::import::line::{Line, Raw, is_invisible, trimmed};

/// The lines of a text that hold words.
pub fn read(text: &str) -> Raw {
    let mut raw = Raw::default();
    let mut after_gap = false;
    // Whether a page ended, and nothing stands on the next one yet: what is empty there is the page's margin.
    let mut page = false;
    for (number, line, end) in ended(text) {
        match trimmed(line) {
            // A character of no width is no empty line: it is where a line was cut.
            "" => after_gap |= !page && !line.contains(is_invisible),
            words => {
                // Tabs part the entries of a table, and the first may be empty.
                let words = if words.contains('\t') || line.matches('\t').count() > 1 {
                    line.trim_matches(|c: char| c != '\t' && (c.is_whitespace() || is_invisible(c)))
                } else {
                    words
                };
                let lead = line.trim_start_matches('\u{feff}');
                let set_in = lead.starts_with(['\u{3000}', '\t']) || lead.starts_with("  ");
                raw.lines.push(Line {
                    text: words.to_owned(),
                    number,
                    indented: set_in,
                    after_gap,
                    ..Line::default()
                });
                after_gap = false;
                page = false;
            }
        }
        if end == Some('\u{c}') {
            page = true;
            after_gap = false;
        }
    }
    raw
}

/// Lines with their numbers from 1; they end as in any of the usual ways.
pub fn split(text: &str) -> impl Iterator<Item = (usize, &str)> {
    ended(text).map(|(number, line, _)| (number, line))
}

/// The same with the character that ends each.
fn ended(text: &str) -> impl Iterator<Item = (usize, &str, Option<char>)> {
    let mut number = 0;
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let line = rest?;
        number += 1;
        let end = line.find([
            '\n', '\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}',
        ]);
        let Some(end) = end else {
            rest = None;
            return Some((number, line, None));
        };
        let (line, behind) = line.split_at(end);
        let mut chars = behind.chars();
        let end = chars.next();
        if end == Some('\r') && chars.as_str().starts_with('\n') {
            chars.next();
        }
        rest = Some(chars.as_str());
        Some((number, line, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_any_of_the_usual_ways() {
        let lines: Vec<(usize, &str)> = split("a\r\nb\rc\n\nd").collect();
        assert_eq!(lines, [(1, "a"), (2, "b"), (3, "c"), (4, ""), (5, "d")]);
    }

    #[test]
    fn the_end_of_a_page_is_no_empty_line() {
        let gaps = |text: &str| {
            let lines = read(text).lines.into_iter();
            lines.map(|line| line.after_gap).collect::<Vec<_>>()
        };
        assert_eq!(gaps("a\n\n\u{c}\nb"), [false, false]);
        assert_eq!(gaps("a\u{c}b\n\nc"), [false, false, true]);
    }
}
