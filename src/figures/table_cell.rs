//! One cell of a table: a value with the unit that its head, its row or its table gives it.
//!
//! Knows nothing of rows and columns.

use crate::calendar::{MONTHS, YEARS};
use crate::lexicon::List;
use crate::model::{Measure, Reading, Trend};
use crate::text::numeral::scale;
use crate::text::sentence::Text;

use super::read::{Context, read, word_behind};
use super::scan::{Detect, scan};
use super::unit::{TIMES, unit};

/// Before the unit of a table or a column.
static UNIT_TOLD: List = List::new("unit-told");
/// Units of percent.
static PERCENT: List = List::new("percent");

/// Digits of a year.
const DIGITS: usize = 4;

/// A value as it is read in its cell.
#[derive(Clone, Debug)]
pub struct Value {
    /// Its number and unit.
    pub reading: Reading,
    /// It cannot be told where its number begins or ends.
    pub doubtful: bool,
    /// In square brackets: the total of several years, as plans print it.
    pub total: bool,
}

/// How the value of a cell is meant.
#[derive(Clone, Copy, Debug)]
pub struct Meant<'a> {
    /// Its role and name, and the words around it.
    pub context: Context<'a>,
    /// The unit where the cell prints none; may be empty.
    pub unit: &'a str,
    /// What the head makes of it.
    pub measure: Option<Measure>,
    /// Which way a change without a sign goes.
    pub trend: Trend,
}

/// Reads a cell that is nothing but a value. None where it is none, or a year, or where its unit is not known.
pub fn value(cell: &str, meant: Meant<'_>) -> Option<Value> {
    let inner = bracketed(cell);
    let text = inner.unwrap_or(cell).trim();
    let text = text.strip_prefix(['+', '＋']).unwrap_or(text);
    let mentions = scan(&Text::new(text), Detect::Numbers);
    let [mention] = mentions.as_slice() else {
        return None;
    };
    let around = (
        text.get(..mention.value.start)?,
        text.get(mention.value.end..)?,
    );
    if !around.0.trim().is_empty() || !around.1.trim().is_empty() || is_date(&mention.plain) {
        return None;
    }
    // Where the head says that it moved, only the cell says which way.
    let context = match meant.measure {
        Some(_) => Context {
            indicator: "",
            quote: "",
            ..meant.context
        },
        None => meant.context,
    };
    let bare = read(&mention.plain, context)?;
    let unit = meant.unit;
    let mut reading = match (bare.unit.is_empty(), unit.is_empty()) {
        // A number without a unit may be a year.
        (true, true) if is_year(&mention.plain) => return None,
        (true, false) => read(&with_unit(&mention.plain, unit), context)?,
        _ => bare,
    };
    if let Some(measure) = meant.measure {
        reading.measure = measure;
        if measure == Measure::Change && reading.trend.is_none() {
            reading.trend = Some(without_sign(&mut reading, meant.trend));
        }
    }
    // 能耗降低 of -3.2% may be a rise.
    let falls = reading.trend.is_some() && reading.number.is_some_and(|number| number < 0.0);
    Some(Value {
        reading,
        doubtful: mention.doubtful || falls,
        total: inner.is_some(),
    })
}

/// The trend of a change that its sign tells: one below zero is a decline by as much.
fn without_sign(reading: &mut Reading, trend: Trend) -> Trend {
    let below = |number: Option<f64>| number.is_some_and(|number| number < 0.0);
    if !below(reading.number) && !below(reading.high) {
        return trend;
    }
    reading.number = reading.number.map(f64::abs);
    let ends = (reading.low.map(f64::abs), reading.high.map(f64::abs));
    (reading.high, reading.low) = ends;
    Trend::Down
}

/// The words in square brackets, if that is all of a cell.
fn bracketed(cell: &str) -> Option<&str> {
    let pairs = [('[', ']'), ('〔', '〕'), ('［', '］'), ('【', '】')];
    let mut inner = pairs.iter().map(|(open, close)| {
        let words = cell.trim().strip_prefix(*open)?;
        words.strip_suffix(*close)
    });
    inner.find_map(|inner| inner)
}

/// Whether a printed number is a year or a month: 2025年, 2025.12.
fn is_date(plain: &str) -> bool {
    let Some((year, rest)) = plain.split_at_checked(DIGITS) else {
        return false;
    };
    let month = rest.strip_prefix(['-', '/', '.']);
    let month = month.is_some_and(|month| month.parse().is_ok_and(|month| MONTHS.contains(&month)));
    is_year(year) && (month || TIMES.has(rest))
}

/// A value that is printed without its unit, with the unit where it would stand: 5左右 of % is 5%左右.
fn with_unit(value: &str, unit: &str) -> String {
    let mut places = value.char_indices().map(|(at, _)| at);
    let bound = places.find(|at| {
        let rest = value.get(*at..).unwrap_or_default();
        word_behind(rest) == rest
    });
    let (number, bound) = value.split_at(bound.unwrap_or(value.len()));
    format!("{number}{unit}{bound}")
}

