//! The years of a plan or a policy: those that its title names, and the one that a section of targets looks to. Knows
//! nothing of headings.

use super::parting::{Scope, opening};
use super::scope::{self, FIVE_YEAR_PLANS};
use crate::calendar::{Period, Year};
use crate::import::chapters::{Node, Tree};
use crate::import::doubt::{Doubt, Doubted};
use crate::import::head::years_of_title;
use crate::import::rule::{Rule, first};
use crate::lexicon::List;
use crate::model::Kind;
use crate::text::mark::Mark;
use crate::text::sentence::Text;
use crate::text::time::{Clock, Time};
use crate::text::times::times;
use crate::text::year::{last_year, range, years};

static BARE_YEAR: List = List::new("after-bare-year");
static DEADLINE_OF_TITLE: List = List::new("deadline-of-title");
static LOOKS_TO: List = List::new("looks-to");

/// A title, and the year in which the document was written.
#[derive(Debug)]
struct Titled {
    title: String,
    written: Option<Year>,
}

impl Titled {
    /// The years that it names as a span: 2025—2027年, also 2025-2027.
    fn range(&self) -> Option<Period> {
        let (from, to) = range(&self.title)?;
        Period::new(from, to)
    }

    /// The five-year plan that it names.
    fn plan(&self) -> Option<Period> {
        let mut plans = FIVE_YEAR_PLANS.get().iter();
        let (_, number) = plans.find(|(word, _)| self.title.contains(word))?;
        scope::years_of_plan(*number, scope::Clock::default())
    }

    /// The only year that it names, if it is that of the document and no deadline.
    fn year(&self) -> Option<Year> {
        let named = years(&self.title);
        let year = match named.as_slice() {
            [] => self.bare_year()?,
            [year] if !DEADLINE_OF_TITLE.is_in(&self.title) => *year,
            _ => return None,
        };
        let near = |written: Year| year == written || Some(year) == written.checked_add(1);
        self.written.is_none_or(near).then_some(year)
    }

    /// A year without its mark: 2030行动方案.
    fn bare_year(&self) -> Option<Year> {
        let mut places = BARE_YEAR.words().filter_map(|word| self.title.find(word));
        places.find_map(|at| last_year(self.title.get(..at)?))
    }
}

/// Tells the years that a title names.
type Read = fn(&Titled) -> Option<Period>;

/// Asked of the title of a plan or a policy.
static TITLES: &[Rule<Titled, Read>] = &[
    Rule {
        name: "range-of-title",
        when: |titled, _| titled.range().is_some(),
        then: Titled::range,
        example: "县域水网提升行动方案（2031—2033年）",
        counter: "县域水网提升三年行动方案",
    },
    Rule {
        name: "five-year-plan-of-title",
        when: |titled, _| titled.plan().is_some(),
        then: Titled::plan,
        example: "县域水网“十六五”规划",
        counter: "县域水网建设规划",
    },
    Rule {
        name: "year-of-title",
        when: |titled, _| titled.year().is_some(),
        then: |titled| titled.year().and_then(|year| Period::new(year, year)),
        example: "2031年县域水网提升方案",
        counter: "2035年前水网基本建成方案",
    },
];

/// The years that the title of a plan or a policy names.
pub fn span_of_title(title: &str, written: Option<Year>) -> Option<Period> {
    let title = title.to_owned();
    let titled = Titled { title, written };
    first(TITLES, &titled, 0).and_then(|rule| (rule.then)(&titled))
}

/// What a doubt names where a title says how many years it reviews, and not which.
const COUNTED: &str = "counted-years-of-title";

/// The years, more than one, that the title of a report reviews: 2028—2030年工作总结, “十五五”工作总结, 近三年工作情况. A
/// title that names a single year besides reviews that.
pub fn span_reviewed(
    title: &str,
    reported: Option<Year>,
    doubts: &mut Vec<Doubt>,
) -> Option<Period> {
    let clock = scope::Clock {
        reported,
        ..scope::Clock::default()
    };
    let quoted = |at: usize| title.find('《').is_some_and(|open| open < at);
    let range = Titled {
        title: title.to_owned(),
        written: None,
    }
    .range();
    let spans = scope::spans(title, clock).into_iter();
    let mut spans = spans.filter(|(at, _)| !quoted(*at)).map(|(_, span)| span);
    let named = range.or_else(|| spans.find(|span| span.from() < span.to()));
    let span = named.filter(|span| clock.is_over(*span))?;
    let written = range.is_some();
    let other = |year: &Year| !written || ![span.from(), span.to()].contains(year);
    if years(title).iter().any(other) {
        return None;
    }
    if scope::PAST_SPANS.is_in(title) && !written {
        doubts.push(Doubt::at(1, Doubted::Year(span.to_string())).by(COUNTED));
    }
    Some(span)
}

