//! Years side by side, set: in columns where the screen is wide enough, else one below the other, row by row.

use std::cmp::Reverse;

use crate::page::{Page, SetLine, Setter};
use crate::parallel::{Change, Column, Parallel, ParallelPosition};
use crate::store::store::Store;
use crate::view::area::{Area, body, measure};
use crate::width::Ambiguous;
use crate::wrap::{Rules, Setting};

use super::row::ParallelRow;

/// Rows without a change that are folded, at least.
const FOLDED: usize = 4;
/// Cells a column has at least: a line of thirteen characters.
const COLUMN: u16 = 30;

/// The body of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Areas {
    /// The row of the years.
    pub head: Area,
    /// All rows of text.
    pub text: Area,
    /// The columns, between them a cell each; none where they stand one below the other.
    pub beside: Vec<Area>,
}

impl Areas {
    /// So many years side by side, or one below the other where they have no room, on a screen of so many cells and
    /// rows.
    pub fn new(size: (u16, u16), columns: usize) -> Self {
        let body = body(size);
        let head = Area {
            rows: 1.min(body.rows),
            ..body
        };
        let text = Area {
            y: body.y + head.rows,
            rows: body.rows - head.rows,
            ..body
        };
        let count = columns.max(1) as u16;
        let cells = (body.cells + 1) / count - 1;
        let column = |at: u16| Area {
            x: body.x + at * (cells + 1),
            cells,
            ..text
        };
        let beside = if cells >= COLUMN || count == 1 {
            (0..count).map(column).collect()
        } else {
            Vec::new()
        };
        Self { head, text, beside }
    }

    /// Rows of text, at least one.
    pub fn rows(&self) -> usize {
        usize::from(self.text.rows).max(1)
    }

    /// Cells of a column.
    fn column_cells(&self) -> u16 {
        self.beside.first().unwrap_or(&self.text).cells
    }
}

/// What rows are set for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetFor {
    cells: u16,
    /// Columns that stand side by side.
    beside: u16,
    ambiguous: Ambiguous,
    rules: Rules,
    folded: bool,
}

impl SetFor {
    /// What rows are to be set for now.
    pub fn new(areas: &Areas, folded: bool, store: &Store) -> Self {
        Self {
            cells: measure(areas.column_cells(), store.rules.hang),
            beside: areas.beside.len() as u16,
            ambiguous: store.ambiguous,
            rules: store.rules,
            folded,
        }
    }
}

/// The rows.
#[derive(Debug)]
pub struct Lay {
    /// The rows of the screen.
    pub rows: Vec<ParallelRow>,
    /// For each row of the text the first of its rows on the screen.
    first: Vec<usize>,
    /// What they were set for.
    pub set_for: SetFor,
}

impl Lay {
    /// Sets a text.
    pub fn new(text: &Parallel, set_for: SetFor, store: &Store) -> Self {
        let mut rows = set(text, set_for, store);
        if set_for.folded {
            rows = fold(&rows, |row| has_change(text, row));
        }
        let mut first = vec![0; text.rows.len()];
        for (at, screen) in rows.iter().enumerate().rev() {
            if let Some(slot) = screen.row().and_then(|row| first.get_mut(row)) {
                *slot = at;
            }
        }
        Self {
            rows,
            first,
            set_for,
        }
    }

    /// The place where a row begins.
    fn place(&self, text: &Parallel, row: usize) -> Option<ParallelPosition> {
        let place = |row: usize, column: usize, line: Option<&SetLine>| {
            let (_, paragraph) = text.cell(row, column)?;
            let line = line?.line;
            Some(ParallelPosition {
                column,
                paragraph,
                span: line.start..line.end,
            })
        };
        match self.rows.get(row)? {
            ParallelRow::Beside { row, lines, .. } => {
                let mut lines = lines.iter().enumerate();
                lines.find_map(|(column, line)| place(*row, column, line.as_ref()))
            }
            ParallelRow::One { row, column, line } => place(*row, *column, Some(line)),
            _ => None,
        }
    }

    /// The place where a row begins, or the next one below it.
    pub fn place_from(&self, text: &Parallel, row: usize) -> Option<ParallelPosition> {
        (row..self.rows.len()).find_map(|row| self.place(text, row))
    }

    /// The row that holds a place, or the one before it.
    pub fn row_of(&self, text: &Parallel, place: &ParallelPosition) -> usize {
        let row = text.row_of(place.column, place.paragraph);
        let first = row.and_then(|row| self.first.get(row).copied());
        let (Some(row), Some(first)) = (row, first) else {
            return 0;
        };
        let start = |screen: &ParallelRow| {
            let line = match screen {
                ParallelRow::Beside { lines, .. } => lines.get(place.column)?.as_ref()?,
                ParallelRow::One { column, line, .. } if *column == place.column => line,
                _ => return None,
            };
            line.begins_before(place.span.start)
        };
        let own = self.rows.iter().enumerate().skip(first);
        let own = own.take_while(|(_, screen)| screen.row().is_none_or(|at| at == row));
        // Words of a row of a table stand in the line in which they begin last.
        let before = own.filter_map(|(at, screen)| Some((start(screen)?, Reverse(at))));
        before.max().map_or(first, |(_, Reverse(at))| at)
    }

    /// The row of a change: where its new words begin, or where its old ones did.
    pub fn row_of_change(&self, text: &Parallel, change: &Change) -> usize {
        let words = |place: &&ParallelPosition| !place.span.is_empty();
        let place = change.new.as_ref().filter(words).or(change.old.as_ref());
        place
            .or(change.new.as_ref())
            .map_or(0, |place| self.row_of(text, place))
    }
}

