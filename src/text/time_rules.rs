//! How times are named: 2025年, 到2027年, 这五年, “十四五”时期, 1—11月.
//!
//! A table of rules, asked in order at a place where a time may begin; the first one that reads something there
//! decides. What each reads, `time_read` does. Knows nothing of the places before.

use super::time::Time;
use super::time_read::{
    Here, Read, as_of_a_month, by_a_year, coming_years, compared_with, edition, end_of_the_year,
    first_months, from_a_year, month_of_a_year, multiple_of_a_year, part_of_a_year, part_of_year,
    past_years, plan, relative, since_a_year, span_of_months, span_of_years, told_year, untold,
    year,
};

/// How times are named, with a text in which the rule decides and what it then says, and one in which it does not.
struct Rule {
    #[cfg_attr(not(test), expect(dead_code, reason = "names are for tests"))]
    name: &'static str,
    read: fn(&Here<'_>) -> Read,
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are tests"))]
    example: &'static str,
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are tests"))]
    told: Option<Time>,
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are tests"))]
    counter: &'static str,
}

/// The rules, for a section that speaks of 2025, written in 2026.
const RULES: &[Rule] = &[
    Rule {
        name: "edition",
        read: edition,
        example: "执行2021年版目录",
        told: None,
        counter: "2021年出版图书",
    },
    Rule {
        name: "span-of-years",
        read: span_of_years,
        example: "2021—2025年累计",
        told: Some(Time::Years(2021, 2025)),
        counter: "2021年11月",
    },
    Rule {
        name: "since-a-year",
        read: since_a_year,
        example: "自2021年以来",
        told: Some(Time::Years(2021, 2025)),
        counter: "从2021年的",
    },
    Rule {
        name: "compared-with",
        read: compared_with,
        example: "比2020年下降",
        told: Some(Time::From(2020)),
        counter: "到2020年下降",
    },
    Rule {
        name: "multiple-of-a-year",
        read: multiple_of_a_year,
        example: "是2020年的3.2倍",
        told: Some(Time::From(2020)),
        counter: "是2020年的3.2万人",
    },
    Rule {
        name: "from-a-year",
        read: from_a_year,
        example: "从2020年的53%",
        told: Some(Time::From(2020)),
        counter: "到2020年的53%",
    },
    Rule {
        name: "month-of-a-year",
        read: month_of_a_year,
        example: "截至2025年11月底",
        told: Some(Time::At(2025, 11)),
        counter: "截至2025年底",
    },
    Rule {
        name: "part-of-a-year",
        read: part_of_a_year,
        example: "2024年上半年",
        told: Some(Time::Months(2024, 1, 6)),
        counter: "2024年上海",
    },
    Rule {
        name: "by-a-year",
        read: by_a_year,
        example: "到2027年，",
        told: Some(Time::By(2027)),
        counter: "在2027年，",
    },
    Rule {
        name: "end-of-the-year",
        read: end_of_the_year,
        example: "年底前，",
        told: Some(Time::By(2025)),
        counter: "三年底前",
    },
    Rule {
        name: "year",
        read: year,
        example: "2024年完成",
        told: Some(Time::Year(2024)),
        counter: "1002024年完成",
    },
    Rule {
        name: "months",
        read: span_of_months,
        example: "1—11月，",
        told: Some(Time::Months(2025, 1, 11)),
        counter: "1—11个",
    },
    Rule {
        name: "first-months",
        read: first_months,
        example: "前11个月，",
        told: Some(Time::Months(2025, 1, 11)),
        counter: "前11个项目",
    },
    Rule {
        name: "part-of-the-year",
        read: |here| part_of_year(here, here.clock.told, 0),
        example: "上半年，",
        told: Some(Time::Months(2025, 1, 6)),
        counter: "上半场，",
    },
    Rule {
        name: "as-of-a-month",
        read: as_of_a_month,
        example: "截至11月底，",
        told: Some(Time::At(2025, 11)),
        counter: "11月底前，",
    },
    Rule {
        name: "year-by-name",
        read: relative,
        example: "今年粮食",
        told: Some(Time::Year(2026)),
        counter: "比今年初",
    },
    Rule {
        name: "told-year",
        read: told_year,
        example: "全年粮食",
        told: Some(Time::Year(2025)),
        counter: "比全年粮食",
    },
    Rule {
        name: "plan",
        read: plan,
        example: "“十四五”时期，",
        told: Some(Time::Years(2021, 2025)),
        counter: "“十四五”规划",
    },
    Rule {
        name: "past-years",
        read: past_years,
        example: "过去五年，",
        told: Some(Time::Years(2021, 2025)),
        counter: "前五名，",
    },
    Rule {
        name: "coming-years",
        read: coming_years,
        example: "今后五年，",
        told: Some(Time::Years(2026, 2030)),
        counter: "今后工作，",
    },
    Rule {
        name: "untold",
        read: untold,
        example: "改革开放以来，",
        told: Some(Time::Untold),
        counter: "改革开放，",
    },
];

/// What the first rule reads that reads something.
pub(super) fn read(here: &Here<'_>) -> Read {
    RULES.iter().find_map(|rule| (rule.read)(here))
}

#[cfg(test)]
#[allow(clippy::string_slice)] // tests say what they expect
mod tests {
    use super::*;
    use crate::text::time::Clock;

    const CLOCK: Clock = Clock {
        told: Some(2025),
        now: Some(2026),
    };

    /// The first rule that reads something in a text, and what it says.
    fn first(text: &str) -> Option<(&'static str, Option<Time>)> {
        text.char_indices().find_map(|(at, _)| {
            let here = Here::new(&text[..at], &text[at..], CLOCK);
            RULES
                .iter()
                .find_map(|rule| (rule.read)(&here).map(|(time, _)| (rule.name, time)))
        })
    }

    #[test]
    fn every_rule_reads_its_example_and_not_its_counter_example() {
        for rule in RULES {
            let (text, told) = (rule.example, rule.told);
            assert_eq!(first(text), Some((rule.name, told)), "{text}");
            let other =
                first(rule.counter).filter(|(name, time)| *name == rule.name && time.is_some());
            assert_eq!(other, None, "{}", rule.counter);
        }
    }
}
