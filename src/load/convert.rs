//! Raw structs into a bulletin: what a schema cannot say is checked here.

use crate::calendar::{Date, Period, YEARS, Year};
use crate::figures;
use crate::model::{Bulletin, Figure, Figures, Form, Kind, MAX_DEPTH, Origin, Role, Section};

use super::body::{self, one_line};
use super::problem::{Expected, Fault, MOST_PROBLEMS};
use super::schema::{
    RawBulletin, RawFigure, RawSection, basis, chinese_of, flag, year_number, years_of_period,
};

/// A step on the way from the top of a file to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// A key, by its English name.
    Key(&'static str),
    /// An item of a list, from 0.
    Item(usize),
}

/// Something wrong, and the steps that lead to it.
pub type Finding = (Vec<Step>, Fault);

/// Makes a bulletin of a file's raw form. The bulletin comes back beside what is wrong with it:
/// a wrong date, year or quotation leaves out that one thing. None only where there is nothing
/// to show: no title, no issuer, no section.
pub fn convert(raw: RawBulletin, stem: &str, file: &str) -> (Option<Bulletin>, Vec<Finding>) {
    let mut findings: Vec<Finding> = Vec::new();
    if let Some(format) = raw.format.filter(|f| f != "1") {
        bad(
            &mut findings,
            vec![Step::Key("format")],
            "format",
            &format,
            Expected::Format,
        );
    }
    let mut required = |value: Option<String>, key: &'static str| {
        let value = value.filter(|v| !v.trim().is_empty());
        if value.is_none() {
            findings.push((vec![Step::Key(key)], Fault::Missing(key, chinese_of(key))));
        }
        value.map(|v| one_line(&v))
    };
    let title = required(raw.title, "title");
    let issuer = required(raw.issuer, "issuer");
    let unfit = |c: char| c == '#' || c == '/' || c.is_whitespace() || c.is_control();
    // A file's name may hold what an id may not.
    let id = raw
        .id
        .map_or_else(|| stem.replace(unfit, "-"), |id| id.trim().to_owned());
    if id.is_empty() || id.contains(unfit) {
        bad(
            &mut findings,
            vec![Step::Key("id")],
            "id",
            &id,
            Expected::Id,
        );
    }
    let date = raw.date.and_then(|text| {
        let date = Date::parse(text.trim());
        if date.is_none() {
            bad(
                &mut findings,
                vec![Step::Key("date")],
                "date",
                &text,
                Expected::Date,
            );
        }
        date
    });
    let mut reader = Sections {
        now: date.map(Date::year),
        findings,
        out: Vec::new(),
    };
    let raw_sections = raw.sections.unwrap_or_default();
    if raw_sections.is_empty() {
        reader
            .findings
            .push((vec![Step::Key("sections")], Fault::NoSections));
    }
    let mut path = vec![Step::Key("sections")];
    reader.walk(raw_sections, &mut path, &Inherited::default());
    let Sections { findings, out, .. } = reader;
    let (Some(title), Some(issuer), false) = (title, issuer, out.is_empty()) else {
        return (None, findings);
    };
    let source = raw.source.unwrap_or_default();
    let bulletin = Bulletin {
        id,
        title,
        stated_series: raw.series.map(|s| one_line(&s)),
        issuer,
        document_number: raw.document_number.map(|n| one_line(&n)),
        recipients: raw.recipients.unwrap_or_default(),
        date,
        publication: source.publication,
        url: source.url,
        language: raw.language.unwrap_or_else(|| "zh-Hans".to_owned()),
        source_file: file.to_owned(),
        ..Bulletin::default()
    };
    (Some(bulletin.with_sections(out)), findings)
}

fn bad(
    findings: &mut Vec<Finding>,
    path: Vec<Step>,
    key: &'static str,
    found: &str,
    expected: Expected,
) {
    let found = one_line(found);
    findings.push((
        path,
        Fault::BadValue {
            key,
            found,
            expected,
        },
    ));
}

/// What a section hands down to its children.
#[derive(Clone, Default)]
struct Inherited {
    kind: Option<Kind>,
    year: Option<Year>,
    period: Option<Period>,
    depth: usize,
}

struct Sections {
    /// The year of the bulletin's date.
    now: Option<Year>,
    findings: Vec<Finding>,
    out: Vec<Section>,
}

