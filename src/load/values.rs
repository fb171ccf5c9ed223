//! Values that stand for a choice, a year or a span of time, as a file writes them.

use crate::calendar::{Period, Year, named_year};
use crate::figures::Basis;

/// A year; None for what no text names as one.
pub fn year(text: &str) -> Option<Year> {
    named_year(number(text.strip_suffix('年').unwrap_or(text))?)
}

/// A span of years: 2021/2025, 2021-2025, 2021—2025年, 2021至2025年.
pub fn years(text: &str) -> Option<Period> {
    let (from, to) = ends(text)?;
    Period::new(year(from)?, year(to)?)
}

/// A span of time: of years, or one (2025年); of months, or one: 2025-01/2025-11, 2025年1—11月, 2025-12, 2025年12月.
pub fn period(text: &str) -> Option<Period> {
    let written = |year: Year, month: Option<u32>| match month {
        Some(month) => format!("{year}-{month:02}"),
        None => year.to_string(),
    };
    let one = moment(text).and_then(|(year, month)| Period::parse(&written(year, month)));
    one.or_else(|| {
        let (from, to) = ends(text)?;
        let (year, month) = moment(from)?;
        let to = moment(to).or_else(|| Some((year, Some(number(month_of(to))?))))?;
        let parts = [written(year, month), written(to.0, to.1)];
        Period::parse(&parts.join("/"))
    })
}

/// A year, or a month of one: 2025, 2025年, 2025-11, 2025年11月.
fn moment(text: &str) -> Option<(Year, Option<u32>)> {
    let (written, month) = text.split_once(['-', '年']).unwrap_or((text, ""));
    let month = match month {
        "" => None,
        month => Some(number(month_of(month))?),
    };
    Some((year(written)?, month))
}

/// A month as written, without the word for it.
fn month_of(text: &str) -> &str {
    text.strip_suffix('月').unwrap_or(text)
}

/// A number in ASCII digits.
fn number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

/// The two ends of a span as written. A hyphen parts them only where no other mark does: 2025-01/2025-11.
fn ends(text: &str) -> Option<(&str, &str)> {
    let marks = ['/', '–', '—', '－', '~', '～', '至'];
    let (from, to) = text.split_once(marks).or_else(|| text.split_once('-'))?;
    // A long dash is two characters.
    Some((from.trim(), to.trim_start_matches(marks).trim()))
}

/// A value that is yes or no.
pub fn flag(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" | "是" => Some(true),
        "false" | "False" | "FALSE" | "否" => Some(false),
        _ => None,
    }
}

/// What a figure counts of its time.
pub fn basis(text: &str) -> Option<Basis> {
    match text {
        "cumulative" | "累计" => Some(Basis::Cumulative),
        "period" | "当期" => Some(Basis::Period),
        "point" | "时点" => Some(Basis::Point),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_however_it_is_written() {
        for (written, shown) in [
            ("2021/2025", "2021/2025"),
            ("2021-2025", "2021/2025"),
            ("2021—2025年", "2021/2025"),
            ("2021——2025年", "2021/2025"),
            ("2021年至2025年", "2021/2025"),
            ("2021～2025", "2021/2025"),
            ("2025-01/2025-11", "2025-01/2025-11"),
            ("2025年1—11月", "2025-01/2025-11"),
            ("2025年1月至11月", "2025-01/2025-11"),
            ("2024-07/2025-06", "2024-07/2025-06"),
            ("2025-12", "2025-12"),
            ("2025-1", "2025-01"),
            ("2025年12月", "2025-12"),
            ("2025", "2025"),
            ("2025年", "2025"),
            ("2025-01/2025-12", "2025"),
        ] {
            let read = period(written).map(|period| period.to_string());
            assert_eq!(read.as_deref(), Some(shown), "{written}");
        }
        for wrong in [
            "",
            "五年",
            "2025/2021",
            "2025-13",
            "2021-25",
            "2025/2025-06",
            "+2025",
            "2025年11月底",
            "2025-01-31",
            "/",
        ] {
            assert_eq!(period(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn every_period_is_read_as_it_is_displayed() {
        for text in ["2025", "1900/2199", "2025-09", "2025-01/2025-02"] {
            assert_eq!(period(text), Period::parse(text), "{text}");
            assert_eq!(
                period(text).map(|period| period.to_string()).as_deref(),
                Some(text)
            );
        }
    }

    #[test]
    fn a_section_has_whole_years() {
        assert_eq!(years("2021—2025年"), Period::new(2021, 2025));
        for wrong in ["2025", "2025-11", "2025-01/2025-11"] {
            assert_eq!(years(wrong), None, "{wrong}");
        }
    }
}
