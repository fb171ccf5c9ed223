//! The kind of a chapter: by the words of its heading, by what the document is, by the chapters before it. Knows
//! nothing of the sections below.

use super::beside::BESIDE;
use super::chapter::Chapter;
use super::chapters::Chapters;
use super::decided::{Decided, Then};
use super::heading::is_of_others;
use crate::calendar::Year;
use crate::import::genre::Genre;
use crate::import::rule::{Rule, first};
use crate::lexicon::List;
use crate::model::Kind;
use crate::text::year::years;

/// A report's section of guidance with such a word holds targets: 总体要求和政策取向.
static GUIDANCE_PLANS: List = List::new("guidance-plans");
/// A policy's section of plans without such a word holds tasks.
static POLICY_PLANS: List = List::new("policy-plans");
/// Headings of what a policy builds on, as a whole.
static ENVIRONMENT: List = List::new("environment-heading");
/// Headings that tell how things are done.
static PRACTICES: List = List::new("heading-of-practices");
/// What a heading that proposes ends with.
static PROPOSAL: List = List::new("proposal-end");
/// What documents close with.
static CLOSING: List = List::new("closing-part");
/// With such a word an item of a meeting's agenda begins.
static AGENDA: List = List::new("agenda-start");

/// A chapter whose heading ends so advises, one whose heading begins so tells something besides.
static ADVICE: List = List::new("advice-end");
static REMARK: List = List::new("remark-start");

/// The kind of a chapter.
pub fn kind(all: &Chapters, at: usize) -> Decided {
    let rule = first(BESIDE, all, at).or_else(|| first(CHAPTERS, all, at));
    let chapter = all.list.get(at);
    let (Some(rule), Some(chapter)) = (rule, chapter) else {
        return Decided {
            kind: None,
            rule: "",
            both: false,
            told: false,
        };
    };
    let coming = chapter.coming.is_some() && !chapter.year_first();
    Decided {
        kind: match rule.then {
            Then::Kind(kind) => Some(kind),
            Then::Said => chapter.said,
            Then::Told => chapter.told,
            Then::Both if chapter.told.is_some() => chapter.told,
            Then::Both if chapter.both() => Some(Kind::Achievements),
            Then::Both if coming => Some(Kind::Outlook),
            Then::Both => Some(Kind::Plans),
            Then::Nothing => None,
        },
        rule: rule.name,
        both: matches!(rule.then, Then::Both),
        told: matches!(rule.then, Then::Told),
    }
}

