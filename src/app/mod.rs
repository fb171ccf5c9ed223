//! The reader's state and what changes it. Pure: no file, no terminal; what has to be done in the
//! world is returned as an [`Effect`] and answered with an [`Action`].

pub mod action;
pub mod choice;
pub mod columns;
pub mod faulty;
pub mod find;
mod found_figures;
pub mod help;
pub mod keymap;
pub mod layout;
mod leave;
pub mod ledger;
mod ledger_of;
pub mod marks;
pub mod memory;
pub mod menu;
pub mod mouse;
pub mod outline;
pub mod parallel;
pub mod passage;
pub mod picks;
pub mod place;
pub mod progress;
pub mod prompt;
pub mod reader;
mod reload;
pub mod taking;
pub mod terms;
mod work;

use std::path::PathBuf;

use crate::compare::{Alignments, Links};
use crate::export::pick::Pick;
use crate::i18n::Lang;
use crate::load::{Library, LinksFile, Problem};
use crate::model::Bulletin;
use crate::width::Ambiguous;
use crate::wrap::Rules;

use action::{Action, Effect};
use faulty::Faulty;
use find::FindView;
use found_figures::FoundFigures;
use help::Help;
use keymap::{Keymap, Mode};
use ledger::LedgerView;
use marks::MarksView;
use menu::MenuView;
use mouse::Mouse;
use outline::Outline;
use parallel::ParallelView;
use picks::Picks;
use place::{Place, Visited};
use progress::Reading;
use prompt::{Prompt, Typed, Wanted};
use reader::Reader;
use terms::TermsView;

/// A line of news at the foot of the screen, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub words: String,
    /// Whether it is bad news.
    pub bad: bool,
}

/// The state of the reader.
#[derive(Debug)]
pub struct App {
    /// The open bulletins.
    pub bulletins: Vec<Bulletin>,
    /// What users said of pairs.
    pub links: Links,
    /// The same by file; none where it cannot be kept.
    links_files: Vec<LinksFile>,
    /// What was wrong with files.
    pub problems: Vec<Problem>,
    /// The files that was wrong with.
    pub faulty: Vec<Faulty>,
    /// Language of the interface.
    pub lang: Lang,
    /// Cells of ambiguous characters.
    pub ambiguous: Ambiguous,
    /// Where lines may end.
    pub rules: Rules,
    /// Whether rules and fold marks of Unicode may be used: they take one cell.
    pub unicode_signs: bool,
    /// Cells and rows of the screen.
    pub size: (u16, u16),
    /// The library's tree.
    pub outline: Outline,
    /// The text.
    pub reader: Reader,
    /// The ledger.
    pub ledger: LedgerView,
    /// Years side by side.
    pub parallel: ParallelView,
    /// New and dropped phrases.
    pub terms: TermsView,
    /// What was looked for and found.
    pub find: FindView,
    /// Places with names.
    pub marks: MarksView,
    /// What is remembered, and what was read.
    reading: Reading,
    /// How far the figures of the library are found.
    figures: FoundFigures,
    /// Whether what is remembered is kept for the next time.
    pub remembers: bool,
    /// What the file of what is remembered is to be asked, after this action.
    asks_memory: Option<Effect>,
    /// The action menu.
    pub menu: MenuView,
    /// What was picked.
    pub picks: Picks,
    /// The input line, if it is open.
    pub prompt: Option<Prompt>,
    /// What was typed into it before.
    typed_before: Typed,
    /// Which sections stand side by side.
    alignments: Alignments,
    /// Places that were left.
    visited: Visited,
    /// The place that a bulletin was left at whose file could not be read again.
    lost: Option<Place>,
    /// The mouse.
    pub mouse: Mouse,
    /// Where the divider of Read was dragged to, in cells from the left.
    pub divider: Option<u16>,
    /// Which keys do what.
    pub keymap: Keymap,
    /// News.
    pub notice: Option<Notice>,
    /// Help.
    pub help: Help,
    /// The screens on the way here, the current one last.
    trail: Vec<Mode>,
    /// Whether the last action asked to leave and was told of picks that would be lost.
    asked_to_quit: bool,
    /// The picks as they were last exported or copied.
    exported: Vec<Pick>,
    /// How much of a file is written, in percent, while it is.
    pub saving: Option<usize>,
}

