//! What Marks can do, by which keys.

use crate::keymap::action::Action;
use crate::keymap::binding::{ScreenKeys, hinted};
use crate::keymap::common::{QUIT, RELOAD, TO_HELP, TO_READ};
use crate::keymap::key::Key::{Char, Delete, Enter};
use crate::keymap::mode::Mode;

/// The list of marks.
pub const MARKS: Mode = Mode("marks");

/// Its modes and its commands, those that are hinted at in the order of the bottom line.
pub const KEYS: ScreenKeys = ScreenKeys {
    modes: &[MARKS],
    commands: &[
        hinted("enter.marks", &[MARKS], &[Enter], Action::Enter),
        hinted("mark.marks", &[MARKS], &[Char('b')], Action::Mark),
        hinted(
            "remove.marks",
            &[MARKS],
            &[Delete, Char('x')],
            Action::Remove,
        ),
        TO_READ.on(&[MARKS]),
        RELOAD.on(&[MARKS]),
        TO_HELP.on(&[MARKS]),
        QUIT.on(&[MARKS]),
    ],
};
