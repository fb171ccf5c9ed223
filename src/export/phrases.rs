//! New and dropped phrases, and counts of words by year, as text and JSON.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::i18n::Lang;
use crate::model::{Bulletin, Date};
use crate::parallel::Column;
use crate::phrases::{Phrase, Place};
use crate::width;

/// Phrases with a name for what they are: what a year says for the first time, or no longer.
pub struct Group {
    /// `new`, `gone` or `asked`.
    pub code: &'static str,
    /// The heading over them.
    pub heading: String,
    /// The year they are shown of, by its place; None for all.
    pub year: Option<usize>,
    /// The phrases.
    pub phrases: Vec<Phrase>,
}

/// The sentence around a place.
pub fn sentence(place: &Place, columns: &[Column], bulletins: &[Bulletin]) -> String {
    let column = columns.get(place.year);
    let text = column.map(|column| column.text(place.passage, bulletins));
    let text = text.unwrap_or_default();
    let stop = |c: char| "。！？；\n".contains(c);
    let before = text.get(..place.span.start).unwrap_or_default();
    let from = before.rfind(stop).map_or(0, |at| {
        at + before
            .get(at..)
            .and_then(|t| t.chars().next())
            .map_or(0, char::len_utf8)
    });
    let behind = text.get(place.span.end..).unwrap_or_default();
    let to = behind.find(stop).map_or(text.len(), |at| {
        let mark = behind.get(at..).and_then(|t| t.chars().next());
        place.span.end + at + mark.map_or(0, char::len_utf8)
    });
    text.get(from..to).unwrap_or_default().trim().to_owned()
}

/// `ID#2.1` of a place.
pub fn reference(place: &Place, columns: &[Column], bulletins: &[Bulletin]) -> String {
    let found = || {
        let column = columns.get(place.year)?;
        let section = column.paragraphs.get(place.passage)?.section;
        Some(bulletins.get(column.shown.bulletin)?.reference(section))
    };
    found().unwrap_or_default()
}

/// The groups one below the other: counts by year, the phrase, and a sentence of each year.
///
/// # Errors
/// Those of the writer.
pub fn text(
    out: &mut dyn Write,
    groups: &[Group],
    columns: &[Column],
    bulletins: &[Bulletin],
    lang: Lang,
) -> io::Result<()> {
    for (at, group) in groups.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}", width::visible_text(&group.heading))?;
        if group.phrases.is_empty() {
            writeln!(out, "  {}", lang.words().no_phrases)?;
        }
        for phrase in &group.phrases {
            let counts: Vec<String> = phrase.counts.iter().map(ToString::to_string).collect();
            let words = width::visible_text(&phrase.words);
            writeln!(out, "{}  {words}", counts.join("→"))?;
            for place in shown(phrase, group.year) {
                let name = reference(place, columns, bulletins);
                let words = sentence(place, columns, bulletins);
                let words = width::visible_text(&words);
                writeln!(out, "      {}  {words}", width::visible_text(&name))?;
            }
        }
    }
    Ok(())
}

/// The places that are shown: the first of the year, or of each year.
fn shown(phrase: &Phrase, year: Option<usize>) -> Vec<&Place> {
    let mut out: Vec<&Place> = Vec::new();
    for place in &phrase.places {
        let known = out.iter().any(|other| other.year == place.year);
        if !known && year.is_none_or(|year| place.year == year) {
            out.push(place);
        }
    }
    out
}

/// All phrases for programs, with every place.
pub fn json(groups: &[Group], columns: &[Column], bulletins: &[Bulletin]) -> Value {
    let mut out = Vec::new();
    for group in groups {
        for phrase in &group.phrases {
            let years = columns.iter().zip(&phrase.counts).map(|(column, count)| {
                let bulletin = bulletins.get(column.shown.bulletin);
                json!({
                    "bulletin": bulletin.map(|b| b.id.clone()),
                    "year": bulletin.and_then(|b| b.date).map(Date::year),
                    "count": count,
                })
            });
            let places = phrase.places.iter().map(|place| {
                json!({
                    "ref": reference(place, columns, bulletins),
                    "sentence": sentence(place, columns, bulletins),
                })
            });
            out.push(json!({
                "term": phrase.words,
                "kind": group.code,
                "years": years.collect::<Vec<_>>(),
                "places": places.collect::<Vec<_>>(),
            }));
        }
    }
    Value::Array(out)
}
