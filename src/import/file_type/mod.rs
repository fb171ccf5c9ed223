//! What a file is: a format that is read, or another one; by its bytes, and by its name where they leave it open. The
//! one answer for the reader, for lists and for imports. Knows nothing of how documents are read.

pub mod foreign;
pub(crate) mod limits;
mod package;

use crate::encoding::{self, Decoded};
use foreign::Foreign;
use package::{COMPOUND, PACKAGE, Package};

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, or a post with front matter.
    Markdown,
    /// A web page.
    Html,
    /// A Word file.
    Docx,
}

/// The formats that are read, and the endings of their files without the dot, the most usual one first.
const ENDINGS: &[(Format, &[&str])] = &[
    (Format::Text, &["txt", "text"]),
    (Format::Markdown, &["md", "markdown"]),
    (Format::Html, &["html", "htm", "xhtml", "shtml"]),
    (Format::Docx, &["docx", "docm"]),
];

/// What a page begins with, in small letters.
const PAGE: &[&str] = &["<!doctype html", "<html", "<head", "<body"];

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileType {
    /// It is read.
    Read(Format),
    /// It is not.
    Other(Foreign),
}

/// What bytes are as a text; else the offset of what cannot be decoded.
pub type Text = Result<Decoded, usize>;

/// A file that was looked at: what it is, and its text, if it is one.
#[derive(Debug)]
pub struct Looked {
    /// What it is.
    pub file_type: FileType,
    /// Its bytes as a text; None for a package and whatever is known by its first bytes.
    pub text: Option<Text>,
}

impl Format {
    /// The format that a file's name says.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        let is_it = |known: &&str| ending.eq_ignore_ascii_case(known);
        let found = ENDINGS.iter().find(|(_, known)| known.iter().any(is_it));
        found.map(|(format, _)| *format)
    }
}

