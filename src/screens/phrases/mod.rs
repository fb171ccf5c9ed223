//! Phrases: what the newest year beside others says first, and what it no longer says; and counts of words by year.

mod draw;
mod keys;
mod lay;
mod state;

pub use keys::KEYS;

use crate::keymap::action::Action;
use crate::keymap::mode::{Mode, ScreenId};
use crate::keymap::motion::{moved, page};
use crate::screens::screen::{Hit, Input, Request, Screen, Step, Title};
use crate::store::moved::Moved;
use crate::store::prompt::Prompt;
use crate::store::store::Store;
use crate::view::canvas::Canvas;

use keys::PHRASES;
use lay::{Lay, areas};
use state::{PhraseItem, PhraseList, Source};

/// The screen.
#[derive(Debug, Default)]
pub struct PhrasesScreen {
    list: PhraseList,
    lay: Option<Lay>,
}

impl PhrasesScreen {
    const ID: ScreenId = ScreenId("phrases");

    /// Lists the phrases of some years, and words that were asked for.
    fn list(&mut self, source: Source, asked: Vec<String>, store: &Store) -> Step {
        let Some(list) = PhraseList::new(source, asked, store) else {
            return Step::Stay;
        };
        self.list = list;
        self.lay = None;
        Step::Go(Self::ID)
    }

    /// Adds words to those that are counted, above all others.
    fn count(&mut self, words: String, store: &Store) -> Step {
        let mut asked = std::mem::take(&mut self.list.asked);
        asked.retain(|other| *other != words);
        asked.insert(0, words);
        self.list(self.list.source.clone(), asked, store)
    }

    /// What a key does while words are typed.
    fn type_on(&mut self, action: &Action, store: &mut Store) -> Step {
        let Some(prompt) = store.prompt.as_mut() else {
            return Step::Pass;
        };
        match action {
            Action::Back => {
                store.close_prompt();
                store.say(store.lang.words().cancelled);
            }
            Action::Enter => {
                let words = prompt.text.trim().to_owned();
                if words.chars().any(char::is_alphanumeric) {
                    store.typed_before.remember(Self::ID, &words);
                    store.close_prompt();
                    return self.count(words, store);
                }
                store.complain(store.lang.words().no_words);
            }
            action => prompt.edit(action),
        }
        Step::Stay
    }

    fn list_action(&mut self, action: &Action, store: &mut Store) -> Step {
        match action {
            Action::Back => return Step::Back,
            Action::Enter => return self.open(),
            Action::Count => {
                let asks = (Self::ID, store.lang.words().words_to_count);
                store.prompt = Some(Prompt::new(asks, "", &store.typed_before));
            }
            Action::Switch => self.list.cursor = self.list.behind_next_head(),
            action => {
                let page = page(areas(store).0.rows.into());
                let len = self.list.items.len();
                let Some(to) = moved(action, self.list.cursor, len, page) else {
                    return Step::Pass;
                };
                self.list.cursor = to;
            }
        }
        Step::Stay
    }

    /// Opens the text where the phrase under the cursor stands first.
    fn open(&self) -> Step {
        let spot = self.list.first_place();
        spot.map_or(Step::Stay, |spot| {
            Step::To(Request::Open { spot, on: true })
        })
    }

    /// A click: the first one on a phrase goes to it, one on the phrase under the cursor opens its text.
    fn click(&mut self, at: usize) -> Step {
        let before = std::mem::replace(&mut self.list.cursor, at);
        if before == at {
            return self.open();
        }
        Step::Stay
    }
}

impl Screen for PhrasesScreen {
    fn id(&self) -> ScreenId {
        Self::ID
    }

    fn mode(&self) -> Mode {
        PHRASES
    }

    fn takes(&self, request: &Request) -> bool {
        matches!(request, Request::Phrases(..))
    }

    fn update(&mut self, input: Input<'_>, store: &mut Store) -> Step {
        match input {
            Input::Request(Request::Phrases(shown, title)) => {
                let (shown, title) = (shown.clone(), title.clone());
                self.list(Source { shown, title }, Vec::new(), store)
            }
            Input::Action(action) if store.asks_for(Self::ID) => self.type_on(action, store),
            Input::Action(action) => self.list_action(action, store),
            Input::Click(_) | Input::Wheel(..) if store.asks_for(Self::ID) => Step::Stay,
            Input::Click(Some(Hit::Row(at))) => self.click(at),
            Input::Wheel(_, true) => self.list_action(&Action::Down, store),
            Input::Wheel(_, false) => self.list_action(&Action::Up, store),
            _ => Step::Pass,
        }
    }

    fn lay(&mut self, store: &mut Store) {
        let rows = usize::from(areas(store).0.rows).max(1);
        self.list.settle(rows);
        self.lay = Some(Lay::of(self.lay.take(), &self.list, store));
    }

    fn drop_lay(&mut self) {
        self.lay = None;
    }

    fn hit(&self, _x: u16, y: u16, store: &Store) -> Option<Hit> {
        let at = self.list.top + areas(store).0.row_in(y)?;
        let item = self.list.items.get(at);
        matches!(item, Some(PhraseItem::Phrase(..))).then_some(Hit::Row(at))
    }

    fn title(&self, _store: &Store) -> Title {
        Title {
            words: self.list.source.title.clone(),
            ..Title::default()
        }
    }

    fn draw(&self, store: &Store, canvas: &mut Canvas<'_>) {
        if let Some(lay) = &self.lay {
            draw::draw(lay, &self.list, store, canvas);
        }
    }

    fn stands_reload(&self) -> bool {
        false
    }

    fn follow(&mut self, _moved: &Moved, _store: &mut Store) {
        *self = Self::default();
    }
}
