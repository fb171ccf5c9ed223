//! The readers of times: what each rule of `time_rules` reads at a place of a text. Knows nothing of their order.

use std::cell::OnceCell;

use super::chars::is_digit;
use super::mark::{Mark, Pair};
use super::numeral::{is_numeral, number};
use super::year::{digit, is_year_mark};
use crate::calendar::{MONTHS, Year, named_year};
use crate::lexicon::{Firsts, List};

use super::limits;
use super::time::{Clock, Time};

static MONTH_MARK: List = List::new("month-mark");
static SPAN_MARK: List = List::new("range");
/// Before a year: what it is compared with, no time of its own.
static BASE: List = List::new("compared-year");
/// After a year, with 在 before it: 在2021年基础上.
static BASE_BEHIND: List = List::new("base-behind");
/// 的 between a year and how many times as large as then something is: 是2020年的3.2倍.
static OF_YEAR: List = List::new("of-base");
static MULTIPLE: List = List::new("times-unit");
static FROM: List = List::new("from-year");
static BY: List = List::new("by-year");
static SINCE: List = List::new("since-behind");
static YEAR_END: List = List::new("year-end");
static END_OF_YEAR: List = List::new("end-of-year");
static NO_TIME_BEHIND: List = List::new("no-time-behind");
static DEADLINE: List = List::new("deadline-behind");
static PART_OF_YEAR: List<(u8, u8)> = List::of("months-of-year", months);
static FIRST_MONTHS: List = List::new("first-months");
static MONTHS_BEHIND: List = List::new("months-behind");
static RELATIVE: List<i32> = List::of("relative-year", |value| value.parse().ok());
static TOLD_YEAR: List = List::new("told-year");
static PAST: List = List::new("past-years");
static COMING: List = List::new("coming-years");
static YEARS_BEHIND: List = List::new("years-behind");
static PLAN: List<Year> = List::of("plan-years", |value| value.parse().ok());
static PLAN_BEHIND: List = List::new("plan-behind");
static PLAN_END: List = List::new("plan-end");
static UNTOLD: List = List::new("untold-since");

/// What a time that does not begin with a number begins with: the words of these lists, whatever they mean.
static BEGINS: Firsts = Firsts::of(&[
    &FIRST_MONTHS,
    &TOLD_YEAR,
    &PAST,
    &COMING,
    &UNTOLD,
    &END_OF_YEAR,
    &PARTS,
    &YEARS_BY_NAME,
]);
static PARTS: List = List::new("months-of-year");
static YEARS_BY_NAME: List = List::new("relative-year");

/// Years of a plan of five years, and of 这五年.
const PLAN_YEARS: Year = 5;
/// Digits of a year.
const YEAR_DIGITS: usize = 4;

fn months(value: &str) -> Option<(u8, u8)> {
    let (from, to) = value.split_once('-')?;
    Some((from.parse().ok()?, to.parse().ok()?))
}

/// A place of a text at which a time may begin.
pub(super) struct Here<'t> {
    /// The few words before it.
    pub before: &'t str,
    /// The text from there on.
    pub rest: &'t str,
    /// What words for years are read by.
    pub clock: Clock,
    /// The year that begins here, which most rules ask for; read once.
    year: OnceCell<Option<(Year, usize)>>,
}

/// What a rule reads: a time, or None for words that only look like one, and the bytes they take.
pub(super) type Read = Option<(Option<Time>, usize)>;

/// A year at the start of a text with its mark, and the bytes both took: 2025年, ２０２５ 年, 二〇二五年.
fn marked_year(text: &str) -> Option<(Year, usize)> {
    let (year, used) = bare_year(text)?;
    let rest = text.get(used..)?;
    let tail = rest.trim_start_matches(' ');
    let mark = tail.chars().next().filter(|c| is_year_mark(*c))?;
    Some((year, used + rest.len() - tail.len() + mark.len_utf8()))
}

