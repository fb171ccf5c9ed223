//! A draft as YAML for people: keys in order, text as block scalars, nothing escaped that need not be.

use std::fmt::Write as _;

use crate::i18n::Lang;
use crate::lexicon::List;
use crate::model::{Bulletin, Form, Kind, Role};

use super::Draft;
use super::chapters::Node;

/// The draft as a bulletin file, with what was left out and what was doubtful as comments. `figures` are those of
/// the bulletin that the same text was read as, to be written into it.
pub fn yaml(draft: &Draft, lang: Lang, figures: Option<&Bulletin>) -> String {
    let mut out = String::new();
    comments(&mut out, draft, lang);
    head(&mut out, draft);
    out.push_str("sections:\n");
    let mut index = 0;
    for root in &draft.tree.roots {
        section(&mut out, draft, *root, 1, &mut index, figures);
    }
    out
}

fn comments(out: &mut String, draft: &Draft, lang: Lang) {
    let words = lang.words();
    let (made, left) = (words.draft_made, words.draft_left);
    let doubts = words.draft_doubts;
    let mut line = |words: &str| {
        let _ = writeln!(out, "# {}", plain(words));
    };
    line(&format!("{made} {}", draft.source));
    if !draft.left.is_empty() {
        line(left);
        for part in &draft.left {
            line(&format!(
                "  {}  {}  {}",
                part.number,
                part.why.words(lang),
                part.text
            ));
        }
    }
    if !draft.doubts.is_empty() {
        line(doubts);
        for doubt in &draft.doubts {
            line(&format!("  {}  {}", doubt.number, doubt.words(lang)));
        }
    }
}

