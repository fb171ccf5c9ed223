//! The state of Read: the tree and the text, kept at the same place.

use crate::i18n::counted;
use crate::keymap::action::Action;
use crate::keymap::motion::{moved, page};
use crate::model::{Bulletin, Figure};
use crate::page::{Anchor, Paragraph};
use crate::screens::screen::Spot;
use crate::search::Hit;
use crate::store::here::Here;
use crate::store::place::{Place, section_of};
use crate::store::store::Store;
use crate::view::area::{body, measure, text_area};

use super::found::found_in;
use super::outline::{Node, Outline, Shelf};
use super::pages::Shown;
use super::panes::{Panes, panes, tree_area};
use super::text::{Text, Walked};
use super::units::Unit;

/// The state.
#[derive(Debug, Default)]
pub struct State {
    /// The tree.
    pub outline: Outline,
    /// The text.
    pub text: Text,
    /// What the cursor for passages stands on, while there is one.
    pub unit: Option<Unit>,
    /// Whether that cursor takes paragraphs, not sentences.
    pub by_paragraph: bool,
    /// Where the divider was dragged to, in cells from the left.
    pub divider: Option<u16>,
}

impl State {
    /// The panes.
    pub fn panes(&self, store: &Store) -> Panes {
        panes(body(store.size), self.text.has_focus, self.divider)
    }

    /// Rows of text that are in view.
    pub fn text_rows(&self, store: &Store) -> usize {
        let pane = self.panes(store).text.unwrap_or(body(store.size));
        usize::from(text_area(pane).rows).max(1)
    }

    /// A quarter of the rows of text: what is looked for stands so far down, with some of what stands
    /// before it above.
    pub fn some_rows(&self, store: &Store) -> usize {
        self.text_rows(store) / 4
    }

    fn tree_rows(&self, store: &Store) -> usize {
        let pane = self.panes(store).tree;
        pane.map_or(1, |pane| tree_area(pane).rows).into()
    }

    /// The section the reader is in: the one under the tree's cursor if the keys move the tree,
    /// else the one at the top of the text.
    pub fn section(&self) -> Option<(usize, usize)> {
        match self.outline.node() {
            Some(Node::Section(bulletin, section)) if !self.text.has_focus => {
                Some((bulletin, section))
            }
            _ if self.text.has_focus => self.text.top_section(),
            _ => None,
        }
    }

    /// Where the reader is.
    pub fn here(&self, store: &Store) -> Here {
        let file = match self.text.shown {
            Some(Shown::Bulletin(index)) => store.bulletins.get(index).map(|b| &b.source_file),
            Some(Shown::Problem(index)) => store.faulty.get(index).map(|file| &file.file),
            None => None,
        };
        let series = match self.outline.node() {
            Some(Node::Series(at)) => Some(at),
            _ => None,
        };
        Here {
            bulletin: self.text.bulletin(),
            series,
            file: file.cloned(),
            section: self.section(),
            top: self.text.top_section(),
            place: self.text.place(store),
        }
    }

    /// Sets the text for the size of now and keeps the cursors in view.
    pub fn settle(&mut self, store: &mut Store) {
        self.set(None, store);
        self.text.settle();
        let rows = self.tree_rows(store);
        self.outline.scroll(rows);
        if let Some(bulletin) = self.text.bulletin() {
            let all = &self.text.page().paragraphs;
            store.reading.begin(bulletin, all, &store.bulletins);
        }
    }

    fn set(&mut self, section: Option<usize>, store: &Store) {
        let body = body(store.size);
        let pane = panes(body, true, self.divider).text.unwrap_or(body);
        let cells = measure(pane.cells, store.rules.hang);
        self.text.set(section, cells, store.ambiguous, store);
    }

    /// Shows in the text what the tree's cursor stands on.
    pub fn show_node(&mut self, store: &Store) {
        let (shown, section) = match self.outline.node() {
            Some(Node::Bulletin(index)) => (Shown::Bulletin(index), None),
            Some(Node::Section(index, section)) => (Shown::Bulletin(index), Some(section)),
            Some(Node::Problem(index)) => (Shown::Problem(index), None),
            Some(Node::Problems) => (Shown::Problem(0), None),
            Some(Node::Series(at)) => match store.series.newest(at, &store.bulletins) {
                Some(newest) => (Shown::Bulletin(newest), None),
                None => return,
            },
            None => return,
        };
        self.text.shown = Some(shown);
        self.set(section, store);
        let rows = self.text_rows(store);
        self.text.reach_section(section.unwrap_or(0), rows, store);
        let row = section.and_then(|s| self.text.page().row_of_section(s));
        self.text.top = row.unwrap_or(0);
    }

