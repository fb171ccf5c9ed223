//! Days as documents write them. Knows nothing of where in a document a day may be written.

use crate::calendar::{Date, Year, named_year};
use crate::lexicon::List;

use super::chars::letters;
use super::limits;
use super::year::digit;

/// What is written for the marks of a date, so that 2022年1月6日 reads like 2022-1-6.
static MARKS: List<char> = List::of("date-mark", western_mark);
/// 十.
static TEN: List = List::new("ten-of-date");
/// Words whose characters may be part of a line that is nothing but a date.
static IN_DATE: List = List::new("in-date");
/// 元月, the first month.
static FIRST_MONTH: List = List::new("first-month");
/// Whether a line ends like a month.
static MONTH: List = List::new("month-mark");

fn western_mark(value: &str) -> Option<char> {
    match value {
        "between" => Some('-'),
        "after" => Some(' '),
        _ => None,
    }
}

/// The first day that a text names; the text may say more.
pub fn date(text: &str) -> Option<Date> {
    let western = FIRST_MONTH
        .words()
        .fold(text.to_owned(), |text, word| text.replace(word, "1-"));
    let western = with_zeros(&western)
        .into_iter()
        .map(western_char)
        .collect::<Vec<char>>();
    let western = plain_numerals(&western);
    let numbers = numbers(&western);
    numbers.windows(3).find_map(|window| {
        let [year, month, day] = window else {
            return None;
        };
        let shaped = year.digits == 4 && month.joined && day.joined;
        let (year, month, day) = (year.value, month.value, day.value);
        // A day that does not exist is none: `Date` knows how many days a month has.
        named_year(year).filter(|_| shaped)?;
        Date::parse(&format!("{year:04}-{month:02}-{day:02}"))
    })
}

/// The letter O between Chinese digits as the zero that it stands for: 二O二二.
fn with_zeros(text: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::new();
    for c in text.chars() {
        let after_digit = out
            .last()
            .is_some_and(|before| !before.is_ascii() && digit(*before).is_some());
        let zero = matches!(c, 'O' | 'o' | 'Ｏ' | '◯') && after_digit;
        out.push(if zero { '０' } else { c });
    }
    out
}

/// A character of a date as it is in 2022-1-6; Chinese digits other than zero stay.
fn western_char(c: char) -> char {
    if let Some(mark) = MARKS.meaning_of_char(c) {
        return *mark;
    }
    match (c, digit(c)) {
        ('/' | '.', _) => '-',
        ('０'..='９', Some(digit)) => char::from_digit(digit, 10).unwrap_or(c),
        (c, Some(0)) if !c.is_ascii() => '0',
        (c, _) => c,
    }
}

/// A run of digits.
struct Number {
    digits: usize,
    value: u32,
    /// Whether only a hyphen and white space part it from the number before.
    joined: bool,
}

fn numbers(western: &str) -> Vec<Number> {
    let mut numbers: Vec<Number> = Vec::new();
    let mut in_number = false;
    // Hyphens since the last number, and whether only white space is with them.
    let (mut hyphens, mut bare) = (0, false);
    for c in western.chars() {
        if let Some(digit) = c.to_digit(10) {
            if !in_number {
                numbers.push(Number {
                    digits: 0,
                    value: 0,
                    joined: bare && hyphens == 1,
                });
            }
            if let Some(number) = numbers.last_mut() {
                number.value = number.value.saturating_mul(10).saturating_add(digit);
                number.digits += 1;
            }
            (in_number, hyphens, bare) = (true, 0, true);
        } else {
            in_number = false;
            hyphens += usize::from(c == '-');
            bare &= c == '-' || c.is_whitespace();
        }
    }
    numbers
}

/// Chinese numerals of a date as digits: 2019-一-二十四 is 2019-1-24.
fn plain_numerals(chars: &[char]) -> String {
    let chinese = |c: char| digit(c).filter(|_| !c.is_ascii());
    let mut out = String::new();
    for (at, c) in chars.iter().enumerate() {
        let is_digit = |at: Option<usize>| {
            let c = at.and_then(|at| chars.get(at));
            c.is_some_and(|c| chinese(*c).is_some())
        };
        if let Some(digit) = chinese(*c) {
            out.push_str(&digit.to_string());
        } else if TEN.has_char(*c) {
            out.push_str(
                match (is_digit(at.checked_sub(1)), is_digit(at.checked_add(1))) {
                    (true, true) => "",
                    (true, false) => "0",
                    (false, true) => "1",
                    (false, false) => "10",
                },
            );
        } else {
            out.push(*c);
        }
    }
    out
}

/// Whether a line is a date and little else.
pub fn is_date(line: &str) -> bool {
    if line.len() > limits::DATE_LINE.get() {
        return false;
    }
    let words = letters(line);
    let others = words
        .chars()
        .filter(|c| digit(*c).is_none() && !IN_DATE.holds_char(*c))
        .count();
    date(line).is_some() && others <= 3
}

/// Year and month of a line that is nothing but a month, in brackets or not: 2021年12月, （2021年12月）.
pub fn month(line: &str) -> Option<(Year, u8)> {
    if line.len() > limits::DATE_LINE.get() {
        return None;
    }
    let words = letters(line);
    let plain = |c: char| digit(c).is_some() || IN_DATE.holds_char(c) || TEN.has_char(c);
    if !MONTH.ends(&words) || !words.chars().all(plain) {
        return None;
    }
    // Its first day tells whether there is such a month.
    date(&format!("{words}1")).map(|first| (first.year(), first.month()))
}

/// Whether a text ends with the mark of a month: 2021年12月.
pub fn ends_with_month(text: &str) -> bool {
    MONTH.ends(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_all_their_forms() {
        for (text, day) in [
            ("2021-01-11", "2021-01-11"),
            ("2018年2月26日", "2018-02-26"),
            ("发布时间:2021-04-01 18:43", "2021-04-01"),
            ("二○一九年一月二十四日", "2019-01-24"),
            ("2026/1/28", "2026-01-28"),
            ("２０１０年１２月１０日", "2010-12-10"),
            ("2019 年 3 月 8 日", "2019-03-08"),
            ("二零一九年元月八日", "2019-01-08"),
            ("二O一九年十月八日", "2019-10-08"),
        ] {
            assert_eq!(date(text), Date::parse(day), "{text}");
        }
        for text in [
            "2021年",
            "12345",
            "9月26日至27日",
            "2021-13-01",
            "2021--01-02",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn a_line_is_a_date_if_it_says_little_else() {
        for line in [
            "2021-01-11",
            "发布时间：2021年1月11日 18时43分",
            "二○一九年一月二十四日印发",
        ] {
            assert!(is_date(line), "{line}");
        }
        for line in [
            "2021年1月",
            "会议于2021年1月11日召开",
            "二零一九年一月二十四日在市政府",
        ] {
            assert!(!is_date(line), "{line}");
        }
        assert!(ends_with_month("2021年12月") && !ends_with_month("2021年"));
        for line in ["2021年12月", "（2021年12月）", "二〇二一年十二月"] {
            assert_eq!(month(line), Some((2021, 12)), "{line}");
        }
        for line in [
            "2021年13月",
            "12月",
            "2021年12月1日",
            "2021年12月起",
            "2021年1—12月",
        ] {
            assert_eq!(month(line), None, "{line}");
        }
    }

    #[test]
    fn every_mark_of_a_date_means_something() {
        assert_eq!(MARKS.left_out(), Vec::<&str>::new());
    }
}
