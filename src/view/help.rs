//! Help: every key, from the keymap itself, and the signs.

use crate::app::App;
use crate::app::keymap;
use crate::app::layout::Area;

use super::canvas::Canvas;
use super::theme::Theme;

/// Draws the screen.
pub fn render(app: &App, theme: &Theme, canvas: &mut Canvas<'_>, body: Area) {
    let words = app.lang.words();
    let lines = keymap::help(app.lang);
    let keys: Vec<String> = lines.iter().map(|line| line.keys.join("  ")).collect();
    let widest = keys.iter().map(|k| canvas.cells(k)).max().unwrap_or(0);
    // The words begin in one column, which leaves them half of a narrow screen.
    let column = widest.min(usize::from(body.cells) / 3) as u16 + 3;
    let rows = 1 + lines.len() + 2 + words.sign_lines.len();
    for (row, y) in (app.help_top..rows).zip(body.y..body.y + body.rows) {
        let end = body.cells.saturating_sub(1);
        let rest = Area {
            x: column,
            y,
            cells: end.saturating_sub(column),
            rows: 1,
        };
        match row.checked_sub(1) {
            None => {
                canvas.put(1, y, words.keys_title, end, theme.strong);
            }
            Some(at) if at < lines.len() => {
                let key = keys.get(at).map_or("", String::as_str);
                let cut = crate::width::cut(key, usize::from(column) - 3, canvas.ambiguous());
                canvas.put(1, y, &cut, end, theme.key);
                canvas.put_cut(
                    rest,
                    lines.get(at).map_or("", |l| l.words.as_str()),
                    theme.text,
                );
            }
            Some(at) if at == lines.len() => {}
            Some(at) if at == lines.len() + 1 => {
                canvas.put(1, y, words.signs_title, end, theme.strong);
            }
            Some(at) => {
                let sign = words.sign_lines.get(at - lines.len() - 2);
                let line = Area {
                    x: 1,
                    cells: end.saturating_sub(1),
                    ..rest
                };
                canvas.put_cut(line, sign.copied().unwrap_or_default(), theme.text);
            }
        }
    }
}
