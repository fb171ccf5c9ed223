//! The app: which screen is seen, how the reader came to it, and what goes from a key to a screen and on.

use std::any::Any;

use crate::compare;
use crate::export::format::Format;
use crate::i18n::Lang;
use crate::keymap::action::Action;
use crate::keymap::mode::{INPUT, Mode, ScreenId};
use crate::keymap::rows::Keymap;
use crate::load::Library;
use crate::screens::all::all;
use crate::screens::screen::{Input, Request, Screen, Spot, Step};
use crate::store::effect::{Answer, Effect};
use crate::store::place::Place;
use crate::store::store::Store;
use crate::store::visited::Visited;
use crate::width::Ambiguous;
use crate::wrap::Rules;

/// The place of the screen where the reader begins, among all.
const FIRST: usize = 0;

/// What the mouse holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// Whether its keys come to the program; else they are the terminal's, to select text with.
    pub on: bool,
    /// Whether the divider is being dragged.
    pub(super) dragging: bool,
}

/// The reader.
#[derive(Debug)]
pub struct App {
    /// What all screens share.
    pub store: Store,
    /// All screens.
    pub(super) screens: Vec<Box<dyn Screen>>,
    /// The screens on the way here, by their places, the current one last.
    trail: Vec<usize>,
    /// Places that were left by jumps.
    pub(super) visited: Visited,
    /// The place that a bulletin was left at whose file could not be read again.
    lost: Option<Place>,
    /// The mouse.
    pub mouse: Mouse,
    /// Whether the last action asked to leave and was told of picks that would be lost.
    asked_to_quit: bool,
    /// How much of a file is written, in percent, while it is.
    pub saving: Option<usize>,
}

impl App {
    /// A reader of a library, with its keys, on a screen of so many cells and rows.
    pub fn new(
        library: Library,
        keymap: Keymap,
        lang: Lang,
        ambiguous: Ambiguous,
        rules: Rules,
        size: (u16, u16),
    ) -> Self {
        let together = library.together.clone();
        let mut store = Store::new(library, lang, ambiguous, rules, size);
        store.keymap = keymap;
        let mut app = Self {
            screens: all(&store),
            store,
            trail: vec![FIRST],
            visited: Visited::default(),
            lost: None,
            mouse: Mouse {
                on: true,
                dragging: false,
            },
            asked_to_quit: false,
            saving: None,
        };
        app.settle();
        if let Some(name) = together {
            let members = compare::members(&app.store.bulletins, &name);
            if let Some(first) = members.first() {
                app.ask(&Request::Put(Spot::Bulletin(*first)));
            }
            app.ask(&Request::Together(name));
            app.settle();
        }
        app
    }

    /// Which keys hold.
    pub fn mode(&self) -> Mode {
        if self.store.prompt.is_some() {
            INPUT
        } else {
            self.store.mode
        }
    }

    /// A screen, by its type.
    pub fn get<S: Screen>(&self) -> Option<&S> {
        let any = self
            .screens
            .iter()
            .map(|screen| screen.as_ref() as &dyn Any);
        any.into_iter().find_map(|screen| screen.downcast_ref())
    }

    /// The place of the current screen.
    pub(super) fn at(&self) -> usize {
        self.trail.last().copied().unwrap_or(FIRST)
    }

    /// The screen that is seen: the current one, or the one that covers it while its input line is open.
    pub(super) fn seen(&self) -> usize {
        let asker = self.asker();
        let covers = |at: &usize| self.screens.get(*at).is_some_and(|s| s.covers());
        asker.filter(covers).unwrap_or(self.at())
    }

    /// The screen that opened the input line, if it is open.
    pub(super) fn asker(&self) -> Option<usize> {
        let asker = self.store.prompt.as_ref()?.asker;
        self.place_of(asker)
    }

    fn place_of(&self, id: ScreenId) -> Option<usize> {
        self.screens.iter().position(|screen| screen.id() == id)
    }

    /// Tells a screen something.
    pub(super) fn tell(&mut self, at: usize, input: Input<'_>) -> Step {
        match self.screens.get_mut(at) {
            Some(screen) => screen.update(input, &mut self.store),
            None => Step::Pass,
        }
    }

