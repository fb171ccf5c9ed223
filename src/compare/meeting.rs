//! Where two rows meet, year by year: what a user says of a pair is said of its year alone, however many years its rows
//! have.
//!
//! Knows nothing of how similar rows are.

use crate::model::Role;

use super::links::Overrides;
use super::row::{Cell, Column, Facts, Pairing, Row};

/// The cells by which two rows stand beside each other: target and result of every year that one row has the target of
/// and the other one the result; without such a year the two whose columns are nearest.
pub fn meetings(columns: &[Column], a: &Row, b: &Row) -> Vec<(Cell, Cell)> {
    let filled = |row: &Row| -> Vec<(usize, Cell)> {
        let cells = row.cells.iter().enumerate();
        cells
            .filter_map(|(at, cell)| Some((at, (*cell)?)))
            .collect()
    };
    let others = filled(b);
    let both = filled(a).into_iter().flat_map(|one| {
        let others = others.iter();
        others.map(move |other| (one, *other))
    });
    let both: Vec<((usize, Cell), (usize, Cell))> = both.collect();
    let answers = |one: usize, other: usize| {
        let columns = columns.get(one).zip(columns.get(other));
        columns.is_some_and(|(one, other)| one.answers(other))
    };
    let of_one_year = both.iter().filter(|((a, _), (b, _))| answers(*a, *b));
    let met: Vec<(Cell, Cell)> = of_one_year.map(|((_, a), (_, b))| (*a, *b)).collect();
    if !met.is_empty() {
        return met;
    }
    let nearest = both.iter().min_by_key(|((a, _), (b, _))| a.abs_diff(*b));
    nearest
        .map(|((_, a), (_, b))| (*a, *b))
        .into_iter()
        .collect()
}

/// Takes results that a user parted from their targets out of rows that meet the targets' rows in other years as well:
/// there nothing was said, and the rest of the rows may still be one. What is taken out does not go back to its row, or
/// that would be parted as a whole: the pairs that are kept apart from now on.
pub fn set_apart(
    facts: Facts<'_>,
    columns: &[Column],
    rows: &mut Vec<Row>,
    overrides: &Overrides,
) -> Overrides {
    let mut all = overrides.clone();
    for (x, y) in overrides.apart() {
        let row_of = |cell: Cell| rows.iter().position(|row| row.cells.contains(&Some(cell)));
        let role = |cell: Cell| cell.figure(facts).map(|figure| figure.role);
        let (target, result) = match (role(x), role(y)) {
            (Some(Role::Target), Some(Role::Result)) => (x, y),
            (Some(Role::Result), Some(Role::Target)) => (y, x),
            _ => continue,
        };
        let Some((one, other)) = row_of(target).zip(row_of(result)) else {
            continue;
        };
        let Some((a, b)) = rows.get(one).zip(rows.get(other)) else {
            continue;
        };
        let elsewhere = meetings(columns, a, b).len() > 1;
        if one == other || b.key.is_some() || !elsewhere {
            continue;
        }
        let Some(row) = rows.get_mut(other) else {
            continue;
        };
        let taken = alone(facts, row, result);
        for cell in &mut row.cells {
            if *cell == Some(result) {
                *cell = None;
            }
        }
        for rest in row.cells.iter().flatten() {
            all.keep_apart(result, *rest);
        }
        rows.extend(taken);
    }
    all
}

/// A row of one cell of another row.
fn alone(facts: Facts<'_>, row: &Row, cell: Cell) -> Option<Row> {
    let figure = cell.figure(facts)?;
    let only = |slot: &Option<Cell>| slot.filter(|own| *own == cell);
    Some(Row {
        indicator: figure.indicator.clone(),
        key: None,
        catalogue: row.catalogue.clone(),
        pairing: Pairing::Name,
        pairs: Vec::new(),
        cells: row.cells.iter().map(only).collect(),
        verdicts: Vec::new(),
        numeric: figure.value.is_some(),
        beside: None,
        related: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use crate::compare::links::{Change, Link, Passage};
    use crate::compare::sample::bulletin;
    use crate::compare::{Ledger, Links, Outcome, Row};
    use crate::model::{Bulletin, Kind, Role};

    /// Two years in which targets and results have different names.
    fn two_years() -> [Bulletin; 1] {
        let all = [
            (Kind::Plans, 2021, "重点场所5G网络覆盖率达到98%。"),
            (Kind::Achievements, 2021, "城镇重点场所5G网络覆盖率达99%。"),
            (Kind::Plans, 2022, "重点场所5G网络覆盖率达到90%。"),
            (Kind::Achievements, 2022, "城镇重点场所5G网络覆盖率达95%。"),
        ];
        let id = "b".to_owned();
        [Bulletin {
            id,
            ..bulletin(&all)
        }]
    }

    fn ledger(bulletins: &[Bulletin], links: &[Link]) -> Ledger {
        let text = Change::say(links.to_vec()).apply("");
        Ledger::new(bulletins, "", &[], &Links::parse(&text).0)
    }

    fn outcome(ledger: &Ledger, year: u16) -> Option<Outcome> {
        let column = ledger.column(year, Role::Target).unwrap();
        let is_of = |row: &&Row| row.cells[column].is_some();
        let row = ledger.rows.iter().find(is_of).unwrap();
        row.verdict(year).unwrap().outcome
    }

    fn pair(ledger: &Ledger, bulletins: &[Bulletin], year: u16, same: bool) -> Link {
        let facts = ledger.facts(bulletins);
        let mut pairs = ledger.rows.iter().flat_map(|row| &row.pairs);
        let of_year = |cell| Passage::of(cell, facts).filter(|one| one.year == Some(year));
        let link = pairs.find_map(|pair| {
            let (a, b) = (of_year(pair.a)?, of_year(pair.b)?);
            Some(Link { same, a, b })
        });
        link.unwrap()
    }

    #[test]
    fn a_pair_that_is_parted_in_one_year_stays_in_the_other() {
        let all = two_years();
        let before = ledger(&all, &[]);
        assert_eq!(outcome(&before, 2021), Some(Outcome::Exceeded));
        assert_eq!(outcome(&before, 2022), Some(Outcome::Exceeded));
        for (year, other) in [(2021, 2022), (2022, 2021)] {
            let after = ledger(&all, &[pair(&before, &all, year, false)]);
            assert_eq!(outcome(&after, year), Some(Outcome::Unreported), "{year}");
            assert_eq!(outcome(&after, other), Some(Outcome::Exceeded), "{year}");
        }
    }

    #[test]
    fn a_pair_that_is_confirmed_in_one_year_is_as_likely_as_before_in_the_other() {
        let all = two_years();
        let before = ledger(&all, &[]);
        let likely = |ledger: &Ledger| -> Vec<u16> {
            let facts = ledger.facts(&all);
            let pairs = ledger.rows.iter().flat_map(|row| &row.pairs);
            let likely = pairs.filter(|pair| pair.percent.is_some());
            likely
                .filter_map(|pair| pair.a.figure(facts)?.year)
                .collect()
        };
        assert_eq!(likely(&before), [2021, 2022]);
        let once = ledger(&all, &[pair(&before, &all, 2021, true)]);
        assert_eq!(likely(&once), [2022]);
        let links = [2021, 2022].map(|year| pair(&before, &all, year, true));
        let twice = ledger(&all, &links);
        assert!(likely(&twice).is_empty());
        assert_eq!(outcome(&twice, 2022), Some(Outcome::Exceeded));
    }
}
