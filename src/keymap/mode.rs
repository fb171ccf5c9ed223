//! The modes: which keys hold. A screen has one, or one for each of its panes; an input line has its own.

use crate::i18n::Lang;

/// The name of a screen, as the trail, the config and the language files have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ScreenId(pub &'static str);

/// A mode, by its name in the config. Which there are is for the screens to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Mode(pub &'static str);

/// An input line is open.
pub const INPUT: Mode = Mode("input");

impl Mode {
    /// Its name on the screen.
    pub fn name(self, lang: Lang) -> &'static str {
        lang.words().mode(self.0)
    }
}
