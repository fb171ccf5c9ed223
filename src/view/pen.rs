//! Draws the words of a line part by part, with the cells left empty between Han and Latin.

use std::ops::Range;

use ratatui::style::Style;

use super::canvas::Canvas;

/// A range cut at those of some places that stand inside of it.
pub fn pieces(range: &Range<usize>, places: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut cuts: Vec<usize> = places
        .filter(|at| range.start < *at && *at < range.end)
        .collect();
    cuts.extend([range.start, range.end]);
    cuts.sort_unstable();
    cuts.dedup();
    let starts = cuts.iter().zip(cuts.iter().skip(1));
    starts.map(|(from, to)| *from..*to).collect()
}

/// Where the next part of a line is drawn.
pub struct Pen<'a> {
    /// The column.
    pub x: u16,
    /// The row.
    pub y: u16,
    /// The column that nothing is drawn in or behind.
    pub limit: u16,
    /// Bytes of the line's words that were drawn.
    at: usize,
    /// Where in the words a cell is left empty.
    gaps: &'a [usize],
    /// How a gap between two parts looks.
    base: Style,
}

impl<'a> Pen<'a> {
    /// A pen at the beginning of a line.
    pub fn new((x, y): (u16, u16), limit: u16, gaps: &'a [usize], base: Style) -> Self {
        Self {
            x,
            y,
            limit,
            at: 0,
            gaps,
            base,
        }
    }

    /// Draws the next part. Up to each gap, which takes the look of what it stands in.
    pub fn put(&mut self, canvas: &mut Canvas<'_>, part: &str, style: Style) {
        let mut from = 0;
        let here = self.at..self.at + part.len();
        for gap in self.gaps.iter().filter(|gap| here.contains(gap)) {
            let words = part.get(from..gap - self.at).unwrap_or_default();
            self.x = canvas.put(self.x, self.y, words, self.limit, style);
            let look = if *gap == self.at { self.base } else { style };
            self.x = canvas.put(self.x, self.y, " ", self.limit, look);
            from = gap - self.at;
        }
        let rest = part.get(from..).unwrap_or_default();
        self.x = canvas.put(self.x, self.y, rest, self.limit, style);
        self.at += part.len();
    }
}
