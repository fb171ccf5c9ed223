//! Tables of Markdown (GitHub Flavored Markdown, 4.10): a row, a row of dashes, and what follows with bars.

use super::markdown_block::Defined;
use super::{html, limits, markdown_inline as inline};
use crate::import::doubt::{Left, Why};
use crate::import::line::{Cell, Line, Raw, trimmed};

/// Whether a table begins with a line: its cells are as many as the dashes below it.
pub fn opens(line: &str, next: &str) -> bool {
    let dashes = cells(next);
    let is_dash = |cell: &String| {
        let inner = cell.trim_start_matches(':').trim_end_matches(':');
        !inner.is_empty() && inner.bytes().all(|byte| byte == b'-')
    };
    line.contains('|')
        && next.contains('|')
        && dashes.iter().all(is_dash)
        && cells(line).len() == dashes.len()
}

/// Reads a table; how many lines it has.
pub fn read(lines: &[(usize, &str)], table: usize, defined: &Defined, raw: &mut Raw) -> usize {
    let rows = lines.iter().take_while(|(_, line)| line.contains('|'));
    let count = rows.count();
    for (at, (number, line)) in lines.iter().take(count).enumerate() {
        if at == 1 {
            raw.leave(*number, trimmed(line), Why::Markup);
            continue;
        }
        let cells = cells(line);
        let bars = line.matches('|').count()
            - cells
                .iter()
                .map(|cell| cell.matches('|').count())
                .sum::<usize>();
        raw.leave(*number, &"|".repeat(bars), Why::Markup);
        for (column, cell) in cells.iter().enumerate() {
            let place = Cell {
                table,
                row: at.saturating_sub(1),
                column: column.min(limits::COLUMNS.get() - 1),
                columns: 1,
                rows: 1,
                head: at == 0,
            };
            put(*number, cell, place, defined, raw);
        }
    }
    count
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
