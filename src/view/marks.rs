//! Marks: their names and places, and the text of the one under the cursor.

use crate::app::App;
use crate::app::layout::{self, Area};

use super::canvas::Canvas;
use super::theme::Theme;

/// Cells between a name and its place.
const GAP: u16 = 2;

/// Draws the screen.
pub fn render(app: &App, theme: &Theme, canvas: &mut Canvas<'_>) {
    let (list, preview) = layout::marks(app.frame().body);
    let words = app.lang.words();
    let here = app.place().map(|place| app.place_words(&place));
    let first = (words.mark_here, here.unwrap_or_default());
    let marks = app.marks().iter();
    let marks = marks.map(|mark| (mark.name.as_str(), app.place_words(&mark.place)));
    let names = app.marks().iter().map(|mark| canvas.cells(&mark.name));
    let longest = names.max().unwrap_or(0).max(canvas.cells(words.mark_here)) as u16;
    let longest = longest.min(list.cells * 2 / 5);
    let rows = std::iter::once(first).chain(marks).enumerate();
    for ((at, (name, place)), row) in rows.skip(app.marks.top).zip(0..list.rows) {
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
    let rule = Area {
        y: area.y.saturating_sub(1),
        rows: 1,
        ..area
    };
    canvas.titled_rule(rule, words.text, (theme.quiet, theme.strong));
    for (line, row) in app.marks.preview.iter().zip(0..area.rows) {
        let x = area.x + layout::GUTTER;
        canvas.put(x, area.y + row, line, area.x + area.cells, theme.text);
    }
}
