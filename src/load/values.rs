//! Values that stand for a choice, a year or a span of time, as a file writes them.

use crate::calendar::{Period, YEARS, Year};

/// A year; None for what no text names as one.
pub fn year(text: &str) -> Option<Year> {
    let number = year_number(text).parse().ok();
    number.filter(|year| YEARS.contains(year))
}

/// A span of years.
pub fn period(text: &str) -> Option<Period> {
    let (from, to) = years_of_period(text)?;
    Period::new(from.parse().ok()?, to.parse().ok()?)
}

/// A year as written, without the word for it.
fn year_number(text: &str) -> &str {
    text.strip_suffix('年').unwrap_or(text)
}

/// The years of a span as written: 2021/2025, 2021-2025, 2021—2025年, 2021至2025年. None if they are not two.
fn years_of_period(text: &str) -> Option<(&str, &str)> {
    let marks = ['/', '-', '–', '—', '－', '~', '～', '至'];
    let (from, to) = text.split_once(marks)?;
    // A long dash is two characters.
    let to = to.trim_start_matches(marks);
    Some((year_number(from.trim()), year_number(to.trim())))
}

/// A value that is yes or no.
pub fn flag(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" | "是" => Some(true),
        "false" | "False" | "FALSE" | "否" => Some(false),
        _ => None,
    }
}

/// The code of a value that says which span a figure counts.
pub fn basis(text: &str) -> Option<String> {
    let code = match text {
        "cumulative" | "累计" => "cumulative",
        "period" | "当期" => "period",
        "point" | "时点" => "point",
        _ => return None,
    };
    Some(code.to_owned())
}
