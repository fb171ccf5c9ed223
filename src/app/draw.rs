//! The whole screen: the line above, the current screen's body, the line below. Reads everything, changes nothing, asks
//! no terminal.

use ratatui::buffer::Buffer;

use crate::i18n::counted;
use crate::view::area::{self, Area, frame};
use crate::view::canvas::Canvas;
use crate::view::theme::Theme;
use crate::width::{cells, tail};

use super::app::App;

/// Draws the whole screen.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) {
    buffer.reset();
    let store = &app.store;
    let mut canvas = Canvas::new(buffer, store.ambiguous, store.unicode_signs, *theme);
    if area::too_small(store.size.0, store.size.1) {
        return too_small(app, &mut canvas);
    }
    let frame = frame(store.size.0, store.size.1);
    header(app, &mut canvas, frame.header);
    for rule in [frame.upper_rule, frame.lower_rule].into_iter().flatten() {
        canvas.rule(rule, theme.quiet);
    }
    if let Some(screen) = app.screens.get(app.seen()) {
        screen.draw(store, &mut canvas);
    }
    footer(app, &mut canvas, frame.footer);
}

/// Where the terminal's own cursor belongs: the caret of the input line, if it is open.
pub fn caret(app: &App) -> Option<(u16, u16)> {
    let store = &app.store;
    let prompt = store.prompt.as_ref().filter(|p| p.confirm.is_none())?;
    if app.saving.is_some() || area::too_small(store.size.0, store.size.1) {
        return None;
    }
    let footer = frame(store.size.0, store.size.1).footer;
    let (_, offset) = visible_input(app, footer);
    let before = prompt.text.get(offset..prompt.caret).unwrap_or_default();
    let x = label_cells(app) + cells(before, store.ambiguous);
    Some((x as u16, footer.y))
}

fn too_small(app: &App, canvas: &mut Canvas<'_>) {
    let (cells, rows) = app.store.size;
    let (least_cells, least_rows) = area::SMALLEST;
    let words = app.store.lang.words().too_small;
    let lines = [
        words.to_owned(),
        format!("{cells}x{rows} < {least_cells}x{least_rows}"),
    ];
    for (y, line) in lines.iter().enumerate().take(usize::from(rows)) {
        canvas.put(0, y as u16, line, cells, canvas.theme.text);
    }
}

/// The screen's name and what it shows on the left; position and picks on the right.
fn header(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let theme = canvas.theme;
    let store = &app.store;
    let words = store.lang.words();
    let screen = app.screens.get(app.at());
    let title = screen.map(|screen| screen.title(store)).unwrap_or_default();
    let mut place = title.position;
    let picked = store.picks.items.len();
    if picked > 0 && !title.has_picks {
        let picked = format!("{} {}", words.chosen, counted(picked, words.picked_unit));
        place = if place.is_empty() {
            picked
        } else {
            format!("{place}  {picked}")
        };
    }
    let end = area.cells.saturating_sub(1);
    let name = title.name.unwrap_or(store.mode).name(store.lang);
    let x = canvas.put(1, area.y, name, end, theme.strong);
    let right = usize::from(end).saturating_sub(canvas.cells(&place));
    let room = (right as u16).saturating_sub(x + 4);
    let name = Area {
        x: x + 2,
        cells: room,
        ..area
    };
    let x = canvas.put_cut(name, &title.words, theme.text);
    if right > usize::from(x) {
        canvas.put(right as u16, area.y, &place, end, theme.quiet);
    }
}

/// News, the input line, or the keys that help next.
fn footer(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let theme = canvas.theme;
    let words = app.store.lang.words();
    let inner = area.inner();
    if let Some(percent) = app.saving {
        let stop = words.stop_hint(&app.store.keymap);
        let done = format!("{}  {stop}", words.exporting(percent));
        canvas.put_cut(inner, &done, theme.strong);
        return;
    }
    if let Some(prompt) = &app.store.prompt {
        if let Some(question) = prompt.confirm {
            canvas.put_cut(inner, question, theme.bad());
        } else {
            let (shown, _) = visible_input(app, area);
            let x = canvas.put(1, area.y, label(app), area.cells, theme.strong);
            canvas.put(x, area.y, shown, area.cells, theme.text);
        }
        // A failure is told above the line, so that both can be read.
        if let Some(notice) = &app.store.notice {
            let above = Area {
                y: area.y.saturating_sub(1),
                ..inner
            };
            canvas.put_cut(above, &notice.words, theme.bad());
        }
        return;
    }
    if let Some(notice) = &app.store.notice {
        let style = if notice.bad {
            theme.bad()
        } else {
            theme.strong
        };
        canvas.put_cut(inner, &notice.words, style);
        return;
    }
    keys(app, canvas, inner);
}

/// Keys with a word each, as many as fit; help and leaving stand last and are kept.
fn keys(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let hints: Vec<(String, &str)> = app.store.keymap.hints(app.store.mode, app.store.lang);
    let width = |hint: &(String, &str)| canvas.cells(&hint.0) + canvas.cells(hint.1) + 3;
    let kept: usize = hints.iter().rev().take(2).map(width).sum();
    let (last, first) = (hints.len().saturating_sub(2), usize::from(area.cells) + 2);
    let mut room = first.saturating_sub(kept);
    let mut shown: Vec<&(String, &str)> = Vec::new();
    for (at, hint) in hints.iter().enumerate() {
        if at >= last {
            shown.push(hint);
        } else if width(hint) <= room {
            room -= width(hint);
            shown.push(hint);
        } else {
            room = 0;
        }
    }
    let (theme, end) = (canvas.theme, area.end());
    let mut x = area.x;
    for (key, word) in shown {
        x = canvas.put(x, area.y, key, end, theme.key);
        // The space goes with the word: one change of style less for each key.
        x = canvas.put(x, area.y, &format!(" {word}"), end, theme.quiet) + 2;
    }
}

/// What the input line asks for.
fn label(app: &App) -> &'static str {
    let prompt = app.store.prompt.as_ref();
    prompt.map_or("", |prompt| prompt.label)
}

fn label_cells(app: &App) -> usize {
    1 + cells(label(app), app.store.ambiguous)
}

/// The part of the input that is in view, so that the caret is; with its byte offset.
fn visible_input(app: &App, area: Area) -> (&str, usize) {
    let Some(prompt) = &app.store.prompt else {
        return ("", 0);
    };
    // One cell is kept for the caret behind the text.
    let room = usize::from(area.cells).saturating_sub(label_cells(app) + 1);
    let before = prompt.text.get(..prompt.caret).unwrap_or_default();
    let offset = before.len() - tail(before, room, app.store.ambiguous).len();
    (prompt.text.get(offset..).unwrap_or_default(), offset)
}
