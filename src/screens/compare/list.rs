//! The lines of the list: groups with their rows, tasks under the headings of their chapters.

use crate::calendar::Year;
use crate::compare::{Count, Entry, Ledger, RowGroup, by_chapter};
use crate::model::Bulletin;

use super::choice::{self, Choice};

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// The head of a group, by its index.
    Group(usize),
    /// The heading of a chapter, by its index.
    Chapter(usize),
    /// A row of the ledger, by its index.
    Row(usize),
}

/// The head of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which one.
    pub kind: RowGroup,
    /// How the rows stand that are listed under it when it is open.
    pub count: Count,
    /// How many it has, whatever was chosen.
    pub all: usize,
    /// Whether its rows are shown.
    pub open: bool,
}

/// The heading of a chapter in a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// The heading as it is printed.
    pub name: String,
    /// How its rows stand.
    pub count: Count,
}

/// Which groups show their rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opened([bool; RowGroup::ALL.len()]);

impl Opened {
    /// These groups.
    pub fn new(is_open: impl Fn(RowGroup) -> bool) -> Self {
        Self(RowGroup::ALL.map(is_open))
    }

    /// What a reader sees first: all promises if they have room, else the first group with rows.
    pub fn at_first(entries: &[Entry], room: usize) -> Self {
        let promised = entries.iter().filter(|entry| entry.group.is_promised());
        let first = entries.first().map(|entry| entry.group);
        if promised.count() + RowGroup::ALL.len() <= room {
            Self::new(|group| group.is_promised() || Some(group) == first)
        } else {
            Self::new(|group| Some(group) == first)
        }
    }

    /// Whether a group does.
    pub fn has(self, group: RowGroup) -> bool {
        let mut all = RowGroup::ALL.into_iter().zip(self.0);
        all.any(|(one, open)| one == group && open)
    }

    /// Opens a group, or folds it.
    #[must_use]
    pub fn with(self, group: RowGroup, open: bool) -> Self {
        Self::new(|one| if one == group { open } else { self.has(one) })
    }
}

/// What is listed of a year.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// Its lines.
    pub items: Vec<Item>,
    /// The heads of its groups: those that have rows.
    pub groups: Vec<Group>,
    /// The headings of its chapters.
    pub chapters: Vec<Chapter>,
}

impl List {
    /// The entries of a year that are chosen, under their groups.
    pub fn new(
        (ledger, bulletins, year): (&Ledger, &[Bulletin], Year),
        entries: &[Entry],
        choice: Choice,
        opened: Opened,
    ) -> Self {
        let mut list = Self::default();
        for group in RowGroup::ALL {
            let all: Vec<Entry> = (entries.iter())
                .filter(|e| e.group == group)
                .copied()
                .collect();
            let taken = all.iter().filter(|e| choice.takes(e, ledger, year));
            let taken: Vec<Entry> = taken.copied().collect();
            if taken.is_empty() {
                continue;
            }
            let open = opened.has(group);
            list.items.push(Item::Group(list.groups.len()));
            list.groups.push(Group {
                kind: group,
                count: Count::of(&taken),
                all: all.len(),
                open,
            });
            if open && (group == RowGroup::Task || choice.by_theme) {
                for (name, mut rows) in by_chapter(taken, |entry| entry.cell, bulletins) {
                    list.items.push(Item::Chapter(list.chapters.len()));
                    let count = Count::of(&rows);
                    list.chapters.push(Chapter { name, count });
                    list.rows(&mut rows, (ledger, year), choice);
                }
            } else if open {
                let mut rows = taken;
                list.rows(&mut rows, (ledger, year), choice);
            }
        }
        list
    }

    fn rows(&mut self, rows: &mut [Entry], (ledger, year): (&Ledger, Year), choice: Choice) {
        choice::sort(rows, ledger, year, choice.sort);
        self.items.extend(rows.iter().map(|e| Item::Row(e.row)));
    }
}
