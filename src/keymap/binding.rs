//! A row of the table of keys: a command, by its name, with its keys. Knows no word of it.

use crate::i18n::Lang;

use super::action::Action;
use super::key::Key;
use super::mode::Mode;

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

/// A row without a word in the bottom line.
pub const fn bind(
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

/// A row with a word in the bottom line.
pub const fn hinted(
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
