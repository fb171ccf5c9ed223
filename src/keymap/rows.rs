//! The keys of now: keys to actions, with those that the config gives. Help, the action menu, the bottom line and the README's list are made
//! from it, with the keys that the config gives.

use crate::i18n::{Keys, Lang, Words};

use super::action::Action;
use super::binding::Binding;
use super::key::Key::{self, Char, Ctrl};
use super::mode::Mode::{self, Prompt, Read, Text};
use super::table::KEYMAP;

/// What the digits do on the screens that have an outline: they stand apart from the table because nine rows say no
/// more than one.
const LEVEL: &str = "level";

/// What something does, with the screens it holds on.
fn on_screens(does: &str, screens: &[&str], lang: Lang) -> String {
    let words = lang.words();
    words.on_screens(screens.join(words.list_comma), does)
}

/// A row of the table with the keys it has now.
#[derive(Clone, Debug)]
pub struct Bound {
    /// The row.
    pub binding: &'static Binding,
    /// Where it holds.
    pub modes: Vec<Mode>,
    /// The keys, the one to be shown first.
    pub keys: Vec<Key>,
}

impl Bound {
    /// Whether it holds on a screen.
    pub fn holds(&self, mode: Mode) -> bool {
        self.modes.contains(&mode)
    }

    /// The names of its keys.
    pub fn key_names(&self, words: &Words) -> Vec<String> {
        self.keys.iter().map(|key| key.name(words)).collect()
    }

    /// What it does, with the screens it holds on unless it holds on all.
    pub fn words_with_screens(&self, lang: Lang) -> String {
        let screens: Vec<&str> = self.modes.iter().map(|mode| mode.name(lang)).collect();
        // All but the input line.
        let everywhere = self.modes.len() + 1 == Mode::ALL.len();
        let words = self.binding.words(lang);
        if everywhere {
            words.to_owned()
        } else {
            on_screens(words, &screens, lang)
        }
    }
}

/// The table with the keys of now.
#[derive(Clone, Debug)]
pub struct Keymap {
    /// Its rows. The first one of a key that holds on a screen is the one that counts.
    pub rows: Vec<Bound>,
}

impl Default for Keymap {
    fn default() -> Self {
        let row = |binding: &'static Binding| Bound {
            binding,
            modes: match binding.modes {
                [] => Mode::ALL
                    .into_iter()
                    .filter(|mode| *mode != Prompt)
                    .collect(),
                modes => modes.to_vec(),
            },
            keys: binding.keys.to_vec(),
        };
        Self {
            rows: KEYMAP.iter().map(row).collect(),
        }
    }
}

impl Keys for Keymap {
    fn keys(&self, command: &str, words: &Words) -> Vec<String> {
        let (screen, name) = match command.split_once('.') {
            Some((screen, name)) => (Some(screen), name),
            None => (None, command),
        };
        let mode = Mode::ALL
            .into_iter()
            .find(|mode| Some(mode.code()) == screen);
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
    /// The action's name in the config; empty if it has none.
    pub name: &'static str,
}

impl Keymap {
    /// What a key does on a screen.
    pub fn action(&self, mode: Mode, key: Key) -> Option<Action> {
        if mode == Prompt {
            match key {
                Ctrl('c') => return Some(Action::Back),
                Ctrl('z') => return Some(Action::Suspend),
                Ctrl('l') => return Some(Action::Redraw),
                _ => {}
            }
            if let Char(c) = key {
                return Some(Action::Type(c));
            }
        }
        let key = key.narrowed();
        if let (Read | Text, Char(digit @ '1'..='9')) = (mode, key) {
            return Some(Action::Level(digit.to_digit(10)? as u8));
        }
        let found = self.of(mode).find(|row| row.keys.contains(&key))?;
        Some(found.binding.action.clone())
    }

    /// The rows that hold on a screen.
    pub fn of(&self, mode: Mode) -> impl Iterator<Item = &Bound> {
        self.rows.iter().filter(move |row| row.holds(mode))
    }

    /// The keys worth a word in the bottom line of a screen, help and leaving last.
    pub fn hints(&self, mode: Mode, lang: Lang) -> Vec<(String, &'static str)> {
        let hint = |row: &Bound| {
            let word = row.binding.hint(lang);
            let key = row.keys.first().filter(|_| !word.is_empty())?;
            Some((key.name(lang.words()), word))
        };
        self.of(mode).filter_map(hint).collect()
    }

    /// All rows as lines of help.
    pub fn help(&self, lang: Lang) -> Vec<HelpLine> {
        let line = |row: &Bound| HelpLine {
            keys: row.key_names(lang.words()),
            words: row.words_with_screens(lang),
            name: row.binding.command(),
        };
        let of_prompt = |row: &&Bound| row.binding.modes == [Prompt];
        let rows = || self.rows.iter();
        let mut lines: Vec<HelpLine> = rows().filter(|r| !of_prompt(r)).map(line).collect();
        let screens = [Read.name(lang), Text.name(lang)];
        lines.push(HelpLine {
            keys: vec!["1–9".into()],
            name: "",
            words: on_screens(lang.words().command(LEVEL), &screens, lang),
        });
        lines.extend(rows().filter(of_prompt).map(line));
        lines
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::i18n::table;

    #[test]
    fn full_width_keys_act_as_their_ascii_keys() {
        let action = |key| Keymap::default().action(Read, Char(key));
        assert_eq!(action('ｊ'), Some(Action::Down));
        assert_eq!(action('ｋ'), Some(Action::Up));
        assert_eq!(action('／'), Some(Action::Find));
        assert_eq!(action('、'), Some(Action::Find));
        assert_eq!(action('？'), Some(Action::Help));
        assert_eq!(action('：'), Some(Action::Menu));
        assert_eq!(action('【'), Some(Action::YearBack));
    }

    #[test]
    fn every_command_has_its_words() {
        let names = |rows: &mut dyn Iterator<Item = &'static Binding>| {
            rows.map(|row| row.name).collect::<BTreeSet<&str>>()
        };
        let mut commands = names(&mut KEYMAP.iter());
        commands.insert(LEVEL);
        assert!(commands.into_iter().eq(table::codes("command")));
        let hints = names(&mut KEYMAP.iter().filter(|row| row.hinted));
        assert!(hints.into_iter().eq(table::codes("hint")));
    }

    #[test]
    fn messages_name_commands_that_are_there() {
        let keymap = Keymap::default();
        for command in table::commands() {
            let screen = command.split_once('.').map(|(screen, _)| screen);
            let is_known = |screen| Mode::ALL.iter().any(|mode| mode.code() == screen);
            assert!(screen.is_none_or(is_known), "{command}");
            for lang in Lang::ALL {
                assert!(!keymap.keys(command, lang.words()).is_empty(), "{command}");
            }
        }
    }

    #[test]
    fn no_key_has_two_meanings_on_one_screen() {
        for mode in Mode::ALL {
            let keymap = Keymap::default();
            let keys: Vec<Key> = keymap.of(mode).flat_map(|row| row.keys.clone()).collect();
            for (at, key) in keys.iter().enumerate() {
                let again = keys.iter().skip(at + 1).any(|other| other == key);
                assert!(!again, "{key:?} on {mode:?}");
            }
        }
    }

    #[test]
    fn letters_are_typed_into_an_input_line() {
        let action = |key| Keymap::default().action(Prompt, key);
        assert_eq!(action(Char('q')), Some(Action::Type('q')));
        assert_eq!(action(Char('简')), Some(Action::Type('简')));
        assert_eq!(action(Key::Esc), Some(Action::Back));
    }
}
