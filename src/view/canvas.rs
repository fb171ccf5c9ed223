//! Text onto a buffer, cluster by cluster, in the cells that the width policy gives it.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Position;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use crate::width::{self, Ambiguous};

use super::area::Area;
use super::theme::Theme;

/// A buffer, the policy it is drawn under, and how things look.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    ambiguous: Ambiguous,
    rules: bool,
    /// How things look.
    pub theme: Theme,
}

impl<'a> Canvas<'a> {
    /// A canvas on a buffer; `rules` says whether signs of Unicode may be used for rules and marks.
    pub fn new(buffer: &'a mut Buffer, ambiguous: Ambiguous, rules: bool, theme: Theme) -> Self {
        Self {
            buffer,
            ambiguous,
            rules,
            theme,
        }
    }

    /// Cells of a text.
    pub fn cells(&self, text: &str) -> usize {
        width::cells(text, self.ambiguous)
    }

    /// The Unicode sign, or its ASCII one where the terminal gives such signs two cells.
    pub fn sign(&self, unicode: &'static str, ascii: &'static str) -> &'static str {
        if self.rules { unicode } else { ascii }
    }

    /// Draws as much of a text as fits left of `limit` (a column); the column behind it.
    pub fn put(&mut self, x: u16, y: u16, text: &str, limit: u16, style: Style) -> u16 {
        let mut at = usize::from(x);
        for cluster in width::clusters(text, self.ambiguous) {
            if at + cluster.cells > usize::from(limit) {
                break;
            }
            let shown = width::visible(cluster.text);
            if shown.len() == cluster.text.len() || shown.chars().count() == 1 {
                self.set(at as u16, y, &shown, cluster.cells, style);
            } else {
                // A mark of several letters, `[U+202E]`: one letter to a cell.
                for (offset, letter) in width::clusters(&shown, self.ambiguous).enumerate() {
                    self.set((at + offset) as u16, y, letter.text, letter.cells, style);
                }
            }
            at += cluster.cells;
        }
        at as u16
    }

    /// Draws a text cut to an area's width with an ellipsis, from its column on.
    pub fn put_cut(&mut self, area: Area, text: &str, style: Style) -> u16 {
        let cut = crate::wrap::cut(text, usize::from(area.cells), self.ambiguous);
        self.put(area.x, area.y, &cut, area.end(), style)
    }

    /// Sets one cluster; the cells it covers behind its first are blanked.
    fn set(&mut self, x: u16, y: u16, symbol: &str, cells: usize, style: Style) {
        if cells == 0 {
            return;
        }
        self.blank_lead(x, y);
        if let Some(cell) = self.buffer.cell_mut(Position { x, y }) {
            cell.set_symbol(symbol).set_style(style);
            let forced = NonZeroU16::new(cells as u16).filter(|_| symbol.width() != cells);
            if let Some(forced) = forced {
                cell.set_diff_option(CellDiffOption::ForcedWidth(forced));
            }
        }
        for behind in 1..cells as u16 {
            if let Some(cell) = self.buffer.cell_mut(Position { x: x + behind, y }) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }

    /// Blanks a wide character that would be cut in two by what is drawn at a place: ratatui's
    /// diff skips the cell behind a wide one and would never write it.
    fn blank_lead(&mut self, x: u16, y: u16) {
        let Some(before) = x.checked_sub(1) else {
            return;
        };
        if let Some(cell) = self.buffer.cell_mut(Position { x: before, y })
            && width::cluster_cells(cell.symbol(), self.ambiguous) > 1
        {
            let style = cell.style();
            cell.reset();
            cell.set_style(style);
        }
    }

    /// A style over a row of an area.
    pub fn style_row(&mut self, area: Area, style: Style) {
        for x in area.x..area.end() {
            if let Some(cell) = self.buffer.cell_mut(Position { x, y: area.y }) {
                cell.set_style(style);
            }
        }
    }

    /// A rule across an area's first row.
    pub fn rule(&mut self, area: Area, style: Style) {
        let sign = self.sign("─", "-");
        for x in area.x..area.end() {
            self.set(x, area.y, sign, 1, style);
        }
    }

    /// A rule across an area's first row with a title on it.
    pub fn titled_rule(&mut self, area: Area, title: &str, (rule, words): (Style, Style)) {
        self.rule(area, rule);
        let title = format!(" {title} ");
        self.put(area.x + 2, area.y, &title, area.end(), words);
    }

    /// A rule with a title on the row above an area.
    pub fn rule_above(&mut self, area: Area, title: &str, styles: (Style, Style)) {
        let rule = Area {
            y: area.y.saturating_sub(1),
            rows: 1,
            ..area
        };
        self.titled_rule(rule, title, styles);
    }

    /// A rule down an area's first column.
    pub fn divider(&mut self, area: Area, style: Style) {
        let sign = self.sign("│", "|");
        for y in area.y..area.y + area.rows {
            self.set(area.x, y, sign, 1, style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Cell;
    use ratatui::layout::Rect;

    #[test]
    fn drawing_over_the_second_half_of_a_character_blanks_the_first() {
        let before = Buffer::with_lines(["中文字"]);
        let mut buffer = before.clone();
        let mut canvas = Canvas::new(&mut buffer, Ambiguous::Narrow, true, Theme::new(false));
        canvas.put(1, 0, "ab", 6, Style::new());
        let symbols: Vec<&str> = buffer.content().iter().map(Cell::symbol).collect();
        assert_eq!(symbols.concat().trim_end(), " ab 字");
        // All of it reaches the terminal, which blanks the rest of 文 by itself.
        let written: Vec<u16> = before.diff(&buffer).iter().map(|(x, ..)| *x).collect();
        assert_eq!(written, [0, 1, 2]);
    }

    #[test]
    fn nothing_is_drawn_past_the_limit_and_no_character_halved() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
        let mut canvas = Canvas::new(&mut buffer, Ambiguous::Narrow, true, Theme::new(false));
        assert_eq!(canvas.put(0, 0, "中文字", 5, Style::new()), 4);
        assert_eq!(buffer[(4, 0)].symbol(), " ");
    }
}
