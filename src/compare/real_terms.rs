//! Growth in real terms as an answer to a main target in words: 居民人均可支配收入实际增长5% tells what became of
//! 居民收入增长与经济增长同步, though it is no answer to a number that was promised.
//!
//! Knows nothing of likeness: both are of one indicator of the catalogue.

use std::collections::HashSet;

use crate::fold::fold;
use crate::lexicon::List;
use crate::model::{Figure, Measure, Role};

use super::in_step::growth_asked;
use super::row::{Cell, Column, Facts, Pairing, Row, drop_rows};

/// 实际: before growth that prices are taken out of.
static REAL: List = List::new("in-real-terms");

/// Gives rows with a main target in words, and nothing that answers it, the growth in real terms of its indicator.
pub fn answer(facts: Facts<'_>, columns: &[Column], mut rows: Vec<Row>) -> Vec<Row> {
    let told = |row: &Row, column: usize| {
        let cell = row.cells.get(column).copied().flatten()?;
        let alone = row.key.is_none() && row.cells.iter().flatten().count() == 1;
        Some((cell, in_real_terms(facts, cell).filter(|_| alone)?))
    };
    let mut taken: HashSet<usize> = HashSet::new();
    for (at, column) in columns.iter().enumerate() {
        if column.role != Role::Result {
            continue;
        }
        let target = columns.iter().position(|c| c.answers(column));
        for row in 0..rows.len() {
            let asked = rows.get(row).and_then(|row| asked(facts, row, target?, at));
            let Some(asked) = asked else { continue };
            let mut others = rows.iter().enumerate();
            let found = others.find_map(|(other, row)| {
                let (cell, id) = told(row, at)?;
                (id == asked && !taken.contains(&other)).then_some((other, cell))
            });
            if let (Some((other, cell)), Some(row)) = (found, rows.get_mut(row)) {
                taken.insert(other);
                row.pairing = Pairing::Catalogue;
                row.numeric = true;
                if let Some(slot) = row.cells.get_mut(at) {
                    *slot = Some(cell);
                }
            }
        }
    }
    drop_rows(rows, |at| (!taken.contains(&at)).then_some(at))
}

/// An indicator of the catalogue, and the population or region.
type Asked = (String, String);

/// What a row asks for in words in one column, where another one has no answer.
fn asked(facts: Facts<'_>, row: &Row, target: usize, result: usize) -> Option<Asked> {
    let open = row.cells.get(result).is_some_and(Option::is_none);
    let cell = row.cells.get(target).copied().flatten().filter(|_| open)?;
    of_catalogue(facts, cell, &growth_asked(cell.figure(facts)?)?)
}

/// What grew in real terms.
fn in_real_terms(facts: Facts<'_>, cell: Cell) -> Option<Asked> {
    let figure = cell.figure(facts)?;
    let measure = figure.reading.as_ref()?.measure;
    let (before, after) = REAL.split(&figure.indicator)?;
    let nominal = Figure {
        indicator: format!("{before}{after}"),
        ..figure.clone()
    };
    of_catalogue(facts, cell, &nominal).filter(|_| measure == Measure::Change)
}

fn of_catalogue(facts: Facts<'_>, cell: Cell, figure: &Figure) -> Option<Asked> {
    let id = facts.bulletins.get(cell.bulletin)?.indicator_id(figure)?;
    Some((
        id.to_owned(),
        fold(figure.scope.as_deref().unwrap_or_default()),
    ))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::compare::sample::bulletin;
    use crate::compare::{Ledger, Links, Outcome};
    use crate::figures::catalogue::{Catalogue, Indicator};
    use crate::model::{Kind, Measure};

    fn catalogue() -> Vec<Indicator> {
        vec![Indicator {
            id: "income".to_owned(),
            name: "居民人均可支配收入".to_owned(),
            aliases: vec!["居民收入".to_owned()],
            units: vec!["元".to_owned()],
            measures: vec![Measure::Level, Measure::Change],
            ..Indicator::default()
        }]
    }

    fn outcome(plan: &str) -> Option<Outcome> {
        let done = "居民人均可支配收入实际增长5.1%。";
        let mut report = bulletin(&[(Kind::Plans, 2021, plan), (Kind::Achievements, 2021, done)]);
        report.catalogue = Some(Arc::new(Catalogue::new(catalogue)));
        let ledger = Ledger::new(&[report], "", &[], &Links::default());
        let mut rows = ledger.rows.iter();
        let row = rows.find(|row| row.indicator.contains("收入") && row.cells[0].is_some())?;
        row.verdict(2021)?.outcome
    }

    #[test]
    fn real_growth_answers_words_and_no_number() {
        let words = "今年主要预期目标是：粮食产量8万吨，居民收入稳步增长。";
        assert_eq!(outcome(words), Some(Outcome::Qualitative));
        let number = "今年主要预期目标是：粮食产量8万吨，居民人均可支配收入增长5%。";
        assert_ne!(outcome(number), Some(Outcome::Exceeded));
    }
}
