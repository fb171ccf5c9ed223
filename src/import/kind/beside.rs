//! The kind of what stands beside the chapters of a document: what is annexed to it, and text without a heading. These
//! rules are asked before those of chapters.

use super::chapter::Chapter;
use super::chapters::Chapters;
use super::decided::Then;
use crate::import::genre::Genre;
use crate::import::rule::Rule;
use crate::lexicon::List;
use crate::model::Kind;

/// What is promised in an annex.
static LIST_OF_PROMISES: List = List::new("list-of-promises");

/// In the examples the first line is the title, each other one a chapter.
pub static BESIDE: &[Rule<Chapters, Then>] = &[
    Rule {
        name: "annex-of-plans",
        when: |all, at| {
            let plans = |chapter: &Chapter| {
                let told = chapter.told == Some(Kind::Plans);
                chapter.annex && told && is_list_of_promises(all, chapter) != Some(false)
            };
            all.genre == Genre::Report && all.is(at, plans)
        },
        then: Then::Told,
        example: "2026年政府工作报告\n> 附件|2026年十件民生实事",
        counter: "2026年政府工作报告\n> 附件|名词解释",
    },
    Rule {
        name: "annex-of-promises",
        when: |all, at| {
            let plans = |chapter: &Chapter| {
                chapter.annex && is_list_of_promises(all, chapter) == Some(true)
            };
            all.genre == Genre::Report && all.is(at, plans)
        },
        then: Then::Kind(Kind::Plans),
        example: "2031年政府工作报告\n> 附件：2031年民生实事项目",
        counter: "2031年政府工作报告\n> 附件：2030年民生实事项目",
    },
    Rule {
        name: "annex",
        when: |all, at| all.is(at, |chapter| chapter.annex),
        then: Then::Nothing,
        example: "2026年政府工作报告\n一、2025年工作回顾\n> 附件",
        counter: "2026年政府工作报告\n> 一、2025年工作回顾",
    },
    Rule {
        // It is no preamble: with its figures it reports like the chapters behind it.
        name: "opening-that-reports",
        when: |all, at| {
            let reports =
                |chapter: &Chapter| chapter.bare && chapter.figures_of == Some(Kind::Achievements);
            all.genre == Genre::Report && !all.past.promised && all.is(at, reports)
        },
        then: Then::Told,
        example: "2031年政府工作报告\n> |2030年，新修渠道40公里。",
        counter: "2031年政府工作报告\n> |2030年，全县上下团结奋斗。",
    },
    Rule {
        name: "opening-that-guides",
        when: |all, at| all.genre == Genre::Plan && all.is(at, |chapter| chapter.guided.is_some()),
        then: Then::Kind(Kind::Guidance),
        example: "2031年工作要点\n> |2031年学校工作的总体思路是：以质量求发展。",
        counter: "2031年工作要点\n> |2031年是改革之年。",
    },
    Rule {
        name: "text-beside-chapters",
        when: |all, at| {
            let any = || all.list.iter().any(|chapter| !chapter.heading.is_empty());
            all.is(at, |chapter| chapter.bare) && (at > 0 || any())
        },
        then: Then::Kind(Kind::Background),
        example: "> \n一、2025年工作回顾",
        counter: "> ",
    },
    Rule {
        name: "text-alone",
        when: |all, at| all.is(at, |chapter| chapter.bare),
        then: Then::Nothing,
        example: "> ",
        counter: "一、工作回顾",
    },
];

/// Whether what is annexed lists what is promised for the year that is planned; None if its heading names no year. What is
/// told of a year that is over is no promise, nor how much is done.
fn is_list_of_promises(all: &Chapters, chapter: &Chapter) -> Option<bool> {
    let year = chapter.year?;
    let planned = all.clock.planned().is_some_and(|planned| year >= planned);
    let listed = LIST_OF_PROMISES.is_in(&chapter.heading);
    Some(planned && listed && chapter.said != Some(Kind::Achievements))
}
