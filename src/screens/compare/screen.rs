//! The door of Compare: what it is asked and what it answers.

use crate::calendar::Year;
use crate::compare::{Row, RowGroup, are_of_several, members};
use crate::export::pick::Pick;
use crate::keymap::action::Action;
use crate::keymap::mode::{Mode, ScreenId};
use crate::keymap::motion::{moved, page};
use crate::screens::screen::{Hit, Input, Request, Screen, Step, Title};
use crate::store::effect::Answer;
use crate::store::moved::Moved;
use crate::store::store::Store;
use crate::view::area::body;
use crate::view::canvas::Canvas;

use super::keys::{COMPARE, EVIDENCE};
use super::lay::Lay;
use super::list::Item;
use super::said::Said;
use super::state::{State, probably_one};
use super::{draw, evidence_draw};

/// Cells of a tick box, from the left.
const BOX: u16 = 4;

/// The screen.
#[derive(Debug, Default)]
pub struct CompareScreen {
    state: State,
    said: Said,
    lay: Option<Lay>,
}

impl CompareScreen {
    const ID: ScreenId = ScreenId("compare");

    /// The rows that are listed, and the one under the cursor, by their indices in the ledger.
    pub fn listed(&self) -> (Vec<usize>, Option<usize>) {
        (self.state.listed().collect(), self.state.row())
    }

    /// The year in the middle, and its groups that have rows to list: how many their heads tell of, and the rows below.
    pub fn groups(&self) -> (Year, Vec<(RowGroup, usize, Vec<usize>)>) {
        let list = &self.state.list;
        let mut groups: Vec<(RowGroup, usize, Vec<usize>)> = Vec::new();
        for item in &list.items {
            match (item, groups.last_mut()) {
                (Item::Group(at), _) => {
                    let group = list.groups.get(*at);
                    groups.extend(group.map(|g| (g.kind, g.count.total(), Vec::new())));
                }
                (Item::Row(row), Some((.., rows))) => rows.push(*row),
                _ => {}
            }
        }
        (self.state.year, groups)
    }

    /// The names of the ledger's rows.
    pub fn indicators(&self) -> Vec<&str> {
        let rows = self.state.ledger.rows.iter();
        rows.map(|row| row.indicator.as_str()).collect()
    }

    /// Opens the ledger of two bulletins that are picked as wholes, else of the series that is being read.
    fn open(&mut self, store: &mut Store) -> Step {
        if let Some(name) = store.picked_together() {
            return self.open_together(&name, store);
        }
        let here = &store.here;
        let of_bulletin = || store.series.of_bulletin(here.bulletin?);
        let reading = here.series.or_else(of_bulletin);
        // A file with problems is of no series; there the first one opens.
        let Some(name) = store.series.name(reading.unwrap_or(0)).map(str::to_owned) else {
            store.complain(store.lang.words().no_bulletins);
            return Step::Stay;
        };
        self.state.evidence = None;
        if self.state.ledger.series != name {
            self.state.load(&name, store);
            if let Some(other) = probably_one(&name, &store.bulletins) {
                store.say(store.lang.words().with_which(&store.keymap, other));
            }
        }
        Step::Go(Self::ID)
    }

    /// Opens the ledger of bulletins that are laid together by hand.
    fn open_together(&mut self, name: &str, store: &mut Store) -> Step {
        self.state.evidence = None;
        if self.state.ledger.series != name {
            self.state.load(name, store);
        }
        let words = store.lang.words();
        let apart = are_of_several(&store.bulletins, &members(&store.bulletins, name));
        let apart = if apart { words.of_several } else { "" };
        store.say(format!("{}{apart}", words.laid_together(&store.keymap)));
        Step::Go(Self::ID)
    }

    /// Opens what another screen asks for.
    fn request(&mut self, request: &Request, store: &mut Store) -> Step {
        match request {
            Request::Together(name) => self.open_together(name, store),
            Request::Row(name, cell) => {
                if members(&store.bulletins, name).is_empty() {
                    return Step::Pass;
                }
                self.state.load(name, store);
                self.state.go_to_cell(*cell, store);
                self.open_evidence();
                Step::Go(Self::ID)
            }
            _ => Step::Pass,
        }
    }

