//! Find: what was typed, the hits as a list, and what the search is kept to. What was found lives in the store: the
//! text marks it.
//!
//! The search goes on while no key is pressed, part by part; a key starts it anew or waits for no more than one part.

mod draw;
mod keys;
mod lay;
mod state;

pub use keys::KEYS;

use crate::export::pick::Pick;
use crate::i18n::counted;
use crate::keymap::action::Action;
use crate::keymap::mode::{Mode, ScreenId};
use crate::keymap::motion::{moved, page};
use crate::screens::screen::{Hit, Input, Request, Screen, Spot, Step, Title};
use crate::search::{Query, Search};
use crate::store::moved::Moved;
use crate::store::prompt::Prompt;
use crate::store::store::Store;
use crate::view::area::body;
use crate::view::canvas::Canvas;

use keys::FIND;
use lay::{FindRow, Lay};
use state::State;

/// Bytes of text that are searched between two looks for a key: a few milliseconds' work.
const AT_ONCE: usize = 1 << 20;

/// Cells of a tick box, from the left.
const BOX: u16 = 4;

/// The screen.
#[derive(Debug, Default)]
pub struct FindScreen {
    state: State,
    lay: Option<Lay>,
}

impl FindScreen {
    const ID: ScreenId = ScreenId("find");

    /// Opens the screen with its input line.
    fn open(&mut self, store: &mut Store) -> Step {
        let elsewhere = store.mode != FIND;
        if elsewhere && self.state.open_at(store.here.bulletin) {
            self.search_anew(store);
        }
        let asks = (Self::ID, store.lang.words().find_label);
        store.prompt = Some(Prompt::new(asks, "", &store.typed_before));
        if elsewhere {
            Step::On(Self::ID)
        } else {
            Step::Stay
        }
    }

    /// Lists the figures of the open bulletin.
    fn list_figures(&mut self, store: &mut Store) -> Step {
        let Some(bulletin) = store.here.bulletin else {
            return Step::Stay;
        };
        self.state.keep_to(bulletin);
        "#".clone_into(&mut store.hits.typed);
        self.search_anew(store);
        Step::On(Self::ID)
    }

    /// What a key does while something to look for is typed: the list follows.
    fn type_on(&mut self, action: &Action, store: &mut Store) -> Step {
        let Some(prompt) = store.prompt.as_mut() else {
            return Step::Pass;
        };
        match action {
            Action::Back => {
                store.close_prompt();
                if store.hits.typed.is_empty() {
                    return Step::Back;
                }
            }
            Action::Enter | Action::Switch => Self::end_typing(store),
            Action::Down if prompt.is_newest() => Self::end_typing(store),
            Action::PageUp | Action::PageDown => return self.list_action(action, store),
            action => {
                prompt.edit(action);
                if prompt.text != store.hits.typed {
                    store.hits.typed.clone_from(&prompt.text);
                    self.search_anew(store);
                }
            }
        }
        Step::Stay
    }

    /// The keys go to the list.
    fn end_typing(store: &mut Store) {
        store.typed_before.remember(Self::ID, &store.hits.typed);
        store.close_prompt();
        let search = &store.hits.search;
        if search.is_done() && search.hits.is_empty() && !search.asks_nothing() {
            store.complain(store.lang.words().no_hits);
        }
    }

    /// Begins the search again.
    fn search_anew(&mut self, store: &mut Store) {
        let query = Query::parse(&store.hits.typed);
        // The order of the tree, which is known.
        let order = store.series.in_order();
        let kept = self.state.kept();
        store.hits.search = Search::new(&store.bulletins, order, query, kept);
        (store.hits.cursor, self.state.top) = (0, 0);
        self.lay = None;
        // A small library is searched before the next frame: the list does not flicker.
        self.search_on(store);
    }

    /// Searches a part; whether that was the last one.
    fn search_on(&mut self, store: &mut Store) -> bool {
        store.hits.search.go_on(&store.bulletins, AT_ONCE);
        self.settle(store);
        store.hits.search.is_done()
    }

    fn list_action(&mut self, action: &Action, store: &mut Store) -> Step {
        match action {
            Action::Back => return Step::Back,
            Action::Enter => return Self::open_hit(store),
            Action::Tick => Self::tick_hit(store),
            action if self.state.turn(action, store) => self.search_anew(store),
            action => {
                let page = page(body(store.size).rows.into());
                let len = store.hits.search.hits.len();
                let Some(to) = moved(action, store.hits.cursor, len, page) else {
                    return Step::Pass;
                };
                store.hits.cursor = to;
            }
        }
        Step::Stay
    }

    /// To the next hit, or the one before: in the list or, elsewhere, in the text.
    fn next_hit(by: isize, store: &mut Store) -> Step {
        let words = store.lang.words();
        let len = store.hits.search.hits.len();
        if len == 0 {
            store.complain(if store.hits.search.asks_nothing() {
                words.find_first(&store.keymap)
            } else {
                words.no_hits.to_owned()
            });
            return Step::Stay;
        }
        let to = store.hits.cursor.checked_add_signed(by);
        let Some(to) = to.filter(|to| *to < len) else {
            store.say(if by < 0 {
                words.first_hit
            } else {
                words.last_hit
            });
            return Step::Stay;
        };
        store.hits.cursor = to;
        if store.mode == FIND {
            return Step::Stay;
        }
        let spot = Self::tell_hit(store);
        spot.map_or(Step::Stay, |spot| Step::To(Request::Put(spot)))
    }

