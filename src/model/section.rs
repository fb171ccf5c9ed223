//! A section: its heading, its text and the figures in it. It owns its text.
//!
//! Knows nothing of the sections around it beyond its place in the tree.

use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

use super::figure::Figure;
use super::kind::{Form, Kind};
use super::table::{self, Extent, Table};
use crate::calendar::{Period, Year};
use crate::text::sentence::{self, Text};

/// Finds the figures of a section, in the order of its text. Who loads a section hands it in: to find is not the
/// model's.
pub type FindFigures = fn(&Section) -> Vec<Figure>;

/// The figures of a section. To open a library finds none: in a large one that takes seconds.
#[derive(Clone, Default)]
pub struct Figures {
    known: OnceLock<Vec<Figure>>,
    /// None where they are listed.
    find: Option<FindFigures>,
}

impl Figures {
    /// Figures that are known, in the order of the text.
    pub fn known(figures: Vec<Figure>) -> Self {
        Self {
            known: OnceLock::from(figures),
            find: None,
        }
    }

    /// Figures that are found when they are first asked for.
    pub fn found_by(find: FindFigures) -> Self {
        Self {
            known: OnceLock::new(),
            find: Some(find),
        }
    }

    /// Those that are known by now; None if nobody has asked for them yet.
    fn if_known(&self) -> Option<&[Figure]> {
        match self.find {
            Some(_) => self.known.get().map(Vec::as_slice),
            None => Some(self.known.get().map_or(&[], Vec::as_slice)),
        }
    }

    /// The figures, found now if need be.
    fn of(&self, section: &Section) -> &[Figure] {
        let find = || self.find.map(|find| find(section)).unwrap_or_default();
        self.known.get_or_init(find)
    }
}

impl fmt::Debug for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.if_known() {
            Some(figures) => figures.fmt(f),
            None => f.write_str("(not asked for)"),
        }
    }
}

/// One section. [`Bulletin::sections`](super::Bulletin::sections) has them in reading order.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// Numbering exactly as written (一、 （一） 1.); may be empty.
    pub label: String,
    /// Heading as written, with its closing mark if it is a run-in one; may be empty.
    pub heading: String,
    /// How the heading stands in the source.
    pub form: Form,
    /// Own or inherited kind.
    pub kind: Option<Kind>,
    /// Own or inherited year.
    pub year: Option<Year>,
    /// Own or inherited span of years, for a section that speaks of several; a year below it ends it.
    pub period: Option<Period>,
    /// The section's text: the heading if it is run-in, then the paragraphs, separated by `\n`. All
    /// spans of the section are byte ranges into it.
    pub body: String,
    /// Bytes of `body` taken by a run-in heading.
    pub heading_bytes: usize,
    /// What the file says of its tables, in order and apart from each other; lines are those of [`Section::text`].
    pub told_tables: Vec<Extent>,
    /// The units in charge of its task, as its file lists them (责任单位).
    pub responsible: Vec<String>,
    /// Targets and results; [`Section::figures`] gives them.
    pub figures: Figures,
    /// The year in which it is said, where the bulletin's date tells it: what 今年 means.
    pub said_in: Option<Year>,
    /// Whether the file lists targets or results: its figures are all there are.
    pub listed: bool,
    /// Depth in the tree, 0 at the top.
    pub depth: usize,
    /// Index one past the last section of this subtree.
    pub end: usize,
    /// Child numbers from 1, from the top down to this section.
    pub number: Vec<usize>,
}

impl Section {
    /// The text without a run-in heading.
    pub fn text(&self) -> &str {
        self.body.get(self.heading_bytes..).unwrap_or_default()
    }

    /// The heading for an outline: without its closing mark, in 〔 〕 if the source lacks it, the
    /// first words of the text if there is none. The label is not part of it.
    pub fn outline_heading(&self) -> String {
        let bare = self
            .heading
            .trim_end_matches(['。', '：', ':', '，', ',', '；', ';', '、']);
        match (self.form, bare.is_empty()) {
            (Form::Implied, _) => format!("〔{bare}〕"),
            (_, false) => bare.to_owned(),
            (_, true) => opening(self.text()),
        }
    }

