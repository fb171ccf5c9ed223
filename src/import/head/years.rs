//! Which year a document reports and which it plans, by its title and its day, and by how its text begins, as rules.
//! Knows nothing of sections.

use super::data::Head;
use super::limits;
use super::wording::is_greeting;
use crate::calendar::{Date, Year};
use crate::import::doubt::{Doubt, Doubted};
use crate::import::line::Line;
use crate::import::rule::{Rule, first};
use crate::lexicon::List;
use crate::text::label;
use crate::text::year;

/// The year in a title with such words is reported, or planned, or only a part of it is either.
static REPORTS_ITS_YEAR: List = List::new("reports-its-year");
static PLANS_ITS_YEAR: List = List::new("plans-its-year");
static PART_OF_YEAR: List = List::new("part-of-year");
/// Words of titles that name the year of the document, too.
static YEAR_OF_TITLE: List = List::new("year-of-title");
/// 执行情况, after which a plan in the title is one of the past.
static CARRIED_OUT: List = List::new("carried-out");
/// With such words a text says that it reports the year that is not over.
static SO_FAR: List = List::new("so-far-start");
/// Words of headings that report.
static REVIEWS: List = List::new("heading-reports");

/// A plan of several years, and what stands behind the year to which one looks.
static FIVE_YEAR_PLANS: List = List::new("five-year-plan");
static DEADLINES: List = List::new("deadline-of-title");

/// What is known of the years of a document.
#[derive(Debug, Default)]
pub struct Dated {
    title: String,
    /// The years that the title names.
    named: Vec<Year>,
    /// Year and month in which it was written.
    written: Option<(Year, u8)>,
    /// The first lines of the text, without their numbering.
    lines: Vec<String>,
}

/// The year that is reported and the one that is planned.
type Years = Option<(Year, Year)>;

/// Tells the years of a document.
type Read = fn(&Dated) -> Years;

/// Asked of a document once its head is read.
const YEARS: &[Rule<Dated, Read>] = &[
    Rule {
        // It both reports and plans the year in the middle of which it was written.
        name: SO_FAR_IN_TEXT,
        when: |dated, _| {
            written_in_middle(dated)
                && dated.named.is_empty()
                && dated.lines.iter().any(|line| SO_FAR.starts(line))
        },
        then: |dated| dated.written.map(|(year, _)| (year, year)),
        example: "> 关于招商引资工作的汇报\n2031-08\n一、上半年工作情况",
        counter: "> 2030年招商引资工作总结\n2031-08\n一、上半年工作情况",
    },
    Rule {
        // 上半年 of a title without a year is that of the year in the middle of which it was written.
        name: "part-of-year-when-written",
        when: |dated, _| {
            let part = PART_OF_YEAR.is_in(&dated.title) && dated.named.is_empty();
            part && written_in_middle(dated)
        },
        then: |dated| dated.written.map(|(year, _)| (year, year)),
        example: "> 关于上半年水库除险进度的通报\n2031-07",
        counter: "> 关于上半年水库除险进度的通报\n2031-02",
    },
    Rule {
        // 2029年和2030年工作总结 reviews both.
        name: "several-reviewed-years-of-title",
        when: |dated, _| reports_first(&dated.title) && reviewed_range(dated).is_some(),
        then: |dated| reviewed_range(dated).map(|(_, last)| (last, last + 1)),
        example: "2029年和2030年水利工作总结",
        counter: "2029年工作总结和2030年工作计划",
    },
    Rule {
        name: "two-years-of-title",
        when: |dated, _| {
            let first = dated.named.iter().min();
            first
                .zip(dated.named.iter().max())
                .is_some_and(|(first, last)| last - first == 1)
        },
        then: |dated| dated.named.iter().min().map(|year| (*year, year + 1)),
        example: "2030年工作总结和2031年工作计划",
        counter: "2025年至2030年水利规划",
    },
    Rule {
        name: "part-of-year-of-title",
        when: |dated, _| title_tells(dated) && PART_OF_YEAR.is_in(&dated.title),
        then: |dated| dated.named.first().map(|year| (*year, *year)),
        example: "2030年上半年水利工作情况",
        counter: "2030年水利工作情况",
    },
    Rule {
        name: "title-of-plan-carried-out",
        when: |dated, _| title_tells(dated) && CARRIED_OUT.is_in(&dated.title),
        then: |dated| dated.named.first().map(|year| (*year, year + 1)),
        example: "> 2030年水利计划执行情况\n2031-02",
        counter: "> 2030年水利工作计划\n2030-02",
    },
    Rule {
        name: "title-of-reported-year",
        when: |dated, _| {
            // 2030年工作总结和工作计划: the year is that of what comes first.
            title_tells(dated) && reports_first(&dated.title)
        },
        then: |dated| dated.named.first().map(|year| (*year, year + 1)),
        example: "> 2030年水利工作总结和工作计划\n2031-02",
        counter: "> 2030年河口县政府工作报告\n2030-02",
    },
    Rule {
        name: "title-of-planned-year",
        when: |dated, _| title_tells(dated),
        then: |dated| dated.named.first().map(|year| (year - 1, *year)),
        example: "> 2030年河口县政府工作报告\n2030-02",
        // The year in another title may be that of anything; the day is better.
        counter: "> 迈向2035年的河口\n2030-02",
    },
    Rule {
        // What is written at the end of a year is about that year.
        name: "written-late-in-year",
        when: |dated, _| {
            let late = limits::LATE_MONTH.get();
            dated.written.is_some_and(|(_, month)| month >= late)
        },
        then: |dated| dated.written.map(|(year, _)| (year, year + 1)),
        example: "> 水利工作情况\n2030-12",
        counter: "> 水利工作情况\n2030-03",
    },
    Rule {
        name: "written-early-in-year",
        when: |dated, _| dated.written.is_some(),
        then: |dated| dated.written.map(|(year, _)| (year - 1, year)),
        example: "> 水利工作情况\n2030-03",
        counter: "> 水利工作情况\n一、水库建设",
    },
    Rule {
        // What is planned for several years is written before them.
        name: "first-of-planned-years-of-title",
        when: |dated, _| {
            let span = year::span(&without_far_years(&dated.title));
            span.is_some() && !REPORTS_ITS_YEAR.is_in(&dated.title)
        },
        then: |dated| {
            let (first, _) = year::span(&without_far_years(&dated.title))?;
            Some((first - 1, first))
        },
        example: "河口县水利规划（2031—2035年）",
        counter: "河口县水利建设（2031—2035年）推进情况的通报",
    },
    Rule {
        // A text without a day says itself of which year it is.
        name: OPENING,
        when: |dated, _| opening(dated).is_some(),
        then: |dated| opening(dated).map(|year| (year, year + 1)),
        example: "> 水利工作情况\n各位代表，现在开始报告：\n2030年，全县新建水库三座。",
        counter: "> 水利工作情况\n全县新建水库三座，其中一座在2030年建成。",
    },
    Rule {
        name: REVIEW,
        when: |dated, _| review(dated).is_some(),
        then: |dated| review(dated).map(|year| (year, year + 1)),
        example: "> 水利工作情况\n一、去年工作回顾\n2030年，全县新建水库三座，改造管网二十公里。",
        counter: "> 水利工作情况\n一、主要目标\n2030年，全县新建水库三座，改造管网二十公里。",
    },
];

