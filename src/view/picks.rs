//! Picks: the list of what was picked, and the one under the cursor as it will be taken away.

use crate::app::App;
use crate::app::layout::{self, Area};
use crate::export::pick::{Pick, Size};
use crate::width;

use super::canvas::Canvas;
use super::theme::Theme;

/// From this many cells on references have room beside the titles.
const WITH_REFERENCES: u16 = 72;

/// From this many cells on the header says of what kinds they are.
const WITH_PARTS: u16 = 60;

/// What the header says: the form they are to have; how much they are.
pub fn position(app: &App) -> (String, String) {
    let words = app.lang.words();
    let picks = &app.picks;
    let form = words.format(picks.format.code());
    let numbering = match (picks.format.has_numbering(), picks.renumber) {
        (false, _) => "",
        (true, false) => words.as_in_source,
        (true, true) => words.numbered_anew,
    };
    let form = [form, numbering];
    let form: Vec<&str> = form.into_iter().filter(|word| !word.is_empty()).collect();
    let size = if app.size.0 < WITH_PARTS {
        length(picks.size)
    } else {
        picks.size
    };
    let much = size.words(picks.items.len(), app.lang);
    (form.join(" · "), much)
}

/// How long it is, without what it is made of.
fn length(size: Size) -> Size {
    Size {
        length: size.length,
        ..Size::default()
    }
}

/// Draws the screen.
pub fn render(app: &App, theme: &Theme, canvas: &mut Canvas<'_>) {
    let body = app.frame().body;
    let (list, preview) = layout::picks(body);
    let words = app.lang.words();
    if app.picks.items.is_empty() {
        for (line, row) in words.no_picks_lines(&app.keymap).iter().zip(0..body.rows) {
            canvas.put(1, body.y + row, line, body.cells, theme.text);
        }
        return;
    }
    let cells = |at| canvas.cells(&length_words(app, at)) as u16;
    let longest = (0..app.picks.items.len()).map(cells).max().unwrap_or(0);
    let items = app.picks.items.iter().enumerate().skip(app.picks.top);
    for ((at, pick), row) in items.zip(0..list.rows) {
        let line = Area {
            y: list.y + row,
            rows: 1,
            ..list
        };
        item(app, theme, canvas, line, (at, pick, longest));
        if at == app.picks.cursor {
            canvas.style_row(line, theme.cursor);
        }
    }
    let Some(area) = preview else { return };
    canvas.rule_above(area, words.preview, (theme.quiet, theme.strong));
    let lines = app.picks.preview.iter().skip(app.picks.preview_top);
    for (line, row) in lines.zip(0..area.rows) {
        canvas.put(layout::GUTTER, area.y + row, line, area.cells, theme.text);
    }
}

/// A pick in the list: its place, what it is, its reference, and how long it is.
fn item(
    app: &App,
    theme: &Theme,
    canvas: &mut Canvas<'_>,
    line: Area,
    (at, pick, longest): (usize, &Pick, u16),
) {
    let end = line.cells.saturating_sub(1);
    let long = length_words(app, at);
    let right = end.saturating_sub(canvas.cells(&long) as u16);
    canvas.put(right, line.y, &long, end, theme.quiet);
    // What stands before them ends at one column, whatever the lengths are.
    let mut room = end.saturating_sub(longest + 2);
    if line.cells >= WITH_REFERENCES {
        let reference = match pick {
            // What is behind the section of a row is its name, which stands on the left already.
            Pick::Row { cell, .. } => cell.reference(&app.bulletins),
            pick => pick.reference(&app.bulletins),
        };
        let most = usize::from(line.cells / 3);
        let reference =
            width::visible_text(&width::cut(&reference, most, app.ambiguous)).into_owned();
        let x = room.saturating_sub(canvas.cells(&reference) as u16);
        canvas.put(x, line.y, &reference, end, theme.quiet);
        room = x.saturating_sub(2);
    }
    let title = Area {
        x: 1,
        cells: room.saturating_sub(1),
        ..line
    };
    let words = format!("{:>2}  {}", at + 1, pick.title(&app.bulletins, app.lang));
    canvas.put_cut(title, &words, theme.text);
}

/// How long a pick is, in words.
fn length_words(app: &App, at: usize) -> String {
    let size = app.picks.sizes.get(at).copied().unwrap_or_default();
    length(size).words(0, app.lang)
}
