//! The time a figure holds for.
//!
//! A value has the time that its sentence names last before it; else the one that its paragraph begins with; else
//! the section's. What was done over several years has all of them, a level reached in them the last one. Which
//! times a text names, `text::time` says. Where nothing says it, there is no time.

use std::ops::Range;

use crate::calendar::{Period, YEARS, Year};
use crate::lexicon::List;
use crate::model::{Measure, Reading};
use crate::text::chars::is_digit;
use crate::text::mark::{End, Mark};

use super::about::About;
use super::limits;
use super::words::Words;
use crate::text::time::{Clock, Named, Time};
use crate::text::times::times;

/// Words that say that a value is a mean of years.
static MEAN: List = List::new("mean");
/// Words that say that a value was reached, and stands: of several years it has the last one.
static REACHED: List = List::new("stands");
/// Words that say that a value is what was done: of several years it has all.
static DONE: List = List::new("done-over");
/// Between a year and its value: 2020年的53%.
static OF: List = List::new("of-base");
/// 累计: it holds for all values of its clause.
static TOTAL: List = List::new("running-total");
/// Words that say that a value is of the year before.
static YEAR_BEFORE: List = List::new("year-before");

static YEAR_MARK: List = List::new("year-mark");
static SINCE_YEAR: List = List::new("since-year");
/// Words before a year that is a base of comparison, or an end of a span.
static BASE_YEAR: List = List::new("base-year");
static AS_OF: List = List::new("as-of");
static DAY_START: List = List::new("day-start");

/// Digits of a year.
const DIGITS: usize = 4;

/// The year that the words before a value name last: 到2020年实现…; not one it is compared with.
pub fn year(before: &str) -> Option<Year> {
    let mark = YEAR_MARK.words().next()?;
    before.rmatch_indices(mark).find_map(|(at, _)| {
        let head = before.get(..at)?;
        // 2013年以来 is the time since that year.
        if SINCE_YEAR.starts(before.get(at..)?) {
            return None;
        }
        let year = calendar_year(head.get(at.checked_sub(DIGITS)?..)?)?;
        let lead = head.get(..at - DIGITS)?;
        let base = BASE_YEAR.ends(lead) || lead.ends_with(|c: char| c.is_ascii_digit());
        // The year in a title, 《规划(2021-2025年)》, is part of a name.
        let base = base || lead.rfind('《') > lead.rfind('》');
        (!base).then_some(year)
    })
}

fn calendar_year(digits: &str) -> Option<Year> {
    let year = digits.parse().ok();
    year.filter(|year| YEARS.contains(year))
}

/// The time of a value: its period, and whether it is the mean of the years in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// The span of time; None where nothing says it.
    pub period: Option<Period>,
    /// Whether it is a mean of several years.
    pub mean: bool,
}

/// The times that hold in a section, asked for its values in the order of the text.
pub struct Times<'t> {
    body: &'t str,
    about: About,
    named: Vec<Named>,
    /// Where the first line begins that was not read yet, in bytes.
    unread: usize,
    /// The time that the paragraph, or one before it, begins with.
    lead: Option<Time>,
}

impl<'t> Times<'t> {
    /// Those of a section's text.
    pub fn new(body: &'t str, about: About) -> Self {
        let clock = Clock {
            told: about.last_year(),
            now: about.now,
        };
        Self {
            body,
            about,
            named: times(body, clock),
            unread: 0,
            lead: None,
        }
    }

    /// The time of a value, by its reading; None for one that is only a base: 由85%提高到95%, of which the first is of
    /// an earlier year.
    pub fn of(&mut self, words: &Words<'_>, reading: Option<&Reading>) -> When {
        match reading {
            Some(reading) => self.when(words, reading),
            None => self.base(words),
        }
    }

    fn when(&mut self, words: &Words<'_>, reading: &Reading) -> When {
        self.read_leads(words.at);
        let several = self.several(words);
        if MEAN.is_in(words.own) {
            let period = several.and_then(|(from, to)| Period::new(from, to));
            return When { period, mean: true };
        }
        let stands = stands(words, reading);
        let period = match self.of_sentence(words).or(self.lead).or(self.of_section()) {
            Some(Time::Year(year) | Time::From(year)) => Period::of_year(year),
            Some(Time::By(year)) => match several.filter(|(_, to)| *to == year && !stands) {
                Some((from, to)) => Period::new(from, to),
                None => Period::of_year(year),
            },
            Some(Time::Years(_, to)) if stands => Period::of_year(to),
            Some(Time::Years(from, to)) => Period::new(from, to),
            Some(Time::Months(year, from, to)) => Period::of_months(year, from, to),
            Some(Time::At(year, month)) => Period::of_months(year, month, month),
            Some(Time::Untold) | None => None,
        };
        When {
            period,
            mean: false,
        }
    }

