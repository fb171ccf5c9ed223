//! The text of a file into a bulletin and its problems: what is refused, what serde reads, and why
//! it could not.

use std::collections::HashSet;

use crate::model::Bulletin;

use super::body::SEPARATOR;
use super::convert::convert;
use super::diagnose::{self, Source};
use super::finding::{Finding, Step};
use super::problem::{Checks, Fault, MOST_PROBLEMS, Problem, Severity, SourceLocation};
use super::tree::{self, Spot};
use super::{mistake, schema};

/// The beginning of a file.
const START: Spot = Spot {
    line: 1,
    column: 1,
    length: 1,
};

/// Reads a bulletin from a text.
pub fn read_text(
    file: &str,
    stem: &str,
    text: &str,
    checks: Checks,
) -> (Option<Bulletin>, Vec<Problem>) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if let Some(problem) = refuse(file, &text) {
        return (None, vec![problem]);
    }
    let prepared = text.replace(
        ['\u{85}', '\u{2028}', '\u{2029}'],
        SEPARATOR.encode_utf8(&mut [0; 4]),
    );
    let (bulletin, mut problems) = read_prepared(file, stem, &prepared, checks);
    match checks {
        Checks::All => problems.extend(line_separators(file, &text)),
        Checks::Errors => problems.retain(|problem| problem.severity == Severity::Error),
    }
    for place in problems.iter_mut().filter_map(|p| p.place.as_mut()) {
        place.source = place.source.replace(SEPARATOR, "\u{2028}");
    }
    (bulletin, first_of(file, in_order(problems)))
}

fn read_prepared(
    file: &str,
    stem: &str,
    text: &str,
    checks: Checks,
) -> (Option<Bulletin>, Vec<Problem>) {
    let parsed: Result<schema::RawBulletin, _> = serde_yaml::from_str(text);
    match parsed {
        Ok(raw) => {
            let (bulletin, findings) = convert(raw, stem, file);
            if findings.is_empty() && checks == Checks::Errors {
                return (bulletin, Vec::new());
            }
            (
                bulletin,
                place(&Source::new(file, text), text, findings, checks),
            )
        }
        Err(error) => (None, explain(&Source::new(file, text), stem, text, &error)),
    }
}

/// What is refused before the parser sees it.
fn refuse(file: &str, text: &str) -> Option<Problem> {
    let allowed = |c: char| !c.is_control() || matches!(c, '\n' | '\t' | '\u{85}');
    if text.trim().is_empty() {
        return Some(Problem::of_file(file, Fault::Empty));
    }
    if let Some((at, c)) = text.char_indices().find(|(_, c)| !allowed(*c)) {
        let mut problem = Problem::of_file(file, Fault::Control(c));
        problem.place = Some(SourceLocation::at(text, at, 1));
        return Some(problem);
    }
    let deep = may_be_deep(text);
    if !(deep || may_have_aliases(text)) {
        return None;
    }
    let (fault, spot) = tree::parse(text).err()?;
    let bomb = matches!(
        fault,
        Fault::TooDeep(_) | Fault::TooManyAliases(_) | Fault::SelfAlias
    );
    // What may be deep and is broken does not go to the other parser either.
    (bomb || deep).then(|| syntax(&Source::new(file, text), text, fault, spot))
}

/// Whether there are more opening brackets than may nest. Nested flow collections take the YAML
/// parser quadratic time, so a text that may have them is first parsed with a limit. Closing
/// brackets do not count against them: they may stand in quotes.
fn may_be_deep(text: &str) -> bool {
    let opening = |byte: &u8| matches!(byte, b'[' | b'{');
    text.bytes()
        .filter(opening)
        .nth(tree::MAX_NESTING)
        .is_some()
}

fn may_have_aliases(text: &str) -> bool {
    text.contains('&') && text.contains('*')
}

/// Findings of a file that serde could read, with their places; with [`Checks::All`] also what
/// only the tree shows.
fn place(source: &Source<'_>, text: &str, findings: Vec<Finding>, checks: Checks) -> Vec<Problem> {
    let root = match tree::parse(text) {
        Ok(Some(root)) => root,
        Ok(None) => return vec![diagnose::placed(source, None, START, &[], Fault::Empty)],
        // Serde read it, but the limits of the tree are narrower.
        Err((fault, spot)) => return vec![syntax(source, text, fault, spot)],
    };
    let mut problems: Vec<Problem> = findings
        .into_iter()
        .map(|finding| diagnose::problem(source, &root, finding))
        .collect();
    if checks == Checks::All {
        let (found, _) = diagnose::examine(&root, source);
        let joined = found.into_iter().filter(|(_, _, fault)| {
            matches!(fault, Fault::Folded | Fault::Joined | Fault::Doubtful(_))
        });
        problems.extend(
            joined.map(|(spot, path, fault)| {
                diagnose::placed(source, Some(&root), spot, &path, fault)
            }),
        );
    }
    problems
}

