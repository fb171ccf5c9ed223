//! Pure drawing: the state onto a buffer. Reads everything, changes nothing, asks no terminal.

mod canvas;
mod evidence;
mod find;
mod help;
mod ledger;
mod marks;
mod menu;
mod outline;
mod parallel;
mod pen;
mod picks;
mod reader;
mod strip;
mod terms;
pub mod theme;

use ratatui::buffer::Buffer;

use crate::app::App;
use crate::app::keymap::Mode;
use crate::app::layout::{self, Area};
use crate::app::prompt::Wanted;
use crate::i18n::counted;
use canvas::Canvas;
use theme::Theme;

/// Draws the whole screen.
pub fn render(app: &App, theme: &Theme, buffer: &mut Buffer) {
    buffer.reset();
    let mut canvas = Canvas::new(buffer, app.ambiguous, app.unicode_signs);
    let (cells, rows) = app.size;
    if layout::too_small(cells, rows) {
        return too_small(app, theme, &mut canvas);
    }
    let frame = app.frame();
    header(app, theme, &mut canvas, frame.header);
    for rule in [frame.upper_rule, frame.lower_rule].into_iter().flatten() {
        canvas.rule(rule, theme.quiet);
    }
    match app.screen() {
        _ if app.menu_is_open() => menu::render(app, theme, &mut canvas),
        Mode::Read | Mode::Text | Mode::Passage | Mode::Prompt => {
            reader::render(app, theme, &mut canvas);
        }
        Mode::Compare => ledger::render(app, theme, &mut canvas),
        Mode::Evidence => evidence::render(app, theme, &mut canvas, frame.body),
        Mode::Parallel => parallel::render(app, theme, &mut canvas),
        Mode::Terms => terms::render(app, theme, &mut canvas),
        Mode::Find => find::render(app, theme, &mut canvas),
        Mode::Picks => picks::render(app, theme, &mut canvas),
        Mode::Marks => marks::render(app, theme, &mut canvas),
        Mode::Help => help::render(app, theme, &mut canvas, frame.body),
    }
    // Over the input line stands what is wrong with what was typed.
    let told = app.prompt.is_some() && app.notice.is_some();
    let reads = matches!(app.screen(), Mode::Read | Mode::Text) && !app.menu_is_open();
    if let Some(rule) = frame.lower_rule.filter(|_| reads && !told) {
        strip::render(app, theme, &mut canvas, rule);
    }
    footer(app, theme, &mut canvas, frame.footer);
}

/// Where the terminal's own cursor belongs: the caret of the input line, if it is open.
pub fn cursor(app: &App) -> Option<(u16, u16)> {
    let prompt = app.prompt.as_ref().filter(|p| p.overwrite.is_none())?;
    if app.saving.is_some() {
        return None;
    }
    if layout::too_small(app.size.0, app.size.1) {
        return None;
    }
    let (_, offset) = visible_input(app, app.frame().footer);
    let lead = label_cells(app);
    let before = prompt.text.get(offset..prompt.caret).unwrap_or_default();
    let x = lead + crate::width::cells(before, app.ambiguous);
    Some((x as u16, app.frame().footer.y))
}

fn too_small(app: &App, theme: &Theme, canvas: &mut Canvas<'_>) {
    let (cells, rows) = app.size;
    let (least_cells, least_rows) = layout::SMALLEST;
    let words = app.lang.words().too_small;
    let lines = [
        words.to_owned(),
        format!("{cells}x{rows} < {least_cells}x{least_rows}"),
    ];
    for (y, line) in lines.iter().enumerate().take(usize::from(rows)) {
        canvas.put(0, y as u16, line, cells, theme.text);
    }
}

