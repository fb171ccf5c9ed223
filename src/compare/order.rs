//! The groups of a ledger's rows and their order around one year: first what an official is asked about.
//!
//! Knows nothing of verdicts.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::calendar::Year;
use crate::model::Role;

use super::row::{Cell, Column, Facts, Row};

/// What a row is in the ledger of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowGroup {
    /// 主要目标: a target of the sentence of the main targets.
    Main,
    /// 量化目标: another target with a number.
    Numeric,
    /// 定性任务: a promise in words.
    Task,
    /// 未设目标: a result that nobody had promised.
    Unplanned,
    /// 新增: promised for the year after.
    New,
}

impl RowGroup {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [
        Self::Main,
        Self::Numeric,
        Self::Task,
        Self::Unplanned,
        Self::New,
    ];

    /// Whether its rows are promises for the year.
    pub fn is_promised(self) -> bool {
        matches!(self, Self::Main | Self::Numeric | Self::Task)
    }

    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Numeric => "numeric",
            Self::Task => "task",
            Self::Unplanned => "unplanned",
            Self::New => "new",
        }
    }

    /// The group of a row in the ledger of a year, and the cell that says so; None where the row has nothing to do with
    /// the year.
    pub fn of(facts: Facts<'_>, columns: &[Column], row: &Row, year: Year) -> Option<(Self, Cell)> {
        let cell = |year: Year, role: Role| {
            let at = columns
                .iter()
                .position(|column| (column.year, column.role) == (year, role))?;
            row.cells.get(at).copied().flatten()
        };
        if let Some(target) = cell(year, Role::Target) {
            let group = match target.figure(facts) {
                Some(figure) if figure.main => Self::Main,
                Some(figure) if figure.value.is_some() => Self::Numeric,
                _ => Self::Task,
            };
            return Some((group, target));
        }
        let unplanned = cell(year, Role::Result).map(|cell| (Self::Unplanned, cell));
        unplanned.or_else(|| Some((Self::New, cell(year + 1, Role::Target)?)))
    }
}

/// The rows that have to do with a year, by their indices, in the order of [`order`]: each with its group and the cell
/// that says so.
pub fn of_year(
    facts: Facts<'_>,
    columns: &[Column],
    rows: &[Row],
    year: Year,
) -> Vec<(usize, (RowGroup, Cell))> {
    let told = |(at, row): (usize, &Row)| {
        let (group, cell) = RowGroup::of(facts, columns, row, year)?;
        let start = cell.figure(facts).map(|figure| figure.span.start);
        let place = (group, cell.bulletin, cell.section, start);
        Some(((place, Reverse(row.numeric)), (at, (group, cell))))
    };
    let mut all: Vec<_> = rows.iter().enumerate().filter_map(told).collect();
    all.sort_by_key(|(key, _)| *key);
    all.into_iter().map(|(_, told)| told).collect()
}

/// The indices of rows in the order of a year: by group, in each in the order of the text; then what has
/// nothing to do with the year, with numbers first.
pub fn order(facts: Facts<'_>, columns: &[Column], rows: &[Row], year: Year) -> Vec<usize> {
    let told = of_year(facts, columns, rows, year).into_iter();
    let mut all: Vec<usize> = told.map(|(at, _)| at).collect();
    let own: HashSet<usize> = all.iter().copied().collect();
    let rest = rows.iter().enumerate().filter(|(at, _)| !own.contains(at));
    let (numbers, words): (Vec<_>, Vec<_>) = rest.partition(|(_, row)| row.numeric);
    all.extend(numbers.into_iter().chain(words).map(|(at, _)| at));
    all
}

#[cfg(test)]
mod tests {
    use crate::compare::sample::bulletin;
    use crate::compare::{Ledger, Links};
    use crate::model::Kind;

    #[test]
    fn main_targets_stand_first_then_numbers_then_words_then_what_nobody_promised() {
        let all = [
            (
                Kind::Achievements,
                2021,
                "建成公园30个。水果产量9万吨。城镇新增就业3万人。",
            ),
            (
                Kind::Plans,
                2021,
                "推进老旧小区改造提质扩面。建成公园20个。今年主要预期目标是：城镇新增就业2万人，居民收入增长与经济增长同步。",
            ),
            (Kind::Plans, 2022, "新建泵站12座。"),
        ];
        let ledger = Ledger::new(&[bulletin(&all)], "", &[], &Links::default());
        let names: Vec<&str> = ledger
            .rows
            .iter()
            .map(|row| row.indicator.as_str())
            .collect();
        let bulletins = [bulletin(&all)];
        for year in ledger.years() {
            let order = ledger.order(&bulletins, year);
            let entries = ledger.entries(&bulletins, year);
            let rows: Vec<usize> = entries.iter().map(|entry| entry.row).collect();
            assert_eq!(rows, order[..rows.len()], "{year}");
        }
        assert_eq!(
            names,
            [
                "城镇新增就业",
                "居民收入增长与经济增长同步",
                "公园",
                "推进老旧小区改造提质扩面",
                "水果产量",
                "泵站"
            ]
        );
    }
}
