//! Sections in the making: what is open, and where the next section or paragraph goes. Headings without number have
//! a rank, numbering makes levels by the order in which its manners appear. Decides nothing about lines.

use super::document::{Document, is_list};
use super::limits;
use super::rules::Guess;
use crate::calendar::{Period, Year};
use crate::import::doubt::{Doubt, Doubted};
use crate::import::genre::Genre;
use crate::import::line::{Line, Rows};
use crate::model::{Form, Kind};
use crate::text::manner::Manner;

/// A section in the making.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// Numbering as written.
    pub label: String,
    /// Heading as written.
    pub heading: String,
    /// How it is set.
    pub form: Form,
    /// What words of the text opened it, if any did.
    pub opened: Option<Opened>,
    /// Its own kind; None for its parent's.
    pub kind: Option<Kind>,
    /// Its own year; None for its parent's.
    pub year: Option<Year>,
    /// Its own span of years; None for its parent's, unless it has a year.
    pub period: Option<Period>,
    /// Paragraphs.
    pub text: Vec<String>,
    /// Where tables stand among them.
    pub tables: Vec<Rows>,
    /// Subsections, by place in the tree.
    pub children: Vec<usize>,
    /// Line of the source.
    pub number: usize,
}

/// Words of the text that open a section without a heading of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// 简报一。
    Briefing,
    /// What neither promises nor reports: a note of the editors, a sentence before the first topic.
    Remark,
    /// What is asked in general, before the plans.
    Demand,
    /// A sentence that says what comes, which is of this kind.
    Topic(Kind),
    /// 今年以来.
    ThisYear,
    /// A part without heading that tells what was done, with the year if the text says it.
    Review(Option<Year>),
    /// A part without heading that tells what is planned.
    Plan(Option<Year>),
}

/// Sections in reading order.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// All of them.
    pub nodes: Vec<Node>,
    /// Those at the top.
    pub roots: Vec<usize>,
}

/// What opened a section: the same again opens a sibling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// 简报一。
    Brief,
    /// A heading without number, by its level.
    Part(u8),
    /// A sentence that announces what follows.
    Topic,
    /// A sentence that opens a theme.
    Theme,
    /// Numbering.
    Numbered(Manner),
    /// 在…方面，
    Group,
    /// A short sentence that the next ones spell out.
    Short,
    /// A paragraph that begins with its heading.
    Lead,
    /// 专栏 1.
    Box,
    /// 01 in a box.
    BoxItem,
    /// Text without a heading after a list.
    Aside,
}

/// Whether a section is an item of a list, or a part of running text: none holds a chapter.
fn is_item(key: Key) -> bool {
    match key {
        Key::Numbered(manner) => is_list(manner),
        Key::Lead | Key::Box | Key::BoxItem | Key::Aside => true,
        _ => false,
    }
}

impl Key {
    /// Its rank if it has no number; None if that depends on what came before.
    pub(super) fn rank(self) -> Option<u8> {
        match self {
            Self::Brief => Some(0),
            Self::Part(level) => Some(level.min(6)),
            Self::Topic => Some(8),
            Self::Theme => Some(9),
            Self::Numbered(_)
            | Self::Group
            | Self::Short
            | Self::Lead
            | Self::Box
            | Self::BoxItem
            | Self::Aside => None,
        }
    }
}

/// Where a document has its headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headings {
    /// In numbered chapters.
    Numbered,
    /// Its parts have headings without numbers; the others are in its running text.
    Inside,
    /// Not even the parts have any.
    Missing,
}

#[derive(Clone, Copy, Debug)]
pub struct Open {
    pub(super) key: Key,
    pub(super) node: usize,
    /// The number of its label.
    pub(super) last: u32,
}

