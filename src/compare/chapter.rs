//! The rows of a group under the headings of the chapters they stand in.
//!
//! Knows nothing of verdicts.

use crate::model::{Bulletin, Section};

use super::row::Cell;

/// Rows by the heading of their chapter as it is printed, in the order of the first row of each; `cell` says where a row
/// stands.
pub fn by_chapter<T>(
    rows: impl IntoIterator<Item = T>,
    cell: impl Fn(&T) -> Cell,
    bulletins: &[Bulletin],
) -> Vec<(String, Vec<T>)> {
    let mut chapters: Vec<((usize, usize), Vec<T>)> = Vec::new();
    for row in rows {
        let place = chapter(cell(&row), bulletins);
        match chapters.iter_mut().find(|(known, _)| *known == place) {
            Some((_, rows)) => rows.push(row),
            None => chapters.push((place, vec![row])),
        }
    }
    let named = chapters.into_iter();
    named
        .map(|(place, rows)| (heading(place, bulletins), rows))
        .collect()
}

/// The heading of the chapter that a cell stands in.
pub fn chapter_heading(cell: Cell, bulletins: &[Bulletin]) -> String {
    heading(chapter(cell, bulletins), bulletins)
}

/// The part of a bulletin's chapter that a cell stands in, or the chapter itself.
fn chapter(cell: Cell, bulletins: &[Bulletin]) -> (usize, usize) {
    let mut at = cell.section;
    if let Some(bulletin) = bulletins.get(cell.bulletin) {
        while let Some(parent) = bulletin.parent(at)
            && bulletin.parent(parent).is_some()
        {
            at = parent;
        }
    }
    (cell.bulletin, at)
}

fn heading((bulletin, section): (usize, usize), bulletins: &[Bulletin]) -> String {
    let bulletin = bulletins.get(bulletin);
    let section = bulletin.and_then(|bulletin| bulletin.sections().get(section));
    section.map(Section::labelled_heading).unwrap_or_default()
}
