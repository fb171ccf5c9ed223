//! What a search is kept to, and where its list is scrolled to. Knows nothing of how hits are shown.

use std::sync::Arc;

use crate::compare::Outcome;
use crate::i18n::Lang;
use crate::keymap::action::Action;
use crate::search::{Filter, Outcomes, kinds, years};
use crate::store::store::Store;

/// What was chosen.
#[derive(Debug, Default)]
pub struct State {
    /// What the search is kept to.
    pub filter: Filter,
    /// First row on the screen.
    pub top: usize,
    /// The bulletin that was open when the search was.
    open: Option<usize>,
    /// The outcomes of the library, once a filter asked for one.
    outcomes: Arc<Outcomes>,
}

impl State {
    /// The screen is opened while a bulletin is open; whether the search is kept to another one now.
    pub fn open_at(&mut self, bulletin: Option<usize>) -> bool {
        self.open = bulletin;
        // What is kept to the open bulletin is kept to the one that is open now.
        let other = self.filter.bulletin.is_some() && self.filter.bulletin != bulletin;
        if other {
            self.filter.bulletin = bulletin;
        }
        other
    }

    /// Keeps the search to an open bulletin and to nothing else.
    pub fn keep_to(&mut self, bulletin: usize) {
        self.open = Some(bulletin);
        self.filter = Filter {
            bulletin: Some(bulletin),
            ..Filter::default()
        };
    }

    /// Forgets what it knows of bulletins by their places, which are other ones now.
    pub fn forget_bulletins(&mut self) {
        self.open = None;
        self.filter.bulletin = None;
        self.filter.outcome = None;
        self.outcomes = Arc::default();
    }

    /// What the search is kept to, as it asks for it.
    pub fn kept(&self) -> (Filter, Arc<Outcomes>) {
        (self.filter.clone(), Arc::clone(&self.outcomes))
    }

    /// The words of what the search is kept to.
    pub fn kept_to(&self, lang: Lang) -> String {
        let words = lang.words();
        let scope = match self.filter.bulletin {
            Some(_) => words.this_bulletin,
            None => words.whole_library,
        };
        let filter = &self.filter;
        let parts = [
            Some(scope.to_owned()),
            filter.year.map(|year| format!("{year}{}", words.years_in)),
            filter.series.clone(),
            filter.kind.map(|kind| lang.kind(kind).to_owned()),
            filter
                .outcome
                .map(|outcome| lang.outcome(outcome).to_owned()),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        parts.join(" · ")
    }

    /// Changes what the search is kept to, if an action asks for that.
    pub fn turn(&mut self, action: &Action, store: &Store) -> bool {
        let filter = &mut self.filter;
        match action {
            Action::Scope | Action::Switch => {
                filter.bulletin = match filter.bulletin {
                    Some(_) => None,
                    None => self.open,
                };
            }
            Action::FilterYear => {
                filter.year = turned(&years(&store.bulletins), filter.year.as_ref());
            }
            Action::FilterSeries => {
                let names = store.series.all.iter().map(|(name, _)| name.clone());
                let names: Vec<String> = names.collect();
                filter.series = turned(&names, filter.series.as_ref());
            }
            Action::FilterKind => {
                filter.kind = turned(&kinds(&store.bulletins), filter.kind.as_ref());
            }
            Action::Filter => {
                if filter.outcome.is_none() {
                    self.outcomes = Outcomes::of(&store.bulletins, &store.links).into();
                }
                filter.outcome = turned(&Outcome::ALL, filter.outcome.as_ref());
            }
            Action::NoFilter => *filter = Filter::default(),
            _ => return false,
        }
        true
    }
}

/// The next one of some values behind the last of which comes none.
fn turned<T: Clone + PartialEq>(all: &[T], now: Option<&T>) -> Option<T> {
    let next = match now {
        None => 0,
        Some(now) => all.iter().position(|one| one == now)? + 1,
    };
    all.get(next).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_turns_through_all_and_none() {
        assert_eq!(turned(&[1, 2], None), Some(1));
        assert_eq!(turned(&[1, 2], Some(&2)), None);
        assert_eq!(turned::<i32>(&[], None), None);
    }

    #[test]
    fn what_is_kept_to_the_open_bulletin_goes_with_it() {
        let mut state = State::default();
        assert!(!state.open_at(Some(1)));
        assert_eq!(state.filter.bulletin, None);
        state.keep_to(1);
        assert!(!state.open_at(Some(1)));
        assert!(state.open_at(Some(2)));
        assert_eq!(state.filter.bulletin, Some(2));
        state.forget_bulletins();
        assert_eq!(state.filter, Filter::default());
    }
}