fn is_year(plain: &str) -> bool {
    let digits = plain.len() == DIGITS && plain.chars().all(|c| c.is_ascii_digit());
    digits && plain.parse().is_ok_and(|year| YEARS.contains(&year))
}

/// Whether words are a unit of measurement: 万元, %, 万千瓦时, and whatever 万 or 亿 stands before, 万重量箱.
pub fn is_unit(words: &str) -> bool {
    !words.is_empty()
        && (unit(words, "").len() == words.len() || words.starts_with(|c| scale(c).is_some()))
}

/// The unit in brackets at the end of some words, and the words before it: 投资额（亿元）.
pub fn unit_behind(words: &str) -> Option<(&str, &str)> {
    let words = words.trim_end();
    let inner = words.strip_suffix(['）', ')'])?;
    let at = inner.rfind(['（', '('])?;
    let (head, inner) = inner.split_at_checked(at)?;
    let inner = inner.trim_start_matches(['（', '(']).trim();
    let own = UNIT_TOLD.strip_start(inner).map(str::trim);
    let unit = own.or_else(|| Some(inner).filter(|inner| is_unit(inner)))?;
    (!unit.is_empty()).then_some((unit, head.trim_end()))
}

/// The unit that a line or a title tells for the table below it: 单位：万元.
pub fn unit_told(line: &str) -> Option<&str> {
    let at = UNIT_TOLD.hits(line).last().map(|hit| hit.span.end)?;
    let rest = line.get(at..)?.trim_start();
    let end = rest.find(['）', ')', '\t', ' ', '　', '；', ';', '，', ',']);
    let unit = rest.get(..end.unwrap_or(rest.len()))?.trim();
    is_unit(unit).then_some(unit)
}

/// Whether a unit is one of percent.
pub fn is_percent(unit: &str) -> bool {
    PERCENT.has(unit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Role;

    fn read_as(cell: &str, unit: &str, measure: Option<Measure>) -> Option<Reading> {
        let context = Context {
            role: Role::Target,
            indicator: "",
            quote: cell,
        };
        let meant = Meant {
            context,
            unit,
            measure,
            trend: Trend::Up,
        };
        value(cell, meant).map(|value| value.reading)
    }

    #[test]
    fn a_number_has_the_unit_that_it_stands_under() {
        for (cell, under, number, unit, bound) in [
            ("50", "万人", 5e5, "人", "="),
            ("5左右", "%", 5.0, "%", "~"),
            ("5%左右", "亿元", 5.0, "%", "~"),
            ("8,374.2", "亿元", 8.3742e11, "元", "="),
            ("≥95", "%", 95.0, "%", ">="),
            ("120以上", "万吨", 1.2e6, "吨", ">="),
            ("60", "个百分点", 60.0, "个百分点", "="),
            ("+12", "万千瓦", 1.2e5, "千瓦", "="),
            ("647.12", "万重量箱", 6.4712e6, "重量箱", "="),
            ("[30]", "万户", 3e5, "户", "="),
            ("2025", "个", 2025.0, "个", "="),
        ] {
            let reading = read_as(cell, under, None).unwrap_or_else(|| panic!("{cell}"));
            assert_eq!(reading.unit, unit, "{cell}");
            assert_eq!(reading.bound.sign(), bound, "{cell}");
            assert!((reading.number.unwrap() - number).abs() < 1e-3, "{cell}");
        }
    }

    #[test]
    fn what_is_not_only_a_value_is_none() {
        for cell in [
            "2025",
            "2025年",
            "2025.12",
            "—",
            "",
            "完成",
            "基本持平",
            "5.2 4.6",
            "12个，改造5个",
            "甲市",
        ] {
            assert!(read_as(cell, "", None).is_none(), "{cell}");
        }
    }

    #[test]
    fn a_column_of_growth_says_which_way() {
        let fell = read_as("-1.6", "%", Some(Measure::Change)).unwrap();
        assert_eq!((fell.number, fell.trend), (Some(1.6), Some(Trend::Down)));
        let grew = read_as("3", "%", Some(Measure::Change)).unwrap();
        assert_eq!((grew.number, grew.trend), (Some(3.0), Some(Trend::Up)));
    }

    #[test]
    fn a_unit_is_told_in_brackets_and_over_a_table() {
        assert_eq!(unit_behind("投资额（亿元）"), Some(("亿元", "投资额")));
        assert_eq!(unit_behind("完成率 (%)"), Some(("%", "完成率")));
        assert_eq!(unit_behind("目标（调整后）"), None);
        assert_eq!(unit_told("表1　主要指标（单位：万元）"), Some("万元"));
        assert_eq!(unit_told("计量单位: %"), Some("%"));
        assert_eq!(unit_told("责任单位：市水利局"), None);
    }
}