    /// Does what an action asks for, as far as it concerns the state.
    pub fn update(&mut self, action: &Action) -> Option<Effect> {
        let asked = std::mem::take(&mut self.asked_to_quit);
        // What was told stays where nothing is asked for but to see it whole.
        if !matches!(action, Action::Release | Action::Redraw) {
            self.store.notice = None;
        }
        let before = self.before_jump(action);
        let effect = match action {
            // While a file is written there is nothing but to wait, to stop it, or to leave.
            Action::Back if self.saving.is_some() => Some(Effect::StopSaving),
            Action::Leave => Some(Effect::Quit),
            Action::Suspend => Some(Effect::Suspend),
            Action::Redraw => Some(Effect::Redraw),
            _ if self.saving.is_some() => None,
            Action::Quit => self.quit(asked),
            Action::Reload => Some(Effect::Reload),
            Action::Copy if self.store.prompt.is_none() => self.copy(),
            Action::Mouse => Some(self.turn_mouse()),
            Action::PlaceBack => self.visit(true),
            Action::PlaceOn => self.visit(false),
            Action::Click(..) | Action::Drag(_) | Action::Release | Action::Wheel(..) => {
                self.point(action)
            }
            action => self.act(action),
        };
        self.settle();
        self.note_jump(before);
        // No action asks for two things.
        effect.or_else(|| self.store.asks.take())
    }

    /// Takes what the world tells.
    pub fn answer(&mut self, answer: Answer) {
        match answer {
            Answer::Resize(cells, rows) => self.store.size = (cells, rows),
            Answer::Measured(ambiguous, unicode_signs) => {
                (self.store.ambiguous, self.store.unicode_signs) = (ambiguous, unicode_signs);
            }
            Answer::Saving(percent) => self.saving = Some(percent),
            Answer::Complain(words) => self.store.complain(words),
            Answer::Recall(memory) => {
                let place = memory.place.clone();
                self.store
                    .reading
                    .begin_again(*memory, &self.store.bulletins);
                self.store.find_marks();
                if let Some(place) = place {
                    self.ask(&Request::Put(Spot::Place(place)));
                }
                self.visited = Visited::default();
            }
            answer => {
                if let Answer::Saved(_) = answer {
                    self.saving = None;
                }
                for at in 0..self.screens.len() {
                    let step = self.tell(at, Input::Answer(&answer));
                    if !matches!(step, Step::Pass) {
                        self.carry(step);
                        break;
                    }
                }
            }
        }
        self.settle();
    }

    /// Hands an action to the input line's screen, to the current one, or to the one that answers it everywhere.
    fn act(&mut self, action: &Action) -> Option<Effect> {
        let asker = self.asker();
        let step = self.tell(asker.unwrap_or(self.at()), Input::Action(action));
        if asker.is_none() && matches!(step, Step::Pass) {
            let mut screens = self.screens.iter();
            let at = screens.position(|screen| screen.opens(action))?;
            let step = self.tell(at, Input::Action(action));
            return self.carry(step);
        }
        self.carry(step)
    }

    /// Hands a request to the screen that takes it; whether it could be done.
    fn ask(&mut self, request: &Request) -> bool {
        let Some(at) = self.screens.iter().position(|s| s.takes(request)) else {
            return false;
        };
        let step = self.tell(at, Input::Request(request));
        let done = !matches!(step, Step::Pass);
        self.carry(step);
        done
    }

    /// Does what a screen wants done.
    pub(super) fn carry(&mut self, step: Step) -> Option<Effect> {
        match step {
            Step::Stay | Step::Pass => {}
            Step::Back if self.trail.len() > 1 => {
                self.trail.pop();
            }
            Step::Back => {
                self.tell(self.at(), Input::NoWayBack);
            }
            Step::BackTo(action) => {
                self.trail.pop();
                self.settle();
                return self.act(&action);
            }
            Step::Go(id) => {
                if let Some(at) = self.place_of(id) {
                    match self.trail.iter().position(|known| *known == at) {
                        Some(known) => self.trail.truncate(known + 1),
                        None => self.trail.push(at),
                    }
                }
            }
            Step::On(id) => self.trail.extend(self.place_of(id)),
            Step::To(request) => {
                self.ask(&request);
            }
            Step::Act(action) => return self.update(&action),
            Step::Do(effect) => return Some(effect),
        }
        None
    }

