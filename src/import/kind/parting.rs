//! Parts a chapter where its text turns: from five years to one, from results to plans, to what is wrong. What follows
//! a turn within a section becomes a section of its own without a heading. Knows nothing of headings.

use super::clock::first_paragraph;
use super::scope::{Clock, Turn, stands_at_end, turns};
use crate::calendar::{Period, Year};
use crate::import::chapters::{Node, Tree};
use crate::model::{Form, Kind};
use crate::text::label;
use crate::text::manner::Manner;

/// What a section speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    pub kind: Option<Kind>,
    pub year: Option<Year>,
    pub period: Option<Period>,
}

impl Scope {
    fn of(turn: Turn, clock: Clock, paragraph: &str) -> Self {
        Self {
            kind: Some(turn.kind()),
            year: turn.year(clock),
            period: turn.span(clock, paragraph),
        }
    }

    /// What a paragraph speaks of whose sentences speak of both: of two spans of time the longer one; where one
    /// reports and the other promises, nothing that is compared.
    fn and(self, other: Self) -> Self {
        let longer = if self.period.is_some() { self } else { other };
        let kind = if self.kind == other.kind {
            self.kind
        } else {
            Some(Kind::Background)
        };
        Self { kind, ..longer }
    }

    /// What a section speaks of below one of another scope.
    fn below(self, above: Self) -> Self {
        let timeless = self.year.is_none() && self.period.is_none();
        let time = if timeless { above } else { self };
        Self {
            kind: self.kind.or(above.kind),
            ..time
        }
    }

    /// Writes into a section what it does not inherit.
    fn write(self, node: &mut Node, above: Self) {
        let own = self.below(above);
        node.kind = own.kind.filter(|_| own.kind != above.kind);
        if (own.year, own.period) != (above.year, above.period) {
            (node.year, node.period) = (own.year, own.period);
        }
    }
}

/// What the first paragraph of a chapter opens with; None if nothing tells.
pub fn opening(tree: &Tree, at: usize, clock: Clock) -> Option<Scope> {
    let paragraph = first_paragraph(tree, at)?;
    match turns(paragraph, clock).first() {
        Some((turn, true)) => Some(Scope::of(*turn, clock, paragraph)),
        // It parts nothing: later paragraphs of the same chapter may be of several years.
        _ => stands_at_end(paragraph, clock).then(|| Scope::of(Turn::PastYear, clock, paragraph)),
    }
}

/// A chapter that is being parted.
pub struct Parting<'t> {
    tree: &'t mut Tree,
    clock: Clock,
    /// What its heading says.
    base: Scope,
    /// Whether the heading says one thing only: then a section with a heading goes back to it.
    single: bool,
    /// What the text speaks of.
    now: Scope,
    /// What it spoke of before it came to what is wrong.
    before: Scope,
    /// Whether the last paragraph announced a list of what is wrong.
    lists_problems: bool,
}

/// Whether numbering is that of items of one paragraph: 一是, 第一，.
fn is_item(numbering: &str) -> bool {
    // The words behind it decide whether 一是 is numbering; here it is known to be.
    let label = label::read(numbering, None);
    label.is_some_and(|label| matches!(label.manner, Manner::Is | Manner::Di))
}

/// Parts a chapter. `base` is what its heading says, `first` what its text speaks of before it turns; `single` is
/// whether the heading says one thing only.
pub fn part(tree: &mut Tree, at: usize, clock: Clock, (base, first): (Scope, Scope), single: bool) {
    let mut parting = Parting {
        tree,
        clock,
        base,
        single,
        now: first,
        before: first,
        lists_problems: false,
    };
    let (text, children) = parting.take(at);
    let parts = parting.parts(text, Some(base), false);
    let mut below = parting.add(at, parts, base);
    for child in children {
        below.extend(parting.section(child, base));
    }
    if let Some(node) = tree.nodes.get_mut(at) {
        node.children = below;
    }
}