/// The years of a plan whose progress the title of a report tells while they run: “十六五”规划中期评估. A title that names
/// another year is of that.
pub fn span_running(title: &str, reported: Option<Year>) -> Option<Period> {
    static PROGRESS: List = List::new("progress-of-plan");
    let reported = reported?;
    let titled = Titled {
        title: title.to_owned(),
        written: None,
    };
    let range = titled.range();
    let span = range.or_else(|| titled.plan())?;
    let plan = |year: &Year| [span.from(), span.to()].contains(year);
    let other = |year: &Year| range.is_none() || !plan(year);
    let runs = span.from() <= reported && reported < span.to();
    let one_year = years_of_title(title).iter().any(other);
    (runs && PROGRESS.is_in(title) && !one_year).then_some(span)
}

/// Gives the years of a policy to the sections that promise. A section that holds one of another kind keeps none
/// itself, so that none is said of that.
pub fn date(tree: &mut Tree, span: Option<Period>, clock: scope::Clock) {
    for root in tree.roots.clone() {
        date_section(tree, root, None, (span, clock));
    }
}

/// Dates a section and those in it; whether all of it promises.
fn date_section(
    tree: &mut Tree,
    at: usize,
    above: Option<Kind>,
    of: (Option<Period>, scope::Clock),
) -> bool {
    let Some(node) = tree.nodes.get(at) else {
        return true;
    };
    let (kind, children) = (node.kind.or(above), node.children.clone());
    let mut whole = matches!(
        kind,
        Some(Kind::Plans | Kind::Tasks | Kind::Projects | Kind::Safeguards)
    );
    let own = match kind {
        Some(Kind::Plans | Kind::Outlook) => {
            horizon(node).filter(|year| of.0.is_none_or(|span| span.to() != *year))
        }
        _ => None,
    };
    for child in &children {
        whole &= date_section(tree, *child, kind, of);
    }
    let told = told(tree, at, kind, of.1);
    let span = of.0.filter(|_| whole && own.is_none());
    if let Some(span) = span {
        for child in children {
            if let Some(child) = tree.nodes.get_mut(child) {
                child.period = child.period.filter(|period| *period != span);
            }
        }
    }
    let Some(node) = tree.nodes.get_mut(at) else {
        return whole;
    };
    if node.year.is_none() && node.period.is_none() {
        let single = |span: &Period| span.from() == span.to();
        node.year = own.or(span.filter(single).map(Period::to));
        node.period = span.filter(|span| !single(span));
        if let Some(told) = told {
            (node.year, node.period) = (told.year, told.period);
        }
    }
    whole
}

/// The time of what a policy builds on, if its text opens with one that is over.
fn told(tree: &Tree, at: usize, kind: Option<Kind>, clock: scope::Clock) -> Option<Scope> {
    let builds_on = matches!(kind, Some(Kind::Background | Kind::Achievements));
    tree.nodes
        .get(at)
        .filter(|node| builds_on && !node.text.is_empty())?;
    opening(tree, at, clock).filter(|told| told.kind == Some(Kind::Achievements))
}

