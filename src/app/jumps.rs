//! Jumps: what leads to another place of the text is remembered, and gone back from.

use crate::keymap::action::Action;
use crate::screens::screen::{Request, Spot, Step};
use crate::store::effect::Effect;
use crate::store::place::Place;

use super::app::App;

impl App {
    /// The place before an action that may lead elsewhere: the steps of a walk are no jumps.
    pub(super) fn before_jump(&self, action: &Action) -> Option<Place> {
        let walks = matches!(
            action,
            Action::Up
                | Action::Down
                | Action::PageUp
                | Action::PageDown
                | Action::Left
                | Action::Right
                | Action::NextFigure
                | Action::PlaceBack
                | Action::PlaceOn
                | Action::Wheel(..)
        );
        let place = &self.store.here.place;
        if walks { None } else { place.clone() }
    }

    /// Remembers the place before an action if that led elsewhere.
    pub(super) fn note_jump(&mut self, before: Option<Place>) {
        if let (Some(before), Some(now)) = (before, &self.store.here.place)
            && !before.is_near(now)
        {
            self.visited.leave(before);
        }
    }

    /// Back to the place before the last jump, or on again.
    pub(super) fn visit(&mut self, back: bool) -> Option<Effect> {
        let now = self.store.here.place.clone();
        if let Some(place) = self.visited.turn(back, now) {
            let spot = Spot::Place(place);
            return self.carry(Step::To(Request::Open { spot, on: false }));
        }
        let words = self.store.lang.words();
        self.store.complain(if back {
            words.no_place_before
        } else {
            words.no_place_after
        });
        None
    }
}
