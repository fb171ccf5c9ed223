//! Terms: what a year says first and what it no longer says, with the sentences behind it.

use ratatui::style::Modifier;

use crate::app::App;
use crate::app::layout::{self, Area};
use crate::app::terms::{Item, Why};

use super::canvas::Canvas;
use super::theme::Theme;

/// Draws the screen.
pub fn render(app: &App, theme: &Theme, canvas: &mut Canvas<'_>) {
    let (list, preview) = layout::terms(app.frame().body);
    let view = &app.terms;
    let items = view.items.iter().enumerate().skip(view.top);
    for ((at, item), row) in items.zip(0..list.rows) {
        let line = Area {
            x: list.x + 1,
            y: list.y + row,
            cells: list.cells.saturating_sub(2),
            rows: 1,
        };
        draw_item(app, theme, canvas, line, item);
        if at == view.cursor {
            let whole = Area {
                x: list.x,
                cells: list.cells,
                ..line
            };
            canvas.style_row(whole, theme.cursor);
        }
    }
    let Some(area) = preview else { return };
    let title = app.lang.words().evidence;
    canvas.rule_above(area, title, (theme.quiet, theme.strong));
    let end = area.x + area.cells;
    for ((words, focus), row) in view.lines.iter().zip(0..area.rows) {
        let y = area.y + row;
        let part = |range: std::ops::Range<usize>| words.get(range).unwrap_or_default();
        let quiet = focus.is_empty() && words.contains('#');
        let style = if quiet { theme.quiet } else { theme.text };
        let x = canvas.put(area.x + layout::GUTTER, y, part(0..focus.start), end, style);
        let marked = theme.strong.add_modifier(Modifier::UNDERLINED);
        let x = canvas.put(x, y, part(focus.clone()), end, marked);
        canvas.put(x, y, part(focus.end..words.len()), end, style);
    }
}

fn draw_item(app: &App, theme: &Theme, canvas: &mut Canvas<'_>, line: Area, item: &Item) {
    match item {
        Item::Head(words, count) => {
            canvas.put_cut(line, &format!("{words}  {count}"), theme.strong);
        }
        Item::Nothing => {
            canvas.put_cut(
                line,
                &format!("    {}", app.lang.words().no_phrases),
                theme.quiet,
            );
        }
        Item::Phrase(at, why) => {
            let Some(phrase) = app.terms.phrases.get(*at) else {
                return;
            };
            let (sign, style) = match why {
                Why::Asked => ("=", theme.strong),
                Why::New => ("+", theme.sign(theme.added)),
                Why::Gone => ("-", theme.sign(theme.gone)),
            };
            let end = line.x + line.cells;
            let x = canvas.put(line.x + 1, line.y, sign, end, style);
            let counts: Vec<String> = phrase.counts.iter().map(ToString::to_string).collect();
            let counts = counts.join(canvas.sign("→", ">"));
            let room = Area {
                x: x + 1,
                cells: line
                    .cells
                    .saturating_sub(4 + canvas.cells(&counts) as u16 + 2),
                ..line
            };
            canvas.put_cut(room, &phrase.words, theme.text);
            let right = end.saturating_sub(canvas.cells(&counts) as u16);
            canvas.put(right, line.y, &counts, end, theme.quiet);
        }
    }
}
