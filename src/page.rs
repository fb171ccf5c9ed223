//! A bulletin set in so many cells: paragraphs and their lines, in reading order.
//!
//! Lines are ranges into a paragraph, which is a range into a section's body behind a lead (the
//! label, or a whole heading that stands alone). Screens, `show` and exports all read from here.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::model::{Bulletin, Form, Section};
use crate::width::{self, Ambiguous};
use crate::wrap::{self, Language, Line, Rules, Setting, wrap};

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
    fn bytes_to_its_end(&self) -> usize {
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

    /// Its lines.
    pub fn lines(&self, section: &Section, setting: &Setting) -> Vec<Line> {
        let setting = if self.heading {
            *setting
        } else {
            setting.indent()
        };
        wrap(&self.text(section), &setting)
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

/// Where a row begins, whatever the width of the lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// Index of the paragraph.
    pub paragraph: usize,
    /// Byte in the paragraph's text; None for the empty row before the paragraph.
    pub byte: Option<usize>,
}

/// A row of a page: a line of a paragraph, or the space before one.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Index of the paragraph.
    pub paragraph: usize,
    /// None for the empty row before the paragraph.
    pub line: Option<Line>,
}

/// A row as it is kept: 12 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Record {
    /// Byte range of its line in the paragraph's text.
    start: u32,
    end: u32,
    cells: u16,
    indent: u8,
    flags: u8,
}

impl Record {
    const FORCED: u8 = 1;
    const HANGS: u8 = 2;
    const EMPTY: Self = Self {
        start: 0,
        end: 0,
        cells: 0,
        indent: 0,
        flags: 0,
    };

    fn new(line: &Line) -> Self {
        let flag = |set: bool, flag| if set { flag } else { 0 };
        Self {
            start: u32::try_from(line.start).unwrap_or(u32::MAX),
            end: u32::try_from(line.end).unwrap_or(u32::MAX),
            cells: u16::try_from(line.cells).unwrap_or(u16::MAX),
            indent: u8::try_from(line.indent).unwrap_or(u8::MAX),
            flags: flag(line.forced, Self::FORCED) | flag(line.hangs, Self::HANGS),
        }
    }

    fn line(self) -> Option<Line> {
        let line = Line {
            start: self.start as usize,
            end: self.end as usize,
            indent: usize::from(self.indent),
            cells: usize::from(self.cells),
            forced: self.flags & Self::FORCED != 0,
            hangs: self.flags & Self::HANGS != 0,
        };
        (line.end > line.start).then_some(line)
    }
}

/// Paragraphs and lines of some sections. The lines may be those of a part only, while the rest is
/// still to be set: see [`Page::extend`].
#[derive(Clone, Debug)]
pub struct Page {
    /// In reading order, all of them.
    pub paragraphs: Arc<[Paragraph]>,
    /// Bytes of all paragraphs' texts.
    bytes: usize,
    setting: Setting,
    /// The first paragraph that is set; those behind it follow without a gap.
    from: usize,
    /// For each paragraph that is set the index of its first row.
    first: Vec<u32>,
    rows: Vec<Record>,
}

