//! Paragraphs into sections: numbering makes levels by the order in which its manners appear, headings without
//! numbers by their rank. Section text is the source's, in order.

use crate::calendar::Year;
use crate::lexicon::List;
use crate::model::{Form, Kind};

use super::bounds;
use super::doubt::{Doubt, Doubted};
use super::kind::{Genre, is_annex};
use super::kinds::kinds;
use super::lead;
use super::line::{Line, Rows, Style};
use super::running::brief;
use super::split::{is_chapter, leads, part_level, short_headings};
use crate::text::chars::squeezed;
use crate::text::label::{self, Label};
use crate::text::manner::Manner;

/// Characters of the longest heading that only a full stop separates from its text: English takes three times as many
/// as Chinese.
fn longest(text: &str) -> usize {
    if text.is_ascii() {
        3 * bounds::HEADING.get()
    } else {
        bounds::HEADING.get()
    }
}

/// A section in the making.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// Numbering as written.
    pub label: String,
    /// Heading as written.
    pub heading: String,
    /// How it is set.
    pub form: Form,
    /// Its own kind; None for its parent's.
    pub kind: Option<Kind>,
    /// Its own year; None for its parent's.
    pub year: Option<Year>,
    /// Paragraphs.
    pub text: Vec<String>,
    /// Where tables stand among them.
    pub tables: Vec<Rows>,
    /// Subsections, by place in the tree.
    pub children: Vec<usize>,
    /// Line of the source.
    pub number: usize,
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
    /// Text without a heading after a list.
    Aside,
}

impl Key {
    /// Its rank if it has no number; None if that depends on what came before.
    pub(super) fn rank(self) -> Option<u8> {
        match self {
            Self::Brief => Some(0),
            Self::Part(level) => Some(level.min(6)),
            Self::Topic => Some(8),
            Self::Theme => Some(9),
            Self::Numbered(_) | Self::Group | Self::Short | Self::Aside => None,
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
}

pub struct Builder<'a> {
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
    /// Whether the line is a short heading without number.
    pub(super) short: bool,
    /// Whether text that follows gets a section of its own, after a list.
    pub(super) aside_due: bool,
    /// Headings that nothing marks, with their lines.
    pub(super) guessed: Vec<(usize, String)>,
    /// The last number of each manner.
    pub(super) seen: Vec<(Manner, u32)>,
}

/// The sections of a text.
pub fn build(lines: &[Line], about: About, doubts: &mut Vec<Doubt>) -> Tree {
    let pieces = lines;
    let chapters = |line: &&Line| {
        let manner = label::read(&line.text, None).map(|label| label.manner);
        manner.is_some_and(is_chapter)
    };
    let numbered = pieces.iter().filter(chapters).count();
    let shorts = if numbered < 2 {
        short_headings(pieces)
    } else {
        Vec::new()
    };
    let parts = shorts.len()
        + pieces
            .iter()
            .filter(|line| part_level(line).is_some())
            .count();
    let briefs = pieces.iter().any(|line| brief(&line.text).is_some());
    let mut builder = Builder {
        tree: Tree::default(),
        stack: Vec::new(),
        doubts,
        about,
        headings: match (numbered, parts == 0 && !briefs) {
            (2.., _) => Headings::Numbered,
            (_, false) => Headings::Inside,
            (_, true) => Headings::Missing,
        },
        leads: leads(pieces),
        paragraph: 0,
        last: None,
        number: 1,
        short: false,
        aside_due: false,
        guessed: Vec::new(),
        seen: Vec::new(),
    };
    for (at, line) in pieces.iter().enumerate() {
        let rest = pieces.get(at + 1..).unwrap_or_default();
        builder.short = shorts.contains(&at);
        builder.line(line, rest);
    }
    let Builder {
        mut tree,
        doubts,
        guessed,
        ..
    } = builder;
    for of_line in guessed.chunk_by(|(one, _), (next, _)| one == next) {
        let number = of_line.first().map_or(1, |(number, _)| *number);
        let words: Vec<&str> = of_line.iter().map(|(_, words)| words.as_str()).collect();
        doubts.push(Doubt::at(number, Doubted::Guessed(words.join(" "))));
    }
    kinds(&mut tree, about, doubts);
    tree
}

impl Builder<'_> {
    /// Whether the document has no numbered chapters: its headings are in its running text.
    pub(super) fn is_free(&self) -> bool {
        self.headings != Headings::Numbered
    }

    pub(super) fn doubt(&mut self, what: Doubted) {
        self.doubts.push(Doubt::at(self.number, what));
    }

