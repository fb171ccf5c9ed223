//! What is said of a figure: its time, its role, how its number bounds the quantity.

use crate::i18n::Lang;
use crate::model::{Bound, Figure, Role};

/// The time of a figure where it is not just a year: 2021—2025年年均, 1—11月, 11月底.
pub fn time(figure: &Figure, lang: Lang) -> Option<String> {
    let words = lang.words();
    let period = figure
        .period
        .filter(|period| period.year().is_none() || period.months().is_some());
    let Some(period) = period else {
        return figure.mean.then(|| words.yearly_mean.to_owned());
    };
    let iso = period.to_string().replace('/', "–");
    let span = match period.months() {
        Some((from, to)) if from == to => words.period_end(to, iso),
        Some((from, to)) => words.period_months(from, iso, to),
        None => words.period_years(period.from(), iso, period.to()),
    };
    Some(if figure.mean {
        words.period_mean(span)
    } else {
        span
    })
}

/// A value, with its time where that is not just a year: 6.2%（1—11月）.
pub fn value_with_time(value: &str, figure: &Figure, lang: Lang) -> String {
    match time(figure, lang) {
        None => value.to_owned(),
        Some(time) => lang.words().value_with_time(time, value),
    }
}

/// What a figure was said for; empty where the text does not tell.
pub fn role(role: Role, lang: Lang) -> &'static str {
    role.code().map_or("", |code| lang.words().role(code))
}

/// How a number bounds its quantity, as a sign; an exact one has none.
pub fn bound(bound: Bound, lang: Lang) -> &'static str {
    match bound {
        Bound::Exactly => "",
        Bound::Range => lang.words().bound_range,
        bound => bound.sign(),
    }
}
