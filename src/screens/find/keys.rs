//! What Find can do, by which keys.

use crate::keymap::action::Action;
use crate::keymap::binding::{ScreenKeys, hinted};
use crate::keymap::common::{
    COPY, EXPORT, NEXT_HIT, PREVIOUS_HIT, QUIT, RELOAD, TICK, TO_COMPARE, TO_FIND, TO_HELP,
    TO_MARKS, TO_PICKS, TO_READ,
};
use crate::keymap::key::Key::{Char, Enter, Tab};
use crate::keymap::mode::Mode;

/// The list of hits.
pub const FIND: Mode = Mode("find");

/// Its modes and its commands, those that are hinted at in the order of the bottom line.
pub const KEYS: ScreenKeys = ScreenKeys {
    modes: &[FIND],
    commands: &[
        hinted("enter.find", &[FIND], &[Enter], Action::Enter),
        hinted("scope", &[FIND], &[Tab, Char('1')], Action::Scope),
        hinted("filter-year", &[FIND], &[Char('2')], Action::FilterYear),
        hinted("filter-series", &[FIND], &[Char('3')], Action::FilterSeries),
        hinted("filter-kind", &[FIND], &[Char('4')], Action::FilterKind),
        hinted(
            "filter.find",
            &[FIND],
            &[Char('5'), Char('f')],
            Action::Filter,
        ),
        hinted("no-filter", &[FIND], &[Char('0')], Action::NoFilter),
        NEXT_HIT.on(&[FIND]),
        PREVIOUS_HIT.on(&[FIND]),
        TICK.on(&[FIND]),
        TO_FIND.on(&[FIND]),
        EXPORT.on(&[FIND]),
        COPY.with(&[Char('y'), Char('6')]).on(&[FIND]),
        TO_COMPARE.on(&[FIND]),
        TO_PICKS.on(&[FIND]),
        TO_READ.on(&[FIND]),
        TO_MARKS.with(&[Char('\'')]).silent().on(&[FIND]),
        RELOAD.on(&[FIND]),
        TO_HELP.on(&[FIND]),
        QUIT.on(&[FIND]),
    ],
};
