//! Bulletins, sections and passages in JSON, with borrowed words. Fields stand in the order of the alphabet.

use std::ops::Range;

use serde::{Serialize, Serializer};

use crate::calendar::{Date, Period, Year};
use crate::figures;
use crate::model::table::Extent;
use crate::model::{Bulletin, Kind};

use super::figure::FigureJson;
use super::value::Shown;

/// A bulletin with its section tree.
#[derive(Debug, Serialize)]
pub struct BulletinJson<'a> {
    date: Option<Shown<Date>>,
    document_number: Option<&'a str>,
    id: &'a str,
    issuer: &'a str,
    language: &'a str,
    sections: Vec<SectionJson<'a>>,
    series: &'a str,
    source_file: &'a str,
    title: &'a str,
}

/// That of a bulletin.
pub fn bulletin(bulletin: &Bulletin) -> BulletinJson<'_> {
    BulletinJson {
        date: bulletin.date.map(Shown),
        document_number: bulletin.document_number.as_deref(),
        id: &bulletin.id,
        issuer: &bulletin.issuer,
        language: &bulletin.language,
        sections: children(bulletin, None),
        series: &bulletin.series,
        source_file: &bulletin.source_file,
        title: &bulletin.title,
    }
}

/// A section with its subsections; null where there is none.
#[derive(Clone, Copy, Debug)]
pub struct SectionJson<'a> {
    bulletin: &'a Bulletin,
    index: usize,
}

/// That of a section, by its index.
pub fn section(bulletin: &Bulletin, index: usize) -> SectionJson<'_> {
    SectionJson { bulletin, index }
}

#[derive(Serialize)]
struct Fields<'a> {
    form: &'static str,
    heading: &'a str,
    kind: Option<&'static str>,
    label: &'a str,
    measures: Vec<FigureJson<'a>>,
    period: Option<Shown<Period>>,
    r#ref: String,
    responsible: &'a [String],
    sections: Vec<SectionJson<'a>>,
    tables: Vec<TableJson>,
    text: &'a str,
    year: Option<Year>,
}

impl Serialize for SectionJson<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let bulletin = self.bulletin;
        let Some(section) = bulletin.sections().get(self.index) else {
            return out.serialize_none();
        };
        let measure = |figure| FigureJson::of(section, figure, bulletin.indicator_id(figure));
        let responsible = figures::responsible(section);
        let fields = Fields {
            form: section.form.code(),
            heading: &section.heading,
            kind: section.kind.map(Kind::code),
            label: &section.label,
            measures: section.figures().iter().map(measure).collect(),
            period: section.period.map(Shown),
            r#ref: bulletin.reference(self.index),
            responsible: &responsible,
            sections: children(bulletin, Some(self.index)),
            tables: (section.tables().iter())
                .map(|table| TableJson::of(table.extent))
                .collect(),
            text: section.text(),
            year: section.year,
        };
        fields.serialize(out)
    }
}

fn children(bulletin: &Bulletin, parent: Option<usize>) -> Vec<SectionJson<'_>> {
    let sections = bulletin.sections();
    let (mut at, end) = match parent.and_then(|p| Some((p, sections.get(p)?))) {
        Some((index, section)) => (index + 1, section.end),
        None => (0, sections.len()),
    };
    let mut out = Vec::new();
    while let Some(child) = sections.get(at).filter(|_| at < end) {
        out.push(section(bulletin, at));
        at = child.end;
    }
    out
}

/// Where a table stands, in lines of its section's text from 1.
#[derive(Serialize)]
struct TableJson {
    from: usize,
    head: usize,
    lines: usize,
}

impl TableJson {
    fn of(table: Extent) -> Self {
        Self {
            from: table.from + 1,
            head: table.head,
            lines: table.lines,
        }
    }
}

/// A passage of a section, with its own range and the figures within it.
#[derive(Debug, Serialize)]
pub struct PassageJson<'a> {
    kind: Option<&'static str>,
    measures: Vec<FigureJson<'a>>,
    r#ref: String,
    span: [usize; 2],
    text: Option<&'a str>,
    year: Option<Year>,
}

/// That of a range of a section's body, in bytes; None where there is no such section.
pub fn passage<'a>(
    bulletin: &'a Bulletin,
    index: usize,
    span: &Range<usize>,
    reference: String,
) -> Option<PassageJson<'a>> {
    let section = bulletin.sections().get(index)?;
    let figures = section.figures_in(span);
    let measures = figures.map(|f| FigureJson::of(section, f, bulletin.indicator_id(f)));
    Some(PassageJson {
        kind: section.kind.map(Kind::code),
        measures: measures.collect(),
        r#ref: reference,
        span: [span.start, span.end],
        text: section.body.get(span.clone()),
        year: section.year,
    })
}
