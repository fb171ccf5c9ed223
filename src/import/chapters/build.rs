//! Paragraphs into sections: which lines are headings, with numbers and without. Section text is the source's, in
//! order.

use super::lead;
use super::limits;
use super::run_in::brief;
use super::split::{is_chapter, leads, part_level, short_headings};
use super::tree::{About, Builder, Headings, Key, Node, Open, Opened, Tree};
use crate::import::doubt::{Doubt, Doubted};
use crate::import::genre::Genre;
use crate::import::line::{Line, Style};
use crate::import::part::is_annex;
use crate::lexicon::List;
use crate::model::Form;
use crate::text::chars::squeezed;
use crate::text::label::{self, Label};
use crate::text::manner::Manner;

/// Characters of the longest heading that only a full stop separates from its text: English takes three times as many
/// as Chinese.
fn longest(text: &str) -> usize {
    if text.is_ascii() {
        3 * limits::HEADING.get()
    } else {
        limits::HEADING.get()
    }
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
        tree,
        doubts,
        guessed,
        ..
    } = builder;
    for of_line in guessed.chunk_by(|(one, _), (next, _)| one == next) {
        let number = of_line.first().map_or(1, |(number, _)| *number);
        let words: Vec<&str> = of_line.iter().map(|(_, words)| words.as_str()).collect();
        doubts.push(Doubt::at(number, Doubted::Guessed(words.join(" "))));
    }
    tree
}

impl Builder<'_> {
    fn line(&mut self, line: &Line, rest: &[Line]) {
        let next = rest.first();
        self.paragraph += 1;
        self.number = line.number;
        let text = line.text.as_str();
        if line.style == Style::Row {
            return self.append(text);
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
            .take(limits::LINES_TO_NEXT_CHAPTER.get())
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
            return self.implied(Opened::Plan(year));
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
            .take(limits::LINES_TO_NEXT_ITEM.get())
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
            || (first.ends_with('.') && count > limits::ENGLISH_HEADING_WITH_STOP.get());
        if styled || (!ends && all.len() <= 1 && count <= longest(rest)) {
            rest.clone_into(&mut node.heading);
            self.open(key, node, label.number);
            return;
        }
        if label.manner == Manner::Clause {
            self.open(key, node, label.number);
            return self.running(rest, false, None);
        }
        let alone = ends && count <= limits::LONE_HEADING_SENTENCE.get();
        let whole = count <= limits::HEADING_SENTENCE.get() && (all.len() > 1 || alone);
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
        let words: String = text.chars().take(limits::WORDS_OF_HEADING.get()).collect();
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
                .take(limits::WORDS_OF_NUMBERING.get())
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
