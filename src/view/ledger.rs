//! Compare: column heads, rows as a table or as cards, the tally, and the evidence of a row.

use crate::app::App;
use crate::app::choice::Choice;
use crate::app::columns::{Col, Form, Slot, outcome, outcome_head, trend};
use crate::app::layout::Area;
use crate::app::ledger::{Item, LedgerView, evidence};
use crate::compare::{self, Row};
use crate::width;
use crate::wording::cell::cell_words;
use crate::wording::column::of_ledger;
use crate::wording::row::marked;
use crate::wording::verdict::{next_words, tone};
use crate::wrap::cut;

use super::canvas::Canvas;
use super::theme::Theme;

/// What the header says: the series and the years; the row among the rows.
pub fn position(app: &App) -> (String, String) {
    let view = &app.ledger;
    let years = view.ledger.years();
    let span = match (years.first(), years.last()) {
        (Some(first), Some(last)) if first < last => format!("{first}–{last}"),
        (Some(only), _) => only.to_string(),
        _ => String::new(),
    };
    let title = short_name(app).unwrap_or_else(|| format!("{}  {span}", view.ledger.title));
    let row = |item: &&Item| matches!(item, Item::Row(_));
    let of = view.items.iter().filter(row).count();
    let at = view.items.iter().take(view.cursor + 1).filter(row).count();
    let place = if of == 0 {
        String::new()
    } else {
        format!("{at}/{of}")
    };
    let chosen = view.choice.words(app.lang);
    let gap = if chosen.is_empty() { "" } else { "  " };
    (title, format!("{chosen}{gap}{place}"))
}

/// Cells of the header that other words take on a narrow screen, about.
const AROUND: usize = 14;

/// What bulletins that are laid together are called where there is no room for it: a part of each name.
fn short_name(app: &App) -> Option<String> {
    let ledger = &app.ledger.ledger;
    let room = usize::from(app.size.0).saturating_sub(AROUND);
    if ledger.title == ledger.series || width::cells(&ledger.title, app.ambiguous) <= room {
        return None;
    }
    let parts: Vec<&str> = ledger.title.split(compare::TOGETHER).collect();
    let between = compare::TOGETHER.len() * parts.len().saturating_sub(1);
    let each = room.saturating_sub(between) / parts.len().max(1);
    let short: Vec<_> = parts
        .iter()
        .map(|part| cut(part, each, app.ambiguous))
        .collect();
    Some(short.join(compare::TOGETHER))
}

/// Draws the screen.
pub fn render(app: &App, theme: &Theme, canvas: &mut Canvas<'_>) {
    let parts = app.ledger_layout();
    let view = &app.ledger;
    if view.items.is_empty() {
        let line = Area {
            x: parts.list.x + 1,
            cells: parts.list.cells.saturating_sub(2),
            ..parts.list
        };
        let words = app.lang.words();
        let why = if view.choice != Choice::default() {
            words.nothing_chosen(&app.keymap)
        } else if compare::lacks_years(&app.bulletins, &view.ledger.series) {
            words.no_years.to_owned()
        } else {
            words.no_ledger.to_owned()
        };
        canvas.put_cut(line, &why, theme.text);
        return;
    }
    match &view.form {
        Form::Table(columns) => {
            heads(app, theme, canvas, parts.head, columns);
            rows(
                app,
                theme,
                canvas,
                parts.list,
                |app, theme, canvas, area, item, _| {
                    table_row(app, theme, canvas, area, item, columns);
                },
            );
        }
        Form::Cards(cards) => {
            year_head(app, theme, canvas, parts.head);
            rows(
                app,
                theme,
                canvas,
                parts.list,
                |app, theme, canvas, area, item, (index, line)| {
                    let words = cards.get(index).and_then(|card| card.get(line));
                    card_row(
                        app,
                        theme,
                        canvas,
                        area,
                        item,
                        words.map_or("", String::as_str),
                        line,
                    );
                },
            );
        }
    }
    for (line, row) in view.tally.iter().zip(0..parts.tally.rows) {
        let end = parts.tally.cells;
        canvas.put(1, parts.tally.y + row, line, end, theme.quiet);
    }
    if let Some(area) = parts.evidence {
        panel(app, theme, canvas, area);
    }
}

