//! How many lines a row takes, by what was measured of it: most rows need not be set to know that.

use crate::wording::card::{self, Part};
use crate::wording::flow;

use super::columns::{Col, LEFT, Slot};
use super::lines::SIGN;
use super::measure::{Measures, OutcomeSize, RowSize};
use super::view::View;

/// Cells of the dash in a cell that is empty.
const DASH: usize = 1;

/// What rows are counted with: what is shown, what was measured, the columns if there is a table, cells of the screen.
pub struct Heights<'a> {
    view: View<'a>,
    measures: &'a Measures,
    columns: Option<&'a [Col]>,
    cells: usize,
    card: Vec<Part>,
}

impl<'a> Heights<'a> {
    /// The heights of the rows of a year.
    pub fn new(
        view: View<'a>,
        measures: &'a Measures,
        columns: Option<&'a [Col]>,
        cells: usize,
    ) -> Self {
        let state = view.state;
        Self {
            card: card::parts(&state.ledger, &state.around(), &[state.year]),
            view,
            measures,
            columns,
            cells,
        }
    }

    /// Lines of a row of the ledger; None if it must be set to know.
    pub fn row(&self, at: usize) -> Option<usize> {
        let state = self.view.state;
        let entry = self.view.entry(at)?;
        if !self.view.is_in_table(entry) {
            return None;
        }
        let (row, outcome) = self.measures.row(at, state.year)?;
        match self.columns {
            Some(columns) => {
                let mut columns = columns.iter();
                columns
                    .all(|column| is_one_line(row, outcome, column))
                    .then_some(1)
            }
            None => self.card(row, outcome),
        }
    }

    fn card(&self, row: &RowSize, outcome: &OutcomeSize) -> Option<usize> {
        let room = self.cells.saturating_sub(LEFT + 1);
        if row.name == 0 || row.name > room {
            return None;
        }
        let cells = |part: &Part| match part {
            Part::Cell(at) => {
                let head = self.measures.heads.get(*at).copied().unwrap_or(0);
                let value = row
                    .value(*at)
                    .map_or(DASH, |value| value.text + value.signs);
                head + 1 + value
            }
            Part::Outcome(_) => outcome.on_card(),
            Part::Next(_) => outcome.next,
        };
        let lines = flow::count(self.card.iter().map(cells), room.saturating_sub(SIGN))?;
        Some(1 + lines)
    }
}

/// Whether what a row says in a column surely has room on one line.
fn is_one_line(row: &RowSize, outcome: &OutcomeSize, column: &Col) -> bool {
    match column.slot {
        Slot::Name => row.name > 0 && row.name <= column.cells,
        Slot::Value(at) => row.value(at).is_none_or(|value| {
            let set = column.aligned.zip(value.parts);
            let set = set.map(|(all, own)| all.widest(own).cells());
            set.is_some_and(|cells| cells <= column.cells)
                || (value.text > 0 && value.text + value.signs <= column.cells)
        }),
        Slot::Outcome => {
            let word = if outcome.word == 0 {
                SIGN
            } else {
                outcome.word + 1
            };
            outcome.more == 0 || word + outcome.more <= column.cells
        }
        Slot::Next | Slot::Trend => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::library::built_in;
    use crate::i18n::Lang;
    use crate::screens::compare::columns::columns;
    use crate::screens::compare::lines::Setter;
    use crate::screens::compare::list::Item;
    use crate::screens::compare::state::State;
    use crate::store::store::Store;
    use crate::width::Ambiguous;
    use crate::wrap::Rules;

    /// Sets all rows of all ledgers, years and widths beside what is counted; how many were counted.
    fn counted(lang: Lang, ambiguous: Ambiguous) -> usize {
        let store = Store::new(built_in(), lang, ambiguous, Rules::default(), (80, 24));
        let mut state = State::default();
        let mut counted = 0;
        for series in 0..store.series.all.len() {
            state.load(store.series.name(series).unwrap(), &store);
            for year in state.ledger.years() {
                state.show_year(year, &store);
                assert!(state.show_group(None, &store), "{year}");
                let view = View::new(&state, &store);
                let measures = Measures::of(None, &view);
                for cells in (8..160).step_by(3) {
                    let columns = columns(&view, &measures, cells - LEFT - 1);
                    let columns = columns.as_deref();
                    let heights = Heights::new(view, &measures, columns, cells);
                    let setter = Setter {
                        view,
                        columns,
                        cells,
                    };
                    for at in state.listed() {
                        let Some(lines) = heights.row(at) else {
                            continue;
                        };
                        let set = setter.item(&Item::Row(at));
                        assert_eq!(lines, set.len(), "{year} {cells} {set:?}");
                        counted += 1;
                    }
                }
            }
        }
        counted
    }

    #[test]
    fn a_row_has_as_many_lines_as_are_counted() {
        assert!(counted(Lang::Zh, Ambiguous::Narrow) > 0);
        assert!(counted(Lang::Zh, Ambiguous::Wide) > 0);
        assert!(counted(Lang::En, Ambiguous::Narrow) > 0);
    }
}
