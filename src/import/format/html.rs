//! Web pages: the words of what is shown, block by block.
//!
//! html5gum tokenizes as the WHATWG standard says and has no dependencies; a tree is not needed, because
//! only the order of words and where blocks end count.

use html5gum::{DefaultEmitter, Spanned, StartTag, Token, Tokenizer};

use super::limits;
use crate::import::doubt::Why;
use crate::import::line::{Line, Raw, Style, trimmed};

/// Elements whose words are never shown, or are furniture wherever they are.
const HIDDEN: [&str; 9] = [
    "script", "style", "template", "noscript", "iframe", "select", "button", "textarea", "svg",
];
const FURNITURE: [&str; 3] = ["nav", "footer", "aside"];
/// Elements that begin and end a block.
const BLOCKS: &[&str] = &[
    "td",
    "th",
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "title",
    "tr",
    "ul",
];

/// What is open around the words.
#[derive(Default)]
struct Reader {
    raw: Raw,
    /// The words of the block, white space run together.
    words: String,
    /// Where it begins, in bytes of the page.
    at: usize,
    style: Style,
    /// How deep in hidden elements and in furniture it is, by name.
    hidden: Vec<String>,
    furniture: usize,
    links: usize,
    /// Rows of tables that are open: the first line of each, its cells, and whether it holds other rows.
    rows: Vec<(usize, usize, bool)>,
    /// How many rows were open where each table begins.
    tables: Vec<usize>,
    /// Letters in links, and all letters, of the block.
    linked: usize,
    letters: usize,
    in_title: bool,
    /// How deep in text whose lines are set (`pre`).
    set: usize,
}

/// The words of a page.
pub fn read(text: &str) -> Raw {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader::default();
    let mut ends = LineEnds::new(text);
    for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Token::StartTag(tag) => reader.start(&tag, &mut ends),
            Token::EndTag(tag) => reader.end(&name(&tag.name), &mut ends),
            Token::String(words) => reader.words(&words, &mut ends),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.block(&mut ends);
    reader.raw
}

fn name(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Whether an address is that of a file: a link to one is part of the text.
fn is_attachment(to: &str) -> bool {
    let to = to.to_ascii_lowercase();
    let ends = [
        ".doc", ".docx", ".pdf", ".xls", ".xlsx", ".wps", ".et", ".ofd", ".zip", ".rar",
    ];
    ends.iter().any(|end| to.ends_with(end))
}

/// The line of a byte, for bytes that are asked for in order.
struct LineEnds<'a> {
    text: &'a [u8],
    at: usize,
    line: usize,
}

impl<'a> LineEnds<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text: text.as_bytes(),
            at: 0,
            line: 1,
        }
    }

    fn line(&mut self, byte: usize) -> usize {
        let passed = self.text.get(self.at..byte).unwrap_or_default();
        self.line += passed.split(|byte| *byte == b'\n').count() - 1;
        self.at = self.at.max(byte);
        self.line
    }
}

