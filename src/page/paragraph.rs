//! The paragraphs of a bulletin: headings that stand alone, paragraphs of text, rows of tables.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::line::{Part, Piece};
use crate::model::table::Table;
use crate::model::{Bulletin, Form, Section};
use crate::wrap::{self, Line, Setting};

/// A row of a table.
#[derive(Clone, Debug)]
pub struct TableRow {
    /// Its table; rows are byte ranges of the section's body.
    pub table: Arc<Table>,
    /// Which of its rows, from 0.
    pub index: usize,
}

impl TableRow {
    /// Whether it is one of the table's head.
    pub fn is_head(&self) -> bool {
        self.index < self.table.extent.head
    }
}

/// A paragraph: a lead that is no part of the body, then a range of the body.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Index of its section.
    pub section: usize,
    /// A heading that stands alone.
    pub heading: bool,
    /// The label, and a heading that is not run in.
    pub lead: String,
    /// Byte range in the section's body; empty for a heading that stands alone.
    pub body: Range<usize>,
    /// The row of a table that it is.
    pub row: Option<TableRow>,
    /// Bytes of the texts of all paragraphs before it.
    pub before: usize,
}

impl Paragraph {
    /// The whole text, lead included.
    pub fn text(&self, section: &Section) -> String {
        let body = section.body.get(self.body.clone()).unwrap_or_default();
        format!("{}{body}", self.lead)
    }

    /// Bytes of all texts down to its end.
    pub(super) fn bytes_to_its_end(&self) -> usize {
        self.before + self.lead.len() + self.body.len()
    }

    /// A part of the whole text, by its bytes.
    pub fn words<'a>(&'a self, section: &'a Section, range: Range<usize>) -> Cow<'a, str> {
        let (lead, body) = self.split(range);
        let body = section.body.get(body).unwrap_or_default();
        match (lead, body) {
            ("", words) | (words, "") => words.into(),
            (lead, body) => format!("{lead}{body}").into(),
        }
    }

    /// The words of a piece of one of its lines; a sign has none.
    pub fn words_of<'a>(&'a self, section: &'a Section, piece: &Piece) -> Cow<'a, str> {
        let range = piece.line.start..piece.line.end;
        match piece.part {
            Part::Words => self.words(section, range),
            Part::Head => section.body.get(range).unwrap_or_default().into(),
            Part::Colon | Part::Rule => "".into(),
        }
    }

    /// Its lines, where it is no row of a table.
    pub(super) fn lines(&self, section: &Section, setting: &Setting) -> Vec<Line> {
        let setting = if self.heading {
            *setting
        } else {
            setting.indent()
        };
        wrap::wrap(&self.text(section), &setting)
    }

    /// Whether it stands out: a heading that stands alone, or the head of a table.
    pub fn is_head(&self) -> bool {
        self.heading || self.row.as_ref().is_some_and(TableRow::is_head)
    }

    /// Where in a line's words a cell is left empty between Han and Latin, in bytes.
    pub fn gaps(&self, section: &Section, line: &Line, setting: &Setting) -> Vec<usize> {
        let words = || {
            let (lead, body) = self.split(line.start..line.end);
            let above = if lead.is_empty() {
                section.body.get(self.body.start..body.start)?
            } else {
                self.lead.get(..line.start)?
            };
            let below = match self.lead.get(line.end..) {
                Some(rest) if !rest.is_empty() => rest,
                _ => section.body.get(body.end..self.body.end)?,
            };
            let words = self.words(section, line.start..line.end);
            Some(wrap::gaps(above, &words, below))
        };
        let shown = setting.shows_gaps().then(words).flatten();
        shown.unwrap_or_default()
    }

    /// Where in the whole text a byte of the section's body stands; one outside of the paragraph at its
    /// near end. The way back from [`Paragraph::split`].
    pub fn place(&self, body: usize) -> usize {
        self.lead.len() + body.clamp(self.body.start, self.body.end) - self.body.start
    }

    /// A range of the whole text as a part of the lead and a byte range of the body.
    pub fn split(&self, range: Range<usize>) -> (&str, Range<usize>) {
        let lead = self.lead.len();
        let in_lead = range.start.min(lead)..range.end.min(lead);
        let shift = |at: usize| self.body.start + at.saturating_sub(lead);
        let words = self.lead.get(in_lead).unwrap_or_default();
        (words, shift(range.start)..shift(range.end))
    }
}

/// The paragraphs of some sections: a heading that stands alone, then the text; a run-in heading
/// with its label opens the first paragraph. Each row of a table is one.
pub fn paragraphs(bulletin: &Bulletin, sections: Range<usize>) -> Vec<Paragraph> {
    let mut out = Vec::new();
    for index in sections {
        let Some(section) = bulletin.sections().get(index) else {
            break;
        };
        of_section(section, index, &mut out);
    }
    out
}

fn of_section(section: &Section, index: usize, out: &mut Vec<Paragraph>) {
    let mut push = |heading, lead: &mut String, body, row| {
        let before = out.last().map_or(0, Paragraph::bytes_to_its_end);
        out.push(Paragraph {
            section: index,
            heading,
            lead: std::mem::take(lead),
            body,
            row,
            before,
        });
    };
    let alone = match section.form {
        Form::RunIn => String::new(),
        Form::Block => section.heading.clone(),
        Form::Implied => format!("〔{}〕", section.heading),
    };
    let mut lead = section.label.clone();
    if !alone.is_empty() {
        lead.push_str(&alone);
        push(true, &mut lead, 0..0, None);
    }
    let tables = section.tables().into_iter().map(Arc::new);
    let mut rows = tables.flat_map(|table| {
        (0..table.rows.len()).map(move |index| TableRow {
            table: Arc::clone(&table),
            index,
        })
    });
    let place = |row: &TableRow| row.table.rows.get(row.index).cloned();
    let mut next = rows.next();
    let mut start = 0;
    for line in section.body.split('\n') {
        let body = start..start + line.len();
        start = body.end + 1;
        let own = next.as_ref().and_then(place);
        if let Some(own) = own.filter(|own| own.end == body.end) {
            // A label, or a heading that is run in, stands alone before a table.
            let before = body.start..own.start;
            if !lead.is_empty() || !before.is_empty() {
                push(false, &mut lead, before, None);
            }
            push(false, &mut lead, own, next.take());
            next = rows.next();
        } else if !(line.is_empty() && lead.is_empty()) {
            push(false, &mut lead, body, None);
        }
    }
}
