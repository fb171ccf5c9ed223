//! What Read can do, by which keys.

use crate::keymap::action::Action;
use crate::keymap::binding::{ScreenKeys, bind, hinted};
use crate::keymap::common::{
    COPY, EXPORT, NEXT_HIT, PREVIOUS_HIT, QUIT, RELOAD, TICK, TO_COMPARE, TO_FIND, TO_HELP,
    TO_MARKS, TO_PARALLEL, TO_PICKS,
};
use crate::keymap::key::Key::{Char, Digit, Enter, F, Left, Right, Tab};
use crate::keymap::mode::Mode;

/// The keys move the tree.
pub const READ: Mode = Mode("read");
/// The keys move the text.
pub const TEXT: Mode = Mode("text");
/// A cursor on the sentences of the text.
pub const PASSAGES: Mode = Mode("passages");

/// Its modes and its commands, those that are hinted at in the order of the bottom line.
pub const KEYS: ScreenKeys = ScreenKeys {
    modes: &[READ, TEXT, PASSAGES],
    commands: &[
        hinted("right.read", &[READ], &[Right, Char('l')], Action::Right),
        bind("left.read", &[READ], &[Left, Char('h')], Action::Left),
        bind("enter.read", &[READ], &[Enter], Action::Enter),
        hinted("right.text", &[TEXT], &[Right, Char('l')], Action::Right),
        bind(
            "left.text",
            &[TEXT],
            &[Left, Char('h'), Enter],
            Action::Left,
        ),
        hinted("switch.read", &[READ, TEXT], &[Tab], Action::Switch),
        hinted("year-back", &[READ, TEXT], &[Char('[')], Action::YearBack),
        hinted("year-on", &[READ, TEXT], &[Char(']')], Action::YearOn),
        NEXT_HIT.on(&[READ, TEXT]),
        PREVIOUS_HIT.on(&[READ, TEXT]),
        TICK.on(&[READ, TEXT, PASSAGES]),
        hinted(
            "passages",
            &[READ, TEXT],
            &[Char('s'), Char('0')],
            Action::Passages,
        ),
        hinted("switch.passages", &[PASSAGES], &[Tab], Action::Switch),
        bind(
            "left.passages",
            &[PASSAGES],
            &[Left, Char('h')],
            Action::Left,
        ),
        bind(
            "right.passages",
            &[PASSAGES],
            &[Right, Char('l')],
            Action::Right,
        ),
        hinted("enter.passages", &[PASSAGES], &[Enter], Action::Enter),
        TO_FIND.on(&[READ, TEXT]),
        bind(
            "next-figure",
            &[READ, TEXT],
            &[Char('#'), F(8)],
            Action::NextFigure,
        ),
        bind(
            "figures",
            &[READ, TEXT],
            &[F(9), Char('i')],
            Action::Figures,
        ),
        EXPORT.on(&[READ, TEXT, PASSAGES]),
        COPY.on(&[READ, TEXT]),
        COPY.with(&[Char('y'), Char('6')]).on(&[PASSAGES]),
        TO_COMPARE.on(&[READ, TEXT]),
        TO_PARALLEL.on(&[READ, TEXT]),
        TO_PICKS.on(&[READ, TEXT, PASSAGES]),
        bind("mark.read", &[READ, TEXT], &[Char('b')], Action::Mark),
        TO_MARKS.on(&[READ, TEXT]),
        bind(
            "next-unread",
            &[READ, TEXT],
            &[Char('u')],
            Action::NextUnread,
        ),
        bind("turn-read", &[READ, TEXT], &[Char('U')], Action::TurnRead),
        RELOAD.on(&[READ, TEXT]),
        bind("level", &[READ, TEXT], &[Digit], Action::Level(0)),
        TO_HELP.on(&[READ, TEXT, PASSAGES]),
        QUIT.on(&[READ, TEXT, PASSAGES]),
    ],
};
