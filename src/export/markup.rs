//! What acts in a form of document and is meant as text there: escaped for Markdown, HTML and sheets.

use quick_xml::escape::escape;

use crate::width;

/// A text that Markdown takes for a text, on one line.
pub fn markdown(text: &str) -> String {
    let text = width::harmless_text(text).replace('\n', " ");
    let mut out = String::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let behind = text.get(at + c.len_utf8()..).unwrap_or_default();
        let next = behind.chars().next().unwrap_or(' ');
        let acts = match c {
            // Within a word it is a letter.
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '&' => is_reference(behind),
            // Addresses would be links, with all that follows them up to a space.
            ':' => behind.starts_with("//"),
            '.' => text.get(..at).is_some_and(ends_with_www),
            c => "\\`*{}[]<>|~$".contains(c),
        };
        if acts {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

/// Whether what stands behind an ampersand makes it a character reference.
fn is_reference(behind: &str) -> bool {
    // The longest name has 31 letters.
    let name = behind.bytes().take(33);
    let name = name
        .take_while(|c| c.is_ascii_alphanumeric() || *c == b'#')
        .count();
    name > 0 && behind.as_bytes().get(name) == Some(&b';')
}

fn ends_with_www(before: &str) -> bool {
    let tail = before.len().checked_sub(3).and_then(|at| before.get(at..));
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case("www"))
}

/// A text that HTML takes for a text.
pub fn html(text: &str) -> String {
    escape(width::harmless_text(text)).into_owned()
}

/// A text that a spreadsheet takes for a text: one that begins like a formula gets an apostrophe
/// before it (OWASP, CSV injection; the full-width signs as well, which some take for theirs).
pub fn sheet(text: &str) -> String {
    let text = width::harmless_text(text);
    let begins = |c: char| "=+-@＝＋－＠".contains(c);
    // Spaces, and what takes none.
    let nothing = |c: char| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}');
    if text.trim_start_matches(nothing).starts_with(begins) {
        format!("'{text}")
    } else {
        text.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_in_markdown_is_markdown() {
        assert_eq!(markdown("a|b\n*c*"), "a\\|b \\*c\\*");
        assert_eq!(
            markdown("5G_SA _x_ &lt; ~~1~~"),
            "5G_SA \\_x\\_ \\&lt; \\~\\~1\\~\\~"
        );
    }

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(sheet("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
        assert_eq!(sheet("+5个"), "'+5个");
        assert_eq!(sheet(" ＝1"), "' ＝1");
        assert_eq!(sheet("\u{feff}=1"), "'\u{feff}=1");
        assert_eq!(sheet("超200个"), "超200个");
    }
}
