//! Word files: paragraphs, styles, automatic numbering and tables of `word/document.xml`.
//!
//! ECMA-376 part 1, 17.3 (paragraphs and runs), 17.4 (tables), 17.7 (styles), 17.9 (numbering).

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader as Xml;
use zip::ZipArchive;

use super::doubt::{Doubt, Doubted, Why};
use super::lines::trimmed;
use super::raw::{Line, Raw, Style};

/// Bytes that a part of the file may unpack to.
const LARGEST: u64 = 64 << 20;
/// Parts that a file may have.
const PARTS: usize = 10_000;
/// How deep elements may stand in each other.
const DEEPEST: usize = 200;

/// The words of a Word file.
pub fn read(bytes: &[u8]) -> Raw {
    let mut raw = Raw::default();
    let mut missing = false;
    let mut wrong: Vec<Doubted> = Vec::new();
    match ZipArchive::new(Cursor::new(bytes)) {
        Ok(mut archive) if archive.len() <= PARTS => {
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
            for name in [
                "word/footnotes.xml",
                "word/endnotes.xml",
                "word/comments.xml",
            ] {
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
    let read = part.take(LARGEST + 1).read_to_end(&mut out);
    read.map_err(|error| Doubted::Unreadable(format!("{name}: {error}")))?;
    if out.len() as u64 > LARGEST {
        return Err(Doubted::Limit("64 MB"));
    }
    Ok(Some(out))
}

/// The value of an attribute, whatever its prefix.
fn value(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag
        .attributes()
        .flatten()
        .find(|a| a.key.local_name().as_ref() == name)?;
    let text = found.value.into_owned();
    Some(quick_xml::escape::unescape(&text).map_or(text.clone(), std::borrow::Cow::into_owned))
}

/// Goes through the elements of a part; false if it is broken: what came before counts.
fn each(xml: &[u8], mut takes: impl FnMut(&Event<'_>)) -> bool {
    let mut reader = Xml::from_reader(xml);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    let mut depth = 0_usize;
    while let Ok(event) = reader.read_event_into(&mut buffer) {
        match &event {
            Event::Eof => return depth == 0,
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return false;
        }
        takes(&event);
        buffer.clear();
    }
    false
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

/// The number in an element's `val`.
fn number(tag: &BytesStart<'_>) -> Option<u32> {
    value(tag, "val")?.parse().ok()
}

/// A level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    /// What the numbers are written as.
    format: String,
    /// `%1.%2`
    text: String,
    start: u32,
}

/// The lists of the file, and how far each has counted.
#[derive(Debug, Default)]
struct Numbering {
    levels: HashMap<u32, Vec<Level>>,
    /// The kind of list of each list.
    kinds: HashMap<u32, u32>,
    counts: HashMap<u32, Vec<u32>>,
}

impl Numbering {
    fn read(xml: &[u8]) -> Self {
        let mut all = Self::default();
        let (mut kind, mut list) = (0, 0);
        each(xml, |event| {
            let (Event::Start(tag) | Event::Empty(tag)) = event else {
                return;
            };
            let levels = all.levels.entry(kind).or_default();
            match tag.local_name().as_ref() {
                "abstractNum" => {
                    kind = value(tag, "abstractNumId")
                        .and_then(|id| id.parse().ok())
                        .unwrap_or(0);
                }
                "lvl" if levels.len() < 9 => levels.push(Level {
                    start: 1,
                    ..Level::default()
                }),
                "start" => {
                    if let (Some(level), Some(start)) = (levels.last_mut(), number(tag)) {
                        level.start = start;
                    }
                }
                "numFmt" => {
                    if let (Some(level), Some(format)) = (levels.last_mut(), value(tag, "val")) {
                        level.format = format;
                    }
                }
                "lvlText" => {
                    if let (Some(level), Some(text)) = (levels.last_mut(), value(tag, "val")) {
                        level.text = text;
                    }
                }
                "num" => {
                    list = value(tag, "numId")
                        .and_then(|id| id.parse().ok())
                        .unwrap_or(0);
                }
                "abstractNumId" => {
                    if let Some(kind) = number(tag) {
                        all.kinds.insert(list, kind);
                    }
                }
                _ => {}
            }
        });
        all
    }

    /// The numbering of the next paragraph of a list.
    fn next(&mut self, list: u32, level: u8) -> Option<String> {
        let kind = *self.kinds.get(&list)?;
        let levels = self.levels.get(&kind)?;
        let own = levels.get(usize::from(level))?;
        let counts = self.counts.entry(kind).or_default();
        counts.truncate(usize::from(level) + 1);
        while counts.len() <= usize::from(level) {
            let start = levels.get(counts.len()).map_or(1, |level| level.start);
            let before = u32::from(counts.len() == usize::from(level));
            counts.push(start.saturating_sub(before));
        }
        if let Some(count) = counts.last_mut() {
            *count = count.saturating_add(1);
        }
        if own.format == "bullet" || own.format == "none" {
            return None;
        }
        let mut out = own.text.clone();
        for (at, (count, level)) in counts.iter().zip(levels).enumerate() {
            out = out.replace(&format!("%{}", at + 1), &written(*count, &level.format));
        }
        Some(out)
    }
}

/// A number in one of Word's manners.
fn written(number: u32, format: &str) -> String {
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "ideographDigital"
        | "japaneseCounting"
        | "taiwaneseCountingThousand" => han(number),
        "decimalFullWidth" => number
            .to_string()
            .chars()
            .filter_map(|c| char::from_u32(u32::from(c) + 0xfee0))
            .collect(),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&number) => {
            char::from_u32(0x245f + number)
                .map(String::from)
                .unwrap_or_default()
        }
        "upperLetter" | "lowerLetter" if (1..=26).contains(&number) => {
            let first = if format == "upperLetter" { b'A' } else { b'a' };
            char::from(first + (number - 1) as u8).to_string()
        }
        "upperRoman" | "lowerRoman" if number < 40 => {
            let roman = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
            let ones = roman.get(number as usize % 10).copied().unwrap_or_default();
            let all = "X".repeat(number as usize / 10) + ones;
            if format == "upperRoman" {
                all
            } else {
                all.to_lowercase()
            }
        }
        _ => number.to_string(),
    }
}

/// A number up to 99 in Chinese numerals.
fn han(number: u32) -> String {
    let digits: Vec<char> = "〇一二三四五六七八九".chars().collect();
    let digit = |n: u32| digits.get(n as usize).copied().unwrap_or('〇');
    match (number / 10, number % 10) {
        (0, ones) => digit(ones).to_string(),
        (tens, ones) if tens < 10 => {
            let mut out = String::new();
            if tens > 1 {
                out.push(digit(tens));
            }
            out.push('十');
            if ones > 0 {
                out.push(digit(ones));
            }
            out
        }
        _ => number.to_string(),
    }
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
        words: String::new(),
        deleted: String::new(),
        own: ParagraphStyle::default(),
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
    document.end_paragraph();
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

/// The main part while it is gone through.
struct Document<'a> {
    styles: &'a HashMap<String, ParagraphStyle>,
    numbering: Numbering,
    raw: &'a mut Raw,
    /// The words of the paragraph, and those that were deleted from it.
    words: String,
    deleted: String,
    own: ParagraphStyle,
    /// Its number.
    paragraph: usize,
    /// How deep in rows of tables, the words of the outermost one, and the paragraph it begins with.
    row: (usize, String, usize),
    into: Into,
}

impl Document<'_> {
    fn start(&mut self, tag: &BytesStart<'_>, opens: bool) {
        let (list, level) = self.own.list.unwrap_or_default();
        match tag.local_name().as_ref() {
            "p" => {
                self.paragraph += usize::from(opens);
                self.own = ParagraphStyle::default();
                self.words.clear();
            }
            "tr" if opens => {
                self.row.0 += 1;
                self.row.2 = self.paragraph + 1;
            }
            "pStyle" => {
                let style = value(tag, "val").and_then(|id| self.styles.get(&id).copied());
                self.own = style.unwrap_or_default();
            }
            "outlineLvl" => {
                if let Some(level) = number(tag).filter(|level| *level < 9) {
                    self.own.style = Style::Heading(level as u8 + 1);
                }
            }
            "ilvl" => self.own.list = number(tag).map(|level| (list, level as u8)),
            "numId" => self.own.list = number(tag).map(|list| (list, level)),
            "t" if opens => self.into = Into::Words,
            "delText" if opens => self.into = Into::Deleted,
            "tab" => self.words.push('\t'),
            "br" | "cr" => self.words.push('\n'),
            "noBreakHyphen" => self.words.push('-'),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        match self.into {
            Into::Words => self.words.push_str(text),
            Into::Deleted => self.deleted.push_str(text),
            Into::Nothing => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" | "delText" => self.into = Into::Nothing,
            "p" => self.end_paragraph(),
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
        let deleted = std::mem::take(&mut self.deleted);
        if !deleted.is_empty() {
            self.raw.leave(self.paragraph, &deleted, Why::WordPart);
        }
        let words = std::mem::take(&mut self.words);
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
        if self.own.contents {
            return self
                .raw
                .leave(self.paragraph, trimmed(&words), Why::Contents);
        }
        let list = self.own.list;
        let label = list.and_then(|(list, level)| self.numbering.next(list, level));
        let label = label.unwrap_or_default();
        push(self.raw, &label, &words, self.paragraph, self.own.style);
    }
}

/// A paragraph; the lines that were parted by hand are lines.
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
    fn numbers_are_written_in_the_manners_of_word() {
        for (number, format, text) in [
            (12, "chineseCounting", "十二"),
            (20, "chineseCountingThousand", "二十"),
            (3, "decimal", "3"),
            (3, "decimalEnclosedCircle", "③"),
            (14, "upperRoman", "XIV"),
            (2, "lowerLetter", "b"),
            (10, "decimalFullWidth", "１０"),
        ] {
            assert_eq!(written(number, format), text);
        }
    }

    #[test]
    fn lists_count_on_and_begin_again_below_a_higher_level() {
        let xml = br#"<w:numbering><w:abstractNum w:abstractNumId="7">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1&#12289;"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
            </w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#;
        let mut numbering = Numbering::read(xml);
        let labels: Vec<Option<String>> = [0, 1, 1, 0, 1]
            .into_iter()
            .map(|level| numbering.next(3, level))
            .collect();
        let labels: Vec<&str> = labels
            .iter()
            .map(|label| label.as_deref().unwrap())
            .collect();
        assert_eq!(labels, ["一、", "1.", "2.", "二、", "1."]);
        assert_eq!(numbering.next(4, 0), None);
    }

    #[test]
    fn what_is_no_word_file_is_told() {
        let raw = read(b"PK\x03\x04 nothing");
        assert!(raw.lines.is_empty());
        assert!(matches!(raw.doubts[0].what, Doubted::Unreadable(_)));
    }
}
