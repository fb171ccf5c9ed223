//! The actions that are listed for what was typed.

use crate::i18n::Lang;
use crate::keymap::action::Action;
use crate::keymap::mode::{INPUT, Mode};
use crate::search::Query;
use crate::store::store::Store;

/// An action in the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its row in the keymap.
    pub row: usize,
    /// Whether it can be done on the screen below.
    pub here: bool,
}

/// The list.
#[derive(Debug)]
pub struct Lay {
    /// What is listed.
    pub entries: Vec<Entry>,
    /// What was typed, and the mode of the screen below.
    set_for: (String, Mode),
}

impl Lay {
    /// The list for what is typed now: the one before, if that was for the same.
    pub fn of(before: Option<Self>, store: &Store) -> Self {
        let typed = store.prompt.as_ref().map_or("", |prompt| &prompt.text);
        let same = |lay: &Self| (lay.set_for.0.as_str(), lay.set_for.1) == (typed, store.mode);
        before
            .filter(same)
            .unwrap_or_else(|| Self::new(typed, store))
    }

    /// Lists the actions whose words, pinyin or keys hold what was typed: those of the screen below first.
    fn new(typed: &str, store: &Store) -> Self {
        let query = Query::parse(typed);
        let rows = &store.keymap.rows;
        let wanted = |row: usize| {
            let row = rows.get(row)?;
            let is_menu = row.binding.action == Action::Menu;
            let of_prompt = row.binding.modes == [INPUT];
            let texts = [
                row.binding.words(Lang::Zh),
                row.binding.words(Lang::En),
                &row.key_names(Lang::En.words()).join(" "),
            ];
            let found = typed.trim().is_empty() || texts.iter().any(|text| query.is_in(text));
            (found && !is_menu && !of_prompt).then(|| row.holds(store.mode))
        };
        let all = (0..rows.len()).filter_map(|row| {
            let here = wanted(row)?;
            Some(Entry { row, here })
        });
        let (mut entries, there): (Vec<Entry>, Vec<Entry>) = all.partition(|entry| entry.here);
        // What the screen below does comes before what every screen does.
        let place = |entry: &Entry| {
            let place = store.keymap.place(store.mode, rows.get(entry.row)?);
            Some(place.unwrap_or(usize::MAX))
        };
        entries.sort_by_key(place);
        entries.extend(there);
        Self {
            entries,
            set_for: (typed.to_owned(), store.mode),
        }
    }
}