/// What is known of the document.
#[derive(Clone, Copy, Debug, Default)]
pub struct About {
    /// Whether all its line ends were lost.
    pub one_line: bool,
    /// Whether it reports, and plans only by the way.
    pub reports: bool,
    /// Report or policy.
    pub genre: Genre,
    /// The year that is reported.
    pub reported: Option<Year>,
    /// The year that is planned.
    pub planned: Option<Year>,
    /// The year in which it was written.
    pub written: Option<Year>,
    /// The years that the title of a plan or a policy names.
    pub span: Option<Period>,
    /// The years, more than one, that the title of a report reviews.
    pub reviewed: Option<Period>,
    /// The years of a plan that the title of a report reviews while they run.
    pub running: Option<Period>,
    /// Whether the title names its year.
    pub named: bool,
}

pub struct Builder<'a> {
    pub(super) document: &'a Document,
    pub(super) tree: Tree,
    pub(super) stack: Vec<Open>,
    pub(super) doubts: &'a mut Vec<Doubt>,
    pub(super) about: About,
    /// Where its headings are.
    pub(super) headings: Headings,
    /// Whether its paragraphs begin with a sentence that is their heading.
    pub(super) leads: bool,
    /// The paragraph, and the section and the paragraph that text went to last.
    pub(super) paragraph: usize,
    pub(super) last: Option<(usize, usize)>,
    pub(super) number: usize,
    /// Which line of the document it is.
    pub(super) at: usize,
    /// Whether the line is a short heading without number.
    pub(super) short: bool,
    /// A line that went to the heading before it.
    pub(super) skipped: Option<usize>,
    /// Whether text that follows gets a section of its own, after a list.
    pub(super) aside_due: bool,
    /// Headings that nothing marks, with their lines.
    pub(super) guessed: Vec<Guess>,
    /// The last number of each manner.
    pub(super) seen: Vec<(Manner, u32)>,
}

