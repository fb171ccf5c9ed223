//! Compare on the screen: the tally, column heads, the lines of the items, and the evidence of a row.

use ratatui::style::Style;

use crate::compare::{self, RowGroup};
use crate::i18n::Lang;
use crate::screens::screen::Title;
use crate::store::picks::PickedRows;
use crate::store::store::Store;
use crate::view::area::{Area, body};
use crate::view::canvas::Canvas;
use crate::view::theme::Theme;
use crate::width;
use crate::wording::column::of_ledger;
use crate::wrap::cut;

use super::choice::Choice;
use super::columns::{Col, Slot};
use super::lay::Lay;
use super::lines::{Line, Look, Piece};
use super::list::Item;
use super::panel::panel;
use super::state::State;
use super::view::View;

/// Cells of the header around the name of the screen.
const MARGINS: usize = 5;
/// Cells of the header that the number of picks takes, about.
const PICKED: usize = 14;
/// Between the series and the years.
const GAP: &str = "  ";
/// Cells between the series, the years and what stands at the right.
const BETWEEN: usize = 5;

/// What the header says: the series and the year between its neighbours; what was chosen, and the groups with their keys.
/// Where there is no room for all, first the numbers of the groups go, then the neighbours, then the groups, then the
/// end of the name.
pub fn title(state: &State, store: &Store) -> Title {
    let cells = |text: &str| width::cells(text, store.ambiguous);
    let picked = if store.picks.items.is_empty() {
        0
    } else {
        PICKED
    };
    let taken = MARGINS + cells(store.mode.name(store.lang)) + picked;
    let room = usize::from(store.size.0).saturating_sub(taken);
    let name = state.ledger.title.as_str();
    // The name is cut where there is no room for it, the year never.
    let short = |position: String| {
        let year = store.lang.words().year_of(state.year);
        let taken = cells(&year) + cells(&position) + BETWEEN;
        let name = short_name(state, room.saturating_sub(taken), store);
        Title {
            words: format!("{name}{GAP}{year}"),
            position,
            ..Title::default()
        }
    };
    if state.evidence.is_some() {
        return short(place(state));
    }
    let chosen = state.choice.words(store.lang);
    let position = |groups: String| {
        if chosen.is_empty() {
            groups
        } else {
            format!("{chosen}  {groups}")
        }
    };
    let keys = |counts: bool| position(groups(state, store, counts));
    let ways = [
        (years(state, store, true), keys(true)),
        (years(state, store, true), keys(false)),
        (years(state, store, false), keys(false)),
        (years(state, store, true), chosen.clone()),
    ];
    let fits = |(years, position): &(String, String)| {
        cells(name) + cells(years) + cells(position) + BETWEEN <= room
    };
    let mut ways = ways.into_iter();
    let Some((years, position)) = ways.find(fits) else {
        return short(chosen);
    };
    Title {
        words: format!("{name}{GAP}{years}"),
        position,
        ..Title::default()
    }
}

/// Which of the rows that are listed is under the cursor.
fn place(state: &State) -> String {
    let row = |item: &&Item| matches!(item, Item::Row(_));
    let at = state.list.items.iter().take(state.cursor + 1).filter(row);
    format!("{}/{}", at.count(), state.listed().count())
}

/// The year in the middle between those beside it, in full or as signs: ◂ 2024  2025年  2026 ▸.
fn years(state: &State, store: &Store, full: bool) -> String {
    let all = state.ledger.years();
    let at = all.iter().position(|year| *year == state.year);
    let (back, on) = if store.unicode_signs {
        ("◂", "▸")
    } else {
        ("<", ">")
    };
    let year = |at: Option<usize>| all.get(at?);
    let before = year(at.and_then(|at| at.checked_sub(1)));
    let behind = year(at.map(|at| at + 1));
    let mut parts = Vec::new();
    parts.extend(before.map(|year| {
        if full {
            format!("{back} {year} ")
        } else {
            back.to_owned()
        }
    }));
    parts.push(store.lang.words().year_of(state.year));
    parts.extend(behind.map(|year| {
        if full {
            format!(" {year} {on}")
        } else {
            on.to_owned()
        }
    }));
    parts.join(" ")
}

/// The groups with the keys that show them, and how many rows each has.
fn groups(state: &State, store: &Store, counts: bool) -> String {
    let count = |group: RowGroup| {
        let mut groups = state.list.groups.iter();
        groups
            .find(|one| one.kind == group)
            .map_or(0, |one| one.count.total())
    };
    let number = |number: usize| {
        if counts {
            number.to_string()
        } else {
            String::new()
        }
    };
    let all = state.list.groups.iter().map(|one| one.count.total()).sum();
    let of = |group: RowGroup| number(count(group));
    store.lang.words().group_keys(
        &store.keymap,
        number(all),
        of(RowGroup::Numeric),
        of(RowGroup::Main),
        of(RowGroup::Task),
    )
}

