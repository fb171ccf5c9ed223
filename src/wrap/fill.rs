//! Fills lines with clusters: the cheapest break that the line's cells allow.

use super::grade::{HARD, Piece};
use super::{Line, Setting};

/// Takes for each line the boundary with the least `8 × slack² + price` among those that fit.
/// Every line takes at least one cluster, so it ends at any width.
pub fn greedy(pieces: &[Piece], setting: &Setting) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut from = 0;
    while from < pieces.len() {
        let indent = if lines.is_empty() {
            setting.first_indent
        } else {
            setting.rest_indent
        };
        let room = setting.cells.saturating_sub(indent).max(1);
        let (to, forced) = next_break(pieces, from, room);
        if let Some(line) = line(pieces, from, to, indent, forced) {
            lines.push(line);
        }
        from = skip_spaces(pieces, to, !lines.is_empty());
    }
    lines
}

/// The line of the pieces `from..to` without white space at its end.
fn line(pieces: &[Piece], from: usize, to: usize, indent: usize, forced: bool) -> Option<Line> {
    let mut kept = pieces.get(from..to)?;
    while let [rest @ .., last] = kept {
        if !last.space {
            break;
        }
        kept = rest;
    }
    Some(Line {
        start: kept.first()?.start,
        end: kept.last()?.end,
        indent,
        cells: kept.iter().map(|p| p.cells).sum(),
        forced,
    })
}

fn skip_spaces(pieces: &[Piece], mut at: usize, skip: bool) -> usize {
    while skip && pieces.get(at).is_some_and(|p| p.space) {
        at += 1;
    }
    at
}

/// Where the line that begins at `from` ends, and whether a hard rule had to be broken.
fn next_break(pieces: &[Piece], from: usize, room: usize) -> (usize, bool) {
    let mut used = 0;
    let mut best: Option<(u64, usize, u64)> = None;
    let mut at = from;
    let mut inked = 0;
    while let Some(piece) = pieces.get(at) {
        if at > from {
            let slack = room.saturating_sub(inked) as u64;
            let cost = piece.price.saturating_add(8 * slack * slack);
            if best.is_none_or(|(least, _, _)| cost <= least) {
                best = Some((cost, at, piece.price));
            }
        }
        used += piece.cells;
        // White space may stand past the edge: it is dropped at the break.
        if used > room && !piece.space && at > from {
            return best.map_or((at, true), |(_, to, price)| (to, price >= HARD));
        }
        if !piece.space {
            inked = used;
        }
        at += 1;
    }
    (at, false)
}
