//! Kinds and years of the sections of a tree, by their headings and by what comes before them. Knows nothing of
//! how the tree was made.

use crate::calendar::Year;
use crate::lexicon::List;
use crate::model::Kind;
use crate::text::year::year;

use super::chapters::{About, Tree};
use super::doubt::{Doubt, Doubted};
use super::kind::{self, Genre, is_annex};
use super::limits;

/// A report's section of guidance with such a word holds targets: 总体要求和政策取向.
static GUIDANCE_PLANS: List = List::new("guidance-plans");
/// A policy's section of plans without such a word holds tasks.
static POLICY_PLANS: List = List::new("policy-plans");
/// Background with such a word is background also among plans.
static PROBLEMS: List = List::new("background-of-problems");
static TARGET: List = List::new("target-heading");

/// Gives kinds and years to the sections at the top, and to those whose heading says another thing.
pub fn kinds(tree: &mut Tree, about: About, doubts: &mut Vec<Doubt>) {
    let roots = tree.roots.clone();
    let mut chapters = Chapters::of(tree, about);
    for (place, at) in roots.iter().enumerate() {
        let Some(node) = tree.nodes.get_mut(*at) else {
            continue;
        };
        let heading = node.heading.clone();
        if node.kind.is_none() && !is_annex(&heading) {
            let said = kind::of_heading(&heading);
            node.kind = if heading.is_empty() && node.label.is_empty() {
                (chapters.any || place > 0).then_some(Kind::Background)
            } else {
                chapters.kind(place, &heading, said)
            };
            if said.is_none() && !heading.is_empty() && about.genre == Genre::Report {
                let words = heading.chars().take(limits::DOUBTED_HEADING.get());
                doubts.push(Doubt::at(node.number, Doubted::Kind(words.collect())));
            }
        }
        chapters.pass(node.kind);
        node.year = node.year.or(year_of(node.kind, &heading, about));
        let (kind, children) = (node.kind, node.children.clone());
        if !matches!(kind, Some(Kind::Achievements | Kind::Plans)) {
            for child in children {
                kind_of_child(tree, child, kind);
            }
        }
    }
}

/// What the chapters of a document say about one another.
struct Chapters {
    about: About,
    /// Whether one has a heading.
    any: bool,
    /// The first that is said to plan, by its place.
    plan_at: Option<usize>,
    /// Whether one that plans has passed, or one before it that reviews.
    promised: bool,
}

impl Chapters {
    fn of(tree: &Tree, about: About) -> Self {
        let node = |at: &usize| tree.nodes.get(*at);
        let is_plan = |at: &usize| {
            node(at).is_some_and(|node| {
                node.kind == Some(Kind::Plans)
                    || kind::of_heading(&node.heading) == Some(Kind::Plans)
            })
        };
        let mut nodes = tree.roots.iter().filter_map(node);
        Self {
            about,
            any: nodes.any(|node| !node.heading.is_empty()),
            plan_at: tree.roots.iter().position(is_plan),
            promised: false,
        }
    }

    /// The kind of a chapter by its heading, and by what the words of the heading say.
    fn kind(&self, place: usize, heading: &str, said: Option<Kind>) -> Option<Kind> {
        let year = year(heading);
        match (self.about.genre, said) {
            // 总体要求和政策取向 of a report's second chapter hold its targets.
            (Genre::Report, Some(Kind::Guidance))
                if year.is_some() || GUIDANCE_PLANS.is_in(heading) =>
            {
                Some(Kind::Plans)
            }
            (Genre::Policy, Some(Kind::Plans)) if !POLICY_PLANS.is_in(heading) => Some(Kind::Tasks),
            // 国际形势 among what a report plans is no background.
            (Genre::Report, Some(Kind::Background))
                if self.promised && !PROBLEMS.is_in(heading) =>
            {
                Some(Kind::Plans)
            }
            // Projects that a report speaks of.
            (Genre::Report, Some(Kind::Projects)) if self.promised => Some(Kind::Plans),
            (Genre::Report, Some(Kind::Projects)) => Some(Kind::Achievements),
            // A report's 重点任务 are what it plans.
            (Genre::Report | Genre::Plan, Some(Kind::Tasks)) => Some(Kind::Plans),
            (_, Some(kind)) => Some(kind),
            (Genre::Policy, None) => Some(Kind::Tasks),
            (Genre::Plan, None) => Some(Kind::Plans),
            // A chapter before the plans reports; one after them plans, and in a report of a government so does
            // one after the review.
            (Genre::Report, None) if self.promised => Some(Kind::Plans),
            (Genre::Report, None) if year.is_some() && year == self.about.planned => {
                Some(Kind::Plans)
            }
            (Genre::Report, None)
                if self.about.reports || self.plan_at.is_some_and(|at| place < at) =>
            {
                Some(Kind::Achievements)
            }
            (Genre::Report, None) => None,
        }
    }

    /// Goes past a chapter: what follows a review is what will be done.
    fn pass(&mut self, kind: Option<Kind>) {
        let only_reviews = !self.about.reports && self.plan_at.is_none();
        self.promised |=
            kind == Some(Kind::Plans) || (kind == Some(Kind::Achievements) && only_reviews);
    }
}

/// The year of a chapter: the one its heading names, else that of the document.
fn year_of(kind: Option<Kind>, heading: &str, about: About) -> Option<Year> {
    let of_document = match kind {
        Some(Kind::Achievements) => about.reported,
        // What a policy promises may be for several years.
        Some(Kind::Plans) if about.genre != Genre::Policy => about.planned,
        Some(Kind::Plans | Kind::Tasks) => None,
        _ => return None,
    };
    year(heading).or(of_document)
}

/// Gives a section below a chapter that neither reports nor plans its own kind, if its heading says one.
fn kind_of_child(tree: &mut Tree, at: usize, of_chapter: Option<Kind>) {
    let Some(child) = tree.nodes.get_mut(at) else {
        return;
    };
    let short = child.heading.chars().count() <= limits::CHILD_HEADING.get();
    let said = kind::of_heading(&child.heading).filter(|_| short && child.kind.is_none());
    let special = match said {
        Some(Kind::Guidance | Kind::Safeguards | Kind::Background) => true,
        Some(Kind::Plans) => TARGET.is_in(&child.heading),
        _ => false,
    };
    if special && said != of_chapter {
        child.kind = said;
    }
}
