//! Which ledger is shown, around which year, and what was chosen of it. Knows nothing of how it is set.

use crate::calendar::Year;
use crate::compare::{Cell, Entry, Ledger, Row, RowGroup, Tally, around, members};
use crate::keymap::action::Action;
use crate::keymap::motion::moved;
use crate::model::Bulletin;
use crate::store::store::Store;

use super::choice::{self, Choice, Filter, Sort};
use super::list::{Item, List, Opened};

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
    /// The rows that have to do with the year.
    pub entries: Vec<Entry>,
    /// Where among them each row of the ledger is.
    places: Vec<Option<usize>>,
    /// How they stand.
    pub tally: Tally,
    /// Which groups show their rows.
    pub opened: Opened,
    /// What the list shows.
    pub list: List,
    /// Index of the cursor in the list's items; never on the heading of a chapter.
    pub cursor: usize,
    /// First visible row of the list, in screen rows.
    pub top: usize,
    /// The first visible row of the evidence, while that is open.
    pub evidence: Option<usize>,
    /// How often the list was made anew: what was set for another time is set no more.
    pub made: usize,
    /// How often a ledger was made: what was measured of another one holds no more.
    pub loaded: usize,
}

impl State {
    /// Index of the ledger's row under the cursor.
    pub fn row(&self) -> Option<usize> {
        match self.list.items.get(self.cursor)? {
            Item::Row(row) => Some(*row),
            Item::Group(_) | Item::Chapter(_) => None,
        }
    }

    /// The entry of a row of the ledger.
    pub fn entry(&self, row: usize) -> Option<&Entry> {
        self.entries.get((*self.places.get(row)?)?)
    }

    /// The first group of promises that has rows: the one an official is asked about.
    pub fn first_group(&self) -> Option<RowGroup> {
        let mut promised = RowGroup::ALL
            .into_iter()
            .filter(|group| group.is_promised());
        promised.find(|group| self.tally.group(*group).is_some())
    }

    /// Whether the year has main targets.
    pub fn has_main(&self) -> bool {
        self.tally.group(RowGroup::Main).is_some()
    }

    /// The row under the cursor.
    pub fn current(&self) -> Option<&Row> {
        self.ledger.rows.get(self.row()?)
    }

