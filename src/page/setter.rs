//! Sets paragraphs: text in lines, the rows of a table in its columns, or cell by cell where those do not fit.

use std::ops::Range;
use std::sync::Arc;

use super::columns::{Column, Form, GAP, form, only_cell, setting_of_cells};
use super::line::{Part, Piece, SetLine};
use super::paragraph::Paragraph;
use crate::model::Section;
use crate::model::table::{Table, cells};
use crate::wrap::{Line, Setting, extent, wrap};

/// Cells that the lines of a cell below the first are set in by, where rows are blocks.
const INDENT: usize = 2;
/// Cells of the colon behind the words of the head.
const COLON: usize = 2;

/// Sets paragraphs one after the other. How a table is set is found once for all of its rows.
#[derive(Clone, Debug)]
pub struct Setter {
    setting: Setting,
    table: Option<(Arc<Table>, Form)>,
}

impl Setter {
    /// For paragraphs set in this way.
    pub fn new(setting: Setting) -> Self {
        let table = None;
        Self { setting, table }
    }

    /// The lines of a paragraph. Before a row of a table stands what parts it from the one above: a rule below
    /// the head, an empty line between blocks and between rows of several lines.
    pub fn set(&mut self, paragraph: &Paragraph, section: &Section) -> Vec<SetLine> {
        let mut lines = self.lines(paragraph, section);
        if let Some((row, (_, form))) = paragraph.row.as_ref().zip(self.table.as_ref())
            && !lines.is_empty()
        {
            let before = parting(&row.table, row.index, form, self.setting.cells);
            lines.splice(0..0, before);
        }
        lines
    }

    /// The lines of a paragraph, with nothing between rows of a table.
    pub fn lines(&mut self, paragraph: &Paragraph, section: &Section) -> Vec<SetLine> {
        let Some(row) = &paragraph.row else {
            let lines = paragraph.lines(section, &self.setting).into_iter();
            return lines.map(SetLine::words).collect();
        };
        let body = section.body.as_str();
        let known = self.table.take();
        let known = known.filter(|(table, _)| Arc::ptr_eq(table, &row.table));
        let (table, form) = known.unwrap_or_else(|| {
            let form = form(body, &row.table, &self.setting);
            (Arc::clone(&row.table), form)
        });
        let mut lines = Rows::new(body, &table, &form, &self.setting).row(row.index);
        for line in &mut lines {
            line.count_from(paragraph.body.start);
        }
        self.table = Some((table, form));
        lines
    }
}

/// The lines of a whole table of a text; words are those of the text.
pub fn table_lines(text: &str, table: &Table, setting: &Setting) -> Vec<SetLine> {
    let form = form(text, table, setting);
    let rows = Rows::new(text, table, &form, setting);
    let mut lines = Vec::new();
    for index in 0..table.rows.len() {
        lines.extend(parting(table, index, &form, setting.cells));
        lines.extend(rows.row(index));
    }
    lines
}

/// What stands before a row of a table to part it from the one above.
fn parting(table: &Table, index: usize, form: &Form, cells: usize) -> Option<SetLine> {
    let head = table.extent.head;
    if index == 0 || index < head {
        return None;
    }
    let wide = match form {
        Form::Columns { columns, .. } => columns.iter().map(|c| c.at + c.cells).max(),
        Form::Blocks(_) => Some(cells),
    };
    let apart = !matches!(form, Form::Columns { tall: false, .. });
    if index == head {
        let rule = Piece::sign(Part::Rule, 0, wide.unwrap_or(cells));
        Some(SetLine::of_pieces(vec![rule], Some(0)))
    } else {
        apart.then(SetLine::blank)
    }
}

/// The rows of a table.
struct Rows<'a> {
    body: &'a str,
    table: &'a Table,
    form: &'a Form,
    setting: Setting,
}

impl<'a> Rows<'a> {
    fn new(body: &'a str, table: &'a Table, form: &'a Form, setting: &Setting) -> Self {
        let setting = setting_of_cells(setting);
        Self {
            body,
            table,
            form,
            setting,
        }
    }

