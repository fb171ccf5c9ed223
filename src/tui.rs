//! The loop: input into actions, actions into effects, state onto the screen.

mod copying;
mod saving;

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use crate::app::App;
use crate::app::action::{Action, Effect, SaveError};
use crate::app::keymap::Keymap;
use crate::app::memory::Memory;
use crate::files::library::read_paths;
use crate::files::links;
use crate::files::memory;
use crate::files::path::absolute;
use crate::files::stamp::Stamp;
use crate::i18n::Lang;
use crate::load::{Checks, Library};
use crate::terminal::{Asked, Input, Mouse, Terminal, Widths};
use crate::view;
use crate::view::theme::Theme;
use crate::width::Ambiguous;
use crate::wrap::Rules;
use saving::Saving;

/// Inputs that are dealt with before the screen is drawn, at most: a held key is seen to move.
const BURST: usize = 32;

/// Cells and rows of a terminal that does not say how large it is.
const USUAL: (u16, u16) = (80, 24);

/// What the loop holds besides state and terminal.
struct World {
    watch: Watch,
    /// A file that is being written.
    saving: Option<Saving>,
    /// The folder for what is too long to be copied.
    cache: Option<PathBuf>,
}

/// How the reader is opened.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Language of the interface.
    pub lang: Lang,
    /// Cells of ambiguous characters; None to measure them.
    pub ambiguous: Option<Ambiguous>,
    /// Where lines may end.
    pub rules: Rules,
    /// Whether colours may be used.
    pub color: bool,
}

/// What the config says of the reader, and where its files are.
#[derive(Clone, Debug, Default)]
pub struct Custom {
    /// Which keys do what.
    pub keymap: Keymap,
    /// What is wrong with the config, in words.
    pub wrong: Vec<String>,
    /// The file that holds the place last read; None to remember nothing.
    pub state: Option<PathBuf>,
    /// The folder for what is too long to be copied.
    pub cache: Option<PathBuf>,
    /// The files and folders of the library; empty if it cannot be read anew.
    pub paths: Vec<PathBuf>,
}

/// Looks whether the files that were read have changed.
struct Watch {
    paths: Vec<PathBuf>,
    /// What was read: the bulletin shown, by its file, and the stamp.
    read: (PathBuf, Stamp),
    /// The stamp when it was looked at last.
    seen: Stamp,
    /// The file of what is remembered.
    state: Option<PathBuf>,
}

impl Watch {
    fn new(paths: Vec<PathBuf>, state: Option<PathBuf>) -> Self {
        Self {
            paths,
            state,
            read: (PathBuf::new(), Stamp::default()),
            seen: Stamp::default(),
        }
    }

    fn shown(app: &App) -> PathBuf {
        app.shown_file().map(PathBuf::from).unwrap_or_default()
    }

    /// Whether the files have changed, and then not again since it was looked at last: a file that is
    /// being written is left alone.
    fn changed(&mut self, app: &App) -> bool {
        if self.paths.is_empty() {
            return false;
        }
        let file = Self::shown(app);
        let now = Stamp::of(&self.paths, Some(&file));
        if self.read.0 != file {
            self.read = (file, now.clone());
        }
        let settled = now == self.seen;
        self.seen = now;
        settled && self.seen != self.read.1
    }

    /// Reads the library anew.
    fn reload(&mut self, app: &mut App) {
        let file = Self::shown(app);
        let stamp = Stamp::of(&self.paths, Some(&file));
        app.reload(read_paths(&self.paths, Checks::Errors));
        self.read = (file, stamp);
    }
}

