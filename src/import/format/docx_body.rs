//! The text of a Word file: its paragraphs with what was tracked, hidden or struck out set aside (ECMA-376 part 1,
//! 17.3, 17.13.5). Knows no parts of the file.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};

use super::docx_list::Numbering;
use super::docx_sign::sign;
use super::docx_style::{Styles, TextStyle, is_on, outline};
use super::docx_table::Tables;
use super::xml::{each, number, value};
use crate::import::doubt::{Doubt, Doubted, Why};
use crate::import::line::{Line, Raw, Style, trimmed};

/// Goes through paragraphs and tables; false if the part is broken.
pub fn document(xml: &[u8], styles: &Styles, numbering: Numbering, raw: &mut Raw) -> bool {
    let mut document = Document {
        styles,
        numbering,
        raw,
        now: Paragraph::default(),
        outer: Vec::new(),
        tables: Tables::default(),
        open: Depths::default(),
        run: Run::default(),
        count: 0,
        in_text: false,
        joins: None,
        tracked: None,
    };
    let whole = each(xml, |event| match event {
        Event::Start(tag) => document.start(tag, true),
        Event::Empty(tag) => document.start(tag, false),
        Event::Text(text) => document.text(text),
        Event::CData(text) => document.text(text),
        Event::GeneralRef(name) => {
            let name: &str = name;
            let text = quick_xml::escape::unescape(&format!("&{name};")).map(Cow::into_owned);
            document.text(&text.unwrap_or_default());
        }
        Event::End(tag) => document.end(tag.local_name().as_ref()),
        _ => {}
    });
    // What a broken file does not end ends here.
    while !document.outer.is_empty() {
        document.end_paragraph();
    }
    document.end_joined();
    let (tracked, doubts) = (document.tracked, document.tables.doubts);
    raw.doubts.extend(doubts);
    if let Some(number) = tracked {
        raw.doubts.push(Doubt::at(number, Doubted::Tracked));
    }
    whole
}

/// A paragraph while it is gone through.
#[derive(Default)]
struct Paragraph {
    /// Its words, and those that are no part of the text, each with the reason.
    words: String,
    aside: Vec<(Why, String)>,
    own: TextStyle,
    /// The bytes of its words, from the first on, that are set in bold.
    bold: usize,
    number: usize,
    /// Whether its mark was deleted: the next one goes on with it.
    unmarked: bool,
}

/// What a run says of its words.
#[derive(Default)]
struct Run {
    style: TextStyle,
    hidden: Option<bool>,
    struck: Option<bool>,
    bold: bool,
}

/// How deep in elements that change what words are.
#[derive(Default)]
struct Depths {
    /// What is repeated for older programs (`mc:Fallback`, part 3, 7.5).
    fallback: usize,
    deleted: usize,
    moved: usize,
    /// How something is read aloud (17.3.3.24).
    ruby: usize,
    /// Properties of paragraphs, and what properties were before they were changed.
    paragraph: usize,
    row: usize,
    before: usize,
}

/// The main part while it is gone through.
struct Document<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    raw: &'a mut Raw,
    now: Paragraph,
    /// The paragraphs around it: one that holds a text box holds paragraphs.
    outer: Vec<Paragraph>,
    tables: Tables,
    open: Depths,
    run: Run,
    /// How many paragraphs there were.
    count: usize,
    in_text: bool,
    /// A paragraph that the next one goes on with.
    joins: Option<Paragraph>,
    /// The first paragraph with changes that were tracked.
    tracked: Option<usize>,
}

