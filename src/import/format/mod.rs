//! The formats of raw documents: how each is recognised, and the door to their readers. Knows no sections and no titles.

mod docx;
mod docx_body;
mod docx_list;
mod docx_sign;
mod docx_style;
mod docx_table;
mod html;
mod html_list;
mod html_names;
mod html_table;
pub(crate) mod limits;
mod list_number;
mod markdown;
mod markdown_inline;
mod markdown_table;
mod plain;
mod xml;

use crate::encoding::{self, Decoded};

use super::doubt::{Doubt, Doubted, NotRead};
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

/// What bytes are as a text: [`encoding::decode`].
type Text = Result<Decoded, usize>;

/// What a file is that is no document which can be read, by its first bytes, its name, and the text it holds; `text`
/// is what its bytes are as one, None for a package.
fn foreign(bytes: &[u8], name: &str, text: Option<&Text>) -> Option<Doubted> {
    let kinds: [(&[u8], &str); 9] = [
        (b"%PDF-", "PDF"),
        (b"{\\rtf", "RTF"),
        (b"\x89PNG", "PNG"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"GIF8", "GIF"),
        (b"BM", "BMP"),
        (b"Rar!", "RAR"),
        (b"7z\xbc\xaf", "7z"),
        (b"\x1f\x8b", "gzip"),
    ];
    let found = kinds.iter().find(|(start, _)| bytes.starts_with(start));
    // BM begins words as well.
    let found = found.filter(|(_, kind)| *kind != "BMP" || bytes.contains(&0));
    if let Some((_, kind)) = found {
        return Some(Doubted::Foreign(kind));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Some(ole(bytes));
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let named = |known: &str| ending.eq_ignore_ascii_case(known);
    let start = bytes.get(..bytes.len().min(limits::START_OF_FILE.get()));
    if is_mail(start.unwrap_or_default()) {
        return Some(Doubted::NotRead(NotRead::Mail));
    }
    if named("csv") {
        return Some(Doubted::NotRead(NotRead::Csv));
    }
    // A Word file that is none is encrypted, or something else under its name.
    let word = (named("docx") || named("docm")) && !bytes.is_empty();
    let what = if word {
        NotRead::Encrypted
    } else {
        NotRead::Binary
    };
    let no_text = text.is_some_and(|text| !is_text(bytes, text));
    no_text.then_some(Doubted::NotRead(what))
}

/// What an OLE container is: an encrypted document holds its package as a stream (MS-OFFCRYPTO 2.3).
fn ole(bytes: &[u8]) -> Doubted {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if holds("EncryptedPackage") || holds("EncryptionInfo") {
        Doubted::NotRead(NotRead::Encrypted)
    } else if holds("Workbook") {
        Doubted::Foreign("Excel 97")
    } else if holds("WordDocument") {
        Doubted::Foreign("Word 97")
    } else {
        Doubted::Foreign("OLE")
    }
}

/// Whether a file is a mail or a page saved as one (RFC 5322, RFC 2557): it begins with fields, and says how its parts
/// are written.
fn is_mail(start: &[u8]) -> bool {
    let text = String::from_utf8_lossy(start).to_ascii_lowercase();
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let first = text.lines().next().unwrap_or_default();
    let field = first.split_once(':').is_some_and(|(name, _)| {
        !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    });
    field && (text.contains("mime-version:") || text.contains("\ncontent-transfer-encoding:"))
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

/// Reads a document. Never fails: what cannot be read is reported.
pub fn read(bytes: &[u8], name: &str) -> Raw {
    let kind = Kind::of(bytes, name);
    // All other formats are texts, and a text is decoded once.
    let text = (kind != Kind::Docx).then(|| encoding::decode(bytes));
    if let Some(what) = foreign(bytes, name, text.as_ref()) {
        return Raw {
            doubts: vec![Doubt::at(1, what)],
            ..Raw::default()
        };
    }
    let Some(text) = text else {
        return docx::read(bytes);
    };
    let (text, doubts) = decoded(bytes, text);
    let mut raw = match kind {
        Kind::Html => html::read(&text),
        Kind::Markdown => markdown::read(&text),
        Kind::Text | Kind::Docx => plain::read(&text),
    };
    raw.doubts.splice(0..0, doubts);
    raw
}

/// The text of some bytes, and what was unsure of that. A byte that no encoding knows is shown as U+FFFD.
fn decoded(bytes: &[u8], text: Text) -> (String, Vec<Doubt>) {
    match text {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bytes: &[u8], name: &str) -> Option<Doubted> {
        let raw = read(bytes, name);
        raw.doubts.into_iter().next().map(|doubt| doubt.what)
    }

    #[test]
    fn files_that_are_no_documents_are_told_by_what_they_are() {
        let mail = b"From: a@b\nSubject: x\nMIME-Version: 1.0\n\n5LiA";
        assert_eq!(told(mail, "a.txt"), Some(Doubted::NotRead(NotRead::Mail)));
        assert_eq!(
            told("甲,乙\n1,2".as_bytes(), "a.csv"),
            Some(Doubted::NotRead(NotRead::Csv))
        );
        let noise: Vec<u8> = (0..4000_u32)
            .map(|at| (at * at / 7 + at * 13) as u8)
            .collect();
        assert_eq!(
            told(&noise, "a.docx"),
            Some(Doubted::NotRead(NotRead::Encrypted))
        );
        assert_eq!(
            told(&noise, "a.txt"),
            Some(Doubted::NotRead(NotRead::Binary))
        );
        let ole = |name: &str| {
            let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
            bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
            bytes
        };
        assert_eq!(
            told(&ole("EncryptedPackage"), "a.docx"),
            Some(Doubted::NotRead(NotRead::Encrypted))
        );
        assert_eq!(
            told(&ole("WordDocument"), "a.doc"),
            Some(Doubted::Foreign("Word 97"))
        );
        assert_eq!(told("标题：通知\n正文。".as_bytes(), "a.txt"), None);
        assert_eq!(told(b"", "a.docx"), None);
    }
}
