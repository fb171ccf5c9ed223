//! The list of screens. The first is where the reader begins.

use crate::keymap::binding::ScreenKeys;
use crate::keymap::rows::Keymap;
use crate::store::store::Store;

use super::compare::CompareScreen;
use super::find::FindScreen;
use super::help::HelpScreen;
use super::marks::MarksScreen;
use super::menu::MenuScreen;
use super::parallel::ParallelScreen;
use super::phrases::PhrasesScreen;
use super::picks::PicksScreen;
use super::read::ReadScreen;
use super::screen::Screen;
use super::{compare, find, help, marks, parallel, phrases, picks, read};

/// A screen: its keys, none for one that has those of its input line only, and what makes it.
struct Row(Option<ScreenKeys>, fn(&Store) -> Box<dyn Screen>);

/// The screens, in the order in which help tells of them.
const SCREENS: [Row; 9] = [
    Row(Some(read::KEYS), |store| Box::new(ReadScreen::new(store))),
    Row(Some(compare::KEYS), |_| Box::new(CompareScreen::default())),
    Row(
        Some(parallel::KEYS),
        |_| Box::new(ParallelScreen::default()),
    ),
    Row(Some(phrases::KEYS), |_| Box::new(PhrasesScreen::default())),
    Row(Some(find::KEYS), |_| Box::new(FindScreen::default())),
    Row(Some(marks::KEYS), |_| Box::new(MarksScreen::default())),
    Row(Some(picks::KEYS), |_| Box::new(PicksScreen::default())),
    Row(None, |_| Box::new(MenuScreen::default())),
    Row(Some(help::KEYS), |_| Box::new(HelpScreen::default())),
];

/// All screens.
pub fn all(store: &Store) -> Vec<Box<dyn Screen>> {
    SCREENS.iter().map(|Row(_, make)| make(store)).collect()
}

/// Their usual keys.
pub fn keymap() -> Keymap {
    let keys = SCREENS.iter().filter_map(|Row(keys, _)| *keys);
    Keymap::of(&keys.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Keys, Lang, table};
    use crate::keymap::action::Action;
    use crate::keymap::key::Key::{self, Char, Esc};
    use crate::keymap::mode::INPUT;

    #[test]
    fn full_width_keys_act_as_their_ascii_keys() {
        let action = |key| keymap().action(read::READ, Char(key));
        assert_eq!(action('ｊ'), Some(Action::Down));
        assert_eq!(action('ｋ'), Some(Action::Up));
        assert_eq!(action('／'), Some(Action::Find));
        assert_eq!(action('、'), Some(Action::Find));
        assert_eq!(action('？'), Some(Action::Help));
        assert_eq!(action('：'), Some(Action::Menu));
        assert_eq!(action('【'), Some(Action::YearBack));
        assert_eq!(action('３'), Some(Action::Level(3)));
    }

    #[test]
    fn every_command_and_every_mode_has_its_words() {
        let keymap = keymap();
        let rows = keymap.rows.iter();
        let wrong = |group, codes: Vec<&'static str>| {
            assert_eq!(table::wrong_codes(group, codes), Vec::<String>::new());
        };
        wrong(
            "command",
            rows.clone().map(|row| row.binding.name).collect(),
        );
        let hinted = rows.filter(|row| row.binding.hinted);
        wrong("hint", hinted.map(|row| row.binding.name).collect());
        wrong("mode", keymap.modes().map(|mode| mode.0).collect());
    }

    #[test]
    fn messages_name_commands_that_are_there() {
        let keymap = keymap();
        for command in table::commands() {
            let screen = command.split_once('.').map(|(screen, _)| screen);
            assert!(
                screen.is_none_or(|screen| keymap.mode(screen).is_some()),
                "{command}"
            );
            for lang in Lang::ALL {
                assert!(!keymap.keys(command, lang.words()).is_empty(), "{command}");
            }
        }
    }

    #[test]
    fn no_key_has_two_meanings_on_one_screen() {
        let keymap = keymap();
        for mode in keymap.modes() {
            let rows = keymap.of_mode(mode);
            let keys: Vec<Key> = rows.flat_map(|row| row.keys.clone()).collect();
            for (at, key) in keys.iter().enumerate() {
                let again = keys.iter().skip(at + 1).any(|other| other.takes(*key));
                assert!(!again, "{key:?} in {mode:?}");
            }
        }
    }

    /// An F-key that leads to another screen leads there from everywhere.
    #[test]
    fn what_leads_to_another_screen_has_one_key() {
        let keymap = keymap();
        let leads = |action: &Action| {
            matches!(
                action,
                Action::Read
                    | Action::Compare
                    | Action::Parallel
                    | Action::Picks
                    | Action::Help
                    | Action::Menu
                    | Action::Export
            )
        };
        let to_screens = keymap.rows.iter().filter(|row| leads(&row.binding.action));
        let mut known: Vec<(Action, Key)> = Vec::new();
        for row in to_screens {
            for key in row.keys.iter().filter(|key| matches!(key, Key::F(_))) {
                let other = known.iter().find(|(_, known)| known == key);
                assert!(
                    other.is_none_or(|(action, _)| *action == row.binding.action),
                    "{key:?}"
                );
                known.push((row.binding.action.clone(), *key));
            }
        }
    }

    #[test]
    fn letters_are_typed_into_an_input_line() {
        let action = |key| keymap().action(INPUT, key);
        assert_eq!(action(Char('q')), Some(Action::Type('q')));
        assert_eq!(action(Char('简')), Some(Action::Type('简')));
        assert_eq!(action(Esc), Some(Action::Back));
    }
}
