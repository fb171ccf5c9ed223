//! What Parallel can do, by which keys.

use crate::keymap::action::Action;
use crate::keymap::binding::{ScreenKeys, bind, hinted};
use crate::keymap::common::{
    EXPORT, QUIT, TICK, TO_COMPARE, TO_FIND, TO_HELP, TO_MARKS, TO_PICKS, TO_READ,
};
use crate::keymap::key::Key::{Char, Enter, F, Left, Right, Tab};
use crate::keymap::mode::Mode;

/// Years side by side.
pub const PARALLEL: Mode = Mode("parallel");

/// Its modes and its commands, those that are hinted at in the order of the bottom line.
pub const KEYS: ScreenKeys = ScreenKeys {
    modes: &[PARALLEL],
    commands: &[
        hinted(
            "next-change",
            &[PARALLEL],
            &[Char('n'), F(8)],
            Action::NextChange,
        ),
        hinted(
            "previous-change",
            &[PARALLEL],
            &[Char('N'), F(7)],
            Action::PreviousChange,
        ),
        hinted("fold", &[PARALLEL], &[Char('z'), Char('1')], Action::Fold),
        hinted(
            "terms",
            &[PARALLEL],
            &[Char('t'), F(9), Char('5')],
            Action::Terms,
        ),
        bind(
            "left.parallel",
            &[PARALLEL],
            &[Left, Char('h')],
            Action::Left,
        ),
        bind(
            "right.parallel",
            &[PARALLEL],
            &[Right, Char('l')],
            Action::Right,
        ),
        hinted("enter.parallel", &[PARALLEL], &[Enter], Action::Enter),
        hinted(
            "switch.parallel",
            &[PARALLEL],
            &[Tab, Char(']')],
            Action::Switch,
        ),
        bind(
            "previous",
            &[PARALLEL],
            &[Char('['), Char('0')],
            Action::Previous,
        ),
        bind("years-2", &[PARALLEL], &[Char('2')], Action::Years(2)),
        bind("years-3", &[PARALLEL], &[Char('3')], Action::Years(3)),
        bind("years-4", &[PARALLEL], &[Char('4')], Action::Years(4)),
        TICK.on(&[PARALLEL]),
        TO_FIND
            .with(&[Char('/'), Char('7')])
            .silent()
            .on(&[PARALLEL]),
        EXPORT.on(&[PARALLEL]),
        TO_COMPARE.on(&[PARALLEL]),
        TO_PICKS.on(&[PARALLEL]),
        TO_READ.on(&[PARALLEL]),
        TO_MARKS.with(&[Char('\'')]).silent().on(&[PARALLEL]),
        TO_HELP.on(&[PARALLEL]),
        QUIT.on(&[PARALLEL]),
    ],
};
