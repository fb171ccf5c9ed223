//! How wide the columns of a table are, or that they do not fit beside each other.
//!
//! Knows cells and nothing of what stands in them.

use std::ops::Range;

use crate::model::table::{Table, cells};
use crate::wrap::{self, Rules, Setting};

/// Cells between two columns.
pub const GAP: usize = 2;

/// Cells below which a column of longer words is not narrowed: four characters.
const NARROWEST: usize = 8;

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The cells it begins behind.
    pub at: usize,
    /// Its own cells.
    pub cells: usize,
    /// Whether its words stand at its right: numbers only.
    pub right: bool,
}

/// How a table is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// Columns side by side.
    Columns {
        /// The columns.
        columns: Vec<Column>,
        /// Whether some row below the head has several lines: rows stand apart then.
        tall: bool,
    },
    /// Each row as a block of lines, one for each cell: the head's words for each column, as byte ranges of the
    /// body.
    Blocks(Vec<Vec<Range<usize>>>),
}

/// What the cells of a column need.
#[derive(Clone, Copy, Debug)]
struct Need {
    /// Cells of the longest on one line.
    natural: usize,
    /// The same of those below the head.
    below: usize,
    /// Cells of the longest run that no line may part.
    narrowest: usize,
    /// Whether all below the head are numbers, or empty.
    numbers: bool,
}

/// How cells are set: marks hang in no column, and nothing is indented.
pub fn setting_of_cells(setting: &Setting) -> Setting {
    let rules = Rules {
        hang: false,
        hang_lists: false,
        ..setting.rules
    };
    Setting::plain(setting.cells, setting.ambiguous).with(rules)
}

/// How a table of a text is set in some cells.
pub fn form(body: &str, table: &Table, setting: &Setting) -> Form {
    let needs = needs(body, table, setting);
    let shown = needs.iter().filter(|need| need.natural > 0).count();
    let gaps = GAP * shown.saturating_sub(1);
    let least = |need: &Need| need.natural.min(need.narrowest.max(NARROWEST));
    let together: usize = needs.iter().map(least).sum();
    if together + gaps > setting.cells {
        return Form::Blocks(heads(body, table));
    }
    let natural: Vec<usize> = needs.iter().map(|need| need.natural).collect();
    let least: Vec<usize> = needs.iter().map(least).collect();
    let widths = widths(&natural, &least, setting.cells - gaps);
    let tall = widths
        .iter()
        .zip(&needs)
        .any(|(width, need)| *width < need.below);
    let mut at = 0;
    let columns = needs.iter().zip(widths).map(|(need, cells)| {
        let column = Column {
            at,
            cells,
            right: need.numbers,
        };
        if cells > 0 {
            at += cells + GAP;
        }
        column
    });
    Form::Columns {
        columns: columns.collect(),
        tall,
    }
}

/// What each column of a table needs.
fn needs(body: &str, table: &Table, setting: &Setting) -> Vec<Need> {
    let setting = setting_of_cells(setting);
    let none = Need {
        natural: 0,
        below: 0,
        narrowest: 0,
        numbers: true,
    };
    let mut needs: Vec<Need> = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        if only_cell(body, row).is_some() {
            continue;
        }
        for (at, cell) in cells(body, row).enumerate() {
            if at == needs.len() {
                needs.push(none);
            }
            let Some(need) = needs.get_mut(at) else { break };
            let words = body.get(cell).unwrap_or_default();
            let extent = wrap::extent(words, &setting);
            need.natural = need.natural.max(extent.natural);
            need.narrowest = need.narrowest.max(extent.narrowest);
            if index >= table.extent.head {
                need.numbers &= is_number(words);
                need.below = need.below.max(extent.natural);
            }
        }
    }
    needs
}

/// The one cell of a row of several that has words; it takes all of its line, as the name of a group of rows does.
pub fn only_cell(body: &str, row: &Range<usize>) -> Option<Range<usize>> {
    let mut filled = cells(body, row).filter(|cell| !cell.is_empty());
    let first = filled.next()?;
    (filled.next().is_none() && first.start == row.start).then_some(first)
}