/// The rules by which only the text tells a year: it may be another's.
const SO_FAR_IN_TEXT: &str = "year-so-far";
const OPENING: &str = "year-of-opening";
const REVIEW: &str = "year-of-review";

/// The years that a document reports and plans, by its head or else by how its text begins.
pub fn years(head: &Head, text: &[Line], doubts: &mut Vec<Doubt>) -> (Option<Year>, Option<Year>) {
    let dated = Dated::of(head, text);
    let Some(rule) = first(YEARS, &dated, 0) else {
        return (None, None);
    };
    let (reported, planned) = (rule.then)(&dated).unzip();
    if [SO_FAR_IN_TEXT, OPENING, REVIEW].contains(&rule.name)
        && let Some(year) = reported
    {
        let number = text.first().map_or(1, |line| line.number);
        doubts.push(Doubt::at(number, Doubted::Year(year.to_string())).by(rule.name));
    }
    (reported, planned)
}

/// The years that a title names for its document: those in the name of a plan of several years are none, and a span of
/// years names no single one.
pub fn years_of_title(title: &str) -> Vec<Year> {
    let title = without_far_years(title);
    let mut years = year::years(&title);
    if let Some((from, to)) = year::span(&title) {
        years.retain(|year| ![from, to].contains(year));
    }
    years
}

impl Dated {
    fn of(head: &Head, text: &[Line]) -> Self {
        let lines = text.iter().take(limits::SO_FAR_LINES.get());
        let day = |date: Date| (date.year(), date.month());
        Self {
            title: head.title.clone(),
            named: years_of_title(&head.title),
            written: head.date.map(day).or(head.month),
            lines: lines
                .map(|line| without_label(&line.text).to_owned())
                .collect(),
        }
    }
}

/// A title without the years that a plan of several years has in its name: 《…规划和2040年远景目标纲要》实施情况 is of
/// another year.
fn without_far_years(title: &str) -> String {
    let mut kept = String::new();
    let mut rest = title;
    while let Some((before, (name, behind))) = rest
        .split_once('《')
        .and_then(|(before, inner)| Some((before, inner.split_once('》')?)))
    {
        kept.push_str(before);
        if !FIVE_YEAR_PLANS.is_in(name) && !DEADLINES.is_in(name) {
            kept.push_str(name);
        }
        rest = behind;
    }
    kept.push_str(rest);
    let mut title = String::new();
    let mut rest = kept.as_str();
    while let Some((before, behind)) = DEADLINES.split(rest) {
        let digits = before.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
        title.push_str(before.get(..digits).unwrap_or_default());
        rest = behind;
    }
    title + rest
}

