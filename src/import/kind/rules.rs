//! The kind of a chapter: by the words of its heading, by what the document is, by the chapters before it. Knows
//! nothing of the sections below.

use super::heading::of_heading;
use crate::calendar::Year;
use crate::import::genre::Genre;
use crate::import::part::is_annex;
use crate::import::rule::{Rule, first};
use crate::lexicon::List;
use crate::model::Kind;
use crate::text::year::year;

/// A report's section of guidance with such a word holds targets: 总体要求和政策取向.
static GUIDANCE_PLANS: List = List::new("guidance-plans");
/// A policy's section of plans without such a word holds tasks.
static POLICY_PLANS: List = List::new("policy-plans");
/// Background with such a word is background also among plans.
static PROBLEMS: List = List::new("background-of-problems");

/// The chapters of a document, in order, and what those before the one in question have said.
#[derive(Debug)]
pub struct Chapters {
    pub list: Vec<Chapter>,
    pub genre: Genre,
    /// Whether the document reports as a whole, and plans only by the way.
    pub reports: bool,
    /// The year that the document plans.
    pub planned: Option<Year>,
    /// Whether a chapter that plans has passed, or one before it that reviews.
    pub promised: bool,
}

/// What is asked of a chapter.
#[derive(Debug)]
pub struct Chapter {
    /// Whether it has neither heading nor numbering.
    pub bare: bool,
    pub heading: String,
    /// Whether it is annexed to the document.
    pub annex: bool,
    /// The kind that its heading says.
    pub said: Option<Kind>,
    pub year: Option<Year>,
    /// Whether it was opened as one that plans, or its heading says so.
    pub plans: bool,
}

impl Chapter {
    /// A chapter by its words, and the kind by which it was opened.
    pub fn new(label: &str, heading: &str, opened: Option<Kind>) -> Self {
        let said = of_heading(heading);
        Self {
            bare: label.is_empty() && heading.is_empty(),
            heading: heading.to_owned(),
            annex: is_annex(heading),
            said,
            year: year(heading),
            plans: opened == Some(Kind::Plans) || said == Some(Kind::Plans),
        }
    }
}

/// What a rule decides of a chapter.
#[derive(Debug)]
pub enum Then {
    Kind(Kind),
    /// What its heading says.
    Said,
    Nothing,
}

impl Chapters {
    /// The kind of a chapter, and the rule that says so; the last one if none does.
    pub fn kind(&self, at: usize) -> (Option<Kind>, &'static str) {
        let Some(rule) = first(CHAPTERS, self, at) else {
            return (None, "");
        };
        let kind = match rule.then {
            Then::Kind(kind) => Some(kind),
            Then::Said => self.list.get(at).and_then(|chapter| chapter.said),
            Then::Nothing => None,
        };
        (kind, rule.name)
    }

    /// Goes past a chapter: what follows a review is what will be done.
    pub fn pass(&mut self, kind: Option<Kind>) {
        let only_reviews = !self.reports && self.first_plan().is_none();
        self.promised |=
            kind == Some(Kind::Plans) || (kind == Some(Kind::Achievements) && only_reviews);
    }

    /// The first chapter that is said to plan.
    fn first_plan(&self) -> Option<usize> {
        self.list.iter().position(|chapter| chapter.plans)
    }

    fn is(&self, at: usize, holds: impl Fn(&Chapter) -> bool) -> bool {
        self.list.get(at).is_some_and(holds)
    }

    fn says(&self, at: usize, genre: Genre, kind: Kind) -> bool {
        self.genre == genre && self.is(at, |chapter| chapter.said == Some(kind))
    }

    fn says_nothing(&self, at: usize, genre: Genre) -> bool {
        self.genre == genre && self.is(at, |chapter| chapter.said.is_none())
    }
}

