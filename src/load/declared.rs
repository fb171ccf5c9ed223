//! Targets and results as a file lists them.

use std::ops::Range;

use crate::calendar::{Period, Year};
use crate::figures::{self, About, Basis, Clash, DeclaredTime, Settled};
use crate::model::{Figure, Kind, Origin, Role, Section};

use super::body::{all_filled, filled};
use super::finding::{Findings, Step, join};
use super::problem::{Expected, Fault};
use super::quotation::agreement;
use super::schema::{RawFigure, chinese_of};
use super::time_fault::TimeFault;
use super::values::{self, basis, flag, period};

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
    fn figure(&self, mut raw: RawFigure, path: &[Step], findings: &mut Findings) -> Option<Figure> {
        let keys = Keys::read(&mut raw, path, findings);
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
        let time = DeclaredTime {
            about: About::of(self.section).said_in(self.section.said_in),
            reading: reading.as_ref(),
            quote: &quote,
            ..keys.time()
        };
        let settled = time.settle();
        keys.tell(&settled, path, findings);
        Some(Figure {
            role: self.role,
            span,
            // What a name says of a population holds for a value of a file too.
            scope: (keys.scope).or_else(|| figures::scope(&indicator).filter(|_| value.is_some())),
            indicator,
            key: filled(raw.key),
            value,
            reading,
            year: settled.year,
            period: settled.period.filter(|_| !keys.unread),
            mean: keys.mean,
            main: false,
            as_of: keys.as_of,
            basis: keys.basis.map(|basis| basis.code().to_owned()),
            responsible: all_filled(raw.responsible),
            deadline: filled(raw.deadline),
            stated: filled(raw.stated),
            doubtful: keys.doubtful,
            note: filled(raw.note),
            origin: Origin::Declared,
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

/// The keys of a figure that are more than a text, and those that tell its time.
struct Keys {
    year: Option<Year>,
    period: Option<Period>,
    mean: bool,
    scope: Option<String>,
    as_of: Option<String>,
    basis: Option<Basis>,
    doubtful: bool,
    /// Whether one of those that tell its time could not be read: the time is not known.
    unread: bool,
    /// The year, the basis and the mean as written.
    written: [String; 3],
}

impl Keys {
    fn read(raw: &mut RawFigure, path: &[Step], findings: &mut Findings) -> Self {
        let written = [&raw.year, &raw.basis, &raw.mean];
        let written = written.map(|text| filled(text.clone()).unwrap_or_default());
        let (own_year, span, own_basis) = (raw.year.take(), raw.period.take(), raw.basis.take());
        let (mean, doubtful) = (raw.mean.take(), raw.doubtful.take());
        let told = [&own_year, &span, &own_basis, &mean];
        let told = told.into_iter().flatten().count();
        let year = findings.value(own_year, path, "year", Expected::Year, values::year);
        let period = findings.value(span, path, "period", Expected::Span, period);
        let basis = findings.value(own_basis, path, "basis", Expected::Basis, basis);
        let mean = findings.value(mean, path, "mean", Expected::Flag, flag);
        let doubtful = findings.value(doubtful, path, "doubtful", Expected::Flag, flag);
        let read = [
            year.is_some(),
            period.is_some(),
            basis.is_some(),
            mean.is_some(),
        ];
        Self {
            year,
            period,
            mean: mean.unwrap_or(false),
            scope: filled(raw.scope.take()),
            as_of: filled(raw.as_of.take()),
            basis,
            doubtful: doubtful.unwrap_or(false),
            unread: read.into_iter().filter(|read| *read).count() < told,
            written,
        }
    }

    fn time(&self) -> DeclaredTime<'_> {
        DeclaredTime {
            period: self.period,
            year: self.year,
            as_of: self.as_of.as_deref(),
            basis: self.basis,
            mean: self.mean,
            ..DeclaredTime::default()
        }
    }

    /// Tells what contradicts the time that was settled.
    fn tell(&self, settled: &Settled, path: &[Step], findings: &mut Findings) {
        let [year, basis, mean] = &self.written;
        for clash in settled.clashes.iter().copied() {
            let (key, found) = match clash {
                Clash::Year(_) => ("year", Some(year)),
                Clash::AsOf(..) | Clash::AsOfYear(..) | Clash::AsOfUnread => {
                    ("as_of", self.as_of.as_ref())
                }
                Clash::Point(_) => ("basis", Some(basis)),
                Clash::Mean(_) => ("mean", Some(mean)),
            };
            let fault = TimeFault {
                clash,
                key: (key, chinese_of(key)),
                found: found.cloned().unwrap_or_default(),
            };
            findings.tell_of(path, key, Fault::Time(fault));
        }
    }
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
