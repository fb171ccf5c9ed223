//! Formats that are not read: their names, and the first bytes that tell them. What is said of them stands in `i18n`,
//! by their codes.

use crate::i18n::Lang;

/// A format that is not read, or a file that cannot be.
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
    /// A mail.
    Mail,
    /// A web page saved with its pictures.
    SavedPage,
    /// Encrypted, by a program for that or by a password.
    Encrypted,
    /// A picture.
    Picture,
    /// A package of files.
    Archive,
    /// A package that is not whole.
    Broken,
    /// A package that holds more than is unpacked.
    TooLarge,
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
    (&["eml", "msg"], Foreign::Mail),
    (&["mht", "mhtml"], Foreign::SavedPage),
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
    (b"II*\0", Foreign::Picture),
    (b"MM\0*", Foreign::Picture),
    (b"Rar!", Foreign::Archive),
    (b"7z\xbc\xaf", Foreign::Archive),
    (b"\x1f\x8b", Foreign::Archive),
];

/// What tells the kind of a document in XML that is one file (`Word 2003 XML`, `Flat OPC`, flat ODF), in small letters.
const XML: &[(&str, Foreign)] = &[
    ("progid=\"word.document\"", Foreign::Word),
    ("<w:worddocument", Foreign::Word),
    ("<pkg:package", Foreign::Word),
    ("progid=\"excel.sheet\"", Foreign::Sheet),
    ("opendocument.text", Foreign::Odt),
];

impl Foreign {
    /// Every one.
    pub const ALL: &[Self] = &[
        Self::Pdf,
        Self::Ofd,
        Self::Word,
        Self::Rtf,
        Self::Odt,
        Self::Sheet,
        Self::Slides,
        Self::Mail,
        Self::SavedPage,
        Self::Encrypted,
        Self::Picture,
        Self::Archive,
        Self::Broken,
        Self::TooLarge,
        Self::Unknown,
    ];

    /// Its name for the words that are said of it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Ofd => "ofd",
            Self::Word => "word",
            Self::Rtf => "rtf",
            Self::Odt => "odt",
            Self::Sheet => "sheet",
            Self::Slides => "slides",
            Self::Mail => "mail",
            Self::SavedPage => "saved-page",
            Self::Encrypted => "encrypted",
            Self::Picture => "picture",
            Self::Archive => "archive",
            Self::Broken => "broken",
            Self::TooLarge => "too-large",
            Self::Unknown => "unknown",
        }
    }

    /// What it is called, and what to do about it.
    pub fn words(self, lang: Lang) -> (&'static str, &'static str) {
        let (words, code) = (lang.words(), self.code());
        (words.foreign(code), words.foreign_help(code))
    }

    /// What a file is by the ending of its name.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        let is_it = |known: &str| ending.eq_ignore_ascii_case(known);
        let found = ENDINGS
            .iter()
            .find(|(known, _)| known.iter().any(|known| is_it(known)));
        found.map(|(_, foreign)| *foreign)
    }

    /// What a file is by its first bytes.
    pub fn of_start(bytes: &[u8]) -> Option<Self> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let bytes = bytes.trim_ascii_start();
        // BM begins words as well.
        let bitmap = bytes.starts_with(b"BM") && bytes.contains(&0);
        let webp = bytes.starts_with(b"RIFF")
            && bytes.get(8..).is_some_and(|kind| kind.starts_with(b"WEBP"));
        if bitmap || webp {
            return Some(Self::Picture);
        }
        let found = STARTS.iter().find(|(start, _)| bytes.starts_with(start));
        found.map(|(_, foreign)| *foreign)
    }

    /// What a text is by its beginning, which is in small letters.
    pub fn of_text(start: &str) -> Option<Self> {
        if let Some(mail) = mail(start) {
            return Some(mail);
        }
        let mut known = XML.iter().filter(|_| start.starts_with("<?xml"));
        let found = known.find(|(mark, _)| start.contains(mark));
        found.map(|(_, foreign)| *foreign)
    }

    /// Whether a text under a name of this kind is one all the same: a table has commas, a mail a head.
    pub fn is_text(self) -> bool {
        matches!(
            self,
            Self::Sheet | Self::Slides | Self::Mail | Self::SavedPage
        )
    }

    /// Whether a file of this kind may hold a document under the wrong name, so that its bytes are worth a look.
    pub fn may_be_other(self) -> bool {
        matches!(self, Self::Word | Self::Rtf)
    }

    /// Whether it is likely to hold a document: one that is passed over is missed.
    pub fn is_document(self) -> bool {
        !matches!(self, Self::Picture | Self::Archive)
    }
}

/// Fields of a mail's head (RFC 5322, 3.6; RFC 2045), in small letters.
const FIELDS: &[&str] = &[
    "content-transfer-encoding",
    "content-type",
    "date",
    "delivered-to",
    "from",
    "message-id",
    "mime-version",
    "received",
    "reply-to",
    "return-path",
    "subject",
    "to",
];
/// Fields that only a mail's head has, or that say who sent it.
const OF_MAILS: &[&str] = &[
    "from",
    "message-id",
    "mime-version",
    "received",
    "return-path",
];

/// What begins with the head of a mail: a mail, or a page saved as one (RFC 2557). One line in which a word stands
/// before a colon is none.
fn mail(start: &str) -> Option<Foreign> {
    let (mut known, mut telling) = (0, false);
    let mut head = 0;
    for line in start.split_inclusive('\n') {
        if line.trim().is_empty() {
            break;
        }
        head += line.len();
        // A field may go on in lines that are set in.
        if line.starts_with([' ', '\t']) && known > 0 {
            continue;
        }
        let name = line.split_once(':').map(|(name, _)| name);
        let is_field = |name: &&str| {
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let Some(name) = name.filter(is_field) else {
            // The first lines of a text may look like fields.
            return None;
        };
        known += usize::from(FIELDS.contains(&name));
        telling |= OF_MAILS.contains(&name);
    }
    if known < 2 || !telling {
        return None;
    }
    let head = start.get(..head).unwrap_or(start);
    let page = head.contains("multipart/related") || head.contains("content-location:");
    Some(if page {
        Foreign::SavedPage
    } else {
        Foreign::Mail
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_is_no_text_and_a_text_no_mail() {
        let of = Foreign::of_text;
        let page = "from: <saved>\r\nmime-version: 1.0\r\ncontent-type: multipart/related;\r\n\ttype=x\r\n\r\n--";
        assert_eq!(of(page), Some(Foreign::SavedPage));
        assert_eq!(
            of("subject: 通知\nfrom: a@b.cn\n\n各位"),
            Some(Foreign::Mail)
        );
        assert_eq!(of("from: here to there.\n"), None);
        assert_eq!(of("title: a\ndate: 2022\nsubject: b\n"), None);
        assert_eq!(of("to: 各乡镇\ndate: 一月\n\n正文"), None);
    }

    #[test]
    fn every_format_has_its_words() {
        let (what, _) = Foreign::Ofd.words(Lang::En);
        assert!(what.contains("OFD"), "{what}");
    }

    #[test]
    fn documents_in_xml_are_known() {
        let word = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"word.document\"?>";
        assert_eq!(Foreign::of_text(word), Some(Foreign::Word));
        assert_eq!(Foreign::of_text("<?xml version=\"1.0\"?><html>"), None);
    }
}
