//! What a figure was said for: promised, reported, or neither.
//!
//! The section's kind says whether it promises or reports; a table of rules says what is neither, and what a section
//! of no kind is read by. Knows nothing of bases: `find` sees where a value came from.

use crate::lexicon::List;
use crate::model::Role;
use crate::text::mark::{End, Mark};

use super::words::Words;

static AGAINST: List = List::new("against");
static OTHERS: List = List::new("others");
static LEADERS: List = List::new("leader");
static LEADERS_DID: List = List::new("leader-did");
static FOLLOWED: List = List::new("leader-followed");
static IN_A_ROW: List = List::new("in-a-row");
static PROMISING: List = List::new("promising");
static REPORTING: List = List::new("reporting");
/// 取得长足进步: what such a paragraph then tells was reached.
static PROGRESS: List = List::new("progress");

/// 如果: what is only supposed.
static SUPPOSED: List = List::new("supposed");
/// 可申请: what those may have who meet a condition.
static ENTITLED: List = List::new("entitled");
static OF: List = List::new("name-edge");
static PLANNED_COST: List = List::new("planned-cost");
/// 就: what would follow.
static THEN: List = List::new("then");
/// 计划: at the head of a clause what was planned, and not what was reached.
static PLANNED: List = List::new("planned");
/// 我国有: what there is, and is no promise.
static THERE_ARE: List = List::new("there-are");
/// 我们 at the head of a clause: what is said to the hearers, and promises no number.
static WE: List = List::new("we");
/// 近: what nobody promises, but tells of what there is.
static NEARLY: List = List::new("nearly");
/// 改造近300个 is promised all the same.
static DONE: List = List::new("done-in-period");
static ADDING: List = List::new("adding");
/// 目前: what was reached by now of what was promised.
static BY_NOW: List = List::new("by-now");

/// When a figure of a section has another role than the section's, with a sentence in which its last value has it, and
/// one in which it has not.
struct Rule {
    #[cfg_attr(not(test), expect(dead_code, reason = "names are for tests"))]
    name: &'static str,
    when: fn(&Said<'_>) -> bool,
    then: Role,
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are tests"))]
    example: &'static str,
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are tests"))]
    counter: &'static str,
}

/// A value with the words around it.
struct Said<'t> {
    sentence: &'t str,
    own: &'t str,
    clause: &'t str,
    /// Its clause behind it.
    behind: &'t str,
    /// The role of its section's kind.
    told: Option<Role>,
    /// The text, and where in it the value begins.
    body: &'t str,
    at: usize,
}

impl Said<'_> {
    /// The first sentence of the paragraph: what it says of all the others.
    fn opening(&self) -> &str {
        let before = self.body.get(..self.at).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let mut sentences = line.split(|c| Mark::ends(c, End::Full));
        sentences.next().unwrap_or_default()
    }
}