/// Sets the columns of a text, row by row.
fn set(text: &Parallel, set_for: SetFor, store: &Store) -> Vec<ParallelRow> {
    let (cells, ambiguous) = (usize::from(set_for.cells), set_for.ambiguous);
    let setter = |column: &Column| {
        let bulletin = store.bulletins.get(column.shown.bulletin);
        let setting = bulletin.map(|b| Page::setting(b, cells, ambiguous, set_for.rules));
        Setter::new(setting.unwrap_or(Setting::plain(cells, ambiguous)))
    };
    let mut setters: Vec<Setter> = text.columns.iter().map(setter).collect();
    let mut lines = |at: usize, paragraph: usize| {
        let column = text.columns.get(at)?;
        let paragraph = column.paragraphs.get(paragraph)?;
        let section = store.section(column.shown.bulletin, paragraph.section)?;
        Some(setters.get_mut(at)?.lines(paragraph, section))
    };
    let mut out = Vec::new();
    for (row, paragraphs) in text.rows.iter().enumerate() {
        if row > 0 {
            out.push(ParallelRow::Blank);
        }
        let set: Vec<Vec<SetLine>> = paragraphs
            .iter()
            .enumerate()
            .map(|(column, at)| at.and_then(|at| lines(column, at)).unwrap_or_default())
            .collect();
        if set_for.beside > 0 {
            let height = set.iter().map(Vec::len).max().unwrap_or(0);
            out.extend((0..height).map(|at| ParallelRow::Beside {
                row,
                lines: set.iter().map(|lines| lines.get(at).cloned()).collect(),
                first: at == 0,
            }));
        } else {
            for (column, lines) in set.into_iter().enumerate() {
                if lines.is_empty() {
                    continue;
                }
                out.push(ParallelRow::Year { row, column });
                let lines = lines.into_iter();
                out.extend(lines.map(|line| ParallelRow::One { row, column, line }));
            }
        }
    }
    out
}

/// Whether a row has a change in it.
fn has_change(text: &Parallel, row: &ParallelRow) -> bool {
    let changes = |row: usize, column: usize, line: &SetLine| {
        let marks = || {
            let (column, paragraph) = text.cell(row, column)?;
            let marks = [column.added.get(paragraph)?, column.gone.get(paragraph)?];
            let mut marks = marks.into_iter().flatten();
            Some(marks.any(|mark| line.touches(&mark.span)))
        };
        marks().unwrap_or(false)
    };
    match row {
        ParallelRow::Beside { row, lines, .. } => {
            let mut lines = lines.iter().enumerate();
            lines.any(|(column, line)| {
                let line = line.as_ref();
                line.is_some_and(|line| changes(*row, column, line))
            })
        }
        ParallelRow::One { row, column, line } => changes(*row, *column, line),
        _ => false,
    }
}

/// Takes rows without a change out, but for one on each side of what stays.
fn fold(rows: &[ParallelRow], has_change: impl Fn(&ParallelRow) -> bool) -> Vec<ParallelRow> {
    let alike = |a: &ParallelRow, b: &ParallelRow| has_change(a) == has_change(b);
    let (mut folded, mut at) = (Vec::with_capacity(rows.len()), 0);
    for run in rows.chunk_by(alike) {
        let changed = run.first().is_some_and(&has_change);
        let before = usize::from(at > 0);
        at += run.len();
        let behind = usize::from(at < rows.len());
        let hidden = run.len().saturating_sub(before + behind);
        if changed || hidden < FOLDED {
            folded.extend_from_slice(run);
        } else {
            folded.extend(run.iter().take(before).cloned());
            folded.push(ParallelRow::Folded(hidden));
            folded.extend(run.iter().skip(before + hidden).cloned());
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_body_or_stand_one_below_the_other() {
        for size in (20..=200).flat_map(|cells| [(cells, 5), (cells, 24)]) {
            for columns in 1..=4 {
                let areas = Areas::new(size, columns);
                let body = body(size);
                assert_eq!(areas.head.rows + areas.text.rows, body.rows);
                let ends = areas.beside.iter().map(|area| area.end());
                assert!(ends.clone().all(|end| end <= body.end()), "{size:?}");
                assert!(areas.beside.is_empty() || ends.count() == columns);
            }
        }
        assert!(Areas::new((60, 24), 2).beside.is_empty());
        assert_eq!(Areas::new((61, 24), 2).beside.len(), 2);
    }

    #[test]
    fn long_runs_without_a_change_are_folded_but_for_a_row_on_each_side() {
        // A year stands for a row with a change.
        let changed = |row: &ParallelRow| matches!(row, ParallelRow::Year { .. });
        let row = |c: char| match c {
            '+' => ParallelRow::Year { row: 0, column: 0 },
            _ => ParallelRow::Blank,
        };
        let folded = |rows: &str| -> String {
            let rows: Vec<ParallelRow> = rows.chars().map(row).collect();
            let rows = fold(&rows, changed);
            let sign = |row: &ParallelRow| match row {
                ParallelRow::Year { .. } => "+".to_owned(),
                ParallelRow::Folded(count) => count.to_string(),
                _ => ".".to_owned(),
            };
            rows.iter().map(sign).collect()
        };
        assert_eq!(folded("+......+"), "+.4.+");
        assert_eq!(folded("+.....+"), "+.....+");
        assert_eq!(folded(".....+....."), "4.+.4");
        assert_eq!(folded("...."), "4");
        assert_eq!(folded(""), "");
    }
}
