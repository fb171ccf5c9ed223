//! What comes from the terminal: keys, pasted texts and the mouse, of crossterm's events.

use crossterm::event::{Event, MouseButton, MouseEvent, MouseEventKind};

use crate::keymap::key::Key;

use super::key;

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

/// What an event says; None for one that nothing is done for.
pub fn input(event: Event) -> Option<Input> {
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