    /// The lines of a row, in bytes of the body.
    fn row(&self, index: usize) -> Vec<SetLine> {
        let Some(row) = self.table.rows.get(index) else {
            return Vec::new();
        };
        let lines = match (self.form, only_cell(self.body, row)) {
            (_, Some(cell)) => self.one_by_one([(cell, &[][..])].into_iter()),
            (Form::Columns { columns, .. }, None) => self.side_by_side(row, columns),
            (Form::Blocks(_), None) if index < self.table.extent.head => self.in_a_row(row),
            (Form::Blocks(heads), None) => {
                let heads = heads.iter().map(Vec::as_slice);
                let heads = heads.chain(std::iter::repeat(&[][..]));
                self.one_by_one(cells(self.body, row).zip(heads))
            }
        };
        // The first line begins with the row, whichever cell has the first words.
        let starts = std::iter::once(Some(row.start)).chain(std::iter::repeat(None));
        let lines = lines.into_iter().zip(starts);
        lines
            .map(|(pieces, start)| SetLine::of_pieces(pieces, start))
            .collect()
    }

    fn words(&self, cell: &Range<usize>) -> &'a str {
        self.body.get(cell.clone()).unwrap_or_default()
    }

    /// The lines of a cell, in bytes of the body.
    fn set(&self, cell: &Range<usize>, setting: &Setting) -> Vec<Line> {
        let mut lines = wrap(self.words(cell), setting);
        for line in &mut lines {
            line.start += cell.start;
            line.end += cell.start;
        }
        lines
    }

    /// A row in columns.
    fn side_by_side(&self, row: &Range<usize>, columns: &[Column]) -> Vec<Vec<Piece>> {
        let mut out: Vec<Vec<Piece>> = Vec::new();
        for (cell, column) in cells(self.body, row).zip(columns) {
            let setting = Setting {
                cells: column.cells,
                ..self.setting
            };
            for (at, mut line) in self.set(&cell, &setting).into_iter().enumerate() {
                let left = column.cells.saturating_sub(line.cells);
                line.indent = column.at + if column.right { left } else { 0 };
                if at == out.len() {
                    out.push(Vec::new());
                }
                if let Some(pieces) = out.get_mut(at) {
                    pieces.push(words(line));
                }
            }
        }
        out
    }

    /// The cells of a head one behind the other, as many in a line as fit.
    fn in_a_row(&self, row: &Range<usize>) -> Vec<Vec<Piece>> {
        let mut out: Vec<Vec<Piece>> = vec![Vec::new()];
        let mut used = 0;
        for cell in cells(self.body, row).filter(|cell| !cell.is_empty()) {
            let mut lines = self.set(&cell, &self.setting);
            let fits = used > 0
                && lines.len() == 1
                && lines
                    .iter()
                    .all(|line| used + GAP + line.cells <= self.setting.cells);
            for line in &mut lines {
                if fits {
                    line.indent = used + GAP;
                } else if used > 0 {
                    out.push(Vec::new());
                }
                used = line.indent + line.cells;
                if let Some(pieces) = out.last_mut() {
                    pieces.push(words(*line));
                }
            }
        }
        out.retain(|pieces| !pieces.is_empty());
        out
    }

    /// Cells one below the other, each behind the words of the head for its column; empty ones say nothing.
    fn one_by_one<'h>(
        &self,
        cells: impl Iterator<Item = (Range<usize>, &'h [Range<usize>])>,
    ) -> Vec<Vec<Piece>> {
        let mut out = Vec::new();
        for (cell, heads) in cells.filter(|(cell, _)| !cell.is_empty()) {
            let mut first = self.head(heads);
            let used = end_of(&first);
            let need = extent(self.words(&cell), &self.setting);
            let left = |taken: usize| self.setting.cells.saturating_sub(taken);
            let room = |taken: usize| need.narrowest <= left(taken);
            let fits = used <= left(0) && need.natural <= left(used);
            let inline = fits || room(used) && used * 2 <= left(0);
            if !inline {
                out.extend(self.head_alone(heads, &cell));
                first.clear();
            }
            let set_in = !heads.is_empty() && room(INDENT);
            let rest_indent = if set_in { INDENT } else { 0 };
            let setting = Setting {
                first_indent: if inline { used } else { rest_indent },
                rest_indent,
                ..self.setting
            };
            for line in self.set(&cell, &setting) {
                first.push(words(line));
                out.push(std::mem::take(&mut first));
            }
        }
        out
    }

    /// The words of the head for a column, on one line with a colon.
    fn head(&self, heads: &[Range<usize>]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut used = 0;
        for head in heads {
            for mut line in self.set(head, &self.setting) {
                line.indent = used + usize::from(used > 0);
                used = line.indent + line.cells;
                pieces.push(Piece {
                    part: Part::Head,
                    line,
                });
            }
        }
        if used > 0 {
            pieces.push(Piece::sign(Part::Colon, used, COLON));
        }
        pieces
    }

    /// The same on lines of their own, before a cell that they leave no room for.
    fn head_alone(&self, heads: &[Range<usize>], cell: &Range<usize>) -> Vec<Vec<Piece>> {
        let room = Setting {
            cells: self.setting.cells.saturating_sub(COLON).max(1),
            ..self.setting
        };
        let lines = heads.iter().flat_map(|head| self.set(head, &room));
        let mut out: Vec<Vec<Piece>> = lines
            .map(|line| {
                let part = Part::Head;
                vec![Piece { part, line }]
            })
            .collect();
        if let Some(last) = out.last_mut() {
            let used = end_of(last);
            if used + COLON <= self.setting.cells {
                last.push(Piece::sign(Part::Colon, used, COLON));
            }
        }
        // They stand for the beginning of the cell.
        for pieces in &mut out {
            let mut stands = Piece::sign(Part::Words, end_of(pieces), 0);
            (stands.line.start, stands.line.end) = (cell.start, cell.start);
            pieces.push(stands);
        }
        out
    }
}

