//! The cells of a table in rows and columns, merged ones filled in where that is sure. Knows no words.

use std::ops::Range;

use crate::model::table::{Table, cells};

/// Head rows that may stand below the first one, though nobody told of them.
const MORE_HEAD: usize = 2;

/// The cells of a table, as byte ranges of its text.
#[derive(Debug)]
pub struct Grid<'t> {
    text: &'t str,
    rows: Vec<Vec<Range<usize>>>,
    /// Rows above the head that are one cell: the title of the table.
    title: usize,
    /// The row behind the head.
    head: usize,
}

impl<'t> Grid<'t> {
    /// Those of a table. None where it has no head, or nothing below it. `may_be_head` says whether a cell can be one of
    /// a head.
    pub fn new(text: &'t str, table: &Table, may_be_head: impl Fn(&str) -> bool) -> Option<Self> {
        let rows = table.rows.iter().map(|row| cells(text, row).collect());
        let mut grid = Self {
            text,
            rows: rows.collect(),
            title: 0,
            head: table.extent.head,
        };
        if grid.head == 0 {
            return None;
        }
        while grid.is_title(grid.title) {
            grid.title += 1;
        }
        grid.head = grid.head.max(grid.title + 1);
        for _ in 0..MORE_HEAD {
            grid.head += usize::from(grid.goes_on(&may_be_head));
        }
        (grid.head < grid.rows.len()).then_some(grid)
    }

    /// Whether the row behind the head belongs to it: it begins with an empty cell below the head of its column, as merged
    /// cells do, and all its words may be of a head.
    fn goes_on(&self, may_be_head: impl Fn(&str) -> bool) -> bool {
        let row = self.head;
        let own = || self.columns_of(row).map(|at| self.words(row, at));
        let begins = self.words(row, 0).is_empty() && !self.words(row - 1, 0).is_empty();
        begins && own().all(|cell| cell.is_empty() || may_be_head(cell)) && self.filled(row) > 0
    }

    /// Whether a row above the head has no cell but its first: it was merged over all of them.
    fn is_title(&self, row: usize) -> bool {
        let alone = self.filled(row) == usize::from(!self.words(row, 0).is_empty());
        row < self.rows.len() && alone
    }

    fn columns_of(&self, row: usize) -> Range<usize> {
        0..self.rows.get(row).map_or(0, Vec::len)
    }

    /// How many cells of a row have words.
    pub fn filled(&self, row: usize) -> usize {
        let words = self.columns_of(row).map(|at| self.words(row, at));
        words.filter(|words| !words.is_empty()).count()
    }

    /// The same table with its rows as columns.
    #[must_use]
    pub fn turned(&self) -> Self {
        let rows = self.rows.get(self.title..).unwrap_or_default();
        let cell = |row: &Vec<Range<usize>>, at: usize| row.get(at).cloned().unwrap_or(0..0);
        let column = |at: usize| rows.iter().map(|row| cell(row, at)).collect();
        Self {
            text: self.text,
            rows: (0..self.width()).map(column).collect(),
            title: 0,
            head: 1,
        }
    }

    /// How many columns the head has.
    pub fn width(&self) -> usize {
        let head = self.rows.get(self.title..self.head).unwrap_or_default();
        head.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// How many rows the head has.
    pub fn head_rows(&self) -> usize {
        self.head - self.title
    }

    /// The rows below the head.
    pub fn data(&self) -> Range<usize> {
        self.head..self.rows.len()
    }

    /// Where a cell stands.
    pub fn cell(&self, row: usize, column: usize) -> Range<usize> {
        let row = self.rows.get(row);
        row.and_then(|row| row.get(column)).cloned().unwrap_or(0..0)
    }

    /// The words of a cell; empty where there is none.
    pub fn words(&self, row: usize, column: usize) -> &'t str {
        self.text.get(self.cell(row, column)).unwrap_or_default()
    }

    /// The words of the title rows.
    pub fn title(&self) -> impl Iterator<Item = &'t str> + '_ {
        let cells = (0..self.title).flat_map(|row| self.columns_of(row).map(move |at| (row, at)));
        cells
            .map(|(row, at)| self.words(row, at))
            .filter(|words| !words.is_empty())
    }

    /// The words over each column, from the top down. A merged cell holds for the columns beside it that have words of
    /// their own below it.
    pub fn heads(&self) -> Vec<Vec<&'t str>> {
        let mut heads: Vec<Vec<&str>> = vec![Vec::new(); self.width()];
        for row in self.title..self.head {
            let mut merged = "";
            for (at, head) in heads.iter_mut().enumerate() {
                let below = (row + 1..self.head).any(|row| !self.words(row, at).is_empty());
                let own = self.words(row, at);
                merged = match (own.is_empty(), below) {
                    (false, true) => own,
                    (true, true) => merged,
                    (_, false) => "",
                };
                let words = if own.is_empty() { merged } else { own };
                if !words.is_empty() {
                    head.push(words);
                }
            }
        }
        heads
    }

    /// Whether a row says again what the head says: on the next page.
    pub fn repeats_head(&self, row: usize) -> bool {
        let mut heads = self.title..self.head;
        let same = |head: usize| {
            let own = self.columns_of(row);
            own.clone()
                .all(|at| self.words(row, at) == self.words(head, at))
        };
        self.filled(row) > 0 && heads.any(same)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::table::find;

    fn heads(text: &str) -> Vec<String> {
        let table = find(text, &[]).remove(0);
        let grid = Grid::new(text, &table, |cell| !cell.contains('5')).unwrap();
        grid.heads().iter().map(|words| words.join("/")).collect()
    }

    #[test]
    fn a_merged_cell_of_the_head_holds_for_what_stands_below_it() {
        assert_eq!(
            heads("指标\t单位\t2024年\t\t属性\n\t\t目标\t完成\t\n粮食\t万吨\t5\t5\t"),
            ["指标", "单位", "2024年/目标", "2024年/完成", "属性"]
        );
        // What stands beside it and has nothing below is no part of it.
        assert_eq!(
            heads("指标\t上年\t\n\t\t目标\n粮食\t5\t5"),
            ["指标", "上年", "目标"]
        );
    }

    #[test]
    fn a_title_over_the_head_is_none_of_it() {
        assert_eq!(heads("主要指标\t\n指标\t目标\n粮食\t5"), ["指标", "目标"]);
    }
}
