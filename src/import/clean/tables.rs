//! Tables into lines: rows whose cells are parted by tabs where a table holds entries, paragraphs where it only lays
//! out a page, or is a form of running text. Merged cells hold their words once, in their first cell; a line end
//! within a cell becomes a space. Knows no format.

use std::collections::HashSet;

use super::columns;
use super::table_rules::{RULES, Shape, Table, holds_text, is_label};
use crate::import::doubt::{Doubt, Doubted};
use crate::import::line::{Line, Style, trimmed};
use crate::import::rule;
use crate::lexicon::List;
use crate::text::label;

/// What parts the cells of a row.
pub const TAB: char = '\t';

/// Makes lines of tables. Afterwards no line is in a cell, and only rows hold tabs.
pub fn rows(lines: Vec<Line>, doubts: &mut Vec<Doubt>) -> Vec<Line> {
    let lines = columns::found(lines);
    let mut out = Vec::with_capacity(lines.len());
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        let Some(cell) = line.cell else {
            out.push(plain(line));
            continue;
        };
        let mut all = vec![line];
        let same = |line: &Line| line.cell.is_some_and(|next| next.table == cell.table);
        while let Some(line) = lines.next_if(same) {
            all.push(line);
        }
        shaped(Table::of(all), &mut out, doubts);
    }
    out
}

/// A line outside tables: a tab in it is white space.
fn plain(line: Line) -> Line {
    if !line.text.contains(TAB) {
        return Line { cell: None, ..line };
    }
    Line {
        text: trimmed(&line.text).replace(TAB, " "),
        cell: None,
        ..line
    }
}

/// The lines of a table, as the first rule that holds for it wants them.
fn shaped(mut table: Table, out: &mut Vec<Line>, doubts: &mut Vec<Doubt>) {
    let rule = rule::first(&RULES, &table, 0);
    let shape = rule.map_or(Shape::Rows, |rule| rule.then);
    if let Some(rule) = rule.filter(|_| shape == Shape::Form)
        && let Some(line) = table.lines.first()
    {
        let what = Doubted::Form(line.text.clone());
        doubts.push(Doubt::at(line.number, what).by(rule.name));
    }
    if shape == Shape::Paragraphs {
        out.extend(table.lines.into_iter().map(plain));
        return;
    }
    // What goes over the whole width above and below the rows is a caption or a note.
    let captions = table.captions();
    let notes = table.notes();
    // The rows of a form are labels and values, and have no head.
    let mut head = Some(match shape {
        Shape::Form => 0,
        Shape::Rows | Shape::Paragraphs => table.head(captions),
    });
    let rows = std::mem::take(&mut table.lines);
    let mut rest = rows.into_iter().peekable();
    for at in 0..table.rows {
        let of_row = |line: &Line| line.cell.is_some_and(|cell| cell.row == at);
        let mut row = Vec::new();
        while let Some(line) = rest.next_if(of_row) {
            row.push(line);
        }
        let filled = filled(&row);
        let apart = at < captions
            || at >= table.rows - notes
            || shape == Shape::Form && is_apart(&row, filled);
        if row.is_empty() {
            continue;
        }
        if apart {
            let named = shape == Shape::Form && at >= captions && at + notes < table.rows;
            paragraphs(row, named, out);
            head = head.or((shape == Shape::Form).then_some(0));
            continue;
        }
        if head.is_none_or(|head| head == 0) && begins_table(&row) {
            head = Some(1);
        }
        out.push(joined(&row, table.columns, head.take()));
    }
}

/// Whether a line is a row of a table that tells something: the rows of metadata name their values.
pub fn is_row_of_text(line: &Line) -> bool {
    let names = |cell: &str| cell.trim_end().ends_with(['：', ':']);
    line.style == Style::Row && line.text.contains(TAB) && !line.text.split(TAB).any(names)
}

/// How many cells of a row hold words.
fn filled(row: &[Line]) -> usize {
    let columns = row.iter().filter_map(|line| line.cell);
    columns
        .map(|cell| cell.column)
        .collect::<HashSet<_>>()
        .len()
}

/// Whether a row of a form is a heading or running text, with its label or without.
fn is_apart(row: &[Line], filled: usize) -> bool {
    let heading = filled == 1
        && row
            .iter()
            .all(|line| is_label(&line.text) || line.text.contains('。'));
    heading || filled <= 2 && holds_text(row)
}

/// Whether a row of a table begins another one below it: 序号, 姓名, …
fn begins_table(row: &[Line]) -> bool {
    static STARTS: List = List::new("table-start");
    row.first().is_some_and(|line| STARTS.has(&line.text))
}

