//! Where documents that lost their line ends are split, and headings parted from the paragraph before. Knows no
//! sections.

use super::limits;
use crate::import::line::Line;
use crate::lexicon::List;
use crate::text::label::{self, Label};
use crate::text::manner::Manner;

/// Whether a manner makes chapters, not items.
pub fn is_chapter(manner: Manner) -> bool {
    matches!(
        manner,
        Manner::Part
            | Manner::Chapter
            | Manner::Article
            | Manner::Clause
            | Manner::Formal
            | Manner::Han
            | Manner::HanInBrackets
            | Manner::Digit
            | Manner::Decimal(_)
            | Manner::Roman
    )
}

/// Whether a manner is that of the chapters at the top, and never of a list below them.
pub fn is_above_others(manner: Manner) -> bool {
    matches!(
        manner,
        Manner::Part | Manner::Chapter | Manner::Formal | Manner::Han
    )
}

/// A document without line ends is split before its numbering.
pub fn split_line(line: &Line, lines: usize) -> Vec<Line> {
    static ORDINAL: List = List::new("ordinal");
    let bytes = line.text.len();
    let long = bytes > limits::LINE_OF_MANY_PARAGRAPHS.get()
        || (lines <= 4 && bytes > limits::LINE_OF_PARAGRAPHS.get());
    if !long || lines > limits::LINES_TO_PART.get() {
        return vec![line.clone()];
    }
    let mut starts = vec![0];
    let mut counts: Vec<(Manner, u32)> = Vec::new();
    let mut last: Vec<(Manner, u32)> = Vec::new();
    let mut before = ' ';
    for (at, c) in line.text.char_indices() {
        let begins = label::is_numeral(c) || c.is_ascii_digit() || matches!(c, '（' | '(');
        let goes_on = before.is_ascii_digit() || label::is_numeral(before);
        let candidate = begins && !goes_on && !ORDINAL.has_char(before);
        let behind = line.text.get(at..).unwrap_or_default();
        let label = candidate.then(|| label::read(behind, None)).flatten();
        before = c;
        let Some(Label { manner, number, .. }) =
            label.filter(|label| at > 0 && (is_chapter(label.manner)))
        else {
            continue;
        };
        // Some manners count on below the next chapter.
        let open = counts.iter().position(|(known, _)| *known == manner);
        let before = open
            .and_then(|at| counts.get(at))
            .or_else(|| last.iter().find(|(known, _)| *known == manner));
        let begins = open.is_none() && number == 1;
        if !begins && before.is_none_or(|(_, before)| before + 1 != number) {
            continue;
        }
        counts.truncate(open.unwrap_or(counts.len()));
        counts.push((manner, number));
        last.retain(|(known, _)| *known != manner);
        last.push((manner, number));
        starts.push(at);
    }
    starts.push(line.text.len());
    let parts = starts
        .windows(2)
        .filter_map(|pair| line.text.get(*pair.first()?..*pair.get(1)?));
    let parts = parts.filter(|part| !part.trim().is_empty());
    parts
        .map(|part| Line {
            text: part.trim().to_owned(),
            ..line.clone()
        })
        .collect()
}

/// Lines, with a line of its own for each heading that stands behind the end of a paragraph: …。 （二）深化推广. Its
/// number is the next of its manner, and that a line end was lost the space before it shows, or that the paragraph itself
/// begins with the number before: （一）加强领导。…。（二）落实资金。….
pub fn unglued(lines: &[Line]) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut last: Option<u32> = None;
    for (at, line) in lines.iter().enumerate() {
        let mut rest = line.clone();
        let own = number_in_brackets(&rest.text);
        let next = lines
            .get(at + 1)
            .and_then(|next| number_in_brackets(&next.text));
        last = own.or(last);
        while let Some((at, number)) = glued(&rest.text, last, (own.is_some(), next)) {
            let (before, behind) = rest.text.split_at_checked(at).unwrap_or((&rest.text, ""));
            let before = Line {
                text: before.trim_end().to_owned(),
                ..rest.clone()
            };
            let behind = behind.to_owned();
            rest.text = behind;
            out.push(before);
            last = Some(number);
        }
        out.push(rest);
    }
    out
}

/// The number of a label such as （二）.
fn number_in_brackets(text: &str) -> Option<u32> {
    let label = label::read(text, None)?;
    (label.manner == Manner::HanInBrackets).then_some(label.number)
}

/// Where a heading with the number after `last` stands behind a full stop, and its number: behind a space, or in a
/// paragraph that is numbered itself, if the `next` line has not that number.
fn glued(text: &str, last: Option<u32>, (own, next): (bool, Option<u32>)) -> Option<(usize, u32)> {
    let wanted = last? + 1;
    let stops = text.match_indices('。').filter_map(|(at, stop)| {
        let behind = text.get(at + stop.len()..)?;
        let words = behind.trim_start();
        let spaced = words.len() < behind.len();
        let apart = spaced || own && next != Some(wanted) && is_headed(words);
        (apart && words.starts_with(['（', '('])).then(|| (text.len() - words.len(), words))
    });
    stops
        .filter_map(|(at, words)| Some((at, number_in_brackets(words)?)))
        .find(|(_, number)| *number == wanted)
}

/// Whether words begin with a short sentence, behind which more follows.
fn is_headed(words: &str) -> bool {
    let longest = limits::RUN_IN_HEADING.get();
    let stop = words.chars().take(longest).position(|c| c == '。');
    stop.is_some_and(|stop| words.chars().nth(stop + 1).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lines: &[&str]) -> Vec<String> {
        let line = |text: &&str| Line {
            text: (*text).to_owned(),
            ..Line::default()
        };
        let lines: Vec<Line> = lines.iter().map(line).collect();
        unglued(&lines).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn numbered_headings_within_a_numbered_paragraph_have_lines_of_their_own() {
        let lines =
            ["（一）修好渠道。新修渠道三条。（二）管好河道。疏浚两段。（三）用好资金。专款专用。"];
        let apart = [
            "（一）修好渠道。新修渠道三条。",
            "（二）管好河道。疏浚两段。",
            "（三）用好资金。专款专用。",
        ];
        assert_eq!(texts(&lines), apart);
        let mentions = [
            "（一）修好渠道。按方案办理。（二）项另行通知",
            "（二）管好河道。",
        ];
        assert_eq!(texts(&mentions), mentions);
        let plain = ["按照（一）办理。（二）管好河道。疏浚两段。"];
        assert_eq!(texts(&plain), plain);
    }
}
