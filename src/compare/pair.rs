//! Which figures are one indicator: equal keys, else equal folded names.

use crate::fold::fold;
use crate::model::{Bulletin, Figure};

use super::{Cell, Column, Pairing, Row};

/// The rows of a series in the order in which their indicators first stand in the text. No figure
/// stands in two rows, and no row has two figures in one column: a second one of the same year
/// and role gets a row of its own.
pub fn rows(bulletins: &[Bulletin], members: &[usize], columns: &[Column]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut names: Vec<Vec<String>> = Vec::new();
    // Keyed figures first, so that one without a key joins the row its name belongs to.
    for keyed in [true, false] {
        for &index in members {
            for (cell, figure) in figures(bulletins, index) {
                let column = columns
                    .iter()
                    .position(|c| Some(c.year) == figure.year && c.role == figure.role);
                let (Some(column), true) = (column, figure.key.is_some() == keyed) else {
                    continue;
                };
                let name = fold(&figure.indicator);
                let free = |row: &Row| row.cells.get(column).is_some_and(Option::is_none);
                let at = rows.iter().zip(&names).position(|(row, known)| {
                    free(row)
                        && if keyed {
                            row.key == figure.key
                        } else {
                            known.contains(&name)
                        }
                });
                let at = at.unwrap_or_else(|| {
                    rows.push(new_row(figure, columns.len()));
                    names.push(Vec::new());
                    rows.len() - 1
                });
                if let (Some(row), Some(known)) = (rows.get_mut(at), names.get_mut(at)) {
                    join(row, cell, column, figure);
                    known.push(name);
                }
            }
        }
    }
    rows
}

fn figures(bulletins: &[Bulletin], index: usize) -> impl Iterator<Item = (Cell, &Figure)> {
    let sections = bulletins
        .get(index)
        .map(Bulletin::sections)
        .unwrap_or_default();
    sections.iter().enumerate().flat_map(move |(section, s)| {
        s.figures.iter().enumerate().map(move |(figure, f)| {
            (
                Cell {
                    bulletin: index,
                    section,
                    figure,
                },
                f,
            )
        })
    })
}

fn new_row(figure: &Figure, columns: usize) -> Row {
    Row {
        indicator: figure.indicator.clone(),
        key: figure.key.clone(),
        pairing: if figure.key.is_some() {
            Pairing::Key
        } else {
            Pairing::Name
        },
        cells: vec![None; columns],
        verdicts: Vec::new(),
        numeric: false,
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