/// Opens the reader on a library and returns the exit code when it is left, and what could not be remembered, in
/// words.
///
/// # Errors
/// Those of the terminal.
pub fn run(library: Library, options: Options, custom: Custom) -> io::Result<(u8, Option<String>)> {
    let narrow = options.ambiguous.unwrap_or_default();
    let unasked = || (!can_be_asked()).then_some(narrow);
    let mut terminal = Terminal::enter(options.ambiguous.or_else(unasked))?;
    let theme = Theme::new(options.color);
    let size = crate::terminal::size().unwrap_or(USUAL);
    let mut app = App::new(library, options.lang, narrow, options.rules, size);
    app.keymap = custom.keymap;
    app.remembers = custom.state.is_some();
    if let Some(file) = &custom.state {
        match memory::read(file) {
            Ok(text) => {
                let memory = Memory::parse(&text);
                app.update(Action::Recall(Box::new(memory)));
            }
            Err(error) => {
                let told = app.lang.words().not_remembered_at_end;
                let words = not_remembered(&app, told, file, &error);
                app.update(Action::Complain(words));
            }
        }
    }
    if let Some(first) = custom.wrong.first() {
        app.update(Action::Complain(first.clone()));
    }
    if terminal.measures() {
        terminal.ask_widths()?;
        draw(&mut terminal, &app, &theme)?;
        let widths = terminal.hear_widths()?.unwrap_or_else(unanswered);
        measured(&mut app, &mut terminal, widths);
    }
    terminal.set_mouse(app.mouse.on)?;
    let mut world = World {
        watch: Watch::new(custom.paths, custom.state),
        saving: None,
        cache: custom.cache,
    };
    // Changes of size are told from here on; one that came before is found by looking.
    terminal.has_input()?;
    if let Some(action) = resized() {
        app.update(action);
    }
    loop {
        draw(&mut terminal, &app, &theme)?;
        let mut changed = false;
        while !changed && app.has_work() && !terminal.has_input()? {
            changed = app.work();
        }
        if changed {
            continue;
        }
        if let Some(saving) = world.saving.take() {
            world.saving = saving.step(&mut app);
            if !terminal.has_input()? {
                continue;
            }
        }
        if wait(&mut app, &terminal, &mut world.watch)? {
            continue;
        }
        // What has come already is dealt with before the next frame.
        for _ in 0..BURST {
            if let Some(input) = terminal.read()?
                && let Some(code) = take(&mut app, &mut terminal, &mut world, input)?
            {
                let file = world.watch.state.as_deref();
                let wrong = file.and_then(|file| {
                    let error = remember(&mut app, file).err()?;
                    let told = app.lang.words().not_remembered_at_end;
                    Some(not_remembered(&app, told, file, &error))
                });
                return Ok((code, wrong));
            }
            if !terminal.has_input()? {
                break;
            }
        }
    }
}

/// Waits for input. True if the library was read anew instead.
fn wait(app: &mut App, terminal: &Terminal, watch: &mut Watch) -> io::Result<bool> {
    while !terminal.waits()? {
        if watch.changed(app) && app.takes_reload() {
            watch.reload(app);
            return Ok(true);
        }
    }
    Ok(false)
}

/// Writes what is to be remembered, with what another reader has written since.
fn remember(app: &mut App, file: &Path) -> io::Result<()> {
    let mut memory = Memory::default();
    memory::change(file, |text| {
        memory = app.remembered(Memory::parse(&text));
        memory.text()
    })?;
    app.remember(memory, true);
    Ok(())
}

/// What kept something from being remembered, in words.
fn not_remembered(app: &App, told: &str, file: &Path, error: &io::Error) -> String {
    format!("{told}{}: {}", app.lang.write_error(error), file.display())
}

fn draw(terminal: &mut Terminal, app: &App, theme: &Theme) -> io::Result<()> {
    let render = |buffer: &mut _| view::render(app, theme, buffer);
    terminal.draw(app.size, render, view::cursor(app))
}

/// Whether the terminal is one that answers questions, as far as its name tells.
fn can_be_asked() -> bool {
    let name = std::env::var("TERM").unwrap_or_default();
    cfg!(unix) && !matches!(name.as_str(), "" | "dumb")
}

/// Whether the locale's characters are those of a Chinese place.
fn chinese_locale() -> bool {
    let mut names = ["LC_ALL", "LC_CTYPE", "LANG"].iter();
    let locale = names.find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    locale.is_some_and(|locale| locale.starts_with("zh"))
}

/// What is believed of a terminal that does not answer: one of a Chinese locale may be a wide one.
/// Two cells, then, which are drawn so that they are right on a narrow one as well.
fn unanswered() -> Widths {
    if chinese_locale() {
        Widths {
            ambiguous: Ambiguous::Wide,
            rules: false,
        }
    } else {
        Widths {
            ambiguous: Ambiguous::Narrow,
            rules: true,
        }
    }
}