    fn open_evidence(&mut self) {
        self.state.evidence = self.state.row().map(|_| 0);
    }

    /// Picks rows, or takes them out if all are picked.
    fn tick(&self, rows: &[usize], store: &mut Store) {
        let ledger = &self.state.ledger;
        let rows: Vec<&Row> = rows.iter().filter_map(|at| ledger.rows.get(*at)).collect();
        if rows.is_empty() {
            return store.complain(store.lang.words().nothing_to_pick);
        }
        let picked = store.picks.rows_of(&ledger.series);
        let missing = rows.iter().filter(|row| !picked.has(row));
        let missing: Vec<Pick> = missing.filter_map(|row| self.pick_of(row)).collect();
        if missing.is_empty() {
            store.picks.drop_rows(&ledger.series, &rows);
        } else {
            store.picks.items.extend(missing);
        }
        store.say_picked();
    }

    fn pick_of(&self, row: &Row) -> Option<Pick> {
        Some(Pick::Row {
            series: self.state.ledger.series.clone(),
            cell: *row.cells.iter().flatten().next()?,
            indicator: row.indicator.clone(),
        })
    }

    fn tick_current(&self, store: &mut Store) -> Step {
        let row: Vec<usize> = self.state.row().into_iter().collect();
        self.tick(&row, store);
        Step::Stay
    }

    /// Lays the section of the row beside that of other years.
    fn beside(&self, store: &mut Store) -> Step {
        if let Some((bulletin, section)) = self.state.section(store) {
            return Step::To(Request::Beside(bulletin, section));
        }
        store.complain(store.lang.words().no_bulletins);
        Step::Stay
    }

    fn turn_year(&mut self, on: bool, store: &mut Store) {
        if self
            .state
            .turn_year(if on { 1 } else { -1 }, store)
            .is_none()
        {
            let words = store.lang.words();
            store.complain(if on { words.no_later } else { words.no_earlier });
        }
    }

    fn list_action(&mut self, action: &Action, store: &mut Store) -> Step {
        match action {
            Action::Back => return Step::Back,
            Action::Tick => return self.tick_current(store),
            Action::TickAll => self.tick(&self.state.listed().collect::<Vec<_>>(), store),
            Action::Enter => match self.state.on_group() {
                Some((group, open)) => self.state.set_open(group, !open, store),
                None => self.open_evidence(),
            },
            Action::Left | Action::Right => {
                let on = *action == Action::Right;
                match self.state.on_group() {
                    Some((group, open)) if open != on => self.state.set_open(group, on, store),
                    _ => self.turn_year(on, store),
                }
            }
            Action::YearBack | Action::YearOn => self.turn_year(*action == Action::YearOn, store),
            Action::Fold => self.state.fold(store),
            Action::RowGroup(at) => {
                let group = RowGroup::ALL.get(usize::from(*at).wrapping_sub(1)).copied();
                let group = group.filter(|group| group.is_promised());
                if !self.state.show_group(group, store) {
                    store.complain(store.lang.words().no_such_group);
                }
            }
            Action::Switch => {
                if !self.state.turn_series(store) {
                    store.complain(store.lang.words().only_series);
                }
            }
            action if self.state.choose(action, store) => {}
            action => {
                let rows = |lay: &Lay| usize::from(lay.parts(body(store.size)).list.rows);
                let page = self.lay.as_ref().map_or(1, |lay| lay.page(rows(lay)));
                if !self.state.step(action, page) {
                    return Step::Pass;
                }
            }
        }
        Step::Stay
    }

    fn evidence_action(&mut self, action: &Action, top: usize, store: &mut Store) -> Step {
        let rows = usize::from(body(store.size).rows);
        match action {
            Action::Back | Action::Enter => self.state.evidence = None,
            Action::Tick => return self.tick_current(store),
            Action::Left | Action::Right => {
                let before = self.state.cursor;
                self.state.step_row(*action == Action::Right);
                if self.state.cursor != before {
                    self.state.evidence = Some(0);
                }
            }
            action => {
                let evidence = self.lay.as_ref().and_then(|lay| lay.evidence.as_ref());
                let lines = evidence.map_or(0, |evidence| evidence.lines.len());
                let lowest = lines.saturating_sub(rows);
                match moved(action, top, lowest + 1, page(rows)) {
                    Some(to) => self.state.evidence = Some(to),
                    None => return Step::Pass,
                }
            }
        }
        Step::Stay
    }

