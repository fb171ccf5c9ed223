//! Sections as the blocks of a document: headings with their level, paragraphs with the words that open
//! them, numbered as in the source or anew. Every form of document is made of them.

use std::ops::Range;

use crate::model::table::{Extent, Table, cells};
use crate::model::{Bulletin, Form, Section};
use crate::page::{Paragraph, paragraphs};
use crate::text::label_write::at_level;
use crate::wrap::Language;

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Level of its section, from 1; 0 for words of no section that has a heading or numbering.
    pub level: usize,
    /// Whether it is a heading on a line of its own.
    pub heading: bool,
    /// Bytes of its words that are heading, with its numbering: all of a heading on a line of its own, none
    /// where numbering is followed by text.
    pub lead: usize,
    /// Its words, of one paragraph; of a table its lines.
    pub words: String,
    /// The table that it is, in bytes of its words.
    pub table: Option<Table>,
}

impl Block {
    /// The words of a table's cells, row by row, each with as many cells as the longest.
    pub fn cells(&self, table: &Table) -> Vec<Vec<&str>> {
        let columns = table.columns(&self.words);
        let rows = table.rows.iter().map(|row| {
            let cells = cells(&self.words, row);
            let mut words: Vec<&str> = cells.filter_map(|cell| self.words.get(cell)).collect();
            words.resize(columns, "");
            words
        });
        rows.collect()
    }
}

/// Walks through sections, knows their levels and counts them.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    renumber: bool,
    /// Where the sections end that are open, by their levels.
    open: Vec<usize>,
    /// How many sections there were so far, by level.
    counts: Vec<u32>,
}

impl Walk {
    /// Begins; numbering is that of the source or made anew.
    pub fn new(renumber: bool) -> Self {
        Self {
            renumber,
            ..Self::default()
        }
    }

    /// Begins another pick of the same bulletin at a section. Numbering of the source keeps its level, however
    /// little is picked; what is numbered anew begins with the first.
    pub fn begin_pick(&mut self, bulletin: &Bulletin, section: usize) {
        self.open.clear();
        if !self.renumber {
            let above = bulletin.ancestry(section).into_iter();
            let above = above.filter(|at| *at != section);
            let above = above.filter_map(|at| bulletin.sections().get(at));
            self.open
                .extend(above.filter(|s| s.is_named()).map(|s| s.end));
        }
    }

    /// Begins another bulletin.
    pub fn begin_bulletin(&mut self) {
        self.open.clear();
        self.counts.clear();
    }

    /// The blocks of a section's own words, without those of its subsections. Sections come in reading
    /// order. A heading that the source lacks is no part of a document, nor a level of it.
    pub fn section(&mut self, bulletin: &Bulletin, index: usize) -> Vec<Block> {
        let Some(section) = bulletin.sections().get(index) else {
            return Vec::new();
        };
        while self.open.last().is_some_and(|end| *end <= index) {
            self.open.pop();
        }
        let named = section.is_named();
        let level = self.open.len() + 1;
        let label = if named {
            self.open.push(section.end);
            self.label(section, level)
        } else {
            section.label.clone()
        };
        let level = if named { level } else { 0 };
        // Where spaces separate words, one follows the numbering as well.
        let parted = Language::of_tag(&bulletin.language) == Language::Other;
        let gap = if parted && label.ends_with(|c: char| c.is_ascii_graphic()) {
            " "
        } else {
            ""
        };
        let label = format!("{label}{gap}");
        let mut own = paragraphs(bulletin, index..index + 1);
        // A label before a heading which the source lacks opens the text.
        if section.form == Form::Implied && (own.len() > 1 || label.is_empty()) {
            own.retain(|paragraph| !paragraph.heading);
        }
        let mut label = Some(label.as_str());
        let mut blocks = Vec::new();
        for paragraph in own {
            match &paragraph.row {
                None => {
                    let label = label.take().unwrap_or_default();
                    blocks.extend(block(&paragraph, section, label, level));
                }
                Some(row) if row.index == 0 => {
                    // Numbering is no word of the table that it is followed by.
                    let label = label.take().filter(|label| !label.is_empty());
                    blocks.extend(label.map(|label| text(label.to_owned(), level)));
                    blocks.push(table(&section.body, &row.table));
                }
                Some(_) => {}
            }
        }
        blocks
    }

    fn label(&mut self, section: &Section, level: usize) -> String {
        if !self.renumber {
            return section.label.clone();
        }
        self.counts.resize(level, 0);
        let count = self.counts.last_mut();
        count.map_or_else(String::new, |count| {
            *count += 1;
            at_level(*count, level)
        })
    }
}

/// A paragraph of a section as a block. Numbering opens the section's first one.
fn block(paragraph: &Paragraph, section: &Section, label: &str, level: usize) -> Option<Block> {
    let heading = match section.form {
        Form::Block if paragraph.heading => section.heading.as_str(),
        _ => "",
    };
    let body = section.body.get(paragraph.body.clone()).unwrap_or_default();
    let run_in = section.heading_bytes.saturating_sub(paragraph.body.start);
    let lead = match heading.len() + run_in.min(body.len()) {
        0 if !paragraph.heading => 0,
        heading => label.len() + heading,
    };
    let block = Block {
        level,
        heading: paragraph.heading && section.form != Form::Implied,
        lead,
        words: format!("{label}{heading}{body}"),
        table: None,
    };
    (!block.words.is_empty()).then_some(block)
}

/// A paragraph of words.
fn text(words: String, level: usize) -> Block {
    Block {
        level,
        heading: false,
        lead: 0,
        words,
        table: None,
    }
}

