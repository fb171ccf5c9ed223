//! The rows of a group under the headings of the chapters they stand in.
//!
//! Knows nothing of verdicts.

use crate::model::{Bulletin, Section};

use super::row::Cell;
use super::tally::Entry;

/// Rows by the heading of their chapter as it is printed, in the order of the first row of each.
pub fn by_chapter(rows: Vec<Entry>, bulletins: &[Bulletin]) -> Vec<(String, Vec<Entry>)> {
    let mut chapters: Vec<((usize, usize), Vec<Entry>)> = Vec::new();
    for entry in rows {
        let place = chapter(entry.cell, bulletins);
        match chapters.iter_mut().find(|(known, _)| *known == place) {
            Some((_, rows)) => rows.push(entry),
            None => chapters.push((place, vec![entry])),
        }
    }
    let named = chapters.into_iter();
    named
        .map(|(place, rows)| (heading(place, bulletins), rows))
        .collect()
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
    let words = |section: &Section| format!("{}{}", section.label, section.outline_heading());
    section.map(words).unwrap_or_default()
}
