//! The time of a figure that a file lists: what its own keys and its section say together.
//!
//! `period` says it. Without it the day it is of, the year and the basis are read into one. What contradicts the
//! rest is told; where nothing decides, the time is not known. Knows nothing of files and their keys.

use crate::calendar::{Date, Period, Year};
use crate::lexicon::List;
use crate::model::{Measure, Reading};
use crate::text::time::{Clock, Time};
use crate::text::times::times;

use super::about::About;

/// Before the day that a value is of: 截至.
static AS_OF: List = List::new("as-of");
/// Days that are the end of the year that is spoken of, or the day on which it is said: 目前, 年底.
static NOW: List = List::new("of-now");
/// Words that say that a value was reached, and stands.
static REACHED: List = List::new("stands");

/// What a figure counts of its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// What came about from its first day to its last one.
    Cumulative,
    /// What came about in it.
    Period,
    /// What stood at its end.
    Point,
}

impl Basis {
    /// The word of the format.
    pub fn code(self) -> &'static str {
        match self {
            Self::Cumulative => "cumulative",
            Self::Period => "period",
            Self::Point => "point",
        }
    }
}

/// What is said of the time of a figure.
#[derive(Clone, Copy, Debug, Default)]
pub struct DeclaredTime<'a> {
    /// Its period.
    pub period: Option<Period>,
    /// Its own year.
    pub year: Option<Year>,
    /// The day it is of, as printed.
    pub as_of: Option<&'a str>,
    /// What it counts.
    pub basis: Option<Basis>,
    /// Whether it is a mean of several years.
    pub mean: bool,
    /// What its section says.
    pub about: About,
    /// Its value as read.
    pub reading: Option<&'a Reading>,
    /// Its quotation.
    pub quote: &'a str,
}

/// What contradicts the rest of what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// The year is not that of the period.
    Year(Period),
    /// The day it is of, and so the time it tells, does not lie in the period.
    AsOf(Period, Period),
    /// The day it is of is not in its year, and no period decides.
    AsOfYear(Period, Year),
    /// No time can be read from the day it is of, and no period says it.
    AsOfUnread,
    /// Nothing stands at one point over a span of years or months.
    Point(Period),
    /// A mean of years over less than several.
    Mean(Period),
}

/// The time of a figure, as its file tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// The span of time; None where it is not known.
    pub period: Option<Period>,
    /// The year it belongs to: that of the period. Where the period is not known the one that was declared.
    pub year: Option<Year>,
    /// What contradicts it.
    pub clashes: Vec<Clash>,
}

