//! Where a section ends that no heading ends: lists, what is said to the audience, prefaces. Opens nothing itself but
//! the part that no heading names.

use super::document::is_list;
use super::limits;
use super::rules::turns;
use super::split::is_chapter;
use super::tree::{Builder, Headings, Key, Open, Opened};
use crate::import::genre::Genre;
use crate::import::line::Line;
use crate::lexicon::List;
use crate::model::Form;
use crate::text::chars::squeezed;
use crate::text::label;

impl Builder<'_> {
    /// Whether an open section may end with a paragraph without number: an item of a list, or one of several items of one
    /// paragraph each if the paragraph turns to something else.
    fn may_be_over(&self, open: &Open, text: &str) -> bool {
        match open.key {
            Key::Numbered(manner) if is_list(manner) => true,
            Key::Numbered(_) => turns(text) && self.is_one_of_paragraphs(open.node),
            _ => false,
        }
    }

    /// Whether a section and all its siblings, of which there are some, are one paragraph each.
    fn is_one_of_paragraphs(&self, at: usize) -> bool {
        let paragraph = |at: &usize| {
            self.tree.nodes.get(*at).is_some_and(|node| {
                node.form == Form::RunIn && node.children.is_empty() && node.text.len() == 1
            })
        };
        let labelled = |at: &&usize| {
            let node = self.tree.nodes.get(**at);
            node.is_some_and(|node| !node.label.is_empty())
        };
        let siblings = self.siblings(at).iter().rev().take_while(labelled);
        let run: Vec<&usize> = siblings.take(limits::LINES_TO_NEXT_ITEM.get()).collect();
        run.len() > 2 && run.into_iter().all(paragraph)
    }

    /// Whether the next numbering begins again with the manner of the sections at the top, or none follows.
    pub(super) fn begins_again(&self, rest: &[Line]) -> bool {
        let next = rest.iter().find_map(|line| {
            label::read(&line.text, None).filter(|label| is_chapter(label.manner))
        });
        let top = self.stack.first().map(|open| open.key);
        next.is_none_or(|next| next.number == 1 && top == Some(Key::Numbered(next.manner)))
    }

    /// Whether the next line has number 1 in the manner of the sections at the top, which are further on.
    pub(super) fn starts_again(&self, rest: &[Line]) -> bool {
        let next = rest.first().and_then(|line| label::read(&line.text, None));
        let top = self.stack.first();
        next.is_some_and(|next| {
            next.number == 1
                && top.is_some_and(|top| top.key == Key::Numbered(next.manner) && top.last > 1)
        })
    }

    /// Whether the next numbering is one of those that are open below the top.
    pub(super) fn goes_on(&self, rest: &[Line]) -> bool {
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
    pub(super) fn close_list(&mut self, text: &str, rest: &[Line]) {
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
        let top = self
            .stack
            .last()
            .filter(|open| self.stack.len() > 1 && self.may_be_over(open, text))
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

    /// Chapters do not belong to a preface.
    pub(super) fn close_preface(&mut self) {
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
}
