//! One input into actions, and those into the state.

use std::io;

use super::effects::carry_out;
use super::world::{World, resized};
use crate::app::app::App;
use crate::keymap::action::Action;
use crate::terminal::Terminal;
use crate::terminal::input::{Input, Mouse};
use crate::terminal::signal::Asked;

/// Deals with one input; the exit code if the reader is to be left.
pub fn take(app: &mut App, world: &mut World, input: Input) -> io::Result<Option<u8>> {
    let mut actions = Vec::new();
    match input {
        Input::Key(key) => actions.extend(app.store.keymap.action(app.mode(), key)),
        // Outside of the input line a pasted text would act as keys, and could say yes.
        Input::Paste(text) if app.store.takes_text() => {
            actions.extend(text.chars().filter(|c| !c.is_control()).map(Action::Type));
        }
        Input::Paste(_) => {}
        Input::Mouse(mouse) => actions.push(match mouse {
            Mouse::Down(x, y) => Action::Click(x, y),
            Mouse::Drag(x) => Action::Drag(x),
            Mouse::Up => Action::Release,
            Mouse::Wheel(x, y, down) => Action::Wheel(x, y, down),
        }),
        Input::Woken => {
            match Terminal::asked() {
                Some(Asked::End(code)) => return Ok(Some(code)),
                Some(Asked::Stop) => world.terminal.suspend()?,
                None => {}
            }
            if let Some(answer) = resized() {
                app.answer(answer);
            }
        }
    }
    for action in actions {
        if let Some(effect) = app.update(&action)
            && carry_out(app, world, effect)?
        {
            return Ok(Some(0));
        }
    }
    Ok(None)
}
