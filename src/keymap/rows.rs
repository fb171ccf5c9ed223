//! The keys of now: what each key does in each mode, with those that the config gives. Help, the action menu, the bottom
//! line and the READMEs' tables are made from it.

use std::collections::HashMap;

use crate::i18n::{Keys, Lang, Words};

use super::action::Action;
use super::binding::{Binding, ScreenKeys};
use super::common::{EVERYWHERE, LINE};
use super::key::Key::{self, Char, Ctrl};
use super::mode::{INPUT, Mode};

/// A command with the keys it has now.
#[derive(Clone, Debug)]
pub struct Bound {
    /// The command.
    pub binding: &'static Binding,
    /// Where it holds.
    pub modes: Vec<Mode>,
    /// Whether that is everywhere but in the input line.
    everywhere: bool,
    /// The keys, the one to be shown first.
    pub keys: Vec<Key>,
}

impl Bound {
    /// Whether it holds in a mode.
    pub fn holds(&self, mode: Mode) -> bool {
        self.modes.contains(&mode)
    }

    /// The names of its keys.
    pub fn key_names(&self, words: &Words) -> Vec<String> {
        self.keys.iter().map(|key| key.name(words)).collect()
    }

    /// What it does, with the screens it holds on unless it holds on all.
    pub fn words_with_screens(&self, lang: Lang) -> String {
        let does = self.binding.words(lang);
        if self.everywhere {
            return does.to_owned();
        }
        let screens: Vec<&str> = self.modes.iter().map(|mode| mode.name(lang)).collect();
        let words = lang.words();
        words.on_screens(screens.join(words.list_comma), does)
    }

    /// The same command in one of its modes only, by other keys.
    #[must_use]
    pub fn alone(&self, mode: Mode, keys: &[Key]) -> Self {
        Self {
            binding: self.binding,
            modes: vec![mode],
            everywhere: false,
            keys: keys.to_vec(),
        }
    }

    /// It no longer holds in a mode.
    pub fn leave(&mut self, mode: Mode) {
        self.modes.retain(|own| *own != mode);
        self.everywhere = false;
    }
}

/// The commands with the keys of now.
#[derive(Clone, Debug, Default)]
pub struct Keymap {
    /// The commands, each once for the same keys: those of the screens, of every screen, of the input line. The first
    /// one of a key that holds in a mode is the one that counts.
    pub rows: Vec<Bound>,
    /// All modes but the input line's.
    modes: Vec<Mode>,
    /// The places of commands among those of their screen, by mode and name.
    places: HashMap<(Mode, &'static str), usize>,
}

impl Keymap {
    /// The usual keys of some screens.
    pub fn of(screens: &[ScreenKeys]) -> Self {
        let modes = screens
            .iter()
            .flat_map(|screen| screen.modes.iter().copied());
        let mut keymap = Self {
            modes: modes.collect(),
            ..Self::default()
        };
        for screen in screens {
            for (place, binding) in screen.commands.iter().enumerate() {
                keymap.add(binding);
                let own = binding
                    .modes
                    .iter()
                    .map(|mode| ((*mode, binding.name), place));
                keymap.places.extend(own);
            }
        }
        for binding in EVERYWHERE.iter().chain(LINE) {
            keymap.add(binding);
        }
        keymap
    }

    /// Adds a command, to the row that it has already where another screen has it by the same keys.
    fn add(&mut self, binding: &'static Binding) {
        let same = |row: &&mut Bound| {
            (row.binding.name, row.binding.keys, row.binding.hinted)
                == (binding.name, binding.keys, binding.hinted)
        };
        let everywhere = binding.modes.is_empty();
        let modes = if everywhere {
            &self.modes
        } else {
            binding.modes
        };
        if let Some(row) = self.rows.iter_mut().find(same) {
            row.modes.extend(modes);
            row.everywhere = row.modes.len() == self.modes.len();
            return;
        }
        self.rows.push(Bound {
            binding,
            modes: modes.to_vec(),
            everywhere,
            keys: binding.keys.to_vec(),
        });
    }

    /// The mode with a name, the input line's too.
    pub fn mode(&self, name: &str) -> Option<Mode> {
        let mut all = self.modes.iter().chain([&INPUT]);
        all.find(|mode| mode.0 == name).copied()
    }

    /// All modes, the input line's too.
    pub fn modes(&self) -> impl Iterator<Item = Mode> + '_ {
        self.modes.iter().chain([&INPUT]).copied()
    }

    /// What a key does in a mode.
    pub fn action(&self, mode: Mode, key: Key) -> Option<Action> {
        if mode == INPUT {
            match key {
                Ctrl('c') => return Some(Action::Back),
                Ctrl('z') => return Some(Action::Suspend),
                Ctrl('l') => return Some(Action::Redraw),
                Char(c) => return Some(Action::Type(c)),
                _ => {}
            }
        }
        let key = key.narrowed();
        let mut own = self.of_mode(mode);
        let row = own.find(|row| row.keys.iter().any(|own| own.takes(key)))?;
        Some(match (&row.binding.action, key) {
            (Action::Level(_), Char(digit)) => Action::Level(digit.to_digit(10)? as u8),
            (action, _) => action.clone(),
        })
    }

    /// The rows that hold in a mode.
    pub fn of_mode(&self, mode: Mode) -> impl Iterator<Item = &Bound> {
        self.rows.iter().filter(move |row| row.holds(mode))
    }

    /// The place of a row among the commands of the screen that has a mode; none for what every screen does.
    pub fn place(&self, mode: Mode, row: &Bound) -> Option<usize> {
        self.places.get(&(mode, row.binding.name)).copied()
    }

    /// The keys worth a word in the bottom line in a mode, in the order of its screen: help and leaving last.
    pub fn hints(&self, mode: Mode, lang: Lang) -> Vec<(String, &'static str)> {
        let hint = |row: &Bound| {
            let word = row.binding.hint(lang);
            let key = row.keys.first().filter(|_| !word.is_empty())?;
            let place = self.place(mode, row);
            Some((place, (key.name(lang.words()), word)))
        };
        let mut hints: Vec<_> = self.of_mode(mode).filter_map(hint).collect();
        hints.sort_by_key(|(place, _)| *place);
        hints.into_iter().map(|(_, hint)| hint).collect()
    }

    /// All rows as lines of help, screen by screen.
    pub fn help(&self, lang: Lang) -> Vec<HelpLine> {
        let line = |row: &Bound| HelpLine {
            keys: row.key_names(lang.words()),
            words: row.words_with_screens(lang),
            name: if row.keys.contains(&Key::Digit) {
                ""
            } else {
                row.binding.command()
            },
        };
        self.rows.iter().map(line).collect()
    }
}

impl Keys for Keymap {
    fn keys(&self, command: &str, words: &Words) -> Vec<String> {
        let (screen, name) = match command.split_once('.') {
            Some((screen, name)) => (Some(screen), name),
            None => (None, command),
        };
        let mode = screen.and_then(|screen| self.mode(screen));
        let is_meant = |row: &&Bound| {
            let holds = mode.is_none_or(|mode| row.holds(mode));
            holds && row.binding.command() == name
        };
        let row = self.rows.iter().find(is_meant);
        row.map_or_else(Vec::new, |row| row.key_names(words))
    }
}

/// A line of help: the keys that do a thing, and what that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpLine {
    /// Names of the keys.
    pub keys: Vec<String>,
    /// What they do, with the screens it holds on unless it holds on all.
    pub words: String,
    /// The command's name in the config; empty for the digits, which stay where they are.
    pub name: &'static str,
}
