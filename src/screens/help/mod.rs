//! Help: every key, from the keymap itself, and the signs.

mod draw;
mod keys;
mod lay;

pub use keys::KEYS;

use crate::keymap::action::Action;
use crate::keymap::mode::{Mode, ScreenId};
use crate::keymap::motion::moved;
use crate::screens::screen::{Input, Screen, Step, Title};
use crate::store::store::Store;
use crate::view::area::body;
use crate::view::canvas::Canvas;

use keys::HELP;
use lay::Lay;

/// The screen.
#[derive(Debug, Default)]
pub struct HelpScreen {
    /// First visible row.
    top: usize,
    lay: Option<Lay>,
}

impl HelpScreen {
    const ID: ScreenId = ScreenId("help");
}

impl Screen for HelpScreen {
    fn id(&self) -> ScreenId {
        Self::ID
    }

    fn mode(&self) -> Mode {
        HELP
    }

    fn opens(&self, action: &Action) -> bool {
        *action == Action::Help
    }

    fn update(&mut self, input: Input<'_>, store: &mut Store) -> Step {
        let action = match input {
            Input::Action(action) => action,
            Input::Wheel(_, true) => &Action::Down,
            Input::Wheel(_, false) => &Action::Up,
            _ => return Step::Pass,
        };
        // The menu is that of the screen below.
        if *action == Action::Menu {
            return Step::BackTo(Action::Menu);
        }
        if *action == Action::Help {
            if store.mode == HELP {
                return Step::Back;
            }
            self.top = 0;
            return Step::Go(Self::ID);
        }
        let page = usize::from(body(store.size).rows).max(1);
        let rows = self.lay.as_ref().map_or(0, |lay| lay.rows.len());
        match action {
            Action::Back | Action::Enter => Step::Back,
            action => match moved(action, self.top, rows.saturating_sub(page) + 1, page) {
                Some(to) => {
                    self.top = to;
                    Step::Stay
                }
                None => Step::Pass,
            },
        }
    }

    fn lay(&mut self, store: &mut Store) {
        let lay = Lay::of(self.lay.take(), store);
        let page = usize::from(body(store.size).rows);
        self.top = self.top.min(lay.rows.len().saturating_sub(page));
        self.lay = Some(lay);
    }

    fn drop_lay(&mut self) {
        self.lay = None;
    }

    fn title(&self, _store: &Store) -> Title {
        Title {
            words: format!("jianbao {}", env!("CARGO_PKG_VERSION")),
            ..Title::default()
        }
    }

    fn draw(&self, store: &Store, canvas: &mut Canvas<'_>) {
        if let Some(lay) = &self.lay {
            draw::draw(lay, self.top, body(store.size), canvas);
        }
    }
}
