//! What Phrases can do, by which keys.

use crate::keymap::action::Action;
use crate::keymap::binding::{ScreenKeys, hinted};
use crate::keymap::common::{QUIT, TO_HELP, TO_MARKS, TO_READ};
use crate::keymap::key::Key::{Char, Enter, F, Tab};
use crate::keymap::mode::Mode;

/// New phrases and dropped ones.
pub const PHRASES: Mode = Mode("phrases");

/// Its modes and its commands, those that are hinted at in the order of the bottom line.
pub const KEYS: ScreenKeys = ScreenKeys {
    modes: &[PHRASES],
    commands: &[
        hinted(
            "count",
            &[PHRASES],
            &[Char('/'), F(7), Char('1')],
            Action::Count,
        ),
        hinted("switch.phrases", &[PHRASES], &[Tab], Action::Switch),
        hinted("enter.phrases", &[PHRASES], &[Enter], Action::Enter),
        TO_READ.on(&[PHRASES]),
        TO_MARKS.with(&[Char('\'')]).silent().on(&[PHRASES]),
        TO_HELP.on(&[PHRASES]),
        QUIT.on(&[PHRASES]),
    ],
};
