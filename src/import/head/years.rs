//! Which year a document reports and which it plans, by its title and its date. Knows nothing of its text.

use super::data::Head;
use super::limits;
use crate::calendar::{Date, Year};
use crate::lexicon::List;
use crate::text::year;

/// Titles with such words name the year of the document.
static YEAR_OF_TITLE: List = List::new("year-of-title");
static PART_OF_YEAR: List = List::new("part-of-year");
static OF_ONE_YEAR: List = List::new("of-one-year");
static REPORTS_ITS_YEAR: List = List::new("reports-its-year");
static PLANS_ITS_YEAR: List = List::new("plans-its-year");

/// The year that is reported and the year that is planned, as far as title and date tell.
pub fn years(head: &Head) -> (Option<Year>, Option<Year>) {
    let all = year::years(&head.title);
    let named = all.first().copied();
    let of_date = head.date.map(Date::year);
    let title = head.title.as_str();
    if let (Some(first), Some(last)) = (all.iter().min(), all.iter().max())
        && first != last
        && last - first == 1
    {
        return (Some(*first), Some(*last));
    }
    // A year in another title may be that of anything; the date is better.
    if let Some(year) = named.filter(|_| YEAR_OF_TITLE.is_in(title) || of_date.is_none()) {
        if PART_OF_YEAR.is_in(title) {
            return (Some(year), Some(year));
        }
        let reports = OF_ONE_YEAR.is_in(title) || REPORTS_ITS_YEAR.is_in(title);
        return if reports && !PLANS_ITS_YEAR.is_in(title) {
            (Some(year), Some(year + 1))
        } else {
            (Some(year - 1), Some(year))
        };
    }
    // What is written at the end of a year is about that year.
    let late = head
        .date
        .is_some_and(|date| date.month() >= limits::LATE_MONTH.get());
    match of_date {
        Some(year) if late => (Some(year), Some(year + 1)),
        Some(year) => (Some(year - 1), Some(year)),
        None => (None, None),
    }
}
