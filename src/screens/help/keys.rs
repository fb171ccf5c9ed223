//! What Help can do, by which keys.

use crate::keymap::action::Action;
use crate::keymap::binding::{ScreenKeys, hinted};
use crate::keymap::common::{RELOAD, TO_HELP};
use crate::keymap::key::Key::{Char, Enter};
use crate::keymap::mode::Mode;

/// Help.
pub const HELP: Mode = Mode("help");

/// Its modes and its commands, those that are hinted at in the order of the bottom line.
pub const KEYS: ScreenKeys = ScreenKeys {
    modes: &[HELP],
    commands: &[
        hinted("menu.help", &[HELP], &[Enter], Action::Menu),
        hinted("back.help", &[HELP], &[Char('q')], Action::Back),
        RELOAD.on(&[HELP]),
        TO_HELP.on(&[HELP]),
    ],
};
