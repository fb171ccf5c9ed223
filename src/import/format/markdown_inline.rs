//! What Markdown shows of the words of a line: without signs of emphasis, addresses of links and escapes (CommonMark 6).

use super::limits;
use super::markdown_block::{Defined, folded};
use crate::import::doubt::Why;
use crate::import::line::trimmed;

/// A line as it is shown.
#[derive(Debug, Default)]
pub struct Inline {
    pub text: String,
    /// The same for who reads tags in it: what is shown as it is, as in code, is a reference there.
    pub html: String,
    /// Markup, and words that are struck through.
    pub left: Vec<(String, Why)>,
    /// Whether it is made of links only.
    pub links: bool,
    /// Whether it ends in a line break.
    pub broken: bool,
}

/// Tags that may stand within a line.
const TAGS: &[&str] = &[
    "a", "abbr", "b", "big", "br", "center", "code", "del", "em", "font", "i", "img", "ins", "kbd",
    "mark", "s", "small", "span", "strike", "strong", "sub", "sup", "u", "wbr",
];

/// Reads the words of a line; `defined` is what the text defines elsewhere.
pub fn read(line: &str, defined: &Defined) -> Inline {
    let mut reader = Reader::default();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let behind = reader
            .span(rest, defined)
            .or_else(|| reader.escape(rest))
            .or_else(|| reader.emphasis(rest));
        if let Some(behind) = behind {
            rest = behind;
            continue;
        }
        let (head, behind) = rest.split_at(c.len_utf8());
        let sign = c.is_whitespace() || matches!(c, '|' | '｜' | '·' | '>');
        reader.other += usize::from(!sign);
        reader.push(head);
        reader.before = c;
        rest = behind;
    }
    let Reader { mut all, .. } = reader;
    all.links = reader.linked > 0 && reader.other == 0;
    if !reader.markup.is_empty() {
        all.left.push((reader.markup, Why::Markup));
    }
    all
}

/// A line while it is read.
#[derive(Default)]
struct Reader {
    all: Inline,
    markup: String,
    /// How many links, and how many other letters there were.
    linked: usize,
    other: usize,
    before: char,
    marks: Marks,
}

impl Reader {
    /// Words that may hold tags.
    fn push(&mut self, words: &str) {
        self.all.text.push_str(words);
        self.all.html.push_str(words);
    }

    /// Words that are shown as they are.
    fn push_as_it_is(&mut self, words: &str) {
        self.all.text.push_str(words);
        for c in words.chars() {
            match c {
                '<' => self.all.html.push_str("&lt;"),
                '&' => self.all.html.push_str("&amp;"),
                c => self.all.html.push(c),
            }
        }
    }

    /// A link, an address, words that are struck through or code; what is behind it.
    fn span<'l>(&mut self, rest: &'l str, defined: &Defined) -> Option<&'l str> {
        if let Some(behind) = note(rest, defined) {
            let whole = rest.get(..rest.len() - behind.len());
            self.markup.push_str(whole.unwrap_or_default());
            return Some(behind);
        }
        if let Some((words, behind)) = address(rest) {
            self.linked += 1;
            self.push_as_it_is(words);
            self.markup.push_str("<>");
            self.before = ' ';
            return Some(behind);
        }
        if let Some((words, behind)) = link(rest, defined) {
            self.linked += 1;
            self.push(words);
            let whole = rest.get(..rest.len() - behind.len()).unwrap_or_default();
            self.markup.push_str(&whole.replacen(words, "", 1));
            self.before = ' ';
            return Some(behind);
        }
        if let Some((inner, behind)) = struck(rest) {
            self.markup.push_str("~~~~");
            self.all.left.push((inner.to_owned(), Why::Struck));
            return Some(behind);
        }
        let marks = rest.len() - rest.trim_start_matches('`').len();
        if marks == 0 {
            return None;
        }
        let (sign, behind) = rest.split_at_checked(marks)?;
        self.other += 1;
        if let Some((inner, behind)) = code(sign, behind) {
            self.markup.push_str(&sign.repeat(2));
            self.push_as_it_is(inner);
            return Some(behind);
        }
        self.push_as_it_is(sign);
        Some(behind)
    }

    /// A backslash before a mark, which is then shown as it is, or at the end of the line.
    fn escape<'l>(&mut self, rest: &'l str) -> Option<&'l str> {
        let behind = rest.strip_prefix('\\')?;
        if behind.is_empty() {
            self.all.broken = true;
            self.markup.push('\\');
            return Some(behind);
        }
        let next = behind.chars().next().filter(char::is_ascii_punctuation)?;
        let (sign, behind) = behind.split_at_checked(1)?;
        self.markup.push('\\');
        self.push_as_it_is(sign);
        self.other += 1;
        self.before = next;
        Some(behind)
    }

    /// A run of stars or underscores.
    fn emphasis<'l>(&mut self, rest: &'l str) -> Option<&'l str> {
        let c = rest.chars().next().filter(|c| matches!(c, '*' | '_'))?;
        let run = rest.len() - rest.trim_start_matches(c).len();
        let (sign, behind) = rest.split_at_checked(run)?;
        if run <= 3 && self.marks.is_mark(c, run, self.before, behind) {
            self.markup.push_str(sign);
        } else {
            self.push(sign);
            self.other += 1;
        }
        self.before = c;
        Some(behind)
    }
}

