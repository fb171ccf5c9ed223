//! Frames onto a terminal: only the cells that changed, with a cursor move only where the
//! terminal's cursor may stand elsewhere than we believe.
//!
//! The stock backend of ratatui 0.30 moves the cursor after every wide character. Here a move is
//! written after a gap, at a new row, and behind a cluster whose width terminals disagree on
//! ([`width::risky`]): what comes next then stands right whatever the terminal made of it. Where
//! such a cluster is believed to take two cells, both are blanked first, so that a terminal that
//! gives it one leaves no ghost of the frame before.

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveRight, MoveTo, MoveToColumn, Show};
use crossterm::queue;
use crossterm::style::{Color as Ansi, Colored, Print};
use crossterm::terminal::{Clear, ClearType};
use ratatui::backend::IntoCrossterm;
use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use crate::width::{self, Ambiguous};

/// Where the terminal's cursor stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    /// Nobody knows.
    Anywhere,
    /// At a column of a row.
    Cell(u16, u16),
    /// Probably there: the cluster before it was a risky one. Good enough for one more of the same,
    /// as in a rule: if the terminal disagrees on one, it disagrees on all.
    Perhaps(u16, u16),
    /// The same behind several of them, which may have filled the row and gone on in the next.
    Drifted(u16, u16),
}

/// Cells of the widest cluster any terminal makes of a risky one: a family of four, drawn one by
/// one.
const WIDEST: u16 = 8;

/// The look of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Look {
    const PLAIN: Self = Self {
        fg: Color::Reset,
        bg: Color::Reset,
        modifier: Modifier::empty(),
    };

    fn of(cell: &Cell) -> Self {
        Self {
            fg: cell.fg,
            bg: cell.bg,
            modifier: cell.modifier,
        }
    }
}

/// What is on the screen, and how it gets there.
pub struct Painter<W: Write> {
    out: W,
    shown: Buffer,
    next: Buffer,
    ambiguous: Ambiguous,
    /// Cells of a row.
    cells: u16,
    at: At,
    /// The cluster that was written last, if it was a risky one.
    last: String,
    look: Look,
}

impl<W: Write> Painter<W> {
    /// A painter that knows nothing of the screen yet.
    pub fn new(out: W, ambiguous: Ambiguous) -> Self {
        Self {
            out,
            shown: Buffer::empty(Rect::ZERO),
            next: Buffer::empty(Rect::ZERO),
            ambiguous,
            cells: 0,
            at: At::Anywhere,
            last: String::new(),
            look: Look::PLAIN,
        }
    }

