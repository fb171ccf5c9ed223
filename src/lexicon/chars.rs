//! Words of one character, found without a walk through their list: for what is asked of every character.

use std::sync::OnceLock;

use super::list::List;
use super::low::low;

/// A list whose words are single characters.
#[derive(Debug)]
pub struct Chars<T: Copy + 'static = ()> {
    list: List<T>,
    table: OnceLock<Box<Table<T>>>,
}

/// The characters, ascending, and which low bytes they have: most characters are none of them, and are known
/// by one look.
#[derive(Debug)]
struct Table<T> {
    lows: [bool; 256],
    known: Vec<(char, T)>,
}

impl Chars {
    /// The characters with a tag that has no value.
    pub const fn new(list: List) -> Self {
        Self::of(list)
    }
}

impl<T: Copy> Chars<T> {
    /// The characters of a list; longer words are left out.
    pub const fn of(list: List<T>) -> Self {
        Self {
            list,
            table: OnceLock::new(),
        }
    }

    /// The list.
    pub fn list(&self) -> &List<T> {
        &self.list
    }

    fn table(&self) -> &Table<T> {
        self.table.get_or_init(|| {
            let words = self.list.get().iter();
            let known: Vec<(char, T)> = words
                .filter_map(|(word, meaning)| {
                    let mut chars = word.chars();
                    let c = chars.next()?;
                    chars.next().is_none().then_some((c, *meaning))
                })
                .collect();
            Box::new(Table::of(known))
        })
    }

    /// What a character means; None for one that is not in the list.
    pub fn get(&self, c: char) -> Option<T> {
        self.table().get(c)
    }

    /// Whether a character is in the list.
    pub fn has(&self, c: char) -> bool {
        self.get(c).is_some()
    }
}

impl<T: Copy> Table<T> {
    fn of(mut known: Vec<(char, T)>) -> Self {
        known.sort_by_key(|(c, _)| *c);
        let mut lows = [false; 256];
        for (c, _) in &known {
            if let Some(slot) = lows.get_mut(usize::from(low(*c))) {
                *slot = true;
            }
        }
        Self { lows, known }
    }

    fn get(&self, c: char) -> Option<T> {
        if self.lows.get(usize::from(low(c))) != Some(&true) {
            return None;
        }
        let at = self.known.binary_search_by_key(&c, |(known, _)| *known);
        at.ok()
            .and_then(|at| self.known.get(at))
            .map(|(_, meaning)| *meaning)
    }
}

/// The characters that the words of some lists begin with: a gate before what would look at each word.
#[derive(Debug)]
pub struct Firsts {
    lists: &'static [&'static List],
    table: OnceLock<Box<Table<()>>>,
}

impl Firsts {
    /// The first characters of the words of these lists.
    pub const fn of(lists: &'static [&'static List]) -> Self {
        Self {
            lists,
            table: OnceLock::new(),
        }
    }

    /// Whether one of the words begins with a character.
    pub fn has(&self, c: char) -> bool {
        let table = self.table.get_or_init(|| {
            let words = self.lists.iter().flat_map(|list| list.words());
            let firsts = words.filter_map(|word| Some((word.chars().next()?, ())));
            Box::new(Table::of(firsts.collect()))
        });
        table.get(c).is_some()
    }
}