    /// The rows that are listed, by their indices in the ledger.
    pub fn listed(&self) -> impl Iterator<Item = usize> + '_ {
        self.list.items.iter().filter_map(|item| match item {
            Item::Row(row) => Some(*row),
            Item::Group(_) | Item::Chapter(_) => None,
        })
    }

    /// The columns around the year: the result of the year before, target and result of the year,
    /// the target of the year after; those that the ledger has.
    pub fn around(&self) -> Vec<usize> {
        self.columns_of_year().into_iter().flatten().collect()
    }

    /// The same, each in its place.
    fn columns_of_year(&self) -> [Option<usize>; 4] {
        around(self.year).map(|(year, role)| self.ledger.column(year, role))
    }

    /// The same with the promise first, then what was reported, what is promised next, and what was before.
    pub fn by_weight(&self) -> Vec<usize> {
        let mut columns = self.around();
        let is_before = |at: &usize| {
            let column = self.ledger.columns.get(*at);
            column.is_some_and(|column| column.year < self.year)
        };
        columns.sort_by_key(is_before);
        columns
    }

    /// Lists the rows of a year; the groups that are open stay so, and where none of them has rows the first one opens.
    pub fn show_year(&mut self, year: Year, store: &Store) {
        self.year = year;
        self.entries = self.ledger.entries(&store.bulletins, year);
        self.places = vec![None; self.ledger.rows.len()];
        for (at, entry) in self.entries.iter().enumerate() {
            if let Some(place) = self.places.get_mut(entry.row) {
                *place = Some(at);
            }
        }
        self.tally = Tally::of(year, &self.entries);
        let mut opened = self.entries.iter().filter(|e| self.opened.has(e.group));
        if opened.next().is_none() {
            self.opened = Opened::at_first(&self.entries, store.size.1.into());
        }
        self.list_again(store);
        self.go_to_top();
    }

    /// Lists the rows of the year as they are chosen now.
    fn list_again(&mut self, store: &Store) {
        let of = (&self.ledger, &store.bulletins[..], self.year);
        self.list = List::new(of, &self.entries, self.choice, self.opened);
        self.made += 1;
    }

    /// Puts the cursor on the first row.
    fn go_to_top(&mut self) {
        let mut items = self.list.items.iter();
        let first = items.position(|item| matches!(item, Item::Row(_)));
        (self.cursor, self.top) = (first.unwrap_or(0), 0);
    }

    /// Puts the cursor on a row of the ledger, if it is listed.
    pub fn go_to_row(&mut self, row: usize) -> bool {
        let mut items = self.list.items.iter();
        let at = items.position(|item| *item == Item::Row(row));
        self.cursor = at.unwrap_or(self.cursor);
        at.is_some()
    }

    /// Goes to the row of a cell: unfolds its group, and turns to another year if it has nothing to do with this one.
    pub fn go_to_cell(&mut self, cell: Cell, store: &Store) {
        let Some(row) = self.ledger.row_with(cell) else {
            return;
        };
        if self.go_to_row(row) {
            return;
        }
        let mut years = self.ledger.years();
        years.retain(|year| *year != self.year);
        // The year that is shown, then the others.
        for year in [self.year].into_iter().chain(years) {
            self.show_year(year, store);
            let Some(entry) = self.entry(row).copied() else {
                continue;
            };
            if !self.choice.takes(&entry, &self.ledger, year) {
                self.choice = Choice::default();
            }
            self.opened = self.opened.with(entry.group, true);
            self.list_again(store);
            if self.go_to_row(row) {
                return;
            }
        }
    }

    /// The group that the cursor stands in.
    pub fn group(&self) -> Option<RowGroup> {
        let items = self.list.items.get(..=self.cursor)?;
        let above = items.iter().rev().find_map(|item| match item {
            Item::Group(at) => self.list.groups.get(*at),
            Item::Chapter(_) | Item::Row(_) => None,
        });
        above.map(|group| group.kind)
    }

    /// The group whose name is under the cursor, and whether it is open.
    pub fn on_group(&self) -> Option<(RowGroup, bool)> {
        let Item::Group(at) = self.list.items.get(self.cursor)? else {
            return None;
        };
        let group = self.list.groups.get(*at)?;
        Some((group.kind, group.open))
    }

    /// Opens a group, or folds it, with the cursor on its name.
    pub fn set_open(&mut self, group: RowGroup, open: bool, store: &Store) {
        self.opened = self.opened.with(group, open);
        self.list_again(store);
        self.go_to_group(group);
    }

    /// Folds the group that the cursor stands in, or opens the one whose name it stands on.
    pub fn fold(&mut self, store: &Store) {
        if let Some(group) = self.group() {
            self.set_open(group, !self.opened.has(group), store);
        }
    }

    fn go_to_group(&mut self, group: RowGroup) -> bool {
        let is_it = |item: &Item| match item {
            Item::Group(at) => self.list.groups.get(*at).is_some_and(|g| g.kind == group),
            Item::Chapter(_) | Item::Row(_) => false,
        };
        let at = self.list.items.iter().position(is_it);
        self.cursor = at.unwrap_or(self.cursor);
        at.is_some()
    }

    /// Shows the rows of one group alone and goes to the first of them; of all of them for None. False, and nothing
    /// changes, if the group has no rows to list.
    pub fn show_group(&mut self, group: Option<RowGroup>, store: &Store) -> bool {
        let listed = |wanted: RowGroup| self.list.groups.iter().any(|g| g.kind == wanted);
        if group.is_some_and(|group| !listed(group)) {
            return false;
        }
        self.opened = Opened::new(|one| group.is_none_or(|group| group == one));
        self.list_again(store);
        match group {
            None => self.go_to_top(),
            Some(group) => {
                self.go_to_group(group);
                self.top = 0;
                let step = self.list.items.iter().skip(self.cursor);
                let first = step.clone().position(|item| matches!(item, Item::Row(_)));
                self.cursor += first.unwrap_or(0);
            }
        }
        true
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
            loaded: self.loaded + 1,
            ..Self::default()
        };
        let year = self.ledger.first_year().unwrap_or_default();
        self.show_year(year, store);
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
        let (year, evidence, opened) = (self.year, self.evidence, self.opened);
        self.load(&self.ledger.series.clone(), store);
        self.opened = opened;
        self.show_year(year, store);
        self.evidence = evidence.map(|_| 0);
        if let Some(cell) = cell {
            self.go_to_cell(cell, store);
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
        self.show_year(year, store);
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
            Action::Changed => choice.changed = !choice.changed,
            _ => return false,
        }
        self.list_again(store);
        self.open_listed(store);
        self.go_to_top();
        if let Some(row) = row.filter(|_| !matches!(action, Action::Filter | Action::Sort)) {
            self.go_to_row(row);
        }
        true
    }

    /// Moves the cursor, if an action asks for that, a page being so many items.
    pub fn step(&mut self, action: &Action, page: usize) -> bool {
        let down = matches!(action, Action::Down | Action::PageDown | Action::Top);
        let Some(to) = moved(action, self.cursor, self.list.items.len(), page) else {
            return false;
        };
        self.cursor = to;
        // The heading of a chapter has a group above it and a row below.
        if matches!(self.list.items.get(to), Some(Item::Chapter(_))) {
            self.cursor = if down { to + 1 } else { to.saturating_sub(1) };
        }
        true
    }

    /// Moves the cursor to the next row of the ledger that is listed, or the one before; it stays where there is none.
    pub fn step_row(&mut self, down: bool) {
        let is_row = |item: &Item| matches!(item, Item::Row(_));
        let items = &self.list.items;
        let to = if down {
            let mut behind = items.iter().skip(self.cursor + 1);
            behind.position(is_row).map(|at| self.cursor + 1 + at)
        } else {
            items.iter().take(self.cursor).rposition(is_row)
        };
        self.cursor = to.unwrap_or(self.cursor);
    }

    /// Where all rows that are chosen are in folded groups, opens those: what was asked for is seen.
    fn open_listed(&mut self, store: &Store) {
        let groups = &self.list.groups;
        if self.choice.is_less() && groups.iter().all(|group| !group.open) {
            let listed: Vec<RowGroup> = groups.iter().map(|group| group.kind).collect();
            self.opened = Opened::new(|group| self.opened.has(group) || listed.contains(&group));
            self.list_again(store);
        }
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