/// The runs of stars and underscores that are open.
#[derive(Default)]
struct Marks {
    open: Vec<(char, usize)>,
}

impl Marks {
    /// Whether a run is a sign of emphasis: one that opens and is closed further on, or closes what is open. Between
    /// digits a star multiplies, and within Latin words an underscore is a letter.
    fn is_mark(&mut self, c: char, run: usize, before: char, behind: &str) -> bool {
        let next = behind.chars().next().unwrap_or(' ');
        let inside = |c: char| c.is_ascii_digit() || c.is_ascii_alphabetic();
        let within = if c == '*' {
            before.is_ascii_digit() && next.is_ascii_digit()
        } else {
            inside(before) && inside(next)
        };
        if within {
            return false;
        }
        if let Some(at) = self.open.iter().rposition(|open| *open == (c, run)) {
            self.open.truncate(at);
            return true;
        }
        let sign: String = std::iter::repeat_n(c, run).collect();
        let closes = near(behind).find(&sign).is_some_and(|at| at > 0);
        let opens = !next.is_whitespace() && closes;
        if opens {
            self.open.push((c, run));
        }
        opens
    }
}

/// Whether a text holds tags of HTML that stand within a line, or references to characters, and no other tags.
pub fn has_html(text: &str) -> bool {
    let mut tags = 0;
    for (at, _) in text.match_indices('<') {
        let rest = text.get(at + 1..).unwrap_or_default();
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let name: String = rest
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        if name.is_empty() || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        // <U+00A0> is no tag: behind a tag's name stands what ends it (CommonMark 0.31, 6.6).
        let after = rest.chars().nth(name.len());
        let ends = after.is_none_or(|c| c.is_whitespace() || matches!(c, '/' | '>'));
        if !ends || !TAGS.contains(&name.to_ascii_lowercase().as_str()) {
            return false;
        }
        tags += 1;
    }
    tags > 0 || is_reference(text)
}

/// Whether a text holds a reference to a character: &nbsp;
fn is_reference(text: &str) -> bool {
    text.split('&').skip(1).any(|rest| {
        let name = rest.trim_start_matches('#');
        let count = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
        (2..9).contains(&count) && name.get(count..).is_some_and(|rest| rest.starts_with(';'))
    })
}

/// As much of a text as is searched for the end of what begins before it. Its length is known at once, so that many
/// beginnings without an end take no time.
fn near(text: &str) -> &str {
    let mut end = text.len().min(limits::LINK.get());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// What stands behind the mark of a footnote that is defined, if a text begins with one.
fn note<'t>(text: &'t str, defined: &Defined) -> Option<&'t str> {
    let inner = text.strip_prefix("[^")?;
    let end = near(inner).find(']')?;
    let (label, rest) = inner.split_at_checked(end)?;
    let known = defined.notes.contains(&folded(label));
    rest.strip_prefix(']').filter(|_| known)
}