/// The year that a section of targets looks to: 到2030年, at the beginning of a sentence that begins a paragraph; None
/// if it looks to several.
fn horizon(node: &Node) -> Option<Year> {
    let mut found = None;
    let mut leads = false;
    for paragraph in &node.text {
        let text = Text::new(paragraph);
        let first_ends = text.sentences().first().map_or(0, |first| first.end);
        for named in times(paragraph, Clock::default()) {
            let (Time::By(year) | Time::Year(year)) = named.time else {
                continue;
            };
            let before = paragraph.get(..named.span.start).unwrap_or_default();
            let Some(before) = LOOKS_TO.strip_end(before.trim_end()) else {
                continue;
            };
            let last = before.chars().next_back();
            let begins = last.is_none_or(|c| matches!(Mark::of(c), Some(Mark::Stop(_))));
            if begins {
                if found.is_some_and(|found| found != year) {
                    return None;
                }
                found = Some(year);
                leads |= named.span.start < first_ends;
            }
        }
    }
    found.filter(|_| leads)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::kind::sample::dates;
    use crate::import::rule::check;

    #[test]
    fn rules_hold_for_their_examples() {
        check(TITLES, |lines| Titled {
            title: lines.concat(),
            written: Some(2031),
        });
    }

    #[test]
    fn a_title_names_the_years_of_a_plan() {
        let named = |title| span_of_title(title, Some(2031)).map(|span| span.to_string());
        let some = |span: &str| Some(span.to_owned());
        assert_eq!(named("水网建设方案（2031年—2033年）"), some("2031/2033"));
        assert_eq!(named("水网建设方案(2031-2033)"), some("2031/2033"));
        assert_eq!(
            named("水网第十六个五年规划和二〇四〇年远景目标纲要"),
            some("2031/2035")
        );
        assert_eq!(named("水网2031行动方案"), some("2031"));
        assert_eq!(named("水网2029年建设方案"), None);
        assert_eq!(named("水网建设方案〔12031-2033〕"), None);
    }

    #[test]
    fn a_title_names_the_years_that_it_reviews() {
        let reviewed = |title| {
            let mut doubts = Vec::new();
            let span = span_reviewed(title, Some(2030), &mut doubts);
            span.map(|span| (span.to_string(), doubts.len()))
        };
        let some = |span: &str, doubts| Some((span.to_owned(), doubts));
        assert_eq!(
            reviewed("灌区改造三年行动（2028—2030年）工作总结"),
            some("2028/2030", 0)
        );
        assert_eq!(reviewed("“十五五”渠道管护工作总结"), some("2026/2030", 0));
        assert_eq!(reviewed("近三年渠道管护情况报告"), some("2028/2030", 1));
        assert_eq!(reviewed("2030年渠道管护工作总结"), None);
        assert_eq!(reviewed("2030年暨“十五五”渠道管护工作总结"), None);
        assert_eq!(reviewed("关于《“十五五”渠道规划》实施情况的报告"), None);
        assert_eq!(reviewed("“十六五”渠道规划中期情况"), None);
    }

    #[test]
    fn a_title_reviews_a_plan_while_it_runs() {
        let running = |title| span_running(title, Some(2032)).map(|span| span.to_string());
        let span = Some("2031/2035".to_owned());
        assert_eq!(running("“十六五”渠道规划中期情况"), span);
        let quoted = "关于《渠道“十六五”规划和2050年远景目标》实施情况的报告";
        assert_eq!(running(quoted), span);
        let three = Some("2031/2033".to_owned());
        assert_eq!(running("渠道三年行动（2031—2033年）推进情况的通报"), three);
        assert_eq!(running("2032年“十六五”渠道规划实施情况的报告"), None);
        assert_eq!(running("“十五五”渠道规划实施情况的报告"), None);
        assert_eq!(running("“十六五”渠道规划"), None);
    }

    #[test]
    fn what_a_title_reviews_is_of_all_its_years() {
        let text = "青溪县灌区改造（2028—2030年）工作总结\n2031年1月5日\n一、主要成效\n衬砌渠道三百公里。\n二、2030年工作情况\n衬砌渠道八十公里。\n三、2031年工作打算\n衬砌渠道九十公里。\n";
        let found = dates(text, &["三百", "八十", "九十"]);
        assert_eq!(found, ["2028/2030", "2030", "2031"]);
    }

    #[test]
    fn targets_far_ahead_have_their_own_year() {
        let text = "青溪县水网“十六五”规划\n2031年3月5日\n第一篇 开启新征程\n第一章 发展目标\n第一节 主要目标\n到2035年，渠道衬砌率达到60%。\n第二节 二〇四〇年远景目标\n渠道全部衬砌。\n";
        assert_eq!(dates(text, &["全部衬砌"]), ["2040"]);
    }

    #[test]
    fn what_a_policy_promises_has_the_years_of_its_title() {
        let text = "青溪县水网“十六五”规划\n2031年3月5日\n一、发展环境\n（一）发展基础\n“十五五”期间，全县新修渠道三百公里。\n（二）存在问题\n渠系老化。\n二、总体要求\n（一）指导思想\n统筹水资源。\n（二）发展目标\n到2033年，渠道衬砌率达到60%。到2035年，渠道衬砌率达到80%。\n（三）远景目标\n到2040年，水网全面建成。\n三、主要任务\n（一）修渠道\n新修渠道五百公里。\n四、保障措施\n设立专项资金。\n";
        let words = [
            "三百公里",
            "渠系老化",
            "统筹",
            "80%",
            "全面建成",
            "五百公里",
            "专项资金",
        ];
        assert_eq!(
            dates(text, &words),
            [
                "2026/2030",
                "",
                "",
                "2031/2035",
                "2040",
                "2031/2035",
                "2031/2035"
            ]
        );
    }

    #[test]
    fn targets_have_the_year_that_they_look_to() {
        let text = "青溪县水网提升方案\n一、工作目标\n到2034年底，渠道衬砌率达到60%。\n（一）灌区\n灌溉面积达到十万亩。\n二、主要任务\n新修渠道五百公里。\n";
        let words = ["60%", "十万亩", "五百公里"];
        assert_eq!(dates(text, &words), ["2034", "2034", ""]);
        let two = "青溪县水网提升方案\n一、工作目标\n到2034年，渠道衬砌率达到60%；到2036年，达到80%。\n二、主要任务\n新修渠道五百公里。\n";
        assert_eq!(dates(two, &["60%"]), [""]);
        let risen = "青溪县水网提升方案\n一、工作目标\n渠道衬砌率从2031年的50%到2034年的60%。\n二、主要任务\n新修渠道五百公里。\n";
        assert_eq!(dates(risen, &["60%"]), [""]);
    }
}
