//! Punctuation marks of Chinese text (GB/T 15834-2011), and the forms of ASCII that stand for them.
//!
//! Knows single characters only: `sentence` decides what a mark ends in a text.

/// What a stop ends, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// 、 separates words.
    Pause,
    /// ， ends a clause.
    Comma,
    /// ： ends a clause that leads to another one.
    Colon,
    /// ； ends a sentence that goes on as one of a row.
    Semicolon,
    /// 。！？ end a sentence.
    Full,
    /// The end of a line: of a paragraph, in a bulletin.
    Line,
}

/// Marks that open and close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pair {
    /// （ ）
    Round,
    /// 〔 〕 【 】 [ ]
    Square,
    /// 《 》 〈 〉: the title of a work.
    Title,
    /// “ ” ‘ ’ 「 」 『 』
    Quote,
}

/// A punctuation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Ends something.
    Stop(End),
    /// Opens a pair.
    Open(Pair),
    /// Closes a pair.
    Close(Pair),
    /// Any other one.
    Other,
}

impl Mark {
    /// The mark that a character is; None for letters, digits and white space.
    pub fn of(c: char) -> Option<Self> {
        let mark = match c {
            '\n' => Self::Stop(End::Line),
            '。' | '！' | '？' | '!' | '?' => Self::Stop(End::Full),
            '；' | ';' => Self::Stop(End::Semicolon),
            '：' | ':' => Self::Stop(End::Colon),
            '，' | ',' => Self::Stop(End::Comma),
            '、' => Self::Stop(End::Pause),
            '（' | '(' => Self::Open(Pair::Round),
            '）' | ')' => Self::Close(Pair::Round),
            '〔' | '【' | '[' => Self::Open(Pair::Square),
            '〕' | '】' | ']' => Self::Close(Pair::Square),
            '《' | '〈' => Self::Open(Pair::Title),
            '》' | '〉' => Self::Close(Pair::Title),
            '“' | '‘' | '「' | '『' => Self::Open(Pair::Quote),
            // 〞 closes what “ opened, in texts of some word processors.
            '”' | '’' | '」' | '』' | '〞' => Self::Close(Pair::Quote),
            c if c.is_alphanumeric() || c.is_whitespace() => return None,
            _ => Self::Other,
        };
        Some(mark)
    }

    /// Whether a character is a stop that ends something of this strength at least.
    pub fn ends(c: char, least: End) -> bool {
        matches!(Self::of(c), Some(Self::Stop(end)) if end >= least)
    }
}
