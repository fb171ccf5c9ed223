//! Which ledger Compare opens: that of the series that is read, or of two bulletins that were picked to be laid
//! beside each other, whatever their series. Knows nothing of what a ledger lists.

use crate::compare::{self, Ledger};
use crate::export::pick::Pick;

use super::App;
use super::keymap::Mode;
use super::ledger::LedgerView;
use super::outline::Node;

impl App {
    /// Opens the ledger of two bulletins that are picked as wholes, else of the series that is being read.
    pub(super) fn open_ledger(&mut self) {
        if let Some(name) = self.picked_together() {
            return self.open_together(&name);
        }
        let reading = match self.outline.node() {
            Some(Node::Series(at)) => Some(at),
            _ => self
                .shown_bulletin()
                .and_then(|bulletin| self.outline.series_of(bulletin)),
        };
        // A file with problems is of no series; there the first one opens.
        let found = self.outline.series.get(reading.unwrap_or(0));
        let Some(name) = found.map(|(name, _)| name.clone()) else {
            return self.complain(self.lang.words().no_bulletins.to_owned());
        };
        self.go(Mode::Compare);
        if self.ledger.ledger.series != name {
            self.load_ledger(&name);
            self.say_probably_one(&name);
        }
    }

    /// Begins with bulletins that are laid together; Read stands on the first of them.
    pub(super) fn open_laid(&mut self, name: &str) {
        if let Some(first) = compare::members(&self.bulletins, name).first() {
            self.outline.go(Node::Bulletin(*first), &self.bulletins);
            self.show_node();
        }
        self.open_together(name);
    }

    /// Opens the ledger of bulletins that are laid together by hand.
    pub(super) fn open_together(&mut self, name: &str) {
        self.go(Mode::Compare);
        if self.ledger.ledger.series != name {
            self.load_ledger(name);
        }
        let words = self.lang.words();
        let apart =
            compare::are_of_several(&self.bulletins, &compare::members(&self.bulletins, name));
        let apart = if apart { words.of_several } else { "" };
        self.say(format!("{}{apart}", words.laid_together(&self.keymap)));
    }

    /// The name of the two bulletins that are picked, if there are just two and they are no series of their own.
    fn picked_together(&self) -> Option<String> {
        let picked = self.picks.items.iter().filter_map(|pick| match pick {
            Pick::Bulletin(index) => Some(*index),
            _ => None,
        });
        let mut picked: Vec<usize> = picked.collect();
        picked.sort_unstable();
        let &[one, other] = picked.as_slice() else {
            return None;
        };
        let series = self.outline.series.get(self.outline.series_of(one)?);
        let is_series =
            series.is_some_and(|(_, members)| members.len() == 2 && members.contains(&other));
        let ids = picked.iter().filter_map(|at| self.bulletins.get(*at));
        (!is_series).then(|| compare::together(ids.map(|bulletin| bulletin.id.as_str())))
    }

    /// What can be done with two bulletins that are picked; empty otherwise.
    pub(super) fn together_hint(&self) -> String {
        self.picked_together().map_or_else(String::new, |_| {
            self.lang.words().together_hint(&self.keymap)
        })
    }

    /// Makes the ledger of a series, or of what is laid together under such a name.
    pub(super) fn load_ledger(&mut self, name: &str) {
        let first = compare::members(&self.bulletins, name).first().copied();
        let Some(series) = first.and_then(|bulletin| self.outline.series_of(bulletin)) else {
            return;
        };
        self.ledger = LedgerView {
            series,
            choice: self.ledger.choice,
            ledger: Ledger::new(&self.bulletins, name, &[], &self.links),
            ..LedgerView::default()
        };
        let year = self.ledger.ledger.first_year().unwrap_or_default();
        self.ledger.show_year(year, &self.bulletins, self.lang);
    }

    /// Goes on to the ledger of the next series; from bulletins laid together back to that of the first. False if
    /// there is no other one.
    pub(super) fn turn_series(&mut self) -> bool {
        let count = self.outline.series.len().max(1);
        let own = self.outline.series.get(self.ledger.series);
        let is_own = own.is_some_and(|(name, _)| *name == self.ledger.ledger.series);
        if count == 1 && is_own {
            return false;
        }
        let next = if is_own {
            (self.ledger.series + 1) % count
        } else {
            self.ledger.series
        };
        if let Some((name, _)) = self.outline.series.get(next) {
            self.load_ledger(&name.clone());
        }
        true
    }

    /// Says of which other series a series is probably one with.
    fn say_probably_one(&mut self, name: &str) {
        let pairs = compare::probably_one(&self.bulletins);
        let other = pairs
            .into_iter()
            .find_map(|(one, other)| match (one == name, other == name) {
                (true, _) => Some(other),
                (_, true) => Some(one),
                _ => None,
            });
        if let Some(other) = other {
            self.say(self.lang.words().with_which(&self.keymap, other));
        }
    }
}
