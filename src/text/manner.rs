//! Manners of numbering: paragraphs of one manner are siblings. Knows nothing of how they are read.

/// A manner of numbering. Paragraphs of one manner are siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Manner {
    /// 第一编, 第一部分, Part I.
    Part,
    /// 第一章, Chapter 1.
    Chapter,
    /// 第一节.
    Article,
    /// 第一条.
    Clause,
    /// 壹、
    Formal,
    /// 一、
    Han,
    /// （一）
    HanInBrackets,
    /// 1. 1、
    Digit,
    /// 1.1 and deeper, by its depth.
    Decimal(u8),
    /// （1）
    DigitInBrackets,
    /// 1）
    DigitWithBracket,
    /// ①
    Circled,
    /// 一是
    Is,
    /// 一要
    Must,
    /// 第一，
    Di,
    /// ——
    Dash,
    /// I.
    Roman,
    /// ア
    Kana,
    /// （ア）
    KanaInBrackets,
}

impl Manner {
    /// The manner that a line of the list names.
    pub(super) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "part" => Self::Part,
            "chapter" => Self::Chapter,
            "article" => Self::Article,
            "clause" => Self::Clause,
            "han" => Self::Han,
            "han-in-brackets" => Self::HanInBrackets,
            "digit" => Self::Digit,
            "digit-in-brackets" => Self::DigitInBrackets,
            "digit-with-bracket" => Self::DigitWithBracket,
            "circled" => Self::Circled,
            "is" => Self::Is,
            "must" => Self::Must,
            "di" => Self::Di,
            "roman" => Self::Roman,
            "kana" => Self::Kana,
            "kana-in-brackets" => Self::KanaInBrackets,
            _ => return None,
        })
    }
}
