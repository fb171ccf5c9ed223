//! Evidence: the sentences behind all cells of a row, the quoted words marked.

use crate::app::App;
use crate::app::layout::{self, Area};
use crate::app::ledger::EvidenceLine;

use super::canvas::Canvas;
use super::theme::Theme;

/// Draws the screen.
pub fn render(app: &App, theme: &Theme, canvas: &mut Canvas<'_>, body: Area) {
    let lines = app.ledger.evidence.iter().skip(app.ledger.evidence_top);
    let end = body.x + body.cells;
    let x = body.x + layout::GUTTER;
    for (line, row) in lines.zip(0..body.rows) {
        let y = body.y + row;
        match line {
            EvidenceLine::Head(words) => {
                canvas.put(body.x + 1, y, words, end, theme.strong);
            }
            EvidenceLine::Aside(words) => {
                canvas.put(x, y, words, end, theme.quiet);
            }
            EvidenceLine::Words(words, focus) => {
                let part = |range: std::ops::Range<usize>| words.get(range).unwrap_or_default();
                let at = canvas.put(x, y, part(0..focus.start), end, theme.text);
                let quoted = theme
                    .strong
                    .add_modifier(ratatui::style::Modifier::UNDERLINED);
                let at = canvas.put(at, y, part(focus.clone()), end, quoted);
                canvas.put(at, y, part(focus.end..words.len()), end, theme.text);
            }
            EvidenceLine::Blank => {}
        }
    }
}
