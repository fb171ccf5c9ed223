//! What users say of pairs: that two passages are one indicator, or that they are not.

use std::path::PathBuf;

use crate::compare::links::{Change, Link, Passage};
use crate::compare::{Links, Pair, Pairing, Row};
use crate::load::LinksFile;
use crate::model::Role;
use crate::screens::screen::Step;
use crate::store::effect::{Effect, FileError};
use crate::store::store::Store;

use super::state::{State, all_links};

/// What is being said, and what to tell once the links file was changed.
#[derive(Debug, Default)]
pub struct Said {
    told: &'static str,
}

impl Said {
    /// Says that what was paired by likeness in the row is one indicator; takes it back if it was
    /// said already.
    pub fn confirm(&mut self, state: &State, store: &mut Store) -> Step {
        let row = state.current();
        let pairs = row.map(|row| row.pairs.clone()).unwrap_or_default();
        let words = store.lang.words();
        if pairs.is_empty() {
            store.complain(words.not_similar);
            return Step::Stay;
        }
        let links = links_of(&pairs, true, state, store);
        if pairs.iter().all(|pair| pair.percent.is_none()) {
            return self.change(Change::take_back(links), words.pair_unconfirmed, store);
        }
        self.change(Change::say(links), words.pair_confirmed, store)
    }

    /// Says that the two cells of the row that are least alike are not one indicator; in a row
    /// without such a pair takes back what was said last of it.
    pub fn part(&mut self, state: &State, store: &mut Store) -> Step {
        let words = store.lang.words();
        let row = state.current();
        let least = row.and_then(|row| row.pairs.iter().min_by_key(|pair| pair.percent));
        if let Some(least) = least.copied() {
            let say = links_of(&[least], false, state, store);
            return self.change(Change::say(say), words.pair_parted, store);
        }
        let last = row.and_then(|row| parted(row, state, store).pop());
        if let Some((link, _)) = last {
            return self.change(Change::take_back(vec![link]), words.pair_unparted, store);
        }
        let Some(pair) = row.and_then(|row| joined_by_name(row, state)) else {
            store.complain(words.nothing_parted);
            return Step::Stay;
        };
        let say = links_of(&[pair], false, state, store);
        self.change(Change::say(say), words.pair_parted, store)
    }

    fn change(&mut self, change: Change, told: &'static str, store: &mut Store) -> Step {
        // What is taken back is taken back where it stands.
        let says = |file: &&LinksFile| change.take_back.iter().any(|link| file.links.say(link));
        let file = store.links_files.iter().find(says);
        let Some(file) = file.or(store.links_files.first()) else {
            store.complain(store.lang.words().no_links_file);
            return Step::Stay;
        };
        let path = file.path.clone();
        self.told = told;
        Step::Do(Effect::Link { path, change })
    }

    /// Goes by what a links file says now; the cursor stays on its row.
    pub fn changed(
        &self,
        result: &Result<(PathBuf, String), FileError>,
        state: &mut State,
        store: &mut Store,
    ) {
        let (path, text) = match result {
            Ok(changed) => changed,
            Err(error) => {
                let words = store.lang.words().links_not_written;
                return store.complain(format!("{words}{}", error.words(store.lang)));
            }
        };
        let mut files = store.links_files.iter_mut();
        if let Some(file) = files.find(|file| file.path == *path) {
            (file.links, _) = Links::parse(text);
        }
        store.links = all_links(store);
        state.load_again(store);
        // Rows that are one now are picked once.
        store.prune_rows();
        store.say(format!("{}{}", self.told, path.display()));
    }
}

fn links_of(pairs: &[Pair], same: bool, state: &State, store: &Store) -> Vec<Link> {
    let facts = state.ledger.facts(&store.bulletins);
    let link = |pair: &Pair| {
        Some(Link {
            same,
            a: Passage::of(pair.a, facts)?,
            b: Passage::of(pair.b, facts)?,
        })
    };
    pairs.iter().filter_map(link).collect()
}

/// Target and result of the year in a row of one name; where one is missing, its first two
/// cells. None where the author's keys say what is one.
fn joined_by_name(row: &Row, state: &State) -> Option<Pair> {
    let of = |role: Role| {
        let at = state.ledger.column(state.year, role)?;
        row.cells.get(at).copied().flatten()
    };
    let mut cells = row.cells.iter().flatten().copied();
    let (a, b) = match (of(Role::Target), of(Role::Result)) {
        (Some(target), Some(result)) => (target, result),
        _ => (cells.next()?, cells.next()?),
    };
    let by_name = matches!(row.pairing, Pairing::Catalogue | Pairing::Name);
    by_name.then_some(Pair {
        a,
        b,
        percent: None,
    })
}

/// What a row was parted from: the links, and the other passages.
pub fn parted(row: &Row, state: &State, store: &Store) -> Vec<(Link, Passage)> {
    let facts = state.ledger.facts(&store.bulletins);
    let own: Vec<Passage> = (row.cells.iter().flatten())
        .filter_map(|cell| Passage::of(*cell, facts))
        .collect();
    let parted = store.links.iter().filter(|link| !link.same);
    let other = |link: &Link| {
        let is_own = |passage: &Passage| own.iter().any(|one| one.is(passage));
        match (is_own(&link.a), is_own(&link.b)) {
            (true, false) => Some((link.clone(), link.b.clone())),
            (false, true) => Some((link.clone(), link.a.clone())),
            _ => None,
        }
    };
    parted.filter_map(other).collect()
}