    /// The time of what is promised: not before that of its section. 上年度结转的43个项目，6月底前销号 is due this year.
    pub fn of_promise(&self, when: When) -> When {
        let own = match self.of_section() {
            Some(Time::Year(year)) => Period::of_year(year),
            Some(Time::Years(from, to)) => Period::new(from, to),
            _ => None,
        };
        let over = when.period.zip(own);
        match over {
            Some((period, own)) if period.to() < own.from() => When {
                period: Some(own),
                ..when
            },
            _ => when,
        }
    }

    /// Whether a value is that of a year that another one is compared with: 较2020年的9.1亿吨.
    pub fn is_of_base(&self, at: usize) -> bool {
        let before = self.named.partition_point(|named| named.span.start < at);
        let last = before.checked_sub(1).and_then(|last| self.named.get(last));
        last.is_some_and(|last| {
            let between = self.body.get(last.span.end..at).unwrap_or_default();
            matches!(last.time, Time::From(_)) && OF.has(between)
        })
    }

    /// The time of a value from which another one moved: 从2020年的53.2%, 由上年的3%; over several years the year
    /// before them.
    fn base(&mut self, words: &Words<'_>) -> When {
        self.read_leads(words.at);
        let year = match self.of_words(words).next() {
            _ if YEAR_BEFORE.is_in(words.own) => self.about.last_year().map(|year| year - 1),
            Some(Time::From(year)) => Some(year),
            _ => self.several(words).map(|(from, _)| from - 1),
        };
        When {
            period: year.and_then(Period::of_year),
            mean: false,
        }
    }

    /// The several years that a value may have: those of its sentence, its paragraph or its section.
    fn several(&self, words: &Words<'_>) -> Option<(Year, Year)> {
        let own = self.of_words(words);
        let mut all = own.chain(self.lead).chain(self.of_section());
        all.find_map(|time| match time {
            Time::Years(from, to) => Some((from, to)),
            _ => None,
        })
    }

    /// The time that a sentence names last before a value; a year from which another value came is not its.
    fn of_sentence(&self, words: &Words<'_>) -> Option<Time> {
        let mut named = self.of_words(words);
        named.find(|time| !matches!(time, Time::From(_)))
    }

