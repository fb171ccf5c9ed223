//! A cell of a ledger in words: its value, or the words of a commitment.

use crate::compare::{Cell, Facts};
use crate::i18n::Lang;
use crate::width::{self, Ambiguous};
use crate::wrap;

use super::figure::value_with_time;

/// What a table shows of a cell: the value as printed, with its time where that is not just a year, or the first words
/// of a commitment in 〔 〕, or a dash.
pub fn cell_words(
    cell: Option<Cell>,
    facts: Facts<'_>,
    room: usize,
    ambiguous: Ambiguous,
    lang: Lang,
) -> String {
    let figure = cell.and_then(|c| c.look(facts));
    let Some((section, figure)) = figure else {
        return "-".into();
    };
    match &figure.value {
        Some(value) if figure.doubtful => format!("{value}?"),
        Some(value) => value_with_time(value, figure, lang),
        None => {
            let quote = width::visible_text(section.quote(figure));
            format!(
                "〔{}〕",
                wrap::cut(&quote, room.saturating_sub(4), ambiguous)
            )
        }
    }
}
