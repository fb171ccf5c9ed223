//! Taking the terminal and giving it back, whoever asks for it: the end of the reader, a panic or a signal. It does
//! not know who that is.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::Print;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, execute, terminal};

/// Whether the mouse is ours while the terminal is.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Whether the terminal is ours and has to be given back.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Asks for presses, moves with a key held and the wheel, in cells (xterm's modes 1000, 1002, 1006).
/// Moves without a key are not asked for: over a slow line they would be many.
const TAKE_MOUSE: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const DROP_MOUSE: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// The modes of the mouse that the terminal is to take from now on, as bytes to be written.
pub fn mouse(on: bool) -> &'static str {
    MOUSE.store(on, Ordering::SeqCst);
    if on { TAKE_MOUSE } else { DROP_MOUSE }
}

/// Takes the terminal: raw mode, its other screen, and the mouse if it was ours before.
///
/// # Errors
/// Those of the terminal.
pub fn take() -> io::Result<()> {
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
pub fn restore() {
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
