//! Days as documents write them.

use crate::calendar::{Date, document_year};

use crate::text::chars::letters;

/// The day that some words name; they may say more.
pub fn date(text: &str) -> Option<Date> {
    let western: String = text
        .chars()
        .map(|c| match c {
            '年' | '月' | '/' | '.' => '-',
            '日' => ' ',
            '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '〇' | '○' | '零' => '0',
            c => c,
        })
        .collect();
    let western = plain_numerals(&western);
    let mut numbers: Vec<(usize, u32, bool)> = Vec::new();
    let mut number: Option<(u32, usize)> = None;
    let mut joined = false;
    for c in western.chars().chain(['x']) {
        match (c.to_digit(10), number) {
            (Some(digit), Some((value, length))) => {
                number = Some((value.saturating_mul(10).saturating_add(digit), length + 1));
            }
            (Some(digit), None) => number = Some((digit, 1)),
            (None, Some((value, length))) => {
                numbers.push((length, value, joined));
                number = None;
                joined = c == '-';
            }
            (None, None) => joined = joined && c.is_whitespace(),
        }
    }
    numbers.windows(3).find_map(|window| {
        let [(4, year, _), (_, month, true), (_, day, true)] = window else {
            return None;
        };
        (document_year(*year).is_some() && (1..=12).contains(month) && (1..=31).contains(day))
            .then(|| Date::parse(&format!("{year:04}-{month:02}-{day:02}")))?
    })
}

/// Chinese numerals of a date as digits: 二○一九-一-二十四.
fn plain_numerals(text: &str) -> String {
    let digit = |c: char| {
        "一二三四五六七八九"
            .chars()
            .position(|d| d == c)
            .map(|at| at + 1)
    };
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    for (at, c) in chars.iter().enumerate() {
        let before = at
            .checked_sub(1)
            .and_then(|at| chars.get(at))
            .is_some_and(|c| digit(*c).is_some());
        let behind = chars.get(at + 1).is_some_and(|c| digit(*c).is_some());
        match (digit(*c), *c) {
            (Some(digit), _) => out.push_str(&digit.to_string()),
            (None, '十') => out.push_str(match (before, behind) {
                (true, true) => "",
                (true, false) => "0",
                (false, true) => "1",
                (false, false) => "10",
            }),
            (None, c) => out.push(c),
        }
    }
    out
}

/// Whether a line is a date and little else.
pub fn is_date(text: &str) -> bool {
    if text.len() > 200 {
        return false;
    }
    let words = letters(text);
    let rest = words
        .chars()
        .filter(|c| {
            !c.is_ascii_digit()
                && !"年月日时分秒〇○一二三四五六七八九十发布时间日期更新成文印发".contains(*c)
        })
        .count();
    date(text).is_some() && rest <= 4
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
        ] {
            assert_eq!(date(text), Date::parse(day), "{text}");
        }
        for text in ["2021年", "12345", "9月26日至27日", "2021-13-01"] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
