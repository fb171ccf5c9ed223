//! Compare on the screen: column heads, rows as a table or as cards, the tally, and the evidence of a row.

use ratatui::style::Style;

use crate::compare::{self, Row};
use crate::screens::screen::Title;
use crate::store::picks::PickedRows;
use crate::store::store::Store;
use crate::view::area::{Area, body};
use crate::view::canvas::Canvas;
use crate::width;
use crate::wording::cell::cell_words;
use crate::wording::column::of_ledger;
use crate::wording::row;
use crate::wording::verdict::{next_words, tone};
use crate::wrap::cut;

use super::choice::{Choice, Item};
use super::columns::{Col, Form, Slot};
use super::lay::Lay;
use super::panel::panel;
use super::state::State;
use super::view::View;

/// Cells of the header that other words take on a narrow screen, about.
const AROUND: usize = 14;

/// What the header says: the series and the years; the row among the rows.
pub fn title(state: &State, store: &Store) -> Title {
    let years = state.ledger.years();
    let span = match (years.first(), years.last()) {
        (Some(first), Some(last)) if first < last => format!("{first}–{last}"),
        (Some(only), _) => only.to_string(),
        _ => String::new(),
    };
    let long = || format!("{}  {span}", state.ledger.title);
    let words = short_name(state, store).unwrap_or_else(long);
    let row = |item: &&Item| matches!(item, Item::Row(_));
    let of = state.items.iter().filter(row).count();
    let at = state.items.iter().take(state.cursor + 1).filter(row);
    let place = if of == 0 {
        String::new()
    } else {
        format!("{}/{of}", at.count())
    };
    let chosen = state.choice.words(store.lang);
    let gap = if chosen.is_empty() { "" } else { "  " };
    Title {
        words,
        position: format!("{chosen}{gap}{place}"),
        ..Title::default()
    }
}

/// What bulletins that are laid together are called where there is no room for it: a part of each name.
fn short_name(state: &State, store: &Store) -> Option<String> {
    let ledger = &state.ledger;
    let room = usize::from(store.size.0).saturating_sub(AROUND);
    if ledger.title == ledger.series || width::cells(&ledger.title, store.ambiguous) <= room {
        return None;
    }
    let parts: Vec<&str> = ledger.title.split(compare::TOGETHER).collect();
    let between = compare::TOGETHER.len() * parts.len().saturating_sub(1);
    let each = room.saturating_sub(between) / parts.len().max(1);
    let short = parts.iter().map(|part| cut(part, each, store.ambiguous));
    Some(short.collect::<Vec<_>>().join(compare::TOGETHER))
}

/// Draws the screen.
pub fn draw(state: &State, lay: &Lay, store: &Store, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let parts = lay.parts(body(store.size));
    if state.items.is_empty() {
        canvas.put_cut(parts.list.inner(), &why_empty(state, store), theme.text);
        return;
    }
    let list = List {
        view: View::new(state, lay.all_years, store),
        store,
        picked: store.picks.rows_of(&state.ledger.series),
    };
    match &lay.form {
        Form::Table(columns) => list.heads(canvas, parts.head, columns),
        Form::Cards(_) => list.year_head(canvas, parts.head),
    }
    for row in 0..parts.list.rows {
        let Some((index, line)) = lay.item_at(state.top + usize::from(row)) else {
            break;
        };
        let Some(item) = state.items.get(index) else {
            break;
        };
        let area = parts.list.line(row);
        match (item, &lay.form) {
            (Item::Group(at), _) => list.group(canvas, area, *at),
            (Item::Row(at), form) => {
                if let Some(row) = state.ledger.rows.get(*at) {
                    list.row(canvas, area, row, (form, index, line));
                }
            }
        }
        if index == state.cursor {
            canvas.style_row(area, theme.cursor);
        }
    }
    for (line, row) in lay.tally.iter().zip(0..parts.tally.rows) {
        let end = parts.tally.cells;
        canvas.put(1, parts.tally.y + row, line, end, theme.quiet);
    }
    if let Some(area) = parts.evidence {
        panel(state, store, canvas, area);
    }
}

/// Why nothing is listed.
fn why_empty(state: &State, store: &Store) -> String {
    let words = store.lang.words();
    if state.choice != Choice::default() {
        words.nothing_chosen(&store.keymap)
    } else if compare::lacks_years(&store.bulletins, &state.ledger.series) {
        words.no_years.to_owned()
    } else {
        words.no_ledger.to_owned()
    }
}

/// What is drawn in each row.
struct List<'a> {
    view: View<'a>,
    store: &'a Store,
    picked: PickedRows,
}