impl Default for Page {
    fn default() -> Self {
        Self::begin(Arc::default(), 0, Setting::plain(0, Ambiguous::Narrow))
    }
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
        let setting = Self::setting(bulletin, cells, ambiguous, rules);
        let mut page = Self::begin(paragraphs(bulletin, sections).into(), 0, setting);
        page.extend(bulletin, usize::MAX);
        page
    }

    /// How a bulletin is set in columns of so many cells.
    pub fn setting(
        bulletin: &Bulletin,
        cells: usize,
        ambiguous: Ambiguous,
        rules: Rules,
    ) -> Setting {
        Setting::plain(cells, ambiguous).with(Rules {
            language: Language::of_tag(&bulletin.language),
            ..rules
        })
    }

    /// A page of which nothing is set yet; [`Page::extend`] begins with the paragraph `from`.
    pub fn begin(paragraphs: Arc<[Paragraph]>, from: usize, setting: Setting) -> Self {
        let bytes = paragraphs.last().map_or(0, Paragraph::bytes_to_its_end);
        Self {
            paragraphs,
            bytes,
            setting,
            from,
            first: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// The same text with only the part around a paragraph set: so many bytes before it, and at
    /// least as many behind it.
    #[must_use]
    pub fn around(&self, bulletin: &Bulletin, paragraph: usize, bytes: usize) -> Self {
        let start = |p: &Paragraph| p.before;
        let place = self.paragraphs.get(paragraph).map_or(self.bytes, start);
        let behind = self
            .paragraphs
            .partition_point(|p| p.before + bytes <= place);
        let from = behind.saturating_sub(1);
        let mut page = Self::begin(Arc::clone(&self.paragraphs), from, self.setting);
        let before = place - self.paragraphs.get(from).map_or(place, start);
        page.extend(bulletin, before + bytes);
        page
    }

    /// Sets more paragraphs, until so many bytes of text were set or the end is reached.
    pub fn extend(&mut self, bulletin: &Bulletin, bytes: usize) {
        let mut done = 0;
        while let Some(paragraph) = self.paragraphs.get(self.from + self.first.len()) {
            let index = self.from + self.first.len();
            self.first
                .push(u32::try_from(self.rows.len()).unwrap_or(u32::MAX));
            let Some(section) = bulletin.sections().get(paragraph.section) else {
                continue;
            };
            if index > 0 && paragraph.heading && section.depth < 2 {
                self.rows.push(Record::EMPTY);
            }
            let lines = paragraph.lines(section, &self.setting);
            self.rows.extend(lines.iter().map(Record::new));
            done += paragraph.lead.len() + paragraph.body.len();
            if done >= bytes {
                break;
            }
        }
    }

    /// Bytes of all its text, set or not.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// Whether every paragraph is set.
    pub fn whole(&self) -> bool {
        self.begins() && self.ends()
    }

    /// Whether the first paragraph is set.
    pub fn begins(&self) -> bool {
        self.from == 0
    }

    /// Whether the last paragraph is set.
    pub fn ends(&self) -> bool {
        self.from + self.first.len() == self.paragraphs.len()
    }

    /// Rows that are set.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no row is set.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A row.
    pub fn row(&self, row: usize) -> Option<Row> {
        Some(Row {
            paragraph: self.paragraph_of(row)?,
            line: self.rows.get(row)?.line(),
        })
    }

    /// The paragraph of a row.
    fn paragraph_of(&self, row: usize) -> Option<usize> {
        // Of paragraphs without a row, which begin where the next one does, it is the last.
        let behind = self.first.partition_point(|first| *first as usize <= row);
        Some(self.from + behind.checked_sub(1)?).filter(|_| row < self.rows.len())
    }

    /// The first row of a paragraph that is set.
    pub fn row_of_paragraph(&self, paragraph: usize) -> Option<usize> {
        let index = paragraph.checked_sub(self.from)?;
        self.first.get(index).map(|first| *first as usize)
    }

    /// The section of a row.
    pub fn section_of(&self, row: usize) -> Option<usize> {
        let paragraph = self.paragraphs.get(self.paragraph_of(row)?)?;
        Some(paragraph.section)
    }

    /// The first paragraph of a section, or of the next one that has any.
    pub fn paragraph_of_section(&self, section: usize) -> usize {
        self.paragraphs.partition_point(|p| p.section < section)
    }

    /// The place in a section that is in the first paragraph where one is found, as a byte of its whole
    /// text.
    pub fn anchor_in_section(
        &self,
        section: usize,
        found: impl Fn(&Paragraph) -> Option<usize>,
    ) -> Option<Anchor> {
        let from = self.paragraph_of_section(section);
        let own = self.paragraphs.iter().enumerate().skip(from);
        let mut own = own.take_while(|(_, p)| p.section == section);
        own.find_map(|(paragraph, p)| {
            let byte = Some(found(p)?);
            Some(Anchor { paragraph, byte })
        })
    }

    /// The first row with words in a section, or in the next one that has any.
    pub fn row_of_section(&self, section: usize) -> Option<usize> {
        let from = self.row_of_paragraph(self.paragraph_of_section(section))?;
        let rest = self.rows.get(from..)?;
        Some(from + rest.iter().position(|row| row.line().is_some())?)
    }

    /// Where a row begins. Holds at any width.
    pub fn anchor(&self, row: usize) -> Option<Anchor> {
        let at = self.row(row)?;
        Some(Anchor {
            paragraph: at.paragraph,
            byte: at.line.map(|line| line.start),
        })
    }

    /// The row that holds an anchor, or the nearest one that is set.
    pub fn row_of_anchor(&self, anchor: Anchor) -> usize {
        let from = self.row_of_paragraph(anchor.paragraph).unwrap_or(0);
        let Some(byte) = anchor.byte else {
            return from;
        };
        let to = self.row_of_paragraph(anchor.paragraph + 1);
        let rows = self.rows.get(from..to.unwrap_or(self.rows.len()));
        let before = |row: &Record| row.start as usize <= byte;
        let count = rows.unwrap_or_default().partition_point(before);
        (from + count).saturating_sub(1)
    }

    /// How much of the text stands above the end of a row, in percent; does not depend on what is
    /// set.
    pub fn percent(&self, row: usize) -> usize {
        let place = || {
            let row = self.row(row)?;
            let paragraph = self.paragraphs.get(row.paragraph)?;
            Some(paragraph.before + row.line.map_or(0, |line| line.end))
        };
        if self.ends() && row + 1 >= self.rows.len() {
            return 100;
        }
        let seen = place().unwrap_or(self.bytes);
        (seen * 100).checked_div(self.bytes).unwrap_or(100).min(100)
    }

    /// Where in a row's words a cell is left empty between Han and Latin, in bytes.
    pub fn gaps(&self, bulletin: &Bulletin, row: Row) -> Vec<usize> {
        let gaps = || {
            let line = row.line?;
            let paragraph = self.paragraphs.get(row.paragraph)?;
            let section = bulletin.sections().get(paragraph.section)?;
            Some(paragraph.gaps(section, &line, &self.setting))
        };
        gaps().unwrap_or_default()
    }

    /// The rows as text, indented, control characters made visible.
    pub fn words<'a>(&'a self, bulletin: &'a Bulletin) -> impl Iterator<Item = String> + 'a {
        let rows = (0..self.len()).filter_map(|row| self.row(row));
        rows.map(|row| self.row_words(bulletin, row).unwrap_or_default())
    }

    fn row_words(&self, bulletin: &Bulletin, row: Row) -> Option<String> {
        let line = row.line?;
        let paragraph = self.paragraphs.get(row.paragraph)?;
        let section = bulletin.sections().get(paragraph.section)?;
        let words = paragraph.words(section, line.start..line.end);
        let mut shown = " ".repeat(line.indent);
        let mut from = 0;
        for at in self.gaps(bulletin, row).into_iter().chain([words.len()]) {
            if from > 0 {
                shown.push(' ');
            }
            shown.push_str(&width::visible_text(words.get(from..at)?));
            from = at;
        }
        Some(shown)
    }
}

/// The paragraphs of some sections: a heading that stands alone, then the text; a run-in heading
/// with its label opens the first paragraph.
pub fn paragraphs(bulletin: &Bulletin, sections: Range<usize>) -> Vec<Paragraph> {
    let mut out: Vec<Paragraph> = Vec::new();
    let end = |out: &[Paragraph]| out.last().map_or(0, Paragraph::bytes_to_its_end);
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
                before: end(&out),
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
                    before: end(&out),
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
        let rows: Vec<String> = page.words(&bulletin).collect();
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

    #[test]
    fn an_empty_row_has_its_own_anchor() {
        let block = Section {
            heading: "工作安排".into(),
            form: Form::Block,
            ..Section::default()
        };
        let bulletin = Bulletin::default().with_sections(vec![block.clone(), block]);
        let page = Page::new(&bulletin, 0..2, 40, Ambiguous::Narrow, Rules::default());
        let there_and_back = |row| page.anchor(row).map(|anchor| page.row_of_anchor(anchor));
        assert_eq!(
            (0..3).map(there_and_back).collect::<Vec<_>>(),
            [0, 1, 2].map(Some)
        );
    }
}
