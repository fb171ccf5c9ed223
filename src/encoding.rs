//! Bytes of a file into text.
//!
//! UTF-8 and UTF-16 with or without BOM, GB18030 (and with it GBK and GB 2312) and Big5.
//! Without a BOM a text that is not UTF-8 is taken for the Chinese encoding in which it has more
//! of the most common characters. Knows nothing of files.

use encoding_rs::{BIG5, Encoding, GB18030, UTF_16BE, UTF_16LE};

/// A decoded file.
#[derive(Debug)]
pub struct Decoded {
    /// Its text without BOM.
    pub text: String,
    /// The encoding's name, None for UTF-8.
    pub encoding: Option<&'static str>,
}

/// The most common characters of official prose; a table like that of the sounds, not words with a meaning.
const COMMON: &str = include_str!("encoding/characters.txt");

/// Decodes a file.
///
/// # Errors
/// The byte offset of what cannot be decoded as UTF-8.
pub fn decode(bytes: &[u8]) -> Result<Decoded, usize> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return utf8(rest).map_err(|at| at + 3);
    }
    for (mark, encoding) in [(b"\xff\xfe", UTF_16LE), (b"\xfe\xff", UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            return clean(rest, encoding).ok_or(2);
        }
    }
    // No text holds the character 0, and a line end in UTF-16 does.
    if bytes.contains(&0) {
        let readings = [UTF_16LE, UTF_16BE];
        let mut readings = readings
            .into_iter()
            .filter_map(|encoding| clean(bytes, encoding));
        if let Some(decoded) = readings.find(|decoded| is_plain(&decoded.text)) {
            return Ok(decoded);
        }
    }
    let wrong = match utf8(bytes) {
        Ok(decoded) => return Ok(decoded),
        Err(at) => at,
    };
    if mostly_utf8(bytes) {
        return Err(wrong);
    }
    let readings = [GB18030, BIG5]
        .into_iter()
        .filter_map(|encoding| clean(bytes, encoding));
    readings
        .max_by_key(|decoded| familiar(&decoded.text))
        .ok_or(wrong)
}

fn utf8(bytes: &[u8]) -> Result<Decoded, usize> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded {
            text: text.to_owned(),
            encoding: None,
        }),
        Err(error) => Err(error.valid_up_to()),
    }
}

fn clean(bytes: &[u8], encoding: &'static Encoding) -> Option<Decoded> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(Decoded {
        text: text.into_owned(),
        encoding: Some(encoding.name()),
    })
}

/// A damaged UTF-8 file: far more whole characters of three bytes than wrong bytes.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| c.len_utf8() >= 3).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 4 * bad
}

/// Whether nearly all characters are Chinese or of ASCII, and none is 0.
fn is_plain(text: &str) -> bool {
    let (mut all, mut plain) = (0, 0);
    for c in text.chars() {
        all += 1;
        plain += usize::from(matches!(c,
            '\t' | '\r' | '\n' | ' '..='~' | '\u{2010}'..='\u{2026}' | '\u{3000}'..='\u{30ff}'
            | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}'));
    }
    all > 0 && plain * 20 >= all * 19 && !text.contains('\0')
}

fn familiar(text: &str) -> usize {
    text.chars()
        .filter(|c| !c.is_ascii() && COMMON.contains(*c))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_encodings_are_told_apart() {
        let simplified = "标题: 信息通信行业监管工作座谈会简讯，总结今年以来的工作";
        let traditional = "標題: 資訊通訊行業監管工作，總結今年以來的工作會議";
        let (gbk, _, _) = GB18030.encode(simplified);
        let (big5, _, _) = BIG5.encode(traditional);
        assert_eq!(
            decode(&gbk).map(|d| d.text).ok().as_deref(),
            Some(simplified)
        );
        assert_eq!(
            decode(&big5).map(|d| (d.text, d.encoding)).ok(),
            Some((traditional.into(), Some("Big5")))
        );
    }

    #[test]
    fn byte_order_marks_decide() {
        let utf16: Vec<u8> = [0xff, 0xfe]
            .into_iter()
            .chain("简报".encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        assert_eq!(decode(&utf16).map(|d| d.text).ok().as_deref(), Some("简报"));
        assert_eq!(
            decode("\u{feff}简报".as_bytes())
                .map(|d| d.text)
                .ok()
                .as_deref(),
            Some("简报")
        );
    }

    #[test]
    fn utf_16_is_known_without_its_mark() {
        let text = "2023年工作总结\r\n一、网络建设\r\n新建5G基站3.5万个。\r\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [little, big] {
            assert_eq!(decode(&bytes).map(|d| d.text).ok().as_deref(), Some(text));
        }
        assert_eq!(
            decode(b"a\0b").map(|d| d.text).ok().as_deref(),
            Some("a\0b")
        );
    }

    #[test]
    fn a_wrong_byte_in_utf8_is_placed() {
        let mut bytes = "信息通信行业监管工作座谈会".as_bytes().to_vec();
        bytes.insert(6, 0xff);
        assert_eq!(decode(&bytes).map(|d| d.text), Err(6));
    }
}
