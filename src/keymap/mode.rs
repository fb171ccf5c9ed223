//! The modes: which keys hold. A screen has one, or one for each of its panes; an input line has its own.

use crate::i18n::Lang;

/// The name of a screen, as the trail, the config and the language files have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ScreenId(pub &'static str);

/// The screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// 阅读, the keys moving the outline.
    #[default]
    Read,
    /// 阅读, the keys moving the text.
    Text,
    /// 摘句: a cursor on the sentences of the text.
    Passage,
    /// 对照.
    Compare,
    /// 依据: the sentences behind a row.
    Evidence,
    /// 并读.
    Parallel,
    /// 新提法 and 不再提.
    Terms,
    /// 检索.
    Find,
    /// 书签.
    Marks,
    /// 选集.
    Picks,
    /// 帮助.
    Help,
    /// An input line is open.
    Prompt,
}

impl Mode {
    /// All screens, and the input line.
    pub const ALL: [Self; 12] = [
        Self::Read,
        Self::Text,
        Self::Passage,
        Self::Compare,
        Self::Evidence,
        Self::Parallel,
        Self::Terms,
        Self::Find,
        Self::Marks,
        Self::Picks,
        Self::Help,
        Self::Prompt,
    ];

    /// The name it has in the config.
    pub fn code(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Text => "text",
            Self::Passage => "passages",
            Self::Compare => "compare",
            Self::Evidence => "evidence",
            Self::Parallel => "parallel",
            Self::Terms => "phrases",
            Self::Find => "find",
            Self::Marks => "marks",
            Self::Picks => "picks",
            Self::Help => "help",
            Self::Prompt => "input",
        }
    }

    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        let words = lang.words();
        match self {
            Self::Read => words.read,
            Self::Text => words.text,
            Self::Passage => words.passages,
            Self::Compare => words.compare,
            Self::Evidence => words.evidence,
            Self::Parallel => words.parallel,
            Self::Terms => words.terms,
            Self::Find => words.find,
            Self::Marks => words.marks,
            Self::Picks => words.picks,
            Self::Help => words.help,
            Self::Prompt => words.input_line,
        }
    }
}
