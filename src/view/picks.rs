//! Picks: the list of what was picked, and the one under the cursor as it will be exported.

use crate::app::App;
use crate::app::layout::{self, Area};

use super::canvas::Canvas;
use super::theme::Theme;

/// Draws the screen.
pub fn render(app: &App, theme: &Theme, canvas: &mut Canvas<'_>) {
    let body = app.frame().body;
    let (list, preview) = layout::picks(body);
    let words = app.lang.words();
    if app.picks.items.is_empty() {
        for (line, row) in words.no_picks_lines.iter().zip(0..body.rows) {
            canvas.put(1, body.y + row, line, body.cells, theme.text);
        }
        return;
    }
    let items = app.picks.items.iter().enumerate().skip(app.picks.top);
    for ((at, pick), row) in items.zip(0..list.rows) {
        let line = Area {
            x: 1,
            y: list.y + row,
            cells: list.cells.saturating_sub(2),
            rows: 1,
        };
        let title = format!("{:>2}  {}", at + 1, pick.title(&app.bulletins, app.lang));
        canvas.put_cut(line, &title, theme.text);
        if at == app.picks.cursor {
            canvas.style_row(
                Area {
                    x: 0,
                    cells: list.cells,
                    ..line
                },
                theme.cursor,
            );
        }
    }
    let Some(area) = preview else { return };
    canvas.rule_above(area, words.preview, (theme.quiet, theme.strong));
    let lines = app.picks.preview.iter().skip(app.picks.preview_top);
    for (line, row) in lines.zip(0..area.rows) {
        canvas.put(layout::GUTTER, area.y + row, line, area.cells, theme.text);
    }
}
