//! What users say of pairs: that two passages are one indicator, or that they are not. What is said holds for the years
//! around the one that is shown, and the same key takes it back.

use std::path::{Path, PathBuf};

use crate::compare::links::{Change, Link, Passage};
use crate::compare::{Cell, Links, Pair, Pairing, Row};
use crate::i18n::Lang;
use crate::keymap::rows::Keymap;
use crate::load::LinksFile;
use crate::model::Role;
use crate::screens::screen::Step;
use crate::store::effect::{Effect, FileError};
use crate::store::store::Store;
use crate::width;
use crate::wrap;

use super::state::State;

/// Cells of each quotation for which a message leaves out where the links file is.
const SHORT: usize = 16;

/// Cells at the ends of the line of messages.
const EDGES: usize = 2;

/// What was said of two passages.
#[derive(Clone, Copy, Debug)]
enum Act {
    Confirmed,
    Unconfirmed,
    Parted,
    Unparted,
}

/// What is being said, and of which passages, to be told once the links file was changed.
#[derive(Debug, Default)]
pub struct Said {
    told: Option<(Act, Vec<Link>)>,
}

impl Said {
    /// Says that what was paired by likeness in the row is one indicator; takes it back if it was
    /// said already.
    pub fn confirm(&mut self, state: &State, store: &mut Store) -> Step {
        let row = state.current();
        let pairs = row.map(|row| pairs_of_year(row, state)).unwrap_or_default();
        let words = store.lang.words();
        if pairs.is_empty() {
            store.complain(match row {
                Some(row) if !row.pairs.is_empty() => words.pairs_elsewhere(&store.keymap),
                _ => words.not_similar.to_owned(),
            });
            return Step::Stay;
        }
        let links = links_of(&pairs, true, state, store);
        if pairs.iter().all(|pair| pair.percent.is_none()) {
            return self.change(Act::Unconfirmed, links, store);
        }
        self.change(Act::Confirmed, links, store)
    }

    /// Says that the two cells of the row that are least alike are not one indicator; in a row
    /// without such a pair takes back what was said last of it.
    pub fn part(&mut self, state: &State, store: &mut Store) -> Step {
        let row = state.current();
        let pairs = row.map(|row| pairs_of_year(row, state)).unwrap_or_default();
        if let Some(least) = pairs.iter().min_by_key(|pair| pair.percent) {
            let links = links_of(&[*least], false, state, store);
            return self.change(Act::Parted, links, store);
        }
        let last = row.and_then(|row| parted_from(&cells_of_year(row, state), state, store).pop());
        if let Some((link, _)) = last {
            return self.change(Act::Unparted, vec![link], store);
        }
        let Some(pair) = row.and_then(|row| joined_by_name(row, state)) else {
            store.complain(store.lang.words().nothing_parted);
            return Step::Stay;
        };
        let links = links_of(&[pair], false, state, store);
        self.change(Act::Parted, links, store)
    }

    fn change(&mut self, act: Act, links: Vec<Link>, store: &mut Store) -> Step {
        let change = match act {
            Act::Confirmed | Act::Parted => Change::say(links.clone()),
            Act::Unconfirmed | Act::Unparted => Change::take_back(links.clone()),
        };
        // What is taken back is taken back where it stands.
        let says = |file: &&LinksFile| change.take_back.iter().any(|link| file.links.say(link));
        let file = store.links_files.iter().find(says);
        let Some(file) = file.or(store.links_files.first()) else {
            store.complain(store.lang.words().no_links_file);
            return Step::Stay;
        };
        let path = file.path.clone();
        self.told = Some((act, links));
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
                let why = error.words(store.lang);
                return store.complain(store.lang.words().links_not_written(why));
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
        if let Some((act, links)) = &self.told {
            store.say(message(*act, links, path, store));
        }
    }
}

/// What was done to which two passages. On a narrow screen where the links file is gives way, then the passages are
/// cut; the key that takes it back stays.
fn message(act: Act, links: &[Link], path: &Path, store: &Store) -> String {
    let words = store.lang.words();
    let Some(link) = links.first() else {
        return String::new();
    };
    let more = match links.len() {
        0 | 1 => String::new(),
        pairs => words.pair_more(pairs),
    };
    let cells = |text: &str| width::cells(text, store.ambiguous);
    let (a, b) = (&link.a.words, &link.b.words);
    let say = |a: &str, b: &str| act.words((a, b), &more, store.lang, &store.keymap);
    let whole = |place: Option<&Path>, told: String| match place {
        Some(place) => words.links_written(place.display(), told),
        None => told,
    };
    let room = |place: Option<&Path>| {
        let frame = cells(&whole(place, say("", "")));
        usize::from(store.size.0).saturating_sub(EDGES + frame)
    };
    // Where there are several files the message says which one before it shows all of the passages.
    let is_only = store.links_files.len() == 1;
    let name = path.file_name().filter(|_| is_only).map(Path::new);
    let places = [Some(path), name, None];
    let place_for = |needed: usize| places.into_iter().find(|place| room(*place) >= needed);
    let quoted = cells(a) + cells(b);
    let short = quoted.min(2 * SHORT);
    let place = place_for(if is_only { quoted } else { short });
    let place = place.or_else(|| place_for(short)).flatten();
    let room = room(place);
    // What the shorter passage leaves is the longer one's.
    let half = room / 2;
    let first = cells(a).min(half.max(room.saturating_sub(cells(b))));
    let second = room.saturating_sub(first);
    let cut = |text: &str, room: usize| wrap::cut(text, room, store.ambiguous).to_string();
    whole(place, say(&cut(a, first), &cut(b, second)))
}

impl Act {
    fn words(self, (a, b): (&str, &str), more: &str, lang: Lang, keymap: &Keymap) -> String {
        let words = lang.words();
        match self {
            Self::Confirmed => words.pair_confirmed(keymap, a, b, more),
            Self::Unconfirmed => words.pair_unconfirmed(a, b, more),
            Self::Parted => words.pair_parted(keymap, a, b),
            Self::Unparted => words.pair_unparted(a, b),
        }
    }
}

/// The cells of a row around the year that is shown.
fn cells_of_year(row: &Row, state: &State) -> Vec<Cell> {
    let columns = state.around().into_iter();
    columns
        .filter_map(|at| row.cells.get(at).copied().flatten())
        .collect()
}

/// The pairs of a row around the year that is shown: what is said of them is said of no other year.
fn pairs_of_year(row: &Row, state: &State) -> Vec<Pair> {
    let cells = cells_of_year(row, state);
    let is_near = |pair: &&Pair| cells.contains(&pair.a) && cells.contains(&pair.b);
    row.pairs.iter().filter(is_near).copied().collect()
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
    let cells: Vec<Cell> = row.cells.iter().flatten().copied().collect();
    parted_from(&cells, state, store)
}

/// What some cells of a row were parted from.
fn parted_from(cells: &[Cell], state: &State, store: &Store) -> Vec<(Link, Passage)> {
    let facts = state.ledger.facts(&store.bulletins);
    let own: Vec<Passage> = (cells.iter())
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

/// What users said of pairs, of all files.
fn all_links(store: &Store) -> Links {
    Links::all(store.links_files.iter().map(|file| &file.links))
}