    /// Writes something that is no frame.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write(&mut self, write: impl FnOnce(&mut W) -> io::Result<()>) -> io::Result<()> {
        write(&mut self.out)?;
        self.out.flush()
    }

    /// Gives ambiguous characters so many cells; the next frame writes the whole screen.
    pub fn set_ambiguous(&mut self, ambiguous: Ambiguous) {
        self.ambiguous = ambiguous;
        self.forget();
    }

    /// Forgets what is on the screen: the next frame clears it and writes all of it.
    pub fn forget(&mut self) {
        self.shown = Buffer::empty(Rect::ZERO);
    }

    /// Draws a frame of so many cells and rows, and puts the cursor at the caret or hides it.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn draw(
        &mut self,
        (cells, rows): (u16, u16),
        render: impl FnOnce(&mut Buffer),
        caret: Option<(u16, u16)>,
    ) -> io::Result<()> {
        let area = Rect::new(0, 0, cells, rows);
        self.next.resize(area);
        self.next.reset();
        render(&mut self.next);
        self.cells = cells;
        self.at = At::Anywhere;
        queue!(self.out, Hide)?;
        if self.shown.area != area {
            self.shown = Buffer::empty(area);
            // Whatever the shell left: a clear takes the colours that hold.
            write!(self.out, "\x1b[m")?;
            self.look = Look::PLAIN;
            queue!(self.out, Clear(ClearType::All))?;
        }
        let next = std::mem::take(&mut self.next);
        let shown = std::mem::replace(&mut self.shown, Buffer::empty(Rect::ZERO));
        for y in 0..rows {
            self.row(y, cells, &shown, &next)?;
        }
        (self.shown, self.next) = (next, shown);
        self.dress(Look::PLAIN)?;
        if let Some((x, y)) = caret {
            queue!(self.out, MoveTo(x, y), Show)?;
        }
        self.out.flush()
    }

    /// Writes what changed in a row. A terminal that is told to draw over one half of a wide
    /// character blanks the other half, and not in the look we want there: what stands on cells
    /// of a character that is drawn over is written too, changed or not, and so is ink beside one
    /// that may take a cell more than believed.
    fn row(&mut self, y: u16, end: u16, shown: &Buffer, next: &Buffer) -> io::Result<()> {
        let (mut x, mut stale, mut doubtful) = (0, 0, 0);
        while x < end {
            let (Some(before), Some(cell)) = (shown.cell((x, y)), next.cell((x, y))) else {
                return Ok(());
            };
            let cells = self.cells_of(cell);
            let covered = x < stale || x < doubtful && !is_blank(cell);
            if cell != before || covered || self.bridges(x, y, shown, next) {
                self.cell(x, y, cell)?;
                doubtful = doubtful.max(x + self.reach(cell));
                for x in x..x + cells {
                    let Some(old) = shown.cell((x, y)) else { break };
                    stale = stale.max(x + self.cells_of(old));
                    doubtful = doubtful.max(x + self.reach(old));
                }
            }
            x += cells;
        }
        Ok(())
    }

    /// Whether an unchanged cell is one of a few blanks on the way to a changed one: written as
    /// they are they take fewer bytes than a move.
    fn bridges(&self, x: u16, y: u16, shown: &Buffer, next: &Buffer) -> bool {
        if self.at != At::Cell(x, y) || self.look != Look::PLAIN {
            return false;
        }
        let mut way = (x..x + 4).filter_map(|x| Some((shown.cell((x, y))?, next.cell((x, y))?)));
        let end = way.find(|(_, cell)| !is_blank(cell));
        end.is_some_and(|(before, cell)| before != cell)
    }

    /// Cells that a cell's symbol is believed to take.
    fn cells_of(&self, cell: &Cell) -> u16 {
        match cell.diff_option {
            CellDiffOption::ForcedWidth(cells) => cells.get(),
            _ => width::cluster_cells(cell.symbol(), self.ambiguous).max(1) as u16,
        }
    }

    /// Cells that a cell's symbol may take.
    fn reach(&self, cell: &Cell) -> u16 {
        self.cells_of(cell) + u16::from(width::risky(cell.symbol()))
    }

    fn cell(&mut self, x: u16, y: u16, cell: &Cell) -> io::Result<()> {
        let symbol = cell.symbol();
        let cells = self.cells_of(cell);
        let risky = width::risky(symbol);
        let behind = matches!(self.at, At::Perhaps(c, r) | At::Drifted(c, r) if (c, r) == (x, y));
        let goes_on = behind && self.last == symbol && cells == 1;
        if !goes_on {
            self.go(x, y)?;
        }
        self.dress(Look::of(cell))?;
        if risky && cells > 1 {
            queue!(
                self.out,
                Print(" ".repeat(usize::from(cells))),
                MoveTo(x, y)
            )?;
        }
        queue!(self.out, Print(symbol))?;
        self.at = if goes_on {
            At::Drifted(x + cells, y)
        } else if risky {
            symbol.clone_into(&mut self.last);
            At::Perhaps(x + cells, y)
        } else {
            At::Cell(x + cells, y)
        };
        Ok(())
    }

    /// Brings the cursor to a place, with the shortest move that is sure.
    fn go(&mut self, x: u16, y: u16) -> io::Result<()> {
        match self.at {
            At::Cell(column, row) if (column, row) == (x, y) => Ok(()),
            At::Cell(column, row) if row == y && column < x => {
                queue!(self.out, MoveRight(x - column))
            }
            // The cluster before may have gone too far, but not into the next row.
            At::Perhaps(column, row) if row == y && column + WIDEST < self.cells && column <= x => {
                queue!(self.out, MoveToColumn(x))
            }
            _ => queue!(self.out, MoveTo(x, y)),
        }
    }

    /// Changes the look with one sequence (SGR, ECMA-48 8.3.117), from a clean slate: what is left
    /// over of the look before is gone for certain.
    fn dress(&mut self, look: Look) -> io::Result<()> {
        const ATTRIBUTES: [(Modifier, u8); 5] = [
            (Modifier::BOLD, 1),
            (Modifier::DIM, 2),
            (Modifier::ITALIC, 3),
            (Modifier::UNDERLINED, 4),
            (Modifier::REVERSED, 7),
        ];
        if look == self.look {
            return Ok(());
        }
        let mut parts = Vec::new();
        if self.look != Look::PLAIN && look != Look::PLAIN {
            parts.push("0".to_owned());
        }
        for (modifier, code) in ATTRIBUTES {
            if look.modifier.contains(modifier) {
                parts.push(code.to_string());
            }
        }
        let fg: Ansi = look.fg.into_crossterm();
        let bg: Ansi = look.bg.into_crossterm();
        if fg != Ansi::Reset {
            parts.push(Colored::ForegroundColor(fg).to_string());
        }
        if bg != Ansi::Reset {
            parts.push(Colored::BackgroundColor(bg).to_string());
        }
        // Under NO_COLOR a colour is no words; an empty parameter would mean a reset.
        parts.retain(|part| !part.is_empty());
        self.look = look;
        write!(self.out, "\x1b[{}m", parts.join(";"))
    }
}

