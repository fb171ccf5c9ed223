//! What lines of Markdown are by their first characters (CommonMark 4 and 5, footnotes of GitHub): marks of headings,
//! quotations and items, rules, definitions, tags. Knows nothing of the words behind them.

use std::collections::HashSet;

use super::limits;
use crate::import::line::trimmed;

/// What a line defines that other lines name.
#[derive(Debug, PartialEq, Eq)]
pub enum Definition {
    /// The address of a link.
    Link(String),
    /// A footnote.
    Note(String),
}

/// What the lines of a text define.
#[derive(Debug, Default)]
pub struct Defined {
    /// Labels of links.
    pub links: HashSet<String>,
    /// Labels of footnotes.
    pub notes: HashSet<String>,
}

impl Defined {
    /// What some lines define.
    pub fn of<'l>(lines: impl Iterator<Item = &'l str>) -> Self {
        let mut all = Self::default();
        for definition in lines.filter_map(definition) {
            match definition {
                Definition::Link(label) => all.links.insert(label),
                Definition::Note(label) => all.notes.insert(label),
            };
        }
        all
    }
}

/// A label as labels are compared.
pub fn folded(label: &str) -> String {
    label.trim().to_lowercase()
}

/// What a line defines. The address of a link must look like one: words in brackets before a colon are text.
pub fn definition(line: &str) -> Option<Definition> {
    let inner = trimmed(line).strip_prefix('[')?;
    let (label, rest) = inner.split_once("]:")?;
    if label.len() > limits::LINK.get() || label.contains(['[', ']']) {
        return None;
    }
    if let Some(note) = label.strip_prefix('^') {
        return Some(Definition::Note(folded(note)));
    }
    let to = rest.trim_start();
    let known = ["/", "#", "<", "./", "../", "mailto:", "www."];
    let is_address = to
        .split(char::is_whitespace)
        .next()
        .is_some_and(|to| to.contains("://") || known.iter().any(|known| to.starts_with(known)));
    is_address.then(|| Definition::Link(folded(label)))
}

/// The level of the heading that a line underlines: `===` the first, `---` the second.
pub fn underline(line: &str) -> Option<u8> {
    let marks = trimmed(line);
    let all = |mark: u8, least: usize| marks.len() >= least && marks.bytes().all(|b| b == mark);
    if all(b'=', 2) {
        Some(1)
    } else {
        all(b'-', 3).then_some(2)
    }
}

/// The mark of a quotation that a line begins with, and the rest. What is more than a number is none.
pub fn quote(line: &str) -> Option<(&str, &str)> {
    let rest = line.strip_prefix('>')?;
    let is_sign = rest.starts_with(|c: char| c.is_ascii_digit() || c == '=');
    (!is_sign).then(|| (">", rest.trim_start()))
}

/// The mark of an item that a line begins with, and the rest. A page's number between dashes is none.
pub fn bullet(line: &str) -> Option<(&str, &str)> {
    let (mark, rest) = line.split_at_checked(1)?;
    let is_mark = matches!(mark, "-" | "*" | "+") && rest.starts_with([' ', '\t']);
    let page = rest.trim().trim_end_matches('-').trim_end();
    let is_page = mark == "-"
        && line.ends_with('-')
        && !page.is_empty()
        && page.bytes().all(|byte| byte.is_ascii_digit());
    (is_mark && !is_page).then(|| (mark, rest.trim_start()))
}

/// The level of a heading and its words, if a line is one.
pub fn heading(line: &str) -> Option<(u8, &str)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let words = line.get(level..).filter(|rest| rest.starts_with(' '))?;
    (1..=6)
        .contains(&level)
        .then(|| (level as u8, words.trim()))
}

/// Whether a line is a rule (CommonMark 4.1): three and more of the same mark, white space between them or not.
pub fn is_rule(line: &str) -> bool {
    let mut marks = line.chars().filter(|c| !c.is_whitespace());
    let Some(mark) = marks.next().filter(|c| matches!(c, '*' | '-' | '_')) else {
        return false;
    };
    let mut count = 1;
    marks.all(|c| {
        count += 1;
        c == mark
    }) && count >= 3
}

/// Whether a line is a paragraph by itself: a numbered item, a row of a table.
pub fn stands_alone(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = digits > 0
        && line
            .get(digits..)
            .is_some_and(|rest| rest.starts_with(". ") || rest.starts_with(") "));
    numbered || line.starts_with('|')
}

