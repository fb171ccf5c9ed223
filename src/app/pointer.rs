//! The mouse: where a click, a drag or the wheel goes. Whatever it does keys do as well.

use crate::keymap::action::Action;
use crate::screens::screen::{Hit, Input};
use crate::store::effect::Effect;

use super::app::App;

/// Rows that a step of the wheel moves.
const STEP: usize = 3;

impl App {
    /// Lets go of the mouse, or takes it back.
    pub(super) fn turn_mouse(&mut self) -> Effect {
        self.mouse.on = !self.mouse.on;
        let words = self.store.lang.words();
        self.store.say(if self.mouse.on {
            words.mouse_on
        } else {
            words.mouse_off
        });
        Effect::Mouse(self.mouse.on)
    }

    /// The screen that the mouse is on: none while another one than that which is seen asks for something.
    fn pointed(&self) -> Option<usize> {
        let seen = self.seen();
        let asks_elsewhere = self.asker().is_some_and(|asker| asker != seen);
        (!asks_elsewhere).then_some(seen)
    }

    /// Does what the mouse asks.
    pub(super) fn point(&mut self, action: &Action) -> Option<Effect> {
        let at = self.pointed();
        let hit = |app: &Self, x, y| app.screens.get(at?)?.hit(x, y, &app.store);
        match *action {
            Action::Click(x, y) => match hit(self, x, y) {
                Some(Hit::Divider) => self.mouse.dragging = true,
                hit => {
                    let step = self.tell(at?, Input::Click(hit));
                    return self.carry(step);
                }
            },
            Action::Drag(x) if self.mouse.dragging => {
                self.tell(at?, Input::Drag(x));
            }
            Action::Release => self.mouse.dragging = false,
            Action::Wheel(x, y, down) => {
                let hit = hit(self, x, y);
                for _ in 0..STEP {
                    let step = self.tell(at?, Input::Wheel(hit, down));
                    self.carry(step);
                }
            }
            _ => {}
        }
        None
    }
}
