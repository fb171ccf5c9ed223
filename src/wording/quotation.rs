//! Words of a bulletin as they are quoted: those of a figure, and the sentence around a phrase.

use std::ops::Range;

use crate::model::{Figure, Section};
use crate::phrases::Occurrence;
use crate::text::sentence::around;

/// The words of a figure on one line.
pub fn quote(section: &Section, figure: &Figure) -> String {
    section.quote(figure).replace('\n', "")
}

/// A sentence is shown with at most so many characters on each side of the phrase.
const AROUND: usize = 120;

/// The sentence around a place in its passage, and where in it the place is; of a very long one what
/// is near, with … for the rest.
pub fn sentence(place: &Occurrence, passage: &str) -> (String, Range<usize>) {
    let whole = around(passage, &place.span);
    let before = passage
        .get(whole.start..place.span.start)
        .unwrap_or_default();
    let after = passage.get(place.span.end..whole.end).unwrap_or_default();
    let far = before.char_indices().rev().nth(AROUND);
    let from = far.map_or(whole.start, |(at, c)| whole.start + at + c.len_utf8());
    let to = after.char_indices().nth(AROUND);
    let to = to.map_or(whole.end, |(at, _)| place.span.end + at);
    let open = if from > whole.start { "…" } else { "" };
    let close = if to < whole.end { "…" } else { "" };
    let words = passage.get(from..to).unwrap_or_default();
    let blank = words.len() - words.trim_start().len();
    let shift = |at: usize| (open.len() + at).saturating_sub(from + blank);
    let focus = shift(place.span.start)..shift(place.span.end);
    (format!("{open}{}{close}", words.trim()), focus)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(text: &str, words: &str) -> String {
        let at = text.find(words).unwrap();
        let place = Occurrence {
            year: 0,
            passage: 0,
            span: at..at + words.len(),
        };
        let (shown, focus) = sentence(&place, text);
        assert_eq!(shown.get(focus), Some(words));
        shown
    }

    #[test]
    fn a_phrase_is_shown_in_its_sentence() {
        let text = "开展网络整治。实施适老化改造，推广大字版；其他。";
        assert_eq!(around(text, "适老化"), "实施适老化改造，推广大字版；");
        assert_eq!(around("适老化", "适老化"), "适老化");
        let long = format!("{}适老化{}", "长".repeat(300), "文".repeat(300));
        let shown = around(&long, "适老化");
        assert!(
            shown.starts_with("…长") && shown.ends_with("文…"),
            "{shown}"
        );
        assert_eq!(shown.chars().count(), 2 * AROUND + 5);
    }
}