    fn line(&mut self, line: &Line, rest: &[Line]) {
        let next = rest.first();
        self.paragraph += 1;
        self.number = line.number;
        let text = line.text.as_str();
        if line.style == Style::Row {
            self.append(text);
            return self.row(line);
        }
        let label = label::read(text, self.last_digit());
        let styled = matches!(line.style, Style::Heading(_) | Style::Title);
        if self.short && label.is_none() && part_level(line).is_none() {
            return self.part(2, text);
        }
        if let (Some(level), true) = (part_level(line), label.is_none()) {
            // Among numbered chapters a line without number is a heading if a site or Word marks it, if it is a
            // sibling of other parts, or if the chapters begin again after it.
            let beside = self
                .stack
                .first()
                .is_some_and(|open| open.key == Key::Part(level))
                || self.starts_again(rest);
            if !styled && !is_annex(text) && !self.is_free() && !self.stack.is_empty() && !beside {
                return self.append(text);
            }
            return self.part(level, text);
        }
        match label {
            Some(label) if self.takes(label, next) => self.numbered(label, text, styled),
            _ => {
                self.close_list(text, rest);
                self.running(text, true, next);
            }
        }
    }

    /// Whether the next numbering begins again with the manner of the sections at the top, or none follows.
    fn begins_again(&self, rest: &[Line]) -> bool {
        let next = rest.iter().find_map(|line| {
            label::read(&line.text, None).filter(|label| is_chapter(label.manner))
        });
        let top = self.stack.first().map(|open| open.key);
        next.is_none_or(|next| next.number == 1 && top == Some(Key::Numbered(next.manner)))
    }

    /// Whether the next line has number 1 in the manner of the sections at the top, which are further on.
    fn starts_again(&self, rest: &[Line]) -> bool {
        let next = rest.first().and_then(|line| label::read(&line.text, None));
        let top = self.stack.first();
        next.is_some_and(|next| {
            next.number == 1
                && top.is_some_and(|top| top.key == Key::Numbered(next.manner) && top.last > 1)
        })
    }

    /// Whether the next numbering is one of those that are open below the top.
    fn goes_on(&self, rest: &[Line]) -> bool {
        let next = rest
            .iter()
            .take(bounds::LINES_TO_NEXT_CHAPTER.get())
            .find_map(|line| {
                let label = label::read(&line.text, None)?;
                is_chapter(label.manner).then_some(label.manner)
            });
        let below = self.stack.iter().skip(1);
        below
            .clone()
            .any(|open| next.is_some_and(|manner| open.key == Key::Numbered(manner)))
    }

    /// A paragraph without number after a list of paragraphs ends the list; one that addresses the audience
    /// ends all, unless the numbering goes on.
    fn close_list(&mut self, text: &str, rest: &[Line]) {
        static STEPS: List = List::new("plan-start");
        static ADDRESSES: List = List::new("address-start");
        // 下一步 after numbered achievements, with numbering that begins again, opens what is planned.
        if STEPS.starts(text)
            && self.headings == Headings::Numbered
            && self.about.genre == Genre::Report
            && self.begins_again(rest)
        {
            let year = self.about.planned;
            return self.implied(Kind::Plans, year);
        }
        if ADDRESSES.starts(text) && !self.stack.is_empty() && !self.goes_on(rest) {
            let last = self.stack.first().map(|open| open.node);
            if self.stack.len() == 2 && self.stack.last().is_some_and(|open| open.key == Key::Aside)
            {
                return;
            }
            let deep = self.stack.len() > 1
                || last
                    .and_then(|at| self.tree.nodes.get(at))
                    .is_some_and(|node| !node.children.is_empty());
            if deep {
                self.stack.truncate(1);
                self.aside_due = true;
            }
            return;
        }
        let is_list = |key| {
            matches!(
                key,
                Key::Numbered(
                    Manner::Is | Manner::Must | Manner::Di | Manner::Dash | Manner::Circled
                )
            )
        };
        let top = self
            .stack
            .last()
            .filter(|open| is_list(open.key) && self.stack.len() > 1)
            .copied();
        // The item may have more paragraphs before the next one.
        let next = rest
            .iter()
            .take(bounds::LINES_TO_NEXT_ITEM.get())
            .find_map(|line| label::read(&line.text, None));
        let on = |open: Open| {
            next.is_some_and(|next| {
                open.key == Key::Numbered(next.manner)
                    && next.number == open.last + 1
                    && next.number > 1
            })
        };
        let bare = |open: Open| {
            self.tree
                .nodes
                .get(open.node)
                .is_some_and(|node| node.form == Form::Block && node.text.is_empty())
        };
        if top.is_some_and(|open| !on(open) && !bare(open)) {
            self.stack.pop();
            self.aside_due = true;
        }
    }

    /// The number of the last label in digits that is open.
    fn last_digit(&self) -> Option<u32> {
        let open = self
            .stack
            .iter()
            .rev()
            .find(|open| open.key == Key::Numbered(Manner::Digit));
        open.map(|open| open.last)
    }

    /// Whether numbering at the beginning of a line is what it looks like.
    fn takes(&mut self, label: Label, next: Option<&Line>) -> bool {
        if !lead::inline(label.manner) || label.number == 1 {
            return true;
        }
        let known = self
            .seen
            .iter()
            .any(|(manner, last)| *manner == label.manner && last + 1 == label.number);
        let follows = next.and_then(|next| label::read(&next.text, None));
        known
            || follows.is_some_and(|follows| {
                follows.manner == label.manner && follows.number == label.number + 1
            })
    }

