//! Columns that only white space makes: lines whose entries are parted by tabs, or by several spaces, become cells of
//! a table. Knows no format.

use super::limits;
use crate::import::line::{Cell, Line, Style, trimmed};
use crate::text::label;

/// Gives the lines of such tables their cells.
pub fn found(lines: Vec<Line>) -> Vec<Line> {
    let mut table = lines
        .iter()
        .filter_map(|line| Some(line.cell?.table + 1))
        .max()
        .unwrap_or(0);
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut run: Vec<Line> = Vec::new();
    let mut before = (0, false);
    for line in lines {
        let next = entries(&line).len();
        let tabbed = line.text.contains('\t');
        // A single entry is one of the row above if it has as many tabs.
        let several = tabbed && filled(&entries(&line)) >= 2;
        let alike = tabbed == before.1 && (several || next == before.0);
        let near = !line.after_gap || tabbed && next == before.0 && has_figures(&entries(&line));
        let goes_on = next >= 2 && near && alike;
        before = (next, tabbed);
        if !goes_on && !run.is_empty() {
            end(std::mem::take(&mut run), &mut table, &mut out);
        }
        if next >= 2 {
            run.push(line);
        } else {
            out.push(line);
        }
    }
    end(run, &mut table, &mut out);
    out
}

/// Ends a run of lines with entries: a table if there are enough of them.
fn end(run: Vec<Line>, table: &mut usize, out: &mut Vec<Line>) {
    let counts: Vec<usize> = run.iter().map(|line| entries(line).len()).collect();
    let most = counts.iter().copied().max().unwrap_or_default();
    let full = counts.iter().filter(|count| **count == most).count();
    let several = run
        .iter()
        .filter(|line| filled(&entries(line)) >= 2)
        .count();
    let enough = run.len() >= 3 || run.len() == 2 && most >= 3;
    if !enough || full * 2 < run.len() || several * 2 < run.len() {
        out.extend(run);
        return;
    }
    for (row, line) in run.into_iter().enumerate() {
        for (column, text) in entries(&line).into_iter().enumerate() {
            if text.is_empty() {
                continue;
            }
            out.push(Line {
                text: text.to_owned(),
                cell: Some(Cell {
                    table: *table,
                    row,
                    column,
                    columns: 1,
                    rows: 1,
                    head: false,
                }),
                ..line.clone()
            });
        }
    }
    *table += 1;
}

/// The entries of a line: between tabs, or between gaps of white space. None where it is a sentence or a heading with
/// its number.
fn entries(line: &Line) -> Vec<&str> {
    let text = line.text.as_str();
    if line.cell.is_some() || line.style != Style::Plain {
        return Vec::new();
    }
    let all: Vec<&str> = if text.contains('\t') {
        text.split('\t').map(trimmed).collect()
    } else {
        gaps(text)
    };
    let tabbed = text.contains('\t');
    // Tabs part long entries as well; gaps of spaces stand in sentences.
    let long = |text: &&str| text.chars().count() > limits::COLUMN.get() || text.ends_with('。');
    let long = !tabbed && all.iter().any(long);
    let first = all.iter().find(|text| !text.is_empty());
    let numbered = all.len() == 2 && first.is_some_and(|text| label::is_alone(text));
    let numbered = numbered || !tabbed && label::read(text, None).is_some();
    let words = filled(&all);
    if words == 0 || words < 2 && all.len() < 3 || numbered || long {
        return Vec::new();
    }
    all
}

/// Whether a row of three entries and more holds figures behind its first one: behind an empty line it is one of the table
/// above, while a row of words alone may be another head.
fn has_figures(entries: &[&str]) -> bool {
    let figure = |text: &&str| text.starts_with(|c: char| c.is_ascii_digit());
    entries.len() >= 3 && entries.iter().skip(1).any(figure)
}

/// How many entries hold words.
fn filled(entries: &[&str]) -> usize {
    entries.iter().filter(|text| !text.is_empty()).count()
}

/// What is parted by two and more spaces, or by one of full width.
fn gaps(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut start = 0;
    let mut space: Option<(usize, usize)> = None;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            let width = if c == '\u{3000}' { 2 } else { 1 };
            space = Some(space.map_or((at, width), |(from, all)| (from, all + width)));
            continue;
        }
        // An ideographic space alone spaces a word out (通　知); two of them are a gap.
        if let Some((from, _)) = space.take().filter(|(_, width)| *width >= 3) {
            all.extend(text.get(start..from));
            start = at;
        }
    }
    all.extend(text.get(start..));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(usize, usize, String)> {
        let mut lines: Vec<Line> = Vec::new();
        let mut after_gap = false;
        for text in text.split('\n') {
            let text = text.to_owned();
            if !text.is_empty() {
                lines.push(Line {
                    text,
                    after_gap,
                    ..Line::default()
                });
                after_gap = false;
                continue;
            }
            after_gap = true;
        }
        let found = found(lines).into_iter();
        let found = found.filter_map(|line| Some((line.cell?.row, line.cell?.column, line.text)));
        found.collect()
    }

    #[test]
    fn lines_with_tabs_are_a_table() {
        let all = cells("事项\t单位\t数量\n泵站\t座\t3\n\t处\t4");
        assert_eq!(all.len(), 8);
        assert_eq!(all[6], (2, 1, "处".into()));
        let all = cells("事项\t单位\t数量\n泵站\t座\t3\n\t\t4");
        assert_eq!(all[6], (2, 2, "4".into()));
    }

    #[test]
    fn rows_with_figures_go_on_behind_an_empty_line() {
        let all = cells("事项\t计划\t完成\n\n泵站\t3\t4\n\n水厂\t5\t6");
        assert_eq!(all.len(), 9);
        assert_eq!(all[8], (2, 2, "6".into()));
        let two = "事项\t计划\t完成\n泵站\t3\t4\n\n单位\t姓名\t职务\n水厂\t张某\t厂长";
        assert_eq!(cells(two)[6], (0, 0, "单位".into()));
    }

    #[test]
    fn gaps_of_spaces_make_columns() {
        let all = cells("事项      数量\n泵站      3座\n水厂      4处");
        assert_eq!(all.len(), 6);
        assert_eq!(all[3], (1, 1, "3座".into()));
    }

    #[test]
    fn headings_and_sentences_are_no_columns() {
        assert_eq!(cells("一、\t总体要求\n二、\t重点任务\n三、\t保障措施"), []);
        assert_eq!(cells("张三   出席。\n李四   出席。\n王五   出席。"), []);
        assert_eq!(cells("泵站\t3座"), []);
        assert_eq!(cells("\t\t第一段\n\t\t第二段\n\t\t第三段"), []);
    }
}
