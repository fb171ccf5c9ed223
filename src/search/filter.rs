//! What a search is limited to: a bulletin, a year, a series, a kind of section, an outcome. Knows nothing of
//! the query.

use std::collections::HashMap;
use std::ops::Range;

use crate::calendar::{Date, Year};
use crate::compare::{self, Ledger, Links, Outcome};
use crate::model::{Bulletin, Kind, Section};

/// What is searched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// This bulletin only, by its index.
    pub bulletin: Option<usize>,
    /// Sections of this year: their own or inherited one, else that of the bulletin's date.
    pub year: Option<Year>,
    /// Bulletins of this series.
    pub series: Option<String>,
    /// Sections of this kind.
    pub kind: Option<Kind>,
    /// Sentences of promises and results with this outcome.
    pub outcome: Option<Outcome>,
}

impl Filter {
    /// Whether anything in a bulletin may be searched.
    pub(super) fn takes_bulletin(&self, index: usize, bulletin: &Bulletin) -> bool {
        let series = self.series.as_ref();
        self.bulletin.is_none_or(|only| only == index)
            && series.is_none_or(|series| *series == bulletin.series)
    }

    /// Whether a bulletin's title may: it is of no kind, and has no outcome.
    pub(super) fn takes_title(&self, bulletin: &Bulletin) -> bool {
        let year = bulletin.date.map(Date::year);
        self.kind.is_none()
            && self.outcome.is_none()
            && self.year.is_none_or(|only| year == Some(only))
    }

    /// Whether a section may.
    pub(super) fn takes_section(&self, bulletin: &Bulletin, section: &Section) -> bool {
        let year = year_of(bulletin, section.year);
        self.year.is_none_or(|only| year == Some(only))
            && self.kind.is_none_or(|only| section.kind == Some(only))
    }
}

fn year_of(bulletin: &Bulletin, year: Option<Year>) -> Option<Year> {
    year.or_else(|| bulletin.date.map(Date::year))
}

/// The years that a filter can choose among, the latest first.
pub fn years(bulletins: &[Bulletin]) -> Vec<Year> {
    let of = |bulletin: &Bulletin| {
        let sections = bulletin.sections().iter();
        let years: Vec<Year> = sections.filter_map(|s| year_of(bulletin, s.year)).collect();
        years
    };
    let mut years: Vec<Year> = bulletins.iter().flat_map(of).collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    years
}

/// The kinds that a filter can choose among, in the order of [`Kind::ALL`].
pub fn kinds(bulletins: &[Bulletin]) -> Vec<Kind> {
    let has = |kind: &Kind| {
        let mut sections = bulletins.iter().flat_map(Bulletin::sections);
        sections.any(|section| section.kind == Some(*kind))
    };
    Kind::ALL.into_iter().filter(has).collect()
}

/// A section, by bulletin and index.
type SectionIndex = (usize, usize);

/// The sentences of promises and results, with their outcomes.
#[derive(Clone, Debug, Default)]
pub struct Outcomes {
    sentences: HashMap<SectionIndex, Vec<(Range<usize>, Outcome)>>,
}

impl Outcomes {
    /// Those of all series.
    pub fn of(bulletins: &[Bulletin], links: &Links) -> Self {
        let mut outcomes = Self::default();
        for series in compare::series(bulletins) {
            let ledger = Ledger::new(bulletins, &series, &[], links);
            outcomes.take(&ledger, bulletins);
        }
        outcomes
    }

    fn take(&mut self, ledger: &Ledger, bulletins: &[Bulletin]) {
        for row in &ledger.rows {
            for (column, cell) in ledger.columns.iter().zip(&row.cells) {
                let outcome = row.verdict(column.year).and_then(|verdict| verdict.outcome);
                let (Some(cell), Some(outcome)) = (cell, outcome) else {
                    continue;
                };
                if let Some((section, figure)) = cell.look(ledger.facts(bulletins)) {
                    let place = (cell.bulletin, cell.section);
                    let sentence = section.sentence(figure);
                    self.sentences
                        .entry(place)
                        .or_default()
                        .push((sentence, outcome));
                }
            }
        }
    }

    /// Whether a part of a section's body is in a sentence with an outcome.
    pub(super) fn has(&self, place: SectionIndex, span: &Range<usize>, outcome: Outcome) -> bool {
        let sentences = self.sentences.get(&place).into_iter().flatten();
        let mut same = sentences.filter(|(_, own)| *own == outcome);
        same.any(|(sentence, _)| sentence.start < span.end && span.start < sentence.end)
    }
}