/// Words of the paragraph as a piece.
fn words(line: Line) -> Piece {
    let part = Part::Words;
    Piece { part, line }
}

/// The cells that pieces take.
fn end_of(pieces: &[Piece]) -> usize {
    let ends = pieces
        .iter()
        .map(|piece| piece.line.indent + piece.line.cells);
    ends.max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::rows::{Anchor, Page};
    use super::*;
    use crate::model::Bulletin;
    use crate::width::Ambiguous;
    use crate::wrap::Rules;

    const TEXT: &str = "指标\t单位\t目标\t责任单位\n一、就业\t\t\t\n城镇新增就业\t万人\t50\t市人社局、市教育局、市退役军人局\n失业率\t%\t5.5\t\n说明。";

    fn page(cells: usize) -> (Bulletin, Page) {
        let section = Section {
            body: TEXT.into(),
            ..Section::default()
        };
        let bulletin = Bulletin::default().with_sections(vec![section]);
        let rules = Rules::default();
        let page = Page::new(&bulletin, 0..1, cells, Ambiguous::Narrow, rules);
        (bulletin, page)
    }

    fn rows(cells: usize) -> Vec<String> {
        let (bulletin, page) = page(cells);
        page.words(&bulletin).collect()
    }

    #[test]
    fn columns_stand_beside_each_other_and_numbers_at_their_right() {
        assert_eq!(
            rows(70),
            [
                "指标          单位  目标  责任单位",
                "──────────────────────────────────────────────────────────",
                "一、就业",
                "城镇新增就业  万人    50  市人社局、市教育局、市退役军人局",
                "失业率        %      5.5",
                "",
                "    说明。"
            ]
        );
    }

    #[test]
    fn a_long_cell_takes_several_lines_of_its_column() {
        assert_eq!(
            rows(40),
            [
                "指标        单位  目标  责任单位",
                "────────────────────────────────────────",
                "一、就业",
                "",
                "城镇新增    万人    50  市人社局、市教育",
                "就业                    局、市退役军人局",
                "",
                "失业率      %      5.5",
                "",
                "    说明。"
            ]
        );
    }

    #[test]
    fn a_row_is_a_block_where_columns_do_not_fit() {
        assert_eq!(
            rows(20),
            [
                "指标  单位  目标",
                "责任单位",
                "────────────────────",
                "一、就业",
                "",
                "指标：城镇新增就业",
                "单位：万人",
                "目标：50",
                "责任单位：市人社局、",
                "  市教育局、市退役军",
                "  人局",
                "",
                "指标：失业率",
                "单位：%",
                "目标：5.5",
                "",
                "  说明。"
            ]
        );
    }

    #[test]
    fn a_byte_of_a_cell_is_found_at_any_width() {
        let from = TEXT.find("城镇").unwrap();
        for (cells, expected) in [(70, 3), (40, 5), (20, 9)] {
            let (_, page) = page(cells);
            let byte = Some(TEXT.find("市退役").unwrap() - from);
            let anchor = Anchor { paragraph: 2, byte };
            assert_eq!(page.row_of_anchor(anchor), expected, "{cells}");
        }
    }
}
