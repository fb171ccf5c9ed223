//! Keys as the config gives them.

use crate::i18n::Lang;

use super::key::Key;
use super::mode::{INPUT, Mode};
use super::rows::{Bound, Keymap};

/// Why keys of the config cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misbound {
    /// There is no such action; the name that is most alike.
    NoAction(String, Option<&'static str>),
    /// A screen has no such action.
    NotThere(String),
    /// There is no such key: the action, and what was written.
    NoKey(String, String),
    /// Letters are typed into the input line: the action, and the key.
    Typed(String, String),
    /// A key has two actions on a screen: the key, the screen, and the actions' names.
    Clash(Key, Mode, [&'static str; 2]),
}

impl Misbound {
    /// What is wrong, what was expected, and what to do.
    pub fn words(&self, lang: Lang) -> String {
        let words = lang.words();
        match self {
            Self::NoAction(name, None) => words.no_action(name),
            Self::NoAction(name, Some(near)) => words.no_action_near(name, near),
            Self::NotThere(name) => words.not_there(name),
            Self::NoKey(name, key) => words.no_key(key, name),
            Self::Typed(name, key) => words.key_typed(key, name),
            Self::Clash(key, mode, [one, other]) => {
                words.key_clash(key.name(words), one, other, mode.name(lang))
            }
        }
    }
}

impl Keymap {
    /// The same with other keys for some commands, by their names: `find` on every screen that has it,
    /// `compare.filter` on one.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn with(self, keys: &[(String, Vec<String>)]) -> Result<Self, Vec<Misbound>> {
        let mut keymap = self;
        let mut wrong = Vec::new();
        // What holds on one screen goes over what holds on all.
        let mut sorted: Vec<&(String, Vec<String>)> = keys.iter().collect();
        sorted.sort_by_key(|(name, _)| name.contains('.'));
        for (name, keys) in sorted {
            let mut parsed = Vec::new();
            for key in keys {
                match Key::parse(key) {
                    Some(key) => parsed.push(key),
                    None => wrong.push(Misbound::NoKey(name.clone(), key.clone())),
                }
            }
            if let Err(misbound) = keymap.bind(name, &parsed) {
                wrong.push(misbound);
            }
        }
        wrong.extend(keymap.clashes());
        if wrong.is_empty() {
            Ok(keymap)
        } else {
            Err(wrong)
        }
    }

    fn bind(&mut self, name: &str, keys: &[Key]) -> Result<(), Misbound> {
        let (screen, action) = match name.split_once('.') {
            Some((screen, action)) => (Some(screen), action),
            None => (None, name),
        };
        // The digits stay where they are: no other key says which level.
        let known = |row: &Bound| {
            row.binding.command() == action && !row.binding.keys.contains(&Key::Digit)
        };
        if !self.rows.iter().any(known) {
            return Err(Misbound::NoAction(name.to_owned(), self.nearest(action)));
        }
        let mode = match screen {
            None => None,
            Some(screen) => {
                let found = self.mode(screen);
                Some(found.ok_or_else(|| Misbound::NotThere(name.to_owned()))?)
            }
        };
        let is_meant = |row: &Bound| known(row) && mode.is_none_or(|mode| row.holds(mode));
        let Some(at) = self.rows.iter().position(is_meant) else {
            return Err(Misbound::NotThere(name.to_owned()));
        };
        let typed = |row: &Bound| {
            let letter = keys.iter().find(|key| matches!(key, Key::Char(_)));
            letter.filter(|_| row.holds(INPUT) && mode.is_none_or(|mode| mode == INPUT))
        };
        let mut own = self.rows.iter().filter(|row| is_meant(row));
        if let Some(key) = own.find_map(typed) {
            return Err(Misbound::Typed(name.to_owned(), key.name(Lang::En.words())));
        }
        match mode {
            None => {
                let own = self.rows.iter_mut().filter(|row| known(row));
                own.for_each(|row| row.keys = keys.to_vec());
            }
            Some(mode) => {
                if let Some(row) = self.rows.get_mut(at) {
                    let alone = row.alone(mode, keys);
                    row.leave(mode);
                    self.rows.insert(at, alone);
                }
                self.rows.retain(|row| !row.modes.is_empty());
            }
        }
        Ok(())
    }

    /// The action with the name that has most letters in common with another one, if it has many.
    fn nearest(&self, name: &str) -> Option<&'static str> {
        let names = self.rows.iter().map(|row| row.binding.command());
        let common = |other: &str| {
            let pairs = name.bytes().zip(other.bytes());
            let same = pairs.take_while(|(a, b)| a == b).count();
            let tail = name.bytes().rev().zip(other.bytes().rev());
            same.max(tail.take_while(|(a, b)| a == b).count())
        };
        let best = names.max_by_key(|other| common(other))?;
        (common(best) >= 3).then_some(best)
    }

    /// Keys with two actions on a screen.
    fn clashes(&self) -> Vec<Misbound> {
        let mut found: Vec<Misbound> = Vec::new();
        for mode in self.modes() {
            let mut taken: Vec<(Key, &str)> = Vec::new();
            for row in self.of_mode(mode) {
                let name = row.binding.command();
                for key in &row.keys {
                    let same = |other: Key| other.takes(*key) || key.takes(other);
                    let other = taken.iter().find(|(other, _)| same(*other));
                    if let Some((known, other)) = other.filter(|(_, other)| *other != name) {
                        let mut both = [*other, name];
                        both.sort_unstable();
                        let told =
                            |m: &Misbound| matches!(m, Misbound::Clash(_, _, b) if *b == both);
                        if !found.iter().any(told) {
                            // Of a key and all digits the key is what the config says.
                            let shown = if *key == Key::Digit { known } else { key };
                            found.push(Misbound::Clash(*shown, mode, both));
                        }
                    }
                    taken.push((*key, name));
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keymap::action::Action;
    use crate::screens::all::keymap;

    fn with(keys: &[(&str, &[&str])]) -> Result<Keymap, Vec<Misbound>> {
        let several = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
        let keys: Vec<_> = keys
            .iter()
            .map(|(name, keys)| ((*name).to_owned(), several(keys)))
            .collect();
        keymap().with(&keys)
    }

    fn wrong(keys: &[(&str, &[&str])]) -> String {
        let wrong = with(keys).err().unwrap_or_default();
        let words: Vec<String> = wrong.iter().map(|one| one.words(Lang::Zh)).collect();
        words.join("|")
    }

    #[test]
    fn keys_are_given_to_actions_everywhere_or_on_one_screen() {
        let keymap = with(&[
            ("find", &["F11"]),
            ("figures", &["i"]),
            ("compare.filter", &["g"]),
            ("compare.top", &["Home"]),
        ]);
        let keymap = keymap.unwrap();
        let does = |mode, key| keymap.action(mode, key);
        assert_eq!(does(Mode("read"), Key::F(11)), Some(Action::Find));
        assert_eq!(does(Mode("read"), Key::Char('/')), None);
        assert_eq!(does(Mode("compare"), Key::Char('g')), Some(Action::Filter));
        assert_eq!(does(Mode("compare"), Key::Char('f')), None);
        assert_eq!(does(Mode("find"), Key::Char('f')), Some(Action::Filter));
        assert_eq!(does(Mode("read"), Key::Char('g')), Some(Action::Top));
        assert!(keymap.help(Lang::Zh).iter().any(|line| line.keys == ["g"]));
    }

    #[test]
    fn what_is_wrong_is_told_with_what_to_do() {
        assert_eq!(
            wrong(&[("find", &["q"])]),
            "q 在阅读里有两个操作：find 和 quit；请给其中一个换键"
        );
        assert!(wrong(&[("find", &["5"])]).contains("5 在阅读里有两个操作：find 和 level"));
        assert_eq!(wrong(&[("fnid", &["F9"])]), "没有名为 fnid 的操作");
        assert!(wrong(&[("level", &["x"])]).starts_with("没有名为 level 的操作"));
        assert!(wrong(&[("next-hits", &["F11"])]).contains("是不是 next-hit？"));
        assert!(wrong(&[("find", &["F99"])]).contains("没有名为“F99”的键"));
        assert!(wrong(&[("read.filter", &["F11"])]).contains("这个画面没有"));
        assert!(wrong(&[("erase-word", &["w"])]).contains("请换成 Ctrl 或 F 键"));
    }

    #[test]
    fn the_usual_keys_do_not_clash() {
        assert!(keymap().clashes().is_empty());
    }
}