/// Draws the screen rows that are in view; `draw` is told the item and the line of it.
fn rows(
    app: &App,
    theme: &Theme,
    canvas: &mut Canvas<'_>,
    list: Area,
    draw: impl Fn(&App, &Theme, &mut Canvas<'_>, Area, Item, (usize, usize)),
) {
    let view = &app.ledger;
    for row in 0..list.rows {
        let at = view.top + usize::from(row);
        let index = view
            .starts
            .partition_point(|start| *start <= at)
            .saturating_sub(1);
        let (Some(item), Some(start)) = (view.items.get(index), view.starts.get(index)) else {
            break;
        };
        let area = Area {
            y: list.y + row,
            rows: 1,
            ..list
        };
        draw(app, theme, canvas, area, *item, (index, at - start));
        if index == view.cursor {
            canvas.style_row(area, theme.cursor);
        }
    }
}

fn heads(app: &App, theme: &Theme, canvas: &mut Canvas<'_>, area: Area, columns: &[Col]) {
    let words = app.lang.words();
    for column in columns {
        let (text, right) = match column.slot {
            Slot::Name => (words.indicator.to_owned(), false),
            Slot::Outcome => (outcome_head(&app.ledger, app.lang), false),
            Slot::Next => (words.next_year.to_owned(), false),
            Slot::Trend => (words.trend_head.to_owned(), false),
            Slot::Value(at) => {
                let column = app.ledger.ledger.columns.get(at);
                let name = column.map(|c| of_ledger(c.year, c.role, app.lang));
                (name.unwrap_or_default(), true)
            }
        };
        put_cell(canvas, area, column, &text, right, theme.strong);
    }
}

fn put_cell(
    canvas: &mut Canvas<'_>,
    area: Area,
    column: &Col,
    text: &str,
    right: bool,
    style: ratatui::style::Style,
) {
    let cells = canvas.cells(text).min(column.cells);
    let x = if right {
        column.x + column.cells - cells
    } else {
        column.x
    };
    let place = Area {
        x: x as u16,
        cells: (column.x + column.cells - x) as u16,
        ..area
    };
    canvas.put_cut(place, text, style);
}

fn year_head(app: &App, theme: &Theme, canvas: &mut Canvas<'_>, area: Area) {
    let view = &app.ledger;
    let words = app.lang.words();
    let text = format!("{}{}  {}", view.year, words.years_in, words.compare);
    canvas.put(1, area.y, &text, area.cells, theme.strong);
}

fn group(app: &App, theme: &Theme, canvas: &mut Canvas<'_>, area: Area, item: Item) {
    let group = match item {
        Item::Group(at) => app.ledger.groups.get(at),
        Item::Row(_) => None,
    };
    if let Some(group) = group {
        let count = format!("  {}", group.rows);
        let room = usize::from(area.cells).saturating_sub(2 + canvas.cells(&count));
        let name = crate::wrap::cut(&group.name, room, app.ambiguous);
        let x = canvas.put(1, area.y, &name, area.cells, theme.strong);
        canvas.put(x, area.y, &count, area.cells, theme.quiet);
    }
}

fn row_of(view: &LedgerView, item: Item) -> Option<&Row> {
    match item {
        Item::Row(at) => view.ledger.rows.get(at),
        Item::Group(_) => None,
    }
}

fn tick(app: &App, theme: &Theme, canvas: &mut Canvas<'_>, area: Area, row: &Row) {
    let picked = app.picks.has_row(&app.ledger.ledger.series, row);
    let sign = if picked { "[x]" } else { "[ ]" };
    canvas.put(1, area.y, sign, area.cells, theme.text);
}

fn table_row(
    app: &App,
    theme: &Theme,
    canvas: &mut Canvas<'_>,
    area: Area,
    item: Item,
    columns: &[Col],
) {
    let view = &app.ledger;
    let Some(row) = row_of(view, item) else {
        return group(app, theme, canvas, area, item);
    };
    tick(app, theme, canvas, area, row);
    let facts = view.ledger.facts(&app.bulletins);
    let verdict = row.verdict(view.year);
    for column in columns {
        match column.slot {
            Slot::Name => {
                let name = marked(row);
                put_cell(canvas, area, column, &name, false, theme.text);
            }
            Slot::Value(at) => {
                let cell = row.cells.get(at).copied().flatten();
                let words = cell_words(cell, facts, column.cells, app.ambiguous, app.lang);
                let numeric = cell
                    .and_then(|c| c.figure(facts))
                    .is_some_and(|f| f.value.is_some());
                let style = if numeric { theme.text } else { theme.quiet };
                let words = match column.aligned {
                    Some(parts) if numeric => parts.set(&words, app.ambiguous),
                    _ => words,
                };
                put_cell(canvas, area, column, &words, true, style);
            }
            Slot::Outcome => {
                let words = outcome(view, row, app.lang, column.figures);
                let judged = verdict.and_then(|v| v.outcome);
                let style = judged.map_or(theme.quiet, |o| theme.tone(tone(o)));
                put_cell(canvas, area, column, &words, false, style);
            }
            Slot::Trend => {
                let marks = trend(view, row, &app.bulletins, app.unicode_signs);
                put_cell(canvas, area, column, &marks, false, theme.quiet);
            }
            Slot::Next => {
                let words = next_words(verdict, app.lang);
                put_cell(canvas, area, column, words, false, theme.text);
            }
        }
    }
}

fn card_row(
    app: &App,
    theme: &Theme,
    canvas: &mut Canvas<'_>,
    area: Area,
    item: Item,
    words: &str,
    line: usize,
) {
    let Some(row) = row_of(&app.ledger, item) else {
        return group(app, theme, canvas, area, item);
    };
    if line == 0 {
        tick(app, theme, canvas, area, row);
        canvas.put(5, area.y, words, area.cells, theme.strong);
    } else {
        canvas.put(7, area.y, words, area.cells, theme.text);
    }
}

/// The source of every cell of the row under the cursor, one line each.
fn panel(app: &App, theme: &Theme, canvas: &mut Canvas<'_>, area: Area) {
    let words = app.lang.words();
    canvas.titled_rule(area, words.evidence, (theme.quiet, theme.strong));
    let view = &app.ledger;
    let Some(row) = view.row().and_then(|row| view.ledger.rows.get(row)) else {
        return;
    };
    let columns = view.around();
    let found = evidence(&view.ledger, row, &columns, &app.bulletins, app.lang);
    for (evidence, at) in found.iter().zip(1..area.rows) {
        let y = area.y + at;
        let end = area.cells.saturating_sub(1);
        let head = format!("{}  ", evidence.column);
        let mut x = canvas.put(1, y, &head, end, theme.strong);
        let reference = format!("{}  ", evidence.reference);
        // On narrow screens the words matter more than their place.
        if area.cells >= 90 {
            x = canvas.put(x, y, &reference, end, theme.quiet);
        }
        let room = usize::from(end.saturating_sub(x));
        let (before, focus, behind) = around(evidence, room, app.ambiguous);
        x = canvas.put(x, y, &before, end, theme.quiet);
        x = canvas.put(x, y, &focus, end, theme.text);
        canvas.put(x, y, &behind, end, theme.quiet);
    }
}

/// The quoted words with as much of their sentence as fits: before, the words, behind.
fn around(
    evidence: &crate::app::ledger::Evidence,
    room: usize,
    ambiguous: width::Ambiguous,
) -> (String, String, String) {
    let part = |range: std::ops::Range<usize>| evidence.sentence.get(range).unwrap_or_default();
    let cells = |text: &str| width::cells(text, ambiguous);
    let (start, end) = (evidence.focus.start, evidence.focus.end);
    let focus = crate::wrap::cut(part(start..end), room, ambiguous).into_owned();
    let mut left = room - cells(&focus).min(room);
    // From the clause before the words on, if it fits.
    let before = part(0..start);
    let clause = before.rfind('，').map_or(0, |at| at + '，'.len_utf8());
    let before = if cells(before) <= left {
        before
    } else {
        part(clause..start)
    };
    let before = if cells(before) <= left { before } else { "" };
    left -= cells(before);
    let behind = part(end..evidence.sentence.len());
    let behind = if left >= 4 {
        crate::wrap::cut(behind, left, ambiguous)
    } else {
        "".into()
    };
    (before.to_owned(), focus, behind.into_owned())
}
