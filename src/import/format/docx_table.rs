//! The tables of a Word file while it is gone through: which cell the paragraphs stand in (ECMA-376 part 1, 17.4).

use std::collections::HashMap;
use std::ops::Range;

use quick_xml::events::BytesStart;

use super::docx_style::is_on;
use super::limits;
use super::nested_table::{self, Inner};
use super::xml::{number, value};
use crate::import::doubt::Doubt;
use crate::import::line::{Cell, Line};

/// How a cell is merged with those above and below it (17.4.84).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Merge {
    None,
    Begins,
    GoesOn,
}

/// A table that is open.
struct Open {
    id: usize,
    /// The first line within it, and the tables within its cells.
    first: usize,
    inner: Vec<Inner>,
    /// The rows that began, and the first line of this one.
    rows: usize,
    row_first: usize,
    column: usize,
    head: bool,
    deleted: bool,
    /// The first line of the cell that is open, its columns and how it is merged.
    cell_first: usize,
    columns: usize,
    merge: Merge,
    /// Where the words of cells are that go on in the next row, by column.
    merged: HashMap<usize, Range<usize>>,
}

/// The tables that are open, the innermost last.
#[derive(Default)]
pub struct Tables {
    open: Vec<Open>,
    count: usize,
    /// What was unsure.
    pub doubts: Vec<Doubt>,
}

impl Open {
    /// The cell that is open.
    fn cell(&self) -> Cell {
        let column = self.column.min(limits::COLUMNS.get() - 1);
        Cell {
            table: self.id,
            row: self.rows.saturating_sub(1),
            column,
            columns: self.columns.min(limits::COLUMNS.get() - column),
            rows: 1,
            head: self.head,
        }
    }
}

impl Tables {
    /// Whether a table is open.
    pub fn is_in(&self) -> bool {
        !self.open.is_empty()
    }

    /// Whether the row that is open was deleted.
    pub fn is_deleted(&self) -> bool {
        self.open.iter().any(|table| table.deleted)
    }

    /// The row that is open is deleted (17.13.5.12).
    pub fn delete(&mut self) {
        if let Some(table) = self.open.last_mut() {
            table.deleted = true;
        }
    }

    /// An element of a table begins.
    pub fn start(&mut self, name: &str, tag: &BytesStart<'_>, opens: bool, lines: &[Line]) {
        if name == "tbl" && opens {
            self.open.push(Open {
                id: self.count,
                first: lines.len(),
                inner: Vec::new(),
                rows: 0,
                row_first: lines.len(),
                column: 0,
                head: false,
                deleted: false,
                cell_first: lines.len(),
                columns: 1,
                merge: Merge::None,
                merged: HashMap::new(),
            });
            self.count += 1;
            return;
        }
        let Some(table) = self.open.last_mut() else {
            return;
        };
        let count = || number(tag).and_then(|count| usize::try_from(count).ok());
        let most = limits::COLUMNS.get();
        match name {
            "tr" if opens => {
                table.rows += 1;
                table.row_first = lines.len();
                table.column = 0;
                table.head = false;
                table.deleted = false;
            }
            "gridBefore" => table.column += count().unwrap_or(0).min(most),
            "tblHeader" => table.head = is_on(tag),
            "tc" if opens => {
                table.cell_first = lines.len();
                table.columns = 1;
                table.merge = Merge::None;
            }
            "gridSpan" => table.columns = count().unwrap_or(1).clamp(1, most),
            "vMerge" => {
                let begins = value(tag, "val").as_deref() == Some("restart");
                table.merge = if begins { Merge::Begins } else { Merge::GoesOn };
            }
            _ => {}
        }
    }

    /// An element of a table ends.
    pub fn end(&mut self, name: &str, lines: &mut [Line]) {
        match name {
            "tc" => self.end_cell(lines),
            "tr" => {
                if let Some(table) = self.open.last_mut() {
                    table.deleted = false;
                }
            }
            "tbl" => {
                let Some(table) = self.open.pop() else {
                    return;
                };
                if !table.inner.is_empty() {
                    let doubt = nested_table::settle(table.id, lines, table.first, &table.inner);
                    self.doubts.extend(doubt);
                }
                if let Some(outer) = self.open.last_mut() {
                    let cell = outer.cell();
                    outer.inner.push((table.first..lines.len(), cell));
                }
            }
            _ => {}
        }
    }

    fn end_cell(&mut self, lines: &mut [Line]) {
        let Some(table) = self.open.last_mut() else {
            return;
        };
        let cell = table.cell();
        let column = cell.column;
        table.column += table.columns;
        let own = table.cell_first..lines.len();
        cell.fill(lines, table.cell_first);
        match table.merge {
            Merge::None => {
                table.merged.remove(&column);
            }
            Merge::Begins => {
                table.merged.insert(column, own);
            }
            Merge::GoesOn => {
                let first = table.merged.get(&column).map(|lines| lines.start);
                let first = first.and_then(|at| lines.get_mut(at));
                if let Some(cell) = first.and_then(|line| line.cell.as_mut()) {
                    cell.rows += usize::from(cell.table == table.id);
                }
            }
        }
    }
}
