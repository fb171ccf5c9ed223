//! What the words of a heading, and of a sentence that announces a topic, say of the kind of their section. Knows
//! nothing of where in a document they stand.

use super::limits;
use crate::fold::Letters;
use crate::import::rule::{Rule, first};
use crate::lexicon::List;
use crate::model::Kind;
use crate::text::year::{is_year_mark, year};

/// Words of headings; the first in the order of the list that a heading holds counts.
static KINDS: List<Kind> = List::of("kind", Kind::parse);
/// Words that report, wherever else a heading speaks of plans: 重点工作进展及成效.
static REPORTS: List = List::new("heading-reports");
static PROMISES: List = List::new("heading-promises");
/// Words that make a heading report although it promises first.
static REPORTS_AT_END: List = List::new("reports-at-end");
static PROBLEMS: List = List::new("names-problem");
static SAYS_PROBLEM: List = List::new("says-problem");
static BEGINS_PROBLEMS: List = List::new("begins-problems");
/// A year that is over: 过去一年.
static PAST_YEAR: List = List::new("past-year");
static SITUATION_JUDGED: List = List::new("situation-judged");
static SOLVES_PROBLEM: List = List::new("solves-problem");
static NEXT_STEPS: List = List::new("next-steps");
static PART: List = List::new("part-heading");
/// A year to come, and what is planned for one: 明年, 2031年计划.
static COMING_YEAR: List = List::new("coming-year-start");
static PLAN_OF_YEAR: List = List::new("plan-of-year-end");
/// Others, and what they have done: 外地, 经验; and words by which it was done with them.
static OTHERS: List = List::new("others-in-heading");
static PRACTICES: List = List::new("practice-in-heading");
static LEARNS: List = List::new("learns-from-others");
/// Words of sentences that announce a topic.
static PLAN_TOPICS: List = List::new("plan-topic");
static ACHIEVEMENT_TOPICS: List = List::new("achievement-topic");
static INTENTIONS: List = List::new("intention");
static WISHES: List = List::new("wish-topic");

/// A heading, with the bytes before its first word that reports and its first that promises.
#[derive(Debug)]
struct Heading {
    words: String,
    reports: Option<usize>,
    promises: Option<usize>,
}

impl Heading {
    fn new(words: &str) -> Self {
        let words = Letters::known().simplified(words);
        Self {
            reports: REPORTS.earliest(&words),
            promises: PROMISES.earliest(&words),
            words,
        }
    }

    /// Whether it speaks of a year to come: 明年计划, or is a year and the word for a plan.
    fn is_of_coming_year(&self) -> bool {
        let ends_with_year = |words: &str| {
            let begins = words.chars().take(limits::YEAR_AND_MARK.get());
            words.ends_with(is_year_mark) && year(&begins.collect::<String>()).is_some()
        };
        let plan = PLAN_OF_YEAR.strip_end(&self.words);
        COMING_YEAR.starts(&self.words) || plan.is_some_and(ends_with_year)
    }

    /// Whether it speaks of what is wrong, and not of what is done about it.
    fn is_of_problems(&self) -> bool {
        PROBLEMS.is_in(&self.words)
            && (SAYS_PROBLEM.is_in(&self.words) || BEGINS_PROBLEMS.starts(&self.words))
            && !SOLVES_PROBLEM.is_in(&self.words)
    }
}

/// What a rule says of a heading.
#[derive(Debug)]
enum Said {
    Kind(Kind),
    /// The kind of its first word of the list.
    Word,
    Nothing,
}

static HEADINGS: &[Rule<Heading, Said>] = &[
    Rule {
        name: "begins-with-result",
        when: |heading, _| heading.reports == Some(0) && heading.promises.is_none(),
        then: Said::Nothing,
        example: "进展缓慢的项目",
        counter: "工作进展",
    },
    Rule {
        name: "only-reports",
        when: |heading, _| heading.reports.is_some() && heading.promises.is_none(),
        then: Said::Kind(Kind::Achievements),
        example: "主要成效",
        counter: "成效和目标",
    },
    Rule {
        // 工作回顾和总体要求: what comes first is most of it.
        name: "reports-first",
        when: |heading, _| {
            let at_end = || REPORTS_AT_END.ends(&heading.words);
            let both = heading.reports.zip(heading.promises);
            both.is_some_and(|(reports, promises)| reports < promises || at_end())
        },
        then: Said::Kind(Kind::Achievements),
        example: "工作回顾和总体要求",
        counter: "工作思路及进展情况",
    },
    Rule {
        name: "of-past-year",
        when: |heading, _| {
            let past = PAST_YEAR.starts(&heading.words) && heading.promises.is_none();
            past && !heading.is_of_problems()
        },
        then: Said::Kind(Kind::Achievements),
        example: "过去一年的主要工作",
        counter: "过去一年存在的困难",
    },
    Rule {
        name: "practices-of-others",
        when: |heading, _| is_of_others(&heading.words),
        then: Said::Kind(Kind::Background),
        example: "外地的经验做法",
        counter: "本地的经验做法",
    },
    Rule {
        name: "of-coming-year",
        when: |heading, _| heading.reports.is_none() && heading.is_of_coming_year(),
        then: Said::Kind(Kind::Plans),
        example: "2031年计划",
        counter: "2031年计划生育工作",
    },
    Rule {
        name: "judges-situation",
        when: |heading, _| SITUATION_JUDGED.is_in(&heading.words),
        then: Said::Nothing,
        example: "渔业生产形势稳定",
        counter: "面临的形势",
    },
    Rule {
        name: "word-of-heading",
        when: |heading, _| KINDS.is_in(&heading.words),
        then: Said::Word,
        example: "保障措施",
        counter: "加快信息基础设施建设",
    },
    Rule {
        name: "names-problems",
        when: |heading, _| heading.is_of_problems(),
        then: Said::Kind(Kind::Problems),
        example: "面临的主要困难和挑战",
        counter: "着力破解发展不足问题",
    },
];