/// The name of the tag that a line begins with, in small letters, if it is one of a block.
fn tag(line: &str) -> Option<String> {
    const TAGS: &[&str] = &[
        "p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "tr", "td",
        "th", "thead", "tbody", "li", "hr", "style", "script",
    ];
    let rest = line.strip_prefix('<')?;
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric());
    let (name, behind) = rest.split_at(end.unwrap_or(rest.len()));
    let name = name.to_ascii_lowercase();
    (TAGS.contains(&name.as_str()) && !behind.starts_with(':')).then_some(name)
}

/// Tables and remarks that take several lines. Each is looked for once, however many begin and never end.
#[derive(Debug, Default)]
pub struct Spans {
    /// Numbers of the lines in which a remark ends, in order.
    remarks: Vec<usize>,
    /// Tags that did not end up to the end of the text.
    endless: HashSet<String>,
}

impl Spans {
    /// The spans of some lines.
    pub fn of(lines: &[(usize, &str)]) -> Self {
        let ends = lines.iter().filter(|(_, line)| line.contains("-->"));
        Self {
            remarks: ends.map(|(number, _)| *number).collect(),
            endless: HashSet::new(),
        }
    }

    /// How many lines the tags take that the first line begins with: one, or all up to the end of a table or a list,
    /// whose parts belong together; 0 if it begins with none.
    pub fn tags(&mut self, lines: &[(usize, &str)]) -> usize {
        const WHOLE: &[&str] = &["table", "ol", "style", "script"];
        let Some((name, first)) = lines
            .first()
            .and_then(|(_, line)| Some((tag(trimmed(line))?, line)))
        else {
            return 0;
        };
        let one = !WHOLE.contains(&name.as_str()) || trimmed(first).starts_with("</");
        if one || self.endless.contains(&name) {
            return 1;
        }
        let (opens, closes) = (format!("<{name}"), format!("</{name}"));
        let mut open = 0;
        for (at, (_, line)) in lines.iter().enumerate() {
            let line = line.to_ascii_lowercase();
            open += line.matches(&opens).count();
            open = open.saturating_sub(line.matches(&closes).count());
            if open == 0 {
                return at + 1;
            }
        }
        // Without its end only the line itself is known to be one.
        self.endless.insert(name);
        1
    }

    /// How many lines a remark takes that the first line begins with; 0 if it begins with none, or never ends.
    pub fn remark(&self, lines: &[(usize, &str)]) -> usize {
        let Some((number, first)) = lines.first() else {
            return 0;
        };
        if !trimmed(first).starts_with("<!--") {
            return 0;
        }
        let at = self.remarks.partition_point(|end| end < number);
        let count = self.remarks.get(at).map(|end| end + 1 - number);
        // Words behind a remark are text.
        let last = count.and_then(|count| lines.get(count - 1));
        last.filter(|(_, line)| trimmed(line).ends_with("-->"))
            .and(count)
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_notes_are_defined() {
        let link = |label: &str| Some(Definition::Link(label.into()));
        assert_eq!(definition("[1]: http://a.cn/b"), link("1"));
        assert_eq!(definition("[Ab]: /c \"题\""), link("ab"));
        assert_eq!(
            definition("[^注]: 见上文"),
            Some(Definition::Note("注".into()))
        );
        assert_eq!(definition("[说明]: 见上文"), None);
        assert_eq!(definition("[1] 文献"), None);
    }

    #[test]
    fn marks_are_no_signs_and_no_numbers() {
        assert_eq!(quote("> 甲"), Some((">", "甲")));
        assert_eq!(quote(">50亿次"), None);
        assert_eq!(bullet("- 甲"), Some(("-", "甲")));
        assert_eq!(bullet("- 3 -"), None);
        assert_eq!(bullet("-3℃"), None);
        assert_eq!(underline("====="), Some(1));
        assert_eq!(underline("--"), None);
    }

    #[test]
    fn tables_and_remarks_take_several_lines() {
        let lines_of =
            |text: &'static str| -> Vec<(usize, &str)> { (1..).zip(text.lines()).collect() };
        let tags = |text| {
            let lines = lines_of(text);
            Spans::of(&lines).tags(&lines)
        };
        assert_eq!(tags("<table>\n<tr>\n</table>\n甲"), 3);
        assert_eq!(tags("<table>\n<tr>\n甲"), 1);
        assert_eq!(tags("<p>甲\n乙"), 1);
        let remark = |text| {
            let lines = lines_of(text);
            Spans::of(&lines).remark(&lines)
        };
        assert_eq!(remark("<!-- 甲\n乙 -->\n丙"), 2);
        assert_eq!(remark("<!-- 甲 --> 乙"), 0);
    }
}
