//! Keys and their names.

use crate::i18n::{Lang, Words};

/// A key as the terminal sent it; [`Key::narrowed`] takes full-width forms for their ASCII keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // keys are named after their caps
pub enum Key {
    Char(char),
    Ctrl(char),
    /// Any of the digits from 1 on; of a command, not of a keyboard.
    Digit,
    F(u8),
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
}

impl Key {
    /// Letters and signs in the full-width forms that input methods send act as their ASCII keys.
    #[must_use]
    pub fn narrowed(self) -> Self {
        let Self::Char(c) = self else { return self };
        let narrow = match c {
            '\u{3000}' => ' ',
            '【' | '「' => '[',
            '】' | '」' => ']',
            '、' => '/',
            '‘' | '’' => '\'',
            '《' | '〈' => '<',
            '》' | '〉' => '>',
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            c => c,
        };
        Self::Char(narrow)
    }

    /// Whether it is another key, or takes it in.
    pub fn takes(self, key: Self) -> bool {
        self == key || matches!((self, key), (Self::Digit, Self::Char('1'..='9')))
    }

    /// Its name in help and in the bottom line.
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::Char(' ') => words.key_cap("space").into(),
            Self::Char(c) => c.to_string(),
            Self::Digit => "1–9".into(),
            Self::Ctrl(c) => format!("Ctrl-{}", c.to_ascii_uppercase()),
            Self::F(n) => format!("F{n}"),
            Self::Up => "↑".into(),
            Self::Down => "↓".into(),
            Self::Left => "←".into(),
            Self::Right => "→".into(),
            Self::PageUp => "PgUp".into(),
            Self::PageDown => "PgDn".into(),
            Self::Home => "Home".into(),
            Self::End => "End".into(),
            Self::Enter => "Enter".into(),
            Self::Esc => "Esc".into(),
            Self::Tab => "Tab".into(),
            Self::Backspace => "Backspace".into(),
            Self::Delete => "Del".into(),
        }
    }
}

/// Names of keys that are no characters, in the config and in help.
const NAMES: [(&str, Key); 13] = [
    ("Up", Key::Up),
    ("Down", Key::Down),
    ("Left", Key::Left),
    ("Right", Key::Right),
    ("PgUp", Key::PageUp),
    ("PgDn", Key::PageDown),
    ("Home", Key::Home),
    ("End", Key::End),
    ("Enter", Key::Enter),
    ("Esc", Key::Esc),
    ("Tab", Key::Tab),
    ("Backspace", Key::Backspace),
    ("Del", Key::Delete),
];

/// Keys that have a word on them in every language, by its code.
const CAPS: [(&str, Key); 3] = [
    ("space", Key::Char(' ')),
    ("enter", Key::Enter),
    ("backspace", Key::Backspace),
];

impl Key {
    /// The key with a name: `F7`, `Ctrl-W`, `PgDn`, `Space`, or a character itself.
    pub fn parse(name: &str) -> Option<Self> {
        let mut chars = name.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return (!c.is_control()).then(|| Self::Char(c).narrowed());
        }
        let same = |known: &&(&str, Self)| known.0.eq_ignore_ascii_case(name);
        if let Some((_, key)) = NAMES.iter().find(same) {
            return Some(*key);
        }
        let cap = |(cap, _): &&(&str, Self)| {
            let words = Lang::ALL.map(|lang| lang.words().key_cap(cap));
            words.iter().any(|word| word.eq_ignore_ascii_case(name))
        };
        if let Some((_, key)) = CAPS.iter().find(cap) {
            return Some(*key);
        }
        let lower = name.to_ascii_lowercase();
        if let Some(number) = lower.strip_prefix('f').and_then(|n| n.parse().ok()) {
            return (1..=12).contains(&number).then_some(Self::F(number));
        }
        let mut control = lower.strip_prefix("ctrl-")?.chars();
        let letter = control.next().filter(char::is_ascii_lowercase)?;
        control.next().is_none().then_some(Self::Ctrl(letter))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_known_by_its_name() {
        for name in ["F7", "Ctrl-W", "PgDn", "Space", "Enter", "/", "Del", "x"] {
            let key = Key::parse(name);
            let back = key.map(|key| key.name(Lang::En.words()));
            assert_eq!(back.as_deref(), Some(name));
        }
        assert_eq!(Key::parse("／"), Some(Key::Char('/')));
        assert_eq!(Key::parse("空格"), Some(Key::Char(' ')));
        for wrong in ["", "F0", "F13", "Ctrl-", "Ctrl-WW", "Alt-x", "ab"] {
            assert_eq!(Key::parse(wrong), None, "{wrong}");
        }
    }
}
