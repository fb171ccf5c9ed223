//! Which bulletins are a series, what of them is compared, and its columns.
//!
//! Knows nothing of pairs and verdicts.

use std::collections::BTreeSet;

use crate::calendar::{Date, Year};
use crate::model::{Bulletin, Counting, Figure, Kind, Measure, Origin, Role, Section};
use crate::text::year::years;

use super::row::{Cell, Column, Facts};
use super::series_name::of_together;

/// The series of a library, in the order of their first bulletin.
pub fn series(bulletins: &[Bulletin]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for bulletin in bulletins {
        if !names.contains(&bulletin.series) {
            names.push(bulletin.series.clone());
        }
    }
    names
}

/// Whether a series has figures of which none says its year.
pub fn lacks_years(bulletins: &[Bulletin], series: &str) -> bool {
    let members = members(bulletins, series);
    let of_series = members.iter().filter_map(|at| bulletins.get(*at));
    let mut years = of_series.flat_map(Bulletin::figures).map(|(_, f)| f.year);
    years
        .next()
        .is_some_and(|first| first.is_none() && years.all(|year| year.is_none()))
}

/// Indices of what of a series is compared: its bulletins without those that are another one again. Also of what was
/// laid together by hand under such a name.
pub fn members(bulletins: &[Bulletin], series: &str) -> Vec<usize> {
    let is_laid = bulletins.iter().all(|b| b.series != series);
    let mut members = all_members(bulletins, series);
    members.retain(|at| is_laid || bulletins.get(*at).is_some_and(|b| b.copy_of.is_none()));
    members
}

/// The same for somebody who stands on one of its bulletins: that one is among them, even if it is another one again.
pub fn members_with(bulletins: &[Bulletin], own: usize) -> Vec<usize> {
    let Some(bulletin) = bulletins.get(own) else {
        return Vec::new();
    };
    let mut members = members(bulletins, &bulletin.series);
    let original = |at: &&mut usize| {
        bulletins
            .get(**at)
            .is_some_and(|b| Some(&b.id) == bulletin.copy_of.as_ref())
    };
    if let Some(at) = members.iter_mut().find(original) {
        *at = own;
    }
    members
}

/// Indices of all bulletins of a series by date, or the year they plan for; those without either last. Also of what
/// was laid together by hand under such a name.
pub fn all_members(bulletins: &[Bulletin], series: &str) -> Vec<usize> {
    let mut members: Vec<usize> = (0..bulletins.len())
        .filter(|i| bulletins.get(*i).is_some_and(|b| b.series == series))
        .collect();
    if members.is_empty() {
        members = of_together(bulletins, series);
    }
    members.sort_by_key(|i| {
        let bulletin = bulletins.get(*i)?;
        let year = bulletin
            .date
            .map(Date::year)
            .or_else(|| planned_year(bulletin));
        Some((year.is_none(), year, bulletin.date))
    });
    members
}

/// The year that a bulletin plans for: it is given at its beginning.
fn planned_year(bulletin: &Bulletin) -> Option<Year> {
    let plans = bulletin
        .sections()
        .iter()
        .filter(|s| s.kind == Some(Kind::Plans));
    plans.filter_map(|section| section.year).min()
}

/// What a section promises and reports. A section of a kind that does neither may name figures of any
/// time: what was found there by the program is not compared.
fn in_section<'f>(
    facts: Facts<'f>,
    bulletin: usize,
    at: usize,
    section: &'f Section,
) -> impl Iterator<Item = (Cell, &'f Figure)> {
    let aside = section.kind.is_some_and(|kind| kind.role().is_none());
    let all = facts.in_section(bulletin, at);
    all.filter(move |(_, figure)| {
        let told = figure.origin == Origin::Declared || !aside && is_of_its_year(section, figure);
        told && figure.role.is_compared()
    })
}

/// Whether a figure that was found is of the year it was given, and not of the several years that its section tells
/// of. An outlook promises for its last year or later ones; where a review tells of several years, the clause itself
/// has to name the one, or tell a level that was reached at their end.
fn is_of_its_year(section: &Section, figure: &Figure) -> bool {
    let Some(of) = figure.year else { return true };
    let several = section.period.filter(|period| period.from() < period.to());
    if section.kind == Some(Kind::Outlook) {
        return section.year == Some(of) || several.is_some_and(|period| of >= period.to());
    }
    let named = || years(section.quote(figure)).contains(&of);
    let at_end = || several.is_some_and(|period| period.to() == of) && was_reached(figure);
    several.is_none() || section.year.is_some() || named() || at_end()
}

/// Whether a result is a level that was reached (达到58.08%, 增至9310公里): told of several years without one of them, it
/// is that of their end. What was done in several years is no such level.
fn was_reached(figure: &Figure) -> bool {
    let reading = figure.reading.as_ref();
    let level = reading.is_some_and(|reading| {
        matches!(reading.measure, Measure::Level | Measure::Share)
            && matches!(reading.counting, Counting::Reached | Counting::Total)
    });
    level && figure.role == Role::Result && !figure.mean
}

/// What a bulletin promises and reports, with its place.
pub fn compared(facts: Facts<'_>, index: usize) -> impl Iterator<Item = (Cell, &Figure)> {
    let sections = facts
        .bulletins
        .get(index)
        .map(Bulletin::sections)
        .unwrap_or_default();
    let sections = sections.iter().enumerate();
    sections.flat_map(move |(at, section)| in_section(facts, index, at, section))
}

/// The columns of a series: each year and role that something is said of, in order.
pub fn columns(facts: Facts<'_>, members: &[usize]) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for &bulletin in members {
        for (_, figure) in compared(facts, bulletin) {
            let Some(year) = figure.year else { continue };
            let known = columns
                .iter()
                .any(|c| (c.year, c.role) == (year, figure.role));
            if !known {
                columns.push(Column {
                    year,
                    role: figure.role,
                    bulletin,
                });
            }
        }
    }
    columns.sort_by_key(|c| (c.year, c.role));
    columns
}

/// The years a series made promises for and reported on, whether with figures or without.
#[derive(Debug, Default)]
pub struct Coverage {
    planned: BTreeSet<Year>,
    reported: BTreeSet<Year>,
}

impl Coverage {
    /// Those of a series, by its bulletins' indices.
    pub fn of(facts: Facts<'_>, members: &[usize]) -> Self {
        let mut coverage = Self::default();
        let sections = members.iter().flat_map(|index| {
            let sections = facts
                .bulletins
                .get(*index)
                .map_or(&[][..], Bulletin::sections);
            let sections = sections.iter().enumerate();
            sections.map(move |(at, section)| (*index, at, section))
        });
        for (index, at, section) in sections {
            let own = section.year.zip(section.kind.and_then(Kind::role));
            let figures = in_section(facts, index, at, section).map(|(_, figure)| figure);
            let figures = figures.filter_map(|f| f.year.map(|year| (year, f.role)));
            for (year, role) in own.into_iter().chain(figures) {
                match role {
                    Role::Target => coverage.planned.insert(year),
                    Role::Result => coverage.reported.insert(year),
                    Role::Base | Role::Standing | Role::Untold => false,
                };
            }
        }
        coverage
    }

    /// Whether promises were made for a year.
    pub fn planned(&self, year: Year) -> bool {
        self.planned.contains(&year)
    }

    /// Whether a year was reported on.
    pub fn reported(&self, year: Year) -> bool {
        self.reported.contains(&year)
    }
}