/// Goes by the widths that were measured.
fn measured(app: &mut App, terminal: &mut Terminal, widths: Widths) {
    let Widths { ambiguous, rules } = widths;
    if (ambiguous, rules) != (app.ambiguous, app.unicode_signs) {
        terminal.set_ambiguous(ambiguous);
        app.update(Action::Measured(ambiguous, rules));
    }
}

/// Deals with one input; the exit code if the reader is to be left.
fn take(
    app: &mut App,
    terminal: &mut Terminal,
    world: &mut World,
    input: Input,
) -> io::Result<Option<u8>> {
    let mut actions = Vec::new();
    match input {
        Input::Key(key) => actions.extend(app.keymap.action(app.mode(), key)),
        // Outside of the input line a pasted text would act as keys, and could say yes.
        Input::Paste(text) if app.takes_text() => {
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
                Some(Asked::Stop) => terminal.suspend()?,
                None => {}
            }
            actions.extend(resized());
        }
    }
    for action in actions {
        if let Some(effect) = app.update(action)
            && carry_out(app, terminal, world, effect)?
        {
            return Ok(Some(0));
        }
    }
    Ok(None)
}

fn resized() -> Option<Action> {
    crate::terminal::size().map(|(cells, rows)| Action::Resize(cells, rows))
}

/// Does what the state asks for; whether the reader is to be left.
fn carry_out(
    app: &mut App,
    terminal: &mut Terminal,
    world: &mut World,
    effect: Effect,
) -> io::Result<bool> {
    match effect {
        Effect::Quit => return Ok(true),
        Effect::Suspend => {
            terminal.suspend()?;
            if let Some(action) = resized() {
                app.update(action);
            }
        }
        Effect::Reload if world.watch.paths.is_empty() => {
            let words = app.lang.words().nothing_to_reload.to_owned();
            app.update(Action::Complain(words));
        }
        Effect::Reload => world.watch.reload(app),
        Effect::Mouse(on) => terminal.set_mouse(on)?,
        Effect::Remember => {
            if let Some(file) = world.watch.state.as_deref()
                && let Err(error) = remember(app, file)
            {
                let told = app.lang.words().not_remembered;
                let words = not_remembered(app, told, file, &error);
                app.update(Action::Complain(words));
            }
        }
        // What cannot be read now is told when it is to be written.
        Effect::Recall => {
            if let Some(text) = world
                .watch
                .state
                .as_deref()
                .and_then(|file| memory::read(file).ok())
            {
                let memory = app.remembered(Memory::parse(&text));
                app.remember(memory, false);
            }
        }
        // A screen that looks torn may be one whose widths are not those that were measured.
        Effect::Redraw => {
            terminal.forget();
            if terminal.measures() {
                terminal.ask_widths_again()?;
                match terminal.hear_widths()? {
                    Some(widths) => measured(app, terminal, widths),
                    // What was measured before still holds. No key waits for an answer that
                    // does not come a second time.
                    None => terminal.stop_measuring(),
                }
                // A key that is held asks once for all that came while the answer was awaited.
                let mode = app.mode();
                let keymap = &app.keymap;
                let again = |key| keymap.action(mode, key) == Some(Action::Redraw);
                terminal.skip(|input| matches!(input, Input::Key(key) if again(*key)));
            }
        }
        Effect::Link { path, change } => {
            let answer = links::change(&path, &change)
                .map(|text| (path.clone(), text))
                .map_err(|error| format!("{}: {}", app.lang.write_error(&error), path.display()));
            app.update(Action::Linked(answer));
        }
        Effect::Save { path, order, force } => {
            let saving = Saving::begin(app, absolute(path, home().as_deref()), *order, force);
            world.saving = saving.and_then(|saving| saving.step(app));
        }
        Effect::StopSaving => {
            world.saving = None;
            app.update(Action::Saved(Err(SaveError::Stopped)));
        }
        Effect::Copy(order) => {
            let answer = copying::copy(app, terminal, world.cache.as_deref(), *order);
            app.update(Action::Copied(answer));
        }
    }
    Ok(false)
}

/// The user's home folder, as `~` in a path means it.
fn home() -> Option<OsString> {
    std::env::var_os("HOME").filter(|home| !home.is_empty())
}
