//! A web page of its own: nothing is fetched, fonts are named. Typography of official documents
//! (GB/T 9704-2012 §5 and §7.3).

use std::io::{self, Write};

use crate::model::Bulletin;

use super::block::Block;
use super::document::{DEEPEST, Document, byline, parted_date, source_words};
use super::markup::html as safe;
use super::rows::Rows;

/// Writes HTML.
#[derive(Debug, Default)]
pub struct Html {
    /// Whether an article is open.
    open: bool,
}

impl Html {
    fn part(&mut self, out: &mut dyn Write, language: &str) -> io::Result<()> {
        self.close(out)?;
        self.open = true;
        writeln!(out, "<article lang=\"{}\">", safe(language))
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
    fn begin(&mut self, out: &mut dyn Write, first: Option<&Bulletin>) -> io::Result<()> {
        let language = first.map_or("zh-Hans", |b| b.language.as_str());
        let title = first.map_or("", |b| b.title.as_str());
        write!(
            out,
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n",
            safe(language),
            safe(title),
            include_str!("html.css")
        )
    }

    fn source(&mut self, out: &mut dyn Write, bulletin: &Bulletin) -> io::Result<()> {
        self.part(out, &bulletin.language)?;
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
        let language = rows
            .sources()
            .first()
            .map_or("zh-Hans", |b| b.language.as_str());
        self.part(out, language)?;
        let words = rows.lang.words();
        writeln!(out, "<h1>{}</h1>", safe(&rows.ledger.title))?;
        writeln!(out, "<p class=\"source\">{}</p>", safe(words.compare))?;
        let mut lines = rows.table().into_iter();
        writeln!(out, "<table>")?;
        if let Some(head) = lines.next() {
            let cells = cells(&head, "th scope=\"col\"", "th");
            writeln!(out, "<thead><tr>{cells}</tr></thead>\n<tbody>")?;
        }
        for line in lines {
            let cells = cells(&line, "td", "td");
            writeln!(out, "<tr>{cells}</tr>")?;
        }
        writeln!(out, "</tbody>\n</table>")?;
        for (indicator, sentences) in rows.evidence() {
            writeln!(
                out,
                "<p><span class=\"lead1\">{}</span></p>",
                safe(&indicator)
            )?;
            for sentence in sentences {
                writeln!(out, "<p>{}</p>", safe(&sentence))?;
            }
        }
        for bulletin in rows.sources() {
            writeln!(out, "<p>{}</p>", dated(&source_words(bulletin), bulletin))?;
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.close(out)?;
        writeln!(out, "</body>\n</html>")
    }
}
