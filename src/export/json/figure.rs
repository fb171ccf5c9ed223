//! A figure in JSON, with borrowed words: a bulletin has thousands of them. Fields stand in the order of the alphabet,
//! as in all JSON of the program.

use serde::Serialize;

use crate::calendar::{Period, Year};
use crate::model::{Figure, Section, Trend};

use super::value::{Plain, Shown};

/// A target or result, with the id of its indicator in the catalogue.
#[derive(Debug, Serialize)]
pub struct FigureJson<'a> {
    as_of: Option<&'a str>,
    bound: Option<&'static str>,
    catalogue: Option<&'a str>,
    deadline: Option<&'a str>,
    doubtful: bool,
    high: Option<Plain>,
    indicator: Option<&'a str>,
    key: Option<&'a str>,
    low: Option<Plain>,
    main: bool,
    mean: bool,
    measure: Option<&'static str>,
    number: Option<Plain>,
    origin: &'static str,
    period: Option<Shown<Period>>,
    quote: &'a str,
    responsible: &'a [String],
    role: Option<&'static str>,
    scope: Option<&'a str>,
    span: [usize; 2],
    text: Option<&'a str>,
    trend: Option<&'static str>,
    unit: Option<&'a str>,
    unsure: Vec<&'static str>,
    year: Option<Year>,
}

impl<'a> FigureJson<'a> {
    /// That of a figure of a section.
    pub fn of(section: &'a Section, figure: &'a Figure, catalogue: Option<&'a str>) -> Self {
        let reading = figure.reading.as_ref();
        Self {
            as_of: figure.as_of.as_deref(),
            bound: reading.map(|r| r.bound.sign()),
            catalogue,
            deadline: figure.deadline.as_deref(),
            doubtful: figure.doubtful,
            high: reading.and_then(|r| r.high).map(Plain),
            indicator: Some(figure.indicator.as_str()).filter(|name| !name.is_empty()),
            key: figure.key.as_deref(),
            low: reading.and_then(|r| r.low).map(Plain),
            main: figure.main,
            mean: figure.mean,
            measure: reading.map(|r| r.measure.code()),
            number: reading.and_then(|r| r.number).map(Plain),
            origin: figure.origin.code(),
            period: figure.period.map(Shown),
            quote: section.quote(figure),
            responsible: &figure.responsible,
            role: figure.role.code(),
            scope: figure.scope.as_deref(),
            span: [figure.span.start, figure.span.end],
            text: figure.value.as_deref(),
            trend: reading.and_then(|r| r.trend).map(Trend::code),
            unit: reading.map(|r| r.unit.as_str()),
            unsure: unsure(figure),
            year: figure.year,
        }
    }

    /// The same where nobody says what it was said for.
    #[must_use]
    pub fn without_role(self) -> Self {
        Self { role: None, ..self }
    }
}

/// What cannot be told of a figure, by the keys of [`FigureJson`].
fn unsure(figure: &Figure) -> Vec<&'static str> {
    let untold = [
        ("role", figure.role.code().is_none()),
        ("indicator", figure.indicator.is_empty()),
        ("number", figure.doubtful),
        ("period", figure.period.is_none()),
    ];
    let untold = untold.into_iter().filter(|(_, is)| *is);
    untold.map(|(key, _)| key).collect()
}
