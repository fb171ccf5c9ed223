//! 对读: the same section of two to four years side by side, scrolled together.
//!
//! What answers to what and what changed is `crate::parallel`'s. Here it is shown, and the way from change to change is
//! kept.

mod draw;
mod keys;
mod lay;
mod row;
mod state;

pub use keys::KEYS;

use crate::i18n::counted;
use crate::keymap::action::Action;
use crate::keymap::mode::{Mode, ScreenId};
use crate::keymap::motion::moved;
use crate::parallel::ParallelPosition;
use crate::screens::screen::{Hit, Input, Request, Screen, Spot, Step, Title};
use crate::store::moved::Moved;
use crate::store::store::Store;
use crate::view::area::body;
use crate::view::canvas::Canvas;
use crate::wording::source::heading_path;

use draw::Seen;
use keys::PARALLEL;
use lay::{Areas, Lay, SetFor};
use state::{Base, State};

/// The screen.
#[derive(Debug, Default)]
pub struct ParallelScreen {
    state: State,
    lay: Option<Lay>,
    /// What the rows were set for that the top counts.
    top_for: Option<SetFor>,
}

impl ParallelScreen {
    const ID: ScreenId = ScreenId("parallel");

    /// Opens a section, or a bulletin as a whole, with the year before it.
    fn open(&mut self, base: Base, store: &mut Store) -> Step {
        let years = self.state.years;
        if self.show(base, years, store) {
            Step::Go(Self::ID)
        } else {
            Step::Stay
        }
    }

    /// Opens what the reader stands on.
    fn open_here(&mut self, store: &mut Store) -> Step {
        let section = store.here.section;
        let base = match section {
            Some((bulletin, section)) => Some((bulletin, Some(section))),
            None => store.here.bulletin.map(|bulletin| (bulletin, None)),
        };
        let Some(base) = base else {
            store.complain(store.lang.words().no_bulletins);
            return Step::Stay;
        };
        self.open(base, store)
    }

    /// Lays so many years side by side. False, and said why, if there is nothing to lay beside.
    fn show(&mut self, base: Base, years: usize, store: &mut Store) -> bool {
        let Some(state) = State::beside(base, years, self.state.folded, store) else {
            return false;
        };
        *self = Self {
            state,
            ..Self::default()
        };
        true
    }

    fn areas(&self, store: &Store) -> Areas {
        Areas::new(store.size, self.state.text.columns.len())
    }

    /// The place at the top of the screen, or the next one below it.
    fn top_place(&self) -> Option<ParallelPosition> {
        let lay = self.lay.as_ref()?;
        lay.place_from(&self.state.text, self.state.top)
    }

    fn act(&mut self, action: &Action, store: &mut Store) -> Step {
        let state = &mut self.state;
        match action {
            Action::Parallel => return self.open_here(store),
            Action::Back => return Step::Back,
            Action::NextChange => self.go_to_change(true, store),
            Action::PreviousChange => self.go_to_change(false, store),
            Action::Fold => state.folded = !state.folded,
            Action::Left => state.column = state.column.saturating_sub(1),
            Action::Right => {
                let last = state.text.columns.len().saturating_sub(1);
                state.column = (state.column + 1).min(last);
            }
            Action::Years(years) => {
                let (base, years) = (state.base, usize::from(*years));
                let before = state.text.columns.len();
                self.show(base, years, store);
                if self.state.text.columns.len() == before && years != before {
                    store.complain(store.lang.words().no_more_years);
                }
            }
            Action::Terms => {
                return Step::To(Request::Phrases(state.shown(), self.title(store).words));
            }
            Action::Switch => self.other_section(true, store),
            Action::Previous => self.other_section(false, store),
            Action::Tick => self.tick(store),
            Action::Enter => {
                let top = self.top_place();
                if let Some((bulletin, section)) = self.state.chosen(top.as_ref()) {
                    let spot = Spot::Section(bulletin, section);
                    return Step::To(Request::Open { spot, on: true });
                }
            }
            action => return self.scroll(action, store),
        }
        Step::Stay
    }

    fn scroll(&mut self, action: &Action, store: &Store) -> Step {
        let rows = self.areas(store).rows();
        let all = self.lay.as_ref().map_or(0, |lay| lay.rows.len());
        let state = &mut self.state;
        let lowest = all.saturating_sub(rows).max(state.top);
        let page = rows.saturating_sub(2).max(1);
        let Some(to) = moved(action, state.top, lowest + 1, page) else {
            return Step::Pass;
        };
        (state.top, state.anchor) = (to, None);
        Step::Stay
    }