impl App {
    /// A reader of a library on a screen of so many cells and rows.
    pub fn new(
        library: Library,
        lang: Lang,
        ambiguous: Ambiguous,
        rules: Rules,
        size: (u16, u16),
    ) -> Self {
        let faulty = faulty::files(&library.problems, &library.bulletins);
        let outline = Outline::new(&library.bulletins, faulty.len());
        let mut app = Self {
            links: library.said(),
            bulletins: library.bulletins,
            links_files: library.links,
            problems: library.problems,
            faulty,
            lang,
            ambiguous,
            rules,
            unicode_signs: ambiguous == Ambiguous::Narrow,
            size,
            outline,
            reader: Reader::default(),
            ledger: LedgerView::default(),
            parallel: ParallelView::default(),
            terms: TermsView::default(),
            find: FindView::default(),
            marks: MarksView::default(),
            reading: Reading::default(),
            figures: FoundFigures::default(),
            remembers: false,
            asks_memory: None,
            menu: MenuView::default(),
            picks: Picks::default(),
            prompt: None,
            typed_before: Typed::default(),
            alignments: Alignments::default(),
            visited: Visited::default(),
            lost: None,
            mouse: Mouse::default(),
            divider: None,
            keymap: Keymap::default(),
            notice: None,
            help: Help::default(),
            trail: vec![Mode::Read],
            asked_to_quit: false,
            exported: Vec::new(),
            saving: None,
        };
        app.show_node();
        if let Some(name) = library.together {
            app.open_laid(&name);
        }
        app.settle();
        app
    }

    /// The screen that takes the keys.
    pub fn mode(&self) -> Mode {
        if self.prompt.is_some() {
            Mode::Prompt
        } else {
            self.screen()
        }
    }

    /// The screen that is drawn.
    pub fn screen(&self) -> Mode {
        match self.trail.last().copied().unwrap_or_default() {
            Mode::Read if self.reader.text_has_focus => Mode::Text,
            mode => mode,
        }
    }

    /// The frame of the screen.
    pub fn frame(&self) -> layout::Frame {
        layout::frame(self.size.0, self.size.1)
    }

    /// Does what an action asks for, as far as it concerns the state.
    pub fn update(&mut self, action: Action) -> Option<Effect> {
        let asked = std::mem::take(&mut self.asked_to_quit);
        if !action.is_tidings() && action != Action::Release {
            self.notice = None;
        }
        let before = self.before_jump(&action);
        let effect = match action {
            // While a file is written there is nothing but to wait, to stop it, or to leave.
            Action::Back if self.saving.is_some() => Some(Effect::StopSaving),
            Action::Leave => Some(Effect::Quit),
            Action::Suspend => Some(Effect::Suspend),
            Action::Complain(words) => {
                self.complain(words);
                None
            }
            _ if self.saving.is_some() && !action.is_tidings() => None,
            Action::Quit => self.quit(asked),
            Action::Redraw => Some(Effect::Redraw),
            Action::Reload => Some(Effect::Reload),
            Action::Resize(cells, rows) => {
                self.size = (cells, rows);
                None
            }
            Action::Measured(ambiguous, unicode_signs) => {
                (self.ambiguous, self.unicode_signs) = (ambiguous, unicode_signs);
                None
            }
            Action::Saving(percent) => {
                self.saving = Some(percent);
                None
            }
            Action::Saved(result) => {
                self.saved(result);
                None
            }
            Action::Copied(result) => {
                self.copied(result);
                None
            }
            Action::Copy if self.prompt.is_none() => self.copy(),
            Action::Linked(result) => {
                self.linked(result);
                None
            }
            Action::Click(x, y) => self.click(x, y),
            Action::Drag(x) => {
                self.drag(x);
                None
            }
            Action::Release => {
                self.release();
                None
            }
            Action::Wheel(x, y, down) => {
                self.wheel(x, y, down);
                None
            }
            Action::Mouse => Some(self.turn_mouse()),
            Action::Recall(memory) => {
                self.recall(*memory);
                self.visited = Visited::default();
                None
            }
            Action::Confirm => self.confirm(),
            Action::Part => self.part(),
            action if self.prompt.is_some() => self.prompt_action(&action),
            action => {
                self.screen_action(&action);
                None
            }
        };
        self.settle();
        self.note_jump(before);
        // No action asks for two things.
        effect.or_else(|| self.asks_memory.take())
    }

    fn screen_action(&mut self, action: &Action) {
        match action {
            Action::Help if self.screen() == Mode::Help => self.back(),
            Action::Help => {
                self.help.top = 0;
                self.go(Mode::Help);
            }
            Action::Read => self.go(Mode::Read),
            Action::Picks => self.go(Mode::Picks),
            Action::Compare => self.open_ledger(),
            Action::Parallel => self.open_parallel(),
            Action::Export => self.ask_for_file(),
            Action::Find => self.open_find(),
            Action::Menu => self.open_menu(),
            Action::PlaceBack => self.visit(true),
            Action::PlaceOn => self.visit(false),
            Action::Marks => self.open_marks(),
            Action::Figures => self.list_figures(),
            Action::NextHit => self.next_hit(1),
            Action::PreviousHit => self.next_hit(-1),
            action => match self.screen() {
                Mode::Read | Mode::Text => self.read_action(action),
                Mode::Compare => self.ledger_action(action),
                Mode::Evidence => self.evidence_action(action),
                Mode::Parallel => self.parallel_action(action),
                Mode::Terms => self.terms_action(action),
                Mode::Find => self.find_action(action),
                Mode::Picks => self.picks_action(action),
                Mode::Passage => self.passage_action(action),
                Mode::Marks => self.marks_action(action),
                Mode::Help | Mode::Prompt => self.help_action(action),
            },
        }
    }

