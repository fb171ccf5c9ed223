//! Word files: paragraphs, styles, automatic numbering and tables of `word/document.xml`.
//!
//! ECMA-376 part 1, 17.3 (paragraphs and runs), 17.4 (tables), 17.7 (styles), 17.9 (numbering).

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::docx_list::Numbering;
use super::limits;
use super::xml::{each, number, value};
use crate::import::doubt::{Doubt, Doubted, Why};
use crate::import::line::{Line, Raw, Style, trimmed};

/// The words of a Word file.
pub fn read(bytes: &[u8]) -> Raw {
    let mut raw = Raw::default();
    let mut missing = false;
    let mut wrong: Vec<Doubted> = Vec::new();
    match ZipArchive::new(Cursor::new(bytes)) {
        Ok(mut archive) if archive.len() <= limits::PARTS.get() => {
            // Heads and feet of pages.
            let mut heads: Vec<String> = archive
                .file_names()
                .flatten()
                .map(Cow::into_owned)
                .filter(|name| {
                    let part = name.strip_prefix("word/").unwrap_or_default();
                    part.starts_with("header") || part.starts_with("footer")
                })
                .collect();
            heads.sort();
            heads.truncate(limits::HEADS_OF_PAGES.get());
            let mut part = |name: &str| match unpacked(&mut archive, name) {
                Ok(part) => part,
                Err(what) => {
                    wrong.push(what);
                    None
                }
            };
            let styles = part("word/styles.xml")
                .map(|xml| styles(&xml))
                .unwrap_or_default();
            let numbering = part("word/numbering.xml")
                .map(|xml| Numbering::read(&xml))
                .unwrap_or_default();
            match part("word/document.xml") {
                Some(xml) => missing = !document(&xml, &styles, numbering, &mut raw),
                None => missing = true,
            }
            let notes = [
                "word/footnotes.xml",
                "word/endnotes.xml",
                "word/comments.xml",
            ];
            for name in notes.into_iter().chain(heads.iter().map(String::as_str)) {
                if let Some(xml) = part(name) {
                    let mut notes = Raw::default();
                    document(&xml, &styles, Numbering::default(), &mut notes);
                    for line in notes.lines {
                        raw.leave(line.number, &line.text, Why::WordPart);
                    }
                }
            }
            if let Some(xml) = part("docProps/core.xml") {
                core(&xml, &mut raw);
            }
        }
        Ok(_) => wrong.push(Doubted::Limit("zip")),
        Err(error) => wrong.push(Doubted::Unreadable(error.to_string())),
    }
    if missing {
        wrong.push(Doubted::Unreadable("word/document.xml".into()));
    }
    raw.doubts
        .extend(wrong.into_iter().map(|what| Doubt::at(1, what)));
    raw
}

/// A part of the file; None if there is none.
fn unpacked(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
) -> Result<Option<Vec<u8>>, Doubted> {
    let part = match archive.by_name(name) {
        Ok(part) => part,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(Doubted::Unreadable(format!("{name}: {error}"))),
    };
    let mut out = Vec::new();
    let read = part
        .take(limits::LARGEST_PART.get() + 1)
        .read_to_end(&mut out);
    read.map_err(|error| Doubted::Unreadable(format!("{name}: {error}")))?;
    if out.len() as u64 > limits::LARGEST_PART.get() {
        return Err(Doubted::Limit("64 MB"));
    }
    Ok(Some(out))
}

/// A paragraph style.
#[derive(Clone, Copy, Debug, Default)]
struct ParagraphStyle {
    style: Style,
    /// Whether it is an entry of a table of contents.
    contents: bool,
    /// The list and its level.
    list: Option<(u32, u8)>,
}

