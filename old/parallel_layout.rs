/// Cells a column of Parallel has at least: a line of thirteen characters.
const COLUMN: u16 = 30;

/// The body of Parallel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parallel {
    /// The row of the years.
    pub head: Area,
    /// All rows of text.
    pub text: Area,
    /// The columns, between them a cell each; none where they stand one below the other.
    pub beside: Vec<Area>,
}

impl Parallel {
    /// Cells of a column.
    pub fn column_cells(&self) -> u16 {
        self.beside.first().unwrap_or(&self.text).cells
    }
}

/// So many years side by side, or one below the other where they have no room.
pub fn parallel(body: Area, columns: usize) -> Parallel {
    let head = Area {
        rows: 1.min(body.rows),
        ..body
    };
    let text = Area {
        y: body.y + head.rows,
        rows: body.rows - head.rows,
        ..body
    };
    let count = columns.max(1) as u16;
    let cells = (body.cells + 1) / count - 1;
    let column = |at: u16| Area {
        x: body.x + at * (cells + 1),
        cells,
        ..text
    };
    let beside = if cells >= COLUMN || count == 1 {
        (0..count).map(column).collect()
    } else {
        Vec::new()
    };
    Parallel { head, text, beside }
}

