//! What is laid side by side, and what was chosen there: the years, the column, the change gone to, the row at the top.
//! Knows nothing of how it is set.

use crate::compare;
use crate::model::Bulletin;
use crate::parallel::{Change, MOST, Parallel, ParallelPosition, Shown, shown, window};
use crate::store::store::Store;

/// Bytes of all columns together that are laid side by side: well under a second's work.
const LARGEST: usize = 4 << 20;
/// Rows that stay in view above the change that is gone to.
const ABOVE: usize = 2;

/// A bulletin and a section of it; None for all of it.
pub type Base = (usize, Option<usize>);

/// What is shown and chosen.
#[derive(Debug)]
pub struct State {
    /// The text.
    pub text: Parallel,
    /// What was asked for.
    pub base: Base,
    /// So many years were asked for.
    pub years: usize,
    /// First row on the screen.
    pub top: usize,
    /// The change that was gone to last.
    pub change: Option<usize>,
    /// The column that was chosen.
    pub column: usize,
    /// Whether rows without a change are folded.
    pub folded: bool,
    /// Where the row at the top began when the reader scrolled to it, whatever the width.
    pub anchor: Option<ParallelPosition>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            text: Parallel::default(),
            base: (0, None),
            years: 2,
            top: 0,
            change: None,
            column: 0,
            folded: false,
            anchor: None,
        }
    }
}

impl State {
    /// So many years side by side; None, and said why, if there is nothing to lay beside.
    pub fn beside(base: Base, years: usize, folded: bool, store: &mut Store) -> Option<Self> {
        let words = store.lang.words();
        let members = compare::members_with(&store.bulletins, base.0);
        let years = years.clamp(2, MOST);
        let members = window(&members, base.0, years);
        if members.len() < 2 {
            store.complain(words.only_one_year);
            return None;
        }
        let shown = shown(&store.bulletins, members, base, &mut store.alignments);
        let bytes = shown.iter().map(|one| bytes(one, &store.bulletins));
        if bytes.sum::<usize>() > LARGEST {
            store.complain(words.too_long);
            return None;
        }
        let column = shown.iter().position(|one| one.bulletin == base.0);
        Some(Self {
            text: Parallel::new(&store.bulletins, shown, &mut store.alignments),
            base,
            years,
            column: column.unwrap_or(0),
            folded,
            ..Self::default()
        })
    }

    /// What each column shows.
    pub fn shown(&self) -> Vec<Shown> {
        let columns = self.text.columns.iter();
        columns.map(|column| column.shown.clone()).collect()
    }

    /// The column of the bulletin that was asked for.
    pub fn base_column(&self) -> usize {
        let mut columns = self.text.columns.iter();
        let base = columns.position(|column| column.shown.bulletin == self.base.0);
        base.unwrap_or(0)
    }

    /// The change that was gone to last.
    pub fn current(&self) -> Option<&Change> {
        self.text.changes.get(self.change?)
    }

    /// The bulletin and the section that the chosen column shows below a place.
    pub fn chosen(&self, top: Option<&ParallelPosition>) -> Option<(usize, usize)> {
        let column = self.text.columns.get(self.column)?;
        let row = top.and_then(|place| self.text.row_of(place.column, place.paragraph));
        let mut below = self.text.rows.iter().skip(row.unwrap_or(0));
        let paragraph = below.find_map(|row| row.get(self.column).copied().flatten());
        let section = match paragraph.and_then(|at| column.paragraphs.get(at)) {
            Some(paragraph) => paragraph.section,
            None => *column.shown.sections.first()?,
        };
        Some((column.shown.bulletin, section))
    }

    /// Goes to the next change, or the one before, from the top of the screen if the reader scrolled since: to the one
    /// that begins in which row is told, on a screen of so many rows. Whether there is one.
    pub fn go_to_change(&mut self, on: bool, rows_of: &[usize], rows: usize) -> bool {
        let row = |at: usize| rows_of.get(at).copied().unwrap_or(0);
        let in_view = |at: usize| (self.top..self.top + rows).contains(&row(at));
        let found = match (self.change.filter(|at| in_view(*at)), on) {
            (Some(at), true) => Some(at + 1).filter(|at| *at < rows_of.len()),
            (Some(at), false) => at.checked_sub(1),
            (None, true) => rows_of.iter().position(|row| *row >= self.top),
            (None, false) => rows_of.iter().rposition(|row| *row < self.top),
        };
        let Some(found) = found else {
            return false;
        };
        self.change = Some(found);
        let at = row(found);
        if at < self.top + ABOVE || at + ABOVE >= self.top + rows {
            self.top = at.saturating_sub(ABOVE);
        }
        self.anchor = None;
        true
    }

    /// The next section of a bulletin of so many sections, or the one before; the bulletin as a whole stands before its
    /// first. None at either end.
    pub fn other_section(&self, on: bool, count: usize) -> Option<Base> {
        let (bulletin, section) = self.base;
        let found = match (section, on) {
            (None, true) => Some(0).filter(|_| count > 0).map(Some),
            (Some(at), true) => Some(at + 1).filter(|at| *at < count).map(Some),
            (Some(at), false) => Some(at.checked_sub(1)),
            (None, false) => None,
        };
        found.map(|section| (bulletin, section))
    }
}

/// Bytes of what a column shows.
fn bytes(shown: &Shown, bulletins: &[Bulletin]) -> usize {
    let bulletin = bulletins.get(shown.bulletin);
    let sections = shown.sections.iter().filter_map(|at| {
        let all = bulletin?.sections();
        all.get(*at..all.get(*at)?.end)
    });
    sections.flatten().map(|section| section.body.len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_gone_to_one_by_one_and_from_the_top_after_scrolling() {
        let mut state = State::default();
        let rows_of = [1, 1, 9, 30];
        let went = |state: &mut State, on: bool| {
            let found = state.go_to_change(on, &rows_of, 10);
            (found, state.change, state.top)
        };
        assert_eq!(went(&mut state, false), (false, None, 0));
        assert_eq!(went(&mut state, true), (true, Some(0), 0));
        // Two that begin in one row are two.
        assert_eq!(went(&mut state, true), (true, Some(1), 0));
        assert_eq!(went(&mut state, true), (true, Some(2), 7));
        assert_eq!(went(&mut state, true), (true, Some(3), 28));
        assert_eq!(went(&mut state, true), (false, Some(3), 28));
        state.top = 5;
        assert_eq!(went(&mut state, false), (true, Some(1), 0));
        state.top = 5;
        assert_eq!(went(&mut state, true), (true, Some(2), 5));
    }

    #[test]
    fn the_bulletin_as_a_whole_stands_before_its_first_section() {
        let at = |section| State {
            base: (7, section),
            ..State::default()
        };
        assert_eq!(at(None).other_section(false, 3), None);
        assert_eq!(at(None).other_section(true, 3), Some((7, Some(0))));
        assert_eq!(at(None).other_section(true, 0), None);
        assert_eq!(at(Some(0)).other_section(false, 3), Some((7, None)));
        assert_eq!(at(Some(2)).other_section(true, 3), None);
    }
}
