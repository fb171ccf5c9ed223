//! A line of a page: words of a paragraph, or of several cells of a row side by side.
//!
//! Everything is a byte range with a column; nothing is copied.

use std::ops::Range;

use crate::width::{Ambiguous, visible_text};
use crate::wrap::Line;

/// What a piece of a line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words of the paragraph; bytes of its text.
    Words,
    /// Words of the table's head, said again before a cell; bytes of the section's body.
    Head,
    /// A colon between the two.
    Colon,
    /// A rule below the head.
    Rule,
}

/// A piece of a line. The indent of its `line` is the column it begins in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it shows.
    pub part: Part,
    /// Which words, and where.
    pub line: Line,
}

impl Piece {
    /// A sign that stands in no text, in some cells from a column on.
    pub fn sign(part: Part, indent: usize, cells: usize) -> Self {
        let line = Line {
            indent,
            cells,
            ..EMPTY
        };
        Self { part, line }
    }

    /// What is drawn for a sign; None for words.
    pub fn sign_words(&self, ambiguous: Ambiguous) -> Option<String> {
        match self.part {
            Part::Words | Part::Head => None,
            Part::Colon => Some("：".to_owned()),
            Part::Rule => Some(ambiguous.rule().repeat(self.line.cells)),
        }
    }
}

/// A line of no words.
const EMPTY: Line = Line {
    start: 0,
    end: 0,
    indent: 0,
    cells: 0,
    forced: false,
    hangs: false,
};

/// A set line of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetLine {
    /// From the first of its words to the last, in bytes of the paragraph's text; no word is between the pieces
    /// of a row that is not in the row.
    pub line: Line,
    /// Its pieces from left to right; none where all of it is the words of `line`.
    own: Vec<Piece>,
}

impl SetLine {
    /// A line of words.
    pub fn words(line: Line) -> Self {
        let own = Vec::new();
        Self { line, own }
    }

    /// An empty line.
    pub fn blank() -> Self {
        Self::words(EMPTY)
    }

    /// A line of pieces. It begins at a byte of the paragraph's text, or with the first of its words.
    pub fn of_pieces(own: Vec<Piece>, start: Option<usize>) -> Self {
        let words = || own.iter().filter(|piece| piece.part == Part::Words);
        let first = words().map(|piece| piece.line.start).min();
        let start = start.or(first).unwrap_or(0);
        let line = Line {
            start,
            end: words()
                .map(|piece| piece.line.end)
                .max()
                .unwrap_or(start)
                .max(start),
            indent: 0,
            cells: own
                .iter()
                .map(|piece| piece.line.indent + piece.line.cells)
                .max()
                .unwrap_or(0),
            forced: own.iter().any(|piece| piece.line.forced),
            hangs: false,
        };
        Self { line, own }
    }

    /// Counts its words from a byte on that stands before all of them.
    pub fn count_from(&mut self, byte: usize) {
        let own = self.own.iter_mut();
        let words = own.filter(|piece| piece.part == Part::Words);
        for line in words.map(|piece| &mut piece.line).chain([&mut self.line]) {
            line.start = line.start.saturating_sub(byte);
            line.end = line.end.saturating_sub(byte);
        }
    }

    /// Its pieces from left to right.
    pub fn pieces(&self) -> impl Iterator<Item = Piece> + '_ {
        let whole = self.own.is_empty().then_some(Piece {
            part: Part::Words,
            line: self.line,
        });
        self.own.iter().copied().chain(whole)
    }

    /// The line as text, its words in bytes of a text; without gaps between Han and Latin.
    pub fn text(&self, text: &str, ambiguous: Ambiguous) -> String {
        let mut shown = String::new();
        let mut used = 0;
        for piece in self.pieces() {
            let blank = piece.line.indent.saturating_sub(used);
            shown.push_str(&" ".repeat(blank));
            used = piece.line.indent + piece.line.cells;
            let words = text.get(piece.line.start..piece.line.end);
            match piece.sign_words(ambiguous) {
                Some(sign) => shown.push_str(&sign),
                None => shown.push_str(&visible_text(words.unwrap_or_default())),
            }
        }
        shown
    }

    /// Whether it is set in pieces.
    pub fn is_parted(&self) -> bool {
        !self.own.is_empty()
    }

    /// Whether it has words; an empty line and a rule have none.
    pub fn has_words(&self) -> bool {
        let words = |piece: Piece| match piece.part {
            Part::Words => piece.line.end > piece.line.start,
            Part::Head => true,
            Part::Colon | Part::Rule => false,
        };
        self.pieces().any(words)
    }

    /// Whether words of the paragraph in it are in a range of the paragraph's text.
    pub fn touches(&self, span: &Range<usize>) -> bool {
        self.ranges()
            .any(|words| span.start < words.end && words.start < span.end)
    }

    /// The words of the paragraph in it, in bytes of its text.
    pub fn ranges(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let own = self.pieces().filter(|piece| piece.part == Part::Words);
        own.map(|piece| piece.line.start..piece.line.end)
    }

    /// The last place at or before a byte at which words of it begin.
    pub fn begins_before(&self, byte: usize) -> Option<usize> {
        let starts = self.ranges().map(|words| words.start);
        starts
            .chain([self.line.start])
            .filter(|start| *start <= byte)
            .max()
    }
}