fn bare_year(text: &str) -> Option<(Year, usize)> {
    let (mut year, mut bytes, mut count) = (0, 0, 0);
    for (c, digit) in text.chars().map_while(|c| Some((c, digit(c)?))) {
        count += 1;
        if count > YEAR_DIGITS {
            return None;
        }
        year = year * 10 + digit;
        bytes += c.len_utf8();
    }
    (count == YEAR_DIGITS).then_some(())?;
    Some((named_year(year)?, bytes))
}

impl<'t> Here<'t> {
    /// A place between the few words before it and the rest of the text.
    pub fn new(before: &'t str, rest: &'t str, clock: Clock) -> Self {
        Self {
            before,
            rest,
            clock,
            year: OnceCell::new(),
        }
    }

    /// The year with its mark that begins here, if no digit is before it.
    fn year(&self) -> Option<(Year, usize)> {
        *self.year.get_or_init(|| {
            let goes_on = self.before.ends_with(|c| digit(c).is_some());
            marked_year(self.rest).filter(|_| !goes_on)
        })
    }

    fn after(&self, used: usize) -> &'t str {
        self.rest.get(used..).unwrap_or_default()
    }
}

/// Whether a number that was read is a whole one.
fn is(whole: impl Into<f64>, number: f64) -> bool {
    (whole.into() - number).abs() < f64::EPSILON
}

/// Bytes of the first word of a list that a text begins with.
fn begins<T>(list: &List<T>, text: &str) -> Option<usize> {
    list.start(text).map(str::len)
}

pub(super) fn edition(here: &Here<'_>) -> Read {
    let (_, used) = here.year()?;
    NO_TIME_BEHIND
        .starts(here.after(used))
        .then_some((None, used))
}

pub(super) fn span_of_years(here: &Here<'_>) -> Read {
    let goes_on = here.before.ends_with(|c| digit(c).is_some());
    let (from, used) = marked_year(here.rest).or_else(|| bare_year(here.rest))?;
    let rest = here.after(used).trim_start_matches(' ');
    let tail = SPAN_MARK.strip_start(rest)?.trim_start_matches(' ');
    let (to, more) = marked_year(tail).filter(|(to, _)| *to > from && !goes_on)?;
    let used = here.rest.len() - tail.len() + more;
    Some((Some(Time::Years(from, to)), used))
}

pub(super) fn compared_with(here: &Here<'_>) -> Read {
    let (year, used) = here.year()?;
    let base = BASE.ends(here.before) || BASE_BEHIND.starts(here.after(used));
    let end = begins(&YEAR_END, here.after(used)).unwrap_or(0);
    base.then_some((Some(Time::From(year)), used + end))
}

pub(super) fn since_a_year(here: &Here<'_>) -> Read {
    let (from, used) = here.year()?;
    let since = begins(&SINCE, here.after(used))?;
    let time = match here.clock.told {
        Some(to) if to > from => Time::Years(from, to),
        Some(to) if to == from => Time::Year(to),
        _ => Time::Untold,
    };
    Some((Some(time), used + since))
}

/// 是2020年的3.2倍: what is that year's is what it is compared with.
pub(super) fn multiple_of_a_year(here: &Here<'_>) -> Read {
    let (year, used) = here.year()?;
    let of = OF_YEAR.strip_start(here.after(used))?;
    let (_, number) = number(of)?;
    let multiple = MULTIPLE.starts(of.get(number..)?);
    multiple.then_some((Some(Time::From(year)), used))
}

pub(super) fn from_a_year(here: &Here<'_>) -> Read {
    let (year, used) = here.year()?;
    FROM.ends(here.before)
        .then_some((Some(Time::From(year)), used))
}

/// A number of a month with its mark: 11月.
fn month(text: &str) -> Option<(u8, usize)> {
    let (month, used) = number(text)?;
    let mark = begins(&MONTH_MARK, text.get(used..)?)?;
    let month = MONTHS.into_iter().find(|known| is(*known, month))?;
    Some((month, used + mark))
}

