//! How a paragraph is set, and a line as the result: the types that the files of the room share.

use crate::width::Ambiguous;

/// Cells of the narrowest line that is indented: below it no room would be left.
const NARROWEST: usize = 12;
/// Cells from which a Chinese paragraph is indented by two characters (clreq).
const FULL_INDENT: usize = 30;

/// How strict the Chinese rules are (clreq, 3.1.4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Level {
    /// Stops and closing marks begin no line, opening marks end none. Small kana and ー may begin
    /// one.
    Basic,
    /// GB/T 15834-2011: a solidus does not end a line either, outside of addresses.
    #[default]
    Gb,
    /// Dashes and ellipses do not begin a line either.
    Strict,
}

/// Whose rules hold on top of UAX #14.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// The Chinese table.
    #[default]
    Chinese,
    /// The same table, small kana and iteration marks by the level.
    Japanese,
    /// UAX #14 alone.
    Other,
}

impl Language {
    /// The rules for a BCP 47 tag: its first part decides.
    pub fn of_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "" | "zh" | "yue" | "lzh" | "wuu" | "nan" | "hak" => Self::Chinese,
            "ja" => Self::Japanese,
            _ => Self::Other,
        }
    }
}

/// What decides where lines may end, beside their cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Rules {
    /// How strict.
    pub level: Level,
    /// Whose.
    pub language: Language,
    /// Whether one stop mark may hang in the two cells right of a line (悬挂). The caller keeps them free.
    pub hang: bool,
    /// Whether the lines of a numbered paragraph are indented by the width of its numbering (凸排). Official
    /// documents begin them at the margin.
    pub hang_lists: bool,
    /// Whether a cell is left empty between Han and Latin (see [`gaps`](super::gaps)).
    pub gap: bool,
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Setting {
    /// Cells of a full line.
    pub cells: usize,
    /// Cells left empty at the start of the first line.
    pub first_indent: usize,
    /// Cells left empty at the start of the other lines.
    pub rest_indent: usize,
    /// Cells of ambiguous characters.
    pub ambiguous: Ambiguous,
    /// Where lines may end.
    pub rules: Rules,
}

impl Setting {
    /// No indents.
    pub fn plain(cells: usize, ambiguous: Ambiguous) -> Self {
        Self {
            cells,
            first_indent: 0,
            rest_indent: 0,
            ambiguous,
            rules: Rules::default(),
        }
    }

    /// The same with other rules.
    #[must_use]
    pub fn with(self, rules: Rules) -> Self {
        Self { rules, ..self }
    }

    /// The same with a first line indented as the language does (首行缩进): two characters in Chinese, one in
    /// narrow columns (clreq) and in Japanese (jlreq), two letters elsewhere, nothing where a line would have
    /// no room left.
    #[must_use]
    pub fn indent(self) -> Self {
        let first_indent = match (self.cells, self.rules.language) {
            (cells, _) if cells < NARROWEST => 0,
            (cells, _) if cells < FULL_INDENT => 2,
            (_, Language::Japanese | Language::Other) => 2,
            (_, Language::Chinese) => 4,
        };
        Self {
            first_indent,
            ..self
        }
    }

    /// Whether cells are left empty between Han and Latin.
    pub fn shows_gaps(&self) -> bool {
        self.rules.gap && self.rules.language != Language::Other
    }
}

/// A laid-out line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Byte offset of its first character.
    pub start: usize,
    /// Byte offset past its last one; white space at a break belongs to no line.
    pub end: usize,
    /// Cells left empty before it.
    pub indent: usize,
    /// Cells of its text, gaps between Han and Latin among them.
    pub cells: usize,
    /// A rule had to be broken here: a run that may not be split is longer than the line.
    pub forced: bool,
    /// Its last mark is right of the line's cells.
    pub hangs: bool,
}