    /// Puts the tree's cursor on a node and shows it.
    pub fn go(&mut self, node: Node, store: &Store) {
        self.outline.go(node, Shelf::of(store));
        self.show_node(store);
    }

    /// Puts the tree's cursor on what the text shows, without unfolding anything.
    pub fn follow_text(&mut self, store: &Store) {
        if let Some((bulletin, section)) = self.text.top_section() {
            let node = Node::Section(bulletin, section);
            self.outline.follow(node, Shelf::of(store));
        }
    }

    /// Puts the row with a place into the text, so many rows below the top.
    pub fn show_anchor(&mut self, anchor: Anchor, below: usize, store: &Store) {
        let rows = self.text_rows(store);
        if self.text.show(anchor, below, rows, store) {
            self.follow_text(store);
        }
    }

    /// Does what an action asks of the tree; whether it asks anything.
    pub fn tree(&mut self, action: &Action, store: &Store) -> bool {
        let page = page(self.tree_rows(store));
        let (outline, shelf) = (&mut self.outline, Shelf::of(store));
        match action {
            Action::Left => outline.fold(shelf),
            Action::Right => outline.unfold(shelf),
            Action::Enter => match outline.node() {
                Some(Node::Series(_) | Node::Problems) => outline.toggle(shelf),
                _ => self.text.has_focus = true,
            },
            action => match moved(action, outline.cursor, outline.items.len(), page) {
                Some(to) => outline.cursor = to,
                None => return false,
            },
        }
        self.show_node(store);
        true
    }

    /// Moves the text; whether the action is one that moves it.
    pub fn walk(&mut self, action: &Action, store: &mut Store) -> bool {
        if *action == Action::Left {
            self.text.leave();
            return true;
        }
        let rows = self.text_rows(store);
        let Some(walked) = self.text.walk(action, rows, store) else {
            return false;
        };
        if walked == Walked::AtEnd {
            let last = self.text.bulletin().and_then(|at| store.bulletins.get(at));
            if let Some(last) = last {
                store.say(store.lang.words().end_of(&last.title));
            }
        } else {
            self.follow_text(store);
        }
        true
    }

    /// Puts the text at a spot; false if it is no longer in the library.
    pub fn put(&mut self, spot: &Spot, store: &Store) -> bool {
        match spot {
            Spot::Bulletin(bulletin) => self.go(Node::Bulletin(*bulletin), store),
            Spot::Section(bulletin, section) => self.go(Node::Section(*bulletin, *section), store),
            Spot::Paragraph(bulletin, section, paragraph, byte) => {
                self.go(Node::Section(*bulletin, *section), store);
                let first = self.text.page().paragraph_of_section(*section);
                let anchor = match byte {
                    Some(byte) => self.text.anchor_in(*section, *paragraph, *byte),
                    None => Some(Anchor {
                        paragraph: first + paragraph,
                        byte: None,
                    }),
                };
                if let Some(anchor) = anchor {
                    self.show_anchor(anchor, 0, store);
                }
            }
            Spot::Passage(bulletin, section, byte) => {
                self.go(Node::Section(*bulletin, *section), store);
                if let Some(anchor) = self.text.anchor_of(*section, *byte) {
                    self.show_anchor(anchor, self.some_rows(store), store);
                }
            }
            Spot::Hit(hit) => self.put_hit(hit, store),
            Spot::Place(place) => return self.put_place(place, store),
        }
        true
    }

    fn put_hit(&mut self, hit: &Hit, store: &Store) {
        let Some(section) = hit.section else {
            return self.go(Node::Bulletin(hit.bulletin), store);
        };
        self.go(Node::Section(hit.bulletin, section), store);
        let Some(of) = store.section(hit.bulletin, section) else {
            return;
        };
        let place = |p: &Paragraph| Some(found_in(p, of, hit)?.start);
        if let Some(anchor) = self.text.page().anchor_in_section(section, place) {
            self.show_anchor(anchor, self.some_rows(store), store);
        }
    }