impl DeclaredTime<'_> {
    /// Puts together what is said.
    pub fn settle(&self) -> Settled {
        let mut settled = match (self.period, self.as_of) {
            (Some(period), _) => self.by_period(period),
            (None, Some(words)) => self.by_day(words),
            (None, None) => Settled::of(self.by_section()),
        };
        let single = settled.period.filter(|period| period.year().is_some());
        if let Some(period) = single.filter(|_| self.mean) {
            settled.clashes.push(Clash::Mean(period));
        }
        settled
    }

    fn by_period(&self, period: Period) -> Settled {
        let mut settled = Settled::of(Some(period));
        if self.year.is_some_and(|year| period.year() != Some(year)) {
            settled.clashes.push(Clash::Year(period));
        }
        let told = self.as_of.and_then(|words| self.day(words));
        if let Some(told) = told.filter(|told| !lies_in(*told, period)) {
            settled.clashes.push(Clash::AsOf(told, period));
        }
        let span = period.year().is_none() || period.is_of_months();
        if self.basis == Some(Basis::Point) && span {
            settled.clashes.push(Clash::Point(period));
        }
        settled
    }

    fn by_day(&self, words: &str) -> Settled {
        let year = self.year.or(self.about.last_year());
        let clash = match (self.day(words), self.year) {
            // Where nothing says the year, it belongs to none, whatever the day is.
            (None, _) if year.is_none() => return Settled::of(None),
            (None, _) => Clash::AsOfUnread,
            (Some(told), Some(year)) if told.year() != Some(year) => Clash::AsOfYear(told, year),
            (Some(told), _) => return Settled::of(Some(told)),
        };
        Settled {
            period: None,
            year: self.year.or(self.about.year),
            clashes: vec![clash],
        }
    }

    /// The time without a period and a day: the year, or the years of the section where it counts all of them.
    fn by_section(&self) -> Option<Period> {
        let several = self.about.period.filter(|period| period.year().is_none());
        let whole = several.filter(|period| {
            let last = self.year.is_none_or(|year| year == period.to());
            let over = self.basis == Some(Basis::Cumulative) && self.is_flow();
            last && (over || self.mean)
        });
        let at_end = several.filter(|_| match self.basis {
            Some(Basis::Point) => true,
            Some(Basis::Cumulative) => !self.is_flow(),
            _ => false,
        });
        let year = self.year.or(self.about.year);
        let year = year.or(at_end.map(Period::to));
        whole
            .or(year.and_then(Period::of_year))
            .or(self.about.period)
    }

    /// The time that the day it is of tells; what came about up to a month began with the year.
    fn day(&self, words: &str) -> Option<Period> {
        let flow = self.is_flow();
        match self.named(words)? {
            Time::Year(year) | Time::By(year) => Period::of_year(year),
            // 累计 may have begun before the year.
            Time::At(year, month) if flow && self.basis != Some(Basis::Cumulative) => {
                Period::of_months(year, 1, month)
            }
            Time::At(year, month) => Period::of_months(year, month, month),
            Time::Months(year, _, to) if self.basis == Some(Basis::Point) => {
                Period::of_months(year, to, to)
            }
            Time::Months(year, from, to) => Period::of_months(year, from, to),
            Time::Years(_, to) if self.basis == Some(Basis::Point) => Period::of_year(to),
            Time::Years(from, to) => Period::new(from, to),
            Time::From(_) | Time::Untold => None,
        }
    }

    /// The time that words name, as if 截至 stood before them.
    fn named(&self, words: &str) -> Option<Time> {
        if let Some(date) = Date::parse(words) {
            return Some(Time::At(date.year(), date.month()));
        }
        if let Some(period) = Period::parse(words) {
            return match (period.year(), period.months()) {
                (Some(year), Some((from, to))) if from == to => Some(Time::At(year, to)),
                (Some(year), Some((from, to))) => Some(Time::Months(year, from, to)),
                (Some(year), None) => Some(Time::By(year)),
                (None, _) => Some(Time::Years(period.from(), period.to())),
            };
        }
        let period = self.period.map(Period::to);
        let clock = Clock {
            told: self.year.or(period).or(self.about.last_year()),
            now: self.about.now,
        };
        let lead = AS_OF.words().next().filter(|_| !AS_OF.starts(words));
        let text = format!("{}{words}", lead.unwrap_or_default());
        let named = times(&text, clock).first().map(|named| named.time);
        named.or_else(|| clock.told.filter(|_| NOW.ends(&text)).map(Time::By))
    }

    /// Whether it counts what came about, and not what stood in the end. 累计 may be said of both.
    fn is_flow(&self) -> bool {
        let measure = self.reading.map(|reading| reading.measure);
        let moves = matches!(measure, Some(Measure::Increment | Measure::Change));
        match self.basis {
            Some(Basis::Point) => false,
            Some(Basis::Period) => true,
            Some(Basis::Cumulative) => moves || !REACHED.is_in(self.quote),
            None => moves,
        }
    }
}

impl Settled {
    fn of(period: Option<Period>) -> Self {
        Self {
            period,
            year: period.and_then(Period::year),
            clashes: Vec::new(),
        }
    }
}

