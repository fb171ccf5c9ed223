//! Which ledger is shown, around which year, and what was chosen of it. Knows nothing of how it is set.

use crate::calendar::Year;
use crate::compare::{Cell, Ledger, Links, Row, members};
use crate::i18n::Lang;
use crate::keymap::action::Action;
use crate::keymap::motion::moved;
use crate::model::{Bulletin, Role};
use crate::store::store::Store;

use super::choice::{self, Choice, Filter, Group, Item, Sort};

/// The state of Compare.
#[derive(Debug, Default)]
pub struct State {
    /// Place of the series among those of the library.
    pub series: usize,
    /// Its ledger over all years.
    pub ledger: Ledger,
    /// The year in the middle.
    pub year: Year,
    /// What was chosen of it.
    pub choice: Choice,
    /// What the list shows.
    pub items: Vec<Item>,
    /// The heads of its groups.
    pub groups: Vec<Group>,
    /// Index of the cursor in `items`; never on a group unless there is nothing else.
    pub cursor: usize,
    /// First visible row of the list, in screen rows.
    pub top: usize,
    /// The first visible row of the evidence, while that is open.
    pub evidence: Option<usize>,
    /// How often the list was made anew: what was set for another time is set no more.
    pub made: usize,
}

impl State {
    /// Index of the ledger's row under the cursor.
    pub fn row(&self) -> Option<usize> {
        match self.items.get(self.cursor)? {
            Item::Row(row) => Some(*row),
            Item::Group(_) => None,
        }
    }

    /// The row under the cursor.
    pub fn current(&self) -> Option<&Row> {
        self.ledger.rows.get(self.row()?)
    }

