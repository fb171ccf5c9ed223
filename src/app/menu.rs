//! The action menu: every action in words with its keys, found by words or pinyin, done by Enter.

use crate::i18n::Lang;
use crate::search::Query;

use super::action::{Action, Effect};
use super::keymap::Mode;
use super::prompt::{Prompt, Wanted};
use super::{App, moved, scrolled};

/// An action in the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its row in the keymap.
    pub row: usize,
    /// Whether it can be done on the screen below.
    pub here: bool,
}

/// The menu.
#[derive(Debug, Default)]
pub struct MenuView {
    /// What is listed.
    pub entries: Vec<Entry>,
    /// The one under the cursor.
    pub cursor: usize,
    /// First row on the screen.
    pub top: usize,
}

impl App {
    /// Whether the menu is open.
    pub fn menu_is_open(&self) -> bool {
        let prompt = self.prompt.as_ref();
        prompt.is_some_and(|prompt| prompt.wanted == Wanted::Action)
    }

    /// Opens the menu; over help it is that of the screen below.
    pub(super) fn open_menu(&mut self) {
        if self.screen() == Mode::Help {
            self.back();
        }
        self.prompt = Some(Prompt::new(Wanted::Action, "", &self.typed_before));
        self.list_actions("");
    }

    /// Lists the actions whose words, pinyin or keys hold what was typed: those of this screen first.
    fn list_actions(&mut self, typed: &str) {
        let query = Query::parse(typed);
        let screen = self.screen();
        let wanted = |row: usize| {
            let row = self.keymap.rows.get(row)?;
            let is_menu = row.binding.action == Action::Menu;
            let of_prompt = row.binding.modes == [Mode::Prompt];
            let texts = [
                row.binding.words(Lang::Zh),
                row.binding.words(Lang::En),
                &row.key_names(Lang::En.words()).join(" "),
            ];
            let found = typed.trim().is_empty() || texts.iter().any(|text| query.is_in(text));
            (found && !is_menu && !of_prompt).then(|| row.holds(screen))
        };
        let all = (0..self.keymap.rows.len()).filter_map(|row| {
            let here = wanted(row)?;
            Some(Entry { row, here })
        });
        let (mut here, there): (Vec<Entry>, Vec<Entry>) = all.partition(|entry| entry.here);
        here.extend(there);
        self.menu = MenuView {
            entries: here,
            ..MenuView::default()
        };
    }

    pub(super) fn menu_action(&mut self, action: &Action) -> Option<Effect> {
        let page = usize::from(self.frame().body.rows).max(2) - 1;
        let moves = matches!(
            action,
            Action::Up | Action::Down | Action::PageUp | Action::PageDown
        );
        if moves && let Some(to) = moved(action, self.menu.cursor, self.menu.entries.len(), page) {
            self.menu.cursor = to;
            return None;
        }
        match action {
            Action::Back => self.prompt = None,
            Action::Enter => return self.do_chosen(),
            action => {
                let prompt = self.prompt.as_mut()?;
                prompt.edit(action);
                let typed = prompt.text.clone();
                self.list_actions(&typed);
            }
        }
        None
    }

    /// Does what is under the cursor, if it can be done on this screen.
    fn do_chosen(&mut self) -> Option<Effect> {
        let entry = *self.menu.entries.get(self.menu.cursor)?;
        let row = self.keymap.rows.get(entry.row)?;
        if !entry.here {
            let words = row.words_with_screens(self.lang);
            self.complain(format!("{}{words}", self.lang.words().not_on_this_screen));
            return None;
        }
        let action = row.binding.action.clone();
        self.prompt = None;
        self.update(action)
    }

    pub(super) fn settle_menu(&mut self) {
        let rows = usize::from(self.frame().body.rows).max(1);
        let menu = &mut self.menu;
        let len = menu.entries.len();
        menu.cursor = menu.cursor.min(len.saturating_sub(1));
        menu.top = scrolled(menu.top, menu.cursor, menu.cursor + 1, rows, len);
    }
}
