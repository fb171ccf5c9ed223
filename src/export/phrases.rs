//! New and dropped phrases, and counts of words by year, as text and JSON.

use std::io::{self, Write};
use std::ops::Range;

use serde_json::{Value, json};

use crate::calendar::Date;
use crate::i18n::Lang;
use crate::model::Bulletin;
use crate::parallel::Column;
use crate::phrases::{Occurrence, Phrase};
use crate::text::sentence::around;
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

/// A sentence is shown with at most so many characters on each side of the phrase.
const AROUND: usize = 120;

/// The sentence around a place in its passage, and where in it the place is; of a very long one what
/// is near, with … for the rest.
pub fn sentence(place: &Occurrence, passage: &str) -> (String, Range<usize>) {
    let whole = around(passage, &place.span);
    let before = passage
        .get(whole.start..place.span.start)
        .unwrap_or_default();
    let after = passage.get(place.span.end..whole.end).unwrap_or_default();
    let far = before.char_indices().rev().nth(AROUND);
    let from = far.map_or(whole.start, |(at, c)| whole.start + at + c.len_utf8());
    let to = after.char_indices().nth(AROUND);
    let to = to.map_or(whole.end, |(at, _)| place.span.end + at);
    let open = if from > whole.start { "…" } else { "" };
    let close = if to < whole.end { "…" } else { "" };
    let words = passage.get(from..to).unwrap_or_default();
    let blank = words.len() - words.trim_start().len();
    let shift = |at: usize| (open.len() + at).saturating_sub(from + blank);
    let focus = shift(place.span.start)..shift(place.span.end);
    (format!("{open}{}{close}", words.trim()), focus)
}

/// `ID#2.1` of a place.
pub fn reference(place: &Occurrence, columns: &[Column], bulletins: &[Bulletin]) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn around(text: &str, words: &str) -> String {
        let at = text.find(words).unwrap();
        let place = Occurrence {
            year: 0,
            passage: 0,
            span: at..at + words.len(),
        };
        let (shown, focus) = sentence(&place, text);
        assert_eq!(shown.get(focus), Some(words));
        shown
    }

    #[test]
    fn a_phrase_is_shown_in_its_sentence() {
        let text = "开展网络整治。实施适老化改造，推广大字版；其他。";
        assert_eq!(around(text, "适老化"), "实施适老化改造，推广大字版；");
        assert_eq!(around("适老化", "适老化"), "适老化");
        let long = format!("{}适老化{}", "长".repeat(300), "文".repeat(300));
        let shown = around(&long, "适老化");
        assert!(
            shown.starts_with("…长") && shown.ends_with("文…"),
            "{shown}"
        );
        assert_eq!(shown.chars().count(), 2 * AROUND + 5);
    }
}