    /// The same behind its label.
    pub fn labelled_heading(&self) -> String {
        format!("{}{}", self.label, self.outline_heading())
    }

    /// Its tables, with rows as byte ranges of the body.
    pub fn tables(&self) -> Vec<Table> {
        let mut tables = table::find(self.text(), &self.told_tables);
        for row in tables.iter_mut().flat_map(|table| &mut table.rows) {
            row.start += self.heading_bytes;
            row.end += self.heading_bytes;
        }
        tables
    }

    /// The paragraphs of the section's text, as byte ranges of the body; blank lines are none.
    pub fn paragraphs(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut start = 0;
        let lines = self.body.split('\n').map(move |line| {
            let span = start..start + line.len();
            start = span.end + 1;
            (span, line)
        });
        lines
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(span, _)| span)
    }

    /// Its sentences, as byte ranges of the body; `text::sentence` says where they end. All sentences of a
    /// paragraph are all of it but the tabs of a table; a blank line is none.
    pub fn sentences(&self) -> Vec<Range<usize>> {
        let mut sentences = Text::new(&self.body).sentences().to_vec();
        sentences.retain(|span| {
            let words = self.body.get(span.clone()).unwrap_or_default();
            !words.trim().is_empty()
        });
        sentences
    }

    /// The paragraph around the quotation of a figure.
    pub fn paragraph(&self, figure: &Figure) -> Range<usize> {
        sentence::lines_around(&self.body, &figure.span)
    }

    /// The sentence around the quotation of a figure, or the sentences if the quotation is of several.
    pub fn sentence(&self, figure: &Figure) -> Range<usize> {
        sentence::around(&self.body, &figure.span)
    }

    /// Whether the source names it: by numbering, or by a heading of its own.
    pub fn is_named(&self) -> bool {
        let heading = self.form != Form::Implied && !self.heading.is_empty();
        heading || !self.label.is_empty()
    }

    /// Targets and results, in the order of their place in the text; found now if nobody has asked for them before.
    pub fn figures(&self) -> &[Figure] {
        self.figures.of(self)
    }

    /// The same if they are known by now.
    pub fn known_figures(&self) -> Option<&[Figure]> {
        self.figures.if_known()
    }

    /// The figures whose quotations are within a byte range of the body.
    pub fn figures_in(&self, span: &Range<usize>) -> impl Iterator<Item = &Figure> {
        let inside = |f: &&Figure| span.start <= f.span.start && f.span.end <= span.end;
        self.figures().iter().filter(inside)
    }

    /// The quoted words of a figure of this section.
    pub fn quote(&self, figure: &Figure) -> &str {
        self.body.get(figure.span.clone()).unwrap_or_default()
    }
}

/// Characters that the opening of a text without heading has at least.
const OPENING: usize = 8;

/// The first words of a text, up to the end of a clause.
fn opening(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let marks = line.char_indices().enumerate();
    let end = marks
        .filter(|(count, (_, c))| *count >= OPENING && ['。', '，', ',', '；', '：'].contains(c))
        .map(|(_, (at, _))| at)
        .next();
    match end.and_then(|end| line.get(..end)) {
        Some(words) => format!("{words}…"),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_take_the_marks_that_close_behind_them() {
        let body = "建成。他说：“好！”再建；完成（见表。） \n\n \n第二段";
        let section = Section {
            body: body.to_owned(),
            ..Section::default()
        };
        let words = |spans: Vec<Range<usize>>| -> Vec<&str> {
            spans
                .into_iter()
                .map(|span| body.get(span).unwrap())
                .collect()
        };
        assert_eq!(
            words(section.sentences()),
            [
                "建成。",
                "他说：“好！”",
                "再建；",
                "完成（见表。） ",
                "第二段"
            ]
        );
        assert_eq!(words(section.paragraphs().collect()).len(), 2);
    }
}
