//! The course of a number over the years, as levels for a small chart.
//!
//! Knows nothing of how levels are drawn.

use std::borrow::Cow;

use crate::fold::fold_unit;
use crate::model::{Measure, Role};

use super::limits;
use super::row::{Column, Facts, Row};

/// The results of a row by year, as levels from 0 (the least) to `top` (the most); all `top` / 2
/// where nothing changed. None for fewer than three years, and where their numbers are not
/// comparable: other units or measures, or damaged ones.
pub fn levels(row: &Row, columns: &[Column], facts: Facts<'_>, top: u8) -> Option<Vec<u8>> {
    let results = columns.iter().zip(&row.cells);
    let results = results.filter(|(column, _)| column.role == Role::Result);
    let mut kind: Option<(Cow<'_, str>, Measure)> = None;
    let mut numbers: Vec<f64> = Vec::new();
    for cell in results.filter_map(|(_, cell)| *cell) {
        let figure = cell.figure(facts)?;
        let Some(reading) = figure.reading.as_ref() else {
            continue;
        };
        let own = (fold_unit(&reading.unit), reading.measure);
        if figure.doubtful || kind.as_ref().is_some_and(|kind| *kind != own) {
            return None;
        }
        kind = Some(own);
        numbers.push(reading.number.or(reading.low)?);
    }
    if numbers.len() < limits::YEARS.get() {
        return None;
    }
    let least = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let most = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let level = |number: &f64| {
        if most > least {
            ((number - least) / (most - least) * f64::from(top)).round() as u8
        } else {
            top / 2
        }
    };
    Some(numbers.iter().map(level).collect())
}