pub(super) fn month_of_a_year(here: &Here<'_>) -> Read {
    let (year, used) = here.year()?;
    let rest = here.after(used);
    if let Some((from, to, more)) = month_span(rest) {
        return Some((Some(Time::Months(year, from, to)), used + more));
    }
    let (month, more) = month(rest)?;
    let used = used + more;
    let end = begins(&YEAR_END, here.after(used)).unwrap_or(0);
    if DEADLINE.starts(here.after(used + end)) {
        return Some((Some(Time::By(year)), used + end));
    }
    let time = if BY.ends(here.before) || end > 0 {
        Time::At(year, month)
    } else {
        Time::Months(year, month, month)
    };
    Some((Some(time), used + end))
}

pub(super) fn part_of_a_year(here: &Here<'_>) -> Read {
    let (year, used) = here.year()?;
    part_of_year(here, Some(year), used)
}

pub(super) fn part_of_year(here: &Here<'_>, year: Option<Year>, used: usize) -> Read {
    let (word, (from, to)) = PART_OF_YEAR.opening(here.after(used))?;
    let used = used + word.len();
    // 二季度末前
    let end = begins(&YEAR_END, here.after(used)).unwrap_or(0);
    if DEADLINE.starts(here.after(used + end)) {
        return Some((None, used + end));
    }
    Some((year.map(|year| Time::Months(year, *from, *to)), used))
}

pub(super) fn by_a_year(here: &Here<'_>) -> Read {
    let (year, used) = here.year()?;
    let end = begins(&YEAR_END, here.after(used));
    let by = BY.ends(here.before) || end.is_some() || DEADLINE.starts(here.after(used));
    by.then_some((Some(Time::By(year)), used + end.unwrap_or(0)))
}

/// 年底前, 到年底: of the year that the section speaks of, else of the one in which it is said.
pub(super) fn end_of_the_year(here: &Here<'_>) -> Read {
    let used = begins(&END_OF_YEAR, here.rest)?;
    let by = BY.ends(here.before) || DEADLINE.starts(here.after(used));
    let counted = here.before.ends_with(|c| is_numeral(c) || is_digit(c));
    let Clock { told, now } = here.clock;
    // Which year of a plan of several ends then, nobody says.
    let later = told.zip(now).is_some_and(|(told, now)| told > now);
    let year = told.or(now).filter(|_| !later);
    (by && !counted).then_some((year.map(Time::By), used))
}

pub(super) fn year(here: &Here<'_>) -> Read {
    let (year, used) = here.year()?;
    Some((Some(Time::Year(year)), used))
}

/// 1—11月: the first and the last month, and the bytes they took.
fn month_span(text: &str) -> Option<(u8, u8, usize)> {
    let (from, used) = number(text).and_then(|(from, used)| {
        let from = MONTHS.into_iter().find(|known| is(*known, from))?;
        let mark = begins(&MONTH_MARK, text.get(used..)?).unwrap_or(0);
        Some((from, used + mark))
    })?;
    let rest = text.get(used..)?;
    let tail = SPAN_MARK.strip_start(rest)?;
    let (to, more) = month(tail)?;
    (from < to).then_some((from, to, text.len() - tail.len() + more))
}

pub(super) fn span_of_months(here: &Here<'_>) -> Read {
    let goes_on = here.before.ends_with(is_digit);
    let (from, to, used) = month_span(here.rest).filter(|_| !goes_on)?;
    let time = here.clock.told.map(|year| Time::Months(year, from, to));
    Some((time, used))
}

pub(super) fn first_months(here: &Here<'_>) -> Read {
    let rest = FIRST_MONTHS.strip_start(here.rest)?;
    let (months, used) = number(rest)?;
    let behind = begins(&MONTHS_BEHIND, rest.get(used..)?)?;
    let to = MONTHS.into_iter().find(|known| is(*known, months))?;
    let time = here.clock.told.map(|year| Time::Months(year, 1, to));
    Some((time, here.rest.len() - rest.len() + used + behind))
}

pub(super) fn as_of_a_month(here: &Here<'_>) -> Read {
    let goes_on = here.before.ends_with(is_digit);
    let (month, used) = month(here.rest).filter(|_| BY.ends(here.before) && !goes_on)?;
    let end = begins(&YEAR_END, here.after(used)).unwrap_or(0);
    if DEADLINE.starts(here.after(used + end)) {
        return Some((None, used + end));
    }
    let time = here.clock.told.map(|year| Time::At(year, month));
    Some((time, used + end))
}