impl Parting<'_> {
    fn take(&mut self, at: usize) -> (Vec<String>, Vec<usize>) {
        let node = self.tree.nodes.get_mut(at);
        node.map_or_else(Default::default, |node| {
            (
                std::mem::take(&mut node.text),
                std::mem::take(&mut node.children),
            )
        })
    }

    /// Parts a section below a chapter: gives the sections that stand in its place.
    fn section(&mut self, at: usize, above: Scope) -> Vec<usize> {
        let Some(node) = self.tree.nodes.get(at) else {
            return Vec::new();
        };
        let item = is_item(&node.label);
        if node.opened.is_some() || node.kind.is_some() {
            if item && node.kind == Some(Kind::Problems) {
                self.turn_to_problems();
            }
            return vec![at];
        }
        let run_in = node.form == Form::RunIn;
        if item && (self.lists_problems || self.now.kind == Some(Kind::Problems)) {
            // 仍面临不少困难：一是…。二是…: each of them is a problem.
            self.turn_to_problems();
        } else if !node.label.is_empty() || !node.heading.is_empty() {
            // What comes after the promises that a review ends with goes on with them.
            let promises = matches!(self.now.kind, Some(Kind::Plans | Kind::Outlook));
            let ends_review = promises && self.base.kind == Some(Kind::Achievements);
            if self.single && !ends_review {
                self.now = self.base;
            } else if self.now.kind == Some(Kind::Problems) {
                self.now = self.before;
            }
            let heading = node.heading.clone();
            self.read(&heading, false);
        }
        let heading = self.now;
        let (text, children) = self.take(at);
        let mut parts = self.parts(text, run_in.then_some(heading), run_in);
        // The section itself is the first part.
        let own = if parts.is_empty() {
            (heading, Vec::new())
        } else {
            parts.remove(0)
        };
        let mut below = own.0.below(above);
        if let Some(node) = self.tree.nodes.get_mut(at) {
            own.0.write(node, above);
            node.text = own.1;
        }
        let mut sections = vec![at];
        for (scope, text) in parts {
            sections.push(self.new_section(at, scope, above, text));
            below = scope.below(above);
        }
        let mut inner = Vec::new();
        for child in children {
            inner.extend(self.section(child, below));
        }
        let last = sections.last().and_then(|at| self.tree.nodes.get_mut(*at));
        if let Some(last) = last {
            last.children = inner;
        }
        sections
    }

    /// Goes on with what is wrong.
    fn turn_to_problems(&mut self) {
        if self.now.kind != Some(Kind::Problems) {
            self.before = self.now;
            self.now = Scope::of(Turn::Problems, self.clock, "");
        }
    }

    /// Cuts paragraphs where they turn. The first part has the scope `own` if that is given, and may be empty.
    fn parts(
        &mut self,
        text: Vec<String>,
        own: Option<Scope>,
        goes_on: bool,
    ) -> Vec<(Scope, Vec<String>)> {
        let mut parts: Vec<(Scope, Vec<String>)> = Vec::new();
        parts.extend(own.map(|own| (own, Vec::new())));
        for (place, paragraph) in text.into_iter().enumerate() {
            let scope = self.read(&paragraph, goes_on && place == 0);
            match parts.last_mut() {
                // What a heading opens goes on in the same section.
                Some((_, part)) if goes_on && place == 0 => part.push(paragraph),
                Some((last, part)) if *last == scope => part.push(paragraph),
                _ => parts.push((scope, vec![paragraph])),
            }
        }
        parts
    }

    /// What a paragraph speaks of. `goes_on`: its beginning is the heading before it.
    fn read(&mut self, paragraph: &str, goes_on: bool) -> Scope {
        let mut turns = turns(paragraph, self.clock);
        let last = turns.last().map(|(turn, _)| *turn);
        self.lists_problems = last == Some(Turn::Problems) && paragraph.ends_with(['：', ':']);
        let plans = self.base.kind == Some(Kind::Plans);
        if plans {
            turns.retain(|(turn, _)| matches!(turn, Turn::ThisYear | Turn::ComingSpan));
        }
        let mut scope = match turns.first() {
            Some((turn, true)) if !goes_on => Scope::of(*turn, self.clock, paragraph),
            _ => self.now,
        };
        let before = self.now;
        if !(plans && self.single) {
            self.now = scope;
        }
        for (turn, opens) in turns {
            let other = Scope::of(turn, self.clock, paragraph);
            if !opens || goes_on {
                scope = if turn == Turn::Problems {
                    scope
                } else {
                    scope.and(other)
                };
                // A year that is named by the way holds no longer than its sentence; several years do.
                if other.period.is_some() && !(plans && self.single) && !goes_on {
                    self.now = other;
                }
            }
        }
        if self.now.kind == Some(Kind::Problems) && before.kind != Some(Kind::Problems) {
            self.before = before;
        }
        scope
    }

    /// Sections for the parts of a chapter's own text behind the first, which the chapter keeps.
    fn add(&mut self, at: usize, parts: Vec<(Scope, Vec<String>)>, base: Scope) -> Vec<usize> {
        let mut sections = Vec::new();
        for (place, (scope, text)) in parts.into_iter().enumerate() {
            if place > 0 {
                sections.push(self.new_section(at, scope, base, text));
            } else if let Some(node) = self.tree.nodes.get_mut(at) {
                node.text = text;
            }
        }
        sections
    }

    /// A section without a heading, for what follows a turn in another one.
    fn new_section(&mut self, of: usize, scope: Scope, above: Scope, text: Vec<String>) -> usize {
        let mut node = Node {
            number: self.tree.nodes.get(of).map_or(1, |node| node.number),
            text,
            ..Node::default()
        };
        scope.write(&mut node, above);
        self.tree.nodes.push(node);
        self.tree.nodes.len() - 1
    }
}
