//! Exact pairing: which figures are one indicator by equal keys, else by equal folded names.
//!
//! Knows nothing of similarity.

use std::collections::HashMap;

use crate::fold::fold;
use crate::lexicon::List;
use crate::model::Figure;

use super::links::Overrides;
use super::row::{Cell, Column, Facts, Pairing, Row};
use super::series::compared;

/// Ends of names of growth and decline: 增速, 降幅.
static GROWTH_NAMES: List = List::new("growth-name");

/// The rows of a series in the order in which their indicators first come in the text. No figure
/// is in two rows, and no row has two figures in one column: a second one of the same year
/// and role gets a row of its own, which names the first one in [`Row::beside`].
///
/// Figures of one name that a user said are not one stay apart.
pub fn rows(
    facts: Facts<'_>,
    members: &[usize],
    columns: &[Column],
    overrides: &Overrides,
) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let (mut keys, mut names) = (Known::default(), Known::default());
    // Keyed figures first, so that one without a key joins the row its name belongs to.
    for keyed in [true, false] {
        for &index in members {
            for (cell, figure) in compared(facts, index) {
                let column = columns
                    .iter()
                    .position(|c| Some(c.year) == figure.year && c.role == figure.role);
                let (Some(column), true) = (column, figure.key.is_some() == keyed) else {
                    continue;
                };
                let name = name_key(figure);
                let known = match &figure.key {
                    Some(key) => keys.of(key),
                    None => names.of(&name),
                };
                let first = known.rows.first().copied();
                let free = known.free(column, &rows);
                let apart = free.and_then(|at| rows.get(at));
                let apart = apart.is_some_and(|row| overrides.forbid(&[Some(cell)], &row.cells));
                if apart && figure.key.is_none() {
                    let mut row = new_row(figure, columns.len(), None);
                    join(&mut row, cell, column, figure);
                    rows.push(row);
                    continue;
                }
                let at = free.unwrap_or_else(|| {
                    rows.push(new_row(figure, columns.len(), first));
                    rows.len() - 1
                });
                if let Some(key) = &figure.key {
                    keys.of(key).add(at);
                }
                names.of(&name).add(at);
                if let Some(row) = rows.get_mut(at) {
                    join(row, cell, column, figure);
                }
            }
        }
    }
    agree(facts, &mut rows);
    rows
}

/// Where an indicator has two figures in one column (提高0.3平方米，达到12.8平方米), the row takes the one with the
/// measure of its other figures.
fn agree(facts: Facts<'_>, rows: &mut [Row]) {
    let measure = |cell: Option<Cell>| {
        let reading = cell?.figure(facts)?.reading.as_ref()?;
        Some(reading.measure)
    };
    for at in 0..rows.len() {
        let unkeyed = rows.get(at).filter(|row| row.key.is_none());
        let Some((first, second)) = unkeyed.and_then(|row| Some((row.beside?, at))) else {
            continue;
        };
        for column in 0..rows.get(at).map_or(0, |row| row.cells.len()) {
            let cell = |row: usize, column: usize| rows.get(row)?.cells.get(column).copied()?;
            let (Some(own), Some(other)) =
                (measure(cell(first, column)), measure(cell(second, column)))
            else {
                continue;
            };
            let columns = rows.get(first).map_or(0, |row| row.cells.len());
            let mut others = (0..columns).filter(|one| *one != column);
            let wanted = others.find_map(|one| measure(cell(first, one)));
            if wanted != Some(other) || own == other {
                continue;
            }
            let (a, b) = (cell(first, column), cell(second, column));
            for (row, value) in [(first, b), (second, a)] {
                if let Some(slot) = rows.get_mut(row).and_then(|row| row.cells.get_mut(column)) {
                    *slot = value;
                }
            }
        }
    }
}

/// The key by which names are equal. It has no word of growth or decline: the trend of the figure says that.
fn name_key(figure: &Figure) -> String {
    let name = fold(&figure.indicator);
    let stem = GROWTH_NAMES
        .words()
        .find_map(|word| name.strip_suffix(word));
    // No name has a line end.
    stem.map_or_else(|| name.clone(), |stem| format!("{stem}\n"))
}

/// Rows by key or by name.
#[derive(Default)]
struct Known(HashMap<String, Group>);

impl Known {
    fn of(&mut self, word: &str) -> &mut Group {
        self.0.entry(word.to_owned()).or_default()
    }
}

/// The rows of one key or name, ascending.
#[derive(Default)]
struct Group {
    rows: Vec<usize>,
    /// For each column the number of rows, from the first on, that have it filled.
    filled: HashMap<usize, usize>,
}

impl Group {
    /// The first row with nothing in a column.
    fn free(&mut self, column: usize, rows: &[Row]) -> Option<usize> {
        let filled = self.filled.entry(column).or_insert(0);
        while let Some(&at) = self.rows.get(*filled) {
            let cell = rows.get(at).and_then(|row| row.cells.get(column));
            if cell.is_some_and(Option::is_none) {
                return Some(at);
            }
            *filled += 1;
        }
        None
    }

    fn add(&mut self, row: usize) {
        if let Err(at) = self.rows.binary_search(&row) {
            self.rows.insert(at, row);
            if at + 1 < self.rows.len() {
                self.filled.clear();
            }
        }
    }
}

fn new_row(figure: &Figure, columns: usize, beside: Option<usize>) -> Row {
    Row {
        indicator: figure.indicator.clone(),
        key: figure.key.clone(),
        pairing: if figure.key.is_some() {
            Pairing::Key
        } else {
            Pairing::Name
        },
        pairs: Vec::new(),
        cells: vec![None; columns],
        verdicts: Vec::new(),
        numeric: false,
        beside,
    }
}

fn join(row: &mut Row, cell: Cell, column: usize, figure: &Figure) {
    if figure.value.is_some() && !row.numeric {
        row.indicator.clone_from(&figure.indicator);
    }
    row.numeric |= figure.value.is_some();
    if figure.key.is_none() {
        row.pairing = Pairing::Name;
    }
    if let Some(slot) = row.cells.get_mut(column) {
        *slot = Some(cell);
    }
}
