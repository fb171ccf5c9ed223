//! Files of other formats: what they are, by their first bytes and by their names, so that none is read as
//! garbage. Knows nothing of how documents are read, and says nothing: the words are in `i18n`.

pub(crate) mod limits;

use crate::encoding;

/// A format that is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// PDF.
    Pdf,
    /// OFD, the fixed layout of GB/T 33190.
    Ofd,
    /// Word or WPS before 2007.
    Word,
    /// Rich text.
    Rtf,
    /// Open document text.
    Odt,
    /// A spreadsheet, or a table as text.
    Sheet,
    /// Slides.
    Slides,
    /// A saved web page or a mail, in parts.
    Mail,
    /// Encrypted, by a program for that or by a password.
    Encrypted,
    /// A picture.
    Picture,
    /// A package of files.
    Archive,
    /// No text, and nothing known.
    Unknown,
}

/// Endings of names, without the dot, and what they are of.
const ENDINGS: &[(&[&str], Foreign)] = &[
    (&["pdf"], Foreign::Pdf),
    (&["ofd"], Foreign::Ofd),
    (&["doc", "dot", "wps", "wpt"], Foreign::Word),
    (&["rtf"], Foreign::Rtf),
    (&["odt"], Foreign::Odt),
    (
        &["xls", "xlsx", "xlsm", "et", "ett", "csv", "tsv", "ods"],
        Foreign::Sheet,
    ),
    (&["ppt", "pptx", "dps"], Foreign::Slides),
    (&["mht", "mhtml", "eml", "msg"], Foreign::Mail),
    (
        &["png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp"],
        Foreign::Picture,
    ),
    (&["zip", "rar", "7z", "gz", "tar"], Foreign::Archive),
];

/// First bytes, and what they are of.
const STARTS: &[(&[u8], Foreign)] = &[
    (b"%PDF-", Foreign::Pdf),
    (b"{\\rtf", Foreign::Rtf),
    (b"%TSD-Header", Foreign::Encrypted),
    (b"\x89PNG", Foreign::Picture),
    (b"\xff\xd8\xff", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"Rar!", Foreign::Archive),
    (b"7z\xbc\xaf", Foreign::Archive),
    (b"\x1f\x8b", Foreign::Archive),
];

/// Names of files within a package, and what it is then.
const PARTS: &[(&[u8], Option<Foreign>)] = &[
    (b"word/", None),
    (b"xl/", Some(Foreign::Sheet)),
    (b"ppt/", Some(Foreign::Slides)),
    (b"OFD.xml", Some(Foreign::Ofd)),
    (b"opendocument.text", Some(Foreign::Odt)),
    (b"opendocument.spreadsheet", Some(Foreign::Sheet)),
];

/// A package of files.
const PACKAGE: &[u8] = b"PK\x03\x04";
/// A compound file: Word, Excel and WPS before 2007, and what is newer and has a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";
/// First words of a mail's or a saved page's head.
const HEADS: &[&str] = &[
    "mime-version:",
    "from:",
    "return-path:",
    "received:",
    "content-type:",
];
/// What tells such a head from a text that begins with one of those words.
const HEAD_HOLDS: &[&str] = &["content-type:", "content-transfer-encoding:"];

impl Foreign {
    /// All, in the order of their words.
    pub const ALL: &[Self] = &[
        Self::Pdf,
        Self::Ofd,
        Self::Word,
        Self::Rtf,
        Self::Odt,
        Self::Sheet,
        Self::Slides,
        Self::Mail,
        Self::Encrypted,
        Self::Picture,
        Self::Archive,
        Self::Unknown,
    ];

    /// What a file is by the ending of its name.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        let is_it = |known: &str| ending.eq_ignore_ascii_case(known);
        let found = ENDINGS
            .iter()
            .find(|(known, _)| known.iter().any(|known| is_it(known)));
        found.map(|(_, foreign)| *foreign)
    }

    /// What a file is by its bytes, and by its name where the bytes leave it open; None for what can be read.
    pub fn of(bytes: &[u8], name: &str) -> Option<Self> {
        let named = Self::of_name(name);
        if let Some((_, foreign)) = STARTS.iter().find(|(start, _)| bytes.starts_with(start)) {
            return Some(*foreign);
        }
        if bytes.starts_with(COMPOUND) {
            // A .docx that is no package has a password.
            return Some(named.unwrap_or(if has_ending(name, "docx") {
                Self::Encrypted
            } else {
                Self::Word
            }));
        }
        if bytes.starts_with(PACKAGE) {
            // A .docx without the usual names in it may be damaged: its reader says how.
            let is_word = has_ending(name, "docx");
            let other = (!is_word).then(|| named.unwrap_or(Self::Archive));
            return part(bytes).map_or(other, |(_, foreign)| *foreign);
        }
        if named.is_some() {
            return named;
        }
        if is_mail(bytes) {
            return Some(Self::Mail);
        }
        is_no_text(bytes).then(|| {
            if has_ending(name, "docx") {
                Self::Encrypted
            } else {
                Self::Unknown
            }
        })
    }

    /// Whether it is likely to hold a document: one that is passed over is missed.
    pub fn is_document(self) -> bool {
        !matches!(self, Self::Picture | Self::Archive | Self::Unknown)
    }
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, own)| own.eq_ignore_ascii_case(ending))
}

