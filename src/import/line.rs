//! A document as lines, as every format yields it. Knows no format.

use super::doubt::{Doubt, Left, Why};

/// How a line was set in its document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Nothing is known.
    #[default]
    Plain,
    /// Marked as the document's title.
    Title,
    /// Marked as a heading, 1 the highest.
    Heading(u8),
    /// A row of a table, its cells parted by tabs.
    Row,
    /// Made of links only.
    Links,
}

/// Where a line stands in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Which table of the document, in the order of their beginnings.
    pub table: usize,
    /// Its row and its first column, from 0.
    pub row: usize,
    /// Its first column.
    pub column: usize,
    /// How many columns it takes.
    pub columns: usize,
    /// How many rows it takes; the first line of a cell knows it.
    pub rows: usize,
    /// Whether the source marks it as one of the table's head.
    pub head: bool,
}

impl Cell {
    /// Makes it the cell of the lines from an index on that stand in none yet: what an inner table holds is its own.
    pub fn fill(self, lines: &mut [Line], from: usize) {
        for line in lines.iter_mut().skip(from) {
            line.cell.get_or_insert(self);
        }
    }

    /// Takes the lines from an index on out of the cells of a table.
    pub fn dissolve(table: usize, lines: &mut [Line], from: usize) {
        for line in lines.iter_mut().skip(from) {
            line.cell = line.cell.filter(|cell| cell.table != table);
        }
    }
}

/// Lines of tables for tests.
#[cfg(test)]
pub mod sample {
    use super::{Cell, Line};

    /// The lines of rows whose cells are parted by ` | ` and their lines by ` + `; `table` tells the words of a line and
    /// which table it is of.
    pub fn lines<'r>(rows: &'r [String], table: impl Fn(&'r str) -> (&'r str, usize)) -> Vec<Line> {
        let mut lines = Vec::new();
        for (row, cells) in rows.iter().enumerate() {
            for (column, words) in cells.split(" | ").enumerate() {
                lines.extend(words.split(" + ").map(|words| {
                    let (text, table) = table(words);
                    Line {
                        text: text.to_owned(),
                        cell: Some(Cell {
                            table,
                            row,
                            column,
                            columns: 1,
                            rows: 1,
                            head: false,
                        }),
                        ..Line::default()
                    }
                }));
            }
        }
        lines
    }
}

/// Where a table stands in a text, in lines from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rows {
    /// Its first line.
    pub from: usize,
    /// How many lines it has.
    pub lines: usize,
    /// How many of them are its head.
    pub head: usize,
}

/// A line of a document, without the white space around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its words.
    pub text: String,
    /// Where it begins in the source: the line, in Word files the paragraph, from 1.
    pub number: usize,
    /// How it was set there.
    pub style: Style,
    /// The bytes from its beginning on that are set in bold, where its format tells.
    pub bold: usize,
    /// Whether it is set in.
    pub indented: bool,
    /// Whether an empty line comes before it.
    pub after_gap: bool,
    /// Whether the source itself says that a paragraph begins and ends here.
    pub whole: bool,
    /// The cell it stands in, before tables are made rows.
    pub cell: Option<Cell>,
    /// Of the first row of a table: how many of its rows are its head.
    pub opens: Option<usize>,
}

/// A document as lines, and what its format says beside them.
#[derive(Debug, Default)]
pub struct Raw {
    /// The lines that hold words.
    pub lines: Vec<Line>,
    /// What was left out already.
    pub left: Vec<Left>,
    /// Keys and values of a front matter, or what a page says of itself.
    pub front: Vec<(String, String)>,
    /// What is to be reported.
    pub doubts: Vec<Doubt>,
}

impl Raw {
    /// Leaves a line out.
    pub fn leave(&mut self, number: usize, text: &str, why: Why) {
        self.left.push(Left {
            number,
            text: text.to_owned(),
            why,
        });
    }
}

/// A line without white space and characters of no width around it.
pub fn trimmed(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

/// Characters that show nothing and mean nothing at a line's end.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{ad}')
}
