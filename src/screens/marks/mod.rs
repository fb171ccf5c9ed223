//! 书签: places with names, set in the text, listed, gone to, renamed and removed.

mod draw;
mod keys;
mod lay;
mod naming;
mod state;

pub use keys::KEYS;

use crate::keymap::action::Action;
use crate::keymap::mode::{Mode, ScreenId};
use crate::keymap::motion::{moved, page};
use crate::screens::screen::{Hit, Input, Request, Screen, Spot, Step, Title};
use crate::store::effect::Effect;
use crate::store::marks::Found;
use crate::store::memory::Note;
use crate::store::moved::Moved;
use crate::store::prompt::Prompt;
use crate::store::store::Store;
use crate::view::canvas::Canvas;
use crate::view::scroll::scrolled;

use keys::MARKS;
use lay::{Lay, areas};
use naming::{Named, note, proposal};
use state::State;

/// The screen.
#[derive(Debug, Default)]
pub struct MarksScreen {
    state: State,
    lay: Option<Lay>,
}

impl MarksScreen {
    const ID: ScreenId = ScreenId("marks");

    /// Opens the list, which another reader may have changed.
    fn open(&mut self, store: &mut Store) -> Step {
        if store.mode == MARKS {
            return Step::Stay;
        }
        self.state.cursor = usize::from(!store.reading.memory.marks.is_empty());
        store.asks = Some(Effect::Recall);
        Step::On(Self::ID)
    }

    /// Asks for the name of a mark at the place that is open.
    fn ask_for_mark(&mut self, store: &mut Store) {
        let Some(place) = store.here.place.clone() else {
            return store.complain(store.lang.words().nothing_to_mark);
        };
        let proposal = proposal(&place, store);
        self.ask_for_name(Named::Place(place), &proposal, store);
    }

    fn ask_for_name(&mut self, named: Named, proposal: &str, store: &mut Store) {
        self.state.naming = Some(named);
        let label = (Self::ID, store.lang.words().mark_label);
        store.prompt = Some(Prompt::new(label, proposal, &store.typed_before));
    }

    /// What is done while the name is typed.
    fn edit_name(&mut self, action: &Action, store: &mut Store) {
        match action {
            Action::Back => {
                store.close_prompt();
                store.say(store.lang.words().cancelled);
            }
            Action::Enter => self.name_mark(store),
            action => {
                if let Some(prompt) = &mut store.prompt {
                    prompt.edit(action);
                }
            }
        }
    }

    /// The name was typed.
    fn name_mark(&mut self, store: &mut Store) {
        let typed = store.prompt.as_ref().map(|prompt| prompt.text.trim());
        let name = typed.unwrap_or_default().to_owned();
        let Some(named) = self.state.naming.clone() else {
            return;
        };
        let (note, message) = match note(named, &name, store) {
            Ok(made) => made,
            Err(wrong) => return store.complain(wrong),
        };
        store.close_prompt();
        self.state.naming = None;
        store.note_mark(note);
        let mut marks = store.reading.memory.marks.iter();
        let at = marks.position(|mark| mark.name == name);
        self.state.cursor = at.map_or(0, |at| at + 1);
        say_of_mark(message, store);
    }

    /// Gives the mark under the cursor another name.
    fn rename(&mut self, store: &mut Store) {
        match self.state.mark(&store.reading.memory.marks).cloned() {
            Some(mark) => {
                let name = mark.name.clone();
                self.ask_for_name(Named::Mark(mark), &name, store);
            }
            None => self.ask_for_mark(store),
        }
    }

    /// Removes the mark under the cursor.
    fn remove(&self, store: &mut Store) {
        let words = store.lang.words();
        match self.state.mark(&store.reading.memory.marks) {
            Some(mark) => {
                let name = mark.name.clone();
                store.note_mark(Note::Remove(name.clone()));
                say_of_mark(words.mark_removed(name), store);
            }
            None => store.complain(words.no_mark_chosen),
        }
    }