/// Whether a cell is empty and has no look.
fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && Look::of(cell) == Look::PLAIN
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    /// What a frame writes.
    fn written(painter: &mut Painter<Vec<u8>>, lines: &[&str]) -> String {
        painter.out.clear();
        let draw = |buffer: &mut Buffer| {
            for (y, line) in lines.iter().enumerate() {
                let mut x = 0;
                for cluster in width::clusters(line, Ambiguous::Narrow) {
                    buffer[(x, y as u16)].set_symbol(cluster.text);
                    for behind in 1..cluster.cells as u16 {
                        buffer[(x + behind, y as u16)].reset();
                    }
                    x += cluster.cells as u16;
                }
            }
        };
        painter.draw((20, 3), draw, None).unwrap();
        String::from_utf8(painter.out.clone()).unwrap()
    }

    fn painter() -> Painter<Vec<u8>> {
        Painter::new(Vec::new(), Ambiguous::Narrow)
    }

    #[test]
    fn a_line_of_chinese_takes_one_move() {
        let text = written(&mut painter(), &["推动高质量外网建设"]);
        assert!(text.ends_with("\u{1b}[1;1H推动高质量外网建设"), "{text:?}");
    }

    #[test]
    fn a_risky_cluster_is_followed_by_a_move() {
        let text = written(&mut painter(), &["实现“十四五”"]);
        assert!(text.contains("实现“\u{1b}[6G十四五”"), "{text:?}");
    }

    #[test]
    fn near_the_margin_a_move_names_the_row_too() {
        let text = written(&mut painter(), &["推动高质展实现“十”"]);
        assert!(text.contains("实现“\u{1b}[1;16H十"), "{text:?}");
    }

    #[test]
    fn a_few_blanks_are_written_and_many_moved_over() {
        let mut painter = painter();
        let text = written(&mut painter, &["建设  管理", "建设      管理"]);
        assert!(text.contains("建设  管理"), "{text:?}");
        assert!(text.contains("建设\u{1b}[6C管理"), "{text:?}");
    }

    #[test]
    fn nothing_is_written_for_a_frame_without_a_change() {
        let mut painter = painter();
        written(&mut painter, &["建设", "管理"]);
        assert_eq!(written(&mut painter, &["建设", "管理"]), "\u{1b}[?25l");
        let changed = written(&mut painter, &["建设", "服务"]);
        assert!(changed.ends_with("\u{1b}[2;1H服务"), "{changed:?}");
    }

    #[test]
    fn an_ambiguous_cluster_of_two_cells_is_drawn_over_blanks() {
        let mut painter = Painter::new(Vec::new(), Ambiguous::Wide);
        let draw = |buffer: &mut Buffer| {
            buffer[(0, 0)].set_symbol("“");
            buffer[(0, 0)].set_diff_option(CellDiffOption::ForcedWidth(2.try_into().unwrap()));
            buffer[(2, 0)].set_symbol("十");
        };
        painter.draw((20, 1), draw, None).unwrap();
        let text = String::from_utf8(painter.out.clone()).unwrap();
        assert!(
            text.ends_with("\u{1b}[1;1H  \u{1b}[1;1H“\u{1b}[3G十"),
            "{text:?}"
        );
    }

    #[test]
    fn what_a_terminal_blanks_beside_a_wide_character_is_written_again() {
        let mut painter = painter();
        let reversed = Style::new().add_modifier(Modifier::REVERSED);
        let frame = |symbols: [&'static str; 3]| {
            move |buffer: &mut Buffer| {
                for (x, symbol) in (0..).zip(symbols) {
                    buffer[(x, 0)].set_symbol(symbol).set_style(reversed);
                }
            }
        };
        painter.draw((6, 1), frame(["a", "中", " "]), None).unwrap();
        painter.out.clear();
        // 文 covers cells 0 and 1, the first half of 中 among them: cell 2, which is the same in
        // both frames, is blanked by the terminal.
        painter.draw((6, 1), frame(["文", " ", " "]), None).unwrap();
        let text = String::from_utf8(painter.out.clone()).unwrap();
        assert!(text.contains("文 "), "{text:?}");
    }

    #[test]
    fn what_a_risky_cluster_may_cover_is_written_again() {
        let mut painter = painter();
        written(&mut painter, &["甲“乙丙", "甲a乙丙"]);
        let text = written(&mut painter, &["甲a乙丙", "甲“乙丙"]);
        assert!(text.contains("a乙\u{1b}[2;3H"), "{text:?}");
        assert!(text.ends_with("“\u{1b}[4G乙"), "{text:?}");
    }

    #[test]
    fn the_look_is_plain_again_behind_a_frame() {
        let mut painter = painter();
        let draw = |buffer: &mut Buffer| {
            buffer[(0, 0)]
                .set_symbol("目")
                .set_style(Style::new().fg(Color::Green));
        };
        painter.draw((20, 1), draw, None).unwrap();
        let text = String::from_utf8(painter.out.clone()).unwrap();
        assert!(text.ends_with("目\u{1b}[m"), "{text:?}");
    }
}
