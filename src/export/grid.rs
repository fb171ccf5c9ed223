//! Lines of words in columns, for terminals: `list` and the table of a ledger.

use std::io::{self, Write};

use crate::width::{self, Ambiguous};

/// Cells between two columns.
const GAP: usize = 2;

/// Lines of words; the first one is the head. Columns with nothing below the head are left out.
#[derive(Debug)]
pub struct Grid {
    lines: Vec<Vec<String>>,
}

impl Grid {
    /// A grid with its head.
    pub fn new(head: Vec<String>) -> Self {
        Self { lines: vec![head] }
    }

    /// Adds a line.
    pub fn push(&mut self, line: Vec<String>) {
        self.lines.push(line);
    }

    /// Cells of each column, 0 for one that is left out.
    fn columns(&self, ambiguous: Ambiguous) -> Vec<usize> {
        let Some((head, body)) = self.lines.split_first() else {
            return Vec::new();
        };
        let widest = |(at, name): (usize, &String)| {
            let words = body.iter().filter_map(|line| line.get(at));
            let longest = words.map(|w| width::cells(w, ambiguous)).max();
            match longest.unwrap_or(0) {
                0 if !body.is_empty() => 0,
                cells => cells.max(width::cells(name, ambiguous)),
            }
        };
        head.iter().enumerate().map(widest).collect()
    }

    /// Cells of the whole grid.
    pub fn cells(&self, ambiguous: Ambiguous) -> usize {
        let columns = self.columns(ambiguous).into_iter();
        let shown: Vec<usize> = columns.filter(|cells| *cells > 0).collect();
        shown.iter().sum::<usize>() + GAP * shown.len().saturating_sub(1)
    }

    /// Writes it, the columns named in `right` set to the right.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write(
        &self,
        out: &mut dyn Write,
        right: &[usize],
        ambiguous: Ambiguous,
    ) -> io::Result<()> {
        let columns = self.columns(ambiguous);
        for line in &self.lines {
            let mut shown: Vec<String> = Vec::new();
            for (at, (word, cells)) in line.iter().zip(&columns).enumerate() {
                match *cells {
                    0 => {}
                    cells if right.contains(&at) => {
                        shown.push(width::pad_left(word, cells, ambiguous));
                    }
                    cells => shown.push(width::pad(word, cells, ambiguous)),
                }
            }
            let shown = shown.join(&" ".repeat(GAP));
            writeln!(out, "{}", width::visible_text(shown.trim_end()))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_columns_take_no_room() {
        let grid = |words: &[[&str; 3]]| {
            let mut lines = words.iter().map(|line| line.map(str::to_owned).to_vec());
            let mut grid = Grid::new(lines.next().unwrap());
            lines.for_each(|line| grid.push(line));
            grid
        };
        let grid = grid(&[["指标", "结果", "数"], ["甲", "", "12"]]);
        assert_eq!(grid.cells(Ambiguous::Narrow), 8);
        let mut out = Vec::new();
        grid.write(&mut out, &[2], Ambiguous::Narrow).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "指标  数\n甲    12\n");
    }
}
