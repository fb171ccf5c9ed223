//! Raw structs into a bulletin: what a schema cannot say is checked here.

use crate::calendar::Date;
use crate::model::Bulletin;

use super::body::one_line;
use super::finding::{Finding, Findings, Step};
use super::problem::{Expected, Fault};
use super::schema::RawBulletin;
use super::sections::sections;

/// Makes a bulletin of a file's raw form. The bulletin comes back beside what is wrong with it:
/// a wrong date, year or quotation leaves out that one thing. None only where there is nothing
/// to show: no title, no issuer, no section.
pub fn convert(raw: RawBulletin, stem: &str, file: &str) -> (Option<Bulletin>, Vec<Finding>) {
    let mut findings = Findings::default();
    if let Some(format) = raw.format.filter(|f| f != "1") {
        findings.bad(&[], "format", &format, Expected::Format);
    }
    let title = required(raw.title, "title", &mut findings);
    let issuer = required(raw.issuer, "issuer", &mut findings);
    let id = id(raw.id, stem, &mut findings);
    let date = findings.value(raw.date, &[], "date", Expected::Date, Date::parse);
    let raw_sections = raw.sections.unwrap_or_default();
    if raw_sections.is_empty() {
        findings.tell(vec![Step::Key("sections")], Fault::NoSections);
    }
    let sections = sections(raw_sections, date.map(Date::year), &mut findings);
    let (Some(title), Some(issuer), false) = (title, issuer, sections.is_empty()) else {
        return (None, findings.into_list());
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
    (Some(bulletin.with_sections(sections)), findings.into_list())
}

/// A text that a bulletin cannot be without.
fn required(value: Option<String>, key: &'static str, findings: &mut Findings) -> Option<String> {
    let value = value.filter(|v| !v.trim().is_empty());
    if value.is_none() {
        findings.missing(&[], key);
    }
    value.map(|v| one_line(&v))
}

/// The id as written, or the file's stem, which may hold what an id may not.
fn id(written: Option<String>, stem: &str, findings: &mut Findings) -> String {
    let unfit = |c: char| c == '#' || c == '/' || c.is_whitespace() || c.is_control();
    let id = written.map_or_else(|| stem.replace(unfit, "-"), |id| id.trim().to_owned());
    if id.is_empty() || id.contains(unfit) {
        findings.bad(&[], "id", &id, Expected::Id);
    }
    id
}
