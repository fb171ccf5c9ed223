//! The rows of a page: set as far as somebody asks, found again at another width.

use std::ops::Range;
use std::sync::Arc;

use super::line::{Part, Piece, SetLine};
use super::paragraph::{Paragraph, TableRow, paragraphs};
use super::record::Record;
use super::setter::Setter;
use crate::model::{Bulletin, Section};
use crate::width::{self, Ambiguous};
use crate::wrap::{Language, Line, Rules, Setting};

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
    /// None for the empty row before the paragraph, and for a rule. Of a row of a table with its cells side by
    /// side it is from the first words to the last.
    pub line: Option<Line>,
    /// Where its pieces are kept, if it is set in several.
    parted: Option<usize>,
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
    /// Lines in pieces: those of tables.
    parted: Vec<SetLine>,
    setter: Setter,
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
            parted: Vec::new(),
            setter: Setter::new(setting),
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
            let before = index.checked_sub(1).and_then(|at| self.paragraphs.get(at));
            if before.is_some_and(|before| stands_apart(before, paragraph, section)) {
                self.rows.push(Record::EMPTY);
            }
            for line in self.setter.set(paragraph, section) {
                let record = if line.is_parted() {
                    self.parted.push(line);
                    Record::parted(self.parted.len() - 1)
                } else {
                    Record::new(&line.line)
                };
                self.rows.push(record);
            }
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
        let record = self.rows.get(row)?;
        Some(Row {
            paragraph: self.paragraph_of(row)?,
            line: self.line_of(*record),
            parted: record.index(),
        })
    }

    fn line_of(&self, record: Record) -> Option<Line> {
        match record.index() {
            None => record.line(),
            Some(index) => {
                let line = self.parted.get(index).filter(|line| line.has_words());
                line.map(|line| line.line)
            }
        }
    }

    /// What a row shows, from left to right.
    pub fn pieces(&self, row: &Row) -> Vec<Piece> {
        let parted = row.parted.and_then(|index| self.parted.get(index));
        let words = || {
            let line = row.line?;
            let part = Part::Words;
            Some(Piece { part, line })
        };
        match parted {
            Some(line) => line.pieces().collect(),
            None => words().into_iter().collect(),
        }
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
        let mut rest = rest.iter();
        Some(from + rest.position(|row| self.line_of(*row).is_some())?)
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
        let rows = rows.unwrap_or_default();
        if let Some(row) = self.row_in_table(rows, byte) {
            return from + row;
        }
        let before = |row: &Record| row.start() <= byte;
        let count = rows.partition_point(before);
        (from + count).saturating_sub(1)
    }

    /// Of the rows of one row of a table the one in which the words begin that stand last at or before a byte.
    fn row_in_table(&self, rows: &[Record], byte: usize) -> Option<usize> {
        let mut found: Option<(usize, usize)> = None;
        for (at, row) in rows.iter().enumerate() {
            let line = row.index().and_then(|index| self.parted.get(index));
            let line = line.filter(|line| line.has_words());
            let begins = line.and_then(|line| line.begins_before(byte));
            if let Some(begins) = begins.filter(|b| found.is_none_or(|(best, _)| *b > best)) {
                found = Some((begins, at));
            }
        }
        found.map(|(_, at)| at)
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

    /// Where in a piece's words a cell is left empty between Han and Latin, in bytes.
    pub fn gaps(&self, paragraph: &Paragraph, section: &Section, piece: &Piece) -> Vec<usize> {
        match piece.part {
            Part::Words => paragraph.gaps(section, &piece.line, &self.setting),
            _ => Vec::new(),
        }
    }

    /// The rows as text, indented, control characters made visible.
    pub fn words<'a>(&'a self, bulletin: &'a Bulletin) -> impl Iterator<Item = String> + 'a {
        let rows = (0..self.len()).filter_map(|row| self.row(row));
        rows.map(|row| self.row_words(bulletin, row).unwrap_or_default())
    }

    fn row_words(&self, bulletin: &Bulletin, row: Row) -> Option<String> {
        let paragraph = self.paragraphs.get(row.paragraph)?;
        let section = bulletin.sections().get(paragraph.section)?;
        let ambiguous = self.setting.ambiguous;
        let mut shown = String::new();
        let mut used = 0;
        for piece in self.pieces(&row) {
            let gap = piece.line.indent.saturating_sub(used);
            shown.push_str(&" ".repeat(gap));
            used = piece.line.indent + piece.line.cells;
            if let Some(sign) = piece.sign_words(ambiguous) {
                shown.push_str(&sign);
                continue;
            }
            let words = paragraph.words_of(section, &piece);
            let mut from = 0;
            let gaps = self.gaps(paragraph, section, &piece).into_iter();
            for at in gaps.chain([words.len()]) {
                if from > 0 {
                    shown.push(' ');
                }
                shown.push_str(&width::visible_text(words.get(from..at)?));
                from = at;
            }
        }
        Some(shown)
    }
}

/// Whether an empty row stands between two paragraphs: before the headings of the upper levels, and around a
/// table.
fn stands_apart(before: &Paragraph, paragraph: &Paragraph, section: &Section) -> bool {
    let heading = paragraph.heading && section.depth < 2;
    let begins = |row: &TableRow| row.index == 0;
    heading
        || match (&before.row, &paragraph.row) {
            (_, Some(row)) => begins(row) && !before.heading,
            (Some(_), None) => true,
            (None, None) => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Form;

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
