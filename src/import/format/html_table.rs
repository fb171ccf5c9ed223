//! The tables of a page while it is gone through: which cell the words stand in (WHATWG HTML, 4.9).

use std::collections::BTreeMap;

use super::limits;
use super::nested_table::{self, Inner};
use crate::import::doubt::Doubt;
use crate::import::line::{Cell, Line};

/// A table that is open.
struct Open {
    id: usize,
    /// The first line within it, and the tables within its cells.
    first: usize,
    inner: Vec<Inner>,
    /// How many rows began, and the next column of this one.
    rows: usize,
    column: usize,
    /// Columns that cells from above take: for how many rows more.
    taken: BTreeMap<usize, usize>,
    /// The cell that is open, and its first line.
    cell: Option<(Cell, usize)>,
    /// Whether the rows are those of `thead`.
    head: bool,
}

/// The tables that are open, the innermost last.
#[derive(Default)]
pub struct Tables {
    open: Vec<Open>,
    count: usize,
    /// How many more are open than are looked at.
    deeper: usize,
    /// What was unsure.
    pub doubts: Vec<Doubt>,
}

impl Tables {
    /// An element begins.
    pub fn start(&mut self, name: &str, span: impl Fn(&str) -> usize, lines: &mut [Line]) {
        if name == "table" && self.open.len() >= limits::TABLES.get() {
            self.deeper += 1;
        }
        if self.deeper > 0 {
            return;
        }
        if name == "table" {
            self.open.push(Open {
                id: self.count,
                first: lines.len(),
                inner: Vec::new(),
                rows: 0,
                column: 0,
                taken: BTreeMap::new(),
                cell: None,
                head: false,
            });
            self.count += 1;
            return;
        }
        let Some(table) = self.open.last_mut() else {
            return;
        };
        match name {
            "thead" => table.head = true,
            "tbody" | "tfoot" => table.head = false,
            "tr" => {
                table.end_cell(lines);
                table.rows += 1;
                table.column = 0;
                table.taken.retain(|_, rows| {
                    *rows -= 1;
                    *rows > 0
                });
            }
            "td" | "th" => {
                table.end_cell(lines);
                // Cells may stand in no row: they begin one.
                table.rows = table.rows.max(1);
                table.start_cell(
                    name == "th",
                    span("colspan"),
                    span("rowspan").min(limits::ROWS_OF_CELL.get()),
                    lines.len(),
                );
            }
            _ => {}
        }
    }

    /// An element ends.
    pub fn end(&mut self, name: &str, lines: &mut [Line]) {
        if !matches!(name, "td" | "th" | "tr" | "table" | "thead") {
            return;
        }
        if self.deeper > 0 {
            self.deeper -= usize::from(name == "table");
            return;
        }
        let Some(table) = self.open.last_mut() else {
            return;
        };
        table.end_cell(lines);
        table.head &= name != "thead";
        if name == "table" {
            self.close(lines);
        }
    }

    /// Ends what is open: the page ends.
    pub fn finish(&mut self, lines: &mut [Line]) {
        while let Some(table) = self.open.last_mut() {
            table.end_cell(lines);
            self.close(lines);
        }
    }

    fn close(&mut self, lines: &mut [Line]) {
        let Some(table) = self.open.pop() else {
            return;
        };
        if !table.inner.is_empty() {
            let doubt = nested_table::settle(table.id, lines, table.first, &table.inner);
            self.doubts.extend(doubt);
        }
        let outer = self.open.last_mut();
        if let Some((outer, cell)) =
            outer.and_then(|outer| outer.cell.map(|(cell, _)| (outer, cell)))
        {
            outer.inner.push((table.first..lines.len(), cell));
        }
    }
}

impl Open {
    fn start_cell(&mut self, head: bool, columns: usize, rows: usize, first: usize) {
        let most = limits::COLUMNS.get() - 1;
        while self.column < most && self.taken.contains_key(&self.column) {
            self.column += 1;
        }
        let column = self.column.min(most);
        let columns = columns.clamp(1, most + 1 - column);
        if rows > 1 {
            self.taken
                .extend((column..column + columns).map(|column| (column, rows)));
        }
        self.column = column + columns;
        let cell = Cell {
            table: self.id,
            row: self.rows.saturating_sub(1),
            column,
            columns,
            rows: rows.max(1),
            head: head || self.head,
        };
        self.cell = Some((cell, first));
    }

    fn end_cell(&mut self, lines: &mut [Line]) {
        let Some((cell, first)) = self.cell.take() else {
            return;
        };
        cell.fill(lines, first);
    }
}
