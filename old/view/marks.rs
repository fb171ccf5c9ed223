//! Marks: their names and places, and the text of the one under the cursor.

use crate::app::App;
use crate::app::layout::{self, Area};

use super::canvas::Canvas;
use super::theme::Theme;

/// Cells between a name and its place.
const GAP: u16 = 2;
/// From this many cells on the places stand beside the names.
const WITH_PLACES: u16 = 60;

/// Draws the screen.
pub fn render(app: &App, theme: &Theme, canvas: &mut Canvas<'_>) {
    let (list, preview) = layout::marks(app.frame().body);
    let words = app.lang.words();
    let here = app.top_section();
    let here = here.map(|(bulletin, section)| app.section_words(bulletin, section));
    let row_of = |at: usize| match at.checked_sub(1) {
        None => Some((words.mark_here, here.clone().unwrap_or_default())),
        Some(at) => Some((app.marks().get(at)?.name.as_str(), app.mark_words(at))),
    };
    let shown = app.marks.top..app.marks.top + usize::from(list.rows);
    let rows: Vec<(usize, (&str, String))> =
        shown.filter_map(|at| Some((at, row_of(at)?))).collect();
    let longest = rows.iter().map(|(_, (name, _))| canvas.cells(name));
    let longest = longest.max().unwrap_or(0) as u16;
    // On narrow screens the name alone has room.
    let longest = match list.cells {
        ..WITH_PLACES => list.cells,
        cells => longest.min(cells / 2),
    };
    for ((at, (name, place)), row) in rows.into_iter().zip(0..list.rows) {
        let line = Area {
            x: list.x + 1,
            y: list.y + row,
            cells: list.cells.saturating_sub(2),
            rows: 1,
        };
        let sign = if at == 0 { "+" } else { "*" };
        let x = canvas.put(line.x, line.y, sign, line.x + line.cells, theme.strong) + 1;
        let of_name = Area {
            x,
            cells: longest.min(line.cells.saturating_sub(2)),
            ..line
        };
        canvas.put_cut(of_name, name, theme.strong);
        let x = of_name.x + of_name.cells + GAP;
        let of_place = Area {
            x,
            cells: (line.x + line.cells).saturating_sub(x),
            ..line
        };
        canvas.put_cut(of_place, &place, theme.quiet);
        if at == app.marks.cursor {
            let whole = Area {
                x: list.x,
                cells: list.cells,
                ..line
            };
            canvas.style_row(whole, theme.cursor);
        }
    }
    let Some(area) = preview else { return };
    canvas.rule_above(area, words.text, (theme.quiet, theme.strong));
    for (line, row) in app.marks.preview.iter().zip(0..area.rows) {
        let x = area.x + layout::GUTTER;
        canvas.put(x, area.y + row, line, area.x + area.cells, theme.text);
    }
}
