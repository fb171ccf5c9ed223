//! Chinese words and numbers that stand in code instead of in data. Knows how literals are written,
//! and where the words and the limits live.

use super::ratchet::{self, Found};
use super::source::{Kind, Source, Token, sources};
use std::collections::BTreeMap;

/// Where Chinese may stand in code, and why. A path that ends in `/` is a folder.
const CHINESE: [(&[&str], &str); 6] = [
    (&["lexicon/"], "the words the program knows"),
    (
        &["import/head/rules.rs"],
        "examples and counter-examples of rules, which a test runs",
    ),
    (
        &["wrap/class.rs", "wrap/gap.rs"],
        "classes of characters, as the standard of setting lists them",
    ),
    (
        &["text/chars.rs"],
        "a class of characters: the block of Unicode",
    ),
    (
        &[
            "load/schema.rs",
            "load/indicator_schema.rs",
            "load/config.rs",
            "load/values.rs",
        ],
        "names of fields and of choices: the format's own words",
    ),
    (&["model/kind.rs"], "names of kinds: the format's own words"),
];

/// Rooms in which every number has a name and a reason.
const ROOMS: [&str; 4] = ["figures", "compare", "import", "diff"];

/// The greatest whole number that may stand without a name.
const WHOLE: u128 = 9;

/// Literals with a Han character by file, outside the exceptions.
pub fn chinese(sources: &[Source]) -> BTreeMap<String, Found> {
    let exempt = |source: &&Source| !exempt(&source.path);
    counted(sources.iter().filter(exempt), &|tokens, at| {
        has_han(&tokens[at]) && !is_example(&tokens[..at]) && !ends_block(tokens, at)
    })
}

/// Numbers without a name by file, in the rooms that have limits of their own.
pub fn numbers(sources: &[Source]) -> BTreeMap<String, Found> {
    let held = |source: &&Source| {
        let name = source.path.rsplit('/').next();
        ROOMS.contains(&source.room()) && name != Some("limits.rs")
    };
    counted(
        sources.iter().filter(held),
        &|tokens, at| match &tokens[at].kind {
            Kind::Literal(text) => is_bare(text) && !is_field(&tokens[..at]),
            _ => false,
        },
    )
}

fn exempt(path: &str) -> bool {
    let files = CHINESE.iter().flat_map(|(files, _)| *files);
    files
        .into_iter()
        .any(|known| path == *known || (known.ends_with('/') && path.starts_with(known)))
}

fn counted<'s>(
    sources: impl Iterator<Item = &'s Source>,
    counts: &dyn Fn(&[Token], usize) -> bool,
) -> BTreeMap<String, Found> {
    let mut found = BTreeMap::new();
    for source in sources {
        let mut lines = Vec::new();
        collect(&source.tokens, counts, &mut lines);
        if !lines.is_empty() {
            let place: Vec<String> = lines.iter().map(usize::to_string).collect();
            let place = format!("lines {}", place.join(", "));
            let count = lines.len();
            found.insert(source.path.clone(), Found { count, place });
        }
    }
    found
}

fn collect(tokens: &[Token], counts: &dyn Fn(&[Token], usize) -> bool, lines: &mut Vec<usize>) {
    for (at, token) in tokens.iter().enumerate() {
        if counts(tokens, at) {
            lines.push(token.line);
        }
        if let Kind::Group(_, inner) = &token.kind
            && !is_of_limits(&tokens[..at])
        {
            collect(inner, counts, lines);
        }
    }
}

fn has_han(token: &Token) -> bool {
    matches!(&token.kind, Kind::Literal(text) if unescaped(text).chars().any(is_han))
}

