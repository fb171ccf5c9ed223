//! What Compare can do, by which keys.

use crate::keymap::action::Action;
use crate::keymap::binding::{ScreenKeys, bind, hinted};
use crate::keymap::common::{
    COPY, EXPORT, QUIT, TICK, TO_FIND, TO_HELP, TO_MARKS, TO_PARALLEL, TO_PICKS, TO_READ,
};
use crate::keymap::key::Key::{Char, Enter, F, Left, Right, Tab};
use crate::keymap::mode::Mode;

/// The list of a ledger.
pub const COMPARE: Mode = Mode("compare");
/// The sentences behind a row.
pub const EVIDENCE: Mode = Mode("evidence");

/// Its modes and its commands, those that are hinted at in the order of the bottom line.
pub const KEYS: ScreenKeys = ScreenKeys {
    modes: &[COMPARE, EVIDENCE],
    commands: &[
        hinted("enter.compare", &[COMPARE], &[Enter], Action::Enter),
        hinted("left.compare", &[COMPARE], &[Left, Char('h')], Action::Left),
        hinted(
            "right.compare",
            &[COMPARE],
            &[Right, Char('l')],
            Action::Right,
        ),
        hinted("fold.compare", &[COMPARE], &[Char('z')], Action::Fold),
        hinted("switch.compare", &[COMPARE], &[Tab], Action::Switch),
        hinted(
            "filter.compare",
            &[COMPARE],
            &[Char('f'), Char('5')],
            Action::Filter,
        ),
        hinted("sort.compare", &[COMPARE], &[F(9), Char('s')], Action::Sort),
        bind("main", &[COMPARE], &[Char('1')], Action::RowGroup(1)),
        bind(
            "figured",
            &[COMPARE],
            &[Char('2'), Char('n')],
            Action::RowGroup(2),
        ),
        bind("tasks", &[COMPARE], &[Char('3')], Action::RowGroup(3)),
        bind("all-groups", &[COMPARE], &[Char('4')], Action::RowGroup(4)),
        bind(
            "year-back.compare",
            &[COMPARE],
            &[Char('[')],
            Action::YearBack,
        ),
        bind("year-on.compare", &[COMPARE], &[Char(']')], Action::YearOn),
        bind(
            "changed",
            &[COMPARE],
            &[Char('9'), Char('d')],
            Action::Changed,
        ),
        bind("group", &[COMPARE], &[Char('0'), Char('t')], Action::Group),
        bind(
            "confirm",
            &[COMPARE, EVIDENCE],
            &[F(7), Char('y')],
            Action::Confirm,
        ),
        bind(
            "part",
            &[COMPARE, EVIDENCE],
            &[F(8), Char('x')],
            Action::Part,
        ),
        bind("enter.evidence", &[EVIDENCE], &[Enter], Action::Enter),
        hinted(
            "left.evidence",
            &[EVIDENCE],
            &[Left, Char('h')],
            Action::Left,
        ),
        hinted(
            "right.evidence",
            &[EVIDENCE],
            &[Right, Char('l')],
            Action::Right,
        ),
        TICK.on(&[COMPARE, EVIDENCE]),
        bind(
            "tick-all",
            &[COMPARE],
            &[Char('a'), Char('8')],
            Action::TickAll,
        ),
        TO_FIND
            .with(&[Char('/'), Char('7')])
            .silent()
            .on(&[COMPARE, EVIDENCE]),
        EXPORT.on(&[COMPARE, EVIDENCE]),
        COPY.with(&[Char('Y'), Char('6')])
            .silent()
            .on(&[COMPARE, EVIDENCE]),
        TO_PARALLEL.on(&[COMPARE, EVIDENCE]),
        TO_PICKS.on(&[COMPARE, EVIDENCE]),
        TO_READ.on(&[COMPARE, EVIDENCE]),
        TO_MARKS
            .with(&[Char('\'')])
            .silent()
            .on(&[COMPARE, EVIDENCE]),
        TO_HELP.on(&[COMPARE, EVIDENCE]),
        QUIT.on(&[COMPARE, EVIDENCE]),
    ],
};
