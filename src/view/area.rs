//! Where things stand on a screen of some size: arithmetic, asked before drawing and by it. Each screen's own parts are
//! its own.

/// A rectangle of the screen, in cells and rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// First column.
    pub x: u16,
    /// First row.
    pub y: u16,
    /// Columns.
    pub cells: u16,
    /// Rows.
    pub rows: u16,
}

impl Area {
    /// The row of the screen that is so many rows below its first, as an area.
    #[must_use]
    pub fn line(self, row: u16) -> Self {
        Self {
            y: self.y + row,
            rows: 1,
            ..self
        }
    }

    /// What is left of it without a cell at both sides.
    #[must_use]
    pub fn inner(self) -> Self {
        Self {
            x: self.x + 1,
            cells: self.cells.saturating_sub(2),
            ..self
        }
    }

    /// The column behind its last.
    pub fn end(self) -> u16 {
        self.x + self.cells
    }

    /// Which of its rows a row of the screen is, counted from its first.
    pub fn row_in(self, y: u16) -> Option<usize> {
        let row = y.checked_sub(self.y)?;
        (row < self.rows).then(|| usize::from(row))
    }

    /// Whether a column of the screen is one of its own.
    pub fn has_column(self, x: u16) -> bool {
        (self.x..self.end()).contains(&x)
    }

    /// Whether a cell of the screen lies in it.
    pub fn holds(self, x: u16, y: u16) -> bool {
        self.has_column(x) && self.row_in(y).is_some()
    }
}

/// The smallest screen that is served, in cells and rows.
pub const SMALLEST: (u16, u16) = (20, 5);
/// From this many rows on rules part the bars from the content.
const WITH_RULES: u16 = 10;
/// Cells left of the text: a mark and a space.
pub const GUTTER: u16 = 3;
/// The longest comfortable line: 40 characters.
const MEASURE: u16 = 80;

/// The parts every screen has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The top line.
    pub header: Area,
    /// The rule below it, if there is room.
    pub upper_rule: Option<Area>,
    /// What stands between.
    pub body: Area,
    /// The rule above the bottom line, if there is room.
    pub lower_rule: Option<Area>,
    /// The bottom line.
    pub footer: Area,
}

/// What stands between the bars of a screen of so many cells and rows.
pub fn body((cells, rows): (u16, u16)) -> Area {
    frame(cells, rows).body
}

/// Whether a screen is too small to be served.
pub fn too_small(cells: u16, rows: u16) -> bool {
    cells < SMALLEST.0 || rows < SMALLEST.1
}

/// The frame of a screen.
pub fn frame(cells: u16, rows: u16) -> Frame {
    let line = |y: u16| Area {
        x: 0,
        y,
        cells,
        rows: 1,
    };
    let rules = rows >= WITH_RULES;
    let top = 1 + u16::from(rules);
    let bottom = rows.saturating_sub(1 + u16::from(rules));
    Frame {
        header: line(0),
        upper_rule: rules.then(|| line(1)),
        body: Area {
            x: 0,
            y: top,
            cells,
            rows: bottom.saturating_sub(top),
        },
        lower_rule: rules.then(|| line(bottom)),
        footer: line(rows.saturating_sub(1)),
    }
}

/// Cells of a line of text in a pane of so many cells; a mark that hangs has two more.
pub fn measure(pane: u16, hang: bool) -> u16 {
    let right = if hang { 2 } else { 1 };
    pane.saturating_sub(GUTTER + right).clamp(1, MEASURE)
}

/// Rows of text in a pane: one is taken by the heading path, one by the space below it where
/// there is room.
pub fn text_area(pane: Area) -> Area {
    let head = if pane.rows >= 8 { 2 } else { 1 }.min(pane.rows);
    Area {
        y: pane.y + head,
        rows: pane.rows - head,
        ..pane
    }
}

/// A list of so many rows over a rule and what is below it, if there is room for it.
pub fn list_over(body: Area, list: u16) -> (Area, Option<Area>) {
    if body.rows < 8 {
        return (body, None);
    }
    let preview = Area {
        y: body.y + list + 1,
        rows: body.rows - list - 1,
        ..body
    };
    (Area { rows: list, ..body }, Some(preview))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_frame_fill_it_without_overlap() {
        for cells in 1..=200 {
            for rows in 1..=60 {
                let frame = frame(cells, rows);
                let rules =
                    u16::from(frame.upper_rule.is_some()) + u16::from(frame.lower_rule.is_some());
                assert!(frame.body.rows + rules + 2 <= rows.max(2), "{cells}x{rows}");
                let (list, below) = list_over(frame.body, (frame.body.rows / 2).max(1));
                let below = below.map_or(0, |area| area.rows + 1);
                assert_eq!(list.rows + below, frame.body.rows, "{cells}x{rows}");
            }
        }
    }
}