/// A link or picture that some words begin with: its words, and the rest.
fn link<'t>(text: &'t str, defined: &Defined) -> Option<(&'t str, &'t str)> {
    let inner = text.strip_prefix("![").or_else(|| text.strip_prefix('['))?;
    // The words of a link are short, and hold no brackets.
    let end = near(inner).find(['[', ']'])?;
    let (words, rest) = inner.split_at_checked(end)?;
    let rest = rest.strip_prefix(']')?;
    if let Some(address) = rest.strip_prefix('(')
        && let Some(end) = end_of_address(near(address))
    {
        return Some((words, address.get(end + 1..)?));
    }
    let known = |label: &str| defined.links.contains(&folded(label));
    if let Some(inner) = rest.strip_prefix('[')
        && let Some(end) = near(inner).find(['[', ']'])
        && let Some((label, behind)) = inner.split_at_checked(end)
        && let Some(behind) = behind.strip_prefix(']')
        && known(if label.is_empty() { words } else { label })
    {
        return Some((words, behind));
    }
    known(words).then_some((words, rest))
}

/// Where the address of a link ends: at the bracket that closes the one before it, else at the first one.
fn end_of_address(address: &str) -> Option<usize> {
    let mut open = 0_usize;
    let mut first = None;
    for (at, c) in address.char_indices() {
        match c {
            '(' => open += 1,
            ')' if open == 0 => return Some(at),
            ')' => {
                open -= 1;
                first = first.or(Some(at));
            }
            // Another link begins.
            '[' => break,
            _ => {}
        }
    }
    first
}

/// Whether a line is an address in angle brackets and nothing else.
pub fn is_address(line: &str) -> bool {
    address(line).is_some_and(|(_, rest)| rest.is_empty())
}

/// An address in angle brackets, and the rest.
fn address(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('<')?;
    let end = near(inner).find(|c: char| matches!(c, '<' | '>') || c.is_whitespace())?;
    let (address, rest) = inner.split_at_checked(end)?;
    let rest = rest.strip_prefix('>')?;
    let is_address = address.contains("://") || address.contains('@') && !address.contains('/');
    is_address.then_some((address, rest))
}

/// Words between two pairs of tildes, and the rest.
fn struck(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix("~~")?;
    let end = near(inner).find("~~").filter(|end| *end > 0)?;
    let (words, rest) = inner.split_at_checked(end)?;
    (!trimmed(words).is_empty()).then_some((words, rest.get(2..)?))
}

/// Words behind as many backquotes as end them again (CommonMark 6.1), and the rest.
fn code<'t>(sign: &str, text: &'t str) -> Option<(&'t str, &'t str)> {
    let near = near(text);
    let mut from = 0;
    while let Some(at) = near.get(from..)?.find('`') {
        let start = from + at;
        let run = near.get(start..)?;
        let length = run.len() - run.trim_start_matches('`').len();
        from = start + length;
        if length == sign.len() {
            let words = near.get(..start)?;
            return (!trimmed(words).is_empty()).then_some((words, text.get(from..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_emphasis_are_not_shown() {
        for (line, shown) in [
            ("新建**3座**", "新建3座"),
            ("*注意：*按时。***重要。***", "注意：按时。重要。"),
            ("面积3*4*5米", "面积3*4*5米"),
            ("※*注", "※*注"),
            ("a_b_c 与 _甲_", "a_b_c 与 甲"),
            ("见<http://y.cn>平台", "见http://y.cn平台"),
            ("`代码`与\\*星", "代码与*星"),
            ("其中~~室分~~宏站", "其中宏站"),
            ("``甲`乙``与`丙", "甲`乙与`丙"),
            ("[甲](http://a/(b))乙", "甲乙"),
            ("[1][2]与[^3]", "[1][2]与[^3]"),
        ] {
            assert_eq!(read(line, &Defined::default()).text, shown);
        }
        let none = Defined::default();
        assert_eq!(read("~~甲~~", &none).left[0], ("甲".into(), Why::Struck));
    }

    #[test]
    fn tags_within_a_line_are_known() {
        assert!(has_html("<u>宏站</u>"));
        assert!(has_html("甲&nbsp;乙"));
        assert!(!has_html("<App>接入 <b>甲</b>"));
        assert!(!has_html("5<6"));
        assert!(!has_html("<U+3000>宏站<b>甲</b>"));
    }
}
