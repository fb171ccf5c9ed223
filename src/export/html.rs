//! A web page of its own: nothing is fetched, fonts are named. Typography of official documents
//! (GB/T 9704-2012 §5 and §7.3).

use std::io::{self, Write};

use crate::i18n::Lang;
use crate::model::Bulletin;

use super::about::About;
use super::block::Block;
use super::document::{DEEPEST, Document, byline, parted_date};
use super::markup::html as safe;
use super::rows::Rows;
use super::year_cell::Words;
use super::year_table::{Line, Part, YearTable, note};

/// Writes HTML.
#[derive(Debug, Default)]
pub struct Html {
    /// Whether an article is open.
    open: bool,
}

impl Html {
    fn part(&mut self, out: &mut dyn Write, language: &str, class: &str) -> io::Result<()> {
        self.close(out)?;
        self.open = true;
        writeln!(out, "<article lang=\"{}\"{class}>", safe(language))
    }

    fn close(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::take(&mut self.open) {
            writeln!(out, "</article>")?;
        }
        Ok(())
    }
}

/// Cells of a table, each between two tags.
fn cells(line: &[impl AsRef<str>], open: &str, close: &str) -> String {
    let cell = |words: &str| format!("<{open}>{}</{close}>", safe(words));
    let cells = line.iter().map(|words| cell(words.as_ref()));
    cells.collect::<Vec<_>>().concat()
}

/// A table of a text, of which some rows are the head.
fn source_table(out: &mut dyn Write, rows: &[Vec<&str>], head: usize) -> io::Result<()> {
    let (head, body) = rows.split_at_checked(head).unwrap_or_default();
    let rows = |rows: &[Vec<&str>], open: &str, close: &str| -> String {
        let rows = rows.iter().map(|row| cells(row, open, close));
        let lines: Vec<String> = rows.map(|cells| format!("<tr>{cells}</tr>\n")).collect();
        lines.concat()
    };
    let head = rows(head, "th scope=\"col\"", "th");
    let body = rows(body, "td", "td");
    writeln!(out, "<table>")?;
    for (part, rows) in [("thead", head), ("tbody", body)] {
        if !rows.is_empty() {
            write!(out, "<{part}>\n{rows}</{part}>\n")?;
        }
    }
    writeln!(out, "</table>")
}

/// The table of a group of rows: its columns are as wide as what they hold wants.
fn group(out: &mut dyn Write, part: &Part, lang: Lang) -> io::Result<()> {
    let all: usize = part.weights.iter().sum::<usize>().max(1);
    let widths = part.weights.iter();
    let widths: Vec<String> = widths
        .map(|weight| format!("<col style=\"width:{}%\">", PERCENT * weight / all))
        .collect();
    writeln!(out, "<table>\n<colgroup>{}</colgroup>", widths.concat())?;
    let head = cells(&part.head, "th scope=\"col\"", "th");
    writeln!(out, "<thead><tr>{head}</tr></thead>\n<tbody>")?;
    for line in &part.lines {
        let row = match line {
            Line::Chapter(heading) => format!(
                "<th colspan=\"{}\" scope=\"rowgroup\">{}</th>",
                part.columns.len(),
                safe(heading)
            ),
            Line::Row(words) => {
                let cells = part.columns.iter().zip(words);
                cells
                    .map(|(column, words)| cell(part.is_centred(*column), words, lang))
                    .collect()
            }
        };
        writeln!(out, "<tr>{row}</tr>")?;
    }
    writeln!(out, "</tbody>\n</table>")
}

/// All of the room of a table.
const PERCENT: usize = 100;

/// A cell. What the program found has its sign raised behind it.
fn cell(centred: bool, words: &Words, lang: Lang) -> String {
    let lines: Vec<String> = words.lines.iter().map(|line| safe(line)).collect();
    let sign = if words.found {
        format!("<sup>{}</sup>", safe(lang.words().found_mark))
    } else {
        String::new()
    };
    let class = if centred { " class=\"value\"" } else { "" };
    let notes = words.noted(lang);
    let below = if notes.is_empty() { "" } else { "<br>" };
    let notes = safe(notes.trim());
    format!("<td{class}>{}{sign}{below}{notes}</td>", lines.join("<br>"))
}

/// Words that name a bulletin, in which no line ends within the document number or the date.
fn dated(words: &str, bulletin: &Bulletin) -> String {
    let (before, date) = parted_date(words, bulletin);
    let mut words = safe(before);
    if !date.is_empty() {
        words.push_str(&format!("<time>{date}</time>"));
    }
    match bulletin.document_number.as_deref().map(safe) {
        Some(number) if !number.is_empty() => {
            let tied = format!("<span class=\"number\">{number}</span>");
            words.replacen(&number, &tied, 1)
        }
        _ => words,
    }
}

impl Document for Html {
    fn begin(&mut self, out: &mut dyn Write, about: About<'_>) -> io::Result<()> {
        write!(
            out,
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n",
            safe(about.language),
            safe(about.title),
            include_str!("html.css")
        )
    }

    fn source(&mut self, out: &mut dyn Write, bulletin: &Bulletin) -> io::Result<()> {
        self.part(out, &bulletin.language, "")?;
        writeln!(out, "<h1>{}</h1>", safe(&bulletin.title))?;
        writeln!(
            out,
            "<p class=\"source\">{}</p>",
            dated(&byline(bulletin), bulletin)
        )
    }

    fn block(&mut self, out: &mut dyn Write, block: &Block, _: &Bulletin) -> io::Result<()> {
        if let Some(table) = &block.table {
            return source_table(out, &block.cells(table), table.extent.head);
        }
        if block.heading {
            let level = (block.level + 1).clamp(2, DEEPEST);
            return writeln!(out, "<h{level}>{}</h{level}>", safe(&block.words));
        }
        let (lead, rest) = block.words.split_at_checked(block.lead).unwrap_or_default();
        let lead = match lead {
            "" => String::new(),
            lead => format!(
                "<span class=\"lead{}\">{}</span>",
                block.level.clamp(1, 3),
                safe(lead)
            ),
        };
        writeln!(out, "<p>{lead}{}</p>", safe(rest))
    }

    fn rows(&mut self, out: &mut dyn Write, rows: &Rows<'_>) -> io::Result<()> {
        for table in YearTable::all(rows) {
            self.part(out, rows.language(), " class=\"ledger\"")?;
            writeln!(out, "<h1>{}</h1>", safe(&table.title))?;
            let reports: Vec<String> = table.reports.iter().map(|report| safe(report)).collect();
            writeln!(out, "<p class=\"source\">{}</p>", reports.join("<br>"))?;
            for part in &table.parts {
                writeln!(out, "<h2>{}</h2>", safe(&part.heading))?;
                group(out, part, rows.lang)?;
            }
            let told = table.tally.as_deref().into_iter();
            for words in told.chain([note(rows.lang)]) {
                writeln!(out, "<p class=\"note\">{}</p>", safe(words))?;
            }
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.close(out)?;
        writeln!(out, "</body>\n</html>")
    }
}
