//! A document as the rules of chapters see it: its lines, their numbering and their sentences, each read once. Decides
//! nothing about sections.

use super::boxes::box_label;
use super::decimals::{self, Decimal};
use super::split::{is_chapter, unglued};
use crate::import::feature::Feature;
use crate::import::line::{Line, Style};
use crate::import::part::is_part;
use crate::text::label::{self, Label};
use crate::text::manner::Manner;

/// The lines of a document and what is asked of each of them.
#[derive(Debug)]
pub struct Document {
    lines: Vec<Line>,
    features: Vec<Feature>,
    decimals: Vec<Decimal>,
    /// The next line, from each one on, whose numbering is that of a chapter.
    chapters: Vec<usize>,
    /// Whether its styles of headings say more of their levels than their numbering does.
    by_style: bool,
    /// The level of headings with 01, 02 and so on before them, if it has some.
    counted: Option<u8>,
}

impl Document {
    /// Reads lines; a heading that stands behind the end of a paragraph gets a line of its own.
    pub fn of(lines: &[Line]) -> Self {
        let lines = unglued(lines);
        let decimals = decimals::read(&lines);
        let features = lines.iter().zip(&decimals).map(|(line, decimal)| {
            let feature = Feature::in_text(&line.text);
            let label = decimal.or_else(|| feature.label);
            Feature { label, ..feature }
        });
        let features: Vec<Feature> = features.collect();
        let by_style = levels_by_style(&lines, &features);
        Self {
            chapters: chapters_ahead(&features),
            counted: counted(&lines),
            lines,
            features,
            decimals,
            by_style,
        }
    }

    /// The lines.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The words of a line; none behind the end.
    pub fn text(&self, at: usize) -> &str {
        self.lines.get(at).map_or("", |line| &line.text)
    }

    /// How a line is set.
    pub fn style(&self, at: usize) -> Style {
        self.lines.get(at).map_or(Style::Plain, |line| line.style)
    }

    /// The numbering of a line; `after` is the last number in digits that is open.
    pub fn label(&self, at: usize, after: Option<u32>) -> Option<Label> {
        let decimal = self.decimals.get(at).copied().unwrap_or_default();
        decimal.or_else(|| label::read(self.text(at), after))
    }

    /// What a line shows by itself; nothing behind the end.
    pub fn feature(&self, at: usize) -> Feature {
        self.features.get(at).copied().unwrap_or_default()
    }

    /// The numbering of a line by its own words and the numbers of the document.
    pub fn own_label(&self, at: usize) -> Option<Label> {
        self.feature(at).label
    }

    /// The first line from one on whose numbering is that of a chapter, and its numbering.
    pub fn next_chapter(&self, from: usize) -> Option<(usize, Label)> {
        let at = self.chapters.get(from).copied()?;
        Some((at, self.own_label(at)?))
    }

    /// The first numbering of some lines from one on.
    pub fn next_label(&self, from: usize, lines: usize) -> Option<Label> {
        let ahead = self.features.iter().skip(from).take(lines);
        ahead.into_iter().find_map(|feature| feature.label)
    }

    /// The first sentence of a line, with its mark.
    pub fn first_sentence(&self, at: usize) -> &str {
        let first = self.feature(at).first;
        self.text(at).get(..first).unwrap_or_default()
    }

    /// Whether the first sentence of a line is in bold, and no more of it.
    pub fn is_first_in_bold(&self, at: usize) -> bool {
        let bold = self.lines.get(at).map_or(0, |line| line.bold);
        let words = self.text(at).get(..bold).unwrap_or_default();
        bold > 0 && words.trim_end() == self.first_sentence(at).trim_end()
    }

    /// How many sentences a line has.
    pub fn sentences(&self, at: usize) -> usize {
        self.feature(at).sentences
    }

    /// Characters of a line.
    pub fn length(&self, at: usize) -> usize {
        self.feature(at).length
    }

