//! Rows that are probably one indicator under two names: paired by likeness, and marked so.
//!
//! Likeness weighs the names, the words around the values and the headings they stand under; it
//! is asked only of figures with one unit. Keys are never overruled: two rows with keys stay two.

use std::collections::HashMap;

use crate::fold::{fold, fold_unit};
use crate::model::Bulletin;

use super::section::Pairs;
use super::{Pairing, Row};

/// Rows have to be alike at least this much.
const ALIKE: f64 = 0.55;
/// Their names at least this much.
const NAMES: f64 = 0.6;
/// A name that holds the other one whole counts this much.
const HOLDS: f64 = 0.85;

/// What is compared of a row.
struct Sketch {
    row: usize,
    name: String,
    pairs: Pairs,
    quote: Pairs,
    heading: Pairs,
}

/// Joins rows that are alike, most alike first, as long as no column is filled twice.
pub fn join(bulletins: &[Bulletin], mut rows: Vec<Row>) -> Vec<Row> {
    let mut scores: Vec<(f64, usize, usize)> = Vec::new();
    for group in by_unit(bulletins, &rows).values() {
        for (at, a) in group.iter().enumerate() {
            for b in group.iter().skip(at + 1) {
                if fits(&rows, a.row, b.row) {
                    let score = likeness(a, b);
                    if score >= ALIKE {
                        scores.push((score, a.row, b.row));
                    }
                }
            }
        }
    }
    scores.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    // Where each row went.
    let mut home: Vec<usize> = (0..rows.len()).collect();
    for (score, a, b) in scores {
        let (Some(&a), Some(&b)) = (home.get(a), home.get(b)) else {
            continue;
        };
        // The row that stands first in the text, or the one with the key, takes the other in.
        let keyed = |at: usize| rows.get(at).is_some_and(|row| row.key.is_some());
        let (a, b) = if keyed(b) || (b < a && !keyed(a)) {
            (b, a)
        } else {
            (a, b)
        };
        if a == b || !fits(&rows, a, b) {
            continue;
        }
        take_in(&mut rows, a, b, score);
        for place in &mut home {
            if *place == b {
                *place = a;
            }
        }
    }
    drop_empty(rows, &home)
}

/// Rows with values, by their unit. A second figure of an indicator stays where it is.
fn by_unit(bulletins: &[Bulletin], rows: &[Row]) -> HashMap<String, Vec<Sketch>> {
    let mut groups: HashMap<String, Vec<Sketch>> = HashMap::new();
    for (index, row) in rows.iter().enumerate() {
        let cell = row.cells.iter().flatten().find_map(|cell| {
            let (section, figure) = cell.look(bulletins)?;
            Some((section, figure, figure.reading.as_ref()?))
        });
        let Some((section, figure, reading)) = cell.filter(|_| row.beside.is_none()) else {
            continue;
        };
        let name = fold(&row.indicator);
        let group = groups.entry(fold_unit(&reading.unit)).or_default();
        group.push(Sketch {
            row: index,
            pairs: Pairs::of(&name),
            name,
            quote: Pairs::without_digits(&fold(section.quote(figure))),
            heading: Pairs::without_digits(&fold(&section.heading)),
        });
    }
    groups
}

/// Whether two rows may be one: no column twice, and not two keys.
fn fits(rows: &[Row], a: usize, b: usize) -> bool {
    let (Some(a), Some(b)) = (rows.get(a), rows.get(b)) else {
        return false;
    };
    let both = a
        .cells
        .iter()
        .zip(&b.cells)
        .any(|(a, b)| a.is_some() && b.is_some());
    !(both || (a.key.is_some() && b.key.is_some()))
}

