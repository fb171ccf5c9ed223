//! Years side by side as text, Markdown and JSON: what Parallel shows.
//!
//! ```text
//! 2021  miit-ict-2021#4.5.1
//! 　　[-完成IMS网络互联互通全国推广，-]加强国际通信出入口局建设升级。
//! 2022  miit-ict-2022#2.5.1
//! 　　{+实施网间互联互通推进工程。+}
//! ```

use std::borrow::Cow;
use std::io::{self, Write};

use serde_json::{Value, json};

use crate::calendar::Date;
use crate::i18n::Lang;
use crate::model::Bulletin;
use crate::parallel::{Change, Column, Mark, Parallel, ParallelPosition, What};
use crate::width;
use crate::wording::column::{names, year};

use super::markup;

/// Signs around what is gone the year after, was not there the year before, and stands elsewhere.
const SIGNS: [[&str; 2]; 3] = [["[-", "-]"], ["{+", "+}"], ["[>", "<]"]];
/// The same in Markdown. Its own signs do not hold beside Chinese marks: `**5%，**投入` is no emphasis.
const MARKDOWN: [[&str; 2]; 3] = [["<del>", "</del>"], ["<ins>", "</ins>"], ["<em>", "</em>"]];

/// Rows of paragraphs, one year below the other, with signs around what changed.
///
/// # Errors
/// Those of the writer.
pub fn text(
    out: &mut dyn Write,
    parallel: &Parallel,
    bulletins: &[Bulletin],
    lang: Lang,
) -> io::Result<()> {
    let words = lang.words();
    let years = names(&parallel.columns, bulletins);
    for (column, year) in parallel.columns.iter().zip(&years) {
        let Some(bulletin) = bulletins.get(column.shown.bulletin) else {
            continue;
        };
        let sections = column.shown.sections.iter();
        let names: Vec<String> = sections.map(|at| bulletin.reference(*at)).collect();
        let names = if names.is_empty() {
            words.no_theme.to_owned()
        } else {
            names.join(" ")
        };
        writeln!(out, "{}  {names}", width::visible_text(year))?;
    }
    writeln!(out, "{}", words.signs_note)?;
    for row in 0..parallel.rows.len() {
        writeln!(out)?;
        for column in 0..parallel.columns.len() {
            let Some((column, paragraph)) = parallel.cell(row, column) else {
                continue;
            };
            let (Some(bulletin), Some(place)) = (
                bulletins.get(column.shown.bulletin),
                column.paragraphs.get(paragraph),
            ) else {
                continue;
            };
            let reference = bulletin.reference(place.section);
            writeln!(
                out,
                "{}  {}",
                year(bulletin),
                width::visible_text(&reference)
            )?;
            let set_in = !place.heading && place.row.is_none();
            let indent = if set_in { "　　" } else { "" };
            let marked = marked(column, paragraph, bulletins, SIGNS, width::harmless_text);
            writeln!(out, "{indent}{marked}")?;
        }
    }
    Ok(())
}

/// A table with a column for each year.
///
/// # Errors
/// Those of the writer.
pub fn markdown(
    out: &mut dyn Write,
    parallel: &Parallel,
    bulletins: &[Bulletin],
    lang: Lang,
) -> io::Result<()> {
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let years = names(&parallel.columns, bulletins).into_iter();
    let heads = years.map(|name| markup::markdown(&name));
    writeln!(out, "{}", lang.words().markdown_signs_note)?;
    writeln!(out)?;
    writeln!(out, "{}", line(heads.collect()))?;
    let rules = vec!["---".to_owned(); parallel.columns.len()];
    writeln!(out, "{}", line(rules))?;
    for row in 0..parallel.rows.len() {
        let cells = (0..parallel.columns.len()).map(|column| {
            let found = parallel.cell(row, column);
            found.map_or_else(String::new, |(column, paragraph)| {
                marked(column, paragraph, bulletins, MARKDOWN, escaped)
            })
        });
        writeln!(out, "{}", line(cells.collect()))?;
    }
    Ok(())
}

fn escaped(text: &str) -> Cow<'_, str> {
    markup::markdown(text).into()
}

