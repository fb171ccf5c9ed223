//! Plain text: one line per paragraph, set in by two characters as official documents are (GB/T 9704-2012
//! §7.3.2), or broken into lines of so many cells.

use std::io::{self, Write};

use crate::model::Bulletin;
use crate::model::table::Table;
use crate::page::{Page, table_lines};
use crate::width::harmless_text;
use crate::wrap::{Language, Rules, wrap};

use super::block::Block;
use super::document::{Document, source_words};
use super::ledger;
use super::rows::Rows;
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
    fn begin(&mut self, _: &mut dyn Write, _: Option<&Bulletin>) -> io::Result<()> {
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
        self.part(out)?;
        let head = format!("【{}】", rows.title());
        paragraph(out, &head, self.setup)?;
        for row in rows.iter() {
            ledger::row(out, rows.ledger, row, rows.bulletins, rows.lang, self.setup)?;
            writeln!(out)?;
        }
        for bulletin in rows.sources() {
            paragraph(out, &format!("【{}】", source_words(bulletin)), self.setup)?;
        }
        Ok(())
    }

    fn end(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
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
