//! A bulletin in a list: its id, date, issuer, series, years, and how many sections and figures it has.

use std::io::{self, Write};

use crate::export::card::flow;
use crate::i18n::Lang;
use crate::model::{Bulletin, Form};
use crate::width::{self, Ambiguous};

/// The words of an entry, in the order of the list's head.
pub fn entry(bulletin: &Bulletin, undated: &str) -> Vec<String> {
    let years: Vec<String> = bulletin.years().iter().map(ToString::to_string).collect();
    let sections = bulletin
        .sections()
        .iter()
        .filter(|s| s.form != Form::Implied)
        .count();
    let figures = bulletin
        .figures()
        .filter(|(_, f)| f.value.is_some())
        .count();
    vec![
        bulletin.id.clone(),
        bulletin
            .date
            .map_or_else(|| undated.to_owned(), |d| d.to_string()),
        bulletin.issuer.clone(),
        bulletin.series.clone(),
        if years.is_empty() {
            "-".into()
        } else {
            years.join(" ")
        },
        sections.to_string(),
        figures.to_string(),
    ]
}

/// An entry where a table has no room: the id, and below it the rest with names.
pub fn card(
    out: &mut dyn Write,
    entry: &[String],
    cells: usize,
    (lang, ambiguous): (Lang, Ambiguous),
) -> io::Result<()> {
    let names = lang.words().list_head;
    let named = names.iter().zip(entry).skip(1);
    let parts: Vec<String> = named.map(|(name, word)| format!("{name} {word}")).collect();
    let id = entry.first().map_or("", String::as_str);
    writeln!(out, "{}", width::visible_text(id))?;
    for line in flow(&parts, cells.saturating_sub(2), ambiguous) {
        writeln!(out, "  {}", width::visible_text(&line))?;
    }
    Ok(())
}
