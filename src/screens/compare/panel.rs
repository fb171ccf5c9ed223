//! The panel below the list: the verdict on the row under the cursor, and the source of every cell of the year.

use std::ops::Range;

use crate::store::store::Store;
use crate::view::area::Area;
use crate::view::canvas::Canvas;
use crate::width::{self, Ambiguous};
use crate::wrap::cut;

use super::evidence::{Evidence, evidence, related, verdict_parts};
use super::state::State;

/// From this many cells on the panel says where a sentence stands: on narrower screens the words matter more.
const WITH_PLACE: u16 = 90;
/// A place takes at most this part of a line.
const PLACE: u16 = 3;

/// The verdict on the row under the cursor, then the source of every cell, one line each.
pub fn panel(state: &State, store: &Store, canvas: &mut Canvas<'_>, area: Area) {
    let theme = canvas.theme;
    let words = store.lang.words();
    canvas.titled_rule(area, words.evidence, (theme.quiet, theme.strong));
    let Some(row) = state.current() else {
        return;
    };
    let end = area.cells.saturating_sub(1);
    let mut y = area.y + 1;
    if let Some((verdict, tone)) = verdict_parts(row, state.year, store.lang) {
        canvas.put(1, y, &verdict.join("  "), end, theme.bright(tone));
        y += 1;
    }
    let columns = state.by_weight();
    let found = evidence(&state.ledger, row, &columns, &store.bulletins, store.lang);
    let beside = related(&state.ledger, row, state.year, &store.bulletins, store.lang);
    let last = area.y + area.rows;
    let all = found
        .iter()
        .map(|evidence| (evidence, theme.strong, theme.text));
    // What judges nothing stands last, in grey, with why it does not.
    let beside = beside
        .iter()
        .map(|evidence| (evidence, theme.quiet, theme.quiet));
    for ((evidence, strong, text), y) in all.chain(beside).zip(y..last) {
        let head = format!("{}  ", evidence.column);
        let mut x = canvas.put(1, y, &head, end, strong);
        if area.cells >= WITH_PLACE {
            let place = Area {
                x,
                y,
                cells: area.cells / PLACE,
                rows: 1,
            };
            let parts = [&evidence.bulletin, &evidence.path].map(String::as_str);
            let parts: Vec<&str> = parts.into_iter().filter(|p| !p.is_empty()).collect();
            canvas.put_cut(place, &parts.join(" · "), theme.quiet);
            x = place.end() + 2;
        }
        if let Some(note) = evidence
            .note
            .as_deref()
            .filter(|_| evidence.column == words.related)
        {
            let value = evidence.value.as_deref().unwrap_or_default();
            x = canvas.put(x, y, &format!("{value}  {note}  "), end, strong);
        }
        let room = usize::from(end.saturating_sub(x));
        let [open, close] = words.quotation_marks;
        let marks = canvas.cells(open) + canvas.cells(close);
        let (before, focus, behind) = around(evidence, room.saturating_sub(marks), store.ambiguous);
        x = canvas.put(x, y, open, end, theme.quiet);
        x = canvas.put(x, y, &before, end, theme.quiet);
        x = canvas.put(x, y, &focus, end, text);
        x = canvas.put(x, y, &behind, end, theme.quiet);
        canvas.put(x, y, close, end, theme.quiet);
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