/// The years that a title reviews together: 2028—2030年, if it names no others.
fn reviewed_range(dated: &Dated) -> Option<(Year, Year)> {
    let range = year::range(&dated.title)?;
    let others = |named: &Year| ![range.0, range.1].contains(named);
    (!dated.named.iter().any(others)).then_some(range)
}

/// Whether a document was written in the middle of a year.
fn written_in_middle(dated: &Dated) -> bool {
    let middle = limits::SO_FAR_MONTH.get()..limits::LATE_MONTH.get();
    let month = dated.written.map(|(_, month)| month);
    month.is_some_and(|month| middle.contains(&month))
}

/// Whether a title speaks of a report before it speaks of a plan, if it speaks of one.
fn reports_first(title: &str) -> bool {
    let plans = PLANS_ITS_YEAR.earliest(title);
    let reports = REPORTS_ITS_YEAR.earliest(title);
    reports.is_some_and(|at| plans.is_none_or(|plans| at < plans))
}

/// Whether the year in a title is that of the document.
fn title_tells(dated: &Dated) -> bool {
    let of_year = [
        &REPORTS_ITS_YEAR,
        &PLANS_ITS_YEAR,
        &PART_OF_YEAR,
        &YEAR_OF_TITLE,
    ];
    let of_document =
        dated.written.is_none() || of_year.iter().any(|list| list.is_in(&dated.title));
    !dated.named.is_empty() && of_document
}

/// The year in the first words of a text, behind whom it greets.
fn opening(dated: &Dated) -> Option<Year> {
    let mut lines = dated.lines.iter();
    first_year(lines.find(|line| !is_greeting(line))?)
}

/// The year that the first paragraph below a heading of what was done begins with.
fn review(dated: &Dated) -> Option<Year> {
    let is_paragraph = |line: &&String| line.contains(['。', '，']);
    let mut lines = dated.lines.iter();
    lines.find(|line| !is_paragraph(line) && REVIEWS.is_in(line))?;
    first_year(lines.find(is_paragraph)?)
}

/// The year in the first words of a line.
fn first_year(line: &str) -> Option<Year> {
    let words: String = line.chars().take(limits::OPENING_YEAR.get()).collect();
    year::year(&words)
}

fn without_label(line: &str) -> &str {
    let bytes = label::read(line, None).map_or(0, |label| label.bytes);
    line.get(bytes..).unwrap_or_default().trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::rule::check;

    /// The first line is the title; one like 2031-08 says when it was written; the others are the text.
    #[test]
    fn every_rule_has_its_examples() {
        check(YEARS, |lines| {
            let (mut head, mut text) = (Head::default(), Vec::new());
            for (at, line) in lines.into_iter().enumerate() {
                let day = Date::parse(&format!("{line}-05"));
                match day {
                    _ if at == 0 => head.title = line,
                    Some(day) => head.date = Some(day),
                    None => text.push(Line {
                        text: line,
                        ..Line::default()
                    }),
                }
            }
            Dated::of(&head, &text)
        });
    }

    #[test]
    fn years_in_the_name_of_a_plan_are_no_years_of_the_document() {
        for (title, kept) in [
            (
                "关于《青溪县“十六五”水网规划和2040年远景目标》执行情况的报告",
                "关于执行情况的报告",
            ),
            (
                "青溪县水网规划和2040年远景目标中期评估报告",
                "青溪县水网规划和目标中期评估报告",
            ),
            (
                "关于《2031年水利工作计划》执行情况的报告",
                "关于2031年水利工作计划执行情况的报告",
            ),
            ("2031年《水网", "2031年《水网"),
            ("年远景", ""),
        ] {
            assert_eq!(without_far_years(title), kept);
        }
    }

    #[test]
    fn a_text_of_the_middle_of_a_year_reports_that_year() {
        let so_far = |title: &str, month: u8, line: &str| {
            let head = Head {
                title: title.to_owned(),
                month: Some((2031, month)),
                ..Head::default()
            };
            let line = Line {
                text: line.to_owned(),
                ..Line::default()
            };
            let mut doubts = Vec::new();
            let years = years(&head, &[line], &mut doubts);
            (years == (Some(2031), Some(2031)) && !doubts.is_empty()).then_some(2031)
        };
        let title = "关于招商引资工作的汇报";
        assert_eq!(so_far(title, 7, "今年以来，全县签约项目30个。"), Some(2031));
        assert_eq!(so_far(title, 8, "一、上半年工作情况"), Some(2031));
        assert_eq!(so_far(title, 2, "今年以来，全县签约项目30个。"), None);
        assert_eq!(so_far(title, 7, "去年，全县签约项目30个。"), None);
        let named = "2030年招商引资工作总结";
        assert_eq!(so_far(named, 7, "今年以来，全县签约项目30个。"), None);
    }
}
