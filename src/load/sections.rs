//! Sections as written into sections of a bulletin, in reading order: what they inherit, their text and tables.

use crate::calendar::{Period, Year};
use crate::figures;
use crate::model::{Figure, Figures, Form, Kind, MAX_DEPTH, Role, Section};

use super::body::{self, all_filled, one_line};
use super::declared;
use super::finding::{Findings, Step, join};
use super::problem::{Expected, Fault};
use super::schema::{RawFigure, RawSection, RawTable};
use super::values::{year, years};

/// The sections of a bulletin; `now` is the year of its date.
pub fn sections(raw: Vec<RawSection>, now: Option<Year>, findings: &mut Findings) -> Vec<Section> {
    let mut reader = Sections {
        now,
        findings,
        out: Vec::new(),
    };
    let mut path = vec![Step::Key("sections")];
    reader.walk(raw, &mut path, &Inherited::default());
    reader.out
}

/// What a section hands down to its children.
#[derive(Clone, Default)]
struct Inherited {
    kind: Option<Kind>,
    year: Option<Year>,
    period: Option<Period>,
    depth: usize,
}

struct Sections<'f> {
    /// The year of the bulletin's date.
    now: Option<Year>,
    findings: &'f mut Findings,
    out: Vec<Section>,
}

impl Sections<'_> {
    fn walk(&mut self, raw: Vec<RawSection>, path: &mut Vec<Step>, above: &Inherited) {
        for (index, section) in raw.into_iter().enumerate() {
            path.push(Step::Item(index));
            if above.depth >= MAX_DEPTH {
                self.findings.tell(path.clone(), Fault::TooDeep(MAX_DEPTH));
            } else {
                self.section(section, path, above);
            }
            path.pop();
        }
    }

    fn section(&mut self, mut raw: RawSection, path: &mut Vec<Step>, above: &Inherited) {
        let (targets, results) = (raw.targets.take(), raw.results.take());
        let below = raw.sections.take().unwrap_or_default();
        let mut section = self.head(&mut raw, path, above);
        self.text(&mut section, raw.text, raw.tables, path);
        section.said_in = self.now;
        // A section with neither list is read by the program itself.
        section.listed = targets.is_some() || results.is_some();
        section.figures = if section.listed {
            Figures::known(self.listed(targets, results, &section, path))
        } else {
            Figures::found_by(figures::of_section)
        };
        let inherited = Inherited {
            kind: section.kind,
            year: section.year,
            period: section.period,
            depth: above.depth + 1,
        };
        self.out.push(section);
        path.push(Step::Key("sections"));
        self.walk(below, path, &inherited);
        path.pop();
    }

    /// A section without its text: what it is called, and what it inherits.
    fn head(&mut self, raw: &mut RawSection, path: &[Step], above: &Inherited) -> Section {
        let read = &mut *self.findings;
        let kind = read.value(raw.kind.take(), path, "kind", Expected::Kind, Kind::parse);
        let year = read.value(raw.year.take(), path, "year", Expected::Year, year);
        let period = read.value(raw.period.take(), path, "period", Expected::Period, years);
        // The year of a section within a period, and the period within a year, is its own.
        let (year, period) = match (year, period) {
            (None, None) => (above.year, above.period),
            own => own,
        };
        let form = read.value(raw.form.take(), path, "form", Expected::Form, Form::parse);
        Section {
            label: one_line(&raw.label.take().unwrap_or_default()),
            heading: one_line(&raw.heading.take().unwrap_or_default()),
            form: form.unwrap_or_default(),
            kind: kind.or(above.kind),
            responsible: all_filled(raw.responsible.take()),
            year,
            period,
            depth: above.depth,
            ..Section::default()
        }
    }

    /// Gives a section its text and the tables that the file tells of.
    fn text(
        &mut self,
        section: &mut Section,
        text: Option<String>,
        tables: Option<Vec<RawTable>>,
        path: &[Step],
    ) {
        let (text, told, wrong) = body::read(&text.unwrap_or_default(), tables.unwrap_or_default());
        section.told_tables = told;
        let tables = join(path, Step::Key("tables"));
        for (item, key, fault) in wrong {
            let item = join(&tables, Step::Item(item));
            match key {
                Some(key) => self.findings.tell_of(&item, key, fault),
                None => self.findings.tell(item, fault),
            }
        }
        section.body = if section.form == Form::RunIn {
            section.heading_bytes = section.heading.len();
            format!("{}{text}", section.heading)
        } else {
            text
        };
    }

    /// The figures that a section lists, in the order of its text.
    fn listed(
        &mut self,
        targets: Option<Vec<RawFigure>>,
        results: Option<Vec<RawFigure>>,
        section: &Section,
        path: &[Step],
    ) -> Vec<Figure> {
        let mut listed = Vec::new();
        for (raw, role, list) in [
            (targets, Role::Target, "targets"),
            (results, Role::Result, "results"),
        ] {
            let list = declared::List {
                name: list,
                role,
                section,
            };
            let path = join(path, Step::Key(list.name));
            listed.extend(raw.map_or_else(Vec::new, |raw| list.figures(raw, &path, self.findings)));
        }
        listed.sort_by_key(|f| (f.span.start, f.span.end));
        listed
    }
}