    fn tick(&self, store: &mut Store) {
        let column = self.state.text.columns.get(self.state.column);
        match column.map(|column| &column.shown) {
            Some(shown) if !shown.sections.is_empty() => {
                store.pick_sections(shown.bulletin, &shown.sections);
            }
            _ => store.complain(store.lang.words().nothing_to_pick),
        }
    }

    /// Goes to the next change, or the one before.
    fn go_to_change(&mut self, on: bool, store: &mut Store) {
        let words = store.lang.words();
        let text = &self.state.text;
        if text.changes.is_empty() {
            return store.complain(words.no_changes);
        }
        let Some(lay) = &self.lay else { return };
        let changes = text.changes.iter();
        let rows_of: Vec<usize> = changes
            .map(|change| lay.row_of_change(text, change))
            .collect();
        let rows = self.areas(store).rows();
        if !self.state.go_to_change(on, &rows_of, rows) {
            store.complain(if on {
                words.last_change
            } else {
                words.first_change
            });
        }
    }

    /// The next section of the bulletin that was asked for, or the one before, with its year.
    fn other_section(&mut self, on: bool, store: &mut Store) {
        let (bulletin, _) = self.state.base;
        let Some(all) = store.bulletins.get(bulletin) else {
            return;
        };
        let Some(base) = self.state.other_section(on, all.sections().len()) else {
            let words = store.lang.words();
            let message = if on {
                words.end_of(&all.title)
            } else {
                words.beginning_of(&all.title)
            };
            return store.say(message);
        };
        let years = self.state.years;
        self.show(base, years, store);
    }
}

impl Screen for ParallelScreen {
    fn id(&self) -> ScreenId {
        Self::ID
    }

    fn mode(&self) -> Mode {
        PARALLEL
    }

    fn opens(&self, action: &Action) -> bool {
        *action == Action::Parallel
    }

    fn takes(&self, request: &Request) -> bool {
        matches!(request, Request::Beside(..))
    }

    fn update(&mut self, input: Input<'_>, store: &mut Store) -> Step {
        match input {
            Input::Action(action) => self.act(action, store),
            Input::Wheel(_, true) => self.scroll(&Action::Down, store),
            Input::Wheel(_, false) => self.scroll(&Action::Up, store),
            Input::Click(Some(Hit::Pane(at))) => {
                self.state.column = at;
                Step::Stay
            }
            Input::Request(Request::Beside(bulletin, section)) => {
                self.open((*bulletin, *section), store)
            }
            _ => Step::Pass,
        }
    }

    fn lay(&mut self, store: &mut Store) {
        let areas = self.areas(store);
        let state = &mut self.state;
        let set_for = SetFor::new(&areas, state.folded, store);
        let before = self.lay.take().filter(|lay| lay.set_for == set_for);
        let lay = before.unwrap_or_else(|| Lay::new(&state.text, set_for, store));
        if self.top_for != Some(set_for) {
            let anchor = state.anchor.as_ref().filter(|_| state.top > 0);
            state.top = anchor.map_or(0, |place| lay.row_of(&state.text, place));
            self.top_for = Some(set_for);
        }
        state.top = state.top.min(lay.rows.len().saturating_sub(1));
        if lay.rows.len() <= areas.rows() {
            state.top = 0;
        }
        if state.anchor.is_none() {
            state.anchor = lay.place_from(&state.text, state.top);
        }
        self.lay = Some(lay);
    }

    fn drop_lay(&mut self) {
        self.lay = None;
    }

    fn hit(&self, x: u16, y: u16, store: &Store) -> Option<Hit> {
        let heads = body(store.size).y;
        let mut beside = self.areas(store).beside.into_iter();
        let at = beside.position(|area| area.holds(x, y) || (y == heads && area.has_column(x)));
        at.map(Hit::Pane)
    }

    /// The path of the section, or the bulletin's title; which change of how many.
    fn title(&self, store: &Store) -> Title {
        let words = store.lang.words();
        let (bulletin, section) = self.state.base;
        let bulletin = store.bulletins.get(bulletin);
        let title = bulletin.map(|bulletin| match section {
            Some(section) => heading_path(bulletin, section),
            None => bulletin.title.clone(),
        });
        let all = self.state.text.changes.len();
        let position = match self.state.change {
            Some(at) => words.change_at(at + 1, all),
            None => counted(all, words.changes),
        };
        Title {
            words: title.unwrap_or_default(),
            position,
            ..Title::default()
        }
    }

    fn draw(&self, store: &Store, canvas: &mut Canvas<'_>) {
        let state = &self.state;
        if let Some(lay) = &self.lay {
            Seen { state, lay, store }.draw(&self.areas(store), canvas);
        }
    }

    fn stands_reload(&self) -> bool {
        false
    }

    fn follow(&mut self, _moved: &Moved, _store: &mut Store) {
        *self = Self::default();
    }
}