impl Document<'_> {
    fn start(&mut self, tag: &BytesStart<'_>, opens: bool) {
        let name = tag.local_name();
        let name = name.as_ref();
        let deep = usize::from(opens);
        match name {
            name if name.ends_with("Change") => self.open.before += deep,
            _ if self.open.before > 0 => {}
            "p" if opens => self.start_paragraph(),
            "r" => self.run = Run::default(),
            "pPr" => self.open.paragraph += deep,
            "trPr" => self.open.row += deep,
            "Fallback" => self.open.fallback += deep,
            "rt" => self.open.ruby += deep,
            "del" | "moveFrom" => self.deleted(name, deep),
            "ins" | "moveTo" => self.changed(),
            "t" | "delText" if opens => self.in_text = true,
            _ => {
                self.property(name, tag);
                self.sign(name, tag);
                self.tables.start(name, tag, opens, &self.raw.lines);
            }
        }
    }

    fn start_paragraph(&mut self) {
        self.count += 1;
        let now = Paragraph {
            number: self.count,
            ..Paragraph::default()
        };
        self.outer.push(std::mem::replace(&mut self.now, now));
        self.run = Run::default();
    }

    /// A deletion: of words, of a paragraph's mark, or of a row.
    fn deleted(&mut self, name: &str, deep: usize) {
        self.changed();
        if name == "del" {
            self.open.deleted += deep;
        } else {
            self.open.moved += deep;
        }
        if self.open.paragraph > 0 {
            self.now.unmarked = true;
        } else if self.open.row > 0 {
            self.tables.delete();
        }
    }

    fn changed(&mut self) {
        self.tracked.get_or_insert(self.count.max(1));
    }

    /// Properties of paragraphs and runs.
    fn property(&mut self, name: &str, tag: &BytesStart<'_>) {
        if self.open.paragraph > 0 {
            match name {
                "pStyle" => {
                    let id = value(tag, "val").unwrap_or_default();
                    self.now.own = self.styles.get(&id);
                    let list = self.now.own.list;
                    let level = list.and_then(|list| self.numbering.level_of_style(list, &id));
                    self.now.own.level = self.now.own.level.or(level);
                }
                "outlineLvl" => self.now.own.style = outline(tag).or(self.now.own.style),
                "ilvl" => {
                    self.now.own.level = number(tag).and_then(|level| u8::try_from(level).ok());
                }
                "numId" => self.now.own.list = number(tag),
                _ => {}
            }
            return;
        }
        match name {
            "rStyle" => self.run.style = self.styles.get(&value(tag, "val").unwrap_or_default()),
            "b" => self.run.bold = is_on(tag),
            "vanish" => self.run.hidden = Some(is_on(tag)),
            "strike" | "dstrike" => self.run.struck = Some(is_on(tag)),
            _ => {}
        }
    }

    /// Elements that stand for a character.
    fn sign(&mut self, name: &str, tag: &BytesStart<'_>) {
        if self.open.paragraph > 0 {
            return;
        }
        match name {
            "tab" | "ptab" => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "sym" => {
                if let Some(sign) = sign(tag) {
                    self.push(sign.encode_utf8(&mut [0; 4]));
                }
            }
            "noBreakHyphen" => self.push("-"),
            _ => {}
        }
    }

    /// Why words that stand here are no part of the text.
    fn aside(&self) -> Option<Why> {
        let own = self.now.own;
        let (run, style) = (&self.run, self.run.style);
        let on = |run: Option<bool>, style: Option<bool>, own: Option<bool>| {
            run.or(style).or(own).unwrap_or_default()
        };
        let open = &self.open;
        if open.fallback > 0 || open.ruby > 0 {
            Some(Why::WordPart)
        } else if open.deleted > 0 || open.moved > 0 || self.tables.is_deleted() {
            Some(Why::Deleted)
        } else if on(run.hidden, style.hidden, own.hidden) {
            Some(Why::Hidden)
        } else {
            on(run.struck, style.struck, own.struck).then_some(Why::Struck)
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text {
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        let Some(why) = self.aside() else {
            let now = &mut self.now;
            let so_far = now.bold == now.words.len() || trimmed(&now.words).is_empty();
            now.words.push_str(text);
            if so_far && self.run.bold {
                now.bold = now.words.len();
            }
            return;
        };
        match self.now.aside.last_mut() {
            Some((same, words)) if *same == why => words.push_str(text),
            _ => self.now.aside.push((why, text.to_owned())),
        }
    }

    fn end(&mut self, name: &str) {
        let open = &mut self.open;
        let depth = match name {
            name if name.ends_with("Change") => &mut open.before,
            "pPr" => &mut open.paragraph,
            "trPr" => &mut open.row,
            "Fallback" => &mut open.fallback,
            "rt" => &mut open.ruby,
            "del" => &mut open.deleted,
            "moveFrom" => &mut open.moved,
            "t" | "delText" => {
                self.in_text = false;
                return;
            }
            "p" if !self.outer.is_empty() => return self.end_paragraph(),
            "tc" => {
                self.end_joined();
                return self.tables.end(name, &mut self.raw.lines);
            }
            _ => return self.tables.end(name, &mut self.raw.lines),
        };
        *depth = depth.saturating_sub(1);
    }

    fn end_paragraph(&mut self) {
        let outer = self.outer.pop().unwrap_or_default();
        let mut now = std::mem::replace(&mut self.now, outer);
        for (why, words) in std::mem::take(&mut now.aside) {
            let words = trimmed(&words);
            if !words.is_empty() {
                self.raw.leave(now.number, words, why);
            }
        }
        if let Some(before) = self.joins.take() {
            // The mark that is left is that of the last one.
            let words = before.words + &now.words;
            now = Paragraph { words, ..now };
        }
        if now.unmarked {
            self.joins = Some(now);
            return;
        }
        self.put(now);
    }

    /// Ends a paragraph whose mark was deleted and that nothing follows.
    fn end_joined(&mut self) {
        if let Some(now) = self.joins.take() {
            self.put(now);
        }
    }

    fn put(&mut self, now: Paragraph) {
        let Paragraph {
            words,
            own,
            bold,
            number,
            ..
        } = now;
        let empty = trimmed(&words).is_empty();
        // An empty paragraph of a cell may be nothing but its number.
        if empty && !(self.tables.is_in() && own.list.is_some() && !self.tables.is_deleted()) {
            return;
        }
        if own.contents {
            return self.raw.leave(number, trimmed(&words), Why::Contents);
        }
        let label = own
            .list
            .and_then(|list| self.numbering.next(list, own.level.unwrap_or_default()));
        let label = label.unwrap_or_default();
        let style = own.style.unwrap_or_default();
        if empty {
            push(self.raw, ("", 0), &label, number, style);
        } else {
            push(self.raw, (&label, bold), &words, number, style);
        }
    }
}

/// A paragraph behind its label, of which so many bytes are in bold; lines that were broken by hand are lines.
fn push(raw: &mut Raw, (label, bold): (&str, usize), words: &str, number: usize, style: Style) {
    let (mut label, mut bold) = (label, bold);
    for line in words.split('\n') {
        let text = trimmed(line);
        if text.is_empty() {
            continue;
        }
        let before = line.len() - line.trim_start().len();
        let bold_here = bold.saturating_sub(before).min(text.len());
        raw.lines.push(Line {
            text: format!("{label}{text}"),
            bold: if bold_here > 0 {
                label.len() + bold_here
            } else {
                0
            },
            number,
            style,
            whole: true,
            ..Line::default()
        });
        (label, bold) = ("", 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Raw {
        let xml = format!("<w:document><w:body>{body}</w:body></w:document>");
        let mut raw = Raw::default();
        assert!(document(
            xml.as_bytes(),
            &Styles::default(),
            Numbering::default(),
            &mut raw
        ));
        raw
    }

    fn lines(raw: &Raw) -> Vec<&str> {
        raw.lines.iter().map(|line| line.text.as_str()).collect()
    }

    fn left(raw: &Raw) -> Vec<(&str, Why)> {
        let left = raw.left.iter();
        left.map(|left| (left.text.as_str(), left.why)).collect()
    }

    #[test]
    fn a_text_box_does_not_take_the_words_around_it() {
        let raw = read(
            "<w:p><w:r><w:t>before </w:t></w:r><mc:AlternateContent>
            <mc:Choice><w:p><w:r><w:t>box</w:t></w:r></w:p><w:p/></mc:Choice>
            <mc:Fallback><w:p><w:r><w:t>again</w:t></w:r></w:p></mc:Fallback>
            </mc:AlternateContent><w:r><w:t>behind</w:t></w:r></w:p>",
        );
        assert_eq!(lines(&raw), ["box", "before behind"]);
        assert_eq!(left(&raw), [("again", Why::WordPart)]);
    }

    #[test]
    fn tracked_changes_give_the_text_that_was_accepted() {
        let raw = read(
            "<w:p><w:r><w:t>修路</w:t></w:r><w:del><w:r><w:delText>7</w:delText></w:r></w:del>
            <w:ins><w:r><w:t>8</w:t></w:r></w:ins><w:r><w:t>公里。</w:t></w:r></w:p>
            <w:p><w:moveFrom><w:r><w:t>通水。</w:t></w:r></w:moveFrom></w:p>
            <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前段，</w:t></w:r></w:p>
            <w:p><w:moveTo><w:r><w:t>通水。</w:t></w:r></w:moveTo></w:p>",
        );
        assert_eq!(lines(&raw), ["修路8公里。", "前段，通水。"]);
        assert_eq!(left(&raw), [("7", Why::Deleted), ("通水。", Why::Deleted)]);
        assert_eq!(raw.doubts[0].what, Doubted::Tracked);
    }

    #[test]
    fn hidden_and_struck_words_are_no_text() {
        let raw = read(
            "<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t>修路</w:t></w:r>
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>批</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>7公里</w:t></w:r>
            <w:r><w:rPr><w:strike w:val=\"0\"/></w:rPr><w:t>8公里</w:t></w:r>
            <w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>",
        );
        assert_eq!(lines(&raw), ["修路8公里✓"]);
        assert_eq!(left(&raw), [("批", Why::Hidden), ("7公里", Why::Struck)]);
    }

    #[test]
    fn paragraphs_of_tables_know_their_cells() {
        let raw = read(
            "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>事项</w:t></w:r></w:p></w:tc>
            <w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>指标</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>数量</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            <w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>",
        );
        let cells: Vec<_> = raw
            .lines
            .iter()
            .map(|line| line.cell.map(|c| (c.row, c.column, c.columns, c.rows)))
            .collect();
        assert_eq!(
            cells,
            [
                Some((0, 0, 1, 2)),
                Some((0, 1, 2, 1)),
                Some((1, 1, 1, 1)),
                None
            ]
        );
        assert_eq!(raw.lines[3].text, "甲\t乙");
    }

    #[test]
    fn words_in_bold_at_the_beginning_are_counted() {
        let run =
            |bold: &str, words: &str| format!("<w:r><w:rPr>{bold}</w:rPr><w:t>{words}</w:t></w:r>");
        let bold = |runs: [(&str, &str); 2]| {
            let runs = runs.map(|(bold, words)| run(bold, words)).concat();
            let raw = read(&format!("<w:p>{runs}</w:p>"));
            let line = &raw.lines[0];
            line.text.get(..line.bold).unwrap().to_owned()
        };
        assert_eq!(
            bold([("<w:b/>", "　办好学校。"), ("", "新建三所。")]),
            "办好学校。"
        );
        assert_eq!(
            bold([("<w:b/>", "办好"), ("<w:b/>", "学校。")]),
            "办好学校。"
        );
        assert_eq!(bold([("", "办好学校。"), ("<w:b/>", "新建三所。")]), "");
        assert_eq!(
            bold([("<w:b w:val=\"0\"/>", "办好学校。"), ("", "新建三所。")]),
            ""
        );
    }
}
