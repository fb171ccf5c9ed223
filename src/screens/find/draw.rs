//! Find on the screen: hits by year and section, each with what stands around it.

use ratatui::style::Modifier;

use crate::search::{Filter, Hit};
use crate::store::picks::Ticked;
use crate::store::store::Store;
use crate::view::area::{self, Area};
use crate::view::canvas::Canvas;
use crate::width;
use crate::wording::hit::place;
use crate::wording::source::in_year;

use super::lay::{FindRow, Lay};
use super::state::State;

/// Cells before the words of a hit.
const INDENT: u16 = 5;

/// Characters beside a hit, at most: more than any line holds.
const AROUND: usize = 200;

/// Draws the list, or what can be looked for where nothing is.
pub fn draw(lay: &Lay, state: &State, store: &Store, canvas: &mut Canvas<'_>) {
    let (theme, words) = (canvas.theme, store.lang.words());
    let body = area::body(store.size);
    let line = |row: u16| body.line(row).inner();
    let search = &store.hits.search;
    if search.asks_nothing() {
        for (words, row) in words.find_help.iter().zip(0..body.rows) {
            canvas.put_cut(line(row), words, theme.quiet);
        }
        return;
    }
    if lay.rows.is_empty() && search.is_done() {
        let filtered = state.filter != Filter::default();
        let more = if filtered { words.filter_off } else { "" };
        canvas.put_cut(line(0), &format!("{}{more}", words.no_hits), theme.text);
        return;
    }
    let rows = lay.rows.iter().skip(state.top);
    for (row, at) in rows.zip(0..body.rows) {
        let area = line(at);
        match row {
            FindRow::Sounds => drop(canvas.put_cut(area, words.by_sound, theme.strong)),
            FindRow::Figures => drop(canvas.put_cut(area, words.by_figure, theme.strong)),
            FindRow::Place(at) => {
                if let Some(hit) = search.hits.get(*at) {
                    canvas.put_cut(area, &heading(store, hit), theme.strong);
                }
            }
            FindRow::Hit(hit) => {
                let is_current = *hit == store.hits.cursor;
                if let Some(hit) = search.hits.get(*hit) {
                    draw_hit(store, canvas, area, hit);
                }
                if is_current {
                    canvas.style_row(body.line(at), theme.cursor);
                }
            }
        }
    }
}

/// The year and the series of a hit, and the headings down to it.
fn heading(store: &Store, hit: &Hit) -> String {
    let Some(bulletin) = store.bulletins.get(hit.bulletin) else {
        return String::new();
    };
    let year = in_year(bulletin);
    let place = place(hit, &store.bulletins);
    format!("{year}{} › {place}", bulletin.series)
}

/// A hit in the middle of what stands around it: it is in view, however long that is.
fn draw_hit(store: &Store, canvas: &mut Canvas<'_>, area: Area, hit: &Hit) {
    let theme = canvas.theme;
    let context = hit.context(&store.bulletins, AROUND);
    let sign = if picked(store, hit) { "[x]" } else { "[ ]" };
    canvas.put(area.x, area.y, sign, area.end(), theme.quiet);
    let room = usize::from(area.cells.saturating_sub(INDENT));
    let found = width::cells(context.found, store.ambiguous).min(room);
    let after = width::cells(context.after, store.ambiguous);
    // What stands before it gets two fifths of the rest, and what the words behind leave free.
    let left = room - found;
    let before = (left * 2 / 5).max(left.saturating_sub(after));
    let before = width::tail(context.before, before, store.ambiguous);
    let end = area.end();
    let x = canvas.put(area.x + INDENT, area.y, before, end, theme.text);
    let marked = theme.found.add_modifier(Modifier::BOLD);
    let x = canvas.put(x, area.y, context.found, end, marked);
    let rest = Area {
        x,
        cells: end.saturating_sub(x),
        ..area
    };
    canvas.put_cut(rest, context.after, theme.text);
}

fn picked(store: &Store, hit: &Hit) -> bool {
    let ticked = |section| {
        let bulletins = &store.bulletins;
        store.picks.ticked(bulletins, hit.bulletin, section)
    };
    hit.section
        .is_some_and(|section| ticked(section) == Ticked::Yes)
}