/// A table of a text.
fn table(text: &str, table: &Table) -> Block {
    let span = table.span();
    let rows = table.rows.iter();
    let rows = rows.map(|row| row.start - span.start..row.end - span.start);
    Block {
        level: 0,
        heading: false,
        lead: 0,
        words: text.get(span.clone()).unwrap_or_default().to_owned(),
        table: Some(Table {
            extent: table.extent,
            rows: rows.collect(),
        }),
    }
}

/// Words of a section as paragraphs of none. Whole rows of a table are a table, with as much of its head as is
/// among them.
pub fn passage(section: &Section, span: &Range<usize>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut from = span.start;
    let words = |range: Range<usize>| section.body.get(range).unwrap_or_default();
    let paragraphs = |range: Range<usize>| {
        let lines = words(range).split('\n').map(str::trim);
        let lines = lines.filter(|line| !line.is_empty());
        lines.map(|line| text(line.to_owned(), 0))
    };
    for of in section.tables() {
        let inside = |row: &&Range<usize>| span.start <= row.start && row.end <= span.end;
        let rows: Vec<Range<usize>> = of.rows.iter().filter(inside).cloned().collect();
        let Some(first) = rows.first() else { continue };
        let skipped = of.rows.iter().filter(|row| row.start < first.start).count();
        blocks.extend(paragraphs(from..first.start.max(from)));
        let extent = Extent {
            from: 0,
            lines: rows.len(),
            head: of.extent.head.saturating_sub(skipped).min(rows.len()),
        };
        let part = Table { extent, rows };
        from = part.span().end;
        blocks.push(table(&section.body, &part));
    }
    blocks.extend(paragraphs(from..span.end.max(from)));
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(depth: usize, label: &str, heading: &str, form: Form, text: &str) -> Section {
        let run_in = if form == Form::RunIn { heading } else { "" };
        Section {
            depth,
            label: label.to_owned(),
            heading: heading.to_owned(),
            form,
            heading_bytes: run_in.len(),
            body: format!("{run_in}{text}"),
            ..Section::default()
        }
    }

    #[test]
    fn numbering_is_parted_from_words_where_words_are() {
        let bulletin = Bulletin {
            language: "en".to_owned(),
            ..Bulletin::default()
        };
        let bulletin = bulletin.with_sections(vec![section(0, "1.", "Aims", Form::Block, "")]);
        let blocks = Walk::default().section(&bulletin, 0);
        assert_eq!(blocks[0].words, "1. Aims");
        assert_eq!(blocks[0].lead, 7);
    }

    fn bulletin() -> Bulletin {
        Bulletin::default().with_sections(vec![
            section(0, "", "工作成效", Form::Implied, ""),
            section(1, "一是", "加快建设。", Form::RunIn, "建成。\n第二段。"),
            section(0, "第一章", "总则", Form::Block, "目的。"),
            section(1, "", "", Form::Block, "无题。"),
            section(1, "", "依据。", Form::RunIn, "依法。"),
        ])
    }

    #[test]
    fn a_label_before_a_heading_that_the_source_lacks_opens_the_text() {
        let bulletin = Bulletin::default().with_sections(vec![
            section(0, "一是", "推动", Form::Implied, "推动建设。"),
            section(0, "二是", "甲", Form::Implied, ""),
        ]);
        let words = |renumber| {
            let mut walk = Walk::new(renumber);
            let blocks = (0..2).flat_map(|at| walk.section(&bulletin, at));
            blocks.map(|b| (b.heading, b.words)).collect::<Vec<_>>()
        };
        let text = |words: &str| (false, words.to_owned());
        assert_eq!(words(false), [text("一是推动建设。"), text("二是")]);
        assert_eq!(words(true), [text("一、推动建设。"), text("二、")]);
    }

    #[test]
    fn a_part_of_the_source_keeps_its_level() {
        let bulletin = bulletin();
        let level = |renumber| {
            let mut walk = Walk::new(renumber);
            walk.begin_pick(&bulletin, 4);
            walk.section(&bulletin, 4).first().map(|b| b.level)
        };
        assert_eq!((level(false), level(true)), (Some(2), Some(1)));
    }

    fn words(renumber: bool) -> Vec<(usize, bool, String, String)> {
        let bulletin = bulletin();
        let mut walk = Walk::new(renumber);
        let blocks = (0..5).flat_map(|index| walk.section(&bulletin, index));
        let parts = blocks.map(|b| {
            let (lead, rest) = b.words.split_at(b.lead);
            (b.level, b.heading, lead.to_owned(), rest.to_owned())
        });
        parts.collect()
    }

    #[test]
    fn what_the_source_lacks_is_no_part_of_a_document() {
        let block = |level, heading, lead: &str, rest: &str| {
            (level, heading, lead.to_owned(), rest.to_owned())
        };
        assert_eq!(
            words(false),
            [
                block(1, false, "一是加快建设。", "建成。"),
                block(1, false, "", "第二段。"),
                block(1, true, "第一章总则", ""),
                block(1, false, "", "目的。"),
                block(0, false, "", "无题。"),
                block(2, false, "依据。", "依法。"),
            ]
        );
    }

    #[test]
    fn sections_are_numbered_anew_by_level() {
        let leads: Vec<String> = words(true).into_iter().map(|b| b.2).collect();
        assert_eq!(
            leads,
            ["一、加快建设。", "", "二、总则", "", "", "（一）依据。"]
        );
    }
}
