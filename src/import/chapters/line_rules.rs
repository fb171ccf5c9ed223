//! What a line opens, or goes on with: by what it shows and by the sections that are open above it. Opens nothing
//! itself.

use super::paragraphs::Opens;
use super::rules::Chapter;
use crate::import::rule::{Rule, first};
use crate::text::label::Label;

/// What is asked of a line before it is decided what it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts {
    /// Whether it is a row of a table.
    pub row: bool,
    /// Bytes of the name of the box that it opens, and of the number of an item in the box that is open.
    pub box_label: Option<usize>,
    pub box_item: Option<usize>,
    /// Whether it is one of the short headings of a document without numbering.
    pub short: bool,
    /// Its numbering; `taken`, if it is what it looks like: it begins, goes on, or another one goes on from it.
    pub label: Option<Label>,
    pub taken: Option<Label>,
    /// The level of its style, where styles say more than numbering.
    pub level: Option<u8>,
    /// How it is known to open a chapter, if it has no numbering.
    pub chapter: Option<Chapter>,
    /// Whether a numbered chapter is open that it may be text of.
    pub within: bool,
    /// What its first sentence opens among the paragraphs around it.
    pub opens: Opens,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    Row,
    Box,
    BoxItem,
    /// A heading without number, of the second level.
    Short,
    /// A numbered heading whose style says its level.
    Styled,
    /// An annex whose title stands on the next line.
    Annex,
    /// A heading without number.
    Chapter,
    /// Text that only has the words of a heading.
    Paragraph,
    Numbered,
    /// The heading of the paragraph below it.
    LeadLine,
    /// A paragraph that begins with its heading.
    LeadSentence,
    /// What follows such paragraphs and belongs to none of them.
    Rest,
}

/// What a line is; None if it is running text.
pub fn is(facts: &Facts) -> Option<Is> {
    first(LINES, facts, 0).map(|rule| rule.then)
}

/// In the examples `#` sets a line as a heading, a tab makes it a row.
static LINES: &[Rule<Facts, Is>] = &[
    Rule {
        name: "row",
        when: |facts, _| facts.row,
        then: Is::Row,
        example: "指标\t目标",
        counter: "指标与目标",
    },
    Rule {
        name: "box",
        when: |facts, _| facts.box_label.is_some(),
        then: Is::Box,
        example: "专栏2 良种工程",
        counter: "专栏2列出了良种工程，见下文。",
    },
    Rule {
        name: "item-of-box",
        when: |facts, _| facts.box_item.is_some(),
        then: Is::BoxItem,
        example: "专栏2 良种工程\n> 01 制种基地",
        counter: "一、良种工程\n> 01 制种基地",
    },
    Rule {
        name: "short-heading",
        when: |facts, _| facts.short && facts.label.is_none() && facts.chapter.is_none(),
        then: Is::Short,
        example: "> 渔业生产\n全年水产品产量二十万吨，远洋捕捞船队扩大到三十艘，价格保持平稳。\n渔港建设\n三座渔港完成改造，泊位增加一百二十个，渔船进港避风的能力明显增强。",
        counter: "> 渔业生产\n全年水产品产量二十万吨，远洋捕捞船队扩大到三十艘，价格保持平稳。",
    },
    Rule {
        name: "numbered-heading-with-level",
        when: |facts, _| facts.level.is_some() && facts.label.is_some(),
        then: Is::Styled,
        example: "> #一、渔业\n##产量\n二十万吨。",
        counter: "> #一、渔业\n##（一）产量\n二十万吨。",
    },
    Rule {
        name: "annex-above-title",
        when: |facts, _| facts.chapter == Some(Chapter::AnnexAboveTitle),
        then: Is::Annex,
        example: "一、渔业\n> 附件1\n渔港改造清单\n1.东港。",
        counter: "一、渔业\n> 附件1\n附件2",
    },
    Rule {
        // 2030年工作回顾 within a numbered chapter is text, unless the chapters begin again after it.
        name: "words-of-heading-in-chapter",
        when: |facts, _| facts.chapter == Some(Chapter::Words) && facts.within,
        then: Is::Paragraph,
        example: "一、渔业\n二、林业\n> 2030年工作回顾\n全年造林。",
        counter: "一、渔业\n二、林业\n> 2031年工作安排\n一、渔业",
    },
    Rule {
        name: "chapter-without-number",
        when: |facts, _| facts.chapter.is_some(),
        then: Is::Chapter,
        example: "> 2030年工作回顾\n一、渔业\n二、林业",
        counter: "> 2030年工作总体平稳。\n一、渔业\n二、林业",
    },
    Rule {
        name: "numbering",
        when: |facts, _| facts.taken.is_some(),
        then: Is::Numbered,
        example: "（一）渔业",
        counter: "三是渔业增产。",
    },
    Rule {
        name: "heading-of-paragraph-below",
        when: |facts, _| facts.opens == Opens::Line,
        then: Is::LeadLine,
        example: "一、回顾\n> 这一年，我们坚持兴渔富民。\n全年水产品产量二十万吨，远洋捕捞船队扩大到三十艘，价格保持平稳。\n这一年，我们坚持造林护绿。\n造林三千亩，抚育中幼林五千亩，新建苗圃两个，没有发生火灾。\n二、安排",
        counter: "一、回顾\n> 这一年，我们坚持兴渔富民。\n全年水产品产量二十万吨，远洋捕捞船队扩大到三十艘，价格保持平稳。\n二、安排",
    },
    Rule {
        name: "paragraph-with-heading",
        when: |facts, _| facts.opens == Opens::Sentence,
        then: Is::LeadSentence,
        example: "一、安排\n> 发展远洋渔业。扩大捕捞船队，建设海外基地，扶持加工企业，培育知名品牌。\n推进植树造林。新造防护林，抚育中幼林，新建苗圃两个，严防森林火灾。\n二、保障",
        counter: "一、安排\n> 发展远洋渔业。扩大捕捞船队，建设海外基地，扶持加工企业，培育知名品牌。\n二、保障",
    },
    Rule {
        name: "after-paragraphs-with-headings",
        when: |facts, _| facts.opens == Opens::Rest,
        then: Is::Rest,
        example: "一、安排\n发展远洋渔业。扩大捕捞船队，建设海外基地，扶持加工企业，培育知名品牌。\n推进植树造林。新造防护林，抚育中幼林，新建苗圃两个，严防森林火灾。\n> 完成这些任务，需要全县上下一起努力，各部门各乡镇各负其责。\n二、保障",
        counter: "一、安排\n> 完成这些任务，需要全县上下一起努力，各部门各乡镇各负其责。\n二、保障",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::chapters::build::sample;
    use crate::import::rule::check_at;

    #[test]
    fn rules_hold_for_their_examples() {
        let read = |lines: Vec<String>, at| (sample::facts(&lines, at), 0);
        check_at(LINES, read);
    }
}
