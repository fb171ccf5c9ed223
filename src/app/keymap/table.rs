//! The table of keys and actions.

use crate::app::action::Action;
use crate::i18n::Lang;

use super::Key::{
    self, Backspace, Char, Ctrl, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp,
    Right, Tab, Up,
};
use super::Mode::{
    self, Compare, Evidence, Find, Help, Marks, Parallel, Passage, Picks, Prompt, Read, Terms, Text,
};

/// A row of the table: a command with its keys. What it does is said in `i18n` by its name: `command.quit`, and
/// `hint.quit` for the bottom line.
#[derive(Debug)]
pub struct Binding {
    /// Its name; behind a point the screen, where the same action does another thing there.
    pub name: &'static str,
    /// Where it holds; empty for every screen but the input line.
    pub modes: &'static [Mode],
    /// The keys, the one to be shown first.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// Whether the bottom line has a word for it.
    pub hinted: bool,
}

impl Binding {
    /// The name it has in the config.
    pub fn command(&self) -> &'static str {
        self.name.split('.').next().unwrap_or_default()
    }

    /// What help says of it.
    pub fn words(&self, lang: Lang) -> &'static str {
        lang.words().command(self.name)
    }

    /// Its word for the bottom line; empty to leave it out there.
    pub fn hint(&self, lang: Lang) -> &'static str {
        if self.hinted {
            lang.words().hint(self.name)
        } else {
            ""
        }
    }
}

const fn bind(
    name: &'static str,
    modes: &'static [Mode],
    keys: &'static [Key],
    action: Action,
) -> Binding {
    Binding {
        name,
        modes,
        keys,
        action,
        hinted: false,
    }
}

/// The same with a word in the bottom line.
const fn hinted(
    name: &'static str,
    modes: &'static [Mode],
    keys: &'static [Key],
    action: Action,
) -> Binding {
    Binding {
        name,
        modes,
        keys,
        action,
        hinted: true,
    }
}