impl List<'_> {
    fn heads(&self, canvas: &mut Canvas<'_>, area: Area, columns: &[Col]) {
        let (style, lang) = (canvas.theme.strong, self.view.lang);
        let words = lang.words();
        for column in columns {
            let (text, right) = match column.slot {
                Slot::Name => (words.indicator.to_owned(), false),
                Slot::Outcome => (self.view.outcome_head(), false),
                Slot::Next => (words.next_year.to_owned(), false),
                Slot::Trend => (words.trend_head.to_owned(), false),
                Slot::Value(at) => {
                    let column = self.view.state.ledger.columns.get(at);
                    let name = column.map(|c| of_ledger(c.year, c.role, lang));
                    (name.unwrap_or_default(), true)
                }
            };
            put_cell(canvas, area, column, &text, right, style);
        }
    }

    fn year_head(&self, canvas: &mut Canvas<'_>, area: Area) {
        let words = self.view.lang.words();
        let year = self.view.state.year;
        let text = format!("{}  {}", words.year_of(year), words.compare);
        canvas.put(1, area.y, &text, area.cells, canvas.theme.strong);
    }

    fn group(&self, canvas: &mut Canvas<'_>, area: Area, at: usize) {
        let theme = canvas.theme;
        let Some(group) = self.view.state.groups.get(at) else {
            return;
        };
        let count = format!("  {}", group.rows);
        let room = usize::from(area.cells).saturating_sub(2 + canvas.cells(&count));
        let name = cut(&group.name, room, self.view.ambiguous);
        let x = canvas.put(1, area.y, &name, area.cells, theme.strong);
        canvas.put(x, area.y, &count, area.cells, theme.quiet);
    }

    fn row(
        &self,
        canvas: &mut Canvas<'_>,
        area: Area,
        row: &Row,
        (form, index, line): (&Form, usize, usize),
    ) {
        let theme = canvas.theme;
        if line == 0 {
            let sign = if self.picked.has(row) { "[x]" } else { "[ ]" };
            canvas.put(1, area.y, sign, area.cells, theme.text);
        }
        match form {
            Form::Table(columns) => {
                for column in columns {
                    self.cell(canvas, area, row, column);
                }
            }
            Form::Cards(cards) => {
                let words = cards.get(index).and_then(|card| card.get(line));
                let words = words.map_or("", String::as_str);
                if line == 0 {
                    canvas.put(5, area.y, words, area.cells, theme.strong);
                } else {
                    canvas.put(7, area.y, words, area.cells, theme.text);
                }
            }
        }
    }

    fn cell(&self, canvas: &mut Canvas<'_>, area: Area, row: &Row, column: &Col) {
        let (theme, view) = (canvas.theme, &self.view);
        let verdict = row.verdict(view.state.year);
        match column.slot {
            Slot::Name => {
                let name = row::marked(row);
                put_cell(canvas, area, column, &name, false, theme.text);
            }
            Slot::Value(at) => self.value(canvas, area, row, (column, at)),
            Slot::Outcome => {
                let words = view.outcome(row, column.figures);
                let judged = verdict.and_then(|v| v.outcome);
                let style = judged.map_or(theme.quiet, |o| theme.tone(tone(o)));
                put_cell(canvas, area, column, &words, false, style);
            }
            Slot::Trend => {
                let marks = view.trend(row, self.store.unicode_signs);
                put_cell(canvas, area, column, &marks, false, theme.quiet);
            }
            Slot::Next => {
                let words = next_words(verdict, view.lang);
                put_cell(canvas, area, column, words, false, theme.text);
            }
        }
    }

    fn value(&self, canvas: &mut Canvas<'_>, area: Area, row: &Row, (column, at): (&Col, usize)) {
        let (theme, view) = (canvas.theme, &self.view);
        let facts = view.state.ledger.facts(view.bulletins);
        let cell = row.cells.get(at).copied().flatten();
        let words = cell_words(cell, facts, column.cells, view.ambiguous, view.lang);
        let figure = cell.and_then(|cell| cell.figure(facts));
        let numeric = figure.is_some_and(|figure| figure.value.is_some());
        let style = if numeric { theme.text } else { theme.quiet };
        let words = match column.aligned {
            Some(parts) if numeric => parts.set(&words, view.ambiguous),
            _ => words,
        };
        put_cell(canvas, area, column, &words, true, style);
    }
}

fn put_cell(
    canvas: &mut Canvas<'_>,
    area: Area,
    column: &Col,
    text: &str,
    right: bool,
    style: Style,
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
