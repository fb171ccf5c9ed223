//! The time a figure speaks of: its year, or the day it is of.
//!
//! Looks only at the words before a value. Where they do not say, there is no year and no day.

use crate::calendar::{YEARS, Year};
use crate::lexicon::List;
use crate::text::mark::{End, Mark};

use super::limits;

static YEAR_MARK: List = List::new("year-mark");
static SINCE_YEAR: List = List::new("since-year");
/// Words before a year that is a base of comparison, or an end of a span.
static BASE_YEAR: List = List::new("base-year");
static FROM_YEAR: List = List::new("from-year");
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

/// The year after 从 or 由 before a value: 由2020年的85%.
pub fn base_year(before: &str) -> Option<Year> {
    let froms = FROM_YEAR
        .words()
        .filter_map(|word| Some(before.rfind(word)? + word.len()));
    let tail = before.get(froms.max()?..)?;
    let (digits, _) = tail.split_once(YEAR_MARK.words().next()?)?;
    calendar_year(digits)
}

fn calendar_year(digits: &str) -> Option<Year> {
    let year = digits.parse().ok();
    year.filter(|year| YEARS.contains(year))
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