fn line_separators(file: &str, text: &str) -> Option<Problem> {
    let (at, c) = text
        .char_indices()
        .find(|(_, c)| matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}'))?;
    let mut problem = Problem::of_file(file, Fault::LineSeparator(c));
    problem.place = Some(SourceLocation::at(text, at, 1));
    Some(problem)
}

fn in_order(mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.sort_by_key(|p| {
        p.place
            .as_ref()
            .map_or((0, 0), |place| (place.line, place.column))
    });
    problems
}

/// The first problems of a file, and how many more there are.
fn first_of(file: &str, mut problems: Vec<Problem>) -> Vec<Problem> {
    if problems.len() <= MOST_PROBLEMS {
        return problems;
    }
    // Warnings are the first to go.
    problems.sort_by_key(|problem| problem.severity);
    let rest = problems.split_off(MOST_PROBLEMS);
    let mut problems = in_order(problems);
    problems.push(Problem {
        severity: rest.first().map_or(Severity::Warning, |p| p.severity),
        ..Problem::of_file(file, Fault::More(rest.len()))
    });
    problems
}

/// Why serde could not read a file.
fn explain(source: &Source<'_>, stem: &str, text: &str, error: &serde_yaml::Error) -> Vec<Problem> {
    let root = match tree::parse(text) {
        Err((fault, spot)) => return vec![syntax(source, text, fault, spot)],
        Ok(None) => return vec![diagnose::placed(source, None, START, &[], Fault::Empty)],
        Ok(Some(root)) => root,
    };
    if !matches!(root.value, tree::Value::Map(_)) {
        // A file that is all one text, because no key of it was seen as one.
        if let Some((mistake, spot)) = mistake::of_first_line(text) {
            let fault = Fault::Mistake(mistake);
            return vec![diagnose::placed(source, None, spot, &[], fault)];
        }
    }
    let (found, raw) = diagnose::examine(&root, source);
    let mut problems: Vec<Problem> = Vec::new();
    if !found.is_empty() && matches!(root.value, tree::Value::Map(_)) {
        let (_, findings) = convert(raw, stem, "");
        let kept = not_told_yet(findings, &found);
        problems.extend(kept.map(|finding| diagnose::problem(source, &root, finding)));
    }
    problems.extend(
        found
            .into_iter()
            .map(|(spot, path, fault)| diagnose::placed(source, Some(&root), spot, &path, fault)),
    );
    if let (true, Some(spot)) = (problems.is_empty(), second_document(text)) {
        problems.push(diagnose::placed(
            source,
            None,
            spot,
            &[],
            Fault::SeveralDocuments,
        ));
    }
    if problems.is_empty() {
        let at = error.location();
        let spot = Spot {
            line: at.as_ref().map_or(1, serde_yaml::Location::line),
            column: at.as_ref().map_or(1, serde_yaml::Location::column),
            length: 1,
        };
        problems.push(syntax(source, text, Fault::Syntax(error.to_string()), spot));
    }
    problems
}

/// What conversion found beyond what the tables found: a key that is missing because it is
/// misspelt, and what stands where something else is wrong already, is not told twice.
fn not_told_yet(
    findings: Vec<Finding>,
    found: &[(Spot, Vec<Step>, Fault)],
) -> impl Iterator<Item = Finding> {
    let misspelt: Vec<&str> = found
        .iter()
        .filter_map(|(_, _, fault)| nearest(fault))
        .collect();
    let wrong: HashSet<&[Step]> = found
        .iter()
        .filter(|(_, _, fault)| !matches!(fault, Fault::UnknownKey { .. }))
        .map(|(_, path, _)| path.as_slice())
        .collect();
    findings.into_iter().filter(move |(path, fault)| {
        let misspelt = matches!(fault, Fault::Missing(key, _) if misspelt.contains(key));
        !misspelt && !wrong.contains(path.as_slice())
    })
}

fn nearest(fault: &Fault) -> Option<&'static str> {
    match fault {
        Fault::UnknownKey { nearest, .. } => nearest.map(|n| n.0),
        _ => None,
    }
}

/// Where the mark `---` begins a second document.
fn second_document(text: &str) -> Option<Spot> {
    let is_mark = |line: &str| matches!(line, "---" | "...") || line.starts_with("--- ");
    let blank = |line: &str| line.trim().is_empty() || line.starts_with(['#', '%']);
    let mut lines = text.lines().enumerate();
    let first = lines.find(|(_, line)| !blank(line) && !is_mark(line))?;
    let rest = text.lines().enumerate().skip(first.0 + 1);
    let (index, _) = rest.into_iter().find(|(_, line)| is_mark(line))?;
    Some(Spot {
        line: index + 1,
        column: 1,
        length: 3,
    })
}

/// A syntax error, in better words where its cause is a usual one.
pub fn syntax(source: &Source<'_>, text: &str, fault: Fault, spot: Spot) -> Problem {
    let usual = match &fault {
        Fault::Syntax(detail) => mistake::find(text, detail, spot),
        _ => None,
    };
    let (fault, spot) = match usual {
        Some((mistake, spot)) => (Fault::Mistake(mistake), spot),
        None => (fault, spot),
    };
    diagnose::placed(source, None, spot, &[], fault)
}
