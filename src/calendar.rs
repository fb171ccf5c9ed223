//! Years and days, whoever prints them: the Gregorian calendar and the years that documents may name.
//!
//! Knows no words of any language: what is printed is read by `text`.

use std::fmt;
use std::ops::Range;

/// A calendar year.
pub type Year = u16;

/// Years that a bulletin, a text or an order of the user may name. Four digits beyond them are a number.
pub const YEARS: Range<Year> = 1900..2200;

/// The year that a number of a text is; None for what no text names as one.
pub fn named_year(number: impl TryInto<Year>) -> Option<Year> {
    let year = number.try_into().ok();
    year.filter(|year| YEARS.contains(year))
}

/// A span of years, the first and the last in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    from: Year,
    to: Year,
}

impl Period {
    /// The years from one to another. None if the last comes before the first, or no text names one of them.
    pub fn new(from: Year, to: Year) -> Option<Self> {
        let named = YEARS.contains(&from) && YEARS.contains(&to);
        (named && from <= to).then_some(Self { from, to })
    }

    /// Its first year.
    pub fn from(self) -> Year {
        self.from
    }

    /// Its last year.
    pub fn to(self) -> Year {
        self.to
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.from, self.to)
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
        assert_eq!(period.to_string(), "2021/2025");
        assert_eq!(Period::new(2025, 2021), None);
        assert_eq!(Period::new(2021, 9999), None);
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