pub(super) fn relative(here: &Here<'_>) -> Read {
    let (word, offset) = RELATIVE.opening(here.rest)?;
    let used = word.len();
    if BASE.ends(here.before) || NO_TIME_BEHIND.starts(here.after(used)) {
        return Some((None, used));
    }
    let year = here
        .clock
        .now
        .and_then(|now| named_year(i32::from(now) + offset));
    if let Some(part) = part_of_year(here, year, used) {
        return Some(part);
    }
    if SINCE.starts(here.after(used)) {
        // 今年以来 runs to a day that is not told; 去年以来 too, but where that year is reported on.
        let told = year.filter(|year| *offset == 0 || here.clock.told == Some(*year));
        return Some((Some(told.map_or(Time::Untold, Time::Year)), used));
    }
    Some((Some(year.map_or(Time::Untold, Time::Year)), used))
}

pub(super) fn told_year(here: &Here<'_>) -> Read {
    let used = begins(&TOLD_YEAR, here.rest)?;
    let base = BASE.ends(here.before);
    let time = here.clock.told.filter(|_| !base).map(Time::Year);
    Some((time, used))
}

pub(super) fn plan(here: &Here<'_>) -> Read {
    let quotes = |c: char| {
        Mark::of(c)
            .is_some_and(|mark| matches!(mark, Mark::Open(Pair::Quote) | Mark::Close(Pair::Quote)))
    };
    let (word, first) = PLAN.opening(here.rest)?;
    let close = here.after(word.len()).trim_start_matches(quotes);
    let used = here.rest.len() - close.len();
    let last = first + PLAN_YEARS - 1;
    let behind = begins(&PLAN_END, close).map(|end| (Time::By(last), end));
    let behind = behind.or_else(|| {
        let span = begins(&PLAN_BEHIND, close)?;
        Some((Time::Years(*first, last), span))
    });
    let (time, more) = behind?;
    let base = BASE.ends(here.before.trim_end_matches(quotes));
    let time = if base { Time::From(last) } else { time };
    Some((Some(time), used + more))
}

/// A number of years: 五年, 5年.
fn count_of_years(text: &str) -> Option<(Year, usize)> {
    let (count, used) = number(text)?;
    let mark = text
        .get(used..)?
        .chars()
        .next()
        .filter(|c| is_year_mark(*c))?;
    let count = (2..=limits::YEARS_TOLD.get()).find(|known| is(*known, count))?;
    Some((count, used + mark.len_utf8()))
}

pub(super) fn past_years(here: &Here<'_>) -> Read {
    let word = begins(&PAST, here.rest).unwrap_or(0);
    let (count, used) = count_of_years(here.after(word))?;
    let used = word + used;
    let behind = begins(&YEARS_BEHIND, here.after(used));
    if word == 0 && behind.is_none() {
        return None;
    }
    let time = match here.clock.told {
        Some(last) => Time::Years(last + 1 - count, last),
        None => Time::Untold,
    };
    Some((Some(time), used + behind.unwrap_or(0)))
}

pub(super) fn coming_years(here: &Here<'_>) -> Read {
    let word = begins(&COMING, here.rest)?;
    let (count, used) = count_of_years(here.after(word))?;
    let time = match here.clock.now {
        Some(now) => Time::Years(now, now + count - 1),
        None => Time::Untold,
    };
    Some((Some(time), word + used))
}

pub(super) fn untold(here: &Here<'_>) -> Read {
    let used = begins(&UNTOLD, here.rest)?;
    Some((Some(Time::Untold), used))
}

/// Whether a time may begin with a character: asked of every character of a text.
pub(super) fn may_begin(c: char) -> bool {
    digit(c).is_some() || is_numeral(c) || BEGINS.has(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_time_means_something() {
        assert_eq!(PART_OF_YEAR.left_out(), [""; 0]);
        assert_eq!(RELATIVE.left_out(), [""; 0]);
        assert_eq!(PLAN.left_out(), [""; 0]);
        assert!(PLAN.words().all(|word| word.starts_with(is_numeral)));
    }
}