/// Whether words are a number and nothing else, or nothing.
fn is_number(words: &str) -> bool {
    words
        .chars()
        .all(|c| c.is_ascii_digit() || ".,%+-−—–/ ".contains(c))
}

/// Shares cells among columns: each has at least its least, at most its natural ones. What is scarce is shared
/// by the square roots of what the columns need: a long text gets more lines, and not all of the cells.
fn widths(natural: &[usize], least: &[usize], room: usize) -> Vec<usize> {
    if natural.iter().sum::<usize>() <= room {
        return natural.to_vec();
    }
    let weights: Vec<usize> = natural.iter().map(|cells| cells.isqrt().max(1)).collect();
    let share = |scale: usize| -> Vec<usize> {
        let columns = natural.iter().zip(least).zip(&weights);
        columns
            .map(|((natural, least), weight)| (scale * weight / FINE).clamp(*least, *natural))
            .collect()
    };
    // The largest scale that fits, by halves.
    let (mut fits, mut over) = (0, room.saturating_mul(FINE).saturating_add(1));
    while over - fits > 1 {
        let middle = fits + (over - fits) / 2;
        if share(middle).iter().sum::<usize>() <= room {
            fits = middle;
        } else {
            over = middle;
        }
    }
    let mut widths = share(fits);
    let mut left = room.saturating_sub(widths.iter().sum());
    for (width, natural) in widths.iter_mut().zip(natural) {
        let more = left.min(natural - *width).min(1);
        *width += more;
        left -= more;
    }
    widths
}

/// Steps of a scale of widths.
const FINE: usize = 16;

/// The head's words for each column. In the upper lines of a head with several, a cell without words belongs to
/// the one on its left if there are words below it: it was merged with that one.
fn heads(body: &str, table: &Table) -> Vec<Vec<Range<usize>>> {
    let lines = table.rows.iter().take(table.extent.head);
    let lines: Vec<Vec<Range<usize>>> = lines.map(|row| cells(body, row).collect()).collect();
    let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
    let mut heads = vec![Vec::new(); columns];
    for (at, line) in lines.iter().enumerate() {
        let below = lines.get(at + 1..).unwrap_or_default();
        let mut left: Option<&Range<usize>> = None;
        for (column, head) in heads.iter_mut().enumerate() {
            let own = line.get(column).filter(|cell| !cell.is_empty());
            let filled = |line: &Vec<Range<usize>>| line.get(column).is_some_and(|c| !c.is_empty());
            let merged = || left.filter(|_| below.iter().any(filled));
            head.extend(own.or_else(merged).cloned());
            left = own.or(left);
        }
    }
    heads
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::table::find;

    #[test]
    fn scarce_cells_are_shared() {
        assert_eq!(widths(&[4, 8], &[4, 8], 20), [4, 8]);
        let shared = widths(&[4, 100, 25], &[4, 8, 8], 44);
        assert_eq!(shared.iter().sum::<usize>(), 44);
        assert!(shared[0] == 4 && shared[1] > shared[2], "{shared:?}");
        // Nobody gets less than the least.
        assert_eq!(widths(&[10_000, 10], &[8, 10], 18), [8, 10]);
    }

    #[test]
    fn a_head_of_several_lines_names_each_column() {
        let body = "指标\t2025年\t\t备注\n\t目标\t完成\t\n就业\t50\t51\t";
        let mut table = find(body, &[]).remove(0);
        table.extent.head = 2;
        let names: Vec<Vec<&str>> = heads(body, &table)
            .into_iter()
            .map(|head| head.into_iter().map(|at| body.get(at).unwrap()).collect())
            .collect();
        let expected = [
            &["指标"][..],
            &["2025年", "目标"],
            &["2025年", "完成"],
            &["备注"],
        ];
        assert_eq!(names, expected);
    }
}
