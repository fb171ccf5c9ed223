//! How long files and functions are. Counted as an editor counts them, blank lines and comments
//! too, unit tests left out; a function from `fn` to its last brace.

use super::ratchet::{self, Found};
use super::source::{Kind, Source, Token, sources};
use std::collections::BTreeMap;

/// Lines of the longest file that is let pass.
pub const FILE: usize = 400;
/// Lines of the longest function that is let pass.
pub const FUNCTION: usize = 60;

/// Lines of every file.
pub fn files(sources: &[Source]) -> impl Iterator<Item = (usize, String)> {
    sources
        .iter()
        .map(|source| (source.lines, source.path.clone()))
}

/// Lines of every function with a body, and `file name`.
pub fn functions(sources: &[Source]) -> impl Iterator<Item = (usize, String)> {
    placed(sources).map(|(lines, name, _)| (lines, name))
}

/// Functions with the line in which each begins.
fn placed(sources: &[Source]) -> impl Iterator<Item = (usize, String, usize)> {
    sources.iter().flat_map(|source| {
        let mut found = Vec::new();
        collect(&source.tokens, &mut found);
        let named = |(name, line, end): (&str, usize, usize)| {
            (end + 1 - line, format!("{} {name}", source.path), line)
        };
        found.into_iter().map(named).collect::<Vec<_>>()
    })
}

fn collect<'t>(tokens: &'t [Token], found: &mut Vec<(&'t str, usize, usize)>) {
    for (at, token) in tokens.iter().enumerate() {
        if let Kind::Group(_, inner) = &token.kind {
            collect(inner, found);
        }
        // `fn(usize) -> bool` is a type and has no name.
        let name = tokens.get(at + 1).and_then(Token::word);
        let (true, Some(name)) = (token.is("fn"), name) else {
            continue;
        };
        let mut rest = tokens[at + 1..].iter();
        let end = rest.find(|t| t.is_sign(';') || t.group('{').is_some());
        if let Some(body) = end.filter(|end| !end.is_sign(';')) {
            found.push((name, token.line, body.end));
        }
    }
}

/// Files over the limit.
fn long_files(sources: &[Source]) -> BTreeMap<String, Found> {
    let long = files(sources).filter(|(lines, _)| *lines > FILE);
    let found = |(count, name)| {
        let place = format!("{FILE} lines without unit tests are the limit");
        (name, Found { count, place })
    };
    long.map(found).collect()
}

/// Functions over the limit; those of one name in one file count together.
fn long_functions(sources: &[Source]) -> BTreeMap<String, Found> {
    let mut found: BTreeMap<String, Found> = BTreeMap::new();
    for (lines, name, line) in placed(sources).filter(|(lines, ..)| *lines > FUNCTION) {
        let found = found.entry(name).or_default();
        found.count += lines;
        let before = if found.place.is_empty() { "" } else { "; " };
        found.place += &format!("{before}line {line}, {FUNCTION} lines are the limit");
    }
    found
}

#[test]
fn no_file_and_no_function_is_too_long() {
    ratchet::hold(&["file", "function"], |part, table| {
        let (found, advice) = if part == "file" {
            (long_files(sources()), "Divide it by responsibility.")
        } else {
            (long_functions(sources()), "Name its steps.")
        };
        ratchet::judge(part, &found, table, advice)
    });
}

#[test]
fn what_is_too_long_is_seen() {
    let lines = |n: usize| "    x();\n".repeat(n);
    let tests = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", lines(500));
    let file = |n: usize| {
        let text = "// a\n".repeat(n) + &tests;
        long_files(&[Source::new("a.rs", &text)])
    };
    assert!(file(FILE).is_empty());
    assert_eq!(file(FILE + 1)["a.rs"].count, FILE + 1);

    let function = |n: usize| {
        let text = format!(
            "impl A {{\nconst fn f(g: fn(u8) -> u8)\n{{\n{}}}\n}}\n{tests}",
            lines(n)
        );
        long_functions(&[Source::new("a.rs", &text)])
    };
    assert!(function(FUNCTION - 3).is_empty());
    let found = function(FUNCTION - 2);
    assert_eq!(found["a.rs f"].count, FUNCTION + 1);
    assert!(found["a.rs f"].place.starts_with("line 2,"));
    let only_declared = format!(
        "trait T {{ fn f(); }}\nstruct S {{\n{}}}",
        "a: u8,\n".repeat(90)
    );
    assert!(long_functions(&[Source::new("a.rs", &only_declared)]).is_empty());
}