    /// The level by which a line is a heading where styles say more than numbering.
    pub fn level_of_style(&self, at: usize) -> Option<u8> {
        match self.style(at) {
            Style::Heading(level) if self.by_style => Some(level.clamp(1, 6)),
            _ => None,
        }
    }

    /// Bytes of the number before a heading that is counted: 01 工作总结; None if it is none of them.
    pub fn count_of(&self, at: usize) -> Option<usize> {
        self.counted?;
        self.lines.get(at).and_then(heading_counted)?;
        Some(2)
    }

    /// The level of a heading without number that a style sets: below those that are counted, if it is no part itself.
    pub fn level_below(&self, at: usize, level: u8) -> u8 {
        match self.counted {
            Some(counted) if self.count_of(at).is_none() && !is_part(self.text(at)) => {
                level.max(counted + 1)
            }
            _ => level,
        }
    }

    /// Whether a line is a paragraph: neither numbered nor set as a heading nor part of a table.
    pub fn is_paragraph(&self, at: usize) -> bool {
        at < self.lines.len()
            && self.style(at) == Style::Plain
            && self.own_label(at).is_none()
            && box_label(self.text(at)).is_none()
    }
}

/// The number before the words of a heading: 01 工作总结.
fn count_before(text: &str) -> Option<u32> {
    let (number, _) = text.split_once(' ')?;
    let two = number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    number.parse().ok().filter(|_| two)
}

/// The number before a heading, and its level. Where no style says that it is one, its words have to.
fn heading_counted(line: &Line) -> Option<(u32, u8)> {
    let number = count_before(&line.text)?;
    let words = line.text.get(2..).unwrap_or_default().trim_start();
    match line.style {
        Style::Heading(level) => Some((number, level)),
        _ => is_part(words).then_some((number, 1)),
    }
}

/// The level of headings with 01, 02 and so on before them, if there are several.
fn counted(lines: &[Line]) -> Option<u8> {
    let found: Vec<(u32, u8)> = lines.iter().filter_map(heading_counted).collect();
    let in_order = found.iter().zip(1..).all(|((number, _), at)| *number == at);
    found
        .iter()
        .map(|(_, level)| *level)
        .min()
        .filter(|_| in_order && found.len() > 1)
}

/// For each line the next one, itself included, whose numbering is that of a chapter; one behind the end if none is.
fn chapters_ahead(features: &[Feature]) -> Vec<usize> {
    let mut next = features.len();
    let mut out: Vec<usize> = Vec::with_capacity(features.len());
    for (at, feature) in features.iter().enumerate().rev() {
        if feature.label.is_some_and(|label| is_chapter(label.manner)) {
            next = at;
        }
        out.push(next);
    }
    out.reverse();
    out
}

/// Whether the levels of headings are those of their styles: some headings have numbers and others have none, and
/// each manner of numbering has one style of its own.
fn levels_by_style(lines: &[Line], features: &[Feature]) -> bool {
    let mut of_manners: Vec<(Manner, u8)> = Vec::new();
    let mut plain = false;
    for (line, features) in lines.iter().zip(features) {
        let Style::Heading(level) = line.style else {
            continue;
        };
        match features.label {
            None => plain = true,
            Some(label) => {
                let of_manner = (label.manner, level);
                if !of_manners.contains(&of_manner) {
                    of_manners.push(of_manner);
                }
            }
        }
    }
    let twice = |(at, one): (usize, &(Manner, u8))| {
        let others = of_manners.iter().skip(at + 1);
        others
            .into_iter()
            .any(|other| other.0 == one.0 || other.1 == one.1)
    };
    plain && !of_manners.is_empty() && !of_manners.iter().enumerate().any(twice)
}

/// Whether a manner of numbering makes items of a list within a paragraph or a section.
pub fn is_list(manner: Manner) -> bool {
    matches!(
        manner,
        Manner::Is | Manner::Must | Manner::Di | Manner::Dash | Manner::Circled
    )
}

/// Whether a line with such a label begins a new part of a document, and ends a run of paragraphs.
pub fn ends_run(label: Label) -> bool {
    is_chapter(label.manner)
}