/// Whether a literal is an end of a range and written as a code point: a block of Unicode, as a standard
/// gives it, and no word.
fn ends_block(tokens: &[Token], at: usize) -> bool {
    let is_range = |dots: [&Token; 2]| dots.iter().all(|dot| dot.is_sign('.'));
    let (before, after) = (&tokens[..at], &tokens[at + 1..]);
    let closes = match before {
        [.., first, second, sign] if sign.is_sign('=') => is_range([first, second]),
        _ => false,
    };
    let opens = matches!(after, [first, second, ..] if is_range([first, second]));
    matches!(&tokens[at].kind, Kind::Literal(text) if text.starts_with("'\\u{"))
        && (closes || opens)
}

/// Whether what comes next is an example of a rule: a line of a document, which the rule itself never sees.
fn is_example(before: &[Token]) -> bool {
    let named = |name: &Token| name.is("example") || name.is("counter");
    matches!(before, [.., name, sign] if named(name) && sign.is_sign(':'))
}

/// Whether what comes next is the body of `limits!`, which gives numbers their names.
fn is_of_limits(before: &[Token]) -> bool {
    matches!(before, [.., name, sign] if name.is("limits") && sign.is_sign('!'))
}

/// Whether what comes next stands behind a dot: `pair.0.1`, where `0.1` is no fraction.
fn is_field(before: &[Token]) -> bool {
    match before {
        [.., first, dot] if dot.is_sign('.') => first.kind != Kind::Sign('.', true),
        [dot] => dot.is_sign('.'),
        _ => false,
    }
}

/// A literal with its `\u{…}` as characters.
fn unescaped(literal: &str) -> String {
    let mut parts = literal.split("\\u{");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap_or((part, ""));
        let code = u32::from_str_radix(&code.replace('_', ""), 16);
        text.extend(code.ok().and_then(char::from_u32));
        text.push_str(rest);
    }
    text
}

/// Ideographs of Unicode's script Han, radicals and 々〇 with them.
fn is_han(c: char) -> bool {
    matches!(
        u32::from(c),
        0x2E80..=0x2FDF | 0x3005 | 0x3007 | 0x3021..=0x3029 | 0x3038..=0x303B
            | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF
    )
}

fn is_bare(literal: &str) -> bool {
    if !literal.starts_with(|c: char| c.is_ascii_digit()) {
        return false; // a string or a character
    }
    let plain = literal.replace('_', "");
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(digits) = plain.strip_prefix(prefix) {
            let end = digits
                .find(|c: char| !c.is_digit(radix))
                .unwrap_or(digits.len());
            return u128::from_str_radix(&digits[..end], radix).map_or(true, |value| value > WHOLE);
        }
    }
    let suffix = plain.find(['u', 'i', 'f']).unwrap_or(plain.len());
    let (digits, suffix) = plain.split_at(suffix);
    if suffix.starts_with('f') || digits.contains(['.', 'e', 'E']) {
        let value: Result<f64, _> = digits.parse();
        !value.is_ok_and(|value| [0.0, 1.0, 100.0].contains(&value))
    } else {
        digits.parse::<u128>().map_or(true, |value| value > WHOLE)
    }
}

#[test]
fn no_chinese_word_in_code() {
    let found = chinese(sources());
    ratchet::hold(&["chinese"], |part, table| {
        let advice = "Words are data: put it on a list of lexicon (known) or i18n (said) and ask \
                      for its tag or name.";
        ratchet::judge(part, &found, table, advice)
    });
}

#[test]
fn no_bare_number() {
    let found = numbers(sources());
    ratchet::hold(&["number"], |part, table| {
        let advice = "Give it a name, a unit and a reason in the limits.rs of its room.";
        ratchet::judge(part, &found, table, advice)
    });
}

#[test]
fn no_exception_for_chinese_is_idle() {
    for (files, reason) in CHINESE.iter().skip(1) {
        let used = |source: &Source| {
            let own = |known: &str| source.path.starts_with(known);
            let mut lines = Vec::new();
            collect(
                &source.tokens,
                &|tokens, at| has_han(&tokens[at]),
                &mut lines,
            );
            files.iter().any(|known| own(known)) && !lines.is_empty()
        };
        assert!(sources().iter().any(used), "idle: {files:?}, {reason}");
    }
}

