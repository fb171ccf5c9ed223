//! The list of a narrow screen: a card of several lines for each row.

use crate::compare::Row;
use crate::wording::card;
use crate::wrap;

use super::choice::Item;
use super::view::View;

/// Each item as lines of so many cells: the name, then every cell with its column's name, the
/// outcome and the next target, as many to a line as fit.
pub fn cards(view: &View<'_>, room: usize) -> Vec<Vec<String>> {
    let card = |item: &Item| match item {
        Item::Group(_) => vec![String::new()],
        Item::Row(row) => match view.state.ledger.rows.get(*row) {
            Some(row) => card_of(view, row, room),
            None => vec![String::new()],
        },
    };
    view.state.items.iter().map(card).collect()
}

fn card_of(view: &View<'_>, row: &Row, room: usize) -> Vec<String> {
    let choice = card::Choice {
        columns: &view.state.columns(view.all_years),
        years: &[view.state.year],
        room: room.saturating_sub(2),
        lang: view.lang,
        ambiguous: view.ambiguous,
    };
    let name = wrap::cut(&view.lang.marked(row), room, view.ambiguous).into_owned();
    let mut lines = vec![name];
    lines.extend(card::lines(&view.state.ledger, row, view.bulletins, choice));
    lines
}
