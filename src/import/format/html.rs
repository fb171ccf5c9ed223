//! Web pages: the words of what is shown, block by block.
//!
//! html5gum tokenizes as the WHATWG standard says and has no dependencies; a tree is not needed, because
//! only the order of words and where blocks end count.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::html_list::Lists;
use super::html_names::{BLOCKS, CODE, CONTROLS, FURNITURE, STRUCK, VOID};
use super::html_table::Tables;
use super::limits;
use crate::import::doubt::Why;
use crate::import::line::{Line, Raw, Style, trimmed};

/// An element whose words are no part of the text.
struct Aside {
    name: String,
    /// How many elements of that name are open in it, itself included.
    depth: usize,
    /// Why its words are left out; None for code.
    why: Option<Why>,
}

/// What is open around the words.
#[derive(Default)]
struct Reader {
    raw: Raw,
    /// The words of the block, white space run together.
    words: String,
    /// Where it begins, in bytes of the page.
    at: usize,
    /// The heading that is open.
    heading: Option<Style>,
    /// Elements whose words are no part of the text, the innermost last, and the words of the outermost.
    asides: Vec<Aside>,
    aside: String,
    aside_at: usize,
    why: Option<Why>,
    /// Whether what is hidden counts as shown, as on pages that show it later; letters that were hidden.
    shows_hidden: bool,
    hidden: usize,
    furniture: usize,
    links: usize,
    tables: Tables,
    lists: Lists,
    /// Letters in links, and all letters, of the block.
    linked: usize,
    letters: usize,
    in_title: bool,
    /// How deep in text whose lines are set (`pre`).
    set: usize,
    /// Whether the next words are those of `noscript`, which are a page of their own.
    in_noscript: bool,
}

/// The words of a page.
pub fn read(text: &str) -> Raw {
    let reader = page(text, false);
    let shown: usize = reader.raw.lines.iter().map(|line| line.text.len()).sum();
    // A page whose text is hidden at first shows it later.
    if reader.hidden > shown {
        return page(text, true).raw;
    }
    reader.raw
}