    /// The rows that are listed, by their indices in the ledger.
    pub fn listed(&self) -> impl Iterator<Item = usize> + '_ {
        self.items.iter().filter_map(|item| match item {
            Item::Row(row) => Some(*row),
            Item::Group(_) => None,
        })
    }

    /// The columns beside the indicator: all of them, or those around the year.
    pub fn columns(&self, all: bool) -> Vec<usize> {
        if all {
            (0..self.ledger.columns.len()).collect()
        } else {
            self.around()
        }
    }

    /// The columns around the year: the result of the year before, target and result of the year,
    /// the target of the year after; those that the ledger has.
    pub fn around(&self) -> Vec<usize> {
        self.columns_of_year().into_iter().flatten().collect()
    }

    /// The same, each in its place.
    fn columns_of_year(&self) -> [Option<usize>; 4] {
        let around = [
            (self.year.saturating_sub(1), Role::Result),
            (self.year, Role::Target),
            (self.year, Role::Result),
            (self.year + 1, Role::Target),
        ];
        around.map(|(year, role)| self.ledger.column(year, role))
    }

    /// Lists the rows of a year.
    pub fn show_year(&mut self, year: Year, bulletins: &[Bulletin], lang: Lang) {
        self.year = year;
        let columns = self.around();
        let bears = |row: &Row| {
            let own = |at: &usize| {
                let before = self.ledger.columns.get(*at).is_some_and(|c| c.year < year);
                !before && row.cells.get(*at).is_some_and(Option::is_some)
            };
            columns.iter().any(own)
        };
        let (items, groups) = choice::list(&self.ledger, bulletins, year, self.choice, lang, bears);
        (self.items, self.groups) = (items, groups);
        self.made += 1;
        self.go_to_top();
    }

    fn go_to_top(&mut self) {
        (self.cursor, self.top) = (0, 0);
        self.off_groups(true);
    }

    /// Moves a cursor that stands on a group to the row below it, or above.
    fn off_groups(&mut self, down: bool) {
        while matches!(self.items.get(self.cursor), Some(Item::Group(_))) {
            if (down || self.cursor == 0) && self.cursor + 1 < self.items.len() {
                self.cursor += 1;
            } else if self.cursor > 0 {
                self.cursor -= 1;
            } else {
                return;
            }
        }
    }

    /// Puts the cursor on a row of the ledger, if it is listed.
    pub fn go_to_row(&mut self, row: usize) -> bool {
        let at = self.items.iter().position(|item| *item == Item::Row(row));
        self.cursor = at.unwrap_or(self.cursor);
        at.is_some()
    }

    /// Goes to the row of a cell, in another year if it has nothing to do with this one.
    pub fn go_to_cell(&mut self, cell: Cell, bulletins: &[Bulletin], lang: Lang) {
        let Some(row) = self.ledger.row_with(cell) else {
            return;
        };
        if !self.go_to_row(row) {
            // It may be one that was not chosen.
            self.choice = Choice::default();
            for year in self.ledger.years() {
                self.show_year(year, bulletins, lang);
                if self.go_to_row(row) {
                    break;
                }
            }
        }
    }

    /// Makes the ledger of a series, or of what is laid together under such a name.
    pub fn load(&mut self, name: &str, store: &Store) {
        let first = members(&store.bulletins, name).first().copied();
        let Some(series) = first.and_then(|bulletin| store.series.of_bulletin(bulletin)) else {
            return;
        };
        *self = Self {
            series,
            choice: self.choice,
            ledger: Ledger::new(&store.bulletins, name, &[], &store.links),
            made: self.made + 1,
            ..Self::default()
        };
        let year = self.ledger.first_year().unwrap_or_default();
        self.show_year(year, &store.bulletins, store.lang);
    }

    /// Makes its ledger anew, by what is said of pairs now; the cursor stays on its row, whose evidence is seen from its
    /// beginning: what was said stands there.
    pub fn load_again(&mut self, store: &Store) {
        // A row that falls apart is stayed on where it is of the year.
        let [_, target, result, next] = self.columns_of_year();
        let row = self.current();
        let cell = row.and_then(|row| {
            let of_year = [target, result, next].into_iter().flatten();
            let mut of_year = of_year.filter_map(|at| row.cells.get(at).copied().flatten());
            let first = || row.cells.iter().flatten().next().copied();
            of_year.next().or_else(first)
        });
        let (year, evidence) = (self.year, self.evidence);
        self.load(&self.ledger.series.clone(), store);
        self.show_year(year, &store.bulletins, store.lang);
        self.evidence = evidence.map(|_| 0);
        if let Some(cell) = cell {
            self.go_to_cell(cell, &store.bulletins, store.lang);
        }
    }

    /// Goes on to the ledger of the next series; from bulletins laid together back to that of the first. False if
    /// there is no other one.
    pub fn turn_series(&mut self, store: &Store) -> bool {
        let count = store.series.all.len().max(1);
        let is_own = store.series.name(self.series) == Some(self.ledger.series.as_str());
        if count == 1 && is_own {
            return false;
        }
        let next = if is_own {
            (self.series + 1) % count
        } else {
            self.series
        };
        if let Some(name) = store.series.name(next) {
            self.load(name, store);
        }
        true
    }

    /// Goes on to another year; None, and stays, if there is none.
    pub fn turn_year(&mut self, by: isize, store: &Store) -> Option<()> {
        let years = self.ledger.years();
        let at = years.iter().position(|year| *year == self.year)?;
        let year = *years.get(at.checked_add_signed(by)?)?;
        let row = self.row();
        self.show_year(year, &store.bulletins, store.lang);
        if let Some(row) = row {
            self.go_to_row(row);
        }
        Some(())
    }

    /// Lists other rows, or the same otherwise, if an action asks for that. The cursor stays on its row if that is
    /// listed; what is at the top of another list is what was asked for.
    pub fn choose(&mut self, action: &Action, store: &Store) -> bool {
        let row = self.row();
        let choice = &mut self.choice;
        match action {
            Action::Filter => choice.filter = choice::turned(&Filter::ALL, choice.filter),
            Action::Sort => choice.sort = choice::turned(&Sort::ALL, choice.sort),
            Action::Group => choice.by_theme = !choice.by_theme,
            Action::Numeric => choice.numeric = !choice.numeric,
            Action::Changed => choice.changed = !choice.changed,
            _ => return false,
        }
        self.show_year(self.year, &store.bulletins, store.lang);
        if let Some(row) = row.filter(|_| !matches!(action, Action::Filter | Action::Sort)) {
            self.go_to_row(row);
        }
        true
    }

    /// Moves the cursor, if an action asks for that, a page being so many items.
    pub fn step(&mut self, action: &Action, page: usize) -> bool {
        let down = matches!(action, Action::Down | Action::PageDown | Action::Top);
        let Some(to) = moved(action, self.cursor, self.items.len(), page) else {
            return false;
        };
        self.cursor = to;
        self.off_groups(down);
        true
    }

    /// The section of what the row under the cursor says last; of the series' newest bulletin as a whole
    /// where there is no row.
    pub fn section(&self, store: &Store) -> Option<(usize, Option<usize>)> {
        let cells = self.current().map(|row| row.cells.iter().flatten());
        if let Some(cell) = cells.and_then(|mut cells| cells.next_back()) {
            return Some((cell.bulletin, Some(cell.section)));
        }
        let newest = store.series.newest(self.series, &store.bulletins);
        newest.map(|bulletin| (bulletin, None))
    }
}

/// What else the ledger's series is probably one with, by its name.
pub fn probably_one(name: &str, bulletins: &[Bulletin]) -> Option<String> {
    let mut pairs = crate::compare::probably_one(bulletins).into_iter();
    pairs.find_map(|(one, other)| match (one == name, other == name) {
        (true, _) => Some(other),
        (_, true) => Some(one),
        _ => None,
    })
}

/// What users said of pairs, of all files.
pub fn all_links(store: &Store) -> Links {
    Links::all(store.links_files.iter().map(|file| &file.links))
}
