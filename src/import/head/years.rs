//! Which year a document reports and which it plans, by its title and its date, and by how its text begins. Knows
//! nothing of sections.

use super::data::Head;
use super::limits;
use crate::calendar::{Date, Year};
use crate::import::line::Line;
use crate::lexicon::List;
use crate::text::label;
use crate::text::year;

/// Titles with such words name the year of the document.
static YEAR_OF_TITLE: List = List::new("year-of-title");
static PART_OF_YEAR: List = List::new("part-of-year");
static OF_ONE_YEAR: List = List::new("of-one-year");
static REPORTS_ITS_YEAR: List = List::new("reports-its-year");
static PLANS_ITS_YEAR: List = List::new("plans-its-year");

/// With such words a text says that it reports the year that is not over.
static SO_FAR: List = List::new("so-far-start");

/// The year that a document both reports and plans, written in the middle of it: 今年以来，…. Its title names none.
pub fn year_so_far(head: &Head, text: &[Line]) -> Option<Year> {
    let middle = limits::SO_FAR_MONTH.get()..limits::LATE_MONTH.get();
    let date = head.date.filter(|date| middle.contains(&date.month()))?;
    if !year::years(&head.title).is_empty() {
        return None;
    }
    let says = |line: &Line| {
        let bytes = label::read(&line.text, None).map_or(0, |label| label.bytes);
        SO_FAR.starts(line.text.get(bytes..).unwrap_or_default().trim_start())
    };
    let mut first = text.iter().take(limits::SO_FAR_LINES.get());
    first.any(says).then(|| date.year())
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_the_middle_of_a_year_reports_that_year() {
        let so_far = |title: &str, month: u8, line: &str| {
            let head = Head {
                title: title.to_owned(),
                date: Date::parse(&format!("2031-{month:02}-05")),
                ..Head::default()
            };
            let line = Line {
                text: line.to_owned(),
                ..Line::default()
            };
            year_so_far(&head, &[line])
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