/// The paragraph styles, by id.
fn styles(xml: &[u8]) -> HashMap<String, ParagraphStyle> {
    let mut all = HashMap::new();
    let mut id = String::new();
    let mut now = ParagraphStyle::default();
    each(xml, |event| match event {
        Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
            "style" => {
                id = value(tag, "styleId").unwrap_or_default();
                now = ParagraphStyle::default();
            }
            "name" => {
                let name = value(tag, "val").unwrap_or_default().to_lowercase();
                let level = name
                    .strip_prefix("heading ")
                    .and_then(|level| level.parse().ok());
                if let Some(level) = level {
                    now.style = Style::Heading(level);
                } else if name.starts_with("toc ") {
                    now.contents = true;
                } else if name == "title" {
                    now.style = Style::Title;
                }
            }
            "outlineLvl" => {
                if let (Some(level), Style::Plain) = (number(tag), now.style)
                    && level < 9
                {
                    now.style = Style::Heading(level as u8 + 1);
                }
            }
            "numId" => {
                now.list = number(tag).map(|list| (list, now.list.map_or(0, |(_, level)| level)));
            }
            "ilvl" => {
                now.list =
                    number(tag).map(|level| (now.list.map_or(0, |(list, _)| list), level as u8));
            }
            _ => {}
        },
        Event::End(tag) if tag.local_name().as_ref() == "style" => {
            all.insert(std::mem::take(&mut id), now);
        }
        _ => {}
    });
    all
}

/// Goes through paragraphs and tables; false if the part is broken.
fn document(
    xml: &[u8],
    styles: &HashMap<String, ParagraphStyle>,
    numbering: Numbering,
    raw: &mut Raw,
) -> bool {
    let mut document = Document {
        styles,
        numbering,
        raw,
        now: Paragraph::default(),
        outer: Vec::new(),
        fallback: 0,
        paragraph: 0,
        row: (0, String::new(), 0),
        into: Into::Nothing,
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
    document.row.0 = 0;
    document.end("tr");
    whole
}

/// Where text goes.
#[derive(Clone, Copy)]
enum Into {
    Nothing,
    Words,
    Deleted,
}

/// A paragraph while it is gone through.
#[derive(Default)]
struct Paragraph {
    /// Its words, and those that are no part of the text: deleted, or repeated for older programs.
    words: String,
    deleted: String,
    own: ParagraphStyle,
    number: usize,
}

/// The main part while it is gone through.
struct Document<'a> {
    styles: &'a HashMap<String, ParagraphStyle>,
    numbering: Numbering,
    raw: &'a mut Raw,
    now: Paragraph,
    /// The paragraphs around it: one that holds a text box holds paragraphs.
    outer: Vec<Paragraph>,
    /// How deep in what is repeated for older programs (`mc:Fallback`, part 3, 7.5).
    fallback: usize,
    /// How many there were.
    paragraph: usize,
    /// How deep in rows of tables, the words of the outermost one, and the paragraph it begins with.
    row: (usize, String, usize),
    into: Into,
}

