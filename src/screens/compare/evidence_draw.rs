//! Evidence on the screen: the sentences behind all cells of a row, the quoted words marked.

use std::ops::Range;

use ratatui::style::Modifier;

use crate::view::area::{Area, GUTTER};
use crate::view::canvas::Canvas;

use super::evidence_lay::EvidenceLine;

/// Draws lines from the top of an area on.
pub fn draw<'a>(
    lines: impl Iterator<Item = &'a EvidenceLine>,
    body: Area,
    canvas: &mut Canvas<'_>,
) {
    let theme = canvas.theme;
    let end = body.x + body.cells;
    let x = body.x + GUTTER;
    for (line, row) in lines.zip(0..body.rows) {
        let y = body.y + row;
        match line {
            EvidenceLine::Head(words) => {
                canvas.put(body.x + 1, y, words, end, theme.strong);
            }
            EvidenceLine::Verdict(words, tone) => {
                canvas.put(body.x + 1, y, words, end, theme.bright(*tone));
            }
            EvidenceLine::Aside(words) => {
                canvas.put(x, y, words, end, theme.quiet);
            }
            EvidenceLine::Words(words, focus) => {
                let part = |range: Range<usize>| words.get(range).unwrap_or_default();
                let at = canvas.put(x, y, part(0..focus.start), end, theme.text);
                let quoted = theme.strong.add_modifier(Modifier::UNDERLINED);
                let at = canvas.put(at, y, part(focus.clone()), end, quoted);
                canvas.put(at, y, part(focus.end..words.len()), end, theme.text);
            }
            EvidenceLine::Blank => {}
        }
    }
}
