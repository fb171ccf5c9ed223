//! The verdicts of the W3C's tests of Chinese line breaking, character by character.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

use jianbao::width::{self, Ambiguous};
use jianbao::wrap::{Setting, wrap};

/// What the lines of a text make of a character: whether one begins or ends with it.
fn stands(text: &str, c: char, cells: usize, ambiguous: Ambiguous) -> (bool, bool) {
    let lines = wrap(text, &Setting::plain(cells, ambiguous));
    let words = |line: &jianbao::wrap::Line| &text[line.start..line.end];
    let later = &lines[1..];
    let earlier = &lines[..lines.len() - 1];
    (
        later.iter().any(|line| words(line).starts_with(c)),
        earlier.iter().any(|line| words(line).ends_with(c)),
    )
}

#[test]
fn every_verdict_holds() {
    let rows = include_str!("data/wpt-zh.tsv").lines();
    let rows: Vec<&str> = rows.filter(|row| !row.starts_with(['#', 'c'])).collect();
    assert_eq!(rows.len(), 244);
    let mut wrong = Vec::new();
    for row in rows {
        let (code, rule) = row.split_once('\t').unwrap();
        let c = char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
        for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
            let own = width::cells(&c.to_string(), ambiguous);
            let holds = match rule {
                // The line is full just before the character.
                "no_start" => !stands(&format!("文文文文{c}文文文文"), c, 8, ambiguous).0,
                // The line is full just behind it.
                "no_end" => !stands(&format!("文文文文{c}文文文文"), c, 8 + own, ambiguous).1,
                rule => panic!("{rule}"),
            };
            if !holds {
                wrong.push(format!("U+{code} {c} {rule} {ambiguous:?}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
