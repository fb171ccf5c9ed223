//! Find: hits by year and section, each with what stands around it.

use ratatui::style::Modifier;

use crate::app::App;
use crate::app::find::Row;
use crate::app::layout::Area;
use crate::app::picks::Ticked;
use crate::i18n::counted;
use crate::search::{Filter, Hit};
use crate::width;
use crate::wording::hit::place;
use crate::wording::source::in_year;

use super::canvas::Canvas;
use super::theme::Theme;

/// Cells before the words of a hit.
const INDENT: u16 = 5;

/// Characters beside a hit, at most: more than any line holds.
const AROUND: usize = 200;

/// What the header says: where is looked; the hit among the hits.
pub fn position(app: &App) -> (String, String) {
    let words = app.lang.words();
    let view = &app.find;
    let len = view.search.hits.len();
    let place = if app.is_searching() {
        words.searching.to_owned()
    } else if view.search.asks_nothing() {
        String::new()
    } else if len == 0 {
        words.no_hits.to_owned()
    } else {
        format!("{}/{}", view.cursor + 1, counted(len, words.hits))
    };
    let typed = match app.prompt {
        Some(_) => String::new(),
        None => format!("{}  ", view.typed),
    };
    (format!("{typed}{}", view.kept_to(app.lang)), place)
}

/// Draws the screen.
pub fn render(app: &App, theme: &Theme, canvas: &mut Canvas<'_>) {
    let body = app.frame().body;
    let line = |row: u16| Area {
        x: body.x + 1,
        y: body.y + row,
        cells: body.cells.saturating_sub(2),
        rows: 1,
    };
    if app.find.search.asks_nothing() {
        for (words, row) in app.lang.words().find_help.iter().zip(0..body.rows) {
            canvas.put_cut(line(row), words, theme.quiet);
        }
        return;
    }
    if app.find.rows.is_empty() && !app.is_searching() {
        let words = app.lang.words();
        let filtered = app.find.filter != Filter::default();
        let more = if filtered {
            words.filter_off(&app.keymap)
        } else {
            String::new()
        };
        canvas.put_cut(line(0), &format!("{}{more}", words.no_hits), theme.text);
        return;
    }
    let rows = app.find.rows.iter().skip(app.find.top);
    for (row, at) in rows.zip(0..body.rows) {
        let area = line(at);
        let words = app.lang.words();
        match row {
            Row::Sounds => drop(canvas.put_cut(area, words.by_sound, theme.strong)),
            Row::Figures => drop(canvas.put_cut(area, words.by_figure, theme.strong)),
            Row::Place(at) => {
                if let Some(hit) = app.find.search.hits.get(*at) {
                    canvas.put_cut(area, &heading(app, hit), theme.strong);
                }
            }
            Row::Hit(at) => {
                if let Some(hit) = app.find.search.hits.get(*at) {
                    draw_hit(app, theme, canvas, area, hit);
                }
                if *at == app.find.cursor {
                    let whole = Area {
                        x: body.x,
                        cells: body.cells,
                        ..area
                    };
                    canvas.style_row(whole, theme.cursor);
                }
            }
        }
    }
}

/// The year and the series of a hit, and the headings down to it.
fn heading(app: &App, hit: &Hit) -> String {
    let Some(bulletin) = app.bulletins.get(hit.bulletin) else {
        return String::new();
    };
    let year = in_year(bulletin);
    let place = place(hit, &app.bulletins);
    format!("{year}{} › {place}", bulletin.series)
}

/// A hit in the middle of what stands around it: it is in view, however long that is.
fn draw_hit(app: &App, theme: &Theme, canvas: &mut Canvas<'_>, area: Area, hit: &Hit) {
    let context = hit.context(&app.bulletins, AROUND);
    let sign = if picked(app, hit) { "[x]" } else { "[ ]" };
    canvas.put(area.x, area.y, sign, area.x + area.cells, theme.quiet);
    let room = usize::from(area.cells.saturating_sub(INDENT));
    let found = width::cells(context.found, app.ambiguous).min(room);
    let after = width::cells(context.after, app.ambiguous);
    // What stands before it gets two fifths of the rest, and what the words behind leave free.
    let left = room - found;
    let before = (left * 2 / 5).max(left.saturating_sub(after));
    let before = width::tail(context.before, before, app.ambiguous);
    let end = area.x + area.cells;
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

fn picked(app: &App, hit: &Hit) -> bool {
    let ticked = |section| app.picks.ticked(&app.bulletins, hit.bulletin, section);
    hit.section
        .is_some_and(|section| ticked(section) == Ticked::Yes)
}
