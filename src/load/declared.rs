//! Targets and results as a file lists them.

use std::ops::Range;

use crate::calendar::Period;
use crate::figures;
use crate::model::{Figure, Kind, Origin, Role, Section};

use super::body::one_line;
use super::finding::{Findings, Step, join};
use super::problem::{Expected, Fault};
use super::quotation::agreement;
use super::schema::RawFigure;
use super::values::{basis, flag, year};

/// A list of figures of a section.
pub struct List<'s> {
    /// `targets` or `results`.
    pub name: &'static str,
    /// What is listed there.
    pub role: Role,
    /// The section, with its text.
    pub section: &'s Section,
}

impl List<'_> {
    /// Its figures; `path` leads to the list.
    pub fn figures(
        &self,
        raw: Vec<RawFigure>,
        path: &[Step],
        findings: &mut Findings,
    ) -> Vec<Figure> {
        let other = |kind: &Kind| kind.role().is_some_and(|role| role != self.role);
        if let Some(kind) = self.section.kind.filter(other) {
            let fault = Fault::Misplaced {
                list: self.name,
                kind: kind.code(),
            };
            findings.tell(path.to_vec(), fault);
        }
        let raw = raw.into_iter().enumerate();
        raw.filter_map(|(index, figure)| {
            self.figure(figure, &join(path, Step::Item(index)), findings)
        })
        .collect()
    }

    /// One of them; None without a name, or without a quotation that its section holds.
    fn figure(&self, raw: RawFigure, path: &[Step], findings: &mut Findings) -> Option<Figure> {
        let year = findings
            .value(raw.year, path, "year", Expected::Year, year)
            .or(self.section.year);
        let period = year.and_then(Period::of_year).or(self.section.period);
        let doubtful = findings.value(raw.doubtful, path, "doubtful", Expected::Flag, flag);
        let basis = findings.value(raw.basis, path, "basis", Expected::Basis, basis);
        let indicator = required(raw.indicator, path, "indicator", findings);
        let quote = required(raw.quote, path, "quote", findings);
        let (indicator, quote) = (indicator?, quote?);
        let span = self.span(&quote, path, findings)?;
        let value = filled(raw.value);
        let context = figures::Context {
            role: self.role,
            indicator: &indicator,
            quote: &quote,
        };
        let reading = value
            .as_deref()
            .and_then(|value| figures::read(value, context));
        if let (Some(value), None) = (&value, &reading) {
            findings.tell_of(path, "value", Fault::UnreadValue(value.clone()));
        }
        Some(Figure {
            role: self.role,
            span,
            indicator,
            key: filled(raw.key),
            value,
            reading,
            year,
            period,
            as_of: filled(raw.as_of),
            basis,
            stated: filled(raw.stated),
            doubtful: doubtful.unwrap_or(false),
            note: filled(raw.note),
            origin: Origin::Declared,
            ..Figure::default()
        })
    }

    /// Where a quotation stands in the section; None for one that it does not hold.
    fn span(&self, quote: &str, path: &[Step], findings: &mut Findings) -> Option<Range<usize>> {
        let body = &self.section.body;
        if let Some(start) = body.find(quote) {
            return Some(start..start + quote.len());
        }
        // Beyond what is told nobody reads where they differ.
        let (agrees, follows) = if findings.is_full() {
            (String::new(), String::new())
        } else {
            agreement(body, quote)
        };
        findings.tell_of(path, "quote", Fault::QuoteMissing { agrees, follows });
        None
    }
}

/// A text in one line; None for one that holds no word.
fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| one_line(&text))
        .filter(|text| !text.is_empty())
}

/// A text that a figure cannot be without.
fn required(
    text: Option<String>,
    path: &[Step],
    key: &'static str,
    findings: &mut Findings,
) -> Option<String> {
    let text = filled(text);
    if text.is_none() {
        findings.missing(path, key);
    }
    text
}
