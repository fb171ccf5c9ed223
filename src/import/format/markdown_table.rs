//! Tables of Markdown (GitHub Flavored Markdown, 4.10): a row, a row of dashes, and what follows with bars; also those
//! that the end of a page parts.

use super::markdown_block::Defined;
use super::{html, limits, markdown_inline as inline};
use crate::import::clean::pages::may_be_number;
use crate::import::doubt::{Left, Why};
use crate::import::line::{Cell, Line, Raw, trimmed};

/// How many lines may stand between the rows of a table: an empty one before and behind each thing that a page's end has.
const LINES_BETWEEN: usize = 8;

/// A table as lines: its rows, and what stands between them.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// The places of its rows.
    rows: Vec<usize>,
    /// How many of them are its head.
    head: usize,
    /// How many lines it takes.
    pub lines: usize,
}

/// The table that begins with the first of some lines: its cells are as many as the dashes below it, or as those of the
/// row below it that stands between bars, too. A page may end in it, as converters leave it: empty lines, the page's
/// number, and dashes below its first row on the next page.
pub fn found(lines: &[(usize, &str)]) -> Option<Table> {
    let line = |at: usize| lines.get(at).map_or("", |(_, line)| *line);
    let columns = Some(cells(line(0)).len()).filter(|_| line(0).contains('|'))?;
    let next = behind(lines, 0)?;
    let ruled = is_dashes(line(next)) && cells(line(next)).len() == columns;
    let barred = columns > 2 && next == 1 && is_barred(line(0)) && is_barred(line(1));
    if !(ruled || barred) {
        return None;
    }
    let mut table = Table {
        rows: vec![0],
        head: usize::from(ruled),
        lines: 1,
    };
    let mut at = 0;
    while let Some(next) = behind(lines, at) {
        let row = line(next);
        let dashes = is_dashes(row);
        // Below the head any row with a bar goes on, as GitHub reads it; behind a gap one of the same columns.
        let near = ruled && next == at + 1 && !dashes;
        let alike =
            cells(row).len() == columns && (dashes || is_barred(row) || !is_barred(line(0)));
        let heads = !dashes && behind(lines, next).is_some_and(|below| is_dashes(line(below)));
        if !near && !alike || heads && !goes_on_in(line(0), row) {
            break;
        }
        if !dashes {
            table.rows.push(next);
        }
        (at, table.lines) = (next, next + 1);
    }
    (table.rows.len() > 1 || ruled).then_some(table)
}

/// The next row with bars behind a line, over an empty line and what a page ends with.
fn behind(lines: &[(usize, &str)], at: usize) -> Option<usize> {
    let more = lines.iter().enumerate().skip(at + 1);
    let mut more = more.take(LINES_BETWEEN + 1);
    let (next, _) = more.find(|(_, (_, line))| !is_between(line))?;
    lines.get(next).filter(|(_, line)| line.contains('|'))?;
    Some(next)
}

/// Whether a line may stand between the rows of a table: it is empty, a remark or the number of a page.
fn is_between(line: &str) -> bool {
    let words = trimmed(line);
    let remark = words.starts_with("<!--") && words.ends_with("-->");
    words.is_empty() || remark || may_be_number(words)
}

/// Whether a row above dashes is one of the table before it: it holds numbers, and the head of that none.
fn goes_on_in(head: &str, row: &str) -> bool {
    let number = |cell: &String| {
        let sign = |c: char| c.is_ascii_digit() || "<>≤≥-+.,%/ ".contains(c);
        cell.contains(|c: char| c.is_ascii_digit()) && cell.chars().all(sign)
    };
    let has_numbers = |row: &str| cells(row).iter().skip(1).any(number);
    has_numbers(row) && !has_numbers(head)
}

/// Whether a row parts the head of a table from its other rows.
fn is_dashes(line: &str) -> bool {
    let is_dash = |cell: &String| {
        let inner = cell.trim_start_matches(':').trim_end_matches(':');
        !inner.is_empty() && inner.bytes().all(|byte| byte == b'-')
    };
    line.contains('|') && cells(line).iter().all(is_dash)
}

/// Whether a row stands between bars.
fn is_barred(line: &str) -> bool {
    let words = trimmed(line);
    words.len() > 1 && words.starts_with('|') && words.ends_with('|') && !is_dashes(words)
}

/// Reads a table.
pub fn read(lines: &[(usize, &str)], table: usize, found: &Table, of: &Defined, raw: &mut Raw) {
    for (at, (number, line)) in lines.iter().enumerate().take(found.lines) {
        let Ok(row) = found.rows.binary_search(&at) else {
            let why = if is_dashes(line) || line.contains("<!--") {
                Why::Markup
            } else {
                Why::PageNumber
            };
            if !trimmed(line).is_empty() {
                raw.leave(*number, trimmed(line), why);
            }
            continue;
        };
        let cells = cells(line);
        let within: usize = cells.iter().map(|cell| cell.matches('|').count()).sum();
        let bars = line.matches('|').count() - within;
        raw.leave(*number, &"|".repeat(bars), Why::Markup);
        for (column, cell) in cells.iter().enumerate() {
            let place = Cell {
                table,
                row,
                column: column.min(limits::COLUMNS.get() - 1),
                columns: 1,
                rows: 1,
                head: row < found.head,
            };
            put(*number, cell, place, of, raw);
        }
    }
}

/// The words of a cell. Tags may part them into lines.
fn put(number: usize, words: &str, cell: Cell, defined: &Defined, raw: &mut Raw) {
    let inline = inline::read(words, defined);
    for (text, why) in inline.left {
        raw.leave(number, &text, why);
    }
    let texts = if inline::has_html(&inline.html) {
        let page = html::read(&inline.html);
        raw.left
            .extend(page.left.into_iter().map(|left| Left { number, ..left }));
        page.lines.into_iter().map(|line| line.text).collect()
    } else {
        vec![inline.text]
    };
    for text in texts.iter().map(|text| trimmed(text)) {
        if !text.is_empty() {
            raw.lines.push(Line {
                text: text.to_owned(),
                number,
                whole: true,
                cell: Some(cell),
                ..Line::default()
            });
        }
    }
}

/// The cells of a row; a bar behind a backslash is a character.
fn cells(line: &str) -> Vec<String> {
    let line = trimmed(line);
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut all = vec![String::new()];
    let mut escaped = false;
    for c in line.chars() {
        match c {
            '|' if !escaped => all.push(String::new()),
            c => {
                if let Some(cell) = all.last_mut() {
                    if c == '|' {
                        cell.pop();
                    }
                    cell.push(c);
                }
            }
        }
        escaped = c == '\\' && !escaped;
    }
    if all.len() > 1 && all.last().is_some_and(|cell| cell.trim().is_empty()) {
        all.pop();
    }
    all.into_iter()
        .map(|cell| trimmed(&cell).to_owned())
        .collect()
}
