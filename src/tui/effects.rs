//! What the state asks of the world, carried out and answered.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use super::copying::copy;
use super::remembering::{recall_again, remember_now};
use super::saving::Saving;
use super::widths::ask_again;
use super::world::{World, resized};
use crate::app::app::App;
use crate::compare::links::Change;
use crate::export::order::Order;
use crate::files::links;
use crate::files::path::absolute;
use crate::keymap::action::Action;
use crate::store::effect::{Answer, Effect, FileError, SaveError};
use crate::terminal::Terminal;
use crate::terminal::input::Input;

/// Does what the state asks for; whether the reader is to be left.
pub fn carry_out(app: &mut App, world: &mut World, effect: Effect) -> io::Result<bool> {
    match effect {
        Effect::Quit => return Ok(true),
        Effect::Suspend => suspend(app, &mut world.terminal)?,
        Effect::Reload => reload(app, world),
        Effect::Mouse(on) => world.terminal.set_mouse(on)?,
        Effect::Remember => {
            if let Some(file) = &world.state {
                remember_now(app, file);
            }
        }
        Effect::Recall => {
            if let Some(file) = &world.state {
                recall_again(app, file);
            }
        }
        Effect::Redraw => redraw(app, &mut world.terminal)?,
        Effect::Link { path, change } => link(app, &path, &change),
        Effect::Save { path, order, force } => save(app, world, path, *order, force),
        Effect::StopSaving => {
            world.saving = None;
            app.answer(Answer::Saved(Err(SaveError::Stopped)));
        }
        Effect::Copy(order) => {
            let answer = copy(app, &mut world.terminal, world.cache.as_deref(), *order);
            app.answer(Answer::Copied(answer));
        }
    }
    Ok(false)
}

fn suspend(app: &mut App, terminal: &mut Terminal) -> io::Result<()> {
    terminal.suspend()?;
    if let Some(answer) = resized() {
        app.answer(answer);
    }
    Ok(())
}

fn reload(app: &mut App, world: &mut World) {
    if world.watch.is_empty() {
        let words = app.store.lang.words().nothing_to_reload.to_owned();
        app.answer(Answer::Complain(words));
    } else {
        world.watch.reload(app);
    }
}

/// Clears the terminal, so that all is drawn, and measures it again.
fn redraw(app: &mut App, terminal: &mut Terminal) -> io::Result<()> {
    terminal.forget();
    if terminal.measures() {
        ask_again(app, terminal)?;
        // A key that is held asks once for all that came while the answer was awaited.
        let mode = app.mode();
        let keymap = &app.store.keymap;
        let again = |key| keymap.action(mode, key) == Some(Action::Redraw);
        terminal.skip(|input| matches!(input, Input::Key(key) if again(*key)));
    }
    Ok(())
}

fn link(app: &mut App, path: &Path, change: &Change) {
    let answer = links::change(path, change)
        .map(|text| (path.to_owned(), text))
        .map_err(|error| FileError::new(Some(path), &error));
    app.answer(Answer::Linked(answer));
}

fn save(app: &mut App, world: &mut World, path: PathBuf, order: Order, force: bool) {
    let path = absolute(path, home().as_deref());
    let saving = Saving::begin(app, path, order, force);
    world.saving = saving.and_then(|saving| saving.step(app));
}

/// The user's home folder, as `~` in a path means it.
fn home() -> Option<OsString> {
    std::env::var_os("HOME").filter(|home| !home.is_empty())
}
