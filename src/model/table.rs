//! Tables of a section: runs of lines whose cells are parted by tabs.
//!
//! A table is a range of the section's text and copies nothing. Where the file says nothing, two lines or more
//! that follow each other and have tabs between words are a table, the first line its head. Knows nothing of
//! what stands in a cell, and nothing of how a table looks.

use std::ops::Range;

/// What parts the cells of a line.
pub const TAB: char = '\t';

/// Where a table stands, in lines of its section's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Its first line, from 0.
    pub from: usize,
    /// How many lines it has, at least one.
    pub lines: usize,
    /// How many of them are its head; none where it has no head.
    pub head: usize,
}

impl Extent {
    /// Index of the line behind it.
    pub fn end(&self) -> usize {
        self.from.saturating_add(self.lines)
    }
}

/// A table of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Where it stands.
    pub extent: Extent,
    /// Its lines, head first, as byte ranges of the text without line ends.
    pub rows: Vec<Range<usize>>,
}

impl Table {
    /// All of it, in bytes of the text.
    pub fn span(&self) -> Range<usize> {
        let start = self.rows.first().map_or(0, |row| row.start);
        start..self.rows.last().map_or(start, |row| row.end)
    }

    /// How many columns the longest of its lines has.
    pub fn columns(&self, text: &str) -> usize {
        let count = |row: &Range<usize>| cells(text, row).count();
        self.rows.iter().map(count).max().unwrap_or(0)
    }
}

/// The cells of a line, as byte ranges of the text without white space at either end.
pub fn cells<'t>(text: &'t str, row: &Range<usize>) -> impl Iterator<Item = Range<usize>> + 't {
    let mut start = row.start;
    let line = text.get(row.clone()).unwrap_or_default();
    line.split(TAB).map(move |cell| {
        let from = start + cell.len() - cell.trim_start().len();
        let words = cell.trim().len();
        // A cell without words stands where it begins.
        let from = if words == 0 { start } else { from };
        start += cell.len() + TAB.len_utf8();
        from..from + words
    })
}

/// The tables of a text: those that somebody told of, in order and apart from each other, and the runs of
/// lines with tabs between them.
pub fn find(text: &str, told: &[Extent]) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    if told.is_empty() && !text.contains(TAB) {
        return tables;
    }
    let mut told = told.iter().peekable();
    let mut run: Vec<Line> = Vec::new();
    let mut start = 0;
    for (index, words) in text.split('\n').enumerate() {
        let span = start..start + words.len();
        start = span.end + 1;
        while told.next_if(|extent| extent.end() <= index).is_some() {}
        match told.peek().filter(|extent| extent.from <= index) {
            Some(extent) => {
                tables.extend(runs(&std::mem::take(&mut run)));
                match tables.last_mut().filter(|_| extent.from < index) {
                    Some(table) => table.rows.push(span),
                    None => tables.push(Table {
                        extent: **extent,
                        rows: vec![span],
                    }),
                }
            }
            None if words.contains(TAB) => run.push(Line::new(index, span, words)),
            None => tables.extend(runs(&std::mem::take(&mut run))),
        }
    }
    tables.extend(runs(&run));
    tables
}

/// A line with a tab.
struct Line {
    index: usize,
    span: Range<usize>,
    cells: usize,
    /// Whether words stand on both sides of a tab.
    parted: bool,
    /// Whether it begins with an empty cell, or is set in.
    begins_with_tab: bool,
}

impl Line {
    fn new(index: usize, span: Range<usize>, words: &str) -> Self {
        Self {
            index,
            span,
            cells: words.matches(TAB).count() + 1,
            parted: words.trim().contains(TAB),
            begins_with_tab: words.starts_with(TAB),
        }
    }
}

/// The tables of some lines with tabs that follow each other. A line with tabs only before its words is a
/// row where it has as many cells as the others, else it is set in.
fn runs(lines: &[Line]) -> Vec<Table> {
    let parted = lines.iter().filter(|line| line.parted);
    let columns = parted.map(|line| line.cells).max().unwrap_or(0);
    let is_row = |line: &Line| line.parted || !line.begins_with_tab || line.cells == columns;
    let runs = lines.chunk_by(|a, b| is_row(a) && is_row(b));
    let tables = runs.filter(|run| run.len() > 1 && run.iter().any(|line| line.parted));
    tables
        .map(|run| Table {
            extent: Extent {
                from: run.first().map_or(0, |line| line.index),
                lines: run.len(),
                head: 1,
            },
            rows: run.iter().map(|line| line.span.clone()).collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extent(from: usize, lines: usize, head: usize) -> Extent {
        Extent { from, lines, head }
    }

    fn extents(text: &str, told: &[Extent]) -> Vec<Extent> {
        let tables = find(text, told).into_iter();
        tables.map(|table| table.extent).collect()
    }

    #[test]
    fn lines_with_tabs_that_follow_each_other_are_a_table() {
        let text = "前言。\n指标\t目标\n就业\t50万人\n后记。";
        assert_eq!(extents(text, &[]), [extent(1, 2, 1)]);
        let table = find(text, &[]).remove(0);
        assert_eq!(text.get(table.span()), Some("指标\t目标\n就业\t50万人"));
        // One line with a tab is no table, nor are lines that tabs set in.
        assert_eq!(extents("联系人\t张三\n后记。", &[]), []);
        assert_eq!(extents("\t第一段。\n\t第二段。", &[]), []);
    }

    #[test]
    fn a_row_may_have_words_in_one_cell_only() {
        let text = "指标\t单位\t目标\n一、经济\t\n就业\t万人\t50\n\t\t51\n\t表后说明。";
        assert_eq!(extents(text, &[]), [extent(0, 4, 1)]);
    }

    #[test]
    fn what_the_file_says_comes_first() {
        let text = "甲\t乙\n1\t2\n丙\t丁\n3\t4\n一格\n5\t6\n7\t8";
        let told = [extent(0, 2, 2), extent(2, 3, 0)];
        let found = [extent(0, 2, 2), extent(2, 3, 0), extent(5, 2, 1)];
        assert_eq!(extents(text, &told), found);
        // One line is a table if the file says so.
        assert_eq!(
            extents("联系人\t张三", &[extent(0, 1, 0)]),
            [extent(0, 1, 0)]
        );
    }

    #[test]
    fn cells_are_ranges_without_white_space_at_their_ends() {
        let text = "前\n 就业 \t\t50 万人\t";
        let row = "前\n".len()..text.len();
        let words: Vec<&str> = cells(text, &row)
            .map(|cell| text.get(cell).unwrap())
            .collect();
        assert_eq!(words, ["就业", "", "50 万人", ""]);
    }
}
