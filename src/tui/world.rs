//! What the loop holds besides the state: the terminal, and files that are watched or in the making.

use std::io;
use std::path::PathBuf;

use super::saving::Saving;
use super::watch::Watch;
use crate::app::app::App;
use crate::app::draw;
use crate::store::effect::Answer;
use crate::terminal::{Terminal, size};
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
        let render = |buffer: &mut _| draw::draw(app, &self.theme, buffer);
        self.terminal.draw(app.store.size, render, draw::caret(app))
    }
}

/// The size of the terminal as an answer; None if it does not say it.
pub fn resized() -> Option<Answer> {
    size().map(|(cells, rows)| Answer::Resize(cells, rows))
}
