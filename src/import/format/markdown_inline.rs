//! What Markdown shows of the words of a line: without signs of emphasis, addresses of links and escapes (CommonMark 6).

use super::limits;
use crate::import::doubt::Why;
use crate::import::line::trimmed;

/// A line as it is shown.
#[derive(Debug, Default)]
pub struct Inline {
    pub text: String,
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

/// Reads the words of a line.
pub fn read(line: &str) -> Inline {
    let mut reader = Reader::default();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let behind = reader.span(rest).or_else(|| reader.escape(rest));
        if let Some(behind) = behind.or_else(|| reader.emphasis(rest)) {
            rest = behind;
            continue;
        }
        let (head, behind) = rest.split_at(c.len_utf8());
        let sign = c.is_whitespace() || matches!(c, '|' | '｜' | '·' | '>');
        reader.other += usize::from(!sign);
        reader.all.text.push_str(head);
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
    /// A link, an address, words that are struck through or code; what is behind it.
    fn span<'l>(&mut self, rest: &'l str) -> Option<&'l str> {
        if let Some((words, behind)) = link(rest).or_else(|| address(rest)) {
            self.linked += 1;
            self.all.text.push_str(words);
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
        let (inner, behind) = code(rest)?;
        self.markup.push_str("``");
        self.all.text.push_str(inner);
        self.other += 1;
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
        self.markup.push('\\');
        self.all.text.push(next);
        self.other += 1;
        self.before = next;
        behind.get(1..)
    }

    /// A run of stars or underscores.
    fn emphasis<'l>(&mut self, rest: &'l str) -> Option<&'l str> {
        let c = rest.chars().next().filter(|c| matches!(c, '*' | '_'))?;
        let run = rest.len() - rest.trim_start_matches(c).len();
        let (sign, behind) = rest.split_at_checked(run)?;
        if run <= 3 && self.marks.is_mark(c, run, self.before, behind) {
            self.markup.push_str(sign);
        } else {
            self.all.text.push_str(sign);
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
        let searched = limits::LINK.get();
        let end = behind
            .char_indices()
            .nth(searched)
            .map_or(behind.len(), |(at, _)| at);
        let closes = behind
            .get(..end)
            .and_then(|near| near.find(&sign))
            .is_some_and(|at| at > 0);
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
        if !TAGS.contains(&name.to_ascii_lowercase().as_str()) {
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

/// A link or picture that some words begin with: its words, and the rest.
fn link(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix("![").or_else(|| text.strip_prefix('['))?;
    // The words of a link are short, and hold no brackets.
    let end = inner
        .char_indices()
        .take(limits::LINK.get())
        .find(|(_, c)| matches!(c, '[' | ']'))?
        .0;
    let (words, rest) = inner.split_at_checked(end)?;
    let address = rest.strip_prefix("](")?;
    let end = address
        .char_indices()
        .take(limits::LINK.get())
        .find(|(_, c)| *c == ')')?
        .0;
    Some((words, address.get(end + 1..)?))
}

/// Whether a line is an address in angle brackets and nothing else.
pub fn is_address(line: &str) -> bool {
    address(line).is_some_and(|(_, rest)| rest.is_empty())
}

/// An address in angle brackets, and the rest.
fn address(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('<')?;
    let end = inner
        .char_indices()
        .take(limits::LINK.get())
        .find(|(_, c)| matches!(c, '<' | '>') || c.is_whitespace())?
        .0;
    let (address, rest) = inner.split_at_checked(end)?;
    let rest = rest.strip_prefix('>')?;
    let is_address = address.contains("://") || address.contains('@') && !address.contains('/');
    is_address.then_some((address, rest))
}

/// Words between two pairs of tildes, and the rest.
fn struck(text: &str) -> Option<(&str, &str)> {
    between(text, "~~")
}

/// Words between backquotes, and the rest.
fn code(text: &str) -> Option<(&str, &str)> {
    between(text, "`")
}

fn between<'t>(text: &'t str, mark: &str) -> Option<(&'t str, &'t str)> {
    let inner = text.strip_prefix(mark)?;
    let near = inner.char_indices().nth(limits::LINK.get());
    let near = inner.get(..near.map_or(inner.len(), |(at, _)| at))?;
    let end = near.find(mark).filter(|end| *end > 0)?;
    let words = inner.get(..end)?;
    (!trimmed(words).is_empty()).then_some((words, inner.get(end + mark.len()..)?))
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
        ] {
            assert_eq!(read(line).text, shown);
        }
        assert_eq!(read("~~甲~~").left[0], ("甲".into(), Why::Struck));
    }

    #[test]
    fn tags_within_a_line_are_known() {
        assert!(has_html("<u>宏站</u>"));
        assert!(has_html("甲&nbsp;乙"));
        assert!(!has_html("<App>接入 <b>甲</b>"));
        assert!(!has_html("5<6"));
    }
}
