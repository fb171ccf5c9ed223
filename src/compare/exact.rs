//! Exact pairing: which figures are one indicator by equal keys, else by the catalogue, else by equal folded names.
//!
//! Knows nothing of similarity.

use std::collections::HashSet;

use crate::calendar::Year;
use crate::fold::{fold, fold_unit};
use crate::lexicon::List;
use crate::model::{Figure, Origin, Role};

use super::in_step::growth_asked;
use super::known::{CatalogueKey, Known};
use super::links::Overrides;
use super::row::{Cell, Column, Facts, Pairing, Row};
use super::series::compared;

/// Ends of names of growth and decline: 增速, 降幅.
static GROWTH_NAMES: List = List::new("growth-name");

/// The rows of a series in the order in which their indicators first come in the text. No figure
/// is in two rows, and no row has two figures in one column: a second one of the same year
/// and role gets a row of its own, which names the first one in [`Row::beside`].
///
/// Figures of one name that a user said are not one stay apart.
pub fn rows(
    facts: Facts<'_>,
    members: &[usize],
    columns: &[Column],
    overrides: &Overrides,
) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut known = Known::default();
    let told = told(facts, members);
    // Keyed figures first, so that one without a key joins the row its name belongs to; last what only says again what
    // another section tells.
    for pass in [Pass::Keyed, Pass::Named, Pass::Again, Pass::Verdict] {
        for &index in members {
            for (cell, figure) in compared(facts, index) {
                let again = says_again(facts, cell, figure, &told);
                let wanted = pass == Pass::of(figure, again);
                // What has no name is compared with nothing, and a row of it says nothing.
                let named = figure.key.is_some() || !figure.indicator.is_empty();
                let (Some(column), true) = (column_of(columns, figure), wanted && named) else {
                    continue;
                };
                let kept = kept_name(figure).filter(|_| pass == Pass::Verdict);
                let kept = kept.and_then(|name| known.promise(&name, (column, columns), &rows));
                let slot = kept.and_then(|at| rows.get_mut(at)?.cells.get_mut(column));
                if let Some(slot) = slot {
                    *slot = Some(cell);
                    continue;
                }
                let (id, name) = (catalogue_key(facts, cell, figure), name_key(figure));
                let names = (figure.key.as_deref(), id.as_ref(), name.as_str());
                let (first, free) = known.look(names, column, &rows);
                if first != free && known.tells(facts, names, (cell, column), &rows) {
                    continue;
                }
                let apart = free.and_then(|at| rows.get(at));
                let apart = apart.is_some_and(|row| overrides.forbid(&[Some(cell)], &row.cells));
                if apart && figure.key.is_none() {
                    let mut row = new_row(figure, columns.len(), None, id.as_ref());
                    join(&mut row, cell, column, figure, id.as_ref());
                    rows.push(row);
                    continue;
                }
                if pass == Pass::Again && free.is_none() {
                    continue;
                }
                let at = free.unwrap_or_else(|| {
                    rows.push(new_row(figure, columns.len(), first, id.as_ref()));
                    rows.len() - 1
                });
                known.add(names, at);
                if let Some(row) = rows.get_mut(at) {
                    join(row, cell, column, figure, id.as_ref());
                }
            }
        }
    }
    agree(facts, &mut rows);
    name_as_promised(facts, columns, &mut rows);
    rows
}

/// The order in which figures join rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pass {
    Keyed,
    Named,
    Again,
    /// Words that say of an indicator that its promise was kept: 城镇新增就业超额完成全年任务.
    Verdict,
}

impl Pass {
    fn of(figure: &Figure, again: bool) -> Self {
        match (figure.key.is_some(), again) {
            (true, _) => Self::Keyed,
            _ if kept_name(figure).is_some() => Self::Verdict,
            (false, false) => Self::Named,
            (false, true) => Self::Again,
        }
    }
}

/// The column of a figure's year and role.
fn column_of(columns: &[Column], figure: &Figure) -> Option<usize> {
    let mut columns = columns.iter();
    columns.position(|c| Some(c.year) == figure.year && c.role == figure.role)
}

/// The role of a section's kind.
fn role_of(facts: Facts<'_>, cell: Cell) -> Option<Role> {
    let section = cell.look(facts).map(|(section, _)| section);
    section.and_then(|section| section.kind?.role())
}

/// The years that sections themselves promise for or report on, by role.
fn told(facts: Facts<'_>, members: &[usize]) -> HashSet<(Year, Role)> {
    let all = members.iter().flat_map(|index| compared(facts, *index));
    let own = all.filter(|(cell, figure)| role_of(facts, *cell) == Some(figure.role));
    own.filter_map(|(_, figure)| Some((figure.year?, figure.role)))
        .collect()
}

