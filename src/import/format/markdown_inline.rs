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
const TAGS: [&str; 24] = [
    "a", "abbr", "b", "big", "br", "center", "code", "del", "em", "font", "i", "img", "ins", "kbd",
    "mark", "s", "small", "span", "strike", "strong", "sub", "sup", "u", "wbr",
];

/// Reads the words of a line.
pub fn read(line: &str) -> Inline {
    let mut all = Inline::default();
    let mut markup = String::new();
    let (mut linked, mut other) = (0, 0);
    let mut rest = line;
    let mut before = ' ';
    let mut marks = Marks::default();
    while let Some(c) = rest.chars().next() {
        if let Some((words, behind)) = link(rest).or_else(|| address(rest)) {
            linked += 1;
            all.text.push_str(words);
            let whole = rest.get(..rest.len() - behind.len()).unwrap_or_default();
            markup.push_str(&whole.replacen(words, "", 1));
            rest = behind;
            before = ' ';
            continue;
        }
        if let Some((inner, behind)) = struck(rest) {
            markup.push_str("~~~~");
            all.left.push((inner.to_owned(), Why::Struck));
            rest = behind;
            continue;
        }
        if let Some((inner, behind)) = code(rest) {
            markup.push_str("``");
            all.text.push_str(inner);
            other += 1;
            rest = behind;
            continue;
        }
        let (head, behind) = rest.split_at(c.len_utf8());
        if c == '\\' {
            if behind.is_empty() {
                all.broken = true;
                markup.push(c);
                break;
            }
            if let Some(next) = behind.chars().next().filter(char::is_ascii_punctuation) {
                markup.push(c);
                all.text.push(next);
                other += 1;
                rest = behind.get(1..).unwrap_or_default();
                before = next;
                continue;
            }
        }
        if matches!(c, '*' | '_') {
            let run = rest.len() - rest.trim_start_matches(c).len();
            let behind = rest.get(run..).unwrap_or_default();
            let sign = rest.get(..run).unwrap_or_default();
            if run <= 3 && marks.is_mark(c, run, before, behind) {
                markup.push_str(sign);
            } else {
                all.text.push_str(sign);
                other += 1;
            }
            before = c;
            rest = behind;
            continue;
        }
        other += usize::from(!c.is_whitespace() && !matches!(c, '|' | '｜' | '·' | '>'));
        all.text.push_str(head);
        before = c;
        rest = behind;
    }
    all.links = linked > 0 && other == 0;
    if !markup.is_empty() {
        all.left.push((markup, Why::Markup));
    }
    all
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