/// In the examples the first line is the title, each other one a chapter.
static CHAPTERS: &[Rule<Chapters, Then>] = &[
    Rule {
        // An item is what a meeting spoke of; what it speaks of is neither done nor promised by those who met.
        name: "item-of-minutes",
        when: |all, at| {
            let item =
                |chapter: &Chapter| chapter.said.is_none() || AGENDA.starts(&chapter.heading);
            all.genre == Genre::Minutes && all.is(at, item)
        },
        then: Then::Nothing,
        example: "局长办公会议纪要\n> 一、听取防洪工程进展情况汇报",
        counter: "局长办公会议纪要\n> 二、下一步工作安排",
    },
    Rule {
        name: "results-and-plans",
        when: |all, at| {
            let two = |chapter: &Chapter| {
                let planned = chapter.year.is_some() && names(chapter, all.clock.planned());
                let over = chapter.past.is_some() || names(chapter, all.clock.reported());
                chapter.both() && over && (chapter.coming.is_some() || planned)
            };
            all.genre == Genre::Report && all.is(at, two)
        },
        then: Then::Both,
        example: "2031年政府工作报告\n> 二、“十五五”时期发展成就和“十六五”时期主要目标",
        counter: "2031年政府工作报告\n> 一、“十五五”时期和2030年工作回顾",
    },
    Rule {
        name: "outlook-and-plan-of-year",
        when: |all, at| {
            let two =
                |chapter: &Chapter| chapter.coming.is_some() && names(chapter, all.clock.planned());
            all.genre == Genre::Report && all.is(at, two)
        },
        then: Then::Both,
        example: "2031年政府工作报告\n> 二、“十六五”时期主要目标和2031年重点工作",
        counter: "2031年政府工作报告\n> 二、“十六五”时期主要目标任务",
    },
    Rule {
        name: "outlook",
        when: |all, at| {
            let coming = |chapter: &Chapter| {
                chapter.coming.is_some() && chapter.said != Some(Kind::Achievements)
            };
            all.genre == Genre::Report && all.is(at, coming)
        },
        then: Then::Kind(Kind::Outlook),
        example: "2031年政府工作报告\n> 二、今后五年的奋斗目标",
        counter: "2031年政府工作报告\n> 一、过去五年工作回顾",
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
        name: "experience-of-others",
        when: |all, at| {
            let others = |chapter: &Chapter| is_of_others(&chapter.heading);
            all.says(at, Genre::Report, Kind::Background) && all.is(at, others)
        },
        then: Then::Said,
        example: "调研报告\n一、2030年工作安排\n> 二、兄弟县的做法",
        counter: "调研报告\n一、2030年工作安排\n> 二、面临的形势",
    },
    Rule {
        // What a document closes with plans nothing, though it stands behind plans.
        name: "closing-part",
        when: |all, at| all.is(at, |chapter| CLOSING.has(&chapter.heading)),
        then: Then::Said,
        example: "政府工作报告\n一、2026年工作安排\n> 结语",
        counter: "政府工作报告\n一、2026年工作安排\n> 二、提高话语权",
    },
    Rule {
        // 国际形势 among what a report plans is no background.
        name: "situation-among-plans",
        when: |all, at| all.says(at, Genre::Report, Kind::Background) && all.past.promised,
        then: Then::Kind(Kind::Plans),
        example: "政府工作报告\n一、2026年工作安排\n> 二、认清发展形势",
        counter: "政府工作报告\n一、2026年工作安排\n> 二、存在问题",
    },
    Rule {
        name: "projects-planned",
        when: |all, at| all.says(at, Genre::Report, Kind::Projects) && all.past.promised,
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
        // A government at the end of its term proposes to the congress what the next one is to do.
        name: "proposed-for-year",
        when: |all, at| {
            let proposed = |chapter: &Chapter| {
                PROPOSAL.ends(&chapter.heading) && names(chapter, all.clock.planned())
            };
            all.says_nothing(at, Genre::Report) && all.is(at, proposed)
        },
        then: Then::Kind(Kind::Plans),
        example: "2031年政府工作报告\n> 二、2031年工作建议",
        counter: "2031年政府工作报告\n> 二、对做好工作的几点建议",
    },
    Rule {
        // What is advised to others, or told besides, is neither done nor promised.
        name: "advice-or-remark",
        when: |all, at| {
            let beside = |chapter: &Chapter| {
                ADVICE.ends(&chapter.heading) || REMARK.starts(&chapter.heading)
            };
            all.says_nothing(at, Genre::Report) && all.is(at, beside)
        },
        then: Then::Nothing,
        example: "2023年运行情况的通报\n> 三、几点建议",
        counter: "2023年运行情况的通报\n> 三、建议提案办理情况",
    },
    Rule {
        // How things are done: in a plan or a policy how they will be, in a report how they were.
        name: "practices-of-policy",
        when: |all, at| {
            let practices = |chapter: &Chapter| PRACTICES.is_in(&chapter.heading);
            all.says(at, Genre::Policy, Kind::Achievements) && all.is(at, practices)
        },
        then: Then::Kind(Kind::Tasks),
        example: "关于提升服务质量的实施方案\n> 二、具体做法",
        counter: "关于提升服务质量的实施方案\n> 二、前期成效",
    },
    Rule {
        name: "practices-of-plan",
        when: |all, at| {
            let practices = |chapter: &Chapter| PRACTICES.is_in(&chapter.heading);
            all.says(at, Genre::Plan, Kind::Achievements) && all.is(at, practices)
        },
        then: Then::Kind(Kind::Plans),
        example: "2026年工作要点\n> 二、具体做法",
        counter: "2025年工作总结\n> 二、具体做法",
    },
    Rule {
        name: "said-by-heading",
        when: |all, at| all.is(at, |chapter| chapter.said.is_some()),
        then: Then::Said,
        example: "政府工作报告\n> 一、工作回顾",
        counter: "政府工作报告\n> 一、工业",
    },
    Rule {
        name: "environment-of-policy",
        when: |all, at| {
            let environment = |chapter: &Chapter| ENVIRONMENT.has(&chapter.heading);
            matches!(all.genre, Genre::Policy | Genre::Plan) && all.is(at, environment)
        },
        then: Then::Kind(Kind::Background),
        example: "关于促进消费的实施意见\n> 一、发展环境",
        counter: "关于促进消费的实施意见\n> 二、优化发展环境",
    },
    Rule {
        // What a policy builds on, and perhaps what it wants, stands in the sections of a chapter with a name of its own.
        name: "environment-by-sections",
        when: |all, at| {
            let builds = |chapter: &Chapter| chapter.holds == Some(Kind::Background);
            all.says_nothing(at, Genre::Policy) && all.is(at, builds)
        },
        then: Then::Kind(Kind::Background),
        example: "关于促进消费的规划\n> 第一篇 开创消费新局面/发展基础",
        counter: "关于促进消费的规划\n> 第二篇 扩大服务消费/养老服务",
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
        name: "told-by-text",
        when: |all, at| {
            let told = |chapter: &Chapter| chapter.told.is_some() && chapter.coming.is_none();
            all.says_nothing(at, Genre::Report) && all.is(at, told)
        },
        then: Then::Told,
        example: "政府工作报告\n> 一、砥砺前行|过去一年，我们攻坚克难。",
        counter: "政府工作报告\n> 一、砥砺前行|全市工业平稳增长。",
    },
    Rule {
        // A summary of what will be done, then the report itself, or a second document: it says itself what it is.
        name: "begins-again",
        when: |all, at| all.says_nothing(at, Genre::Report) && all.past.begun_again,
        then: Then::Nothing,
        example: "2031年数字经济发展报告\n一、2031年工作安排\n> 一、数据资源",
        counter: "2031年数字经济发展报告\n一、2031年工作安排\n> 二、数据资源",
    },
    Rule {
        // A chapter after the plans plans, and in a report of a government so does one after the review.
        name: "after-plans",
        when: |all, at| all.says_nothing(at, Genre::Report) && all.past.promised,
        then: Then::Kind(Kind::Plans),
        example: "政府工作报告\n一、2026年工作安排\n> 二、扩大服务消费",
        counter: "政府工作报告\n> 一、扩大服务消费\n二、2026年工作安排",
    },
    Rule {
        name: "names-planned-year",
        when: |all, at| {
            let planned = |chapter: &Chapter| {
                let later = chapter.year.zip(all.clock.planned());
                let later = later.is_some_and(|(year, planned)| year > planned);
                later || names(chapter, all.clock.planned())
            };
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
                && (all.reports || all.first_plan.is_some_and(|plan| at < plan))
        },
        then: Then::Kind(Kind::Achievements),
        example: "政府工作报告\n> 一、扩大服务消费\n二、2026年工作安排",
        counter: "政府工作报告\n> 一、扩大服务消费\n二、工业",
    },
];

