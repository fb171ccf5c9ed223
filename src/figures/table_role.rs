//! What the values of a column were said for, and of which time: promised, reported, or where they began.
//!
//! Its own head says it, else the year in it beside those of the other columns, else the section. What none of them
//! says is not told. Sees columns and no row.

use crate::calendar::{Period, Year};
use crate::model::Role;
use crate::text::time::Time;

use super::about::About;
use super::table_head::{Column, Field, Shape, Stage};

/// The role and the time of the values of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    /// What they were said for.
    pub role: Role,
    /// The span of time they hold for.
    pub period: Option<Period>,
    /// The years that a total in brackets, or a mean, is of.
    pub years: Option<Period>,
}

/// The slots of all columns.
pub fn slots(columns: &[Column], about: About) -> Vec<Slot> {
    let table = Whole { columns, about };
    let mut out: Vec<Slot> = Vec::with_capacity(columns.len());
    let mut lead: Option<Slot> = None;
    for column in columns {
        if column.field != Field::Value {
            out.push(Slot::default());
            continue;
        }
        let of_other =
            column.shape != Shape::Level && column.stage.is_none() && column.time.is_none();
        let mut slot = match lead.filter(|_| of_other) {
            Some(lead) => lead,
            None => table.own(column),
        };
        slot.years = table.years(column);
        if column.shape == Shape::Mean {
            slot.period = slot.years;
        }
        // What grew is what was reached or is promised, not what it is compared with.
        let leads = matches!(slot.role, Role::Target | Role::Result) || lead.is_none();
        if column.shape == Shape::Level && leads {
            lead = Some(slot);
        }
        out.push(slot);
    }
    out
}

/// A table's columns in their section.
struct Whole<'c> {
    columns: &'c [Column],
    about: About,
}

impl Whole<'_> {
    /// What a column says by itself.
    fn own(&self, column: &Column) -> Slot {
        let told = column.time.and_then(period);
        let slot = |role, period| Slot {
            role,
            period,
            years: None,
        };
        if column.of_no_year {
            return slot(Role::Untold, None);
        }
        match column.stage {
            Some(Stage::Target) => slot(Role::Target, told.or(self.last_year())),
            Some(Stage::Result) if self.is_before_another(column) => slot(Role::Base, told),
            Some(Stage::Result) => match (told, self.about.role) {
                // In a plan it was done before: in which year, only the head can tell.
                (None, Some(Role::Target)) => slot(Role::Untold, None),
                _ => slot(Role::Result, told.or(self.of_section())),
            },
            Some(Stage::Base) => slot(Role::Base, told),
            Some(Stage::Estimate) => slot(Role::Untold, told),
            None => match told.map(Period::year) {
                Some(Some(year)) => slot(self.role_in(year), told),
                Some(None) => slot(Role::Untold, told),
                None => self.of_kind(column),
            },
        }
    }

    /// A column without a stage or a time: it has those of the section, where that is sure.
    fn of_kind(&self, column: &Column) -> Slot {
        let (role, period) = match self.about.role {
            Some(Role::Result) => (Role::Result, self.of_section()),
            // The cost of a project is no promise.
            Some(Role::Target) if column.noun.is_empty() => (Role::Target, self.last_year()),
            _ => (Role::Untold, self.of_section()),
        };
        Slot {
            role,
            period,
            years: None,
        }
    }

    /// The role of a year that stands alone in a head.
    fn role_in(&self, year: Year) -> Role {
        let targets = self
            .columns
            .iter()
            .any(|column| column.field == Field::Attribute);
        match self.about.role {
            _ if targets => self.role_among_targets(year),
            Some(Role::Target) => self.role_among_targets(year),
            Some(Role::Result) => match self.about.last_year() {
                Some(own) if own == year => Role::Result,
                Some(own) if own > year => Role::Base,
                _ => Role::Untold,
            },
            _ => Role::Untold,
        }
    }

    fn role_among_targets(&self, year: Year) -> Role {
        let years = || {
            self.columns
                .iter()
                .filter_map(|column| column.time.and_then(self::year))
        };
        let last = years().max() == Some(year);
        let first = years().min() == Some(year);
        match self.about.now.or(self.about.year) {
            Some(now) if year < now => Role::Base,
            Some(_) => Role::Target,
            None if last => Role::Target,
            None if first => Role::Base,
            None => Role::Untold,
        }
    }

    /// Whether another column tells the results of a later year: this one is what they are compared with.
    fn is_before_another(&self, column: &Column) -> bool {
        let Some(own) = column.time.and_then(year) else {
            return false;
        };
        let results = self
            .columns
            .iter()
            .filter(|other| other.stage == Some(Stage::Result));
        results
            .filter_map(|other| other.time.and_then(year).or(self.about.last_year()))
            .any(|year| year > own)
    }

    fn of_section(&self) -> Option<Period> {
        let several = self.about.period;
        several.or_else(|| self.about.year.and_then(Period::of_year))
    }

    /// What is planned for the end of several years is of the last one.
    fn last_year(&self) -> Option<Period> {
        self.about.last_year().and_then(Period::of_year)
    }

    /// The years that a mean or a total of several is of: those of the section, or those behind the year that the table
    /// begins with.
    fn years(&self, column: &Column) -> Option<Period> {
        let all = self
            .columns
            .iter()
            .filter(|column| column.shape == Shape::Level);
        let years: Vec<Year> = all
            .filter_map(|column| column.time.and_then(year))
            .collect();
        let to = column.time.and_then(year).or(years.iter().max().copied())?;
        let own = self
            .about
            .period
            .filter(|own| own.to() == to && own.year().is_none());
        let before = || years.iter().copied().filter(|year| *year < to);
        let base = before()
            .filter(|year| self.role_in(*year) == Role::Base)
            .max();
        let from = base.or(before().min());
        own.or_else(|| Period::new(from? + 1, to))
    }
}

