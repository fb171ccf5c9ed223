//! How a page keeps its rows: a long text has many.

use crate::wrap::Line;

/// A row as it is kept: 12 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// Byte range of its line in the paragraph's text; of a line in pieces `start` is its index among those.
    start: u32,
    end: u32,
    cells: u16,
    indent: u8,
    flags: u8,
}

impl Record {
    const FORCED: u8 = 1;
    const HANGS: u8 = 2;
    const PARTED: u8 = 4;
    /// An empty row.
    pub const EMPTY: Self = Self {
        start: 0,
        end: 0,
        cells: 0,
        indent: 0,
        flags: 0,
    };

    /// A line of words.
    pub fn new(line: &Line) -> Self {
        let flag = |set: bool, flag| if set { flag } else { 0 };
        Self {
            start: u32::try_from(line.start).unwrap_or(u32::MAX),
            end: u32::try_from(line.end).unwrap_or(u32::MAX),
            cells: u16::try_from(line.cells).unwrap_or(u16::MAX),
            indent: u8::try_from(line.indent).unwrap_or(u8::MAX),
            flags: flag(line.forced, Self::FORCED) | flag(line.hangs, Self::HANGS),
        }
    }

    /// A line in pieces, by its index.
    pub fn parted(index: usize) -> Self {
        Self {
            start: u32::try_from(index).unwrap_or(u32::MAX),
            flags: Self::PARTED,
            ..Self::EMPTY
        }
    }

    /// The index of a line in pieces.
    pub fn index(self) -> Option<usize> {
        (self.flags & Self::PARTED != 0).then_some(self.start as usize)
    }

    /// Where it begins, in bytes of the paragraph's text.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The line, where it is one of words.
    pub fn line(self) -> Option<Line> {
        let line = Line {
            start: self.start as usize,
            end: self.end as usize,
            indent: usize::from(self.indent),
            cells: usize::from(self.cells),
            forced: self.flags & Self::FORCED != 0,
            hangs: self.flags & Self::HANGS != 0,
        };
        (line.end > line.start).then_some(line)
    }
}