    /// Brings what depends on the size and on the cursors up to date.
    fn settle(&mut self) {
        let at = self.at();
        if let Some(screen) = self.screens.get_mut(at) {
            screen.lay(&mut self.store);
            self.store.mode = screen.mode();
        }
        let seen = self.seen();
        if let Some(screen) = self.screens.get_mut(seen).filter(|_| seen != at) {
            screen.lay(&mut self.store);
        }
    }

    /// Drops all that was set for a size and sets it anew: nothing that is seen changes by it.
    pub fn lay_anew(&mut self) {
        self.screens.iter_mut().for_each(|screen| screen.drop_lay());
        self.settle();
    }

    /// Leaves, unless picks would be lost of which the user was not told yet.
    fn quit(&mut self, asked: bool) -> Option<Effect> {
        if asked || !self.store.picks.would_be_lost() {
            return Some(Effect::Quit);
        }
        self.asked_to_quit = true;
        let store = &mut self.store;
        store.complain(store.lang.words().picks_not_exported(&store.keymap));
        None
    }

    /// Copies the picks, or where there are none what the screen stands on. A sheet is copied as cells that
    /// are pasted as such; what is no text, or whose text is not for reading, as plain text.
    fn copy(&mut self) -> Option<Effect> {
        let mut order = self.store.order(self.store.picks.format.to_be_read());
        order.tabs = order.format == Format::Csv;
        if order.picks.is_empty() {
            let screen = self.screens.get(self.at());
            order
                .picks
                .extend(screen.and_then(|screen| screen.pick(&self.store)));
        }
        if order.picks.is_empty() {
            self.store.complain(self.store.lang.words().nothing_to_copy);
            return None;
        }
        Some(Effect::Copy(Box::new(order)))
    }

    /// Whether a library read anew can take the place of this one now: not while something is typed, nor
    /// on the screens that are made of several bulletins. It can once they are left.
    pub fn takes_reload(&self) -> bool {
        let screen = self.screens.get(self.at());
        self.store.prompt.is_none() && screen.is_some_and(|screen| screen.stands_reload())
    }

    /// Goes on with a library read anew: place, folding, picks and search stay.
    pub fn reload(&mut self, library: Library) {
        // A file that was half written when it was read last is whole now, or the next time.
        let place = self.lost.take().or_else(|| self.store.here.place.clone());
        let (moved, kept) = self.store.reload(library);
        let stands =
            |at: &usize| *at == FIRST || self.screens.get(*at).is_some_and(|s| s.stands_reload());
        self.trail.retain(stands);
        for screen in &mut self.screens {
            screen.follow(&moved, &mut self.store);
        }
        let kept = !self.store.prune_rows() && kept;
        if let Some(place) = place
            && !self.ask(&Request::Put(Spot::Place(place.clone())))
        {
            self.lost = Some(place);
        }
        self.settle();
        let words = self.store.lang.words();
        if kept {
            self.store.say(words.reloaded);
        } else {
            self.store.complain(words.picks_gone);
        }
    }

    /// Whether something is left to do while no key is pressed.
    pub fn has_work(&self) -> bool {
        let store = &self.store;
        self.screens.iter().any(|screen| screen.has_work(store))
            || store.figures.is_left(&store.bulletins)
    }

    /// Does a part of it: what the current screen has left, then the others; then figures are found. Whether what is
    /// seen may have changed.
    pub fn work(&mut self) -> bool {
        let all = 0..self.screens.len();
        for at in std::iter::once(self.at()).chain(all) {
            if let Some(screen) = self.screens.get_mut(at)
                && screen.has_work(&self.store)
            {
                return screen.work(&mut self.store);
            }
        }
        let store = &mut self.store;
        store.figures.find_on(&store.bulletins, store.here.bulletin)
    }
}
