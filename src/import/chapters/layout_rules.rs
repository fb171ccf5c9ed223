//! Where a document has its headings: in numbered chapters, in parts without numbers, or nowhere. Knows nothing of the
//! sections that are made of them.

use super::document::Document;
use super::rules::chapter_of;
use super::run_in::brief;
use super::split::{is_above_others, is_chapter};
use super::tree::Headings;
use super::unnumbered::short_headings;
use crate::import::rule::{Rule, first};

/// What is asked of a document before it is decided where its headings are.
#[derive(Debug)]
pub struct Layout {
    /// Lines that are short headings without number.
    pub shorts: Vec<usize>,
    numbered: Numbered,
    /// Whether headings without number open its parts.
    parts: bool,
    /// Whether it is made of briefings.
    briefs: bool,
}

/// How many lines are numbered as chapters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numbered {
    Several,
    /// One, with the number of a first chapter: 一、 and no 二、.
    First,
    None,
}

impl Layout {
    /// Asks a document.
    pub fn of(document: &Document) -> Self {
        let all = 0..document.lines().len();
        let labels = all.clone().filter_map(|at| document.own_label(at));
        let mut chapters = labels.filter(|label| is_chapter(label.manner));
        let numbered = match (chapters.next(), chapters.next()) {
            (Some(_), Some(_)) => Numbered::Several,
            (Some(one), None) if one.number == 1 && is_above_others(one.manner) => Numbered::First,
            _ => Numbered::None,
        };
        let shorts = match numbered {
            Numbered::Several => Vec::new(),
            _ => short_headings(document),
        };
        let mut lines = document.lines().iter();
        Self {
            numbered,
            parts: !shorts.is_empty()
                || all.into_iter().any(|at| chapter_of(document, at).is_some()),
            briefs: lines.any(|line| brief(&line.text).is_some()),
            shorts,
        }
    }

    /// Whether several chapters are numbered: then their paragraphs may begin with headings of their own.
    pub fn has_chapters(&self) -> bool {
        self.numbered == Numbered::Several
    }

    /// Where the headings are.
    pub fn headings(&self) -> Headings {
        first(LAYOUTS, self, 0).map_or(Headings::Missing, |rule| rule.then)
    }
}

/// The examples are whole documents.
static LAYOUTS: &[Rule<Layout, Headings>] = &[
    Rule {
        name: "several-chapters",
        when: |layout, _| layout.numbered == Numbered::Several,
        then: Headings::Numbered,
        example: "> 一、渔业\n二、林业",
        counter: "> 一、渔业\n全年增产。",
    },
    Rule {
        name: "one-chapter",
        when: |layout, _| {
            let others = !layout.shorts.is_empty() || layout.briefs;
            layout.numbered == Numbered::First && !others
        },
        then: Headings::Numbered,
        example: "> 一、渔业\n全年增产。",
        counter: "> 1.渔业\n全年增产。",
    },
    Rule {
        name: "parts-without-number",
        when: |layout, _| layout.parts || layout.briefs,
        then: Headings::Inside,
        example: "> 2030年工作回顾\n渔业全年增产。",
        counter: "> 2030年工作总体平稳。\n渔业全年增产。",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::chapters::build::sample;
    use crate::import::rule::check;

    #[test]
    fn rules_hold_for_their_examples() {
        check(LAYOUTS, |lines| Layout::of(&sample::document(&lines)));
    }
}
