//! A problem of a file as text: where, what, the line with a caret under the place, what to do.

use std::collections::HashSet;
use std::io::{self, Write};

use crate::i18n::Lang;
use crate::load::{Problem, Severity, SourceLocation};
use crate::width;

use super::paragraph::{Setup, paragraph};

/// Cells of a long line that are shown before and behind the place.
const AROUND: usize = 60;

/// Writes problems, with something between any two; the line that one stands on is shown as far as the setup has room.
/// What to do about a file as a whole, or about a doubt, is said once: the first time.
///
/// # Errors
/// Those of the writer.
pub fn report<'p>(
    out: &mut dyn Write,
    problems: impl IntoIterator<Item = &'p Problem>,
    between: &str,
    (lang, setup): (Lang, Setup),
) -> io::Result<()> {
    let mut told: HashSet<String> = HashSet::new();
    for (at, problem) in problems.into_iter().enumerate() {
        if at > 0 {
            out.write_all(between.as_bytes())?;
        }
        what(out, problem, lang, setup)?;
        let help = problem.help(lang).replace('\n', " ");
        let is_known = problem.place.is_none() && told.contains(&help);
        if !help.is_empty() && !is_known {
            let line = format!("  {}: {help}", lang.words().help_word);
            paragraph(out, &line, setup)?;
            told.insert(help);
        }
    }
    Ok(())
}

/// What is wrong, and where.
fn what(out: &mut dyn Write, problem: &Problem, lang: Lang, setup: Setup) -> io::Result<()> {
    let words = lang.words();
    let severity = match problem.severity {
        Severity::Error => words.error,
        Severity::Warning => words.warning,
    };
    let one_line = |text: &str| text.replace('\n', " ");
    let head = format!(
        "{}: {severity}: {}",
        problem.location(),
        problem.message(lang)
    );
    paragraph(out, &one_line(&head), setup)?;
    if !problem.path.is_empty() {
        let path = one_line(&problem.path_words(lang));
        paragraph(out, &format!("  § {path}"), setup)?;
    }
    if let Some(place) = &problem.place {
        source_line(out, place, setup)?;
    }
    Ok(())
}

/// The line with its number, and the caret below it. A long line is cut on both sides.
///
/// ```text
///   12 | ...建成二级节点166个...
///      |         ^^^^
/// ```
fn source_line(out: &mut dyn Write, place: &SourceLocation, setup: Setup) -> io::Result<()> {
    let number = place.line.to_string();
    let gutter = number.len() + 5;
    let room = match setup.cells {
        0 => 2 * AROUND,
        cells => cells.saturating_sub(gutter + 6).max(4),
    };
    let shown = |text: String| width::visible_text(&text).into_owned();
    let cells = |text: &str| width::cells(text, setup.ambiguous);
    let at = place.column.saturating_sub(1);
    let chars = || place.source.chars();
    let before = shown(chars().take(at).collect());
    let under = shown(chars().skip(at).take(place.length).collect());
    let behind = shown(chars().skip(at + place.length).collect());
    let under = width::fit(&under, room, setup.ambiguous).0;
    let left = last_cells(&before, (room - cells(under)) / 2, setup);
    let used = cells(under) + cells(left);
    let right = width::fit(&behind, room - used, setup.ambiguous).0;
    let dots = |whole: &str, part: &str| if whole.len() > part.len() { "..." } else { "" };
    let (lead, tail) = (dots(&before, left), dots(&behind, right));
    writeln!(out, "  {number} | {lead}{left}{under}{right}{tail}")?;
    let indent = " ".repeat(lead.len() + cells(left));
    let carets = "^".repeat(cells(under).max(1));
    let blank = " ".repeat(number.len());
    writeln!(out, "  {blank} | {indent}{carets}")
}

/// The longest end of a text, in whole clusters, that fits into some cells.
fn last_cells(text: &str, limit: usize, setup: Setup) -> &str {
    let mut excess = width::cells(text, setup.ambiguous).saturating_sub(limit);
    for cluster in width::clusters(text, setup.ambiguous) {
        if excess == 0 {
            return text.get(cluster.start..).unwrap_or_default();
        }
        excess = excess.saturating_sub(cluster.cells);
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Fault, FileFault};
    use crate::width::Ambiguous::Narrow;

    fn lines(source: &str, column: usize, length: usize, cells: usize) -> Vec<String> {
        let place = SourceLocation {
            line: 7,
            column,
            length,
            source: source.to_owned(),
        };
        let setup = Setup {
            cells,
            ambiguous: Narrow,
            rules: crate::wrap::Rules::default(),
        };
        let mut out = Vec::new();
        source_line(&mut out, &place, setup).unwrap();
        let text = String::from_utf8(out).unwrap();
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn the_caret_stands_under_chinese() {
        assert_eq!(
            lines("标题: 年度简报", 5, 4, 0),
            ["  7 | 标题: 年度简报", "    |       ^^^^^^^^"]
        );
    }

    #[test]
    fn the_same_advice_is_given_once() {
        let problems = ["a.txt", "b.txt", "c.txt"].map(|name| {
            let fault = if name == "c.txt" {
                FileFault::NoBody
            } else {
                FileFault::NoText
            };
            Problem::of_file(name, Fault::File(fault))
        });
        let setup = Setup {
            cells: 0,
            ambiguous: Narrow,
            rules: crate::wrap::Rules::default(),
        };
        let mut out = Vec::new();
        report(&mut out, &problems, "\n", (Lang::En, setup)).unwrap();
        let text = String::from_utf8(out).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        let begins = |at: usize, with: &str| lines[at].starts_with(with);
        assert!(
            begins(0, "a.txt") && begins(1, "  help") && begins(3, "b.txt"),
            "{text}"
        );
        assert!(begins(5, "c.txt") && begins(6, "  help"), "{text}");
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        assert_eq!(
            lines("一二三四五六七八九十", 5, 1, 22),
            ["  7 | ...三四五六七...", "    |        ^^"]
        );
    }

    #[test]
    fn a_place_behind_the_line_is_shown_at_its_end() {
        assert_eq!(lines("标题", 3, 1, 0), ["  7 | 标题", "    |     ^"]);
    }
}
