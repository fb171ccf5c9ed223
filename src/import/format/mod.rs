//! The formats of raw documents: how each is recognised, and the door to their readers. Knows no sections and no titles.

mod docx;
mod docx_list;
mod html;
pub(crate) mod limits;
mod markdown;
mod plain;
mod xml;

use crate::encoding::{self, Decoded};

use super::doubt::{Doubt, Doubted};
use super::line::Raw;

/// What kind of document some bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain text.
    Text,
    /// Markdown, or a post with front matter.
    Markdown,
    /// A web page.
    Html,
    /// A Word file.
    Docx,
}

impl Kind {
    /// The kind of a document: by its beginning, then by its name.
    pub fn of(bytes: &[u8], name: &str) -> Self {
        if bytes.starts_with(b"PK\x03\x04") {
            return Self::Docx;
        }
        let ending = name.rsplit('.').next().unwrap_or_default();
        let named = |endings: &[&str]| endings.iter().any(|e| ending.eq_ignore_ascii_case(e));
        let start = bytes
            .get(..bytes.len().min(limits::START_OF_FILE.get()))
            .unwrap_or_default();
        let start = String::from_utf8_lossy(start).to_ascii_lowercase();
        let start = start.trim_start_matches('\u{feff}');
        let post = start.starts_with("---\n") || start.starts_with("---\r\n");
        let start = start.trim_start();
        let page = ["<!doctype html", "<html", "<head", "<body"];
        if named(&["html", "htm", "xhtml"]) || page.iter().any(|tag| start.starts_with(tag)) {
            Self::Html
        } else if named(&["md", "markdown"]) || post {
            Self::Markdown
        } else {
            Self::Text
        }
    }
}

/// What a file is that is no document which can be read.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    let kinds: [(&[u8], &str); 6] = [
        (b"%PDF-", "PDF"),
        (b"\xd0\xcf\x11\xe0", "Word 97"),
        (b"{\\rtf", "RTF"),
        (b"\x89PNG", "PNG"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"Rar!", "RAR"),
    ];
    let found = kinds.iter().find(|(start, _)| bytes.starts_with(start));
    found.map(|(_, name)| *name)
}

/// Reads a document. Never fails: what cannot be read is reported.
pub fn read(bytes: &[u8], name: &str) -> Raw {
    if let Some(what) = foreign(bytes) {
        let doubt = Doubt::at(1, Doubted::Foreign(what));
        return Raw {
            doubts: vec![doubt],
            ..Raw::default()
        };
    }
    let kind = Kind::of(bytes, name);
    if kind == Kind::Docx {
        return docx::read(bytes);
    }
    let (text, doubts) = decoded(bytes);
    let mut raw = match kind {
        Kind::Html => html::read(&text),
        Kind::Markdown => markdown::read(&text),
        Kind::Text | Kind::Docx => plain::read(&text),
    };
    raw.doubts.splice(0..0, doubts);
    raw
}

/// The text of some bytes, and what was unsure of that. A byte that no encoding knows is shown as U+FFFD.
fn decoded(bytes: &[u8]) -> (String, Vec<Doubt>) {
    match encoding::decode(bytes) {
        Ok(Decoded { text, encoding }) => {
            let told = encoding.map(|name| Doubt::at(1, Doubted::Encoding(name.to_owned())));
            (text, told.into_iter().collect())
        }
        Err(at) => {
            let before = bytes.get(..at).unwrap_or_default();
            let line = before.split(|byte| *byte == b'\n').count();
            let text = String::from_utf8_lossy(bytes).into_owned();
            (text, vec![Doubt::at(line, Doubted::Bytes)])
        }
    }
}
