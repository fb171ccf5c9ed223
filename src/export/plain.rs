//! Plain text: one line per paragraph, set in by two characters as official documents are (GB/T 9704-2012
//! §7.3.2), or broken into lines of so many cells.

use std::io::{self, Write};

use crate::i18n::Lang;
use crate::model::Bulletin;
use crate::model::table::Table;
use crate::page::{Page, table_lines};
use crate::width::harmless_text;
use crate::wrap::{Language, Rules, wrap};

use super::about::About;
use super::block::Block;
use super::document::{Document, source_words};
use super::rows::Rows;
use super::year_cell::Words;
use super::year_table::{Column, Line, Part, YearTable, note};
use crate::wording::paragraph::{Setup, paragraph};

/// Writes plain text.
#[derive(Debug)]
pub struct Plain {
    setup: Setup,
    /// Whether something stands above.
    begun: bool,
    /// Whether a table stands right above: an empty line parts it from the next one.
    below_table: bool,
}

impl Plain {
    /// Text set in this way. What is taken away has no gaps between Han and Latin: they are shown, not
    /// written.
    pub fn new(setup: Setup) -> Self {
        let rules = Rules {
            gap: false,
            ..setup.rules
        };
        Self {
            setup: Setup { rules, ..setup },
            begun: false,
            below_table: false,
        }
    }

    fn part(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::replace(&mut self.begun, true) {
            writeln!(out)?;
        }
        Ok(())
    }
}

impl Document for Plain {
    fn begin(&mut self, _: &mut dyn Write, _: About<'_>) -> io::Result<()> {
        Ok(())
    }

    fn source(&mut self, out: &mut dyn Write, bulletin: &Bulletin) -> io::Result<()> {
        self.part(out)?;
        paragraph(out, &format!("【{}】", source_words(bulletin)), self.setup)
    }

    fn block(&mut self, out: &mut dyn Write, block: &Block, bulletin: &Bulletin) -> io::Result<()> {
        let setup = self.setup;
        let below_table = std::mem::replace(&mut self.below_table, block.table.is_some());
        if let Some(table) = &block.table {
            if below_table {
                writeln!(out)?;
            }
            return write_table(out, &block.words, table, bulletin, setup);
        }
        if setup.cells == 0 {
            let indent = match Language::of_tag(&bulletin.language) {
                Language::Chinese => "\u{3000}\u{3000}",
                Language::Japanese => "\u{3000}",
                Language::Other => "",
            };
            return writeln!(out, "{indent}{}", harmless_text(&block.words));
        }
        let setting = Page::setting(bulletin, setup.measure(), setup.ambiguous, setup.rules());
        for line in wrap(&block.words, &setting.indent()) {
            let words = block.words.get(line.start..line.end).unwrap_or_default();
            let indent = match setting.rules.language {
                Language::Other => " ".repeat(line.indent),
                _ => "\u{3000}".repeat(line.indent / 2),
            };
            writeln!(out, "{indent}{}", crate::width::visible_text(words))?;
        }
        Ok(())
    }

    fn rows(&mut self, out: &mut dyn Write, rows: &Rows<'_>) -> io::Result<()> {
        for table in YearTable::all(rows) {
            self.part(out)?;
            paragraph(out, &format!("【{}】", table.title), self.setup)?;
            for report in &table.reports {
                paragraph(out, report, self.setup)?;
            }
            for part in &table.parts {
                writeln!(out)?;
                paragraph(out, &part.heading, self.setup)?;
                group(out, part, rows.lang, self.setup)?;
            }
            let told = table.tally.as_deref().into_iter();
            for words in told.chain([note(rows.lang)]) {
                writeln!(out)?;
                paragraph(out, words, self.setup)?;
            }
        }
        Ok(())
    }

    fn end(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// The rows of a group, numbered: what a row is called, its cells behind their heads, the sentences.
fn group(out: &mut dyn Write, part: &Part, lang: Lang, setup: Setup) -> io::Result<()> {
    let between = lang.words().notes_join;
    let mut number = 0;
    for line in &part.lines {
        writeln!(out)?;
        let cells = match line {
            Line::Chapter(heading) => {
                paragraph(out, heading, setup)?;
                continue;
            }
            Line::Row(cells) => cells,
        };
        number += 1;
        let mut values: Vec<String> = Vec::new();
        let mut sentences: &[String] = &[];
        for ((column, head), words) in part.columns.iter().zip(&part.head).zip(cells) {
            match column {
                Column::Name => {
                    paragraph(out, &format!("{number}. {}", cell(words, lang)), setup)?;
                }
                Column::Evidence => sentences = &words.lines,
                _ if words.is_empty() => {}
                _ => values.push(format!("{head} {}", cell(words, lang))),
            }
        }
        if !values.is_empty() {
            paragraph(out, &values.join(between), setup)?;
        }
        for sentence in sentences {
            paragraph(out, &format!("{} {sentence}", lang.words().evidence), setup)?;
        }
    }
    Ok(())
}

/// A cell on one line. What the program found has its sign behind it.
fn cell(words: &Words, lang: Lang) -> String {
    let line = words.lines.join(lang.words().notes_join);
    let sign = if words.found {
        lang.words().found_sign
    } else {
        ""
    };
    format!("{line}{sign}{}", words.noted(lang))
}

/// A table: cells parted by tabs, as spreadsheets and word processors take them, or set in columns.
fn write_table(
    out: &mut dyn Write,
    words: &str,
    table: &Table,
    bulletin: &Bulletin,
    setup: Setup,
) -> io::Result<()> {
    if setup.cells == 0 {
        return writeln!(out, "{}", harmless_text(words));
    }
    let setting = Page::setting(bulletin, setup.measure(), setup.ambiguous, setup.rules());
    for line in table_lines(words, table, &setting) {
        writeln!(out, "{}", line.text(words, setup.ambiguous))?;
    }
    Ok(())
}