    /// Opens the text at the hit under the cursor; Esc comes back to the list.
    fn open_hit(store: &mut Store) -> Step {
        let spot = Self::tell_hit(store);
        spot.map_or(Step::Stay, |spot| {
            Step::To(Request::Open { spot, on: true })
        })
    }

    /// The hit under the cursor as a spot of the text, after saying which one it is.
    fn tell_hit(store: &mut Store) -> Option<Spot> {
        let hits = &store.hits;
        let hit = hits.current()?.clone();
        let place = format!("{}/{}", hits.cursor + 1, hits.search.hits.len());
        let label = store.lang.words().find_label;
        store.say(format!("{label}{}  {place}", hits.typed));
        Some(Spot::Hit(hit))
    }

    /// Picks the section of the hit under the cursor, or takes it out of the picks.
    fn tick_hit(store: &mut Store) {
        let hit = store.hits.current().map(|hit| (hit.bulletin, hit.section));
        match hit {
            Some((bulletin, Some(section))) => store.pick_sections(bulletin, &[section]),
            _ => store.complain(store.lang.words().nothing_to_pick),
        }
    }

    /// A click: the first one on a hit goes to it, one on the hit under the cursor opens it, one on a tick box ticks.
    fn click(hit: Option<Hit>, store: &mut Store) -> Step {
        if store.asks_for(Self::ID) {
            Self::end_typing(store);
        }
        let Some(Hit::Row(at) | Hit::Box(at)) = hit else {
            return Step::Stay;
        };
        let before = std::mem::replace(&mut store.hits.cursor, at);
        if matches!(hit, Some(Hit::Box(_))) {
            Self::tick_hit(store);
        } else if before == at {
            return Self::open_hit(store);
        }
        Step::Stay
    }

    /// Brings the rows and what is in view of them up to date.
    fn settle(&mut self, store: &mut Store) {
        let lay = Lay::of(self.lay.take(), &store.hits.search.hits);
        let hits = &mut store.hits;
        hits.cursor = hits.cursor.min(hits.search.hits.len().saturating_sub(1));
        let rows = usize::from(body(store.size).rows).max(1);
        self.state.top = lay.scrolled(self.state.top, hits.cursor, rows);
        self.lay = Some(lay);
    }
}

impl Screen for FindScreen {
    fn id(&self) -> ScreenId {
        Self::ID
    }

    fn mode(&self) -> Mode {
        FIND
    }

    fn opens(&self, action: &Action) -> bool {
        matches!(
            action,
            Action::Find | Action::Figures | Action::NextHit | Action::PreviousHit
        )
    }

    fn update(&mut self, input: Input<'_>, store: &mut Store) -> Step {
        match input {
            Input::Action(action) if store.asks_for(Self::ID) => self.type_on(action, store),
            Input::Action(Action::Find) => self.open(store),
            Input::Action(Action::Figures) => self.list_figures(store),
            Input::Action(Action::NextHit) => Self::next_hit(1, store),
            Input::Action(Action::PreviousHit) => Self::next_hit(-1, store),
            Input::Action(action) => self.list_action(action, store),
            Input::Wheel(_, true) => self.list_action(&Action::Down, store),
            Input::Wheel(_, false) => self.list_action(&Action::Up, store),
            Input::Click(hit) => Self::click(hit, store),
            _ => Step::Pass,
        }
    }

    fn lay(&mut self, store: &mut Store) {
        self.settle(store);
    }

    fn drop_lay(&mut self) {
        self.lay = None;
    }

    fn hit(&self, x: u16, y: u16, store: &Store) -> Option<Hit> {
        let row = self.state.top + body(store.size).row_in(y)?;
        match *self.lay.as_ref()?.rows.get(row)? {
            FindRow::Hit(at) if x < BOX => Some(Hit::Box(at)),
            FindRow::Hit(at) => Some(Hit::Row(at)),
            _ => None,
        }
    }

    /// Where is looked; the hit among the hits.
    fn title(&self, store: &Store) -> Title {
        let words = store.lang.words();
        let hits = &store.hits;
        let len = hits.search.hits.len();
        let position = if !hits.search.is_done() {
            words.searching.to_owned()
        } else if hits.search.asks_nothing() {
            String::new()
        } else if len == 0 {
            words.no_hits.to_owned()
        } else {
            format!("{}/{}", hits.cursor + 1, counted(len, words.hits))
        };
        let typed = match store.prompt {
            Some(_) => String::new(),
            None => format!("{}  ", hits.typed),
        };
        Title {
            words: format!("{typed}{}", self.state.kept_to(store.lang)),
            position,
            ..Title::default()
        }
    }

    fn draw(&self, store: &Store, canvas: &mut Canvas<'_>) {
        if let Some(lay) = &self.lay {
            draw::draw(lay, &self.state, store, canvas);
        }
    }

    fn pick(&self, store: &Store) -> Option<Pick> {
        let hit = store.hits.current()?;
        hit.section
            .map(|section| Pick::Section(hit.bulletin, section))
    }

    fn has_work(&self, store: &Store) -> bool {
        !store.hits.search.is_done()
    }

    fn work(&mut self, store: &mut Store) -> bool {
        self.search_on(store)
    }

    fn follow(&mut self, _moved: &Moved, store: &mut Store) {
        self.state.forget_bulletins();
        self.search_anew(store);
    }
}
