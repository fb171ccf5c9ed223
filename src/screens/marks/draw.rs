//! Marks on the screen: their names and places, and the text of the one under the cursor.

use crate::model::dotted;
use crate::store::marks::Found;
use crate::store::store::Store;
use crate::view::area::{Area, GUTTER};
use crate::view::canvas::Canvas;
use crate::wording::source::in_year;

use super::lay::{Lay, areas};
use super::state::State;

/// Cells between a name and its place.
const GAP: u16 = 2;
/// From this many cells on the places stand beside the names.
const WITH_PLACES: u16 = 60;

/// Draws the body.
pub fn draw(state: &State, lay: &Lay, store: &Store, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let (list, preview) = areas(store.size);
    let shown = state.top..state.top + usize::from(list.rows);
    let rows: Vec<(usize, (&str, String))> =
        shown.filter_map(|at| Some((at, row(at, store)?))).collect();
    let longest = rows.iter().map(|(_, (name, _))| canvas.cells(name));
    let longest = longest.max().unwrap_or(0) as u16;
    // On narrow screens the name alone has room.
    let longest = match list.cells {
        ..WITH_PLACES => list.cells,
        cells => longest.min(cells / 2),
    };
    for ((at, (name, place)), y) in rows.into_iter().zip(0..list.rows) {
        let line = list.line(y).inner();
        let sign = if at == 0 { "+" } else { "*" };
        let x = canvas.put(line.x, line.y, sign, line.end(), theme.strong) + 1;
        let of_name = Area {
            x,
            cells: longest.min(line.cells.saturating_sub(2)),
            ..line
        };
        canvas.put_cut(of_name, name, theme.strong);
        let x = of_name.end() + GAP;
        let of_place = Area {
            x,
            cells: line.end().saturating_sub(x),
            ..line
        };
        canvas.put_cut(of_place, &place, theme.quiet);
        if at == state.cursor {
            canvas.style_row(list.line(y), theme.cursor);
        }
    }
    let Some(area) = preview else { return };
    let words = store.lang.words();
    canvas.rule_above(area, words.text, (theme.quiet, theme.strong));
    for (line, y) in lay.preview.iter().zip(0..area.rows) {
        canvas.put(area.x + GUTTER, area.y + y, line, area.end(), theme.text);
    }
}

/// A row: the name of a mark and where it is; the first one is the place that is open.
fn row(at: usize, store: &Store) -> Option<(&str, String)> {
    let Some(at) = at.checked_sub(1) else {
        let here = store.here.top;
        let here = here.map(|(bulletin, section)| section_words(bulletin, section, store));
        return Some((store.lang.words().mark_here, here.unwrap_or_default()));
    };
    let mark = store.reading.memory.marks.get(at)?;
    Some((mark.name.as_str(), place_words(at, store)))
}

/// Where a mark is, in words: the section's number and heading, the bulletin's year and series.
fn place_words(at: usize, store: &Store) -> String {
    let words = store.lang.words();
    match store.found_marks.get(at) {
        Some(Found::Here(bulletin, section, _)) => section_words(*bulletin, *section, store),
        Some(Found::Changed(bulletin, section)) => {
            let section = section_words(*bulletin, *section, store);
            format!("{}  {section}", words.text_changed)
        }
        Some(Found::Gone) | None => words.place_gone.to_owned(),
    }
}

/// A section: its number and heading, the bulletin's year and series.
fn section_words(bulletin: usize, section: usize, store: &Store) -> String {
    let found = store.bulletins.get(bulletin);
    let found = found.and_then(|b| Some((b, b.sections().get(section)?)));
    let Some((bulletin, section)) = found else {
        return String::new();
    };
    let (number, heading) = (dotted(&section.number), section.outline_heading());
    let year = in_year(bulletin);
    let series = &bulletin.series;
    format!("#{number} {heading}  {year}{series}")
}