#[test]
fn a_chinese_literal_is_seen() {
    let count = |path: &str, text: &str| {
        let found = chinese(&[Source::new(path, text)]);
        found.values().map(|f| f.count).sum::<usize>()
    };
    assert_eq!(count("a.rs", "fn f() { g(\"同比\") }"), 1);
    assert_eq!(
        count("a.rs", "const A: [&str; 2] = [\"增长\", r#\"下\"降\"#];"),
        2
    );
    assert_eq!(
        count("a.rs", "fn f() { matches!(c, '一' | '\\u{4e8c}') }"),
        2
    );
    assert_eq!(
        count(
            "a.rs",
            "fn f() { concat!(\"同\", \"比\"); format!(\"{x}年\") }"
        ),
        3
    );
    assert_eq!(count("a.rs", "#[arg(help = \"文件\")] struct A;"), 1);
    assert_eq!(count("i18n/a.rs", "fn f() { \"年\" }"), 1);

    assert_eq!(
        count(
            "a.rs",
            "/// 同比 \"年\"\nfn f() { g(\"。“”\", '，', \"year\") } // \"年\""
        ),
        0
    );
    assert_eq!(
        count(
            "a.rs",
            "#[cfg(test)]\n#[allow(x)]\nmod tests { fn f() { g(\"年\") } }"
        ),
        0
    );
    let block = "fn f() { matches!(c, '\\u{3400}'..='\\u{4dbf}') || ('\\u{4e00}'..).contains(&c) }";
    assert_eq!(count("a.rs", block), 0);
    assert_eq!(count("a.rs", "fn f() { matches!(c, '一'..='三') }"), 2);
    assert_eq!(count("a.rs", "enum 年 { 月 }"), 0);
    assert_eq!(count("lexicon/table.rs", "fn f() { \"年\" }"), 0);
    let found = chinese(&[Source::new("a.rs", "fn f() {\n  \"x年\"; 1;\n  '月'\n}")]);
    assert_eq!(found["a.rs"].place, "lines 2, 3");
}

#[test]
fn a_bare_number_is_seen() {
    let count = |path: &str, text: &str| {
        let found = numbers(&[Source::new(path, text)]);
        found.values().map(|f| f.count).sum::<usize>()
    };
    let within = |text: &str| count("figures/read.rs", text);
    assert_eq!(within("const LONG: usize = 60;"), 1);
    assert_eq!(within("fn f() { x > 0.5 && y < 10usize && z == 1_000 }"), 3);
    assert_eq!(
        within("fn f() { 0x4E00; 0b1111_0000u8; 1e3; 2f64; 0.1f32; 12. }"),
        6
    );
    assert_eq!(within("fn f() { assert!(x == 0.25); [0; 256] }"), 2);
    assert_eq!(within("fn f() { 0..0.5; p.0.max(11) }"), 2);
    assert_eq!(within("not_limits! { LONG: usize = 60 }"), 1);
    assert_eq!(count("diff.rs", "const A: f64 = 0.3;"), 1);

    assert_eq!(
        within("fn f() { 0; 9u8; 0x9; 0.0; 1.0; 100.0; 1f64; p.0.1; p.12 }"),
        0
    );
    assert_eq!(
        within("fn f() { \"60\"; '\\u{4e00}'; b'\\x20'; \"0.5\" } // 60"),
        0
    );
    assert_eq!(within("limits! { LONG: usize = 60, tuned, \"why\"; }"), 0);
    assert_eq!(within("#[cfg(test)]\nmod tests { const A: f64 = 0.3; }"), 0);
    assert_eq!(count("compare/limits.rs", "const A: f64 = 0.3;"), 0);
    assert_eq!(count("wrap/fill.rs", "const A: f64 = 0.3;"), 0);
}