/// The first of the known names that stands in a package: most of them stand at its end.
fn part(bytes: &[u8]) -> Option<&'static (&'static [u8], Option<Foreign>)> {
    let start = bytes
        .get(..bytes.len().min(limits::START.get()))
        .unwrap_or_default();
    let end = bytes
        .get(bytes.len().saturating_sub(limits::END.get())..)
        .unwrap_or_default();
    let holds = |part: &[u8]| {
        let mut places = [end, start].into_iter();
        places.any(|bytes| bytes.windows(part.len()).any(|own| own == part))
    };
    PARTS.iter().find(|(part, _)| holds(part))
}

/// Whether a file begins with the head of a mail.
fn is_mail(bytes: &[u8]) -> bool {
    let start = bytes
        .get(..bytes.len().min(limits::START.get()))
        .unwrap_or_default();
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let start = start.trim_start();
    let first = HEADS.iter().find(|head| start.starts_with(**head));
    first.is_some_and(|first| {
        let rest = start.get(first.len()..).unwrap_or_default();
        HEAD_HOLDS.iter().any(|word| rest.contains(word))
    })
}

/// Whether bytes are no text: so many control characters stand in none.
fn is_no_text(bytes: &[u8]) -> bool {
    let start = bytes
        .get(..bytes.len().min(limits::START.get()))
        .unwrap_or_default();
    let is_control = |byte: &&u8| byte.is_ascii_control() && !byte.is_ascii_whitespace();
    let controls = start.iter().filter(is_control).count();
    if controls * limits::CONTROLS.get() <= start.len() {
        return false;
    }
    // UTF-16 has such bytes, and decodes to a text that has none.
    let text = encoding::decode(bytes)
        .map(|decoded| decoded.text)
        .unwrap_or_default();
    let count = text
        .chars()
        .filter(|c| c.is_control() && !c.is_whitespace())
        .count();
    text.is_empty() || count * limits::CONTROLS.get() > text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_say_more_than_names() {
        let of = |bytes: &[u8], name: &str| Foreign::of(bytes, name);
        assert_eq!(of(b"%PDF-1.7", "a.txt"), Some(Foreign::Pdf));
        assert_eq!(of(b"\xd0\xcf\x11\xe0", "a.docx"), Some(Foreign::Encrypted));
        assert_eq!(of(b"\xd0\xcf\x11\xe0", "a.wps"), Some(Foreign::Word));
        assert_eq!(of(b"\xd0\xcf\x11\xe0", "a.xls"), Some(Foreign::Sheet));
        assert_eq!(of(b"PK\x03\x04 xl/sheet", "a.docx"), Some(Foreign::Sheet));
        assert_eq!(of(b"PK\x03\x04 word/document.xml", "a.zip"), None);
        assert_eq!(of(b"PK\x03\x04", "a.docx"), None);
        assert_eq!(of(b"PK\x03\x04", "a.ofd"), Some(Foreign::Ofd));
        assert_eq!(of(b"a,b\n", "a.CSV"), Some(Foreign::Sheet));
        assert_eq!(of("标题\n正文。".as_bytes(), "a.txt"), None);
        assert_eq!(of(b"", "a.txt"), None);
    }

    #[test]
    fn a_mail_is_no_text_and_a_text_no_mail() {
        let mail = b"From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n";
        assert_eq!(Foreign::of(mail, "a.txt"), Some(Foreign::Mail));
        assert_eq!(Foreign::of(b"From: here to there.\n", "a.txt"), None);
    }

    #[test]
    fn noise_is_no_text_and_utf_16_is_one() {
        let noise: Vec<u8> = (0..2000_u32)
            .map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8)
            .collect();
        assert_eq!(Foreign::of(&noise, "a.docx"), Some(Foreign::Encrypted));
        assert_eq!(Foreign::of(&noise, "a.txt"), Some(Foreign::Unknown));
        let text = "政府工作报告\n各位代表：\n".repeat(9);
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(Foreign::of(&wide, "a.txt"), None);
    }
}