/// The kind that the words of a heading stand for; None if they do not say.
pub fn of_heading(heading: &str) -> Option<Kind> {
    let heading = Heading::new(heading);
    match first(HEADINGS, &heading, 0)?.then {
        Said::Kind(kind) => Some(kind),
        Said::Word => by_words(&heading.words),
        Said::Nothing => None,
    }
}

/// Whether a heading speaks of what others have done: 外地的经验做法, not 学习外地经验.
pub fn is_of_others(heading: &str) -> bool {
    OTHERS.is_in(heading) && PRACTICES.is_in(heading) && !LEARNS.is_in(heading)
}

/// Whether a heading among those of problems names what will be done next, and does not judge it: 下一步工作目标, not
/// 目标进度仍有差距.
pub fn names_next_steps(heading: &str) -> bool {
    let ends = |heading: &str| {
        KINDS
            .end(heading)
            .and_then(|word| KINDS.meaning(word).copied())
    };
    let next = NEXT_STEPS.starts(heading) || COMING_YEAR.starts(heading);
    next && (NEXT_STEPS.has(heading) || PART.ends(heading) || ends(heading) == Some(Kind::Plans))
}

/// Whether a heading both reports and promises.
pub fn tells_both(heading: &str) -> bool {
    REPORTS.is_in(heading) && (PROMISES.is_in(heading) || by_words(heading) == Some(Kind::Plans))
}

/// The kind of the first word of the list that a heading holds.
fn by_words(heading: &str) -> Option<Kind> {
    let mut words = KINDS.get().iter();
    let found = words.find(|(word, _)| heading.contains(word));
    found.map(|(_, kind)| *kind)
}

static TOPICS: &[Rule<String, Kind>] = &[
    Rule {
        name: "announces-plans",
        when: |sentence, _| PLAN_TOPICS.is_in(sentence),
        then: Kind::Plans,
        example: "对于下一步的工作，局长作了介绍。",
        counter: "会议通报了进展情况。",
    },
    Rule {
        name: "announces-results",
        when: |sentence, _| ACHIEVEMENT_TOPICS.is_in(sentence) && !INTENTIONS.is_in(sentence),
        then: Kind::Achievements,
        example: "会议通报了进展情况。",
        counter: "会议指出，要力争取得突破。",
    },
    Rule {
        name: "announces-wishes",
        when: |sentence, _| WISHES.is_in(sentence),
        then: Kind::Guidance,
        example: "他希望各单位齐心协力。",
        counter: "会议在北京召开。",
    },
    Rule {
        name: "announces-other",
        when: |sentence, _| !sentence.is_empty(),
        then: Kind::Background,
        example: "会议在北京召开。",
        counter: "> \n会议在北京召开。",
    },
];

/// The kind of what a sentence of a speech announces.
pub fn of_topic(sentence: &str) -> Kind {
    let topic = first(TOPICS, &sentence.to_owned(), 0);
    topic.map_or(Kind::Background, |rule| rule.then)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::rule::check;

    #[test]
    fn rules_hold_for_their_examples() {
        check(HEADINGS, |lines| Heading::new(&lines.concat()));
        check(TOPICS, |lines| lines[0].clone());
    }

    #[test]
    fn headings_tell_what_a_section_is_for() {
        for (heading, kind) in [
            ("2020年重点工作进展及成效", Some(Kind::Achievements)),
            ("2021年工作思路及举措", Some(Kind::Plans)),
            ("2021年工作回顾", Some(Kind::Achievements)),
            ("2022年经济社会发展总体要求和政策取向", Some(Kind::Guidance)),
            ("2022年政府工作任务", Some(Kind::Plans)),
            (
                "1998年工作回顾和1999年工作的总体要求",
                Some(Kind::Achievements),
            ),
            ("总体要求", Some(Kind::Guidance)),
            ("主要任务", Some(Kind::Tasks)),
            ("重点工程", Some(Kind::Projects)),
            ("保障措施", Some(Kind::Safeguards)),
            ("加快信息基础设施建设", None),
            ("工作亮点", Some(Kind::Achievements)),
            ("存在的主要困难和挑战", Some(Kind::Problems)),
            ("着力破解发展不足问题", None),
        ] {
            assert_eq!(of_heading(heading), kind, "{heading}");
        }
    }

    #[test]
    fn every_word_of_headings_means_something() {
        assert_eq!(KINDS.left_out(), Vec::<&str>::new());
    }
}