impl Document<'_> {
    fn start(&mut self, tag: &BytesStart<'_>, opens: bool) {
        let (list, level) = self.now.own.list.unwrap_or_default();
        match tag.local_name().as_ref() {
            "p" if opens => {
                self.paragraph += 1;
                let now = Paragraph {
                    number: self.paragraph,
                    ..Paragraph::default()
                };
                self.outer.push(std::mem::replace(&mut self.now, now));
            }
            "Fallback" => self.fallback += usize::from(opens),
            "tr" if opens => {
                self.row.0 += 1;
                self.row.2 = self.paragraph + 1;
            }
            "pStyle" => {
                let style = value(tag, "val").and_then(|id| self.styles.get(&id).copied());
                self.now.own = style.unwrap_or_default();
            }
            "outlineLvl" => {
                if let Some(level) = number(tag).filter(|level| *level < 9) {
                    self.now.own.style = Style::Heading(level as u8 + 1);
                }
            }
            "ilvl" => self.now.own.list = number(tag).map(|level| (list, level as u8)),
            "numId" => self.now.own.list = number(tag).map(|list| (list, level)),
            "t" if opens && self.fallback == 0 => self.into = Into::Words,
            "t" if opens => self.into = Into::Deleted,
            "delText" if opens => self.into = Into::Deleted,
            "tab" => self.now.words.push('\t'),
            "br" | "cr" => self.now.words.push('\n'),
            // A sign of a font of signs: its code is all that is known of it (17.3.3.30).
            "sym" => {
                let code = value(tag, "char");
                let code =
                    code.and_then(|code| u32::from_str_radix(&code, limits::HEXADECIMAL).ok());
                self.now.words.extend(code.and_then(char::from_u32));
            }
            "noBreakHyphen" => self.now.words.push('-'),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        match self.into {
            Into::Words => self.now.words.push_str(text),
            Into::Deleted => self.now.deleted.push_str(text),
            Into::Nothing => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" | "delText" => self.into = Into::Nothing,
            "p" if !self.outer.is_empty() => self.end_paragraph(),
            "Fallback" => self.fallback = self.fallback.saturating_sub(1),
            "tr" => {
                self.row.0 = self.row.0.saturating_sub(1);
                if self.row.0 == 0 {
                    let row = std::mem::take(&mut self.row.1);
                    push(self.raw, "", &row, self.row.2, Style::Row);
                }
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let outer = self.outer.pop().unwrap_or_default();
        let Paragraph {
            words,
            deleted,
            own,
            number,
        } = std::mem::replace(&mut self.now, outer);
        if !deleted.is_empty() {
            self.raw.leave(number, &deleted, Why::WordPart);
        }
        if trimmed(&words).is_empty() {
            return;
        }
        if self.row.0 > 0 {
            if !self.row.1.is_empty() {
                self.row.1.push(' ');
            }
            self.row.1.push_str(trimmed(&words));
            return;
        }
        if own.contents {
            return self.raw.leave(number, trimmed(&words), Why::Contents);
        }
        let label = own
            .list
            .and_then(|(list, level)| self.numbering.next(list, level));
        let label = label.unwrap_or_default();
        push(self.raw, &label, &words, number, own.style);
    }
}

/// A paragraph; lines that were broken by hand are lines.
fn push(raw: &mut Raw, label: &str, words: &str, number: usize, style: Style) {
    let mut label = label;
    for line in words.split('\n') {
        let text = trimmed(line);
        if text.is_empty() {
            continue;
        }
        raw.lines.push(Line {
            text: format!("{label}{text}"),
            number,
            style,
            whole: true,
            ..Line::default()
        });
        label = "";
    }
}

/// Title and author as the file's properties give them.
fn core(xml: &[u8], raw: &mut Raw) {
    let mut key = String::new();
    each(xml, |event| match event {
        Event::Start(tag) => tag.local_name().as_ref().clone_into(&mut key),
        Event::Text(text) if key == "title" => {
            raw.front.push(("title".into(), text.to_string()));
        }
        Event::End(_) => key.clear(),
        _ => {}
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_word_file_is_told() {
        let raw = read(b"PK\x03\x04 nothing");
        assert!(raw.lines.is_empty());
        assert!(matches!(raw.doubts[0].what, Doubted::Unreadable(_)));
    }

    #[test]
    fn a_text_box_does_not_take_the_words_around_it() {
        let xml = br"<w:document><w:p><w:r><w:t>before </w:t></w:r><mc:AlternateContent>
            <mc:Choice><w:p><w:r><w:t>box</w:t></w:r></w:p><w:p/></mc:Choice>
            <mc:Fallback><w:p><w:r><w:t>again</w:t></w:r></w:p></mc:Fallback>
            </mc:AlternateContent><w:r><w:t>behind</w:t></w:r></w:p></w:document>";
        let mut raw = Raw::default();
        assert!(document(
            xml,
            &HashMap::new(),
            Numbering::default(),
            &mut raw
        ));
        let lines: Vec<&str> = raw.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(lines, ["box", "before behind"]);
        let left: Vec<&str> = raw.left.iter().map(|left| left.text.as_str()).collect();
        assert_eq!(left, ["again"]);
    }
}
