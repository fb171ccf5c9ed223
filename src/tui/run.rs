//! The loop: draws, does a bit of what can wait, reads what has come.

use std::io;

use super::input::take;
use super::options::{Custom, Options};
use super::remembering::{recall, remember};
use super::watch::Watch;
use super::widths::{ask, can_be_asked};
use super::world::{World, resized};
use crate::app::app::App;
use crate::load::Library;
use crate::store::effect::{Answer, FileError};
use crate::terminal::{Terminal, size};
use crate::view::theme::Theme;

/// Inputs that are dealt with before the screen is drawn, at most: a held key is seen to move.
const BURST: usize = 32;

/// Cells and rows of a terminal that does not say how large it is.
const USUAL: (u16, u16) = (80, 24);

/// Opens the reader on a library and returns the exit code when it is left, and what kept it from being remembered.
///
/// # Errors
/// Those of the terminal.
pub fn run(
    library: Library,
    options: Options,
    custom: Custom,
) -> io::Result<(u8, Option<FileError>)> {
    let (mut app, mut world) = open(library, options, custom)?;
    loop {
        world.draw(&app)?;
        if works(&mut app, &world.terminal)? || saves(&mut app, &mut world)? {
            continue;
        }
        if waits(&mut app, &mut world)? {
            continue;
        }
        if let Some(code) = take_burst(&mut app, &mut world)? {
            let file = world.state.as_deref();
            let wrong = file.and_then(|file| remember(&mut app, file).err());
            return Ok((code, wrong));
        }
    }
}

/// The state as it was left last, and a terminal that has been asked what it can do.
fn open(library: Library, options: Options, custom: Custom) -> io::Result<(App, World)> {
    let narrow = options.ambiguous.unwrap_or_default();
    let unasked = || (!can_be_asked()).then_some(narrow);
    let mut world = World {
        terminal: Terminal::enter(options.ambiguous.or_else(unasked))?,
        theme: Theme::new(options.color),
        watch: Watch::new(custom.paths),
        state: custom.state,
        saving: None,
        cache: custom.cache,
    };
    let size = size().unwrap_or(USUAL);
    let (lang, rules) = (options.lang, options.rules);
    let mut app = App::new(library, custom.keymap, lang, narrow, rules, size);
    app.store.remembers = world.state.is_some();
    if let Some(file) = &world.state {
        recall(&mut app, file);
    }
    if let Some(first) = custom.wrong.into_iter().next() {
        app.answer(Answer::Complain(first));
    }
    ask(&mut app, &mut world)?;
    world.terminal.set_mouse(app.mouse.on)?;
    // Changes of size are told from here on; one that came before is found by looking.
    world.terminal.has_input()?;
    if let Some(answer) = resized() {
        app.answer(answer);
    }
    Ok((app, world))
}

/// Does what can wait, until a key comes. True if the screen has changed by it.
fn works(app: &mut App, terminal: &Terminal) -> io::Result<bool> {
    let mut changed = false;
    while !changed && app.has_work() && !terminal.has_input()? {
        changed = app.work();
    }
    Ok(changed)
}

/// Writes a bit of the file that is being written. True if nothing has come meanwhile.
fn saves(app: &mut App, world: &mut World) -> io::Result<bool> {
    let Some(saving) = world.saving.take() else {
        return Ok(false);
    };
    world.saving = saving.step(app);
    Ok(!world.terminal.has_input()?)
}

/// Waits for input. True if the library was read anew instead.
fn waits(app: &mut App, world: &mut World) -> io::Result<bool> {
    while !world.terminal.waits()? {
        if world.watch.changed(app) && app.takes_reload() {
            world.watch.reload(app);
            return Ok(true);
        }
    }
    Ok(false)
}

/// Deals with what has come already before the next frame; the exit code if the reader is to be left.
fn take_burst(app: &mut App, world: &mut World) -> io::Result<Option<u8>> {
    for _ in 0..BURST {
        if let Some(input) = world.terminal.read()?
            && let Some(code) = take(app, world, input)?
        {
            return Ok(Some(code));
        }
        if !world.terminal.has_input()? {
            break;
        }
    }
    Ok(None)
}