/// Whether the time that a day tells is that of a period, or the end of it.
fn lies_in(told: Period, period: Period) -> bool {
    let ends = |period: Period| (period.to(), period.months().map(|(_, to)| to));
    let (day, end) = (ends(told), ends(period));
    let same_end = day == end;
    let in_last_year = day.0 == end.0 && (day.1.is_none() || end.1.is_none());
    told == period
        || !told.is_of_months() && (same_end || in_last_year)
        || same_end && period.is_of_months()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::{Context, read};
    use crate::model::Role;

    /// Period, year and clashes of what is said in a section of 2025, or of 2021 to 2025.
    fn settled(
        said: DeclaredTime<'_>,
        years: &str,
        value: &str,
    ) -> (String, Option<Year>, Vec<Clash>) {
        let period = Period::parse(years).unwrap();
        let about = About {
            year: period.year(),
            period: Some(period).filter(|period| period.year().is_none()),
            now: Some(2026),
            ..About::default()
        };
        let context = Context {
            role: Role::Result,
            indicator: "",
            quote: value,
        };
        let reading = read(value, context);
        let said = DeclaredTime {
            about,
            reading: reading.as_ref(),
            quote: value,
            ..said
        };
        let settled = said.settle();
        let period = settled.period.map_or(String::new(), |p| p.to_string());
        (period, settled.year, settled.clashes)
    }

    fn told(said: DeclaredTime<'_>, years: &str, value: &str) -> String {
        let (period, year, clashes) = settled(said, years, value);
        assert_eq!(clashes, [], "{said:?}");
        assert_eq!(year, Period::parse(&period).and_then(Period::year));
        period
    }

    #[test]
    fn the_period_is_what_the_file_says() {
        for period in ["2025", "2021/2025", "2025-01/2025-11", "2025-12"] {
            let said = DeclaredTime {
                period: Period::parse(period),
                ..DeclaredTime::default()
            };
            assert_eq!(told(said, "2025", "30个"), period);
        }
    }

    #[test]
    fn a_day_is_read_into_the_period() {
        let said = |as_of, basis| DeclaredTime {
            as_of: Some(as_of),
            basis,
            ..DeclaredTime::default()
        };
        let (flow, stock) = (Some(Basis::Period), Some(Basis::Point));
        for (as_of, basis, value, period) in [
            ("2025年11月底", stock, "30个", "2025-11"),
            ("2025年11月底", flow, "30个", "2025-01/2025-11"),
            ("2025年11月底", Some(Basis::Cumulative), "30个", "2025-11"),
            ("截至11月底", None, "30个", "2025-11"),
            ("11月底", None, "新增30个", "2025-01/2025-11"),
            ("1—11月", flow, "30个", "2025-01/2025-11"),
            ("1—11月", Some(Basis::Cumulative), "30个", "2025-01/2025-11"),
            ("6月底", Some(Basis::Cumulative), "达到30个", "2025-06"),
            ("上半年", flow, "30个", "2025-01/2025-06"),
            ("2025年12月底", flow, "30个", "2025"),
            ("2025年底", stock, "30个", "2025"),
            ("2025-11-30", stock, "30个", "2025-11"),
            ("2025-11", stock, "30个", "2025-11"),
            ("目前", stock, "30个", "2025"),
            ("到年底", stock, "30个", "2025"),
        ] {
            assert_eq!(told(said(as_of, basis), "2025", value), period, "{as_of}");
        }
    }

    #[test]
    fn what_is_counted_over_the_years_of_a_section_has_all_of_them() {
        let said = |basis, mean| DeclaredTime {
            basis,
            mean,
            ..DeclaredTime::default()
        };
        let years = "2021/2025";
        assert_eq!(
            told(said(Some(Basis::Cumulative), false), years, "30个"),
            years
        );
        assert_eq!(
            told(said(Some(Basis::Cumulative), false), years, "达到30个"),
            "2025"
        );
        assert_eq!(told(said(Some(Basis::Point), false), years, "30个"), "2025");
        assert_eq!(told(said(None, true), years, "增长5%"), years);
        let own = DeclaredTime {
            year: Some(2023),
            ..said(None, false)
        };
        assert_eq!(told(own, years, "30个"), "2023");
    }

    #[test]
    fn what_contradicts_the_period_is_told_and_the_period_holds() {
        let five = Period::new(2021, 2025).unwrap();
        let said = DeclaredTime {
            period: Some(five),
            year: Some(2025),
            as_of: Some("2024年11月底"),
            basis: Some(Basis::Point),
            ..DeclaredTime::default()
        };
        let november = Period::of_months(2024, 11, 11).unwrap();
        assert_eq!(
            settled(said, "2025", "30个"),
            (
                "2021/2025".to_owned(),
                None,
                vec![
                    Clash::Year(five),
                    Clash::AsOf(november, five),
                    Clash::Point(five)
                ]
            )
        );
        let one = DeclaredTime {
            mean: true,
            ..DeclaredTime::default()
        };
        let year = Period::of_year(2025).unwrap();
        assert_eq!(settled(one, "2025", "增长5%").2, [Clash::Mean(year)]);
    }

    #[test]
    fn a_day_at_the_end_of_a_period_does_not_contradict_it() {
        for (period, as_of, basis) in [
            ("2025", "2025年11月底", Basis::Point),
            ("2025-12", "2025年底", Basis::Point),
            ("2021/2025", "2025年底", Basis::Cumulative),
            ("2025-01/2025-11", "11月底", Basis::Period),
        ] {
            let said = DeclaredTime {
                period: Period::parse(period),
                as_of: Some(as_of),
                basis: Some(basis),
                ..DeclaredTime::default()
            };
            assert_eq!(told(said, "2025", "30个"), period);
        }
        // What came about up to November is not what came about in the year.
        let said = DeclaredTime {
            period: Period::parse("2025"),
            as_of: Some("11月底"),
            basis: Some(Basis::Period),
            ..DeclaredTime::default()
        };
        assert_eq!(settled(said, "2025", "30个").2.len(), 1);
    }

    #[test]
    fn a_day_that_tells_no_time_leaves_it_unknown() {
        let said = DeclaredTime {
            as_of: Some("开工三个月"),
            ..DeclaredTime::default()
        };
        let unread = (String::new(), Some(2025), vec![Clash::AsOfUnread]);
        assert_eq!(settled(said, "2025", "30个"), unread);
        let said = DeclaredTime {
            as_of: Some("2024年6月底"),
            year: Some(2025),
            ..DeclaredTime::default()
        };
        let (period, year, clashes) = settled(said, "2025", "30个");
        assert_eq!((period.as_str(), year, clashes.len()), ("", Some(2025), 1));
    }
}