    fn part(&mut self, level: u8, text: &str) {
        let node = Node {
            heading: text.to_owned(),
            number: self.number,
            ..Node::default()
        };
        self.open(Key::Part(level), node, 0);
    }

    /// Opens a section.
    pub(super) fn open(&mut self, key: Key, mut node: Node, number: u32) -> usize {
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
            self.stack.truncate(bounds::DEEPEST_SECTION.get());
        }
        self.aside_due = false;
        if matches!(key, Key::Theme | Key::Short) && !node.heading.is_empty() {
            let words: String = node
                .heading
                .chars()
                .take(bounds::WORDS_OF_GUESS.get())
                .collect();
            self.guessed.push((self.number, words));
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

    /// Counts a row to the table that it opens or goes on with.
    fn row(&mut self, line: &Line) {
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

    /// A paragraph that begins with numbering.
    fn numbered(&mut self, label: Label, text: &str, styled: bool) {
        let (mark, rest) = text.split_at_checked(label.bytes).unwrap_or((text, ""));
        let rest = rest.trim_start();
        self.close_preface();
        self.check_sequence(label, text);
        let mut node = Node {
            label: mark.trim().to_owned(),
            ..Node::default()
        };
        let key = Key::Numbered(label.manner);
        let all = lead::sentences(rest);
        let first = all.first().copied().unwrap_or_default();
        let count = first.chars().count();
        let ends = first.trim_end().ends_with(['。', '！', '？', '；', ';'])
            || (first.ends_with('.') && count > bounds::ENGLISH_HEADING_WITH_STOP.get());
        if styled || (!ends && all.len() <= 1 && count <= longest(rest)) {
            rest.clone_into(&mut node.heading);
            self.open(key, node, label.number);
            return;
        }
        if label.manner == Manner::Clause {
            self.open(key, node, label.number);
            return self.running(rest, false, None);
        }
        let alone = ends && count <= bounds::LONE_HEADING_SENTENCE.get();
        let whole = count <= bounds::HEADING_SENTENCE.get() && (all.len() > 1 || alone);
        let heading = if whole { first } else { lead::clause(first) };
        if self.about.one_line && is_chapter(label.manner) {
            return self.unmarked(key, node, label, rest, heading);
        }
        if heading.chars().count() > longest(rest) {
            // No mark shows where a heading ends.
            self.open(key, node, label.number);
            self.doubt_heading(text);
            return self.running(rest, false, None);
        }
        heading.clone_into(&mut node.heading);
        node.form = Form::RunIn;
        self.open(key, node, label.number);
        let rest = rest.get(heading.len()..).unwrap_or_default();
        self.body(rest);
    }

    /// Numbering in a document whose line ends were lost: a known heading ends where it is known to, else
    /// where the first mark is.
    fn unmarked(&mut self, key: Key, mut node: Node, label: Label, rest: &str, heading: &str) {
        static KNOWN: List = List::new("known-heading");
        let exact = KNOWN.start(rest);
        let block = !rest.contains(['。', '，', '；', '：']);
        let heading = match exact {
            Some(known) => known,
            None if block => rest,
            None => heading,
        };
        heading.clone_into(&mut node.heading);
        node.form = if block || exact.is_some() {
            Form::Block
        } else {
            Form::RunIn
        };
        if !block && !heading.ends_with('。') {
            self.doubt_heading(heading);
        }
        self.open(key, node, label.number);
        let rest = rest.get(heading.len()..).unwrap_or_default();
        self.body(rest);
    }

    /// Chapters do not belong to a preface.
    fn close_preface(&mut self) {
        static PREFACES: List = List::new("preface-heading");
        let first = self
            .stack
            .first()
            .and_then(|open| self.tree.nodes.get(open.node));
        let heading = first.map(|node| squeezed(&node.heading));
        // 一、前言 is one of the chapters.
        if first.is_some_and(|node| node.label.is_empty())
            && heading.is_some_and(|heading| PREFACES.has(&heading))
        {
            self.stack.clear();
        }
    }

    fn doubt_heading(&mut self, text: &str) {
        let words: String = text.chars().take(bounds::WORDS_OF_HEADING.get()).collect();
        self.doubt(Doubted::Heading(words));
    }

    fn check_sequence(&mut self, label: Label, text: &str) {
        let before = self
            .seen
            .iter()
            .position(|(manner, _)| *manner == label.manner);
        let before = before.map_or(0, |at| self.seen.swap_remove(at).1);
        self.seen.push((label.manner, label.number));
        if label.number != before + 1 && label.number > 1 {
            let words: String = text
                .chars()
                .take(bounds::WORDS_OF_NUMBERING.get())
                .collect();
            self.doubt(Doubted::Numbering(words));
        }
    }

    /// The text after a heading in the same paragraph: short headings, then items.
    fn body(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.running(text, false, None);
    }
}
