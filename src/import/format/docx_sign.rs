//! Signs of the fonts of signs that Word files name by code (`w:sym`, ECMA-376 part 1, 17.3.3.30).

use quick_xml::events::BytesStart;

use super::limits;
use super::xml::value;

/// Fonts, codes in them (hexadecimal, last two digits) and the signs they show. Source: the mapping tables of the
/// Unicode consortium for Symbol and of Unicode 7.0 for Wingdings (L2/12-368).
const SIGNS: &[(&str, &str, char)] = &[
    ("wingdings", "FE", '☑'),
    ("wingdings", "FD", '☒'),
    ("wingdings", "A8", '☐'),
    ("wingdings", "6F", '☐'),
    ("wingdings", "FC", '✓'),
    ("wingdings", "FB", '✗'),
    ("wingdings", "6C", '●'),
    ("wingdings", "6E", '■'),
    ("wingdings", "A1", '○'),
    ("wingdings", "A7", '▪'),
    ("wingdings", "75", '◆'),
    ("wingdings", "76", '❖'),
    ("wingdings", "D8", '➢'),
    ("wingdings", "E0", '→'),
    ("wingdings", "AB", '★'),
    ("wingdings 2", "52", '☑'),
    ("wingdings 2", "53", '☒'),
    ("wingdings 2", "54", '☒'),
    ("wingdings 2", "50", '✓'),
    ("wingdings 2", "4F", '✗'),
    ("wingdings 2", "A3", '☐'),
    ("wingdings 2", "97", '●'),
    ("symbol", "B7", '•'),
    ("symbol", "B0", '°'),
    ("symbol", "B1", '±'),
    ("symbol", "B4", '×'),
    ("symbol", "B8", '÷'),
    ("symbol", "A3", '≤'),
    ("symbol", "B3", '≥'),
    ("symbol", "6D", 'μ'),
];

/// What a sign shows; one of a font that is not known stays its code, which shows nothing but is not lost.
pub fn sign(tag: &BytesStart<'_>) -> Option<char> {
    let code = value(tag, "char")?.to_uppercase();
    let font = value(tag, "font").unwrap_or_default().to_lowercase();
    // Codes from F000 on are those of the font itself.
    let own = code
        .strip_prefix("F0")
        .unwrap_or(code.trim_start_matches('0'));
    let known = SIGNS
        .iter()
        .find(|(of, known, _)| *of == font && *known == own);
    known.map(|(_, _, sign)| *sign).or_else(|| {
        let code = u32::from_str_radix(&code, limits::HEXADECIMAL).ok()?;
        char::from_u32(code)
    })
}
