//! Help on the screen: keys on the left, what they do on the right, the signs below.

use crate::view::area::Area;
use crate::view::canvas::Canvas;

use super::lay::{HelpRow, Lay};

/// Draws the rows from one on.
pub fn draw(lay: &Lay, top: usize, body: Area, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let end = body.cells.saturating_sub(1);
    let rows = lay.rows.iter().skip(top);
    for (row, y) in rows.zip(body.y..body.y + body.rows) {
        match row {
            HelpRow::Head(words) => {
                canvas.put(1, y, words, end, theme.strong);
            }
            HelpRow::Keys(keys, words) => {
                canvas.put(1, y, keys, end, theme.key);
                canvas.put(lay.column as u16, y, words, end, theme.text);
            }
            HelpRow::Sign(words) => {
                canvas.put(1, y, words, end, theme.text);
            }
            HelpRow::Blank => {}
        }
    }
}