impl Reader {
    fn start(&mut self, tag: &StartTag<usize>, ends: &mut LineEnds<'_>) {
        let name = name(&tag.name);
        if HIDDEN.contains(&name.as_str()) && !tag.self_closing {
            self.hidden.push(name);
            return;
        }
        self.meta(&name, tag);
        if BLOCKS.contains(&name.as_str()) {
            self.block(ends);
        }
        match name.as_str() {
            "title" => self.in_title = true,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name
                    .as_bytes()
                    .get(1)
                    .copied()
                    .map_or(1, |digit| digit - b'0');
                self.style = Style::Heading(level);
            }
            "tr" => {
                self.end_row();
                if let Some(outer) = self.rows.last_mut() {
                    outer.2 = true;
                }
                self.rows.push((self.raw.lines.len(), 0, false));
            }
            "td" | "th" => {
                if let Some(row) = self.rows.last_mut() {
                    row.1 += 1;
                }
            }
            "table" => self.tables.push(self.rows.len()),
            // An anchor leads nowhere.
            "a" => {
                let to = tag.attributes.get(&b"href"[..]);
                let leads = to.is_some_and(|to| !is_attachment(&String::from_utf8_lossy(to)));
                self.links = usize::from(leads);
            }
            "pre" => self.set += 1,
            name if FURNITURE.contains(&name) => self.furniture += 1,
            _ => {}
        }
    }

    fn end(&mut self, name: &str, ends: &mut LineEnds<'_>) {
        if let Some(at) = self.hidden.iter().rposition(|open| open == name) {
            self.hidden.truncate(at);
            return;
        }
        if BLOCKS.contains(&name) {
            self.block(ends);
        }
        match name {
            "title" => self.in_title = false,
            "a" => self.links = 0,
            "pre" => self.set = self.set.saturating_sub(1),
            "tr" => self.end_row(),
            "table" => {
                let outer = self.tables.pop().unwrap_or_default();
                self.rows.truncate(outer);
            }
            name if FURNITURE.contains(&name) => self.furniture = self.furniture.saturating_sub(1),
            _ => {}
        }
    }

    /// What the page says of itself.
    fn meta(&mut self, name: &str, tag: &StartTag<usize>) {
        if name != "meta" {
            return;
        }
        let value = |key: &[u8]| {
            let found = tag.attributes.get(key)?;
            Some(String::from_utf8_lossy(found).into_owned())
        };
        let key = value(b"name").or_else(|| value(b"property"));
        if let Some((key, content)) = key.zip(value(b"content")) {
            self.raw.front.push((key.to_lowercase(), content));
        }
    }

    fn space(&mut self) {
        if !self.words.is_empty() && !self.words.ends_with(' ') {
            self.words.push(' ');
        }
    }

    fn words(&mut self, words: &Spanned<html5gum::HtmlString, usize>, ends: &mut LineEnds<'_>) {
        let text = String::from_utf8_lossy(words);
        if !self.hidden.is_empty() {
            return;
        }
        if trimmed(&self.words).is_empty() {
            self.at = words.span.start;
        }
        for (at, c) in text.char_indices() {
            if self.set > 0 && c == '\n' {
                self.block(ends);
                self.at = words.span.start + at + 1;
                continue;
            }
            // White space runs together, as on the page; a no-break space stays.
            if c.is_ascii_whitespace() {
                self.space();
            } else {
                self.words.push(c);
                self.letters += usize::from(!c.is_whitespace());
                self.linked += usize::from(self.links > 0 && !c.is_whitespace());
            }
        }
    }

    /// Ends the row of the innermost table: the words of its cells make a line, unless the table is there for the
    /// layout of the page.
    fn end_row(&mut self) {
        let inner = self.tables.last().copied().unwrap_or_default();
        if self.rows.len() <= inner {
            return;
        }
        let Some((start, cells, outer)) = self.rows.pop() else {
            return;
        };
        let lines = self.raw.lines.get(start..).unwrap_or_default();
        let count = |line: &Line| line.text.chars().count();
        let short = lines.iter().map(count).sum::<usize>() <= limits::ROW.get()
            && lines.iter().all(|line| count(line) <= limits::CELL.get());
        let plain = lines
            .iter()
            .all(|line| line.style == Style::Plain || line.style == Style::Links);
        if cells < 2 || outer || !short || !plain || lines.is_empty() {
            return;
        }
        let words: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        let row = Line {
            text: words.join(" "),
            style: Style::Row,
            ..lines.first().cloned().unwrap_or_default()
        };
        self.raw.lines.truncate(start);
        self.raw.lines.push(row);
    }

    /// Ends the block.
    fn block(&mut self, ends: &mut LineEnds<'_>) {
        let words = std::mem::take(&mut self.words);
        let (linked, letters) = (
            std::mem::take(&mut self.linked),
            std::mem::take(&mut self.letters),
        );
        let style = std::mem::take(&mut self.style);
        let text = trimmed(&words);
        if text.is_empty() {
            return;
        }
        let number = ends.line(self.at);
        if self.in_title {
            self.raw.front.push(("title".into(), text.to_owned()));
            return self.raw.leave(number, text, Why::Title);
        }
        if self.furniture > 0 {
            return self.raw.leave(number, text, Why::Site);
        }
        let style = match style {
            Style::Plain if linked == letters => Style::Links,
            style => style,
        };
        self.raw.lines.push(Line {
            text: text.to_owned(),
            number,
            style,
            whole: self.set == 0,
            ..Line::default()
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_gives_its_words_in_blocks() {
        let page = "<!DOCTYPE html><html><head><title>题</title><script>if (a<b) 甲</script></head>\n<body>\
                    <nav>首页</nav>\n<h2>一、总体要求</h2><p>第一&nbsp;句<br>第二\n 句&#20108;</p>\
                    <table><tr><td>标题：</td><td>通知</td></tr></table><a href=x>返回</a></body>";
        let raw = read(page);
        let lines: Vec<(&str, usize, Style)> = raw
            .lines
            .iter()
            .map(|l| (l.text.as_str(), l.number, l.style))
            .collect();
        assert_eq!(
            lines,
            [
                ("一、总体要求", 3, Style::Heading(2)),
                ("第一\u{a0}句", 3, Style::Plain),
                ("第二 句二", 3, Style::Plain),
                ("标题： 通知", 4, Style::Row),
                ("返回", 4, Style::Links),
            ]
        );
        let left: Vec<&str> = raw.left.iter().map(|left| left.text.as_str()).collect();
        assert_eq!(left, ["题", "首页"]);
        assert_eq!(raw.front, [("title".to_owned(), "题".to_owned())]);
    }

    #[test]
    fn broken_pages_give_their_words_as_well() {
        for page in [
            "<p>甲<div>乙",
            "甲</p></p><b>乙",
            "<p a=\"甲>乙",
            "<!-- 甲",
            "<script>甲",
            "甲<",
        ] {
            read(page);
        }
        assert_eq!(read("<p>甲<div>乙").lines.len(), 2);
    }
}
