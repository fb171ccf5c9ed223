//! The action menu: keys on the left, what they do on the right.

use crate::app::App;
use crate::app::layout::Area;

use super::canvas::Canvas;
use super::theme::Theme;

/// Cells of the keys, at most.
const KEYS: u16 = 16;

/// Draws the menu over the body of the screen.
pub fn render(app: &App, theme: &Theme, canvas: &mut Canvas<'_>) {
    let body = app.frame().body;
    let keys_cells = KEYS.min(body.cells / 3);
    if app.menu.entries.is_empty() {
        let words = app.lang.words().no_hits;
        canvas.put(body.x + 1, body.y, words, body.cells, theme.text);
    }
    let entries = app.menu.entries.iter().enumerate().skip(app.menu.top);
    for ((at, entry), row) in entries.zip(0..body.rows) {
        let Some(bound) = app.keymap.rows.get(entry.row) else {
            continue;
        };
        let y = body.y + row;
        let part = |x: u16, cells: u16| Area {
            x: body.x + x,
            y,
            cells,
            rows: 1,
        };
        let (keys, words) = if entry.here {
            (theme.key, theme.text)
        } else {
            (theme.quiet, theme.quiet)
        };
        let names = bound.key_names(app.lang.words()).join("  ");
        canvas.put_cut(part(1, keys_cells), &names, keys);
        let text = if entry.here {
            bound.binding.words(app.lang).to_owned()
        } else {
            bound.words_with_screens(app.lang)
        };
        let from = keys_cells + 2;
        canvas.put_cut(
            part(from, body.cells.saturating_sub(from + 1)),
            &text,
            words,
        );
        if at == app.menu.cursor {
            canvas.style_row(part(0, body.cells), theme.cursor);
        }
    }
}
