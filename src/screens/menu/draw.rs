//! The action menu on the screen: keys on the left, what they do on the right.

use crate::store::store::Store;
use crate::view::area::{Area, body};
use crate::view::canvas::Canvas;

use super::lay::Lay;
use super::state::State;

/// Cells of the keys, at most.
const KEYS: u16 = 16;

/// Draws the menu over the body of the screen.
pub fn draw(lay: &Lay, state: &State, store: &Store, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let body = body(store.size);
    let keys_cells = KEYS.min(body.cells / 3);
    if lay.entries.is_empty() {
        let words = store.lang.words().no_hits;
        canvas.put(body.x + 1, body.y, words, body.cells, theme.text);
    }
    let entries = lay.entries.iter().enumerate().skip(state.top);
    for ((at, entry), row) in entries.zip(0..body.rows) {
        let Some(bound) = store.keymap.rows.get(entry.row) else {
            continue;
        };
        let line = body.line(row);
        let part = |x: u16, cells: u16| Area {
            x: body.x + x,
            cells,
            ..line
        };
        let (keys, words) = if entry.here {
            (theme.key, theme.text)
        } else {
            (theme.quiet, theme.quiet)
        };
        let names = bound.key_names(store.lang).join("  ");
        canvas.put_cut(part(1, keys_cells), &names, keys);
        let text = if entry.here {
            bound.binding.words(store.lang).to_owned()
        } else {
            bound.words_with_screens(store.lang)
        };
        let from = keys_cells + 2;
        let room = body.cells.saturating_sub(from + 1);
        canvas.put_cut(part(from, room), &text, words);
        if at == state.cursor {
            canvas.style_row(line, theme.cursor);
        }
    }
}