/// The name in so many cells: of bulletins that are laid together a part of each name.
fn short_name(state: &State, room: usize, store: &Store) -> String {
    let ledger = &state.ledger;
    if ledger.title == ledger.series || width::cells(&ledger.title, store.ambiguous) <= room {
        return cut(&ledger.title, room, store.ambiguous).into_owned();
    }
    let parts: Vec<&str> = ledger.title.split(compare::TOGETHER).collect();
    let between = compare::TOGETHER.len() * parts.len().saturating_sub(1);
    let each = room.saturating_sub(between) / parts.len().max(1);
    let short = parts.iter().map(|part| cut(part, each, store.ambiguous));
    short.collect::<Vec<_>>().join(compare::TOGETHER)
}

/// Draws the screen.
pub fn draw(state: &State, lay: &Lay, store: &Store, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let parts = lay.parts(body(store.size));
    if state.list.items.is_empty() {
        canvas.put_cut(parts.tally.inner(), &why_empty(state, store), theme.text);
        return;
    }
    for (line, row) in lay.tally.iter().zip(0..parts.tally.rows) {
        put_line(canvas, parts.tally.line(row), line);
    }
    if let Some(rule) = parts.rule {
        canvas.rule(rule, theme.quiet);
    }
    if let Some(columns) = lay.columns.as_deref().filter(|_| parts.head.rows > 0) {
        heads(state, store.lang, canvas, (parts.head, columns));
    }
    let picked = store.picks.rows_of(&state.ledger.series);
    // A number that is cut is another number: what does not fit whole waits for the next page.
    let past = lay.item_at(state.top + usize::from(parts.list.rows));
    let numbers = |index: usize| match state.list.items.get(index) {
        Some(Item::Row(at)) => {
            let view = View::new(state, store);
            view.entry(*at).is_some_and(|entry| view.is_in_table(entry))
        }
        _ => false,
    };
    let torn = past.filter(|(index, line)| *line > 0 && *index != state.cursor && numbers(*index));
    for row in 0..parts.list.rows {
        let Some((index, line)) = lay.item_at(state.top + usize::from(row)) else {
            break;
        };
        if row > 0 && line == 0 && torn.is_some_and(|(torn, _)| torn == index) {
            break;
        }
        let area = parts.list.line(row);
        let item = state.list.items.get(index);
        if let Some(pieces) = item.and_then(|item| lay.line(index, item, line)) {
            put_line(canvas, area, pieces);
        }
        if let Some(Item::Row(at)) = item.filter(|_| line == 0) {
            tick_box(state, *at, &picked, canvas, area);
        }
        if index == state.cursor {
            canvas.style_row(area, theme.cursor);
        }
    }
    if let Some(area) = parts.evidence {
        panel(state, store, canvas, area);
    }
}

fn tick_box(state: &State, at: usize, picked: &PickedRows, canvas: &mut Canvas<'_>, area: Area) {
    let row = state.ledger.rows.get(at);
    let sign = if row.is_some_and(|row| picked.has(row)) {
        "[x]"
    } else {
        "[ ]"
    };
    canvas.put(1, area.y, sign, area.cells, canvas.theme.text);
}

fn put_line(canvas: &mut Canvas<'_>, area: Area, line: &Line) {
    for Piece { x, text, look } in line {
        let style = style(canvas.theme, *look);
        canvas.put(area.x + *x as u16, area.y, text, area.end(), style);
    }
}

fn style(theme: Theme, look: Look) -> Style {
    match look {
        Look::Text => theme.text,
        Look::Strong => theme.strong,
        Look::Quiet => theme.quiet,
        Look::News(tone) => theme.tone(tone),
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

/// The heads of the columns: those of values stand at the right as these do.
fn heads(state: &State, lang: Lang, canvas: &mut Canvas<'_>, (area, columns): (Area, &[Col])) {
    let (style, words) = (canvas.theme.quiet, lang.words());
    for column in columns {
        let (text, right) = match column.slot {
            Slot::Name => (words.indicator.to_owned(), false),
            // Above the words, not above their signs.
            Slot::Outcome => (format!("  {}", words.outcome_head), false),
            Slot::Next => (words.next_year.to_owned(), false),
            Slot::Trend => (words.trend_head.to_owned(), false),
            Slot::Value(at) => {
                let column = state.ledger.columns.get(at);
                let name = column.map(|c| of_ledger(c.year, c.role, lang));
                (name.unwrap_or_default(), true)
            }
        };
        let cells = canvas.cells(&text).min(column.cells);
        let x = column.x + if right { column.cells - cells } else { 0 };
        canvas.put(x as u16, area.y, &text, area.end(), style);
    }
}