/// Whether the heading of a chapter names a year.
fn names(chapter: &Chapter, year: Option<Year>) -> bool {
    year.is_some() && years(&chapter.heading).contains(&year.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::kind::chapter::{gives_figures, guides};
    use crate::import::kind::heading::of_heading;
    use crate::import::kind::past::Past;
    use crate::import::kind::scope::Clock;
    use crate::import::kind::turns::{stands_at_end, turns};
    use crate::import::rule::{check, check_reasons};
    use crate::text::label;
    use crate::text::year::year;

    /// The chapters of a title and headings; behind `|` stands how a chapter's text opens.
    fn chapters(lines: &[String]) -> Chapters {
        let title = if lines.len() > 1 {
            lines[0].as_str()
        } else {
            ""
        };
        let planned = year(title);
        let clock = Clock {
            planned,
            reported: planned.map(|year| year - 1),
            written: planned,
            ..Clock::default()
        };
        let chapter = |line: &String| {
            let (line, text) = line.split_once('|').unwrap_or((line, ""));
            let bytes = label::read(line, None).map_or(0, |label| label.bytes);
            let told = turns(text, clock).first().map(|told| told.turn.kind());
            let told = told.or(stands_at_end(text, clock).then_some(Kind::Achievements));
            let (heading, first) = line.split_once('/').unwrap_or((line, ""));
            Chapter {
                guided: guides(&[text.to_owned()]).filter(|_| heading.is_empty()),
                figures_of: told.filter(|_| gives_figures(&[text.to_owned()])),
                holds: of_heading(first),
                ..Chapter::new(heading.split_at(bytes), clock, None, told)
            }
        };
        let list = lines.iter().map(chapter).collect();
        let mut all = Chapters::new(list, Genre::of(title), false, clock);
        // Chapters before the one in question are those that plan, in these examples.
        for at in 0..all.list.len() {
            all.enter(at);
            let plans = at == 1 && all.list[at].plans;
            all.pass(at, plans.then_some(Kind::Plans), true);
        }
        all
    }

    #[test]
    fn a_second_run_of_chapters_tells_itself_what_it_is() {
        let lines = [
            "2031年林业发展报告",
            "一、2031年工作安排",
            "二、造林绿化",
            "一、草原保护|截至2030年底，修复草原80万亩。",
            "二、湿地保护",
        ];
        let mut all = chapters(&lines.map(str::to_owned));
        all.past = Past::default();
        let mut kinds = Vec::new();
        for at in 1..lines.len() {
            all.enter(at);
            let decided = kind(&all, at);
            all.pass(at, decided.kind, !decided.told);
            kinds.push(decided.kind);
        }
        let (plans, done) = (Some(Kind::Plans), Some(Kind::Achievements));
        assert_eq!(kinds, [plans, plans, done, None]);
    }

    #[test]
    fn rules_hold_for_their_examples() {
        for rules in [BESIDE, CHAPTERS] {
            check(rules, |lines| chapters(&lines));
            check_reasons(rules);
        }
    }
}
