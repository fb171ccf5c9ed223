//! The terminal: raw mode, the other screen, restoring both whatever happens, and keys. The only
//! user of crossterm.

pub mod copy;
pub mod input;
mod key;
pub mod painter;
pub mod probe;
mod restore;
pub mod signal;

use std::collections::VecDeque;
use std::io::{self, BufWriter, Stdout, Write};
use std::panic;
use std::sync::Once;
use std::time::Duration;

use crossterm::{event, terminal};
use ratatui::buffer::Buffer;

use crate::width::Ambiguous;
use copy::{Through, clipboard_sequence};
use input::{Input, input};
use painter::Painter;
use probe::Widths;
use restore::{mouse, restore, take};
use signal::Asked;

/// Bytes that are gathered before they are written: more than a full screen takes.
const FRAME_BYTES: usize = 64 << 10;

/// The terminal in raw mode on its other screen. Dropping it gives the terminal back.
pub struct Terminal {
    painter: Painter<BufWriter<Stdout>>,
    measures: bool,
    /// What was typed around the answer to the question after widths, and not read yet.
    waiting: VecDeque<Input>,
}

/// Cells and rows of the terminal, if there is one.
pub fn size() -> Option<(u16, u16)> {
    terminal::size().ok().filter(|size| size.0 > 0)
}

impl Terminal {
    /// Takes the terminal. It is given back on drop, on panic and on signals that end the program.
    /// Without cells of ambiguous characters they are to be measured.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn enter(ambiguous: Option<Ambiguous>) -> io::Result<Self> {
        static HOOK: Once = Once::new();
        HOOK.call_once(|| {
            let hook = panic::take_hook();
            panic::set_hook(Box::new(move |info| {
                restore();
                hook(info);
            }));
        });
        signal::watch()?;
        take().inspect_err(|_| restore())?;
        let out = BufWriter::with_capacity(FRAME_BYTES, io::stdout());
        Ok(Self {
            painter: Painter::new(out, ambiguous.unwrap_or_default()),
            measures: ambiguous.is_none(),
            waiting: VecDeque::new(),
        })
    }

    /// Whether widths are to be measured.
    pub fn measures(&self) -> bool {
        self.measures
    }

    /// Asks how wide ambiguous characters are. The terminal answers while a frame is drawn.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn ask_widths(&mut self) -> io::Result<()> {
        self.painter.write(probe::ask)
    }

    /// Asks again, after events were read: those that came before the answer stay before it.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn ask_widths_again(&mut self) -> io::Result<()> {
        while event::poll(Duration::ZERO)? {
            self.waiting.extend(input(event::read()?));
        }
        self.ask_widths()
    }

    /// Waits for the answer, not long; None if there is none. What was typed meanwhile is read
    /// next.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn hear_widths(&mut self) -> io::Result<Option<Widths>> {
        let heard = probe::listen()?;
        let typed = key::from_bytes(&heard.typed);
        self.waiting.extend(typed.into_iter().map(Input::Key));
        Ok(heard.widths())
    }

    /// Asks no more.
    pub fn stop_measuring(&mut self) {
        self.measures = false;
    }

    /// Drops what is of no use from the inputs that came around an answer.
    pub fn skip(&mut self, useless: impl Fn(&Input) -> bool) {
        self.waiting.retain(|input| !useless(input));
    }

    /// Draws with ambiguous characters of so many cells from now on.
    pub fn set_ambiguous(&mut self, ambiguous: Ambiguous) {
        self.painter.set_ambiguous(ambiguous);
    }

    /// Draws a frame of so many cells and rows; only cells that changed are written.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn draw(
        &mut self,
        size: (u16, u16),
        render: impl FnOnce(&mut Buffer),
        caret: Option<(u16, u16)>,
    ) -> io::Result<()> {
        self.painter.draw(size, render, caret)
    }

    /// Takes the mouse, or leaves it to the terminal.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn set_mouse(&mut self, on: bool) -> io::Result<()> {
        let modes = mouse(on);
        self.painter.write(|out| out.write_all(modes.as_bytes()))
    }

    /// Hands a text to the clipboard of the terminal (OSC 52); nothing tells whether it took it.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn copy(&mut self, text: &str, through: Through) -> io::Result<()> {
        let written = clipboard_sequence(text, through);
        self.painter.write(|out| out.write_all(written.as_bytes()))
    }

    /// Forgets what is on the screen, so that the next frame writes all of it.
    pub fn forget(&mut self) {
        self.painter.forget();
    }

    /// Gives the terminal back, stops as Ctrl-Z does, and takes it again when the shell brings
    /// the program back to the foreground.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn suspend(&mut self) -> io::Result<()> {
        restore();
        signal::stop()?;
        take()?;
        self.painter.forget();
        Ok(())
    }

    /// Waits for what comes next; None for something the reader has no use for.
    ///
    /// # Errors
    /// Those of the terminal, as when it is gone.
    pub fn read(&mut self) -> io::Result<Option<Input>> {
        match self.waiting.pop_front() {
            Some(input) => Ok(Some(input)),
            None => Ok(input(event::read()?)),
        }
    }

    /// Waits for input, a while at most; whether there is some.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn waits(&self) -> io::Result<bool> {
        const A_WHILE: Duration = Duration::from_secs(1);
        self.has_input_within(A_WHILE)
    }

    fn has_input_within(&self, time: Duration) -> io::Result<bool> {
        let is_there = !self.waiting.is_empty();
        let time = if is_there { Duration::ZERO } else { time };
        // Asked either way: the first time makes changes of size be told.
        Ok(event::poll(time)? || is_there)
    }

    /// Whether more input is there already.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn has_input(&self) -> io::Result<bool> {
        self.has_input_within(Duration::ZERO)
    }

    /// What a signal has asked for since the last call.
    pub fn asked() -> Option<Asked> {
        signal::asked()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        restore();
    }
}
