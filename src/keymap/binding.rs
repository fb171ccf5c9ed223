//! A command with its keys. Which there are is for the screens to say, and `common` for what several have.

use crate::i18n::Lang;

use super::action::Action;
use super::key::Key;
use super::mode::Mode;

/// A command with its keys. What it does is said in `i18n` by its name: `command.quit`, and `hint.quit` for the bottom
/// line.
#[derive(Clone, Debug)]
pub struct Binding {
    /// Its name; after a point the screen, where the same action does another thing there.
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

    /// The same in some modes.
    #[must_use]
    pub const fn on(self, modes: &'static [Mode]) -> Self {
        Self { modes, ..self }
    }

    /// The same by other keys.
    #[must_use]
    pub const fn with(self, keys: &'static [Key]) -> Self {
        Self { keys, ..self }
    }

    /// The same without a word in the bottom line.
    #[must_use]
    pub const fn silent(self) -> Self {
        Self {
            hinted: false,
            ..self
        }
    }
}

/// A command by its name, in some modes, with its keys.
pub const fn bind(
    name: &'static str,
    modes: &'static [Mode],
    keys: &'static [Key],
    action: Action,
) -> Binding {
    hinted(name, modes, keys, action).silent()
}

/// The same with a word in the bottom line.
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

/// What a screen can do.
#[derive(Clone, Copy, Debug)]
pub struct ScreenKeys {
    /// Its modes: one, or one for each pane that takes keys.
    pub modes: &'static [Mode],
    /// Its commands; those with a word in the bottom line in the order that they have there.
    pub commands: &'static [Binding],
}
