//! What Picks can do, by which keys.

use crate::keymap::action::Action;
use crate::keymap::binding::{ScreenKeys, bind, hinted};
use crate::keymap::common::{
    COPY, EXPORT, QUIT, RELOAD, TO_COMPARE, TO_FIND, TO_HELP, TO_MARKS, TO_READ,
};
use crate::keymap::key::Key::{Char, Delete, Enter, Left, Right, Tab};
use crate::keymap::mode::Mode;

/// The list of picks.
pub const PICKS: Mode = Mode("picks");

/// Its modes and its commands, those that are hinted at in the order of the bottom line.
pub const KEYS: ScreenKeys = ScreenKeys {
    modes: &[PICKS],
    commands: &[
        hinted("format", &[PICKS], &[Tab, Char('1')], Action::Format),
        hinted(
            "numbering",
            &[PICKS],
            &[Char('2'), Char('n')],
            Action::Numbering,
        ),
        hinted("left.picks", &[PICKS], &[Left, Char('K')], Action::Left),
        bind("right.picks", &[PICKS], &[Right, Char('J')], Action::Right),
        bind(
            "sort.picks",
            &[PICKS],
            &[Char('3'), Char('s')],
            Action::Sort,
        ),
        bind("clear", &[PICKS], &[Char('0')], Action::Clear),
        bind("enter.picks", &[PICKS], &[Enter], Action::Enter),
        TO_FIND.on(&[PICKS]),
        EXPORT.on(&[PICKS]),
        COPY.with(&[Char('y'), Char('6')]).on(&[PICKS]),
        hinted(
            "remove.picks",
            &[PICKS],
            &[Delete, Char('x'), Char(' ')],
            Action::Remove,
        ),
        TO_COMPARE.on(&[PICKS]),
        TO_READ.on(&[PICKS]),
        TO_MARKS.with(&[Char('\'')]).silent().on(&[PICKS]),
        RELOAD.on(&[PICKS]),
        TO_HELP.on(&[PICKS]),
        QUIT.on(&[PICKS]),
    ],
};