impl Sections {
    fn walk(&mut self, raw: Vec<RawSection>, path: &mut Vec<Step>, above: &Inherited) {
        for (index, section) in raw.into_iter().enumerate() {
            path.push(Step::Item(index));
            if above.depth >= MAX_DEPTH {
                self.findings
                    .push((path.clone(), Fault::TooDeep(MAX_DEPTH)));
            } else {
                self.section(section, path, above);
            }
            path.pop();
        }
    }

    fn section(&mut self, raw: RawSection, path: &mut Vec<Step>, above: &Inherited) {
        let kind = self.value(raw.kind, path, "kind", Expected::Kind, Kind::parse);
        let year = self.value(raw.year, path, "year", Expected::Year, year);
        let period = self.value(raw.period, path, "period", Expected::Period, period);
        // The year of a section within a period, and the period within a year, is its own.
        let (year, period) = match (year, period) {
            (None, None) => (above.year, above.period),
            own => own,
        };
        let form = self.value(raw.form, path, "form", Expected::Form, Form::parse);
        let mut section = Section {
            label: one_line(&raw.label.unwrap_or_default()),
            heading: one_line(&raw.heading.unwrap_or_default()),
            form: form.unwrap_or_default(),
            kind: kind.or(above.kind),
            year,
            period,
            depth: above.depth,
            ..Section::default()
        };
        let (text, told, wrong) = body::read(
            &raw.text.unwrap_or_default(),
            raw.tables.unwrap_or_default(),
        );
        section.told_tables = told;
        let tables = join(path, Step::Key("tables"));
        self.findings
            .extend(wrong.into_iter().map(|(item, key, fault)| {
                let item = join(&tables, Step::Item(item));
                let place = key.map_or_else(|| item.clone(), |key| join(&item, Step::Key(key)));
                (place, fault)
            }));
        if section.form == Form::RunIn {
            section.heading_bytes = section.heading.len();
            section.body = format!("{}{text}", section.heading);
        } else {
            section.body = text;
        }
        // A section with neither list is read by the program itself.
        section.listed = raw.targets.is_some() || raw.results.is_some();
        section.said_in = self.now;
        section.figures = if section.listed {
            let mut listed = self.figures(raw.targets, Role::Target, "targets", &section, path);
            listed.extend(self.figures(raw.results, Role::Result, "results", &section, path));
            listed.sort_by_key(|f| (f.span.start, f.span.end));
            Figures::known(listed)
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
        self.walk(raw.sections.unwrap_or_default(), path, &inherited);
        path.pop();
    }

    /// Reads a value by a function; what it does not take is a finding.
    fn value<T>(
        &mut self,
        raw: Option<String>,
        path: &[Step],
        key: &'static str,
        expected: Expected,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = raw?;
        let value = read(text.trim());
        if value.is_none() {
            bad(
                &mut self.findings,
                join(path, Step::Key(key)),
                key,
                &text,
                expected,
            );
        }
        value
    }

    fn figures(
        &mut self,
        raw: Option<Vec<RawFigure>>,
        role: Role,
        list: &'static str,
        section: &Section,
        path: &[Step],
    ) -> Vec<Figure> {
        let Some(raw) = raw else { return Vec::new() };
        let mut listed = Vec::new();
        let list_path = join(path, Step::Key(list));
        if let Some(kind) = section
            .kind
            .filter(|kind| kind.role().is_some_and(|r| r != role))
        {
            let fault = Fault::Misplaced {
                list,
                kind: kind.code(),
            };
            self.findings.push((list_path.clone(), fault));
        }
        for (index, figure) in raw.into_iter().enumerate() {
            let path = join(&list_path, Step::Item(index));
            if let Some(figure) = self.figure(figure, role, section, &path) {
                listed.push(figure);
            }
        }
        listed
    }

    /// Tells of a quotation that its section does not hold.
    fn quote_missing(&mut self, body: &str, quote: &str, path: &[Step]) {
        // Beyond what is told nobody reads where they differ.
        let (agrees, follows) = if self.findings.len() < MOST_PROBLEMS {
            agreement(body, quote)
        } else {
            (String::new(), String::new())
        };
        let fault = Fault::QuoteMissing { agrees, follows };
        self.findings.push((join(path, Step::Key("quote")), fault));
    }

    fn figure(
        &mut self,
        raw: RawFigure,
        role: Role,
        section: &Section,
        path: &[Step],
    ) -> Option<Figure> {
        let year = self
            .value(raw.year, path, "year", Expected::Year, year)
            .or(section.year);
        let period = year.and_then(Period::of_year).or(section.period);
        let doubtful = self
            .value(raw.doubtful, path, "doubtful", Expected::Flag, flag)
            .unwrap_or(false);
        let basis = self.value(raw.basis, path, "basis", Expected::Basis, basis);
        let filled = |text: Option<String>| text.map(|t| one_line(&t)).filter(|t| !t.is_empty());
        let (indicator, quote) = (filled(raw.indicator), filled(raw.quote));
        for (value, key) in [(&indicator, "indicator"), (&quote, "quote")] {
            if value.is_none() {
                self.findings.push((
                    join(path, Step::Key(key)),
                    Fault::Missing(key, chinese_of(key)),
                ));
            }
        }
        let (indicator, quote) = (indicator?, quote?);
        let Some(start) = section.body.find(&quote) else {
            self.quote_missing(&section.body, &quote, path);
            return None;
        };
        let value = filled(raw.value);
        let context = figures::Context {
            role,
            indicator: &indicator,
            quote: &quote,
        };
        let reading = value
            .as_deref()
            .and_then(|value| figures::read(value, context));
        if let (Some(value), None) = (&value, &reading) {
            let fault = Fault::UnreadValue(value.clone());
            self.findings.push((join(path, Step::Key("value")), fault));
        }
        Some(Figure {
            role,
            span: start..start + quote.len(),
            indicator,
            key: filled(raw.key),
            value,
            reading,
            year,
            period,
            as_of: filled(raw.as_of),
            basis,
            stated: filled(raw.stated),
            doubtful,
            note: filled(raw.note),
            origin: Origin::Declared,
            ..Figure::default()
        })
    }
}

fn join(path: &[Step], step: Step) -> Vec<Step> {
    let mut longer = path.to_vec();
    longer.push(step);
    longer
}

fn year(text: &str) -> Option<Year> {
    let number = year_number(text).parse().ok();
    number.filter(|year| YEARS.contains(year))
}

fn period(text: &str) -> Option<Period> {
    let (from, to) = years_of_period(text)?;
    Period::new(from.parse().ok()?, to.parse().ok()?)
}

/// Characters of a quotation that are looked for; from there on the text found is followed.
const LOOKED_FOR: usize = 64;

/// The longest start of a quotation that a text holds, and a few characters of what follows.
fn agreement(body: &str, quote: &str) -> (String, String) {
    let ends = quote.char_indices().map(|(at, c)| at + c.len_utf8());
    let ends: Vec<usize> = ends.take(LOOKED_FOR).collect();
    let place = |end: usize| body.find(quote.get(..end)?);
    // A longer start stands nowhere if a shorter one does not.
    let count = ends.partition_point(|end| place(*end).is_some());
    let Some(end) = count.checked_sub(1).and_then(|i| ends.get(i)).copied() else {
        return (String::new(), String::new());
    };
    let at = place(end).unwrap_or_default();
    let here = body.get(at + end..).unwrap_or_default();
    let wanted = quote.get(end..).unwrap_or_default();
    let same = here.chars().zip(wanted.chars()).take_while(|(a, b)| a == b);
    let more: usize = same.map(|(c, _)| c.len_utf8()).sum();
    let agrees = quote.get(..end + more).unwrap_or_default();
    if agrees.chars().count() < 2 {
        return (String::new(), String::new());
    }
    let follows = here.get(more..).unwrap_or_default();
    // Of a long quotation the last words that agree are enough to find the place.
    let skip = agrees.chars().count().saturating_sub(LOOKED_FOR);
    let shown: String = agrees.chars().skip(skip).collect();
    (shown, follows.chars().take(6).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_quotation_is_told_from_where_it_differs() {
        let (agrees, follows) = agreement("建成二级节点166个，接入5万家", "建成二级节点165个");
        assert_eq!(
            (agrees.as_str(), follows.as_str()),
            ("建成二级节点16", "6个，接入5")
        );
    }
}
