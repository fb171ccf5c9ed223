//! Commands that several screens have, and those of every screen and of the input line. What one screen does alone stands
//! in its own `keys`.

use super::action::Action;
use super::binding::{Binding, bind, hinted};
use super::key::Key::{
    Backspace, Char, Ctrl, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right,
    Tab, Up,
};
use super::mode::INPUT;

/// To the next hit.
pub const NEXT_HIT: Binding = bind("next-hit", &[], &[Char('n')], Action::NextHit);
/// To the hit before.
pub const PREVIOUS_HIT: Binding = bind("previous-hit", &[], &[Char('N')], Action::PreviousHit);
/// Picks what the screen stands on.
pub const TICK: Binding = hinted("tick", &[], &[Char(' ')], Action::Tick);
/// To Find.
pub const TO_FIND: Binding = hinted("find", &[], &[Char('/'), F(7)], Action::Find);
/// Exports the picks.
pub const EXPORT: Binding = hinted("export", &[], &[F(2), Char('e')], Action::Export);
/// Copies the picks, or what the screen stands on.
pub const COPY: Binding = hinted("copy", &[], &[Char('y')], Action::Copy);
/// To Compare.
pub const TO_COMPARE: Binding = hinted("compare", &[], &[F(3), Char('c')], Action::Compare);
/// To Parallel.
pub const TO_PARALLEL: Binding = hinted("parallel", &[], &[F(5), Char('v')], Action::Parallel);
/// To Picks.
pub const TO_PICKS: Binding = hinted("picks", &[], &[F(4), Char('p')], Action::Picks);
/// To Read.
pub const TO_READ: Binding = hinted("read", &[], &[F(6), Char('r')], Action::Read);
/// To the marks.
pub const TO_MARKS: Binding = hinted("marks", &[], &[F(6), Char('\'')], Action::Marks);
/// To help.
pub const TO_HELP: Binding = hinted("help", &[], &[F(1), Char('?')], Action::Help);
/// Leaves.
pub const QUIT: Binding = hinted("quit", &[], &[Char('q'), F(10)], Action::Quit);
/// Reads the files anew.
pub const RELOAD: Binding = bind("reload", &[], &[Ctrl('r'), Char('R')], Action::Reload);

/// What every screen does.
pub static EVERYWHERE: &[Binding] = &[
    bind("up", &[], &[Up, Char('k')], Action::Up),
    bind("down", &[], &[Down, Char('j')], Action::Down),
    bind("page-up", &[], &[PageUp, Ctrl('b')], Action::PageUp),
    bind("page-down", &[], &[PageDown, Ctrl('f')], Action::PageDown),
    bind("top", &[], &[Home, Char('g')], Action::Top),
    bind("bottom", &[], &[End, Char('G')], Action::Bottom),
    bind(
        "place-back",
        &[],
        &[Char('<'), Ctrl('o')],
        Action::PlaceBack,
    ),
    bind("place-on", &[], &[Char('>'), Ctrl('p')], Action::PlaceOn),
    bind("mouse", &[], &[Char('m')], Action::Mouse),
    bind("menu", &[], &[Char(':'), F(12)], Action::Menu),
    bind("back", &[], &[Esc, Backspace], Action::Back),
    bind("leave", &[], &[Ctrl('c')], Action::Leave),
    bind("suspend", &[], &[Ctrl('z')], Action::Suspend),
    bind("redraw", &[], &[Ctrl('l')], Action::Redraw),
];

/// What the input line does.
pub static LINE: &[Binding] = &[
    hinted("enter.input", &[INPUT], &[Enter], Action::Enter),
    hinted("back.input", &[INPUT], &[Esc], Action::Back),
    bind("erase", &[INPUT], &[Backspace], Action::Erase),
    bind("delete", &[INPUT], &[Delete], Action::Delete),
    bind("left.input", &[INPUT], &[Left], Action::Left),
    bind("right.input", &[INPUT], &[Right], Action::Right),
    hinted("up.input", &[INPUT], &[Up], Action::Up),
    bind("down.input", &[INPUT], &[Down], Action::Down),
    bind("switch.input", &[INPUT], &[Tab], Action::Switch),
    bind("page-up.input", &[INPUT], &[PageUp], Action::PageUp),
    bind("page-down.input", &[INPUT], &[PageDown], Action::PageDown),
    bind("erase-word", &[INPUT], &[Ctrl('w')], Action::EraseWord),
    bind("erase-line", &[INPUT], &[Ctrl('u')], Action::EraseLine),
    bind("top.input", &[INPUT], &[Home, Ctrl('a')], Action::Top),
    bind("bottom.input", &[INPUT], &[End, Ctrl('e')], Action::Bottom),
];