/// Words as a comment can hold them: on one line, without control characters.
fn plain(words: &str) -> String {
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
fn is_plain(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn head(out: &mut String, draft: &Draft) {
    static NO_TITLE: List = List::new("missing-title");
    static NO_ISSUER: List = List::new("missing-issuer");
    let head = &draft.head;
    let mut key = |name: &str, value: &str| {
        let _ = writeln!(out, "{name}: {}", scalar(value));
    };
    key("format", "1");
    let missing = |list: &'static List| list.words().next().unwrap_or_default();
    let title = if head.title.is_empty() {
        missing(&NO_TITLE)
    } else {
        &head.title
    };
    let issuer = if head.issuer.is_empty() {
        missing(&NO_ISSUER)
    } else {
        &head.issuer
    };
    key("title", title);
    key("issuer", issuer);
    if let Some(series) = &head.series {
        key("series", series);
    }
    if let Some(number) = &head.document_number {
        key("document_number", number);
    }
    if !head.recipients.is_empty() {
        let names: Vec<String> = head.recipients.iter().map(|name| in_list(name)).collect();
        let _ = writeln!(out, "recipients: [{}]", names.join(", "));
    }
    if let Some(date) = head.date {
        let _ = writeln!(out, "date: {date}");
    }
    if head.publication.is_some() || head.url.is_some() {
        out.push_str("source:\n");
        for (name, value) in [("publication", &head.publication), ("url", &head.url)] {
            if let Some(value) = value {
                let _ = writeln!(out, "  {name}: {}", scalar(value));
            }
        }
    }
    if draft.language != "zh-Hans" {
        let _ = writeln!(out, "language: {}", draft.language);
    }
}

fn section(
    out: &mut String,
    draft: &Draft,
    at: usize,
    depth: usize,
    index: &mut usize,
    figures: Option<&Bulletin>,
) {
    let Some(node) = draft.tree.nodes.get(at) else {
        return;
    };
    let own = *index;
    *index += 1;
    let indent = "  ".repeat(2 * depth - 1);
    let mut first = true;
    let mut line = |out: &mut String, words: &str| {
        let lead = if first {
            format!("{}- ", "  ".repeat(2 * depth - 1))
        } else {
            format!("{indent}  ")
        };
        first = false;
        let _ = writeln!(out, "{lead}{words}");
    };
    if !node.label.is_empty() {
        line(out, &format!("label: {}", scalar(&node.label)));
    }
    if !node.heading.is_empty() {
        line(out, &format!("heading: {}", scalar(&node.heading)));
        if node.form != Form::Block {
            line(out, &format!("form: {}", node.form.code()));
        }
    }
    if let Some(kind) = node.kind {
        line(out, &format!("kind: {}", kind.code()));
    }
    if let Some(year) = node.year {
        line(out, &format!("year: {year}"));
    }
    if let Some(period) = node.period {
        line(out, &format!("period: {period}"));
    }
    if !node.text.is_empty() {
        line(out, &format!("text: {}", block(node, depth)));
    }
    if let Some(bulletin) = figures {
        lists(out, &mut line, bulletin, own);
    }
    if !node.children.is_empty() {
        line(out, "sections:");
        for child in &node.children {
            section(out, draft, *child, depth + 1, index, figures);
        }
    } else if node.label.is_empty() && node.heading.is_empty() && node.text.is_empty() {
        line(out, "text: \"\"");
    }
}

/// Targets and results of a section.
fn lists(
    out: &mut String,
    line: &mut impl FnMut(&mut String, &str),
    bulletin: &Bulletin,
    index: usize,
) {
    let section = bulletin.sections().get(index);
    // What is wrong is neither promised nor achieved: listed, its figures would be compared.
    let Some(section) = section.filter(|section| section.kind != Some(Kind::Problems)) else {
        return;
    };
    for (name, role) in [("targets", Role::Target), ("results", Role::Result)] {
        let own = section.figures.iter().filter(|figure| figure.role == role);
        let mut own = own.filter(|figure| figure.value.is_some()).peekable();
        if own.peek().is_none() {
            continue;
        }
        line(out, &format!("{name}:"));
        for figure in own {
            line(
                out,
                &format!("  - indicator: {}", scalar(&figure.indicator)),
            );
            if let Some(value) = &figure.value {
                line(out, &format!("    value: {}", scalar(value)));
            }
            line(
                out,
                &format!("    quote: {}", scalar(section.quote(figure))),
            );
            if let Some(year) = figure.year.filter(|year| Some(*year) != section.year) {
                line(out, &format!("    year: {year}"));
            }
        }
    }
}

/// Paragraphs as a block scalar; escaped where YAML does not take some character as it is.
fn block(node: &Node, depth: usize) -> String {
    let plain = node
        .text
        .iter()
        .all(|line| line.chars().all(is_plain) && !line.trim().is_empty());
    if !plain {
        return escaped(&node.text.join("\n"));
    }
    let indent = "  ".repeat(2 * depth + 1);
    let lines = node.text.iter().map(|line| format!("\n{indent}{line}"));
    format!("|-{}", lines.collect::<String>())
}

/// A value on one line.
fn scalar(value: &str) -> String {
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
    let number =
        !value.is_empty() && value.len() <= 4 && value.bytes().all(|byte| byte.is_ascii_digit());
    let digits_then_words =
        first.is_some_and(|c| c.is_ascii_digit()) && value.chars().any(|c| c >= '\u{2e80}');
    if is_word || odd_inside || (odd_start && !number && !digits_then_words) {
        format!("'{}'", value.replace('\'', "''"))
    } else {
        value.to_owned()
    }
}

/// A value in a list in brackets.
fn in_list(value: &str) -> String {
    if value.chars().all(is_plain) && value.contains([',', '[', ']', '{', '}', ':']) {
        format!("'{}'", value.replace('\'', "''"))
    } else {
        scalar(value)
    }
}

fn escaped(value: &str) -> String {
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
            ("a\u{1b}b", "\"a\\x1bb\""),
            ("\u{202e}", "\"\\u202e\""),
            ("①", "①"),
        ] {
            assert_eq!(scalar(value), written);
        }
    }
}