fn page(text: &str, shows_hidden: bool) -> Reader {
    let mut reader = Reader {
        shows_hidden,
        ..Reader::default()
    };
    let mut ends = LineEnds::new(text);
    reader.tokens(text, 0, &mut ends);
    reader.block(&mut ends);
    reader.end_aside(&mut ends);
    reader.tables.finish(&mut reader.raw.lines);
    reader.raw.doubts.append(&mut reader.tables.doubts);
    reader
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
    /// Goes through a page, or what stands at a byte of it.
    fn tokens(&mut self, text: &str, base: usize, ends: &mut LineEnds<'_>) {
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
            match token {
                Token::StartTag(tag) => {
                    self.in_noscript = base == 0 && name(&tag.name) == "noscript";
                    self.start(&tag, ends);
                }
                Token::EndTag(tag) => {
                    self.in_noscript = false;
                    self.end(&name(&tag.name), ends);
                }
                Token::String(words) if self.in_noscript => {
                    let words_at = base + words.span.start;
                    self.in_noscript = false;
                    self.tokens(&String::from_utf8_lossy(&words), words_at.max(1), ends);
                }
                Token::String(words) => {
                    let text = String::from_utf8_lossy(&words);
                    self.words(&text, base + words.span.start, ends);
                }
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
    }

    fn start(&mut self, tag: &StartTag<usize>, ends: &mut LineEnds<'_>) {
        let name = name(&tag.name);
        let name = name.as_str();
        let attribute = |key: &str| {
            let found = tag.attributes.get(key.as_bytes())?;
            Some(String::from_utf8_lossy(found).into_owned())
        };
        // A heading may have several lines.
        if name == "br" && self.heading.is_some() && self.asides.is_empty() {
            self.words.push('\n');
            return;
        }
        if BLOCKS.contains(&name) {
            // A paragraph or an item ends where the next block begins.
            let ended =
                |aside: &Aside| matches!((aside.name.as_str(), name), ("p", _) | ("li", "li"));
            if name != "br" && self.asides.last().is_some_and(ended) {
                self.asides.pop();
            }
            self.block(ends);
            if self.asides.is_empty() {
                self.end_aside(ends);
            }
        }
        let style = attribute("style").unwrap_or_default().to_lowercase();
        let style: String = style.split_whitespace().collect();
        if !tag.self_closing && !VOID.contains(&name) {
            self.set_aside(name, &style, attribute("hidden").is_some());
        }
        if !self.asides.is_empty() {
            return;
        }
        self.meta(name, tag);
        if BLOCKS.contains(&name) && !matches!(name, "br" | "div" | "center") {
            self.heading = None;
        }
        match name {
            "title" => self.in_title = true,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes().get(1).map_or(1, |digit| digit - b'0');
                self.heading = Some(Style::Heading(level));
            }
            // An anchor leads nowhere.
            "a" => {
                let leads = attribute("href").is_some_and(|to| !is_attachment(&to));
                self.links = usize::from(leads);
            }
            "pre" => self.set += 1,
            name if FURNITURE.contains(&name) => self.furniture += 1,
            _ => {}
        }
        let span = |key: &str| {
            attribute(key)
                .and_then(|text| text.trim().parse().ok())
                .unwrap_or(1)
        };
        self.tables.start(name, span, &mut self.raw.lines);
        self.lists.start(name, attribute, &style);
    }

    /// Begins what is no part of the text, or counts elements of the same name within it.
    fn set_aside(&mut self, name: &str, style: &str, hidden: bool) {
        if let Some(aside) = self.asides.last_mut()
            && aside.name == name
        {
            aside.depth += 1;
            return;
        }
        if self.asides.len() >= limits::TABLES.get() {
            return;
        }
        let hidden =
            hidden || style.contains("display:none") || style.contains("visibility:hidden");
        let why = if CODE.contains(&name) {
            None
        } else if CONTROLS.contains(&name) {
            Some(Why::Code)
        } else if hidden && !self.shows_hidden {
            Some(Why::Hidden)
        } else if STRUCK.contains(&name) || style.contains("line-through") {
            Some(Why::Struck)
        } else {
            return;
        };
        self.asides.push(Aside {
            name: name.to_owned(),
            depth: 1,
            why,
        });
    }

    /// Leaves out the words that were set aside.
    fn end_aside(&mut self, ends: &mut LineEnds<'_>) {
        let words = std::mem::take(&mut self.aside);
        if let Some(why) = self.why.take()
            && !trimmed(&words).is_empty()
        {
            let number = ends.line(self.aside_at);
            self.raw.leave(number, trimmed(&words), why);
        }
    }

    fn end(&mut self, name: &str, ends: &mut LineEnds<'_>) {
        if let Some(at) = self.asides.iter().rposition(|aside| aside.name == name) {
            self.asides.truncate(at + 1);
            if let Some(aside) = self.asides.last_mut() {
                aside.depth -= 1;
                if aside.depth == 0 {
                    self.asides.pop();
                }
            }
            if self.asides.is_empty() {
                self.end_aside(ends);
            }
            if self.asides.len() > at || !BLOCKS.contains(&name) {
                return;
            }
        } else if !self.asides.is_empty() {
            return;
        }
        if BLOCKS.contains(&name) {
            self.block(ends);
        }
        match name {
            "title" => self.in_title = false,
            "a" => self.links = 0,
            "pre" => self.set = self.set.saturating_sub(1),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = None,
            name if FURNITURE.contains(&name) => self.furniture = self.furniture.saturating_sub(1),
            _ => {}
        }
        self.tables.end(name, &mut self.raw.lines);
        self.lists.end(name);
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

    fn words(&mut self, text: &str, at: usize, ends: &mut LineEnds<'_>) {
        if let Some(aside) = self.asides.first() {
            if let Some(why) = aside.why {
                if self.aside.is_empty() {
                    self.aside_at = at;
                    self.why = Some(why);
                }
                self.aside.push_str(text);
                let letters = text.split_whitespace().map(str::len).sum::<usize>();
                self.hidden += if why == Why::Hidden { letters } else { 0 };
            }
            return;
        }
        if trimmed(&self.words).is_empty() {
            self.at = at;
        }
        for (from, c) in text.char_indices() {
            if self.set > 0 && c == '\n' {
                self.block(ends);
                self.at = at + from + 1;
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

    /// Ends the block.
    fn block(&mut self, ends: &mut LineEnds<'_>) {
        let words = std::mem::take(&mut self.words);
        let (linked, letters) = (
            std::mem::take(&mut self.linked),
            std::mem::take(&mut self.letters),
        );
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
        let style = match self.heading {
            Some(heading) => heading,
            None if linked == letters => Style::Links,
            None => Style::Plain,
        };
        for (at, text) in lines_of_heading(text).into_iter().enumerate() {
            self.raw.lines.push(Line {
                text: self.lists.numbered(&text),
                number,
                style: if at == 0 { style } else { Style::Plain },
                whole: self.set == 0,
                ..Line::default()
            });
        }
    }
}

/// The lines of a heading as one, but for those that stand below it: in brackets, or behind a dash.
fn lines_of_heading(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for line in text
        .split('\n')
        .map(trimmed)
        .filter(|line| !line.is_empty())
    {
        let below = line.starts_with(['（', '(', '—', '〔']);
        match all.last_mut() {
            Some(before) if !below => {
                let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
                if latin(before.chars().next_back()) && latin(line.chars().next()) {
                    before.push(' ');
                }
                before.push_str(line);
            }
            _ => all.push(line.to_owned()),
        }
    }
    all
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
                ("标题：", 4, Style::Plain),
                ("通知", 4, Style::Plain),
                ("返回", 4, Style::Links),
            ]
        );
        let left: Vec<&str> = raw.left.iter().map(|left| left.text.as_str()).collect();
        assert_eq!(left, ["题", "首页"]);
        assert_eq!(raw.front, [("title".to_owned(), "题".to_owned())]);
    }

    fn words(page: &str) -> (Vec<String>, Vec<(String, Why)>) {
        let raw = read(page);
        let left = raw.left.into_iter().map(|left| (left.text, left.why));
        let lines = raw.lines.into_iter().map(|line| line.text);
        (lines.collect(), left.collect())
    }

    #[test]
    fn struck_and_hidden_words_are_left_out() {
        let (lines, left) = words(
            "<p>修路<del>7</del><ins>8</ins>公里。</p><p style='display: none'>备注<p>通水。</p><div hidden>甲<div>乙</div>丙</div>丁",
        );
        assert_eq!(lines, ["修路8公里。", "通水。", "丁"]);
        assert_eq!(
            left,
            [
                ("7".into(), Why::Struck),
                ("备注".into(), Why::Hidden),
                ("甲乙丙".into(), Why::Hidden)
            ]
        );
        // A page that shows its text later.
        assert_eq!(
            words("<p>题</p><div style='display:none'><p>全文。</p></div>").0,
            ["题", "全文。"]
        );
    }

    #[test]
    fn lists_have_their_numbers() {
        let (lines, _) = words(
            "<ol start=3><li>甲<ul><li>乙</ul><li>3. 丙</ol><ol type=a><li value=2>丁</ol><ol><li>一、戊</ol>",
        );
        assert_eq!(lines, ["3. 甲", "乙", "3. 丙", "b. 丁", "一、戊"]);
    }

    #[test]
    fn what_is_shown_without_scripts_is_text() {
        let (lines, _) = words("<p>甲</p><noscript><p>乙</p><noscript>丙</noscript><p>丁</p>");
        assert_eq!(lines, ["甲", "乙", "丙", "丁"]);
    }

    #[test]
    fn a_heading_may_have_several_lines() {
        let raw = read("<h1>关于修路<br>的意见<br>（试行）</h1><p>甲</p>");
        let lines: Vec<(&str, Style)> = raw
            .lines
            .iter()
            .map(|line| (line.text.as_str(), line.style))
            .collect();
        assert_eq!(
            lines,
            [
                ("关于修路的意见", Style::Heading(1)),
                ("（试行）", Style::Plain),
                ("甲", Style::Plain)
            ]
        );
    }

    #[test]
    fn cells_below_a_merged_one_keep_their_columns() {
        let raw = read(
            "<table><tr><th rowspan=2>项<th colspan=2>年<tr><th>目<th>责<tr><td>路<td>8<td>甲</table>",
        );
        let cells: Vec<_> = raw.lines.iter().filter_map(|line| line.cell).collect();
        let places: Vec<(usize, usize)> =
            cells.iter().map(|cell| (cell.row, cell.column)).collect();
        assert_eq!(
            places,
            [(0, 0), (0, 1), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)]
        );
    }

    #[test]
    fn a_small_table_in_a_cell_becomes_its_words() {
        let raw = read(
            "<table><tr><td>事项<td>数量<td>单位<tr><td>泵站<td><table><tr><td>城区<td>1座</table><td>水务局</table>",
        );
        let places: Vec<_> = raw
            .lines
            .iter()
            .filter_map(|line| Some((line.cell?.row, line.cell?.column, line.text.as_str())))
            .collect();
        assert_eq!(
            places,
            [
                (0, 0, "事项"),
                (0, 1, "数量"),
                (0, 2, "单位"),
                (1, 0, "泵站"),
                (1, 1, "城区"),
                (1, 1, "1座"),
                (1, 2, "水务局")
            ]
        );
        assert!(raw.lines.iter().all(|line| line.cell.unwrap().table == 0));
        assert_eq!(raw.doubts[0].rule, Some("small-table-in-cell"));
        // One that lays out a page is no table.
        let raw = read("<table><tr><td>导航<td><table><tr><td>事项<td>数量</table></table>");
        assert_eq!(raw.lines[0].cell, None);
        assert!(raw.doubts.is_empty());
    }

    #[test]
    fn cells_may_stand_in_no_row() {
        let raw = read("<table><td>事项<td>数量<tr><td>泵站<td>3座</table>");
        let rows: Vec<usize> = raw
            .lines
            .iter()
            .map(|line| line.cell.unwrap().row)
            .collect();
        assert_eq!(rows, [0, 0, 1, 1]);
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
