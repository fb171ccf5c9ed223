//! A row of the screen that shows years side by side: lines of the columns, or what is between them.

use crate::page::SetLine;

/// A row of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParallelRow {
    /// A line of each column.
    Beside {
        /// The row of the text.
        row: usize,
        /// The line of each column; None where its paragraph ends earlier.
        lines: Vec<Option<SetLine>>,
        /// Whether the row of the text begins here.
        first: bool,
    },
    /// The year of the lines below, where columns stand one below the other.
    Year {
        /// The row of the text.
        row: usize,
        /// The column.
        column: usize,
    },
    /// A line of one column.
    One {
        /// The row of the text.
        row: usize,
        /// The column.
        column: usize,
        /// The line.
        line: SetLine,
    },
    /// So many rows without a change.
    Folded(usize),
    /// An empty row.
    Blank,
}

impl ParallelRow {
    /// The row of the text; None for what is between two.
    pub fn row(&self) -> Option<usize> {
        match self {
            Self::Beside { row, .. } | Self::Year { row, .. } | Self::One { row, .. } => Some(*row),
            Self::Folded(_) | Self::Blank => None,
        }
    }
}