/// The most usual ending of each format that is read, with its dot.
pub fn usual_endings() -> String {
    let first =
        |(_, endings): &(Format, &[&str])| endings.first().map(|ending| format!(".{ending}"));
    ENDINGS
        .iter()
        .filter_map(first)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Looks at a file. `name` is the file's name, and may be empty.
pub fn look(bytes: &[u8], name: &str) -> Looked {
    let known = |file_type| Looked {
        file_type,
        text: None,
    };
    if bytes.starts_with(PACKAGE) {
        return known(of_package(bytes, name));
    }
    if bytes.starts_with(COMPOUND) {
        let found = package::compound(bytes).or(Foreign::of_name(name));
        return known(FileType::Other(found.unwrap_or(Foreign::Unknown)));
    }
    let start = bytes.get(..bytes.len().min(limits::START.get()));
    let start = start.unwrap_or_default();
    if let Some(foreign) = Foreign::of_start(start) {
        return known(FileType::Other(foreign));
    }
    let text = encoding::decode(bytes);
    Looked {
        file_type: of_text(bytes, name, &text),
        text: Some(text),
    }
}

/// What a package is. One that holds no known document, or is damaged, is what its name says.
fn of_package(bytes: &[u8], name: &str) -> FileType {
    let named = Foreign::of_name(name).filter(|named| named.is_document() && !named.may_be_other());
    match package::package(bytes) {
        Package::Word => FileType::Read(Format::Docx),
        Package::Other(foreign) => FileType::Other(foreign),
        Package::Broken => FileType::Other(named.unwrap_or(Foreign::Broken)),
        Package::Files => FileType::Other(named.unwrap_or(Foreign::Archive)),
    }
}

/// What a file is that is no package.
fn of_text(bytes: &[u8], name: &str, text: &Text) -> FileType {
    let named = Foreign::of_name(name);
    if !is_text(bytes, text) {
        let shown = named.filter(|foreign| !foreign.is_document());
        return FileType::Other(shown.unwrap_or(Foreign::Unknown));
    }
    let start = if let Ok(decoded) = text {
        decoded.text.chars().take(limits::START.get()).collect()
    } else {
        let start = bytes.get(..bytes.len().min(limits::START.get()));
        String::from_utf8_lossy(start.unwrap_or_default()).into_owned()
    };
    let start = start.trim_start_matches('\u{feff}').to_ascii_lowercase();
    // Front matter begins a file, and stands before nothing.
    let post = start.starts_with("---\n") || start.starts_with("---\r\n");
    let start = start.trim_start();
    if let Some(foreign) = Foreign::of_text(start).or(named.filter(|named| named.is_text())) {
        return FileType::Other(foreign);
    }
    let named = Format::of_name(name);
    FileType::Read(if named == Some(Format::Html) || is_page(start) {
        Format::Html
    } else if named == Some(Format::Markdown) || post {
        Format::Markdown
    } else {
        Format::Text
    })
}

/// Whether a text begins as a page does, behind a declaration of XML and remarks.
fn is_page(start: &str) -> bool {
    let mut rest = start;
    for (opens, closes) in [("<?xml", "?>"), ("<!--", "-->")] {
        if rest.starts_with(opens) {
            rest = rest.split_once(closes).map_or("", |(_, rest)| rest);
            rest = rest.trim_start();
        }
    }
    PAGE.iter().any(|tag| rest.starts_with(tag))
}

/// Whether bytes may be a text: no encoding that is known gives control characters to it.
fn is_text(bytes: &[u8], text: &Text) -> bool {
    let Ok(Decoded { text, .. }) = text else {
        // Damaged texts are shown with what is damaged.
        let control = bytes.iter().filter(|byte| **byte < 9).count();
        return control * limits::TEXT_FOR_CONTROL.get() <= bytes.len();
    };
    let (mut all, mut odd) = (0, 0);
    for c in text.chars().take(limits::TEXT_WITHIN.get()) {
        all += 1;
        let private = matches!(c, '\u{e000}'..='\u{f8ff}');
        odd += usize::from(private || c.is_control() && !c.is_whitespace());
    }
    odd <= limits::ODD_IN_TEXT.get() || odd * 4 <= all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(bytes: &[u8], name: &str) -> FileType {
        look(bytes, name).file_type
    }

    fn other(foreign: Foreign) -> FileType {
        FileType::Other(foreign)
    }

    const TEXT: FileType = FileType::Read(Format::Text);
    const HTML: FileType = FileType::Read(Format::Html);

    #[test]
    fn bytes_say_more_than_names() {
        assert_eq!(of(b"%PDF-1.7", "a.txt"), other(Foreign::Pdf));
        assert_eq!(of(b"{\\rtf1", "a.doc"), other(Foreign::Rtf));
        assert_eq!(of(COMPOUND, "a.docx"), other(Foreign::Unknown));
        assert_eq!(of(COMPOUND, "a.xls"), other(Foreign::Sheet));
        assert_eq!(of(PACKAGE, "a.docx"), other(Foreign::Broken));
        assert_eq!(of(PACKAGE, "a.doc"), other(Foreign::Broken));
        assert_eq!(of(PACKAGE, "a.ofd"), other(Foreign::Ofd));
        assert_eq!(of(b"a,b\n", "a.CSV"), other(Foreign::Sheet));
        assert_eq!(of("标题\n正文。".as_bytes(), "a.doc"), TEXT);
        assert_eq!(of("标题\n正文。".as_bytes(), "a"), TEXT);
        assert_eq!(of(b"<html><p>", "a.doc"), HTML);
        assert_eq!(of(b"<?xml version='1.0'?>\n<!-- x -->\n<html>", ""), HTML);
        assert_eq!(of(b"<p>a", "a.shtml"), HTML);
        assert_eq!(of(b"<p>a", "a.txt"), TEXT);
        assert_eq!(of(b"", "a.txt"), TEXT);
    }

    #[test]
    fn noise_is_no_text_and_utf_16_is_one() {
        let noise: Vec<u8> = (0..4000_u32)
            .map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8)
            .collect();
        for name in ["a.docx", "a.doc", "a.txt", ""] {
            assert_eq!(of(&noise, name), other(Foreign::Unknown));
        }
        assert_eq!(of(&noise, "a.webp"), other(Foreign::Picture));
        let text = "政府工作报告\n各位代表：\n".repeat(9);
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(of(&wide, "a.txt"), TEXT);
    }

    #[test]
    fn the_usual_endings_are_named() {
        assert_eq!(usual_endings(), ".txt .md .html .docx");
    }
}
