//! How much of a numbered paragraph is its heading: all of it, its first sentence or clause, or nothing. Knows nothing of
//! the sections that are open.

use super::lead;
use super::limits;
use super::split::is_chapter;
use crate::import::rule::{Rule, first};
use crate::text::manner::Manner;

/// What is asked of a numbered paragraph; lengths in characters.
#[derive(Debug)]
pub struct Numbered {
    manner: Manner,
    place: Place,
    /// How many sentences it has, and whether a stop ends the first.
    sentences: usize,
    ends: bool,
    /// Bytes of its first sentence.
    bytes: usize,
    /// Of its first sentence and of its first clause, and of the longest heading that a stop may end.
    first: usize,
    clause: usize,
    longest: usize,
}

/// What is known of a numbered paragraph besides its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A style makes it a heading.
    Styled,
    /// The paragraph below spells it out.
    AboveParagraph,
    /// The document lost its line ends.
    OfOneLine,
    Plain,
}

impl Numbered {
    /// Asks the words behind the numbering.
    pub fn of(words: &str, manner: Manner, place: Place) -> Self {
        let all = lead::sentences(words);
        let first = all.first().copied().unwrap_or_default();
        let count = first.chars().count();
        // English takes three times as many characters as Chinese.
        let times = if words.is_ascii() { 3 } else { 1 };
        Self {
            manner,
            place,
            sentences: all.len(),
            ends: first.trim_end().ends_with(['。', '！', '？', '；', ';'])
                || (first.ends_with('.') && count > limits::ENGLISH_HEADING_WITH_STOP.get()),
            bytes: first.len(),
            first: count,
            clause: lead::clause(first).chars().count(),
            longest: times * limits::HEADING.get(),
        }
    }

    /// The first sentence of its words.
    pub fn first_sentence<'t>(&self, words: &'t str) -> &'t str {
        words.get(..self.bytes).unwrap_or(words)
    }

    /// What of its words is the heading where a stop ends it.
    pub fn heading<'t>(&self, words: &'t str) -> &'t str {
        let first = self.first_sentence(words);
        if self.is_whole() {
            first
        } else {
            lead::clause(first)
        }
    }

    /// Whether its first sentence may be a heading as a whole.
    fn is_whole(&self) -> bool {
        let lone = self.ends && self.first <= limits::LONE_HEADING_SENTENCE.get();
        self.first <= limits::HEADING_SENTENCE.get() && (self.sentences > 1 || lone)
    }
}

/// How much of a numbered paragraph is its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    Line,
    Nothing,
    /// What is known for a heading, or else ends at the first mark: the line may hold a whole chapter.
    Known,
    /// Nothing, as no mark shows where it ends.
    Unmarked,
    Sentence,
    Clause,
}

/// How much is the heading, and the rule that says so.
pub fn extent(numbered: &Numbered) -> (Extent, &'static str) {
    first(EXTENTS, numbered, 0).map_or((Extent::Nothing, ""), |rule| (rule.then, rule.name))
}

/// In the examples `#` sets a line as a heading; a document of one line has lost its line ends.
static EXTENTS: &[Rule<Numbered, Extent>] = &[
    Rule {
        name: "numbered-heading-style",
        when: |numbered, _| numbered.place == Place::Styled,
        then: Extent::Line,
        example: "> #（一）渔业增产。渔民增收。\n全年增产。",
        counter: "> （一）渔业增产。渔民增收。\n全年增产。",
    },
    Rule {
        name: "numbered-line-above-paragraph",
        when: |numbered, _| numbered.place == Place::AboveParagraph,
        then: Extent::Line,
        example: "> （一）渔业稳步增产。\n全年水产品产量二十万吨，远洋捕捞船队扩大到三十艘，价格保持平稳。",
        counter: "> （一）渔业稳步增产。\n（二）林业提质。",
    },
    Rule {
        name: "numbered-words-without-stop",
        when: |numbered, _| {
            !numbered.ends && numbered.sentences <= 1 && numbered.first <= numbered.longest
        },
        then: Extent::Line,
        example: "> 一、渔业\n全年增产。",
        counter: "> 一、渔业。全年增产。\n二、林业",
    },
    Rule {
        name: "clause-of-law",
        when: |numbered, _| numbered.manner == Manner::Clause,
        then: Extent::Nothing,
        example: "> 第一条 为了保护渔业资源，制定本办法。\n第二条 本办法所称渔业，包括养殖和捕捞。",
        counter: "> 第一章 总则。说明如下。\n第一条 为了保护渔业资源，制定本办法。",
    },
    Rule {
        name: "chapter-without-line-end",
        when: |numbered, _| numbered.place == Place::OfOneLine && is_chapter(numbered.manner),
        then: Extent::Known,
        example: "一、渔业稳步增产。全年水产品产量二十万吨。",
        counter: "> 一、渔业稳步增产。全年水产品产量二十万吨。\n二、林业",
    },
    Rule {
        name: "no-mark-ends-heading",
        when: |numbered, _| {
            let words = if numbered.is_whole() {
                numbered.first
            } else {
                numbered.clause
            };
            words > numbered.longest
        },
        then: Extent::Unmarked,
        example: "> （一）全县水产品产量达到二十万吨并且远洋捕捞船队扩大到三十艘同时三座渔港完成改造而且泊位增加一百二十个还有渔船进港避风的能力明显增强价格保持平稳。\n（二）林业",
        counter: "> （一）全县水产品产量达到二十万吨，远洋捕捞船队扩大到三十艘，三座渔港完成改造，泊位增加一百二十个，渔船进港避风的能力明显增强，价格保持平稳。\n（二）林业",
    },
    Rule {
        name: "first-sentence",
        when: |numbered, _| numbered.is_whole(),
        then: Extent::Sentence,
        example: "> （一）渔业稳步增产。全年水产品产量二十万吨。\n（二）林业",
        counter: "> （一）渔业稳步增产，全年水产品产量达到二十万吨，远洋捕捞船队扩大到三十艘，三座渔港完成改造，泊位增加一百二十个。价格平稳。\n（二）林业",
    },
    Rule {
        name: "first-clause",
        when: |numbered, _| !numbered.is_whole(),
        then: Extent::Clause,
        example: "> （一）渔业稳步增产，全年水产品产量达到二十万吨，远洋捕捞船队扩大到三十艘，三座渔港完成改造，泊位增加一百二十个。价格平稳。\n（二）林业",
        counter: "> （一）渔业稳步增产。全年水产品产量二十万吨。\n（二）林业",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::chapters::build::sample;
    use crate::import::rule::check_at;

    #[test]
    fn rules_hold_for_their_examples() {
        let read = |lines: Vec<String>, at| (sample::numbered(&lines, at), 0);
        check_at(EXTENTS, read);
    }
}