impl Builder<'_> {
    /// Whether the document has no numbered chapters: its headings are in its running text.
    pub(super) fn is_free(&self) -> bool {
        self.headings != Headings::Numbered
    }

    pub(super) fn doubt(&mut self, what: Doubted) {
        self.doubts.push(Doubt::at(self.number, what));
    }

    /// The number of the last label in digits that is open.
    pub(super) fn last_digit(&self) -> Option<u32> {
        let open = self
            .stack
            .iter()
            .rev()
            .find(|open| open.key == Key::Numbered(Manner::Digit));
        open.map(|open| open.last)
    }

    pub(super) fn part(&mut self, level: u8, text: &str) {
        let node = Node {
            heading: text.to_owned(),
            number: self.number,
            ..Node::default()
        };
        self.open(Key::Part(level), node, 0);
    }

    /// Ends what a section of this key does not belong to.
    fn close_for(&mut self, key: Key) {
        if let Some(at) = self.stack.iter().position(|open| open.key == key) {
            self.stack.truncate(at);
        } else if let Some(rank) = key.rank() {
            let below = |open: &Open| open.key.rank().is_none_or(|other| other >= rank);
            while self.stack.last().is_some_and(below) {
                self.stack.pop();
            }
        } else {
            // Chapters belong to parts, and to nothing else that is numbered.
            let above = |open: &Open| match key {
                Key::Numbered(Manner::Part) => open.key.rank().is_some(),
                Key::Numbered(Manner::Chapter) => {
                    open.key.rank().is_some() || open.key == Key::Numbered(Manner::Part)
                }
                // No item of a list holds chapters: 一、 after —— begins anew.
                Key::Numbered(Manner::Han | Manner::Formal | Manner::HanInBrackets) => {
                    !is_item(open.key)
                }
                _ => true,
            };
            while self.stack.last().is_some_and(|open| !above(open)) {
                self.stack.pop();
            }
            if self
                .stack
                .last()
                .is_some_and(|open| matches!(open.key, Key::Short | Key::Aside))
            {
                self.stack.pop();
            }
            self.stack.truncate(limits::DEEPEST_SECTION.get());
        }
    }

    /// Opens a section.
    pub(super) fn open(&mut self, key: Key, mut node: Node, number: u32) -> usize {
        self.close_for(key);
        self.aside_due = false;
        // Of a run of paragraphs with headings the first is told.
        let first_lead = key == Key::Lead && !self.is_after_lead();
        if (matches!(key, Key::Theme | Key::Short) || first_lead) && !node.heading.is_empty() {
            let lead = (key == Key::Lead).then_some(self.at);
            let guess = Guess::of(self.document, lead, self.number, &node.heading);
            self.guessed.push(guess);
        }
        node.number = self.number;
        let at = self.tree.nodes.len();
        self.tree.nodes.push(node);
        match self.stack.last().map(|open| open.node) {
            Some(parent) => {
                if let Some(parent) = self.tree.nodes.get_mut(parent) {
                    parent.children.push(at);
                }
            }
            None => self.tree.roots.push(at),
        }
        self.stack.push(Open {
            key,
            node: at,
            last: number,
        });
        self.last = None;
        at
    }

    /// Whether the last section of those that are open is a paragraph with a heading.
    fn is_after_lead(&self) -> bool {
        let children = match self.stack.last() {
            Some(open) => self.tree.nodes.get(open.node).map(|node| &node.children),
            None => Some(&self.tree.roots),
        };
        let last = children.and_then(|children| children.last());
        let last = last.and_then(|at| self.tree.nodes.get(*at));
        last.is_some_and(|node| node.label.is_empty() && !node.heading.is_empty())
    }

    /// The sections beside an open section, itself the last.
    pub(super) fn siblings(&self, at: usize) -> &[usize] {
        let holds = |node: &&Node| node.children.last() == Some(&at);
        let mut open = self
            .stack
            .iter()
            .filter_map(|open| self.tree.nodes.get(open.node));
        open.find(holds)
            .map_or(&self.tree.roots, |node| &node.children)
    }

    /// Text of the section that is open.
    pub(super) fn append(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        if self.aside_due {
            self.open(Key::Aside, Node::default(), 0);
        }
        let node = match self.stack.last() {
            Some(open) => open.node,
            None => {
                if let Some(at) = self
                    .tree
                    .roots
                    .last()
                    .copied()
                    .filter(|at| self.is_bare(*at))
                {
                    at
                } else {
                    let node = Node {
                        number: self.number,
                        ..Node::default()
                    };
                    self.tree.nodes.push(node);
                    let at = self.tree.nodes.len() - 1;
                    self.tree.roots.push(at);
                    at
                }
            }
        };
        let here = (node, self.paragraph);
        let goes_on = self.last == Some(here);
        self.last = Some(here);
        let Some(node) = self.tree.nodes.get_mut(node) else {
            return;
        };
        match node.text.last_mut() {
            Some(last) if goes_on => last.push_str(text),
            // Tabs are the empty cells that a row begins with.
            _ => node.text.push(
                text.trim_start_matches(|c: char| c != '\t' && c.is_whitespace())
                    .to_owned(),
            ),
        }
    }

    /// A row of a table: text that counts to the table that it opens or goes on with.
    pub(super) fn row(&mut self, line: &Line) {
        self.append(&line.text);
        let node = self
            .last
            .and_then(|(node, _)| self.tree.nodes.get_mut(node));
        let Some(node) = node.filter(|_| line.text.contains('\t')) else {
            return;
        };
        let at = node.text.len().saturating_sub(1);
        let before = node.tables.last_mut();
        match (
            line.opens,
            before.filter(|table| table.from + table.lines == at),
        ) {
            (None, Some(table)) => table.lines += 1,
            (opens, _) => node.tables.push(Rows {
                from: at,
                lines: 1,
                head: opens.unwrap_or(1),
            }),
        }
    }

    /// Whether a section is nothing but text.
    fn is_bare(&self, at: usize) -> bool {
        let node = self.tree.nodes.get(at);
        node.is_some_and(|node| {
            node.label.is_empty() && node.heading.is_empty() && node.children.is_empty()
        })
    }
}