/// A paragraph with signs around what is marked; where what is new is also gone the year after,
/// the signs of both.
fn marked(
    column: &Column,
    paragraph: usize,
    bulletins: &[Bulletin],
    signs: [[&str; 2]; 3],
    shown: fn(&str) -> Cow<'_, str>,
) -> String {
    let text = column.text(paragraph, bulletins);
    let marks = |all: &'_ [Vec<Mark>]| all.get(paragraph).cloned().unwrap_or_default();
    let (gone, added) = (marks(&column.gone), marks(&column.added));
    let mut cuts: Vec<usize> = gone
        .iter()
        .chain(&added)
        .flat_map(|mark| [mark.span.start, mark.span.end])
        .chain([0, text.len()])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let here = |marks: &[Mark], at: usize| {
        let mark = marks.iter().find(|mark| mark.span.contains(&at));
        mark.map(|mark| mark.moved.is_some())
    };
    let mut out = String::new();
    for (from, to) in cuts.iter().zip(cuts.iter().skip(1)) {
        let [old, new, moved] = signs;
        let (left, right) = (here(&gone, *from), here(&added, *from));
        let mut around: Vec<[&str; 2]> = Vec::new();
        around.extend(left.map(|elsewhere| if elsewhere { moved } else { old }));
        around.extend(right.map(|elsewhere| if elsewhere { moved } else { new }));
        around.dedup();
        out.extend(around.iter().map(|[open, _]| *open));
        out.push_str(&shown(text.get(*from..*to).unwrap_or_default()));
        out.extend(around.iter().rev().map(|[_, close]| *close));
    }
    out
}

/// All of it for programs. Spans are byte ranges of a cell's text.
pub fn json(parallel: &Parallel, bulletins: &[Bulletin]) -> Value {
    let columns = parallel.columns.iter();
    let columns = columns.map(|column| column_json(column, bulletins));
    let rows = (0..parallel.rows.len()).map(|row| {
        let cells = 0..parallel.columns.len();
        let cells = cells.map(|column| cell_json(parallel, row, column, bulletins));
        cells.collect::<Vec<_>>()
    });
    let changes = parallel.changes.iter();
    let changes = changes.map(|change| change_json(parallel, change, bulletins));
    json!({
        "columns": columns.collect::<Vec<_>>(),
        "rows": rows.collect::<Vec<_>>(),
        "changes": changes.collect::<Vec<_>>(),
    })
}

fn column_json(column: &Column, bulletins: &[Bulletin]) -> Value {
    let bulletin = bulletins.get(column.shown.bulletin);
    let sections = column.shown.sections.iter();
    let names = sections.filter_map(|at| bulletin.map(|b| b.reference(*at)));
    json!({
        "bulletin": bulletin.map(|b| b.id.clone()),
        "year": bulletin.and_then(|b| b.date).map(Date::year),
        "sections": names.collect::<Vec<_>>(),
    })
}

fn cell_json(
    parallel: &Parallel,
    row: usize,
    column: usize,
    bulletins: &[Bulletin],
) -> Option<Value> {
    let (column, paragraph) = parallel.cell(row, column)?;
    let bulletin = bulletins.get(column.shown.bulletin)?;
    let section = column.paragraphs.get(paragraph)?.section;
    let spans = |all: &[Vec<Mark>], moved: bool| -> Vec<Value> {
        let marks = all.get(paragraph).into_iter().flatten();
        let marks = marks.filter(|mark| mark.moved.is_some() == moved);
        marks
            .map(|mark| json!([mark.span.start, mark.span.end]))
            .collect()
    };
    Some(json!({
        "ref": bulletin.reference(section),
        "text": column.text(paragraph, bulletins),
        "added": spans(&column.added, false),
        "gone": spans(&column.gone, false),
        "moved_from": spans(&column.added, true),
        "moved_to": spans(&column.gone, true),
    }))
}

fn change_json(parallel: &Parallel, change: &Change, bulletins: &[Bulletin]) -> Value {
    let place = |place: &Option<ParallelPosition>| {
        let place = place.as_ref()?;
        let column = parallel.columns.get(place.column)?;
        let text = column.text(place.paragraph, bulletins);
        Some(json!({
            "column": place.column,
            "row": parallel.row_of(place.column, place.paragraph),
            "span": [place.span.start, place.span.end],
            "text": text.get(place.span.clone()),
        }))
    };
    json!({
        "kind": match change.what {
            What::Added => "added",
            What::Removed => "removed",
            What::Replaced => "replaced",
            What::Moved => "moved",
        },
        "row": change.row,
        "old": place(&change.old),
        "new": place(&change.new),
    })
}