    /// The times that a sentence names before a value, the last one first.
    fn of_words(&self, words: &Words<'_>) -> impl Iterator<Item = Time> + '_ {
        let before = self
            .named
            .partition_point(|named| named.span.start < words.at);
        let own = self.named.iter().take(before).rev();
        let start = words.sentence.start;
        own.take_while(move |named| named.span.start >= start)
            .map(|named| named.time)
    }

    fn of_section(&self) -> Option<Time> {
        let several = self.about.period.filter(|period| period.year().is_none());
        match (several, self.about.year) {
            (Some(period), _) => Some(Time::Years(period.from(), period.to())),
            (None, year) => year.map(Time::Year),
        }
    }

    /// Reads what the paragraphs begin with up to the one of a byte.
    fn read_leads(&mut self, at: usize) {
        while self.unread <= at {
            let start = self.unread;
            let Some(rest) = self.body.get(start..) else {
                return;
            };
            let end = start + rest.find('\n').unwrap_or(rest.len());
            self.lead = self.lead_of(start..end).or(self.goes_on());
            self.unread = end + 1;
        }
    }

    /// The time that a paragraph begins with, or its first sentence behind one that tells no number: a run-in heading.
    fn lead_of(&self, line: Range<usize>) -> Option<Time> {
        let first = self
            .named
            .partition_point(|named| named.span.start < line.start);
        let named = self
            .named
            .get(first)
            .filter(|named| named.span.end <= line.end)?;
        let before = self.body.get(line.start..named.span.start)?;
        let sentence = before.rfind(|c| Mark::ends(c, End::Full));
        let before = match sentence.and_then(|at| before.split_at_checked(at)) {
            Some((first, rest)) if !first.contains(is_digit) => {
                rest.trim_start_matches(|c| Mark::ends(c, End::Full))
            }
            _ => before,
        };
        let near = before.chars().count() <= limits::LEAD.get();
        let whole = !before.contains(|c| Mark::ends(c, End::Comma));
        let holds = !matches!(named.time, Time::From(_));
        (near && whole && holds).then_some(named.time)
    }

    /// The time of the paragraphs before, where it holds until another one is named: several years, and in a section
    /// of several years each time.
    fn goes_on(&self) -> Option<Time> {
        let several = self
            .about
            .period
            .is_some_and(|period| period.year().is_none());
        self.lead.filter(|lead| match lead {
            Time::Years(..) => true,
            Time::Year(_) | Time::By(_) => several,
            _ => false,
        })
    }
}

/// Whether a value is a level that was reached, and not what was done or grew.
fn stands(words: &Words<'_>, reading: &Reading) -> bool {
    match reading.measure {
        Measure::Change | Measure::Increment => false,
        _ if DONE.is_in(words.own) || TOTAL.is_in(words.clause) => false,
        Measure::Share => true,
        Measure::Level => REACHED.is_in(words.own),
    }
}

/// The day that the words before a value name: 截至2021年11月底.
pub fn as_of(before: &str) -> Option<String> {
    let (_, tail) = AS_OF.words().find_map(|word| before.rsplit_once(word))?;
    let end = tail
        .find(|c| Mark::ends(c, End::Pause))
        .unwrap_or(tail.len());
    let day = tail.get(..end)?.trim();
    let date = day.starts_with(|c: char| c.is_ascii_digit()) || DAY_START.starts(day);
    (date && day.chars().count() <= limits::DAY.get()).then(|| day.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::{Detect, find};
    use crate::model::Role;

    /// The periods of the figures of a text, as JSON says them.
    fn told(text: &str, about: About) -> Vec<String> {
        let figures = find(text, about, Detect::Figures).into_iter();
        figures
            .map(|figure| {
                let period = figure
                    .period
                    .map_or(String::new(), |period| period.to_string());
                let mean = if figure.mean { " mean" } else { "" };
                format!("{period}{mean}")
            })
            .collect()
    }

    fn reported(text: &str) -> Vec<String> {
        let about = About {
            role: Some(Role::Result),
            year: Some(2025),
            now: Some(2026),
            ..About::default()
        };
        told(text, about)
    }

    fn planned(text: &str) -> Vec<String> {
        let about = About {
            role: Some(Role::Target),
            year: Some(2026),
            now: Some(2026),
            ..About::default()
        };
        told(text, about)
    }

    #[test]
    fn what_was_done_over_years_has_all_of_them_and_a_level_the_last() {
        assert_eq!(
            reported(
                "五年来，新建学校320所，城镇化率达到57%，港口吞吐量突破3亿吨，出口年均增长6%。"
            ),
            ["2021/2025", "2025", "2025", "2021/2025 mean"]
        );
        assert_eq!(
            reported(
                "这五年，培训农民40万人次。\n2025年，粮食产量1200万吨、增长2%。\n建成果园30个。"
            ),
            ["2021/2025", "2025", "2025", "2025"]
        );
    }

    #[test]
    fn a_part_of_the_year_is_told() {
        assert_eq!(
            reported("1—11月，外贸出口增长6%。全年旅客480万人次。截至11月底，企业达到860家。"),
            ["2025-01/2025-11", "2025", "2025-11"]
        );
        assert_eq!(reported("上半年，开工项目30个。"), ["2025-01/2025-06"]);
        // It holds for its paragraph, also behind a run-in heading, but not behind one that tells a number.
        assert_eq!(
            reported("茶业稳中有进。前三季度，产茶3万吨；销售2万吨。新建茶园5个。"),
            ["2025-01/2025-09"; 3]
        );
        assert_eq!(
            reported("新建茶园5个。前三季度，产茶3万吨。新建茶厂2家。")[2],
            "2025"
        );
    }

    #[test]
    fn a_year_that_something_is_a_multiple_of_is_not_its_own() {
        assert_eq!(
            reported("茶叶出口额突破480亿元，是2020年的3.2倍。"),
            ["2025", "2025"]
        );
    }

    #[test]
    fn a_promise_for_the_end_of_years_has_their_last_one() {
        assert_eq!(
            planned("到2030年，装机超过3亿千瓦。自给率达到75%。\n新建泵站12座。"),
            ["2030", "2030", "2026"]
        );
        assert_eq!(planned("今后三年，新建泵站300座。"), ["2026/2028"]);
        // An empty line is none of the paragraphs.
        assert_eq!(
            planned("各项任务如下。\n\n到2030年，装机超过3亿千瓦。自给率达到75%。"),
            ["2030", "2030"]
        );
    }

    #[test]
    fn a_promise_is_not_for_a_year_that_is_over() {
        assert_eq!(planned("上年度结转的43个茶园，6月底前建成。"), ["2026"]);
        assert_eq!(planned("2025年未完工的茶园12个全部建成。"), ["2026"]);
        assert_eq!(reported("2024年开工的茶园12个建成。"), ["2024"]);
    }

    #[test]
    fn the_end_of_the_year_is_that_of_the_section_or_of_the_day_of_writing() {
        let untold = About {
            role: Some(Role::Target),
            now: Some(2019),
            ..About::default()
        };
        let text = "年底前，网办率不低于90%，窗口达到30个。新建站点8个。";
        assert_eq!(told(text, untold), ["2019"; 3]);
        assert_eq!(planned(text), ["2026"; 3]);
        let several = About {
            period: Period::new(2019, 2022),
            ..untold
        };
        assert_eq!(told("年底前，新建站点8个。", several), ["2019/2022"]);
    }

    #[test]
    fn a_time_that_no_year_begins_is_not_told() {
        assert_eq!(reported("改革开放以来，累计引资900亿元。"), [""]);
    }

    #[test]
    fn where_a_value_came_from_is_of_an_earlier_year() {
        assert_eq!(
            reported("城镇化率由2020年的53%提高到57%，失业率从上年的5.2%下降到5%。"),
            ["2020", "2025", "2024", "2025"]
        );
        assert_eq!(
            reported("五年来，用户由3万户增加到9万户。"),
            ["2020", "2025"]
        );
    }
}
