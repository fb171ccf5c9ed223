//! Whether two figures may be judged against each other, and how far one is from the other.
//!
//! Figures of different unit or measure are not compared. Knows nothing of promises and outcomes.

use std::borrow::Cow;

use crate::calendar::MONTHS;
use crate::figures::Basis;
use crate::fold::{fold, fold_unit};
use crate::lexicon::List;
use crate::model::{Bound, Counting, Figure, Measure, Reading, Trend};
use crate::text::chars::is_digit;

use super::limits;
use super::verdict::{Difference, Reason};

/// Units of shares and of growth.
static RATES: List = List::new("rate");
/// Those of growth by so many times the base.
static TIMES: List = List::new("times");
/// Those of people.
static PEOPLE: List = List::new("people-unit");
/// That of the difference of two percentages.
static POINTS: List = List::new("points");
/// Multiples by which a large difference is shown, the largest first.
static SHOWN_IN: List<f64> = List::of("shown-in", |factor| factor.parse().ok());

/// Why two figures cannot be compared whatever their numbers are: one is damaged or not known for sure, or they do
/// not speak of one time and one population. What is of two years differs in nothing but the year.
pub fn apart(one: &Figure, other: &Figure) -> Option<Reason> {
    let any = |is: fn(&Figure) -> bool| is(one) || is(other);
    let scope = |figure: &Figure| figure.scope.as_deref().map(fold);
    if any(|figure| figure.doubtful) {
        Some(Reason::Damaged)
    } else if any(is_without_number) {
        Some(Reason::NoNumber)
    } else if any(|figure| figure.period.is_none() || figure.reading.is_none()) {
        Some(Reason::Unsure)
    } else if one.mean != other.mean || part_of_year(one) != part_of_year(other) {
        Some(Reason::Period)
    } else if scope(one) != scope(other) {
        Some(Reason::Scope)
    } else {
        None
    }
}

/// Whether a figure has no value, or words for one (历史低位).
fn is_without_number(figure: &Figure) -> bool {
    match (&figure.value, &figure.reading) {
        (None, _) => true,
        (Some(value), None) => !value.contains(is_digit),
        (Some(_), Some(_)) => false,
    }
}

/// The months of its year that a figure holds for; None for all of it. What stood at the end of a month answers for
/// the year; what came about in it, or up to it, does not, unless that is the last one.
fn part_of_year(figure: &Figure) -> Option<(u8, u8)> {
    let period = figure.period?;
    let (from, to) = period.months()?;
    let measure = figure.reading.as_ref().map(|reading| reading.measure);
    let moves = matches!(measure, Some(Measure::Increment | Measure::Change));
    let of = |basis: Basis| figure.basis.as_deref() == Some(basis.code());
    let flow = of(Basis::Period) || (moves || of(Basis::Cumulative)) && to != *MONTHS.end();
    (period.is_of_months() || flow).then_some((from, to))
}

/// Why two readings cannot be compared.
pub fn incomparable(promised: &Reading, done: &Reading) -> Option<Reason> {
    let single = |r: &Reading| r.number.is_some() || r.low.is_some();
    if !single(promised) || done.number.is_none() {
        Some(Reason::NoNumber)
    } else if !same_measure(promised, done) {
        Some(Reason::Measure)
    } else if !same_unit(&promised.unit, &done.unit) {
        Some(Reason::Unit)
    } else {
        None
    }
}

/// Whether two readings may be subtracted: growth is not subtracted from decline.
fn subtractable(a: &Reading, b: &Reading) -> bool {
    let moves = a.measure == Measure::Change && opposite(a.trend, b.trend);
    same_measure(a, b) && same_unit(&a.unit, &b.unit) && !moves
}

/// Whether two readings measure the same. What is done in a period and what is added in it are one count (建设改造 and
/// 新建改造农村公路); a stock is neither.
fn same_measure(a: &Reading, b: &Reading) -> bool {
    let is_done = |level: &Reading, added: &Reading| {
        let level_of = (level.measure, added.measure) == (Measure::Level, Measure::Increment);
        level_of
            && match level.counting {
                Counting::Done => true,
                // Neither has a word of its own: 新增 stands before another value of the list.
                Counting::Untold => added.counting == Counting::Untold,
                Counting::Added | Counting::Reached | Counting::Total => false,
            }
    };
    let is_stock = |stock: &Reading, done: &Reading| {
        matches!(stock.counting, Counting::Total | Counting::Reached)
            && done.counting == Counting::Done
    };
    if a.measure == b.measure {
        !is_stock(a, b) && !is_stock(b, a)
    } else {
        is_done(a, b) || is_done(b, a)
    }
}

/// Whether two units are the same. A count without a unit (过亿) is comparable with any unit of counting, not
/// with a rate.
fn same_unit(a: &str, b: &str) -> bool {
    let (a, b) = (unit_key(a), unit_key(b));
    let bare = |one: &str, other: &str| one.is_empty() && !is_rate(other);
    a == b || bare(&a, &b) || bare(&b, &a)
}

/// What units are the same by: people are counted in 人, 名 and 位.
pub fn unit_key(unit: &str) -> Cow<'_, str> {
    if PEOPLE.has(unit) {
        return Cow::Borrowed(PEOPLE.words().next().unwrap_or_default());
    }
    fold_unit(unit)
}

/// Whether a unit is one of shares or of growth.
pub fn is_rate(unit: &str) -> bool {
    RATES.has(&fold_unit(unit))
}

/// The number that a result has to reach; the lower end of a range.
pub fn floor(promised: &Reading) -> Option<f64> {
    promised.number.or(promised.low)
}

