//! Help: keys on the left, what they do on the right, the signs below.

use crate::app::App;
use crate::app::help::HelpRow;
use crate::app::layout::Area;

use super::canvas::Canvas;
use super::theme::Theme;

/// Draws the screen.
pub fn render(app: &App, theme: &Theme, canvas: &mut Canvas<'_>, body: Area) {
    let end = body.cells.saturating_sub(1);
    let rows = app.help.rows.iter().skip(app.help.top);
    for (row, y) in rows.zip(body.y..body.y + body.rows) {
        match row {
            HelpRow::Head(words) => {
                canvas.put(1, y, words, end, theme.strong);
            }
            HelpRow::Keys(keys, words) => {
                canvas.put(1, y, keys, end, theme.key);
                canvas.put(app.help.column as u16, y, words, end, theme.text);
            }
            HelpRow::Sign(words) => {
                canvas.put(1, y, words, end, theme.text);
            }
            HelpRow::Blank => {}
        }
    }
}
