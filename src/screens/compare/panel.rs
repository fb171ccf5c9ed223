//! The panel below the list: the source of every cell of the row under the cursor.

use std::ops::Range;

use crate::store::store::Store;
use crate::view::area::Area;
use crate::view::canvas::Canvas;
use crate::width::{self, Ambiguous};
use crate::wrap::cut;

use super::evidence::{Evidence, evidence};
use super::state::State;

/// The source of every cell of the row under the cursor, one line each.
pub fn panel(state: &State, store: &Store, canvas: &mut Canvas<'_>, area: Area) {
    let theme = canvas.theme;
    let words = store.lang.words();
    canvas.titled_rule(area, words.evidence, (theme.quiet, theme.strong));
    let Some(row) = state.current() else {
        return;
    };
    let columns = state.around();
    let found = evidence(&state.ledger, row, &columns, &store.bulletins, store.lang);
    for (evidence, at) in found.iter().zip(1..area.rows) {
        let y = area.y + at;
        let end = area.cells.saturating_sub(1);
        let head = format!("{}  ", evidence.column);
        let mut x = canvas.put(1, y, &head, end, theme.strong);
        let reference = format!("{}  ", evidence.reference);
        // On narrow screens the words matter more than their place.
        if area.cells >= 90 {
            x = canvas.put(x, y, &reference, end, theme.quiet);
        }
        let room = usize::from(end.saturating_sub(x));
        let (before, focus, behind) = around(evidence, room, store.ambiguous);
        x = canvas.put(x, y, &before, end, theme.quiet);
        x = canvas.put(x, y, &focus, end, theme.text);
        canvas.put(x, y, &behind, end, theme.quiet);
    }
}

/// The quoted words with as much of their sentence as fits: before, the words, behind.
fn around(evidence: &Evidence, room: usize, ambiguous: Ambiguous) -> (String, String, String) {
    let part = |range: Range<usize>| evidence.sentence.get(range).unwrap_or_default();
    let cells = |text: &str| width::cells(text, ambiguous);
    let (start, end) = (evidence.focus.start, evidence.focus.end);
    let focus = cut(part(start..end), room, ambiguous).into_owned();
    let mut left = room - cells(&focus).min(room);
    // From the clause before the words on, if it fits.
    let before = part(0..start);
    let clause = before.rfind('，').map_or(0, |at| at + '，'.len_utf8());
    let before = if cells(before) <= left {
        before
    } else {
        part(clause..start)
    };
    let before = if cells(before) <= left { before } else { "" };
    left -= cells(before);
    let behind = part(end..evidence.sentence.len());
    let behind = if left >= 4 {
        cut(behind, left, ambiguous)
    } else {
        "".into()
    };
    (before.to_owned(), focus, behind.into_owned())
}
