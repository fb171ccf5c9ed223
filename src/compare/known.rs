//! The rows that are known so far, by key, by the catalogue and by name.
//!
//! Knows nothing of which figures come first.

use std::collections::HashMap;

use crate::model::{Origin, Role};

use super::row::{Cell, Column, Facts, Row};

/// What is one by the catalogue.
pub struct CatalogueKey {
    /// The indicator.
    pub id: String,
    /// The id with what has to agree: measure, unit and scope.
    pub folded: String,
}

/// What a figure is known by: its key, what it is by the catalogue, its folded name.
pub type Names<'n> = (Option<&'n str>, Option<&'n CatalogueKey>, &'n str);

/// Rows by key, by the catalogue and by name.
#[derive(Default)]
pub struct Known {
    keys: HashMap<String, Group>,
    ids: HashMap<String, Group>,
    names: HashMap<String, Group>,
}

impl Known {
    /// The first row of what a figure is known by, and the first one with nothing in a column.
    pub fn look(
        &mut self,
        (key, id, name): Names<'_>,
        column: usize,
        rows: &[Row],
    ) -> (Option<usize>, Option<usize>) {
        let of = |groups: &mut HashMap<String, Group>, word: &str| {
            let group = groups.get_mut(word);
            group.map_or((None, None), |group| group.look(column, rows))
        };
        match (key, id) {
            (Some(key), _) => of(&mut self.keys, key),
            (None, None) => of(&mut self.names, name),
            (None, Some(id)) => {
                let (by_id, by_name) = (of(&mut self.ids, &id.folded), of(&mut self.names, name));
                (by_name.0.or(by_id.0), by_id.1.or(by_name.1))
            }
        }
    }

    /// The row of a name that promises for the year of a column, and has nothing in it.
    pub fn promise(
        &self,
        name: &str,
        (column, columns): (usize, &[Column]),
        rows: &[Row],
    ) -> Option<usize> {
        let target = columns.iter().position(|one| {
            let column = columns.get(column);
            one.role == Role::Target && column.is_some_and(|column| one.answers(column))
        })?;
        let open = |row: &Row| {
            let filled = |at: usize| row.cells.get(at).is_some_and(Option::is_some);
            filled(target) && !filled(column)
        };
        let mut of_name = self.names.get(name)?.rows.iter().copied();
        of_name.find(|at| rows.get(*at).is_some_and(open))
    }

    /// Whether the same bulletin tells a figure in a column already: an annex repeats the targets of the text. What the
    /// author of a file lists is never told twice.
    pub fn tells(
        &self,
        facts: Facts<'_>,
        (key, id, name): Names<'_>,
        (cell, column): (Cell, usize),
        rows: &[Row],
    ) -> bool {
        let Some(figure) = cell.figure(facts) else {
            return false;
        };
        let groups = [
            self.names.get(name),
            id.and_then(|id| self.ids.get(&id.folded)),
        ];
        let known = groups.into_iter().flatten().flat_map(|group| &group.rows);
        let mut cells = known.filter_map(|at| rows.get(*at)?.cells.get(column).copied()?);
        let found = figure.origin == Origin::Found && key.is_none();
        found
            && cells.any(|other| {
                other.bulletin == cell.bulletin
                    && other.figure(facts).is_some_and(|other| {
                        (&other.reading, &other.scope) == (&figure.reading, &figure.scope)
                            && (figure.reading.is_some() || other.value == figure.value)
                    })
            })
    }

    pub fn add(&mut self, (key, id, name): Names<'_>, row: usize) {
        let add = |groups: &mut HashMap<String, Group>, word: &str| {
            groups.entry(word.to_owned()).or_default().add(row);
        };
        if let Some(key) = key {
            add(&mut self.keys, key);
        }
        if let Some(id) = id {
            add(&mut self.ids, &id.folded);
        }
        add(&mut self.names, name);
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
    /// The first row, and the first with nothing in a column.
    fn look(&mut self, column: usize, rows: &[Row]) -> (Option<usize>, Option<usize>) {
        (self.rows.first().copied(), self.free(column, rows))
    }

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
