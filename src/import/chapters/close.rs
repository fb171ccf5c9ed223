//! Where a section ends that no heading ends: lists, what is said to the audience, prefaces. Opens nothing itself but
//! the part that no heading names.

use super::close_rules::{Ahead, Closing, Ends, Open as Depth, Start, ends};
use super::document::is_list;
use super::lead::has_figures;
use super::limits;
use super::rules::{Chapter, chapter_of, turns};
use super::tree::{Builder, Headings, Key, Open, Opened};
use crate::import::genre::Genre;
use crate::lexicon::List;
use crate::model::Form;
use crate::text::chars::squeezed;
use crate::text::label::Label;

static ADDRESSES: List = List::new("address-start");

/// How many paragraphs a report may end with.
const LAST_PARAGRAPHS: usize = 4;

/// Whether a paragraph calls upon the audience, as the last of a report do: it has no figures.
fn appeals(text: &str) -> bool {
    static APPEALS: List = List::new("appeal");
    (text.ends_with('！') || APPEALS.is_in(text)) && !has_figures(text)
}

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

    /// Whether the next line has number 1 in the manner of the sections at the top, which are further on.
    pub(super) fn starts_again(&self) -> bool {
        let next = self.document.own_label(self.at + 1);
        let top = self.stack.first();
        next.is_some_and(|next| {
            next.number == 1
                && top.is_some_and(|top| top.key == Key::Numbered(next.manner) && top.last > 1)
        })
    }

    /// What the next chapter number does to the sections that are open. A paragraph that plans looks for it everywhere,
    /// one to the audience nearby.
    fn ahead(&self, start: Start) -> Ahead {
        let next = self.document.next_chapter(self.at + 1);
        let key = |label: Label| Key::Numbered(label.manner);
        let begins = || {
            let top = self.stack.first().map(|open| open.key);
            next.is_none_or(|(_, label)| label.number == 1 && top == Some(key(label)))
        };
        let near = |at: usize| at - self.at <= limits::LINES_TO_NEXT_CHAPTER.get();
        let goes_on = || {
            let label = next.filter(|(at, _)| near(*at)).map(|(_, label)| label);
            let mut below = self.stack.iter().skip(1);
            label.is_some_and(|label| below.any(|open| open.key == key(label)))
        };
        match start {
            Start::Steps if begins() => Ahead::BeginsAgain,
            Start::EndOfMinutes if next.is_none() => Ahead::BeginsAgain,
            Start::Address if goes_on() => Ahead::GoesOn,
            Start::Address | Start::Appeal if self.is_at_end() => Ahead::Nothing,
            _ => Ahead::Other,
        }
    }

    /// Whether nothing follows but more of what a report ends with, and annexes.
    fn is_at_end(&self) -> bool {
        let behind = self.at + 1..self.document.lines().len();
        for at in behind.clone().take(LAST_PARAGRAPHS) {
            let text = self.document.text(at);
            let annex = chapter_of(self.document, at);
            if matches!(annex, Some(Chapter::Annex | Chapter::AnnexAboveTitle)) {
                return true;
            }
            if self.document.own_label(at).is_some() || !appeals(text) && !ADDRESSES.starts(text) {
                return false;
            }
        }
        behind.len() <= LAST_PARAGRAPHS
    }

    /// Which sections are open.
    fn open_sections(&self) -> Depth {
        let children = |open: &Open| {
            let node = self.tree.nodes.get(open.node);
            node.is_some_and(|node| !node.children.is_empty())
        };
        match self.stack.as_slice() {
            [] => Depth::Nothing,
            [_, text] if text.key == Key::Aside => Depth::Flat,
            [top] if self.is_one_of_paragraphs(top.node) => Depth::Item,
            [top] if !children(top) => Depth::Flat,
            _ => Depth::Deep,
        }
    }

    /// Whether the item that is open is over: the item may have more paragraphs before the next one.
    fn is_over(&self, text: &str) -> bool {
        let top = self.stack.last().filter(|_| self.stack.len() > 1);
        let Some(open) = top.filter(|open| self.may_be_over(open, text)) else {
            return false;
        };
        let next = self
            .document
            .next_label(self.at + 1, limits::LINES_TO_NEXT_ITEM.get());
        let goes_on = next.is_some_and(|next| {
            open.key == Key::Numbered(next.manner)
                && next.number == open.last + 1
                && next.number > 1
        });
        let node = self.tree.nodes.get(open.node);
        let bare = node.is_some_and(|node| node.form == Form::Block && node.text.is_empty());
        !goes_on && !bare
    }

    /// Whether a paragraph says what a meeting stresses, and the items before it are one paragraph each: then it belongs
    /// to none of them.
    fn is_stressed_at_end(&self, text: &str) -> bool {
        static STRESSES: List = List::new("minutes-stress");
        let top = self.stack.last();
        STRESSES.starts(text) && top.is_some_and(|open| self.is_one_of_paragraphs(open.node))
    }

    /// What is asked of a paragraph without number before it is decided what it ends.
    pub(super) fn closing(&self, text: &str) -> Closing {
        static STEPS: List = List::new("plan-start");
        static ENDS_MINUTES: List = List::new("end-of-minutes");
        let minutes = self.about.genre == Genre::Minutes;
        let start = if minutes && (ENDS_MINUTES.starts(text) || self.is_stressed_at_end(text)) {
            Start::EndOfMinutes
        } else if STEPS.starts(text) {
            Start::Steps
        } else if ADDRESSES.starts(text) {
            Start::Address
        } else if appeals(text) {
            Start::Appeal
        } else {
            Start::Other
        };
        Closing {
            start,
            report: self.headings == Headings::Numbered && self.about.genre == Genre::Report,
            ahead: self.ahead(start),
            open: self.open_sections(),
            over: self.is_over(text),
        }
    }

    /// Ends what a paragraph without number ends.
    pub(super) fn close_list(&mut self, text: &str) {
        match ends(self.closing(text)) {
            Ends::Chapters => self.implied(Opened::Plan(self.about.planned)),
            Ends::All => {
                self.stack.clear();
                self.last = None;
            }
            Ends::Sections => {
                self.stack.truncate(1);
                self.aside_due = true;
            }
            Ends::Item => {
                self.stack.pop();
                self.aside_due = true;
            }
            Ends::Nothing => {}
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