    /// Goes to a place, or as near as the library still has it; false if its bulletin is gone.
    fn put_place(&mut self, place: &Place, store: &Store) -> bool {
        let found = store.bulletins.iter().position(|b| b.id == place.bulletin);
        let of = found.and_then(|at| Some((at, section_of(store.bulletins.get(at)?, place)?)));
        let Some((bulletin, section)) = of else {
            return false;
        };
        self.go(Node::Section(bulletin, section), store);
        // The section may have become shorter.
        let anchor = self.text.anchor_in(section, place.paragraph, place.byte);
        if let Some(anchor) = anchor {
            self.show_anchor(anchor, 0, store);
        }
        true
    }

    /// To the next figure that begins below the row at the top.
    pub fn next_figure(&mut self, store: &mut Store) {
        let page = self.text.page();
        let bulletin = self.text.bulletin().and_then(|at| store.bulletins.get(at));
        let Some((bulletin, row)) = bulletin.zip(page.row(self.text.top)) else {
            return;
        };
        let place = |(section, figure): (usize, &Figure)| {
            let start = figure.span.start;
            let found = |p: &Paragraph| p.body.contains(&start).then(|| p.place(start));
            page.anchor_in_section(section, found)
        };
        let valued = bulletin
            .figures()
            .filter(|(_, figure)| figure.value.is_some());
        let mut places: Vec<Anchor> = valued.filter_map(place).collect();
        // What is promised and reported in the same words is one.
        places.dedup();
        let end = row.line.map_or(0, |line| line.end);
        let is_below =
            |anchor: &Anchor| (anchor.paragraph, anchor.byte) >= (row.paragraph, Some(end));
        let words = store.lang.words();
        let Some(at) = places.iter().position(is_below) else {
            return store.say(words.last_figure);
        };
        if let Some(anchor) = places.get(at).copied() {
            self.show_anchor(anchor, 0, store);
            let of = places.len();
            store.say(format!("{} {}/{of}", words.by_figure, at + 1));
        }
    }

    /// Picks or unpicks what Read stands on: a section, or all of a bulletin.
    pub fn tick(&self, store: &mut Store) {
        match (self.section(), self.outline.node()) {
            (Some((index, section)), _) => store.pick_sections(index, &[section]),
            (None, Some(Node::Bulletin(index))) => store.pick_bulletins(&[index]),
            (None, Some(Node::Series(at))) => {
                let members = store.series.members(at).to_vec();
                store.pick_bulletins(&members);
            }
            _ => store.complain(store.lang.words().nothing_to_pick),
        }
    }

    /// Says of what Read stands on, a section or a bulletin, that it was read, or that it was not.
    pub fn turn_read(&self, store: &mut Store) {
        let sections = |index: usize| store.bulletins.get(index).map(Bulletin::sections);
        let place = match (self.section(), self.outline.node()) {
            (Some((bulletin, section)), _) => {
                sections(bulletin).and_then(|all| Some((bulletin, section..all.get(section)?.end)))
            }
            // A bulletin, or a series, which shows one.
            (None, Some(Node::Bulletin(_) | Node::Series(_))) => {
                let shown = self.text.bulletin();
                shown.and_then(|bulletin| Some((bulletin, 0..sections(bulletin)?.len())))
            }
            _ => None,
        };
        let words = store.lang.words();
        let Some((bulletin, sections)) = place else {
            return store.complain(words.nothing_to_read);
        };
        let turned = store.reading.turn(bulletin, sections, &store.bulletins);
        if let Some((read, count)) = turned {
            let sections = counted(count, words.section_unit);
            store.say(if read {
                words.is_read(sections)
            } else {
                words.is_unread(sections)
            });
        }
    }

    /// To the next section that was not read to its end: in this bulletin, then in those after it. False, and said so,
    /// if there is none.
    pub fn next_unread(&mut self, store: &mut Store) -> bool {
        let mut order: Vec<usize> = store.series.in_order().collect();
        let here = self.text.bulletin();
        let at = order.iter().position(|index| Some(*index) == here);
        order.rotate_left(at.unwrap_or(0));
        let section = self.section().map_or(0, |(_, section)| section + 1);
        // At last what stands before this section.
        let places = order.iter().map(|index| (*index, 0));
        let first = here.map(|here| (here, section));
        let last = here.map(|here| (here, 0));
        let places: Vec<(usize, usize)> = first
            .into_iter()
            .chain(places.skip(usize::from(here.is_some())))
            .chain(last)
            .collect();
        for (bulletin, from) in places {
            let found = store.reading.unread_from(bulletin, from, &store.bulletins);
            if let Some(section) = found {
                self.go(Node::Section(bulletin, section), store);
                return true;
            }
        }
        store.say(store.lang.words().all_read);
        false
    }
}
