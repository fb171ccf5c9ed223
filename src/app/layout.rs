//! Where everything stands on a screen of some size: arithmetic, asked by state and drawing alike.

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

/// The smallest screen that is served, in cells and rows.
pub const SMALLEST: (u16, u16) = (20, 5);
/// From this many cells on outline and text stand side by side.
const TWO_PANES: u16 = 60;
/// From this many rows on rules part the bars from the content.
const WITH_RULES: u16 = 10;
/// From this many rows on Compare shows the evidence of its row.
const WITH_EVIDENCE: u16 = 20;
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

/// The two panes of Read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Panes {
    /// The outline; None where only the text has room.
    pub tree: Option<Area>,
    /// The column between them.
    pub divider: Option<Area>,
    /// The text with its gutter and the heading path above; None where only the outline has room.
    pub text: Option<Area>,
}

/// Cells that a pane keeps wherever the divider is dragged to.
const PANE: u16 = 20;

/// The panes of Read: side by side, or on narrow screens the one that has the focus. The divider may
/// have been dragged to a column.
pub fn panes(body: Area, text_has_focus: bool, divider: Option<u16>) -> Panes {
    if body.cells < TWO_PANES {
        let (tree, text) = if text_has_focus {
            (None, Some(body))
        } else {
            (Some(body), None)
        };
        return Panes {
            tree,
            divider: None,
            text,
        };
    }
    let usual = (body.cells * 36 / 100).clamp(26, 46);
    let left = divider.map_or(usual, |x| x.clamp(PANE, body.cells - PANE - 1));
    let right = left + 1;
    Panes {
        tree: Some(Area {
            cells: left,
            ..body
        }),
        divider: Some(Area {
            x: body.x + left,
            cells: 1,
            ..body
        }),
        text: Some(Area {
            x: body.x + right,
            cells: body.cells - right,
            ..body
        }),
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

/// Rows of the tree in its pane: the name of the library stands above where there is room.
pub fn tree_area(pane: Area) -> Area {
    let head = u16::from(pane.rows >= 8);
    Area {
        y: pane.y + head,
        rows: pane.rows - head,
        ..pane
    }
}

/// The body of Compare: column heads and rows, and the evidence below where there is room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ledger {
    /// Column heads.
    pub head: Area,
    /// Rows.
    pub list: Area,
    /// The tally.
    pub tally: Area,
    /// Evidence of the row under the cursor.
    pub evidence: Option<Area>,
}

/// The most rows that the tally may take.
pub fn tally_rows(body: Area) -> usize {
    usize::from(body.rows / 4).clamp(1, 3)
}

/// The parts of Compare. `tally` is the number of rows that the tally takes.
pub fn ledger(body: Area, tally: u16) -> Ledger {
    let tally = tally.min(tally_rows(body) as u16);
    let evidence = if body.rows + 4 >= WITH_EVIDENCE { 5 } else { 0 };
    let list = body.rows.saturating_sub(1 + tally + evidence);
    let part = |y: u16, rows: u16| Area {
        y: body.y + y,
        rows,
        ..body
    };
    Ledger {
        head: part(0, 1.min(body.rows)),
        list: part(1, list),
        tally: part(1 + list, tally),
        evidence: (evidence > 0).then(|| part(1 + list + tally, evidence)),
    }
}

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

/// The list of Picks and the preview of the one under the cursor.
pub fn picks(body: Area) -> (Area, Option<Area>) {
    list_over(body, (body.rows / 3).clamp(1, 12))
}

/// The list of marks and the text of the one under the cursor.
pub fn marks(body: Area) -> (Area, Option<Area>) {
    list_over(body, (body.rows / 2).max(1))
}

/// The list of phrases and the sentences of the one under the cursor.
pub fn terms(body: Area) -> (Area, Option<Area>) {
    list_over(body, (body.rows * 3 / 5).max(1))
}

/// A list of so many rows over a rule and what is below it, if there is room for it.
fn list_over(body: Area, list: u16) -> (Area, Option<Area>) {
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
    fn parts_fill_every_screen_without_overlap() {
        for cells in 1..=200 {
            for rows in 1..=60 {
                let frame = frame(cells, rows);
                let rules =
                    u16::from(frame.upper_rule.is_some()) + u16::from(frame.lower_rule.is_some());
                assert!(frame.body.rows + rules + 2 <= rows.max(2), "{cells}x{rows}");
                for (focus, divider) in [(false, None), (true, None), (true, Some(cells))] {
                    let panes = panes(frame.body, focus, divider);
                    let sum: u16 = [panes.tree, panes.divider, panes.text]
                        .into_iter()
                        .flatten()
                        .map(|a| a.cells)
                        .sum();
                    assert_eq!(sum, cells);
                }
                let parts = ledger(frame.body, 2);
                let evidence = parts.evidence.map_or(0, |a| a.rows);
                let used = parts.head.rows + parts.list.rows + parts.tally.rows + evidence;
                assert!(used <= frame.body.rows.max(2), "{cells}x{rows} {parts:?}");
            }
        }
    }

    #[test]
    fn two_panes_from_sixty_cells_on() {
        let body = |cells| Area {
            cells,
            rows: 20,
            ..Area::default()
        };
        assert!(panes(body(60), false, None).text.is_some());
        assert!(panes(body(59), false, None).text.is_none());
    }
}
