//! The time that a chapter speaks of: by its heading, by its kind and the years of the document. Knows nothing of the
//! sections below.

use super::chapter::Chapter;
use super::scope::Clock;
use crate::calendar::{Period, Year};
use crate::import::chapters::About;
use crate::import::genre::Genre;
use crate::import::part::is_annex;
use crate::import::rule::{Rule, first};
use crate::lexicon::List;
use crate::model::Kind;
use crate::text::time::{self, Time as When};
use crate::text::times::times;

/// Headings of what will be done, that do not say when.
static WITHOUT_TIME: List = List::new("plan-without-time");
static PART_OF_YEAR: List = List::new("part-of-year");
static COMING_YEAR: List = List::new("coming-year-start");
static THIS_YEAR: List = List::new("this-year");

/// What the title of a document tells of its years.
#[derive(Clone, Copy, Debug, Default)]
pub struct Told {
    /// Whether it names one.
    named: bool,
    /// Whether it reviews several years that are over.
    reviews: bool,
    /// Of a plan of several years that it reviews while it runs: what is done of it, and what is left.
    done: Option<Period>,
    pub rest: Option<Period>,
    /// The years, more than one, that the title of a plan names.
    span: Option<Period>,
}

impl Told {
    /// What is told of a document.
    pub fn of(about: About, clock: Clock) -> Self {
        let running = about.running.filter(|_| about.genre == Genre::Report);
        let part = |from: Option<Year>, to: Option<Year>| Period::new(from?, to?);
        let from = running.map(Period::from);
        let to = running.map(Period::to);
        Self {
            named: about.named,
            reviews: about.reviewed.is_some(),
            done: part(from, clock.reported()),
            rest: part(clock.planned(), to),
            span: about.span.filter(|span| span.from() < span.to()),
        }
    }

    /// The years, more than one or some of a plan, that a report reviews.
    pub fn reviewed(&self, about: About) -> Option<Period> {
        let reviewed = about.reviewed.or(self.done);
        reviewed.filter(|_| about.genre == Genre::Report)
    }
}

/// What is asked of a chapter before its time is decided.
#[derive(Debug)]
pub struct Dated {
    kind: Option<Kind>,
    genre: Genre,
    clock: Clock,
    told: Told,
    heading: String,
    /// Whether it is one thing that is annexed, and of no kind.
    beside: bool,
    /// The year that its heading names.
    year: Option<Year>,
    /// The years that its heading names: over where it reports, to come where it looks ahead.
    period: Option<Period>,
}

/// The time of a chapter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Time {
    pub year: Option<Year>,
    pub period: Option<Period>,
    /// The rule that decided, where it is to be doubted.
    pub doubted: Option<&'static str>,
}

/// The first and the last year.
type Years = Option<(Year, Year)>;

/// What a rule says of the time of a chapter.
#[derive(Debug)]
struct Says {
    years: fn(&Dated) -> Years,
    doubted: bool,
}

impl Says {
    const fn sure(years: fn(&Dated) -> Years) -> Self {
        Self {
            years,
            doubted: false,
        }
    }

    const fn doubted(years: fn(&Dated) -> Years) -> Self {
        Self {
            years,
            doubted: true,
        }
    }
}

impl Dated {
    /// What is asked of a chapter of a kind.
    pub fn of(
        kind: Option<Kind>,
        chapter: &Chapter,
        (genre, clock): (Genre, Clock),
        told: Told,
    ) -> Self {
        let span = match kind {
            Some(Kind::Achievements) => chapter.past,
            Some(Kind::Outlook) => chapter.coming,
            _ => None,
        };
        Self {
            kind,
            genre,
            clock,
            told,
            heading: chapter.heading.clone(),
            beside: chapter.annex && kind.is_none() && !is_annex(&chapter.heading),
            year: chapter.year,
            period: span.map(|(_, span)| span),
        }
    }

    /// The time of the chapter; none where no rule tells one.
    pub fn time(&self) -> Time {
        let Some(rule) = first(TIMES, self, 0) else {
            return Time::default();
        };
        let years = (rule.then.years)(self);
        let single = years.filter(|(from, to)| from == to);
        let several = years.filter(|(from, to)| from < to);
        Time {
            year: single.map(|(year, _)| year),
            period: several.and_then(|(from, to)| Period::new(from, to)),
            doubted: rule.then.doubted.then_some(rule.name),
        }
    }

    /// Whether it promises for a year. What a policy promises may be for several.
    fn promises(&self) -> bool {
        let plans = matches!(self.kind, Some(Kind::Plans | Kind::Safeguards));
        plans && self.genre != Genre::Policy
    }

