//! The action menu: every action in words with its keys, found by words or pinyin, done by Enter. It lies over the
//! screen that it was opened on.

mod draw;
mod lay;
mod state;

use crate::keymap::action::Action;
use crate::keymap::mode::{INPUT, Mode, ScreenId};
use crate::keymap::motion::page;
use crate::screens::screen::{Hit, Input, Screen, Step, Title};
use crate::store::prompt::Prompt;
use crate::store::store::Store;
use crate::view::area::body;
use crate::view::canvas::Canvas;

use lay::Lay;
use state::State;

/// The screen.
#[derive(Debug, Default)]
pub struct MenuScreen {
    state: State,
    lay: Option<Lay>,
}

impl MenuScreen {
    const ID: ScreenId = ScreenId("menu");

    /// The rows of the keymap that are listed, and the place of the cursor among them.
    pub fn listed(&self) -> (Vec<usize>, usize) {
        let entries = self.lay.as_ref().map(|lay| lay.entries.iter());
        let rows = entries.into_iter().flatten().map(|entry| entry.row);
        (rows.collect(), self.state.cursor)
    }

    /// How many actions are listed.
    fn entries(&self) -> usize {
        self.lay.as_ref().map_or(0, |lay| lay.entries.len())
    }

    /// Opens it.
    fn open(&mut self, store: &mut Store) -> Step {
        let label = store.lang.words().menu_label;
        store.prompt = Some(Prompt::new((Self::ID, label), "", &store.typed_before));
        self.state = State::default();
        Step::Stay
    }

    /// Does what an action asks while it is open.
    fn act(&mut self, action: &Action, store: &mut Store) -> Step {
        let page = page(body(store.size).rows.into());
        if self.state.go(action, self.entries(), page) {
            return Step::Stay;
        }
        match action {
            Action::Back => store.close_prompt(),
            Action::Enter => return self.do_chosen(store),
            action => {
                if let Some(prompt) = &mut store.prompt {
                    prompt.edit(action);
                }
                self.state = State::default();
            }
        }
        Step::Stay
    }

    /// Does what is under the cursor, if it can be done on the screen below.
    fn do_chosen(&self, store: &mut Store) -> Step {
        let lay = self.lay.as_ref();
        let entry = lay.and_then(|lay| lay.entries.get(self.state.cursor));
        let chosen = entry.and_then(|entry| Some((entry.here, store.keymap.rows.get(entry.row)?)));
        let Some((here, row)) = chosen else {
            return Step::Stay;
        };
        if here {
            let action = row.binding.action.clone();
            store.close_prompt();
            return Step::Act(action);
        }
        let words = row.words_with_screens(store.lang);
        store.complain(store.lang.words().not_on_this_screen(words));
        Step::Stay
    }
}

impl Screen for MenuScreen {
    fn id(&self) -> ScreenId {
        Self::ID
    }

    fn mode(&self) -> Mode {
        INPUT
    }

    fn opens(&self, action: &Action) -> bool {
        *action == Action::Menu
    }

    fn update(&mut self, input: Input<'_>, store: &mut Store) -> Step {
        let is_open = store.asks_for(Self::ID);
        match input {
            Input::Action(Action::Menu) if !is_open => self.open(store),
            _ if !is_open => Step::Pass,
            Input::Action(action) => self.act(action, store),
            Input::Wheel(_, true) => self.act(&Action::Down, store),
            Input::Wheel(_, false) => self.act(&Action::Up, store),
            // The first click on an action goes to it, one on that under the cursor does it.
            Input::Click(Some(Hit::Row(at))) => {
                if std::mem::replace(&mut self.state.cursor, at) == at {
                    self.do_chosen(store)
                } else {
                    Step::Stay
                }
            }
            Input::Click(_) => Step::Stay,
            _ => Step::Pass,
        }
    }

    fn lay(&mut self, store: &mut Store) {
        let lay = Lay::of(self.lay.take(), store);
        let rows = usize::from(body(store.size).rows).max(1);
        self.state.settle(lay.entries.len(), rows);
        self.lay = Some(lay);
    }

    fn drop_lay(&mut self) {
        self.lay = None;
    }

    fn hit(&self, _x: u16, y: u16, store: &Store) -> Option<Hit> {
        let at = self.state.top + body(store.size).row_in(y)?;
        (at < self.entries()).then_some(Hit::Row(at))
    }

    fn title(&self, _store: &Store) -> Title {
        Title::default()
    }

    fn draw(&self, store: &Store, canvas: &mut Canvas<'_>) {
        if let Some(lay) = &self.lay {
            draw::draw(lay, &self.state, store, canvas);
        }
    }

    fn covers(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::library::built_in;
    use crate::i18n::Lang;
    use crate::width::Ambiguous;
    use crate::wrap::Rules;

    #[test]
    fn what_was_typed_is_looked_for_and_enter_does_what_can_be_done_below() {
        let (lang, rules) = (Lang::Zh, Rules::default());
        let mut store = Store::new(built_in(), lang, Ambiguous::Narrow, rules, (80, 24));
        store.keymap = crate::screens::all::keymap();
        store.mode = Mode("picks");
        let mut menu = MenuScreen::default();
        let step = menu.update(Input::Action(&Action::Menu), &mut store);
        assert!(matches!(step, Step::Stay));
        menu.lay(&mut store);
        let all = menu.entries();
        menu.update(Input::Action(&Action::PageDown), &mut store);
        assert!(menu.state.cursor > 0);
        for c in "export".chars() {
            menu.update(Input::Action(&Action::Type(c)), &mut store);
            menu.lay(&mut store);
        }
        assert!(menu.state.cursor == 0 && (1..all).contains(&menu.entries()));
        let step = menu.update(Input::Action(&Action::Enter), &mut store);
        assert!(matches!(step, Step::Act(Action::Export)), "{step:?}");
        assert!(store.prompt.is_none());
    }
}
