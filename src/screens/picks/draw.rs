//! Picks on the screen: the list of what was picked, and the one under the cursor as it will be taken away.

use crate::export::pick::Pick;
use crate::store::store::Store;
use crate::view::area::{Area, GUTTER, body};
use crate::view::canvas::Canvas;
use crate::width;

use super::lay::{Lay, areas, length_words};
use super::state::State;

/// From this many cells on references have room beside the titles.
const WITH_REFERENCES: u16 = 72;

/// Draws the screen.
pub fn draw(lay: &Lay, state: &State, store: &Store, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let body = body(store.size);
    let (list, preview) = areas(body);
    let words = store.lang.words();
    let picks = &store.picks.items;
    if picks.is_empty() {
        for (line, row) in words.no_picks_lines.iter().zip(0..body.rows) {
            canvas.put(1, body.y + row, line, body.cells, theme.text);
        }
        return;
    }
    let items = picks.iter().enumerate().skip(state.top);
    for ((at, pick), row) in items.zip(0..list.rows) {
        let line = list.line(row);
        item(store, canvas, line, (at, pick, lay.longest));
        if at == state.cursor {
            canvas.style_row(line, theme.cursor);
        }
    }
    let Some(area) = preview else { return };
    canvas.rule_above(area, words.preview, (theme.quiet, theme.strong));
    let lines = lay.preview.iter().skip(state.preview_top);
    for (line, row) in lines.zip(0..area.rows) {
        canvas.put(GUTTER, area.y + row, line, area.cells, theme.text);
    }
}

/// A pick in the list: its place, what it is, its reference, and how long it is.
fn item(
    store: &Store,
    canvas: &mut Canvas<'_>,
    line: Area,
    (at, pick, longest): (usize, &Pick, u16),
) {
    let theme = canvas.theme;
    let end = line.cells.saturating_sub(1);
    let size = store.picks.sizes.get(at).copied().unwrap_or_default();
    let long = length_words(size, store.lang);
    let right = end.saturating_sub(canvas.cells(&long) as u16);
    canvas.put(right, line.y, &long, end, theme.quiet);
    // What stands before them ends at one column, whatever the lengths are.
    let mut room = end.saturating_sub(longest + 2);
    if line.cells >= WITH_REFERENCES {
        let reference = match pick {
            // What is behind the section of a row is its name, which stands on the left already.
            Pick::Row { cell, .. } => cell.reference(&store.bulletins),
            pick => pick.reference(&store.bulletins),
        };
        let most = usize::from(line.cells / 3);
        let reference = width::cut(&reference, most, store.ambiguous);
        let reference = width::visible_text(&reference).into_owned();
        let x = room.saturating_sub(canvas.cells(&reference) as u16);
        canvas.put(x, line.y, &reference, end, theme.quiet);
        room = x.saturating_sub(2);
    }
    let title = Area {
        x: 1,
        cells: room.saturating_sub(1),
        ..line
    };
    let words = format!(
        "{:>2}  {}",
        at + 1,
        pick.title(&store.bulletins, store.lang)
    );
    canvas.put_cut(title, &words, theme.text);
}
