//! Related evidence of a row: what a report tells of the indicator of a promise without answering it, because it is of
//! another period, population or measure: 五年累计, 年均, a part of the country.
//!
//! It is shown beside the row and judges nothing. Knows nothing of how rows were paired.

use std::collections::{BTreeSet, HashMap};

use crate::calendar::Year;
use crate::fold::fold;
use crate::model::{Figure, Role};

use super::comparable::{apart, incomparable};
use super::limits;
use super::row::{Cell, Column, Facts, Related, Row};
use super::verdict::Reason;

/// Gives each row with a promise in numbers the figures of reports that tell of its indicator and do not answer it.
pub fn relate(facts: Facts<'_>, members: &[usize], columns: &[Column], rows: &mut [Row]) {
    let known = by_indicator(facts, members);
    for row in rows.iter_mut() {
        let mut related = Vec::new();
        for (column, cell) in columns.iter().zip(&row.cells) {
            let Some(target) = cell.filter(|_| column.role == Role::Target) else {
                continue;
            };
            related.extend(of_target(facts, &known, target, column.year, row));
        }
        row.related = related;
    }
}

/// Reported figures by what they are of.
type Known = HashMap<String, Vec<Cell>>;

/// The results that bulletins tell, whatever their period, by the indicator of the catalogue and by folded name.
fn by_indicator(facts: Facts<'_>, members: &[usize]) -> Known {
    let mut known = Known::new();
    for &at in members {
        let sections = facts.bulletins.get(at).map_or(0, |b| b.sections().len());
        let figures = (0..sections).flat_map(|section| facts.in_section(at, section));
        for (cell, figure) in figures {
            let told = figure.role == Role::Result && figure.value.is_some() && !figure.doubtful;
            for name in told
                .then(|| names(facts, cell, figure))
                .into_iter()
                .flatten()
            {
                known.entry(name).or_default().push(cell);
            }
        }
    }
    known
}

/// What a figure is found by: what it is by the catalogue, and its name.
fn names(facts: Facts<'_>, cell: Cell, figure: &Figure) -> Vec<String> {
    let bulletin = facts.bulletins.get(cell.bulletin);
    let id = bulletin.and_then(|bulletin| bulletin.indicator_id(figure));
    // No name has a line end.
    let id = id.map(|id| format!("{id}\n"));
    id.into_iter().chain([fold(&figure.indicator)]).collect()
}

/// What is related to a target of a year, in the order of the text.
fn of_target(facts: Facts<'_>, known: &Known, target: Cell, year: Year, row: &Row) -> Vec<Related> {
    let Some(promised) = target.figure(facts).filter(|figure| figure.value.is_some()) else {
        return Vec::new();
    };
    let mut seen = BTreeSet::new();
    let names = names(facts, target, promised);
    let cells = names.iter().filter_map(|name| known.get(name)).flatten();
    let related = cells.filter_map(|cell| {
        let figure = cell.figure(facts)?;
        let of_year =
            figure.year == Some(year) || figure.period.is_some_and(|period| period.to() == year);
        let own = row.cells.contains(&Some(*cell)) || cell.bulletin == target.bulletin;
        let reason = why(promised, figure).filter(|_| of_year && !own)?;
        let place = (cell.bulletin, cell.section, cell.content);
        seen.insert(place).then_some(Related {
            cell: *cell,
            year,
            reason,
        })
    });
    related.take(limits::RELATED.get()).collect()
}

/// Why a figure of an indicator does not answer a promise of it; None where nothing of that is known.
fn why(promised: &Figure, told: &Figure) -> Option<Reason> {
    if told.year.is_none() || told.mean {
        return Some(Reason::Period);
    }
    let readings = promised.reading.as_ref().zip(told.reading.as_ref());
    apart(promised, told).or_else(|| incomparable(readings?.0, readings?.1))
}

#[cfg(test)]
mod tests {
    use crate::compare::sample::bulletin;
    use crate::compare::{Ledger, Links, Reason};
    use crate::model::Kind;

    #[test]
    fn what_is_told_of_several_years_stands_beside_the_promise_of_one() {
        let all = [
            (Kind::Plans, 2021, "城镇新增就业50万人以上。"),
            (
                Kind::Achievements,
                2021,
                "五年来，城镇新增就业年均52万人。粮食产量9万吨。",
            ),
        ];
        let mut report = bulletin(&all[1..]);
        report.id = "report".to_owned();
        let bulletins = [bulletin(&all[..1]), report];
        let ledger = Ledger::new(&bulletins, "", &[], &Links::default());
        let row = ledger.rows.first().unwrap();
        let facts = ledger.facts(&bulletins);
        let told: Vec<(&str, Reason)> = row
            .related
            .iter()
            .filter_map(|one| {
                let figure = one.cell.figure(facts)?;
                Some((figure.value.as_deref()?, one.reason))
            })
            .collect();
        assert_eq!(told, [("52万人", Reason::Period)], "{row:?}");
        assert!(row.cells.iter().flatten().count() == 1);
    }
}