/// A share without a unit (过半) and growth in times (翻番) in percent, all others as they are.
pub fn in_percent(reading: &Reading) -> Reading {
    let mut reading = reading.clone();
    let share = reading.measure == Measure::Share && reading.unit.is_empty();
    // 翻番, 增长一倍: growth by a hundred percent.
    let times =
        reading.measure == Measure::Change && (reading.unit.is_empty() || TIMES.has(&reading.unit));
    if share || times {
        "%".clone_into(&mut reading.unit);
        for number in [&mut reading.number, &mut reading.low, &mut reading.high] {
            *number = number.map(|n| n * 100.0);
        }
    }
    reading
}

/// Whether one grew and the other declined.
pub fn opposite(a: Option<Trend>, b: Option<Trend>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

/// Later less earlier, in the unit that reads best. None where they are not comparable.
pub fn difference(earlier: &Figure, later: &Figure) -> Option<Difference> {
    let from = in_percent(earlier.reading.as_ref()?);
    let to = in_percent(later.reading.as_ref()?);
    if apart(earlier, later).is_some() || !subtractable(&from, &to) {
        return None;
    }
    let number = floor(&to)? - floor(&from)?;
    if from.unit == "%" {
        return Some(Difference {
            number: round(number),
            unit: POINTS.words().next().unwrap_or_default().to_owned(),
        });
    }
    let shown = SHOWN_IN.get().iter();
    let mut shown = shown.filter(|(_, factor)| number.abs() >= *factor);
    let (word, factor) = shown.next().copied().unwrap_or(("", 1.0));
    Some(Difference {
        number: round(number / factor),
        unit: format!("{word}{}", to.unit),
    })
}

/// Whether a number is known: 突破3万亿 and 2400多 are not, and can be neither subtracted nor divided.
pub fn is_exact(reading: &Reading) -> bool {
    !matches!(reading.bound, Bound::Over | Bound::Under)
}

/// The difference of two numbers that are both known.
pub fn subtracted(earlier: &Figure, later: &Figure) -> Option<Difference> {
    let exact = |figure: &Figure| figure.reading.as_ref().is_some_and(is_exact);
    difference(earlier, later).filter(|_| exact(earlier) && exact(later))
}

/// To six decimals: differences of decimal fractions carry binary noise.
fn round(number: f64) -> f64 {
    (number * limits::MILLIONTHS).round() / limits::MILLIONTHS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::{Context, read};
    use crate::model::Role;

    fn reading(value: &str, role: Role) -> Reading {
        read(
            value,
            Context {
                role,
                indicator: "",
                quote: value,
            },
        )
        .unwrap_or_default()
    }

    #[test]
    fn every_multiple_has_its_number() {
        assert_eq!(SHOWN_IN.left_out(), [""; 0]);
    }

    #[test]
    fn units_and_measures_have_to_agree() {
        let target = |value| reading(value, Role::Target);
        assert_eq!(
            incomparable(&target("100个"), &target("100家")),
            Some(Reason::Unit)
        );
        assert_eq!(incomparable(&target("100名"), &target("100人")), None);
        assert_eq!(
            incomparable(&target("新增3个"), &target("16个")),
            Some(Reason::Measure)
        );
        assert_eq!(
            incomparable(&target("5+2"), &target("7个")),
            Some(Reason::NoNumber)
        );
        assert_eq!(incomparable(&target("100个"), &target("1万个")), None);
        assert_eq!(incomparable(&target("过亿"), &target("1.2亿户")), None);
        assert_eq!(
            incomparable(&target("增长5%"), &target("增长5‰")),
            Some(Reason::Unit)
        );
        assert_eq!(
            incomparable(&target("增长6%"), &target("翻番")),
            Some(Reason::Unit)
        );
        let half = in_percent(&target("过半"));
        assert_eq!(incomparable(&half, &target("60%")), None);
    }

    #[test]
    fn what_is_done_and_what_is_added_are_one_count_and_a_stock_is_none() {
        let of = |quote: &str| {
            // The last number with its bound and what follows it.
            let head = quote.trim_end_matches(|c: char| !c.is_ascii_digit());
            let head = head.trim_end_matches(|c: char| c.is_ascii_digit());
            let head = head.strip_suffix("达到").unwrap_or(head);
            let value = quote.strip_prefix(head).unwrap_or_default();
            let context = Context {
                role: Role::Target,
                indicator: "泵站",
                quote,
            };
            read(value, context).unwrap_or_default()
        };
        for (one, other, reason) in [
            ("建设泵站3个", "新增泵站4个", None),
            ("建设泵站3个", "泵站总数为40个", Some(Reason::Measure)),
            ("泵站40个", "新增泵站4个", Some(Reason::Measure)),
            ("建设泵站3个", "泵站达到40个", Some(Reason::Measure)),
            ("建设泵站3个", "泵站建设达到4个", None),
            ("泵站40个", "泵站总数为50个", None),
            ("泵站4个", "新增水库3座、泵站5个", None),
        ] {
            let (one, other) = (of(one), of(other));
            assert_eq!(incomparable(&one, &other), reason, "{one:?} {other:?}");
            assert_eq!(incomparable(&other, &one), reason, "{other:?} {one:?}");
        }
    }

    #[test]
    fn growth_in_times_is_growth_in_percent_and_a_number_of_things_is_not() {
        for (value, number, unit) in [
            ("翻番", 100.0, "%"),
            ("增长一倍", 100.0, "%"),
            ("增长30个", 30.0, "个"),
        ] {
            let read = in_percent(&reading(value, Role::Result));
            assert_eq!(
                (read.number, read.unit.as_str()),
                (Some(number), unit),
                "{value}"
            );
        }
    }
}