    /// Goes to a screen; one that is on the trail already is gone back to.
    fn go(&mut self, mode: Mode) {
        match self.trail.iter().position(|m| *m == mode) {
            Some(at) => self.trail.truncate(at + 1),
            None => self.trail.push(mode),
        }
    }

    /// Goes to a screen from which Esc comes back to this one, also if it is on the trail already.
    fn go_on(&mut self, mode: Mode) {
        self.trail.push(mode);
    }

    fn back(&mut self) {
        if self.trail.len() > 1 {
            self.trail.pop();
        } else if self.reader.text_has_focus {
            self.reader.text_has_focus = false;
        } else {
            self.say(self.lang.words().quit_hint(&self.keymap));
        }
    }

    fn say(&mut self, words: String) {
        self.notice = Some(Notice { words, bad: false });
    }

    fn complain(&mut self, words: String) {
        self.notice = Some(Notice { words, bad: true });
    }

    fn prompt_action(&mut self, action: &Action) -> Option<Effect> {
        let prompt = self.prompt.as_mut()?;
        if let Some(path) = prompt.overwrite.take() {
            if matches!(action, Action::Type('y' | 'Y' | 'ｙ')) {
                return self.save(path, true);
            }
            self.say(self.lang.words().cancelled.to_owned());
            return None;
        }
        match action {
            action if prompt.wanted == Wanted::Action => self.menu_action(action),
            _ if prompt.wanted == Wanted::Find => {
                self.find_typed(action);
                None
            }
            Action::Back => {
                self.prompt = None;
                self.say(self.lang.words().cancelled.to_owned());
                None
            }
            Action::Enter if prompt.wanted == Wanted::Words => {
                let words = prompt.text.trim().to_owned();
                if words.chars().any(char::is_alphanumeric) {
                    self.typed_before.remember(Wanted::Words, &words);
                    self.prompt = None;
                    self.count_words(words);
                } else {
                    self.complain(self.lang.words().no_words.to_owned());
                }
                None
            }
            Action::Enter if prompt.wanted == Wanted::Mark => {
                self.name_mark();
                None
            }
            Action::Enter if prompt.text.trim().is_empty() => {
                self.complain(self.lang.words().no_file_name.to_owned());
                None
            }
            Action::Enter => {
                let path = PathBuf::from(prompt.text.trim());
                self.typed_before.remember(Wanted::File, prompt.text.trim());
                self.save(path, false)
            }
            action => {
                prompt.edit(action);
                None
            }
        }
    }

    /// Brings what depends on the size and on the cursors up to date.
    fn settle(&mut self) {
        self.settle_reader();
        self.settle_progress();
        if self.menu_is_open() {
            self.settle_menu();
        }
        match self.screen() {
            Mode::Compare | Mode::Evidence => self.settle_ledger(),
            Mode::Parallel => self.settle_parallel(),
            Mode::Terms => self.settle_terms(),
            Mode::Find => self.settle_find(),
            Mode::Picks => self.settle_picks(),
            Mode::Marks => self.settle_marks(),
            Mode::Help => self.settle_help(),
            _ => {}
        }
    }
}

/// Where an action that moves takes a cursor that stands at one of `len` places; None if it does
/// not move.
fn moved(action: &Action, at: usize, len: usize, page: usize) -> Option<usize> {
    let last = len.saturating_sub(1);
    let to = match action {
        Action::Up => at.saturating_sub(1),
        Action::Down => at + 1,
        Action::PageUp => at.saturating_sub(page),
        Action::PageDown => at + page,
        Action::Top => 0,
        Action::Bottom => last,
        _ => return None,
    };
    Some(to.min(last))
}

/// The first row to show so that the rows `from..to` of `len` are in view, moving as little as
/// possible.
fn scrolled(top: usize, from: usize, to: usize, rows: usize, len: usize) -> usize {
    let lowest = len.saturating_sub(rows);
    let top = if from < top || to - from > rows {
        from
    } else if to > top + rows {
        to - rows
    } else {
        top
    };
    top.min(lowest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_scrolls_no_more_than_it_has_to() {
        assert_eq!(scrolled(0, 4, 5, 5, 20), 0);
        assert_eq!(scrolled(0, 5, 6, 5, 20), 1);
        assert_eq!(scrolled(10, 9, 10, 5, 20), 9);
        assert_eq!(scrolled(18, 19, 20, 5, 20), 15);
        assert_eq!(scrolled(0, 3, 13, 5, 20), 3);
    }

    #[test]
    fn moving_stops_at_both_ends() {
        assert_eq!(moved(&Action::Up, 0, 3, 2), Some(0));
        assert_eq!(moved(&Action::PageDown, 1, 3, 2), Some(2));
        assert_eq!(moved(&Action::Bottom, 0, 0, 2), Some(0));
        assert_eq!(moved(&Action::Tick, 0, 3, 2), None);
    }
}