/// The paragraphs of a row. A short label of a form is a heading above its text.
fn paragraphs(row: Vec<Line>, named: bool, out: &mut Vec<Line>) {
    for (at, line) in row.into_iter().enumerate() {
        let mut line = plain(line);
        if named && at == 0 && is_label(&line.text) && label::read(&line.text, None).is_none() {
            line.style = Style::Heading(1);
        }
        out.push(line);
    }
}

/// A row as a line, its cells parted by tabs.
fn joined(row: &[Line], columns: usize, head: Option<usize>) -> Line {
    let mut cells = vec![String::new(); columns];
    for line in row {
        let at = line.cell.map_or(0, |cell| cell.column).min(columns - 1);
        if let Some(cell) = cells.get_mut(at) {
            if !cell.is_empty() {
                cell.push(' ');
            }
            cell.push_str(&trimmed(&line.text).replace(TAB, " "));
        }
    }
    Line {
        text: cells.join("\t"),
        number: row.first().map_or(1, |line| line.number),
        style: Style::Row,
        whole: true,
        opens: head,
        ..Line::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::line::Cell;

    /// Lines of a table: rows by `/`, cells by `|`; `^n` at a cell's end: so many columns, `_n`: so many rows.
    fn table(text: &str) -> Vec<Line> {
        let mut lines = Vec::new();
        for (row, cells) in text.split('/').enumerate() {
            let mut column = 0;
            for words in cells.split('|') {
                let (words, rows) = words.split_once('_').unwrap_or((words, "1"));
                let (words, columns) = words.split_once('^').unwrap_or((words, "1"));
                let cell = Cell {
                    table: 0,
                    row,
                    column,
                    columns: columns.parse().unwrap(),
                    rows: rows.parse().unwrap(),
                    head: false,
                };
                column += cell.columns;
                lines.extend(
                    words
                        .split('+')
                        .filter(|words| !words.is_empty())
                        .map(|words| Line {
                            text: words.into(),
                            cell: Some(cell),
                            ..Line::default()
                        }),
                );
            }
        }
        lines
    }

    fn made(text: &str) -> Vec<(String, Option<usize>)> {
        let made = rows(table(text), &mut Vec::new()).into_iter();
        made.map(|line| (line.text, line.opens)).collect()
    }

    #[test]
    fn cells_are_parted_by_tabs_and_merged_ones_hold_their_words_once() {
        assert_eq!(
            made("事项_2|指标^2/|数量|期限/修路|8公里|9月+底"),
            [
                ("事项\t指标\t".into(), Some(2)),
                ("\t数量\t期限".into(), None),
                ("修路\t8公里\t9月 底".into(), None)
            ]
        );
    }

    #[test]
    fn empty_rows_and_columns_are_none() {
        assert_eq!(
            made("事项_2|指标^5_2//修路|8公里/修桥|2座"),
            [
                ("事项\t指标".into(), Some(1)),
                ("修路\t8公里".into(), None),
                ("修桥\t2座".into(), None)
            ]
        );
    }

    #[test]
    fn captions_and_notes_stand_outside() {
        assert_eq!(
            made("表一 进度^2/事项|数量/修路|8公里/注：截至三季度^2"),
            [
                ("表一 进度".into(), None),
                ("事项\t数量".into(), Some(1)),
                ("修路\t8公里".into(), None),
                ("注：截至三季度".into(), None)
            ]
        );
    }

    #[test]
    fn headings_of_groups_are_rows() {
        let all = made("第三类^2/事项|数量/修路|8公里/第四类^2/事项|数量/修渠|9公里");
        assert_eq!(all.len(), 6);
        assert!(all[0].0.starts_with("第三类") && all[0].1.is_some());
    }

    #[test]
    fn a_form_of_minutes_is_taken_apart() {
        let text = "时间|3月2日|地点|二楼/议题|||/一、修路+听取了进展。|||/序号|事项|姓名|期限/1|修路|某某|5月";
        let mut doubts = Vec::new();
        let all = rows(table(text), &mut doubts);
        assert_eq!(doubts[0].rule, Some("form-of-minutes"));
        let texts: Vec<(&str, Style)> = all.iter().map(|l| (l.text.as_str(), l.style)).collect();
        assert_eq!(
            texts,
            [
                ("时间\t3月2日\t地点\t二楼", Style::Row),
                ("议题", Style::Heading(1)),
                ("一、修路", Style::Plain),
                ("听取了进展。", Style::Plain),
                ("序号\t事项\t姓名\t期限", Style::Row),
                ("1\t修路\t某某\t5月", Style::Row)
            ]
        );
        assert_eq!((all[0].opens, all[4].opens), (Some(0), Some(1)));
    }
}
