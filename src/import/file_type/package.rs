//! Files that hold files: packages (ECMA-376 part 2, ODF 1.2 part 3) and compound files (MS-CFB). What is in one says
//! what it is. Knows nothing of names of files.

use std::io::Cursor;

use zip::ZipArchive;

use super::{foreign::Foreign, limits};

/// First bytes of a package.
pub const PACKAGE: &[u8] = b"PK\x03\x04";
/// First bytes of a compound file: Word, Excel and WPS before 2007, and what is newer and has a password.
pub const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";

/// First words of the names of parts, and what a package is that has them; None: Word.
const PARTS: &[(&str, Option<Foreign>)] = &[
    ("word/document", None),
    ("xl/", Some(Foreign::Sheet)),
    ("ppt/", Some(Foreign::Slides)),
    ("OFD.xml", Some(Foreign::Ofd)),
    ("content.xml", Some(Foreign::Odt)),
];

/// Names of streams of a compound file, and what it is that has them; the first that is there decides.
const STREAMS: &[(&str, Foreign)] = &[
    ("EncryptedPackage", Foreign::Encrypted),
    ("EncryptionInfo", Foreign::Encrypted),
    ("__properties_version", Foreign::Mail),
    ("WordDocument", Foreign::Word),
    ("Workbook", Foreign::Sheet),
    ("PowerPoint", Foreign::Slides),
];
/// First bytes of the text of an old Word file, and the flag of a password (MS-DOC 2.5.2).
const WORD: &[u8] = b"\xec\xa5";
const HAS_PASSWORD: u8 = 1;

/// What a package is.
pub enum Package {
    /// A Word file.
    Word,
    /// A file of another format.
    Other(Foreign),
    /// One that is not whole.
    Broken,
    /// A package of whatever files.
    Files,
}

/// What a package is by the names of its parts.
pub fn package(bytes: &[u8]) -> Package {
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Package::Broken;
    };
    let known = archive
        .file_names()
        .flatten()
        .filter_map(|name| PARTS.iter().position(|(part, _)| name.starts_with(part)));
    match known.min().and_then(|at| PARTS.get(at)) {
        Some((_, Some(foreign))) => Package::Other(*foreign),
        Some((_, None)) => Package::Word,
        None => Package::Files,
    }
}

/// What a compound file is by the names of its streams: entries of the directory stand at whole multiples of their
/// length.
pub fn compound(bytes: &[u8]) -> Option<Foreign> {
    let mut found: Option<(usize, &[u8])> = None;
    for entry in bytes.chunks_exact(limits::ENTRY) {
        let at = STREAMS.iter().position(|(name, _)| is_named(entry, name));
        if let Some(at) = at.filter(|at| found.is_none_or(|(before, _)| *at < before)) {
            found = Some((at, entry));
        }
    }
    let (at, entry) = found?;
    let foreign = STREAMS.get(at)?.1;
    let locked = foreign == Foreign::Word && has_password(bytes, entry);
    Some(if locked { Foreign::Encrypted } else { foreign })
}

/// Whether an entry of a directory begins with a name, in UTF-16.
fn is_named(entry: &[u8], name: &str) -> bool {
    let mut units = entry.chunks_exact(2);
    name.encode_utf16()
        .all(|unit| units.next() == Some(&unit.to_le_bytes()))
}

/// Whether the text of an old Word file is encrypted.
fn has_password(bytes: &[u8], entry: &[u8]) -> bool {
    let number = |at: usize| {
        let four = entry.get(at..at + 4)?;
        Some(u32::from_le_bytes(four.try_into().ok()?) as usize)
    };
    let sector = if bytes.get(limits::VERSION) == Some(&4) {
        limits::SECTOR_OF_FOUR
    } else {
        limits::SECTOR
    };
    let start =
        number(limits::FIRST_SECTOR).and_then(|first| first.checked_add(1)?.checked_mul(sector));
    let text = start.and_then(|start| bytes.get(start..));
    text.is_some_and(|text| {
        text.starts_with(WORD)
            && text
                .get(limits::FLAGS)
                .is_some_and(|flags| flags & HAS_PASSWORD > 0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A compound file: its head, one sector with the entry of a stream, one with how that begins.
    fn compound_file(stream: &str, begins: &[u8]) -> Vec<u8> {
        let mut bytes = COMPOUND.to_vec();
        bytes.resize(512, 0);
        let mut entry: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(limits::FIRST_SECTOR, 0);
        entry.extend(1_u32.to_le_bytes());
        bytes.extend(entry);
        bytes.resize(1024, 0);
        bytes.extend(begins);
        bytes.resize(1536, 0);
        bytes
    }

    #[test]
    fn streams_say_what_a_compound_file_is() {
        let of = |stream: &str, begins: &[u8]| compound(&compound_file(stream, begins));
        assert_eq!(of("EncryptedPackage", b""), Some(Foreign::Encrypted));
        assert_eq!(of("Workbook", b""), Some(Foreign::Sheet));
        let plain = b"\xec\xa5\xc1\0\0\0\0\0\0\0\0\x12";
        assert_eq!(of("WordDocument", plain), Some(Foreign::Word));
        let locked = b"\xec\xa5\xc1\0\0\0\0\0\0\0\0\x13";
        assert_eq!(of("WordDocument", locked), Some(Foreign::Encrypted));
        assert_eq!(of("Other", b""), None);
    }

    #[test]
    fn a_package_that_is_cut_off_is_broken() {
        let cut = package(b"PK\x03\x04 word/document.xml");
        assert!(matches!(cut, Package::Broken));
    }
}
