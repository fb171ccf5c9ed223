//! Fills lines with clusters: the cheapest break that the line's cells allow.

use std::cmp::Reverse;

use super::grade::{HARD, Piece};
use super::setting::{Line, Setting};

/// Cells right of a line that a mark may hang in.
const HANGING: usize = 2;

/// Empty cells that make a line worth a second look.
const SLACK: usize = 5;

/// Pieces of the longest text that is looked at as a whole.
pub const SHORT: usize = 2_000;

/// Takes for each line the boundary with the least `8 × slack² + price` among those that fit.
/// Every line takes at least one cluster, so it ends at any width. With the lines, whether a look
/// ahead might do better: a price was paid, a line is far from full, or the last one is an orphan.
pub fn greedy(pieces: &[Piece], setting: &Setting) -> (Vec<Line>, bool) {
    let mut lines = Vec::new();
    let mut rough = false;
    let mut from = 0;
    while from < pieces.len() {
        let room = room(setting, lines.is_empty());
        let to = next_break(pieces, from, room);
        if let Some(line) = line(pieces, from..to, setting, lines.is_empty()) {
            rough |= match pieces.get(to) {
                Some(next) => next.price > 0 || room.saturating_sub(line.cells) >= SLACK,
                None => !lines.is_empty() && line.cells <= 2,
            };
            lines.push(line);
        }
        from = skip_spaces(pieces, to, !lines.is_empty());
    }
    (lines, rough)
}

/// A last line of one character costs this much.
const ORPHAN: u64 = 200;

/// Takes the lines whose costs are least together. Looks ahead, so a run that may not be parted is
/// seen before it is met; for texts of at most [`SHORT`] pieces.
pub fn optimal(pieces: &[Piece], setting: &Setting) -> Vec<Line> {
    // White space before the text belongs to no line if it does not fit: what stands behind it
    // begins the first line too.
    let lead = pieces.iter().take_while(|p| p.space).count();
    // For each piece: the least cost of the text from there on, and where its first line ends.
    let mut least: Vec<(u64, usize)> = vec![(0, 0); pieces.len() + 1];
    for from in (0..pieces.len()).rev() {
        let first = from <= lead;
        let room = room(setting, first);
        let best = ends(pieces, from, room).map(|end| {
            let next = skip_spaces(pieces, end.at, true);
            let rest = least.get(next).map_or(0, |(cost, _)| *cost);
            let own = match next < pieces.len() {
                true => cost(pieces, &end, room),
                false if !first && end.cells <= 2 => ORPHAN,
                false => 0,
            };
            (own.saturating_add(rest), end.at)
        });
        // Of equal ones the longest line.
        let best = best.min_by_key(|(cost, at)| (*cost, Reverse(*at)));
        if let (Some(best), Some(slot)) = (best, least.get_mut(from)) {
            *slot = best;
        }
    }
    let mut lines = Vec::new();
    let mut from = 0;
    while from < pieces.len() {
        let to = least
            .get(from)
            .map_or(from + 1, |(_, at)| (*at).max(from + 1));
        lines.extend(line(pieces, from..to, setting, lines.is_empty()));
        from = skip_spaces(pieces, to, true);
    }
    lines
}

/// Where a line may end.
struct End {
    /// Index of the piece behind it.
    at: usize,
    /// Its cells without white space at its end, at most those of the room.
    cells: usize,
}

/// All ends of a line that begins at a piece and fits; at least one. White space alone is no line.
fn ends(pieces: &[Piece], from: usize, room: usize) -> impl Iterator<Item = End> + '_ {
    let (mut used, mut inked, mut full) = (0, 0, false);
    let blank = pieces.iter().skip(from).take_while(|p| p.space).count();
    let rest = pieces.iter().enumerate().skip(from);
    let ends = rest.map_while(move |(at, piece)| {
        used += piece.cells + usize::from(piece.gap && at > from);
        if used > room && !piece.space && at > from {
            let hangs = piece.hangs && used <= room + HANGING && !full;
            full = true;
            return hangs.then_some(End {
                at: at + 1,
                cells: room,
            });
        }
        if full {
            return None;
        }
        if !piece.space {
            inked = used;
        }
        Some(End {
            at: at + 1,
            cells: inked,
        })
    });
    // At the end of the text there may be nothing else.
    ends.filter(move |end| end.at > from + blank || end.at == pieces.len())
}

fn indent(setting: &Setting, first: bool) -> usize {
    if first {
        setting.first_indent
    } else {
        setting.rest_indent
    }
}

fn room(setting: &Setting, first: bool) -> usize {
    setting.cells.saturating_sub(indent(setting, first)).max(1)
}

/// The line of some pieces without white space at its end; None if there is nothing else.
fn line(
    pieces: &[Piece],
    range: std::ops::Range<usize>,
    setting: &Setting,
    first: bool,
) -> Option<Line> {
    let next = pieces.get(range.end);
    let mut kept = pieces.get(range)?;
    while let [rest @ .., last] = kept {
        if !last.space {
            break;
        }
        kept = rest;
    }
    let gaps = kept.iter().skip(1).filter(|p| p.gap).count();
    let cells = gaps + kept.iter().map(|p| p.cells).sum::<usize>();
    Some(Line {
        start: kept.first()?.start,
        end: kept.last()?.end,
        indent: indent(setting, first),
        cells,
        forced: next.is_some_and(|next| next.price >= HARD),
        hangs: kept.last()?.hangs && cells > room(setting, first),
    })
}

fn skip_spaces(pieces: &[Piece], mut at: usize, skip: bool) -> usize {
    while skip && pieces.get(at).is_some_and(|p| p.space) {
        at += 1;
    }
    at
}

/// Where the line that begins at `from` ends at the least cost; of equal ones the longest line.
fn next_break(pieces: &[Piece], from: usize, room: usize) -> usize {
    ends(pieces, from, room)
        .min_by_key(|end| (cost(pieces, end, room), Reverse(end.at)))
        .map_or(from + 1, |end| end.at)
}

/// What a line that ends there costs; nothing at the end of the text.
fn cost(pieces: &[Piece], end: &End, room: usize) -> u64 {
    let slack = room.saturating_sub(end.cells) as u64;
    pieces
        .get(end.at)
        .map_or(0, |next| next.price.saturating_add(8 * slack * slack))
}
