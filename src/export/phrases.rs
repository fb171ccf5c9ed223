//! New and dropped phrases, and counts of words by year, as text and JSON.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::calendar::Date;
use crate::i18n::Lang;
use crate::model::Bulletin;
use crate::parallel::Column;
use crate::phrases::{Occurrence, Phrase};
use crate::width;
use crate::wording::quotation::sentence;
use crate::wording::source::reference;

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

/// The groups one below the other: counts by year, the phrase, and a sentence of each year.
///
/// # Errors
/// Those of the writer.
pub fn text(
    out: &mut dyn Write,
    groups: &[Group],
    (columns, texts): (&[Column], &[Vec<String>]),
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
                let (words, _) = sentence(place, passage(place, texts));
                let words = width::visible_text(&words);
                writeln!(out, "      {}  {words}", width::visible_text(&name))?;
            }
        }
    }
    Ok(())
}

fn passage<'a>(place: &Occurrence, texts: &'a [Vec<String>]) -> &'a str {
    let year = texts.get(place.year);
    year.and_then(|year| year.get(place.passage))
        .map_or("", String::as_str)
}

/// The places that are shown: the first of the year, or of each year.
fn shown(phrase: &Phrase, year: Option<usize>) -> Vec<&Occurrence> {
    let mut out: Vec<&Occurrence> = Vec::new();
    for place in &phrase.places {
        let known = out.iter().any(|other| other.year == place.year);
        if !known && year.is_none_or(|year| place.year == year) {
            out.push(place);
        }
    }
    out
}

/// All phrases for programs, with every place.
pub fn json(
    groups: &[Group],
    (columns, texts): (&[Column], &[Vec<String>]),
    bulletins: &[Bulletin],
) -> Value {
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
                    "sentence": sentence(place, passage(place, texts)).0,
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