    fn is_report(&self) -> bool {
        self.genre == Genre::Report
    }

    fn is_of(&self, kinds: &[Kind]) -> bool {
        self.kind.is_some_and(|kind| kinds.contains(&kind))
    }
}

/// The year of the months that a heading names, where they begin the year in which it was written.
fn months_over(dated: &Dated) -> Option<Year> {
    let now = dated.clock.written;
    let clock = time::Clock { told: now, now };
    let mut months = times(&dated.heading, clock).into_iter();
    months.find_map(|named| match named.time {
        When::Months(year, 1, to) if to <= 9 && Some(year) == now => Some(year),
        _ => None,
    })
}

fn single(year: Option<Year>) -> Years {
    year.map(|year| (year, year))
}

fn several(period: Option<Period>) -> Years {
    period.map(|period| (period.from(), period.to()))
}

/// In the examples the first line is the title, the second one a chapter.
static TIMES: &[Rule<Dated, Says>] = &[
    Rule {
        name: "several-years-of-heading",
        when: |dated, _| dated.period.is_some(),
        then: Says::sure(|dated| several(dated.period)),
        example: "2031年政府工作报告\n> 过去五年工作回顾",
        counter: "2031年政府工作报告\n> 工作回顾",
    },
    Rule {
        name: "year-of-heading",
        when: |dated, _| {
            let kinds = [
                Kind::Achievements,
                Kind::Plans,
                Kind::Tasks,
                Kind::Outlook,
                Kind::Safeguards,
                Kind::Problems,
            ];
            dated.year.is_some() && (dated.beside || dated.is_of(&kinds))
        },
        then: Says::sure(|dated| single(dated.year)),
        example: "2031年政府工作报告\n> 2029年工作回顾",
        counter: "2031年政府工作报告\n> 2029年的形势",
    },
    Rule {
        // 今年 is the year in which the report is given; what guides it has its year.
        name: "guidance-of-this-year",
        when: |dated, _| {
            let this_year = THIS_YEAR.starts(&dated.heading) && dated.is_report();
            let planned = dated.clock.planned();
            this_year && dated.is_of(&[Kind::Guidance]) && dated.clock.written == planned
        },
        then: Says::sure(|dated| single(dated.clock.planned())),
        example: "2031年政府工作报告\n> 今年工作总体要求",
        counter: "2031年政府工作报告\n> 工作总体要求",
    },
    Rule {
        // What stands before the chapters of a plan of a year.
        name: "guidance-of-plan",
        when: |dated, _| {
            let plan = dated.genre == Genre::Plan && dated.told.span.is_none();
            plan && dated.heading.is_empty() && dated.is_of(&[Kind::Guidance])
        },
        then: Says::sure(|dated| single(dated.clock.planned)),
        example: "2031年水网工作要点\n> ",
        counter: "2031年水网工作要点\n> 总体要求",
    },
    Rule {
        // Of months before October only a meeting of the same year speaks.
        name: "months-of-minutes",
        when: |dated, _| dated.genre == Genre::Minutes && months_over(dated).is_some(),
        then: Says::sure(|dated| single(months_over(dated))),
        example: "常务会议纪要\n> 关于1—8月运行情况",
        counter: "常务会议纪要\n> 关于1—11月运行情况",
    },
    Rule {
        name: "done-in-year",
        when: |dated, _| dated.is_of(&[Kind::Achievements]),
        then: Says::sure(|dated| single(dated.clock.reported)),
        example: "2031年政府工作报告\n> 工作回顾",
        counter: "2031年政府工作报告\n> 工作安排",
    },
    Rule {
        // 二季度走势预判 of a report on the first one.
        name: "part-of-year-ahead",
        when: |dated, _| {
            let part = PART_OF_YEAR.is_in(&dated.heading);
            dated.is_of(&[Kind::Outlook]) && part && dated.is_report() && dated.told.named
        },
        then: Says::sure(|dated| single(dated.clock.planned)),
        example: "2031年一季度运行情况\n> 二季度走势预判",
        counter: "2031年一季度运行情况\n> 走势预判",
    },
    Rule {
        // 推进规划实施的对策措施 of a review in the middle of its years.
        name: "rest-of-plan",
        when: |dated, _| {
            let ahead = dated.promises() || dated.is_of(&[Kind::Outlook]);
            ahead && dated.is_report() && dated.told.rest.is_some()
        },
        then: Says::sure(|dated| several(dated.told.rest)),
        example: "水网四年行动（2029—2032年）中期评估报告\n> 对策措施",
        counter: "2031年水网工作报告\n> 对策措施",
    },
    Rule {
        name: "years-of-plan",
        when: |dated, _| {
            let plan = dated.genre == Genre::Plan && dated.told.span.is_some();
            plan && dated.is_of(&[Kind::Plans, Kind::Safeguards, Kind::Outlook])
        },
        then: Says::sure(|dated| several(dated.told.span)),
        example: "2031—2033年水网工作要点\n> 重点工作安排",
        counter: "2031年水网工作要点\n> 重点工作安排",
    },
    Rule {
        // Behind three years come a year or three of them.
        name: "behind-several-years",
        when: |dated, _| dated.promises() && dated.is_report() && dated.told.reviews,
        then: Says::doubted(|_| None),
        example: "“十五五”水网工作总结\n> 下一步打算",
        counter: "2030年水网工作总结\n> 下一步打算",
    },
    Rule {
        name: "promised-without-time",
        when: |dated, _| {
            let coming = COMING_YEAR.starts(&dated.heading);
            dated.promises() && WITHOUT_TIME.ends(&dated.heading) && !coming
        },
        then: Says::doubted(|dated| single(dated.clock.planned)),
        example: "2030年水网工作总结\n> 努力方向",
        counter: "2030年水网工作总结\n> 明年努力方向",
    },
    Rule {
        name: "promised-for-year",
        when: |dated, _| dated.promises(),
        then: Says::sure(|dated| single(dated.clock.planned)),
        example: "2031年水网工作要点\n> 保障措施",
        counter: "水网建设规划\n> 保障措施",
    },
    Rule {
        // It is that of the year that is reported; without a year in the title who knows.
        name: "wrong-in-year",
        when: |dated, _| {
            let one = dated.told.named && !dated.told.reviews && dated.told.done.is_none();
            dated.is_of(&[Kind::Problems]) && dated.is_report() && one
        },
        then: Says::sure(|dated| single(dated.clock.reported)),
        example: "2030年水网工作总结\n> 存在的问题",
        counter: "水网工作总结\n> 存在的问题",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::head;
    use crate::import::kind::heading::of_heading;
    use crate::import::kind::horizon::{span_of_title, span_reviewed, span_running};
    use crate::import::rule::{check, check_reasons};

    /// A chapter of a report of 2030 by title and heading.
    fn dated(lines: &[String]) -> Dated {
        let (title, heading) = (lines[0].as_str(), lines[1].as_str());
        let clock = Clock::EXAMPLE;
        let about = About {
            genre: Genre::of(title),
            named: !head::years_of_title(title).is_empty(),
            reviewed: span_reviewed(title, clock.reported, &mut Vec::new()),
            running: span_running(title, clock.reported),
            span: span_of_title(title, clock.written),
            ..About::default()
        };
        let chapter = Chapter::new(("一、", heading), clock, None, None);
        let of = (about.genre, clock);
        // Text beside the chapters, in these examples, tells what guides them.
        let kind = of_heading(heading).or(heading.is_empty().then_some(Kind::Guidance));
        Dated::of(kind, &chapter, of, Told::of(about, clock))
    }

    fn time(title: &str, heading: &str) -> String {
        let time = dated(&[title.to_owned(), heading.to_owned()]).time();
        let year = time.year.map(|year| year.to_string());
        let told = year.or(time.period.map(|period| period.to_string()));
        let doubt = if time.doubted.is_some() { "?" } else { "" };
        told.unwrap_or_default() + doubt
    }

    #[test]
    fn rules_hold_for_their_examples() {
        check(TIMES, |lines| dated(&lines));
        check_reasons(TIMES);
    }

    #[test]
    fn what_is_left_of_a_plan_is_promised_for_the_rest_of_its_years() {
        let review = "“十五五”水网规划实施情况中期评估报告";
        // Of the plan of 2026 to 2030 nothing is left in 2031.
        assert_eq!(time(review, "下一步对策措施"), "?");
        let review = "关于水网四年行动（2029—2032年）实施情况的中期评估报告";
        assert_eq!(time(review, "总体进展情况"), "2030");
        assert_eq!(time(review, "下一步对策措施"), "2031/2032");
        assert_eq!(time(review, "2031年工作安排"), "2031");
        assert_eq!(time("近三年水网工作总结", "下一步打算"), "?");
        assert_eq!(time("2030年水网工作总结", "工作展望"), "2031?");
        assert_eq!(time("2030年水网工作总结", "下一步打算"), "2031");
    }
}