/// The screen's name and what it shows on the left; position and picks on the right.
fn header(app: &App, theme: &Theme, canvas: &mut Canvas<'_>, area: Area) {
    let words = app.lang.words();
    let (title, mut place) = match app.screen() {
        Mode::Read | Mode::Text | Mode::Passage | Mode::Prompt => reader::position(app),
        Mode::Compare | Mode::Evidence => ledger::position(app),
        Mode::Parallel => parallel::position(app),
        Mode::Terms => (app.parallel_title(), String::new()),
        Mode::Find => find::position(app),
        Mode::Picks => picks::position(app),
        Mode::Marks => (String::new(), app.marks().len().to_string()),
        Mode::Help => (
            format!("jianbao {}", env!("CARGO_PKG_VERSION")),
            String::new(),
        ),
    };
    let picked = app.picks.items.len();
    if picked > 0 && app.screen() != Mode::Picks {
        let picked = format!("{} {}", words.chosen, counted(picked, words.picked_unit));
        place = if place.is_empty() {
            picked
        } else {
            format!("{place}  {picked}")
        };
    }
    let end = area.cells.saturating_sub(1);
    // Outline and text are one screen.
    let name = match app.screen() {
        Mode::Text => words.read,
        mode => mode.name(app.lang),
    };
    let x = canvas.put(1, area.y, name, end, theme.strong);
    let right = usize::from(end).saturating_sub(canvas.cells(&place));
    let room = (right as u16).saturating_sub(x + 4);
    let name = Area {
        x: x + 2,
        cells: room,
        ..area
    };
    let x = canvas.put_cut(name, &title, theme.text);
    if right > usize::from(x) {
        canvas.put(right as u16, area.y, &place, end, theme.quiet);
    }
}

/// News, the input line, or the keys that help next.
fn footer(app: &App, theme: &Theme, canvas: &mut Canvas<'_>, area: Area) {
    let words = app.lang.words();
    let inner = Area {
        x: 1,
        cells: area.cells.saturating_sub(2),
        ..area
    };
    if let Some(percent) = app.saving {
        let stop = words.stop_hint(&app.keymap);
        let done = format!("{}{percent}%  {stop}", words.exporting);
        canvas.put_cut(inner, &done, theme.strong);
        return;
    }
    if let Some(prompt) = &app.prompt {
        if prompt.overwrite.is_some() {
            canvas.put_cut(inner, words.confirm_overwrite, theme.bad());
        } else {
            let (shown, _) = visible_input(app, area);
            let x = canvas.put(1, area.y, label(app), area.cells, theme.strong);
            canvas.put(x, area.y, shown, area.cells, theme.text);
        }
        // A failure is told above the line, so that both can be read.
        if let Some(notice) = &app.notice {
            let above = Area {
                y: area.y.saturating_sub(1),
                ..inner
            };
            canvas.put_cut(above, &notice.words, theme.bad());
        }
        return;
    }
    if let Some(notice) = &app.notice {
        let style = if notice.bad {
            theme.bad()
        } else {
            theme.strong
        };
        canvas.put_cut(inner, &notice.words, style);
        return;
    }
    keys(app, theme, canvas, inner);
}

/// Keys with a word each, as many as fit; help and leaving stand last and are kept.
fn keys(app: &App, theme: &Theme, canvas: &mut Canvas<'_>, area: Area) {
    let hints: Vec<(String, &str)> = app.keymap.hints(app.screen(), app.lang);
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
    let end = area.x + area.cells;
    let mut x = area.x;
    for (key, word) in shown {
        x = canvas.put(x, area.y, key, end, theme.key);
        // The space goes with the word: one change of style less for each key.
        x = canvas.put(x, area.y, &format!(" {word}"), end, theme.quiet) + 2;
    }
}

/// What the input line asks for.
fn label(app: &App) -> &'static str {
    let words = app.lang.words();
    match app.prompt.as_ref().map(|prompt| prompt.wanted) {
        Some(Wanted::Words) => words.words_to_count,
        Some(Wanted::Find) => words.find_label,
        Some(Wanted::Action) => words.menu_label,
        Some(Wanted::Mark) => words.mark_label,
        _ => words.file_name,
    }
}

fn label_cells(app: &App) -> usize {
    1 + crate::width::cells(label(app), app.ambiguous)
}

/// The part of the input that is in view, so that the caret is; with its byte offset.
fn visible_input(app: &App, area: Area) -> (&str, usize) {
    let Some(prompt) = &app.prompt else {
        return ("", 0);
    };
    // One cell is kept for the caret behind the text.
    let room = usize::from(area.cells).saturating_sub(label_cells(app) + 1);
    let before = prompt.text.get(..prompt.caret).unwrap_or_default();
    let offset = before.len() - crate::width::tail(before, room, app.ambiguous).len();
    (prompt.text.get(offset..).unwrap_or_default(), offset)
}
