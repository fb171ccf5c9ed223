//! What the top line says of Read.

use crate::screens::screen::Title;
use crate::store::store::Store;
use crate::view::area::{body, text_area};

use super::state::State;

/// What the header says: the series and the year; the place among the neighbours and in percent.
pub fn title(state: &State, store: &Store) -> Title {
    let words = store.lang.words();
    let Some(bulletin) = state.text.bulletin().and_then(|b| store.bulletins.get(b)) else {
        let title = if state.text.shown.is_some() {
            words.problems
        } else {
            ""
        };
        return Title {
            words: title.to_owned(),
            ..Title::default()
        };
    };
    let title = match bulletin.date {
        Some(date) => format!("{} {}", bulletin.series, date.year()),
        None => bulletin.series.clone(),
    };
    let pane = state.panes(store).text.unwrap_or(body(store.size));
    let seen = state.text.top + usize::from(text_area(pane).rows);
    let percent = state.text.page().percent(seen.saturating_sub(1));
    let section = state
        .section()
        .or_else(|| state.text.top_section())
        .and_then(|(_, s)| bulletin.sections().get(s).map(|section| (s, section)));
    let Some((index, section)) = section else {
        return Title {
            words: title,
            position: format!("{percent}%"),
            ..Title::default()
        };
    };
    let of = bulletin.children(bulletin.parent(index)).count();
    let at = section.number.last().copied().unwrap_or(1);
    let place = words.section_at(at, of);
    Title {
        words: title,
        position: format!("{place}  {percent}%"),
        ..Title::default()
    }
}
