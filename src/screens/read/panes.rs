//! The panes of Read on a screen of some size.

use crate::view::area::Area;

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

#[cfg(test)]
mod tests {
    use super::*;

    fn body(cells: u16) -> Area {
        Area {
            cells,
            rows: 20,
            ..Area::default()
        }
    }

    #[test]
    fn the_panes_fill_the_screen_without_overlap() {
        for cells in 1..=200 {
            for (focus, divider) in [(false, None), (true, None), (true, Some(cells))] {
                let panes = panes(body(cells), focus, divider);
                let all = [panes.tree, panes.divider, panes.text].into_iter();
                let sum: u16 = all.flatten().map(|area| area.cells).sum();
                assert_eq!(sum, cells);
            }
        }
    }

    #[test]
    fn two_panes_from_sixty_cells_on() {
        assert!(panes(body(60), false, None).text.is_some());
        assert!(panes(body(59), false, None).text.is_none());
    }
}
