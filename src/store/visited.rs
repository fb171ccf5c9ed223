//! Places that were left by a jump: back to them, and on again.

use super::place::Place;

/// Places that are remembered, at most.
const MOST: usize = 200;

/// The places that were left by a jump, and those that were gone back from.
#[derive(Debug, Default)]
pub struct Visited {
    back: Vec<Place>,
    on: Vec<Place>,
}

impl Visited {
    /// Remembers a place that was left.
    pub fn leave(&mut self, place: Place) {
        self.on.clear();
        if self.back.last() != Some(&place) {
            self.back.push(place);
        }
        let excess = self.back.len().saturating_sub(MOST);
        self.back.drain(..excess);
    }

    /// The place before the last jump, or the one that was gone back from; the place of now is kept for the way back.
    pub fn turn(&mut self, back: bool, now: Option<Place>) -> Option<Place> {
        let (from, to) = if back {
            (&mut self.back, &mut self.on)
        } else {
            (&mut self.on, &mut self.back)
        };
        let place = from.pop()?;
        to.extend(now);
        Some(place)
    }
}