/// The keymap. The first binding of a key that holds on a screen is the one that counts.
pub static KEYMAP: &[Binding] = &[
    hinted("enter.input", &[Prompt], &[Enter], Action::Enter),
    hinted("back.input", &[Prompt], &[Esc], Action::Back),
    bind("erase", &[Prompt], &[Backspace], Action::Erase),
    bind("delete", &[Prompt], &[Delete], Action::Delete),
    bind("left.input", &[Prompt], &[Left], Action::Left),
    bind("right.input", &[Prompt], &[Right], Action::Right),
    hinted("up.input", &[Prompt], &[Up], Action::Up),
    bind("down.input", &[Prompt], &[Down], Action::Down),
    bind("switch.input", &[Prompt], &[Tab], Action::Switch),
    bind("page-up.input", &[Prompt], &[PageUp], Action::PageUp),
    bind("page-down.input", &[Prompt], &[PageDown], Action::PageDown),
    bind("erase-word", &[Prompt], &[Ctrl('w')], Action::EraseWord),
    bind("erase-line", &[Prompt], &[Ctrl('u')], Action::EraseLine),
    bind("top.input", &[Prompt], &[Home, Ctrl('a')], Action::Top),
    bind("bottom.input", &[Prompt], &[End, Ctrl('e')], Action::Bottom),
    bind("up", &[], &[Up, Char('k')], Action::Up),
    bind("down", &[], &[Down, Char('j')], Action::Down),
    bind("page-up", &[], &[PageUp, Ctrl('b')], Action::PageUp),
    bind("page-down", &[], &[PageDown, Ctrl('f')], Action::PageDown),
    bind("top", &[], &[Home, Char('g')], Action::Top),
    bind("bottom", &[], &[End, Char('G')], Action::Bottom),
    hinted("right.read", &[Read], &[Right, Char('l')], Action::Right),
    bind("left.read", &[Read], &[Left, Char('h')], Action::Left),
    bind("enter.read", &[Read], &[Enter], Action::Enter),
    hinted("right.text", &[Text], &[Right, Char('l')], Action::Right),
    bind(
        "left.text",
        &[Text],
        &[Left, Char('h'), Enter],
        Action::Left,
    ),
    hinted("switch.read", &[Read, Text], &[Tab], Action::Switch),
    hinted("year-back", &[Read, Text], &[Char('[')], Action::YearBack),
    hinted("year-on", &[Read, Text], &[Char(']')], Action::YearOn),
    hinted("enter.compare", &[Compare], &[Enter], Action::Enter),
    hinted(
        "left.compare",
        &[Compare],
        &[Left, Char('h'), Char('[')],
        Action::Left,
    ),
    hinted(
        "right.compare",
        &[Compare],
        &[Right, Char('l'), Char(']')],
        Action::Right,
    ),
    hinted("switch.compare", &[Compare], &[Tab], Action::Switch),
    hinted(
        "filter.compare",
        &[Compare],
        &[Char('f'), Char('4')],
        Action::Filter,
    ),
    hinted("sort.compare", &[Compare], &[F(9), Char('s')], Action::Sort),
    bind(
        "numeric",
        &[Compare],
        &[Char('1'), Char('n')],
        Action::Numeric,
    ),
    bind(
        "changed",
        &[Compare],
        &[Char('2'), Char('d')],
        Action::Changed,
    ),
    bind("group", &[Compare], &[Char('3'), Char('t')], Action::Group),
    bind(
        "confirm",
        &[Compare, Evidence],
        &[F(7), Char('y')],
        Action::Confirm,
    ),
    bind(
        "part",
        &[Compare, Evidence],
        &[F(8), Char('x')],
        Action::Part,
    ),
    hinted(
        "next-change",
        &[Parallel],
        &[Char('n'), F(8)],
        Action::NextChange,
    ),
    hinted(
        "previous-change",
        &[Parallel],
        &[Char('N'), F(7)],
        Action::PreviousChange,
    ),
    hinted("fold", &[Parallel], &[Char('z'), Char('1')], Action::Fold),
    hinted(
        "terms",
        &[Parallel],
        &[Char('t'), F(9), Char('5')],
        Action::Terms,
    ),
    hinted(
        "count",
        &[Terms],
        &[Char('/'), F(7), Char('1')],
        Action::Count,
    ),
    hinted("switch.phrases", &[Terms], &[Tab], Action::Switch),
    hinted("enter.phrases", &[Terms], &[Enter], Action::Enter),
    hinted("enter.find", &[Find], &[Enter], Action::Enter),
    hinted("scope", &[Find], &[Tab, Char('1')], Action::Scope),
    hinted("filter-year", &[Find], &[Char('2')], Action::FilterYear),
    hinted("filter-series", &[Find], &[Char('3')], Action::FilterSeries),
    hinted("filter-kind", &[Find], &[Char('4')], Action::FilterKind),
    hinted(
        "filter.find",
        &[Find],
        &[Char('5'), Char('f')],
        Action::Filter,
    ),
    hinted("no-filter", &[Find], &[Char('0')], Action::NoFilter),
    bind(
        "next-hit",
        &[Read, Text, Find],
        &[Char('n')],
        Action::NextHit,
    ),
    bind(
        "previous-hit",
        &[Read, Text, Find],
        &[Char('N')],
        Action::PreviousHit,
    ),
    bind(
        "left.parallel",
        &[Parallel],
        &[Left, Char('h')],
        Action::Left,
    ),
    bind(
        "right.parallel",
        &[Parallel],
        &[Right, Char('l')],
        Action::Right,
    ),
    hinted("enter.parallel", &[Parallel], &[Enter], Action::Enter),
    hinted(
        "switch.parallel",
        &[Parallel],
        &[Tab, Char(']')],
        Action::Switch,
    ),
    bind(
        "previous",
        &[Parallel],
        &[Char('['), Char('0')],
        Action::Previous,
    ),
    bind("years-2", &[Parallel], &[Char('2')], Action::Years(2)),
    bind("years-3", &[Parallel], &[Char('3')], Action::Years(3)),
    bind("years-4", &[Parallel], &[Char('4')], Action::Years(4)),
    hinted("menu.help", &[Help], &[Enter], Action::Menu),
    bind("enter.evidence", &[Evidence], &[Enter], Action::Enter),
    hinted(
        "left.evidence",
        &[Evidence],
        &[Left, Char('h')],
        Action::Left,
    ),
    hinted(
        "right.evidence",
        &[Evidence],
        &[Right, Char('l')],
        Action::Right,
    ),
    hinted("enter.marks", &[Marks], &[Enter], Action::Enter),
    hinted("mark.marks", &[Marks], &[Char('b')], Action::Mark),
    hinted(
        "remove.marks",
        &[Marks],
        &[Delete, Char('x')],
        Action::Remove,
    ),
    hinted("format", &[Picks], &[Tab, Char('1')], Action::Format),
    hinted(
        "numbering",
        &[Picks],
        &[Char('2'), Char('n')],
        Action::Numbering,
    ),
    hinted("left.picks", &[Picks], &[Left, Char('K')], Action::Left),
    bind("right.picks", &[Picks], &[Right, Char('J')], Action::Right),
    bind(
        "sort.picks",
        &[Picks],
        &[Char('3'), Char('s')],
        Action::Sort,
    ),
    bind("clear", &[Picks], &[Char('0')], Action::Clear),
    bind("enter.picks", &[Picks], &[Enter], Action::Enter),
    hinted(
        "tick",
        &[Read, Text, Passage, Compare, Evidence, Parallel, Find],
        &[Char(' ')],
        Action::Tick,
    ),
    bind(
        "tick-all",
        &[Compare],
        &[Char('a'), Char('8')],
        Action::TickAll,
    ),
    hinted(
        "passages",
        &[Read, Text],
        &[Char('s'), Char('0')],
        Action::Passages,
    ),
    hinted("switch.passages", &[Passage], &[Tab], Action::Switch),
    bind(
        "left.passages",
        &[Passage],
        &[Left, Char('h')],
        Action::Left,
    ),
    bind(
        "right.passages",
        &[Passage],
        &[Right, Char('l')],
        Action::Right,
    ),
    hinted("enter.passages", &[Passage], &[Enter], Action::Enter),
    hinted(
        "find",
        &[Read, Text, Picks, Find],
        &[Char('/'), F(7)],
        Action::Find,
    ),
    bind(
        "find",
        &[Compare, Evidence, Parallel],
        &[Char('/'), Char('7')],
        Action::Find,
    ),
    bind(
        "next-figure",
        &[Read, Text],
        &[Char('#'), F(8)],
        Action::NextFigure,
    ),
    bind(
        "figures",
        &[Read, Text],
        &[F(9), Char('i')],
        Action::Figures,
    ),
    hinted(
        "export",
        &[
            Read, Text, Passage, Compare, Evidence, Parallel, Picks, Find,
        ],
        &[F(2), Char('e')],
        Action::Export,
    ),
    hinted("copy", &[Read, Text], &[Char('y')], Action::Copy),
    hinted(
        "copy",
        &[Passage, Find, Picks],
        &[Char('y'), Char('6')],
        Action::Copy,
    ),
    hinted(
        "remove.picks",
        &[Picks],
        &[Delete, Char('x'), Char(' ')],
        Action::Remove,
    ),
    bind(
        "copy",
        &[Compare, Evidence],
        &[Char('Y'), Char('6')],
        Action::Copy,
    ),
    hinted(
        "compare",
        &[Read, Text, Parallel, Find, Picks],
        &[F(3), Char('c')],
        Action::Compare,
    ),
    hinted(
        "parallel",
        &[Read, Text, Compare, Evidence],
        &[F(5), Char('v')],
        Action::Parallel,
    ),
    hinted(
        "picks",
        &[Read, Text, Passage, Compare, Evidence, Parallel, Find],
        &[F(4), Char('p')],
        Action::Picks,
    ),
    hinted(
        "read",
        &[Compare, Evidence, Parallel, Terms, Find, Marks, Picks],
        &[F(6), Char('r')],
        Action::Read,
    ),
    hinted("back.help", &[Help], &[Char('q')], Action::Back),
    bind("mark.read", &[Read, Text], &[Char('b')], Action::Mark),
    hinted("marks", &[Read, Text], &[F(6), Char('\'')], Action::Marks),
    bind(
        "marks",
        &[Compare, Evidence, Parallel, Terms, Find, Picks],
        &[Char('\'')],
        Action::Marks,
    ),
    bind(
        "next-unread",
        &[Read, Text],
        &[Char('u')],
        Action::NextUnread,
    ),
    bind("turn-read", &[Read, Text], &[Char('U')], Action::TurnRead),
    bind(
        "place-back",
        &[],
        &[Char('<'), Ctrl('o')],
        Action::PlaceBack,
    ),
    bind("place-on", &[], &[Char('>'), Ctrl('p')], Action::PlaceOn),
    bind("mouse", &[], &[Char('m')], Action::Mouse),
    bind("menu", &[], &[Char(':'), F(12)], Action::Menu),
    hinted("help", &[], &[F(1), Char('?')], Action::Help),
    bind("back", &[], &[Esc, Backspace], Action::Back),
    hinted(
        "quit",
        &[
            Read, Text, Passage, Compare, Evidence, Parallel, Terms, Find, Marks, Picks,
        ],
        &[Char('q'), F(10)],
        Action::Quit,
    ),
    bind("leave", &[], &[Ctrl('c')], Action::Leave),
    bind("suspend", &[], &[Ctrl('z')], Action::Suspend),
    bind(
        "reload",
        &[Read, Text, Find, Marks, Picks, Help],
        &[Ctrl('r'), Char('R')],
        Action::Reload,
    ),
    bind("redraw", &[], &[Ctrl('l')], Action::Redraw),
];
