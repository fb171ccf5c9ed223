//! Damage that is reported and never repaired: the traces of lossy conversions and broken copies.

use std::collections::HashSet;

use super::limits;
use crate::import::doubt::{Doubt, Doubted};
use crate::import::line::Line;
use crate::lexicon::List;

/// Characters that are shown on either side of damage.
const AROUND: usize = 6;

/// What looks damaged in the lines of a text.
pub fn look(lines: &[Line], doubts: &mut Vec<Doubt>) {
    static CONVERTED: List<&str> = List::of("converted", Some);
    static WRONG_ENCODING: List = List::new("wrong-encoding");
    let words_of = |line: &Line| -> Vec<(&str, &str)> {
        let known = CONVERTED.get().iter();
        let known = known.filter(|(word, _)| line.text.contains(word));
        known.copied().collect()
    };
    let converted: Vec<(&Line, Vec<(&str, &str)>)> =
        lines.iter().map(|line| (line, words_of(line))).collect();
    let kinds: HashSet<&str> = converted
        .iter()
        .flat_map(|(_, words)| words.iter().map(|(word, _)| *word))
        .collect();
    if kinds.len() >= 3 {
        for (line, words) in converted.iter().filter(|(_, words)| !words.is_empty()) {
            let told = words.iter().map(|(word, was)| format!("{word}（{was}？）"));
            let told = told.collect::<Vec<_>>().join("、");
            doubts.push(Doubt::at(line.number, Doubted::Converted(told)));
        }
    }
    for line in lines {
        for place in odd_years(&line.text) {
            doubts.push(Doubt::at(line.number, Doubted::Damaged(place)));
        }
        if let Some(at) = reference(&line.text) {
            let place = around(&line.text, at, AROUND);
            doubts.push(Doubt::at(line.number, Doubted::Mixed(place)));
        }
        let replaced = line.text.matches('\u{fffd}').count();
        if replaced > 0 {
            let place = around(&line.text, line.text.find('\u{fffd}').unwrap_or(0), AROUND);
            doubts.push(Doubt::at(line.number, Doubted::Damaged(place)));
        }
        for sign in WRONG_ENCODING.words() {
            if let Some(at) = line.text.find(sign) {
                let place = around(&line.text, at, AROUND);
                doubts.push(Doubt::at(line.number, Doubted::Mixed(place)));
            }
        }
    }
}

/// Places where a year comes before a word that counts or measures (前2023强, 2023亿美元), or a number is
/// glued to one (20230万个).
fn odd_years(text: &str) -> Vec<String> {
    static UNITS: List = List::new("after-odd-year");
    static SURE: List = List::new("sure-after-odd-year");
    static POINTS: List = List::new("percentage-point");
    static RANKS: List = List::new("before-odd-year");
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(at) = text
        .get(rest..)
        .and_then(|t| t.find("20"))
        .map(|at| rest + at)
    {
        let digits = text.get(at..).unwrap_or_default();
        let count = digits.bytes().take_while(u8::is_ascii_digit).count();
        rest = at + count.max(2);
        let touches = text
            .get(..at)
            .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit() || c == '.'));
        let year = digits
            .get(2..4)
            .and_then(|d| d.parse::<u32>().ok())
            .is_some_and(|d| (limits::FIRST_YEAR.get()..=limits::LAST_YEAR.get()).contains(&d));
        if touches || !year {
            continue;
        }
        let behind = digits.get(count..).unwrap_or_default();
        let before = text.get(..at).unwrap_or_default();
        let unit = UNITS.starts(behind);
        let odd = (count == 4
            && unit
            && !POINTS.starts(behind)
            && (RANKS.ends(before) || SURE.starts(behind)))
            || (count == 5 && unit && digits.starts_with("202"));
        if odd {
            found.push(around(text, at, AROUND));
        }
    }
    found
}

/// The first character reference in a text that is no page: &#29987;.
fn reference(text: &str) -> Option<usize> {
    let mut rest = 0;
    loop {
        let at = rest + text.get(rest..)?.find("&#")?;
        let number = text.get(at + 2..)?;
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 2 && number.get(digits..)?.starts_with(';') {
            return Some(at);
        }
        rest = at + 2;
    }
}

/// Some characters around a place.
fn around(text: &str, at: usize, many: usize) -> String {
    let before: Vec<char> = text
        .get(..at)
        .unwrap_or_default()
        .chars()
        .rev()
        .take(many)
        .collect();
    let behind = text.get(at..).unwrap_or_default().chars().take(many * 2);
    before.into_iter().rev().chain(behind).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<Doubted> {
        let line = Line {
            text: text.into(),
            number: 1,
            ..Line::default()
        };
        let mut doubts = Vec::new();
        look(&[line], &mut doubts);
        doubts.into_iter().map(|doubt| doubt.what).collect()
    }

    #[test]
    fn years_in_the_place_of_numbers_are_told() {
        assert_eq!(told("市值前2023强中我国占据3席,前30强中占2023席").len(), 2);
        assert_eq!(told("出口2023亿美元,新增20230万个").len(), 2);
        assert_eq!(told("2023年增长20%，到2025年达到200个").len(), 0);
    }

    #[test]
    fn words_of_a_lossy_conversion_are_told_only_together() {
        assert_eq!(told("行业开展稳中有进").len(), 0);
        let all = told("行业开展、根底设施、效劳民生");
        let told = "行业开展（行业发展？）、根底设施（基础设施？）、效劳（服务？）";
        assert_eq!(all, [Doubted::Converted(told.into())]);
    }

    #[test]
    fn replacement_characters_and_mixed_encodings_are_told() {
        assert_eq!(told("建成\u{fffd}个").len(), 1);
        assert_eq!(told("锟斤拷").len(), 1);
        assert_eq!(told("生&#29987;資料&#29987;").len(), 1);
    }
}
