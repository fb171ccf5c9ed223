/// From this many cells on outline and text stand side by side.
const TWO_PANES: u16 = 60;
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

/// Rows of the tree in its pane: the name of the library stands above where there is room.
pub fn tree_area(pane: Area) -> Area {
    let head = u16::from(pane.rows >= 8);
    Area {
        y: pane.y + head,
        rows: pane.rows - head,
        ..pane
    }
}