/// In the examples the first line is the title, each other one a chapter.
static CHAPTERS: &[Rule<Chapters, Then>] = &[
    Rule {
        name: "annex",
        when: |all, at| all.is(at, |chapter| chapter.annex),
        then: Then::Nothing,
        example: "2026年政府工作报告\n一、2025年工作回顾\n> 附件",
        counter: "2026年政府工作报告\n> 一、2025年工作回顾",
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
    Rule {
        // 总体要求和政策取向 of a report's second chapter hold its targets.
        name: "guidance-with-targets",
        when: |all, at| {
            let plans = |chapter: &Chapter| {
                chapter.year.is_some() || GUIDANCE_PLANS.is_in(&chapter.heading)
            };
            all.says(at, Genre::Report, Kind::Guidance) && all.is(at, plans)
        },
        then: Then::Kind(Kind::Plans),
        example: "政府工作报告\n一、工作回顾\n> 二、总体要求和政策取向",
        counter: "政府工作报告\n一、工作回顾\n> 二、总体要求",
    },
    Rule {
        name: "tasks-of-policy",
        when: |all, at| {
            let tasks = |chapter: &Chapter| !POLICY_PLANS.is_in(&chapter.heading);
            all.says(at, Genre::Policy, Kind::Plans) && all.is(at, tasks)
        },
        then: Then::Kind(Kind::Tasks),
        example: "关于促进消费的实施意见\n> 二、工作任务",
        counter: "关于促进消费的实施意见\n> 二、发展目标",
    },
    Rule {
        // 国际形势 among what a report plans is no background.
        name: "situation-among-plans",
        when: |all, at| {
            let problems = |chapter: &Chapter| PROBLEMS.is_in(&chapter.heading);
            all.says(at, Genre::Report, Kind::Background) && all.promised && !all.is(at, problems)
        },
        then: Then::Kind(Kind::Plans),
        example: "政府工作报告\n一、2026年工作安排\n> 二、认清发展形势",
        counter: "政府工作报告\n一、2026年工作安排\n> 二、存在的问题",
    },
    Rule {
        name: "projects-planned",
        when: |all, at| all.says(at, Genre::Report, Kind::Projects) && all.promised,
        then: Then::Kind(Kind::Plans),
        example: "政府工作报告\n一、2026年工作安排\n> 二、重点工程",
        counter: "政府工作报告\n> 一、重点工程\n二、2026年工作安排",
    },
    Rule {
        name: "projects-reported",
        when: |all, at| all.says(at, Genre::Report, Kind::Projects),
        then: Then::Kind(Kind::Achievements),
        example: "政府工作报告\n> 一、重点工程\n二、2026年工作安排",
        counter: "关于促进消费的实施意见\n> 三、重点工程",
    },
    Rule {
        name: "tasks-of-year",
        when: |all, at| {
            all.says(at, Genre::Report, Kind::Tasks) || all.says(at, Genre::Plan, Kind::Tasks)
        },
        then: Then::Kind(Kind::Plans),
        example: "2026年工作要点\n> 二、重点任务",
        counter: "关于促进消费的实施意见\n> 二、重点任务",
    },
    Rule {
        name: "said-by-heading",
        when: |all, at| all.is(at, |chapter| chapter.said.is_some()),
        then: Then::Said,
        example: "政府工作报告\n> 一、工作回顾",
        counter: "政府工作报告\n> 一、工业",
    },
    Rule {
        name: "chapter-of-policy",
        when: |all, at| all.says_nothing(at, Genre::Policy),
        then: Then::Kind(Kind::Tasks),
        example: "关于促进消费的实施意见\n> 二、扩大服务消费",
        counter: "政府工作报告\n> 二、扩大服务消费",
    },
    Rule {
        name: "chapter-of-plan",
        when: |all, at| all.says_nothing(at, Genre::Plan),
        then: Then::Kind(Kind::Plans),
        example: "2026年工作要点\n> 二、扩大服务消费",
        counter: "政府工作报告\n> 二、扩大服务消费",
    },
    Rule {
        // A chapter after the plans plans, and in a report of a government so does one after the review.
        name: "after-plans",
        when: |all, at| all.says_nothing(at, Genre::Report) && all.promised,
        then: Then::Kind(Kind::Plans),
        example: "政府工作报告\n一、2026年工作安排\n> 二、扩大服务消费",
        counter: "政府工作报告\n> 一、扩大服务消费\n二、2026年工作安排",
    },
    Rule {
        name: "names-planned-year",
        when: |all, at| {
            let planned = |chapter: &Chapter| chapter.year.is_some() && chapter.year == all.planned;
            all.says_nothing(at, Genre::Report) && all.is(at, planned)
        },
        then: Then::Kind(Kind::Plans),
        example: "2026年政府工作报告\n> 一、2026年的工业",
        counter: "2026年政府工作报告\n> 一、2025年的工业",
    },
    Rule {
        name: "before-plans",
        when: |all, at| {
            all.says_nothing(at, Genre::Report)
                && (all.reports || all.first_plan().is_some_and(|plan| at < plan))
        },
        then: Then::Kind(Kind::Achievements),
        example: "政府工作报告\n> 一、扩大服务消费\n二、2026年工作安排",
        counter: "政府工作报告\n> 一、扩大服务消费\n二、工业",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::rule::check;
    use crate::text::label;

    #[test]
    fn rules_hold_for_their_examples() {
        check(CHAPTERS, |lines| {
            let title = if lines.len() > 1 {
                lines[0].as_str()
            } else {
                ""
            };
            let chapter = |line: &String| {
                let bytes = label::read(line, None).map_or(0, |label| label.bytes);
                let (label, heading) = line.split_at(bytes);
                Chapter::new(label, heading, None)
            };
            let mut all = Chapters {
                genre: Genre::of(title),
                reports: false,
                planned: year(title),
                promised: false,
                list: lines.iter().map(chapter).collect(),
            };
            // Chapters before the one in question are those that plan, in these examples.
            all.promised = all.list.iter().position(|chapter| chapter.plans) == Some(1);
            all
        });
    }
}