/// Whether a figure only says again what another section has to tell: the table of a report has the targets too, that of
/// a plan what was reached before. It makes no row of its own.
fn says_again(facts: Facts<'_>, cell: Cell, figure: &Figure, told: &HashSet<(Year, Role)>) -> bool {
    let other = figure.origin == Origin::Found
        && role_of(facts, cell).is_some_and(|role| role != figure.role);
    other
        && figure
            .year
            .is_some_and(|year| told.contains(&(year, figure.role)))
}

/// Rows of figures that have several names take that of their first promise.
fn name_as_promised(facts: Facts<'_>, columns: &[Column], rows: &mut [Row]) {
    for row in rows
        .iter_mut()
        .filter(|row| row.pairing == Pairing::Catalogue)
    {
        let mut cells = columns.iter().zip(&row.cells);
        let promised = cells.find_map(|(column, cell)| {
            let figure = cell.as_ref()?.figure(facts)?;
            (column.role == Role::Target).then(|| figure.indicator.clone())
        });
        if let Some(name) = promised {
            row.indicator = name;
        }
    }
}

/// Where an indicator has two figures in one column (提高0.3平方米，达到12.8平方米), the row takes the one with the
/// measure of its other figures.
fn agree(facts: Facts<'_>, rows: &mut [Row]) {
    let measure = |cell: Option<Cell>| {
        let reading = cell?.figure(facts)?.reading.as_ref()?;
        Some(reading.measure)
    };
    for at in 0..rows.len() {
        let unkeyed = rows.get(at).filter(|row| row.key.is_none());
        let Some((first, second)) = unkeyed.and_then(|row| Some((row.beside?, at))) else {
            continue;
        };
        for column in 0..rows.get(at).map_or(0, |row| row.cells.len()) {
            let cell = |row: usize, column: usize| rows.get(row)?.cells.get(column).copied()?;
            let (Some(own), Some(other)) =
                (measure(cell(first, column)), measure(cell(second, column)))
            else {
                continue;
            };
            let columns = rows.get(first).map_or(0, |row| row.cells.len());
            let mut others = (0..columns).filter(|one| *one != column);
            let wanted = others.find_map(|one| measure(cell(first, one)));
            if wanted != Some(other) || own == other {
                continue;
            }
            let (a, b) = (cell(first, column), cell(second, column));
            for (row, value) in [(first, b), (second, a)] {
                if let Some(slot) = rows.get_mut(row).and_then(|row| row.cells.get_mut(column)) {
                    *slot = value;
                }
            }
        }
    }
}

/// The key by which names are equal. It has no word of growth or decline: the trend of the figure says that.
fn name_key(figure: &Figure) -> String {
    let name = fold(&figure.indicator);
    let stem = GROWTH_NAMES
        .words()
        .find_map(|word| name.strip_suffix(word));
    // No name has a line end.
    stem.map_or_else(|| name.clone(), |stem| format!("{stem}\n"))
}

/// The folded name of what words report to have become of a promise: 城镇新增就业 of 城镇新增就业超额完成全年任务.
fn kept_name(figure: &Figure) -> Option<String> {
    let reports = figure.value.is_none() && figure.role == Role::Result;
    let verdict = figure.stated.as_deref().filter(|_| reports)?;
    let name = figure.indicator.strip_suffix(verdict)?;
    (!name.is_empty()).then(|| fold(name))
}

/// The indicator of the catalogue that a figure is of.
fn catalogue_key(facts: Facts<'_>, cell: Cell, figure: &Figure) -> Option<CatalogueKey> {
    let asked = growth_asked(figure);
    let figure = asked.as_ref().unwrap_or(figure);
    let id = facts.bulletins.get(cell.bulletin)?.indicator_id(figure)?;
    let reading = figure.reading.as_ref()?;
    let parts = [
        id,
        reading.measure.code(),
        &fold_unit(&reading.unit),
        &fold(figure.scope.as_deref().unwrap_or_default()),
    ];
    Some(CatalogueKey {
        id: id.to_owned(),
        folded: parts.join("\n"),
    })
}

fn new_row(
    figure: &Figure,
    columns: usize,
    beside: Option<usize>,
    id: Option<&CatalogueKey>,
) -> Row {
    Row {
        indicator: figure.indicator.clone(),
        key: figure.key.clone(),
        catalogue: id.map(|id| id.id.clone()),
        pairing: match (&figure.key, id) {
            (Some(_), _) => Pairing::Key,
            (None, Some(_)) => Pairing::Catalogue,
            (None, None) => Pairing::Name,
        },
        pairs: Vec::new(),
        cells: vec![None; columns],
        verdicts: Vec::new(),
        numeric: false,
        beside,
        related: Vec::new(),
    }
}

