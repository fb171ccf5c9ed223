//! The terminal: raw mode, the other screen, restoring both whatever happens, and keys. The only
//! user of crossterm.

mod key;
pub mod painter;
mod probe;
mod signal;

use std::collections::VecDeque;
use std::io::{self, BufWriter, Stdout, Write};
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{
    self, DisableBracketedPaste, EnableBracketedPaste, Event, MouseButton, MouseEvent,
    MouseEventKind,
};
use crossterm::style::Print;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, execute, terminal};
use ratatui::buffer::Buffer;

pub use probe::Widths;
pub use signal::Asked;

use crate::keymap::key::Key;
use crate::width::Ambiguous;
use painter::Painter;

/// Bytes that are gathered before they are written: more than a full screen takes.
const FRAME_BYTES: usize = 64 << 10;

/// Whether the mouse is ours while the terminal is.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Whether the terminal is ours and has to be given back.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Something that came from the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// A pasted text.
    Paste(String),
    /// The mouse.
    Mouse(Mouse),
    /// The size may have changed, or a signal asks to be looked at.
    Woken,
}

/// What the mouse did, at a column and a row from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// The left key was pressed.
    Down(u16, u16),
    /// It was moved with the key held.
    Drag(u16),
    /// The key was let go.
    Up,
    /// The wheel was turned; whether down.
    Wheel(u16, u16, bool),
}

/// Asks for presses, moves with a key held and the wheel, in cells (xterm's modes 1000, 1002, 1006).
/// Moves without a key are not asked for: over a slow line they would be many.
const TAKE_MOUSE: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const DROP_MOUSE: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";

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

/// Notes signals that end or stop the program for [`Terminal::asked`] instead of being ended by them, for
/// what has to be cleaned up.
///
/// # Errors
/// Those of the system.
pub fn watch_signals() -> io::Result<()> {
    signal::watch()
}

/// Stops the program as Ctrl-Z does, until the shell brings it back.
///
/// # Errors
/// Those of the system.
pub fn stop() -> io::Result<()> {
    signal::stop()
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
        MOUSE.store(on, Ordering::SeqCst);
        let modes = if on { TAKE_MOUSE } else { DROP_MOUSE };
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

/// What stands between the program and the terminal whose clipboard is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Through {
    /// Nothing.
    Nothing,
    /// tmux, which takes the text itself with `set-clipboard on`, and lets it through to the terminal around
    /// it with `allow-passthrough on`: every escape doubled, in `ESC P tmux ; … ESC \`.
    Tmux,
    /// GNU screen, which lets through what stands in `ESC P … ESC \`, if that is short.
    Screen,
}

/// Bytes that GNU screen lets through at a time: fewer than the 256 that its older versions take.
const SCREEN_TAKES: usize = 240;

/// What hands a text to the clipboard of a terminal: `ESC ] 52 ; c ; BASE64 ESC \`.
fn clipboard_sequence(text: &str, through: Through) -> String {
    let mut plain = String::new();
    // A string takes all that is written to it.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut plain);
    match through {
        Through::Nothing => plain,
        Through::Tmux => {
            let doubled = plain.replace('\x1b', "\x1b\x1b");
            format!("{plain}\x1bPtmux;{doubled}\x1b\\")
        }
        Through::Screen => {
            // The sequence's own end would end what is let through; a bell ends it as well.
            let body = plain.strip_suffix("\x1b\\").unwrap_or(&plain);
            let bytes: Vec<char> = body.chars().chain(['\x07']).collect();
            let pieces = bytes.chunks(SCREEN_TAKES);
            let pieces = pieces.map(|piece| format!("\x1bP{}\x1b\\", String::from_iter(piece)));
            pieces.collect()
        }
    }
}

fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(event) => key::translate(event).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Resize(..) => Some(Input::Woken),
        Event::Mouse(event) => mouse(event).map(Input::Mouse),
        Event::FocusGained | Event::FocusLost => None,
    }
}

fn mouse(event: MouseEvent) -> Option<Mouse> {
    let (x, y) = (event.column, event.row);
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Mouse::Down(x, y)),
        MouseEventKind::Drag(MouseButton::Left) => Some(Mouse::Drag(x)),
        MouseEventKind::Up(MouseButton::Left) => Some(Mouse::Up),
        MouseEventKind::ScrollDown => Some(Mouse::Wheel(x, y, true)),
        MouseEventKind::ScrollUp => Some(Mouse::Wheel(x, y, false)),
        _ => None,
    }
}

fn take() -> io::Result<()> {
    terminal::enable_raw_mode()?;
    ENTERED.store(true, Ordering::SeqCst);
    let mouse = if MOUSE.load(Ordering::SeqCst) {
        TAKE_MOUSE
    } else {
        ""
    };
    execute!(
        io::stdout(),
        EnterAlternateScreen,
        EnableBracketedPaste,
        Print(mouse),
        cursor::Hide
    )
}

/// Gives the terminal back, once. Where it cannot even be written to there is nothing left to do.
fn restore() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    // The modes of the line first: they can be set even if the terminal takes no more output.
    let _ = terminal::disable_raw_mode();
    let mut out = io::stdout();
    let _ = execute!(
        out,
        Print(DROP_MOUSE),
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = out.flush();
}

#[cfg(test)]
mod tests {
    use super::{Through, clipboard_sequence};

    #[test]
    fn a_text_is_handed_on_past_what_stands_between() {
        let plain = "\x1b]52;c;5a2X";
        assert_eq!(
            clipboard_sequence("字", Through::Nothing),
            format!("{plain}\x1b\\")
        );
        assert_eq!(
            clipboard_sequence("字", Through::Tmux),
            format!("{plain}\x1b\\\x1bPtmux;\x1b{plain}\x1b\x1b\\\x1b\\")
        );
        assert_eq!(
            clipboard_sequence("字", Through::Screen),
            format!("\x1bP{plain}\x07\x1b\\")
        );
        let long = clipboard_sequence(&"字".repeat(500), Through::Screen);
        let pieces: Vec<&str> = long.split_inclusive("\x1b\\").collect();
        assert_eq!(pieces.len(), 9);
        assert!(
            pieces
                .iter()
                .all(|piece| piece.len() < 256 && piece.starts_with("\x1bP"))
        );
    }
}