    fn act(&mut self, action: &Action, store: &mut Store) -> Step {
        match action {
            Action::Marks => return self.open(store),
            Action::Back => return Step::Back,
            Action::Enter => match self.state.at() {
                Some(at) => return go_to_mark(at, store),
                None => self.ask_for_mark(store),
            },
            Action::Mark if store.mode == MARKS => self.rename(store),
            Action::Mark => self.ask_for_mark(store),
            Action::Remove => self.remove(store),
            action => {
                let page = page(areas(store.size).0.rows.into());
                let len = store.reading.memory.marks.len() + 1;
                let Some(to) = moved(action, self.state.cursor, len, page) else {
                    return Step::Pass;
                };
                self.state.cursor = to;
            }
        }
        Step::Stay
    }
}

/// Goes to a mark.
fn go_to_mark(at: usize, store: &mut Store) -> Step {
    let words = store.lang.words();
    let mark = store.reading.memory.marks.get(at);
    let spot = match (store.found_marks.get(at), mark) {
        (Some(Found::Here(bulletin, section, paragraph)), Some(mark)) => {
            Spot::Paragraph(*bulletin, *section, *paragraph, Some(mark.place.byte))
        }
        (Some(Found::Changed(bulletin, section)), _) => {
            let spot = Spot::Section(*bulletin, *section);
            store.complain(words.text_changed);
            spot
        }
        _ => {
            store.complain(words.place_gone);
            return Step::Stay;
        }
    };
    Step::To(Request::Open { spot, on: false })
}

/// Says what happened to a mark; also that it is not kept, if it is not.
fn say_of_mark(message: String, store: &mut Store) {
    store.say(if store.remembers {
        message
    } else {
        store.lang.words().mark_not_kept(message)
    });
}

impl Screen for MarksScreen {
    fn id(&self) -> ScreenId {
        Self::ID
    }

    fn mode(&self) -> Mode {
        MARKS
    }

    fn opens(&self, action: &Action) -> bool {
        matches!(action, Action::Marks | Action::Mark)
    }

    fn update(&mut self, input: Input<'_>, store: &mut Store) -> Step {
        let names = store.asks_for(Self::ID);
        match input {
            Input::Action(action) if names => self.edit_name(action, store),
            Input::Click(_) | Input::Wheel(..) if names => {}
            Input::Action(action) => return self.act(action, store),
            Input::Wheel(_, true) => return self.act(&Action::Down, store),
            Input::Wheel(_, false) => return self.act(&Action::Up, store),
            // The first click on a row goes to it, one on the row under the cursor opens it.
            Input::Click(Some(Hit::Row(at))) if at == self.state.cursor => {
                return self.act(&Action::Enter, store);
            }
            Input::Click(Some(Hit::Row(at))) => self.state.cursor = at,
            _ => return Step::Pass,
        }
        Step::Stay
    }

    fn lay(&mut self, store: &mut Store) {
        let len = store.reading.memory.marks.len() + 1;
        let rows = usize::from(areas(store.size).0.rows);
        let state = &mut self.state;
        state.cursor = state.cursor.min(len - 1);
        state.top = scrolled(state.top, state.cursor, state.cursor + 1, rows, len);
        self.lay = Some(Lay::of(self.lay.take(), state.at(), store));
    }

    fn drop_lay(&mut self) {
        self.lay = None;
    }

    fn hit(&self, _x: u16, y: u16, store: &Store) -> Option<Hit> {
        let at = self.state.top + areas(store.size).0.row_in(y)?;
        (at <= store.reading.memory.marks.len()).then_some(Hit::Row(at))
    }

    fn title(&self, store: &Store) -> Title {
        Title {
            position: store.reading.memory.marks.len().to_string(),
            ..Title::default()
        }
    }

    fn draw(&self, store: &Store, canvas: &mut Canvas<'_>) {
        if let Some(lay) = &self.lay {
            draw::draw(&self.state, lay, store, canvas);
        }
    }

    fn follow(&mut self, _moved: &Moved, _store: &mut Store) {
        self.lay = None;
    }
}
