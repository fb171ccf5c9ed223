//! Years and days, whoever prints them: the Gregorian calendar and the years that documents may name.
//!
//! Knows no words of any language: what is printed is read by `text`.

use std::fmt;
use std::ops::{Range, RangeInclusive};

/// A calendar year.
pub type Year = u16;

/// Years that a bulletin, a text or an order of the user may name. Four digits beyond them are a number.
pub const YEARS: Range<Year> = 1900..2200;

/// The months of a year.
pub const MONTHS: RangeInclusive<u8> = 1..=12;

/// The year that a number of a text is; None for what no text names as one.
pub fn named_year(number: impl TryInto<Year>) -> Option<Year> {
    let year = number.try_into().ok();
    year.filter(|year| YEARS.contains(year))
}

/// A span of time, of whole years or of months, the first and the last in it: `2025`, `2021/2025`, `2025-12`,
/// `2025-01/2025-11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    from: Moment,
    to: Moment,
}

/// A year, or a month of it, 1 to 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Moment {
    year: Year,
    month: Option<u8>,
}

impl Moment {
    /// Reads `2025` or `2025-11`.
    fn parse(text: &str) -> Option<Self> {
        // Numbers are parsed with a sign too.
        if text.contains('+') {
            return None;
        }
        let (year, month) = match text.split_once('-') {
            Some((year, month)) => (year, Some(month.parse().ok()?)),
            None => (text, None),
        };
        let year = named_year(year.parse::<u32>().ok()?)?;
        Some(Self { year, month })
    }

    /// Whether it can be an end of a period with another one: both months or both years.
    fn fits(self, other: Self) -> bool {
        let named = YEARS.contains(&self.year) && self.month.is_none_or(|m| MONTHS.contains(&m));
        named && self.month.is_some() == other.month.is_some()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.month {
            Some(month) => write!(f, "{}-{month:02}", self.year),
            None => write!(f, "{}", self.year),
        }
    }
}

impl Period {
    /// The years from one to another. None if the last comes before the first, or no text names one of them.
    pub fn new(from: Year, to: Year) -> Option<Self> {
        let year = |year| Moment { year, month: None };
        Self::between(year(from), year(to))
    }

    /// One year; None if no text names it.
    pub fn of_year(year: Year) -> Option<Self> {
        Self::new(year, year)
    }

    /// Months of a year, 1 to 12. None if the last comes before the first, or one is none.
    pub fn of_months(year: Year, from: u8, to: u8) -> Option<Self> {
        let month = |month| Moment {
            year,
            month: Some(month),
        };
        Self::between(month(from), month(to))
    }

    fn between(from: Moment, to: Moment) -> Option<Self> {
        if !from.fits(to) || !to.fits(from) || from > to {
            return None;
        }
        // From January to December are the years themselves.
        let months = (MONTHS.start(), MONTHS.end());
        if from.month.as_ref().zip(to.month.as_ref()) == Some(months) {
            return Self::new(from.year, to.year);
        }
        Some(Self { from, to })
    }

    /// Reads a period as it is displayed.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once('/').unwrap_or((text, text));
        Self::between(Moment::parse(from)?, Moment::parse(to)?)
    }

    /// Its first year.
    pub fn from(self) -> Year {
        self.from.year
    }

    /// Its last year.
    pub fn to(self) -> Year {
        self.to.year
    }

    /// The year that all of it is in; None for a span of several.
    pub fn year(self) -> Option<Year> {
        (self.from.year == self.to.year).then_some(self.to.year)
    }

    /// Its first and its last month, 1 to 12; None for whole years.
    pub fn months(self) -> Option<(u8, u8)> {
        self.from.month.zip(self.to.month)
    }

    /// Whether it is a span of months, and not one month: a part of a year.
    pub fn is_of_months(self) -> bool {
        self.from.month.is_some() && self.from != self.to
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.from.fmt(f)?;
        if self.from == self.to {
            return Ok(());
        }
        write!(f, "/{}", self.to)
    }
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: Year,
    month: u8,
    day: u8,
}

impl Date {
    /// Reads `2022-01-06`. None unless it is a day of the Gregorian calendar.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let shaped = year.len() == 4 && month.len() == 2 && day.len() == 2;
        if !shaped || parts.next().is_some() {
            return None;
        }
        let (year, month, day): (Year, u8, u8) =
            (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (1..=days)
            .contains(&day)
            .then_some(Self { year, month, day })
    }

    /// The month of the date, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The year of the date.
    pub fn year(self) -> Year {
        self.year
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_ends_no_earlier_than_it_begins() {
        let period = Period::new(2021, 2025).unwrap();
        assert_eq!((period.from(), period.to()), (2021, 2025));
        assert_eq!(Period::new(2025, 2021), None);
        assert_eq!(Period::new(2021, 9999), None);
        assert_eq!(Period::of_months(2025, 11, 1), None);
        assert_eq!(Period::of_months(2025, 1, 13), None);
    }

    #[test]
    fn a_period_is_read_as_it_is_displayed() {
        for text in [
            "2025",
            "2021/2025",
            "2025-12",
            "2025-01/2025-11",
            "2024-07/2025-06",
        ] {
            let period = Period::parse(text).unwrap();
            assert_eq!(period.to_string(), text);
        }
        for wrong in ["", "25", "2025/2021", "2025-13", "2025/2025-06", "2025-1/"] {
            assert_eq!(Period::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn every_period_is_read_as_it_is_displayed() {
        let moments = || {
            let years = [YEARS.start, 1999, 2000, 2025, 2026, YEARS.end - 1];
            let months = || std::iter::once(None).chain(MONTHS.map(Some));
            years
                .into_iter()
                .flat_map(move |year| months().map(move |month| Moment { year, month }))
        };
        let ends = moments().flat_map(|from| moments().map(move |to| (from, to)));
        let periods = ends.filter_map(|(from, to)| Period::between(from, to));
        let mut count = 0;
        for period in periods {
            let text = period.to_string();
            assert_eq!(Period::parse(&text), Some(period), "{text}");
            count += 1;
        }
        assert!(count > 2_000, "{count}");
        for wrong in ["+2025", "2025-+1", "2025/-1", "2025-01-02", " 2025"] {
            assert_eq!(Period::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_year_by_its_months_is_the_year() {
        assert_eq!(Period::of_months(2025, 1, 12), Period::of_year(2025));
        assert_eq!(Period::parse("2024-01/2025-12"), Period::new(2024, 2025));
    }

    #[test]
    fn only_a_span_of_months_is_a_part_of_a_year() {
        let of = |text| {
            let period = Period::parse(text).unwrap();
            (period.year(), period.is_of_months())
        };
        assert_eq!(of("2025"), (Some(2025), false));
        assert_eq!(of("2025-12"), (Some(2025), false));
        assert_eq!(of("2025-01/2025-11"), (Some(2025), true));
        assert_eq!(of("2021/2025"), (None, false));
    }

    #[test]
    fn days_that_do_not_exist_are_no_dates() {
        assert!(Date::parse("2022-01-06").is_some());
        assert!(Date::parse("2024-02-29").is_some());
        for wrong in [
            "2022-02-29",
            "2022-13-01",
            "2022-1-6",
            "2022/01/06",
            "",
            "1900-02-29",
        ] {
            assert!(Date::parse(wrong).is_none(), "{wrong}");
        }
    }
}
