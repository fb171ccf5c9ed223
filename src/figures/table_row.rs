//! What a row of a table says of all its cells: its name and unit, who has to see to it, and by when.

use std::ops::Range;

use crate::calendar::{Period, Year, named_year};
use crate::model::{Figure, Origin, Role};
use crate::text::time::{Clock, Time};
use crate::text::times::times;

use super::table_name::RowName;

/// What a row says of all its values and tasks.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// What its values measure.
    pub name: Option<RowName>,
    /// The unit in its cell of units.
    pub unit: Option<String>,
    /// The units in charge.
    pub responsible: Vec<String>,
    /// The time by which it is due.
    pub deadline: Option<String>,
}

impl Row {
    /// A figure at a place, with what the row says of all of them.
    pub fn figure(&self, span: Range<usize>) -> Figure {
        Figure {
            responsible: self.responsible.clone(),
            deadline: self.deadline.clone(),
            span,
            origin: Origin::Found,
            ..Figure::default()
        }
    }

    /// The time of what is promised: where its column names none, that by which it is due.
    pub fn time_of(&self, role: Role, period: Option<Period>, named: bool) -> Option<Period> {
        let due = self
            .deadline
            .as_deref()
            .filter(|_| role == Role::Target && !named);
        due.and_then(year_of).and_then(Period::of_year).or(period)
    }
}

/// The last year that a deadline names.
pub fn year_of(deadline: &str) -> Option<Year> {
    let named = times(deadline, Clock::default());
    let year = named.iter().rev().find_map(|named| match named.time {
        Time::Year(year) | Time::By(year) | Time::Years(_, year) => Some(year),
        Time::Months(year, ..) | Time::At(year, _) => Some(year),
        Time::From(_) | Time::Untold => None,
    });
    let digits = || {
        let end = deadline.find(|c: char| !c.is_ascii_digit())?;
        named_year(deadline.get(..end)?.parse::<u32>().ok()?)
    };
    year.or_else(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_is_of_the_year_by_which_it_is_due() {
        for (deadline, year) in [
            ("2026年6月底前", Some(2026)),
            ("2025年至2027年", Some(2027)),
            ("2026.12", Some(2026)),
            ("2026-12", Some(2026)),
            ("12月底前", None),
            ("长期", None),
        ] {
            assert_eq!(year_of(deadline), year, "{deadline}");
        }
    }
}
