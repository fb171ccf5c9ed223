//! Word files: the parts of the package, what they say of the document and what is left of them.
//!
//! ECMA-376 part 1, 11 (parts), part 2 (packages).

use std::borrow::Cow;
use std::io::{Cursor, Read};

use quick_xml::events::Event;
use zip::ZipArchive;

use super::docx_body::document;
use super::docx_list::Numbering;
use super::docx_style::Styles;
use super::limits;
use super::xml::each;
use crate::import::doubt::{Doubt, Doubted, Why};
use crate::import::line::Raw;

/// The words of a Word file.
pub fn read(bytes: &[u8]) -> Raw {
    let mut raw = Raw::default();
    let mut missing = false;
    let mut wrong: Vec<Doubted> = Vec::new();
    match ZipArchive::new(Cursor::new(bytes)) {
        Ok(mut archive) if archive.len() <= limits::PARTS.get() => {
            let main = main_part(archive.file_names().flatten());
            let heads = heads_and_feet(archive.file_names().flatten());
            let mut part = |name: &str| match unpacked(&mut archive, name) {
                Ok(part) => part,
                Err(what) => {
                    wrong.push(what);
                    None
                }
            };
            let styles = part("word/styles.xml")
                .map(|xml| Styles::read(&xml))
                .unwrap_or_default();
            let numbering = part("word/numbering.xml")
                .map(|xml| Numbering::read(&xml))
                .unwrap_or_default();
            match part(&main) {
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
                    raw.left.extend(notes.left);
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

/// The parts that are heads and feet of pages.
fn heads_and_feet<'n>(names: impl Iterator<Item = Cow<'n, str>>) -> Vec<String> {
    let mut heads: Vec<String> = names
        .map(Cow::into_owned)
        .filter(|name| {
            let part = name.strip_prefix("word/").unwrap_or_default();
            part.starts_with("header") || part.starts_with("footer")
        })
        .collect();
    heads.sort();
    heads.truncate(limits::HEADS_OF_PAGES.get());
    heads
}

/// The part that holds the text; some programs number it.
fn main_part<'n>(names: impl Iterator<Item = Cow<'n, str>>) -> String {
    const USUAL: &str = "word/document.xml";
    let numbered = |name: &Cow<'_, str>| {
        let number = name.strip_prefix("word/document");
        let number = number.and_then(|rest| rest.strip_suffix(".xml"));
        number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let found = names.filter(numbered).min_by_key(|name| name.len());
    found.map_or_else(|| USUAL.to_owned(), Cow::into_owned)
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
}