fn join(row: &mut Row, cell: Cell, column: usize, figure: &Figure, id: Option<&CatalogueKey>) {
    if figure.value.is_some() && !row.numeric {
        row.indicator.clone_from(&figure.indicator);
    }
    row.numeric |= figure.value.is_some();
    let id = id.map(|id| id.id.as_str());
    if figure.key.is_none() {
        let one = row.pairing == Pairing::Catalogue && id == row.catalogue.as_deref();
        row.pairing = if one {
            Pairing::Catalogue
        } else {
            Pairing::Name
        };
    }
    if row.catalogue.as_deref() != id {
        row.catalogue = None;
    }
    if let Some(slot) = row.cells.get_mut(column) {
        *slot = Some(cell);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::compare::sample::bulletin;
    use crate::compare::{Ledger, Links, Outcome, Pairing, Row};
    use crate::figures::catalogue::{Catalogue, Indicator};
    use crate::model::{Bulletin, Figure, Figures, Kind, Measure};

    fn catalogue() -> Vec<Indicator> {
        let indicator = |id: &str, name: &str, alias: &str| Indicator {
            id: id.to_owned(),
            name: name.to_owned(),
            aliases: vec![alias.to_owned()],
            units: vec!["吨".to_owned()],
            measures: vec![Measure::Level, Measure::Change],
            ..Indicator::default()
        };
        vec![
            indicator("tea", "茶叶产量", "茶产业年产出"),
            indicator("spring-tea", "春茶产量", "早春茶产量"),
        ]
    }

    /// Rows of a plan and a report with more than one cell; a figure of the report may be changed before.
    fn paired(plan: &str, done: &str, change: fn(&mut Figure)) -> Vec<Row> {
        let found = bulletin(&[(Kind::Plans, 2021, plan), (Kind::Achievements, 2021, done)]);
        let mut sections = found.sections().to_vec();
        let mut figures = sections[1].figures().to_vec();
        figures.iter_mut().for_each(change);
        sections[1].figures = Figures::known(figures);
        let mut bulletin = Bulletin::default().with_sections(sections);
        bulletin.catalogue = Some(Arc::new(Catalogue::new(catalogue)));
        let rows = Ledger::new(&[bulletin], "", &[], &Links::default()).rows;
        let both = |row: &Row| row.cells.iter().flatten().count() > 1;
        rows.into_iter().filter(both).collect()
    }

    #[test]
    fn two_names_of_one_indicator_are_one_row() {
        let rows = paired("茶叶产量增长6%。", "茶产业年产出增长7%。", |_| {});
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].pairing, Pairing::Catalogue);
        assert_eq!(rows[0].indicator, "茶叶产量增速");
        assert_eq!(rows[0].catalogue.as_deref(), Some("tea"));
        let outcome = rows[0].verdict(2021).and_then(|verdict| verdict.outcome);
        assert_eq!(outcome, Some(Outcome::Exceeded));
    }

    #[test]
    fn words_that_say_that_a_promise_was_kept_answer_it_by_its_name() {
        let plan = "城镇新增就业50万人以上。";
        let outcome = |done: &str| {
            let rows = paired(plan, done, |_| {});
            rows.first()?.verdict(2021)?.outcome
        };
        assert_eq!(
            outcome("城镇新增就业超额完成全年任务。"),
            Some(Outcome::Exceeded)
        );
        assert_eq!(outcome("城镇新增岗位超额完成全年任务。"), None);
    }

    #[test]
    fn measure_unit_and_scope_have_to_agree() {
        let rows = paired("茶叶产量增长6%。", "茶产业年产出达到7吨。", |_| {});
        assert!(
            rows.iter().all(|row| row.pairing != Pairing::Catalogue),
            "{rows:?}"
        );
        let rows = paired(
            "茶叶产量增长6%。",
            "茶产业年产出增长7%。",
            |figure| {
                figure.scope = Some("山区".to_owned());
            },
        );
        assert!(
            rows.iter().all(|row| row.pairing != Pairing::Catalogue),
            "{rows:?}"
        );
    }

    #[test]
    fn two_indicators_are_never_one_by_likeness() {
        let rows = paired("春茶产量增长6%。", "茶叶产量增长7%。", |_| {});
        assert_eq!(rows.len(), 0, "{rows:?}");
    }
}
