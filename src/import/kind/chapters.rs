//! The chapters of a document as the rules of kinds see them, in order. Decides nothing.

use super::chapter::Chapter;
use super::past::Past;
use super::scope::Clock;
use crate::import::genre::Genre;
use crate::model::Kind;

/// The chapters of a document, in order, and what those before the one in question have said.
#[derive(Debug)]
pub struct Chapters {
    pub list: Vec<Chapter>,
    pub genre: Genre,
    /// Whether the document reports as a whole, and plans only by the way.
    pub reports: bool,
    /// The years that the document reports and plans.
    pub clock: Clock,
    /// The first one that is said to plan.
    pub first_plan: Option<usize>,
    /// What the chapters before the one in question have said.
    pub past: Past,
}

impl Chapters {
    /// The chapters of a document, before the first of them.
    pub fn new(list: Vec<Chapter>, genre: Genre, reports: bool, clock: Clock) -> Self {
        Self {
            first_plan: list.iter().position(|chapter| chapter.plans),
            list,
            genre,
            reports,
            clock,
            past: Past::default(),
        }
    }

    /// Comes to a chapter.
    pub fn enter(&mut self, at: usize) {
        if let Some(chapter) = self.list.get(at) {
            self.past.enter(chapter);
        }
    }

    /// Goes past a chapter of a kind. `said`: not its text alone tells its kind.
    pub fn pass(&mut self, at: usize, kind: Option<Kind>, said: bool) {
        let only_reviews = !self.reports && self.first_plan.is_none();
        if let Some(chapter) = self.list.get(at) {
            self.past.pass(chapter, kind, (said, only_reviews));
        }
    }

    /// Whether something holds for a chapter.
    pub fn is(&self, at: usize, holds: impl Fn(&Chapter) -> bool) -> bool {
        self.list.get(at).is_some_and(holds)
    }

    /// Whether the heading of a chapter says a kind, in a document of a genre.
    pub fn says(&self, at: usize, genre: Genre, kind: Kind) -> bool {
        self.genre == genre && self.is(at, |chapter| chapter.said == Some(kind))
    }

    /// Whether the heading of a chapter says no kind, in a document of a genre.
    pub fn says_nothing(&self, at: usize, genre: Genre) -> bool {
        self.genre == genre && self.is(at, |chapter| chapter.said.is_none())
    }
}
