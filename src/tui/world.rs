//! What the loop holds besides the state: the terminal, and files that are watched or in the making.

use std::io;
use std::path::PathBuf;

use super::saving::Saving;
use super::watch::Watch;
use crate::app::App;
use crate::app::action::Action;
use crate::terminal::{Terminal, size};
use crate::view;
use crate::view::theme::Theme;

/// The world that effects change.
pub struct World {
    pub terminal: Terminal,
    pub theme: Theme,
    pub watch: Watch,
    /// The file of what is remembered of the library; None to remember nothing.
    pub state: Option<PathBuf>,
    /// A file that is being written.
    pub saving: Option<Saving>,
    /// The folder for what is too long to be copied.
    pub cache: Option<PathBuf>,
}

impl World {
    /// Draws the state.
    pub fn draw(&mut self, app: &App) -> io::Result<()> {
        let render = |buffer: &mut _| view::render(app, &self.theme, buffer);
        self.terminal.draw(app.size, render, view::cursor(app))
    }
}

/// The size of the terminal as an action; None if it does not say it.
pub fn resized() -> Option<Action> {
    size().map(|(cells, rows)| Action::Resize(cells, rows))
}
