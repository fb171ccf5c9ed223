//! A document as the rules of chapters see it: its lines, their numbering and their sentences, each read once. Decides
//! nothing about sections.

use super::decimals::{self, Decimal};
use super::lead;
use super::limits;
use super::split::{is_chapter, unglued};
use crate::import::line::{Line, Style};
use crate::lexicon::List;
use crate::text::chars::is_digit;
use crate::text::label::{self, Label};
use crate::text::manner::Manner;

/// The lines of a document and what is asked of each of them.
#[derive(Debug)]
pub struct Document {
    lines: Vec<Line>,
    features: Vec<Features>,
    decimals: Vec<Decimal>,
    /// Whether its styles of headings say more of their levels than their numbering does.
    by_style: bool,
}

#[derive(Debug)]
struct Features {
    label: Option<Label>,
    /// Bytes of the first sentence.
    first: usize,
    sentences: usize,
    /// Characters.
    length: usize,
}

impl Document {
    /// Reads lines; a heading that stands behind the end of a paragraph gets a line of its own.
    pub fn of(lines: &[Line]) -> Self {
        let lines = unglued(lines);
        let decimals = decimals::read(&lines);
        let features = lines.iter().zip(&decimals).map(|(line, decimal)| {
            let text = line.text.as_str();
            let sentences = lead::sentences(text);
            Features {
                label: decimal.or_else(|| label::read(text, None)),
                first: sentences.first().map_or(0, |first| first.len()),
                sentences: sentences.len(),
                length: text.chars().count(),
            }
        });
        let features: Vec<Features> = features.collect();
        let by_style = levels_by_style(&lines, &features);
        Self {
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

    /// The numbering of a line by its own words.
    pub fn own_label(&self, at: usize) -> Option<Label> {
        self.features.get(at).and_then(|features| features.label)
    }

    /// The first sentence of a line, with its mark.
    pub fn first_sentence(&self, at: usize) -> &str {
        let first = self.features.get(at).map_or(0, |features| features.first);
        self.text(at).get(..first).unwrap_or_default()
    }

    /// How many sentences a line has.
    pub fn sentences(&self, at: usize) -> usize {
        self.features.get(at).map_or(0, |line| line.sentences)
    }

    /// Characters of a line.
    pub fn length(&self, at: usize) -> usize {
        self.features.get(at).map_or(0, |line| line.length)
    }

    /// The level by which a line is a heading where styles say more than numbering.
    pub fn level_of_style(&self, at: usize) -> Option<u8> {
        match self.style(at) {
            Style::Heading(level) if self.by_style => Some(level.clamp(1, 6)),
            _ => None,
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

/// Whether the levels of headings are those of their styles: some headings have numbers and others have none, and
/// each manner of numbering has one style of its own.
fn levels_by_style(lines: &[Line], features: &[Features]) -> bool {
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

/// Bytes of the name and number of a box that a line opens: 专栏 1 of 专栏 1 智能制造技术攻关行动.
pub fn box_label(text: &str) -> Option<usize> {
    static BOXES: List = List::new("box-start");
    let rest = text.strip_prefix(BOXES.start(text)?)?.trim_start();
    let is_numeral = |c: char| is_digit(c) || label::is_numeral(c);
    let heading = rest.trim_start_matches(is_numeral);
    let numerals = rest.len() - heading.len();
    let heading = heading.trim_start_matches(['：', ':', '.', '．', '、']);
    let is_heading = text.chars().count() <= limits::BOX_HEADING.get()
        && !heading.contains(['。', '；', '，'])
        && !heading.starts_with(['”', '）', '》']);
    (numerals > 0 && is_heading).then(|| text.len() - heading.trim_start().len())
}

/// Bytes of the number of an item of a box: 01 of 01 关键核心技术.
pub fn box_item(text: &str) -> Option<usize> {
    let heading = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - heading.len();
    let is_heading = text.chars().count() <= limits::BOX_HEADING.get()
        && !heading.trim().is_empty()
        && !heading.contains(['。', '；', '，', '：']);
    (digits == 2 && heading.starts_with(char::is_whitespace) && is_heading)
        .then(|| text.len() - heading.trim_start().len())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_and_their_items_are_told_from_text() {
        for (text, label) in [
            ("专栏 3 绿色制造行动", Some("专栏 3 ")),
            ("专栏二 便民服务工程", Some("专栏二 ")),
            ("专栏4：数据工程", Some("专栏4：")),
            ("专栏1介绍了三项工程，见下文。", None),
            ("专栏作家座谈会", None),
        ] {
            let found = box_label(text).and_then(|bytes| text.get(..bytes));
            assert_eq!(found, label, "{text}");
        }
        assert_eq!(box_item("02 系统集成"), Some(3));
        assert_eq!(box_item("2024 年投资"), None);
        assert_eq!(box_item("10 个项目建成，投产5个。"), None);
    }
}
