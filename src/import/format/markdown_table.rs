//! Tables of Markdown (GitHub Flavored Markdown, 4.10): a row, a row of dashes, and what follows with bars.

use super::limits;
use super::markdown_inline as inline;
use crate::import::doubt::Why;
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
pub fn read(lines: &[(usize, &str)], table: usize, raw: &mut Raw) -> usize {
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
            let inline = inline::read(cell);
            for (text, why) in inline.left {
                raw.leave(*number, &text, why);
            }
            if trimmed(&inline.text).is_empty() {
                continue;
            }
            raw.lines.push(Line {
                text: trimmed(&inline.text).to_owned(),
                number: *number,
                whole: true,
                cell: Some(Cell {
                    table,
                    row: at.saturating_sub(1),
                    column: column.min(limits::COLUMNS.get() - 1),
                    columns: 1,
                    rows: 1,
                    head: at == 0,
                }),
                ..Line::default()
            });
        }
    }
    count
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