/// The span of a time.
fn period(time: Time) -> Option<Period> {
    match time {
        Time::Year(year) | Time::By(year) => Period::of_year(year),
        Time::Years(from, to) => Period::new(from, to),
        Time::Months(year, from, to) => Period::of_months(year, from, to),
        Time::At(year, month) => Period::of_months(year, month, month),
        Time::From(_) | Time::Untold => None,
    }
}

/// The year of a time that is one year.
fn year(time: Time) -> Option<Year> {
    match time {
        Time::Year(year) | Time::By(year) => Some(year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::time::Clock;

    fn told(heads: &[&str], about: About) -> Vec<(Role, String)> {
        let clock = Clock {
            told: about.last_year(),
            now: about.last_year(),
        };
        let columns: Vec<Column> = heads
            .iter()
            .map(|head| Column::read(&[head], clock))
            .collect();
        let slots = slots(&columns, about).into_iter();
        slots
            .map(|slot| {
                (
                    slot.role,
                    slot.period.map_or(String::new(), |p| p.to_string()),
                )
            })
            .collect()
    }

    fn about(role: Role, year: Year) -> About {
        About {
            role: Some(role),
            year: Some(year),
            now: Some(year + Year::from(role == Role::Result)),
            ..About::default()
        }
    }

    fn slot(role: Role, period: &str) -> (Role, String) {
        (role, period.to_owned())
    }

    #[test]
    fn a_column_has_the_role_and_the_time_of_its_head() {
        let plan = about(Role::Target, 2025);
        assert_eq!(
            told(&["2024年完成", "2025年目标", "增速"], plan),
            [
                slot(Role::Result, "2024"),
                slot(Role::Target, "2025"),
                slot(Role::Target, "2025")
            ]
        );
        let report = about(Role::Result, 2025);
        assert_eq!(
            told(&["2024年实际", "目标", "完成"], report),
            [
                slot(Role::Base, "2024"),
                slot(Role::Target, "2025"),
                slot(Role::Result, "2025")
            ]
        );
        // What was done in a plan's table without a year, and an estimate, are not told.
        assert_eq!(told(&["完成情况"], plan), [slot(Role::Untold, "")]);
        assert_eq!(told(&["2024年预计"], plan), [slot(Role::Untold, "2024")]);
    }

    #[test]
    fn years_alone_are_told_by_each_other() {
        let plan = About {
            role: Some(Role::Target),
            period: Period::new(2026, 2030),
            now: Some(2026),
            ..About::default()
        };
        assert_eq!(
            told(&["2025年", "2030年", "年均增长"], plan),
            [
                slot(Role::Base, "2025"),
                slot(Role::Target, "2030"),
                slot(Role::Target, "2026/2030")
            ]
        );
        assert_eq!(
            told(&["2020年", "2025年", "属性"], About::default()),
            [
                slot(Role::Base, "2020"),
                slot(Role::Target, "2025"),
                slot(Role::Untold, "")
            ]
        );
        assert_eq!(
            told(&["2020年", "2025年"], About::default())[1].0,
            Role::Untold
        );
        let report = about(Role::Result, 2025);
        assert_eq!(
            told(&["2024年", "2025年"], report),
            [slot(Role::Base, "2024"), slot(Role::Result, "2025")]
        );
    }

    #[test]
    fn growth_is_that_of_what_was_reached() {
        let report = about(Role::Result, 2025);
        assert_eq!(
            told(&["2025年", "2024年", "增减"], report),
            [
                slot(Role::Result, "2025"),
                slot(Role::Base, "2024"),
                slot(Role::Result, "2025")
            ]
        );
        assert_eq!(
            told(&["1—11月", "同比增长"], report),
            vec![slot(Role::Result, "2025-01/2025-11"); 2]
        );
        let plan = about(Role::Target, 2026);
        assert_eq!(
            told(&["2020年", "2025年", "2030年", "年均增长"], plan)[3],
            slot(Role::Target, "2026/2030")
        );
    }

    #[test]
    fn what_a_project_costs_is_no_promise_of_a_year() {
        let plan = about(Role::Target, 2025);
        assert_eq!(
            told(&["总投资（亿元）", "投资额（亿元）", "数量"], plan),
            [
                slot(Role::Untold, ""),
                slot(Role::Untold, "2025"),
                slot(Role::Target, "2025")
            ]
        );
    }
}