/// From 0 to 1.
fn likeness(a: &Sketch, b: &Sketch) -> f64 {
    let (short, long) = if a.name.len() <= b.name.len() {
        (a, b)
    } else {
        (b, a)
    };
    let held = short.name.chars().count() >= 3 && long.name.contains(&short.name);
    let name = a.pairs.alike(&b.pairs).max(if held { HOLDS } else { 0.0 });
    // Without a likeness of names the rest cannot make up for it.
    if name < NAMES {
        return 0.0;
    }
    0.6 * name + 0.25 * a.quote.alike(&b.quote) + 0.15 * a.heading.alike(&b.heading)
}

/// Moves the cells of one row into another, which is as like as the least like of its cells.
fn take_in(rows: &mut [Row], a: usize, b: usize, score: f64) {
    let Some(other) = rows.get_mut(b) else { return };
    let (cells, numeric, pairing) = (
        std::mem::take(&mut other.cells),
        other.numeric,
        other.pairing,
    );
    let Some(row) = rows.get_mut(a) else { return };
    for (slot, cell) in row.cells.iter_mut().zip(cells) {
        *slot = slot.or(cell);
    }
    row.numeric |= numeric;
    let before = [row.pairing, pairing]
        .into_iter()
        .filter_map(|pairing| match pairing {
            Pairing::Similar(percent) => Some(percent),
            Pairing::Key | Pairing::Name => None,
        });
    row.pairing = Pairing::Similar(before.fold((score * 100.0).round() as u8, u8::min));
}

/// Drops rows that were taken in, and puts right which row another stands beside.
fn drop_empty(rows: Vec<Row>, home: &[usize]) -> Vec<Row> {
    let kept = |at: &usize| home.get(*at) == Some(at);
    let mut places: HashMap<usize, usize> = HashMap::new();
    for at in (0..rows.len()).filter(kept) {
        places.insert(at, places.len());
    }
    let moved = |at: usize| places.get(home.get(at)?).copied();
    let indexed = rows.into_iter().enumerate().filter(|(at, _)| kept(at));
    let rows = indexed.map(|(_, mut row)| {
        row.beside = row.beside.and_then(moved);
        row
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Ledger;
    use crate::figures::{About, Wanted, find};
    use crate::model::{Kind, Section};

    fn bulletin(parts: &[(Kind, u16, &str)]) -> Bulletin {
        let section = |(kind, year, body): &(Kind, u16, &str)| Section {
            kind: Some(*kind),
            year: Some(*year),
            body: (*body).to_owned(),
            figures: find(
                body,
                About {
                    role: kind.role(),
                    year: Some(*year),
                },
                Wanted::Figures,
            ),
            ..Section::default()
        };
        Bulletin::default().with_sections(parts.iter().map(section).collect())
    }

    /// Rows of a year's plans and results with more than one cell, and what they were paired by.
    fn paired(plan: &str, done: &str) -> Vec<(String, Pairing)> {
        let one = bulletin(&[(Kind::Plans, 2021, plan), (Kind::Achievements, 2021, done)]);
        let ledger = Ledger::new(&[one], "", &[]);
        let rows = ledger.rows.into_iter();
        rows.filter(|row| row.cells.iter().flatten().count() > 1)
            .map(|row| (row.indicator, row.pairing))
            .collect()
    }

    #[test]
    fn names_that_differ_a_little_are_one_indicator_and_marked() {
        let rows = paired(
            "重点场所5G网络覆盖率达到98%。",
            "重点区域5G网络覆盖率达95%。",
        );
        assert!(
            matches!(rows[..], [(_, Pairing::Similar(score))] if score >= 55),
            "{rows:?}"
        );
    }

    #[test]
    fn other_units_and_other_names_stay_apart() {
        assert_eq!(
            paired("建成公共服务平台30个。", "公共服务平台投资30亿元。"),
            []
        );
        assert_eq!(paired("建成公共服务平台30个。", "建成二级节点166个。"), []);
    }

    #[test]
    fn each_figure_stands_in_one_row() {
        let rows = paired(
            "重点场所5G网络覆盖率达到98%。",
            "重点区域5G网络覆盖率达95%，重点地区5G网络覆盖率达96%。",
        );
        assert_eq!(rows.len(), 1);
    }
}
