//! The times that a text names. Which words name one, `time_rules` says; what is said to be then, nobody here knows.

use super::limits;
use super::time::{Clock, Named};
use super::time_read::{Here, may_begin};
use super::time_rules::read;

/// The times that a text names, in order. Years within the title of a work are part of a name.
pub fn times(text: &str, clock: Clock) -> Vec<Named> {
    let mut out = Vec::new();
    let (mut titles, mut at) = (0_usize, 0);
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        match c {
            '《' => titles += 1,
            '》' | '\n' => titles = 0,
            _ => {}
        }
        if titles > 0 || !may_begin(c) {
            at += c.len_utf8();
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let here = Here::new(near(text, at), rest, clock);
        let Some((time, used)) = read(&here).filter(|(_, used)| *used > 0) else {
            at += c.len_utf8();
            continue;
        };
        let span = at..at + used;
        at = span.end;
        out.extend(time.map(|time| Named { span, time }));
    }
    out
}

/// The few words before a place.
fn near(text: &str, at: usize) -> &str {
    let from = at.saturating_sub(limits::BEFORE_TIME.get());
    let from = (from..=at).find(|byte| text.is_char_boundary(*byte));
    text.get(from.unwrap_or(at)..at).unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::string_slice)] // tests say what they expect
mod tests {
    use super::*;
    use crate::text::time::Time;

    #[test]
    fn times_are_found_in_running_text() {
        let clock = Clock {
            told: Some(2025),
            now: Some(2026),
        };
        let told = |text: &str| -> Vec<(&'static str, Time)> {
            let text: &'static str = Box::leak(text.to_owned().into_boxed_str());
            times(text, clock)
                .into_iter()
                .map(|named| (&text[named.span], named.time))
                .collect()
        };
        assert_eq!(
            told("刚刚过去的2025年，城镇化率从2020年的53%提高到2025年的57%。"),
            [
                ("2025年", Time::Year(2025)),
                ("2020年", Time::From(2020)),
                ("2025年", Time::By(2025))
            ]
        );
        assert_eq!(told("《规划（2021—2025年）》印发"), []);
        assert_eq!(
            told("近三年，用户翻番。五年来，收入增长；十四五”期间"),
            [
                ("近三年", Time::Years(2023, 2025)),
                ("五年来", Time::Years(2021, 2025)),
                ("十四五”期间", Time::Years(2021, 2025))
            ]
        );
        assert_eq!(told("较上年增长，6月底前完成，二季度末前见效"), []);
        assert_eq!(
            told("比“十三五”时期多"),
            [("十三五”时期", Time::From(2020))]
        );
        assert_eq!(
            told("2025 年 上半年，２０２４年末"),
            [
                ("2025 年", Time::Year(2025)),
                ("上半年", Time::Months(2025, 1, 6)),
                ("２０２４年末", Time::By(2024))
            ]
        );
    }
}