    fn action(&mut self, action: &Action, store: &mut Store) -> Step {
        match action {
            Action::Compare => self.open(store),
            Action::Parallel => self.beside(store),
            Action::Confirm => self.said.confirm(&self.state, store),
            Action::Part => self.said.part(&self.state, store),
            action => match self.state.evidence {
                Some(top) => self.evidence_action(action, top, store),
                None => self.list_action(action, store),
            },
        }
    }

    /// A click: the first one on a row goes to it, one on the row under the cursor opens it; one on a tick box ticks.
    fn click(&mut self, hit: Option<Hit>, store: &mut Store) -> Step {
        let (at, action) = match hit {
            Some(Hit::Row(at)) if at == self.state.cursor => (at, Some(Action::Enter)),
            Some(Hit::Row(at)) => (at, None),
            Some(Hit::Box(at)) => (at, Some(Action::Tick)),
            _ => return Step::Stay,
        };
        self.state.cursor = at;
        action.map_or(Step::Stay, |action| self.action(&action, store))
    }
}

impl Screen for CompareScreen {
    fn id(&self) -> ScreenId {
        Self::ID
    }

    fn mode(&self) -> Mode {
        match self.state.evidence {
            Some(_) => EVIDENCE,
            None => COMPARE,
        }
    }

    fn opens(&self, action: &Action) -> bool {
        *action == Action::Compare
    }

    fn takes(&self, request: &Request) -> bool {
        matches!(request, Request::Together(_) | Request::Row(..))
    }

    fn update(&mut self, input: Input<'_>, store: &mut Store) -> Step {
        let step = match input {
            Input::Action(action) => self.action(action, store),
            Input::Click(hit) => self.click(hit, store),
            Input::Wheel(_, true) => self.action(&Action::Down, store),
            Input::Wheel(_, false) => self.action(&Action::Up, store),
            Input::Request(request) => self.request(request, store),
            Input::Answer(Answer::Linked(result)) => {
                self.said.changed(result, &mut self.state, store);
                Step::Stay
            }
            _ => Step::Pass,
        };
        // Rows are taken away in the year that is shown.
        let ledger = &self.state.ledger;
        if !ledger.columns.is_empty() {
            store.middles.set(&ledger.series, self.state.year);
        }
        step
    }

    fn lay(&mut self, store: &mut Store) {
        self.lay = Some(Lay::of(self.lay.take(), &mut self.state, store));
    }

    fn drop_lay(&mut self) {
        self.lay = None;
    }

    fn hit(&self, x: u16, y: u16, store: &Store) -> Option<Hit> {
        let lay = self
            .lay
            .as_ref()
            .filter(|_| self.state.evidence.is_none())?;
        let row = lay.parts(body(store.size)).list.row_in(y)?;
        let (item, _) = lay.item_at(self.state.top + row)?;
        match self.state.list.items.get(item)? {
            Item::Row(_) if x < BOX => Some(Hit::Box(item)),
            Item::Row(_) | Item::Group(_) => Some(Hit::Row(item)),
            Item::Chapter(_) => None,
        }
    }

    fn title(&self, store: &Store) -> Title {
        draw::title(&self.state, store)
    }

    fn draw(&self, store: &Store, canvas: &mut Canvas<'_>) {
        let Some(lay) = &self.lay else { return };
        match (self.state.evidence, &lay.evidence) {
            (Some(top), Some(evidence)) => {
                let lines = evidence.lines.iter().skip(top);
                evidence_draw::draw(lines, body(store.size), canvas);
            }
            _ => draw::draw(&self.state, lay, store, canvas),
        }
    }

    fn pick(&self, _store: &Store) -> Option<Pick> {
        self.pick_of(self.state.current()?)
    }

    fn stands_reload(&self) -> bool {
        false
    }

    fn follow(&mut self, _moved: &Moved, _store: &mut Store) {
        let choice = self.state.choice;
        *self = Self::default();
        self.state.choice = choice;
    }
}
