//! A bulletin set in so many cells: paragraphs and their lines, in reading order.
//!
//! Lines are ranges into a paragraph, which is a range into a section's body behind a lead (the
//! label, or a whole heading that stands alone). Screens, `show` and exports all read from here.

use std::ops::Range;

use crate::model::{Bulletin, Form, Section};
use crate::width::{self, Ambiguous};
use crate::wrap::{Language, Line, Rules, Setting, wrap};

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
}

impl Paragraph {
    /// The whole text, lead included.
    pub fn text(&self, section: &Section) -> String {
        let body = section.body.get(self.body.clone()).unwrap_or_default();
        format!("{}{body}", self.lead)
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

/// A row of a page: a line of a paragraph, or the space before one.
#[derive(Clone, Copy, Debug)]
pub struct PageLine {
    /// Index of the paragraph.
    pub paragraph: usize,
    /// None for the empty row before the paragraph.
    pub line: Option<Line>,
}

/// Paragraphs and lines of some sections.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// In reading order.
    pub paragraphs: Vec<Paragraph>,
    /// In reading order.
    pub lines: Vec<PageLine>,
}

impl Page {
    /// Sets sections in columns of so many cells, by the rules of the bulletin's language.
    pub fn new(
        bulletin: &Bulletin,
        sections: Range<usize>,
        cells: usize,
        ambiguous: Ambiguous,
        rules: Rules,
    ) -> Self {
        let rules = Rules {
            language: Language::of_tag(&bulletin.language),
            ..rules
        };
        let plain = Setting::plain(cells, ambiguous).with(rules);
        let mut page = Self {
            paragraphs: paragraphs(bulletin, sections),
            lines: Vec::new(),
        };
        for (index, paragraph) in page.paragraphs.iter().enumerate() {
            let Some(section) = bulletin.sections().get(paragraph.section) else {
                continue;
            };
            if index > 0 && paragraph.heading && section.depth < 2 {
                page.lines.push(PageLine {
                    paragraph: index,
                    line: None,
                });
            }
            let setting = if paragraph.heading {
                plain
            } else {
                plain.indent()
            };
            let set = wrap(&paragraph.text(section), &setting);
            page.lines.extend(set.into_iter().map(|line| PageLine {
                paragraph: index,
                line: Some(line),
            }));
        }
        page
    }

    /// The section of a row.
    pub fn section_of(&self, row: usize) -> Option<usize> {
        let line = self.lines.get(row)?;
        self.paragraphs.get(line.paragraph).map(|p| p.section)
    }

    /// The first row of a section with words in it.
    pub fn row_of_section(&self, section: usize) -> Option<usize> {
        let before = |l: &PageLine| {
            let paragraph = self.paragraphs.get(l.paragraph);
            paragraph.is_some_and(|p| p.section < section)
        };
        let from = self.lines.partition_point(before);
        let rest = self.lines.get(from..)?;
        Some(from + rest.iter().position(|l| l.line.is_some())?)
    }

    /// Where a row begins: its paragraph and the byte in the paragraph's text. Holds at any width.
    pub fn anchor(&self, row: usize) -> Option<(usize, usize)> {
        let line = self.lines.get(row)?;
        Some((line.paragraph, line.line.map_or(0, |l| l.start)))
    }

    /// The row that holds an anchor.
    pub fn row_of_anchor(&self, anchor: (usize, usize)) -> usize {
        let after = self
            .lines
            .partition_point(|l| (l.paragraph, l.line.map_or(0, |l| l.start)) <= anchor);
        after.saturating_sub(1)
    }

    /// The rows as text, indented, control characters made visible.
    pub fn rows<'a>(&'a self, bulletin: &'a Bulletin) -> impl Iterator<Item = String> + 'a {
        self.lines.iter().map(move |row| {
            let words = || {
                let line = row.line?;
                let paragraph = self.paragraphs.get(row.paragraph)?;
                let section = bulletin.sections().get(paragraph.section)?;
                let (lead, body) = paragraph.split(line.start..line.end);
                let words = format!("{lead}{}", section.body.get(body)?);
                let indent = " ".repeat(line.indent);
                Some(format!("{indent}{}", width::visible_text(&words)))
            };
            words().unwrap_or_default()
        })
    }
}

/// The paragraphs of some sections: a heading that stands alone, then the text; a run-in heading
/// with its label opens the first paragraph.
pub fn paragraphs(bulletin: &Bulletin, sections: Range<usize>) -> Vec<Paragraph> {
    let mut out = Vec::new();
    for index in sections {
        let Some(section) = bulletin.sections().get(index) else {
            break;
        };
        let alone = match section.form {
            Form::RunIn => String::new(),
            Form::Block => section.heading.clone(),
            Form::Implied => format!("〔{}〕", section.heading),
        };
        let mut lead = section.label.clone();
        if !alone.is_empty() {
            lead.push_str(&alone);
            out.push(Paragraph {
                section: index,
                heading: true,
                lead: std::mem::take(&mut lead),
                body: 0..0,
            });
        }
        let mut start = 0;
        for line in section.body.split('\n') {
            let body = start..start + line.len();
            start = body.end + 1;
            if !(line.is_empty() && lead.is_empty()) {
                out.push(Paragraph {
                    section: index,
                    heading: false,
                    lead: std::mem::take(&mut lead),
                    body,
                });
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bulletin() -> Bulletin {
        let run_in = Section {
            label: "一是".into(),
            heading: "加快建设。".into(),
            form: Form::RunIn,
            heading_bytes: 15,
            body: "加快建设。建成166个。\n第二段。".into(),
            ..Section::default()
        };
        let implied = Section {
            heading: "工作成效".into(),
            form: Form::Implied,
            ..Section::default()
        };
        Bulletin::default().with_sections(vec![implied, run_in])
    }

    #[test]
    fn a_run_in_heading_opens_the_paragraph_behind_its_label() {
        let bulletin = bulletin();
        let page = Page::new(&bulletin, 0..2, 40, Ambiguous::Narrow, Rules::default());
        let rows: Vec<String> = page.rows(&bulletin).collect();
        assert_eq!(
            rows,
            [
                "〔工作成效〕",
                "    一是加快建设。建成166个。",
                "    第二段。"
            ]
        );
    }

    #[test]
    fn a_range_behind_the_lead_is_a_range_of_the_body() {
        let bulletin = bulletin();
        let paragraph = &paragraphs(&bulletin, 0..2)[1];
        assert_eq!(paragraph.split(3..12), ("是", 0..6));
    }

    #[test]
    fn an_anchor_holds_when_the_width_changes() {
        let bulletin = bulletin();
        let (wide, narrow) = (
            Page::new(&bulletin, 0..2, 40, Ambiguous::Narrow, Rules::default()),
            Page::new(&bulletin, 0..2, 12, Ambiguous::Narrow, Rules::default()),
        );
        let anchor = narrow.anchor(2).unwrap_or_default();
        assert_eq!(wide.row_of_anchor(anchor), 1);
        assert_eq!(narrow.row_of_anchor(anchor), 2);
    }
}