const RULES: &[Rule] = &[
    Rule {
        name: "beside-others",
        when: |said| {
            // Few words have one of the others in them: only those are searched.
            let beside = || AGAINST.hits(said.own).into_iter();
            let others = |from: usize| OTHERS.is_in(said.own.get(from..).unwrap_or_default());
            others(0) && beside().any(|hit| others(hit.span.end))
        },
        then: Role::Standing,
        example: "规上工业增加值增速高于全省2.4个百分点。",
        counter: "细颗粒物平均浓度低于34微克。",
    },
    Rule {
        name: "leaders",
        when: |said| {
            let words = [said.clause, said.behind];
            let holds = |list: &List| words.iter().any(|words| list.is_in(words));
            holds(&LEADERS) && holds(&LEADERS_DID) && !FOLLOWED.is_in(said.sentence)
        },
        then: Role::Standing,
        example: "习近平总书记先后3次视察我省。",
        counter: "全市项目超过1100个，习近平总书记发来贺信。",
    },
    Rule {
        name: "in-a-row",
        when: |said| IN_A_ROW.ends(said.clause),
        then: Role::Standing,
        example: "出口额保持增长，连续16个季度。",
        counter: "连续改造管网，新建泵站16个。",
    },
    Rule {
        name: "supposed",
        when: |said| {
            let then = || THEN.starts(said.clause.trim_start()) && SUPPOSED.is_in(said.sentence);
            SUPPOSED.is_in(said.clause) || then()
        },
        then: Role::Untold,
        example: "如果成本降低3%。",
        counter: "成本降低3%。",
    },
    Rule {
        name: "condition",
        when: |said| is_condition(said.body.get(said.at..).unwrap_or_default()),
        then: Role::Untold,
        example: "招用人数达到职工人数30%的，可申请补贴。",
        counter: "招用人数达到职工人数30%，可申请补贴。",
    },
    Rule {
        name: "planned-cost",
        when: |said| said.told == Some(Role::Result) && PLANNED_COST.ends(said.clause),
        then: Role::Standing,
        example: "开工项目12个、计划总投资30亿元。",
        counter: "开工项目12个、完成投资30亿元。",
    },
    Rule {
        name: "planned",
        when: |said| said.told == Some(Role::Result) && PLANNED.starts(said.clause.trim_start()),
        then: Role::Standing,
        example: "按时序推进，计划开工泵站12座。",
        counter: "开工泵站12座。",
    },
    Rule {
        name: "there-are",
        when: |said| said.told == Some(Role::Target) && THERE_ARE.ends(said.clause),
        then: Role::Standing,
        example: "全市有8万名在校学生。",
        counter: "新增8万个学位。",
    },
    Rule {
        name: "we",
        when: |said| said.told == Some(Role::Target) && WE.starts(said.clause.trim_start()),
        then: Role::Standing,
        example: "我们一定能保障好14万人的粮食安全。",
        counter: "保障好14万人的粮食安全。",
    },
    Rule {
        name: "nearly-there",
        when: |said| {
            let value = said.body.get(said.at..).unwrap_or_default();
            let does = |list: &List| list.is_in(said.clause);
            let told = || !(does(&PROMISING) || does(&DONE) || does(&ADDING));
            said.told == Some(Role::Target) && NEARLY.starts(value) && told()
        },
        then: Role::Standing,
        example: "全市每年接待游客近3万人次。",
        counter: "全市接待游客3万人次。",
    },
    Rule {
        name: "by-now",
        when: |said| said.told.is_none() && BY_NOW.starts(said.clause.trim_start()),
        then: Role::Result,
        example: "力争覆盖率达到62%的目标，目前仅完成58%。",
        counter: "力争覆盖率达到62%。",
    },
    Rule {
        name: "promised-by-its-words",
        when: |said| said.told.is_none() && PROMISING.is_in(said.sentence),
        then: Role::Target,
        example: "力争新建泵站12座。",
        counter: "泵站12座。",
    },
    Rule {
        name: "reported-by-its-words",
        when: |said| said.told.is_none() && REPORTING.is_in(said.sentence),
        then: Role::Result,
        example: "已建成泵站12座。",
        counter: "泵站12座。",
    },
    Rule {
        name: "progress",
        when: |said| said.told.is_none() && PROGRESS.is_in(said.opening()),
        then: Role::Result,
        example: "近十年来，水利建设取得长足进步。泵站达12座。",
        counter: "近十年来，水利建设任务繁重。泵站达12座。",
    },
    Rule {
        name: "untold",
        when: |said| said.told.is_none(),
        then: Role::Untold,
        example: "泵站12座。",
        counter: "已建成泵站12座。",
    },
];

/// Whether a clause ends as the condition of what the next one gives: 招用达到30%的，可申请补贴.
fn is_condition(rest: &str) -> bool {
    let end = rest.find(|c| Mark::ends(c, End::Comma)).unwrap_or_default();
    let (clause, next) = rest.split_at(end);
    let next = next.trim_start_matches(|c| Mark::of(c) == Some(Mark::Stop(End::Comma)));
    OF.ends(clause) && ENTITLED.starts(next.trim_start())
}

/// The role of a value in a section whose kind tells `told`.
pub fn role(body: &str, words: &Words<'_>, told: Option<Role>) -> Role {
    let said = Said {
        sentence: body.get(words.sentence.clone()).unwrap_or_default(),
        own: words.own,
        clause: words.clause,
        behind: words.behind,
        told,
        body,
        at: words.at,
    };
    let rule = RULES.iter().find(|rule| (rule.when)(&said));
    rule.map(|rule| rule.then).or(told).unwrap_or(Role::Untold)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::{About, Detect, find};

    /// The role of the last figure of a text.
    fn last(text: &str, role: Option<Role>) -> Option<Role> {
        let about = About {
            role,
            year: Some(2025),
            ..About::default()
        };
        let figures = find(text, about, Detect::Figures);
        figures.last().map(|figure| figure.role)
    }

    #[test]
    fn every_rule_decides_its_example_and_not_its_counter_example() {
        for rule in RULES {
            let told = match rule.name {
                "supposed" | "condition" => Some(Role::Result),
                "there-are" | "nearly-there" | "we" => Some(Role::Target),
                _ => (rule.then == Role::Standing).then_some(Role::Result),
            };
            assert_eq!(last(rule.example, told), Some(rule.then), "{}", rule.name);
            assert_ne!(last(rule.counter, told), Some(rule.then), "{}", rule.name);
        }
    }

    #[test]
    fn a_section_of_a_kind_tells_what_nothing_else_does() {
        assert_eq!(last("泵站12座。", Some(Role::Target)), Some(Role::Target));
        assert_eq!(
            last("力争泵站12座。", Some(Role::Result)),
            Some(Role::Result)
        );
    }
}
