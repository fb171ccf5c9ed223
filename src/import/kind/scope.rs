//! What time words speak of: a year, several years, and whether these are over or to come. Knows nothing of sections.

use super::limits;
use crate::calendar::{Period, Year};
use crate::lexicon::List;
use crate::text::year::{is_year_mark, year};

/// Words for years that are over, and how many.
pub static PAST_SPANS: List<Year> = List::of("past-span", |value| value.parse().ok());
/// Words for years to come, and how many.
pub static COMING_SPANS: List<Year> = List::of("coming-span", |value| value.parse().ok());
/// Names of five-year plans, with their numbers.
pub static FIVE_YEAR_PLANS: List<Year> = List::of("five-year-plan", |value| value.parse().ok());
static RANGE: List = List::new("range");

/// The years that a document itself speaks from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    /// None if only the other is known.
    pub reported: Option<Year>,
    pub planned: Option<Year>,
    /// The year in which the document was written.
    pub written: Option<Year>,
    /// Five-year plans by which the document is ahead of the calendar: it reviews one that is still to come.
    pub ahead: Year,
    /// What is left of the years of a plan that is reviewed while it runs.
    pub rest: Option<Period>,
}

impl Clock {
    /// The years that examples of rules are read by.
    #[cfg(test)]
    pub const EXAMPLE: Self = Self {
        reported: Some(2030),
        planned: Some(2031),
        written: Some(2031),
        ahead: 0,
        rest: None,
    };

    /// The year that is reported.
    pub fn reported(self) -> Option<Year> {
        let before = self.planned.and_then(|planned| planned.checked_sub(1));
        self.reported.or(before)
    }

    /// The year that is planned.
    pub fn planned(self) -> Option<Year> {
        self.planned.or(self.reported.map(|reported| reported + 1))
    }

    /// The years of what is to be done next.
    pub fn next(self) -> Option<Period> {
        self.rest
            .or_else(|| self.planned().and_then(Period::of_year))
    }

    /// The years up to the one that is reported.
    pub fn past(self, years: Year) -> Option<Period> {
        let to = self.reported()?;
        Period::new((to + 1).checked_sub(years)?, to)
    }

    /// The years from the one that is planned.
    pub fn coming(self, years: Year) -> Option<Period> {
        let from = self.planned()?;
        Period::new(from, (from + years).checked_sub(1)?)
    }

    /// Whether years are over when the document speaks.
    pub fn is_over(self, period: Period) -> bool {
        self.reported()
            .is_some_and(|reported| period.to() <= reported)
    }

    /// Whether years are those that the document looks forward to: they go beyond the one that is planned, and most of
    /// them are to come.
    pub fn is_coming(self, period: Period) -> bool {
        self.planned()
            .is_some_and(|planned| period.to() > planned && period.from() >= planned)
    }
}

/// The years of a five-year plan, by its number; plan N has those from 1951 + 5N.
pub fn years_of_plan(number: Year, clock: Clock) -> Option<Period> {
    let from = limits::YEAR_OF_PLANS.get() + 5 * number.checked_sub(clock.ahead)?;
    Period::new(from, from + 4)
}

/// By how many five-year plans a document is ahead of the calendar whose heading reviews one.
pub fn plans_ahead(heading: &str, reported: Year) -> Year {
    let named = FIVE_YEAR_PLANS
        .get()
        .iter()
        .filter(|(word, _)| heading.contains(word));
    let number = named.map(|(_, number)| *number).min();
    let years = number.and_then(|number| years_of_plan(number, Clock::default()));
    match years {
        Some(years) if years.from() > reported => (years.to() - reported).div_ceil(5),
        _ => 0,
    }
}

/// The spans of several years that a heading names, each with its place in bytes; first those of five-year plans.
pub fn spans(heading: &str, clock: Clock) -> Vec<(usize, Period)> {
    let named = |list: &'static List<Year>| {
        let words = list.get().iter();
        words.filter_map(|(word, number)| Some((heading.find(word)?, *number)))
    };
    let plans = named(&FIVE_YEAR_PLANS).map(|(at, number)| (at, years_of_plan(number, clock)));
    let past = named(&PAST_SPANS).map(|(at, years)| (at, clock.past(years)));
    let coming = named(&COMING_SPANS).map(|(at, years)| (at, clock.coming(years)));
    let written = written(heading).map(|span| (0, Some(span)));
    let all = plans.chain(past).chain(coming).chain(written);
    all.filter_map(|(at, span)| Some((at, span?))).collect()
}

/// Years written as 2021—2025年.
pub fn written(heading: &str) -> Option<Period> {
    let to = year(heading)?;
    let (at, mark) = heading.char_indices().find(|(_, c)| is_year_mark(*c))?;
    let digits = |words: &str| words.char_indices().rev().nth(3).map(|(at, _)| at);
    let before = heading.get(..at)?;
    let before = before.get(..digits(before)?)?;
    let first = RANGE.strip_end(before).map(|first| RANGE.trim_end(first))?;
    let from = year(&format!("{}{mark}", first.get(digits(first)?..)?))?;
    Period::new(from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_spans_of_years() {
        let named = |heading| {
            let spans = spans(heading, Clock::EXAMPLE);
            spans
                .iter()
                .map(|(_, span)| span.to_string())
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(named("“十五五”时期发展成就"), "2026/2030");
        assert_eq!(named("本届政府工作回顾"), "2026/2030");
        assert_eq!(named("今后五年的主要目标"), "2031/2035");
        assert_eq!(named("2026—2030年工作回顾"), "2026/2030");
        assert_eq!(named("2026——2030年工作回顾"), "2026/2030");
        assert_eq!(named("2026-2030年工作回顾"), "2026/2030");
        assert_eq!(named("2030年工作回顾"), "");
        assert_eq!(named("未来三年怎么干"), "2031/2033");
    }

    #[test]
    fn a_plan_that_is_reviewed_is_over() {
        let ahead = |heading| plans_ahead(heading, 2030);
        assert_eq!(ahead("“十五五”时期工作回顾"), 0);
        assert_eq!(ahead("“十七五”时期工作回顾和“十八五”时期目标"), 2);
        let clock = Clock {
            ahead: 2,
            ..Clock::EXAMPLE
        };
        let (_, years) = spans("“十七五”时期工作回顾", clock)[0];
        assert_eq!(years.to_string(), "2026/2030");
    }

    #[test]
    fn numbers_of_spans_and_plans_mean_something() {
        assert_eq!(PAST_SPANS.left_out(), Vec::<&str>::new());
        assert_eq!(COMING_SPANS.left_out(), Vec::<&str>::new());
        assert_eq!(FIVE_YEAR_PLANS.left_out(), Vec::<&str>::new());
    }
}
