//! What is to be taken away, and how: the same order gives the same bytes wherever it comes from.

use crate::i18n::Lang;
use crate::width::Ambiguous;
use crate::wrap::Rules;

use super::format::Format;
use super::pick::Pick;

/// What is to be taken away, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// What, in this order.
    pub picks: Vec<Pick>,
    /// In which form.
    pub format: Format,
    /// Number the sections anew (GB/T 9704-2012 §7.3.3: 一、（一）1.（1）) instead of as the source does.
    pub renumber: bool,
    /// Cells of a line of plain text; 0 for one line per paragraph.
    pub cells: usize,
    /// JSON: a list even of one pick. A reference such as `ID#plans` means however many there are.
    pub list: bool,
    /// A sheet: tabs part its cells, as what is pasted into one has them, and no byte order mark.
    pub tabs: bool,
    /// Language of what is not the bulletins' own: heads of columns, verdicts.
    pub lang: Lang,
    /// Cells of ambiguous characters.
    pub ambiguous: Ambiguous,
    /// Where lines may end.
    pub rules: Rules,
}
