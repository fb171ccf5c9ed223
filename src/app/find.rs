//! Find: what was typed, the hits as a list and in the text, and what the search is kept to.
//!
//! The search goes on while no key is pressed, part by part; a key starts it anew or waits for no more
//! than one part.

use std::ops::Range;
use std::sync::Arc;

use crate::compare::Outcome;
use crate::i18n::Lang;
use crate::model::{Form, Section};
use crate::page::Paragraph;
use crate::search::{Filter, Hit, Outcomes, Query, Search, kinds, years};

use super::action::Action;
use super::keymap::Mode;
use super::prompt::{Prompt, Wanted};
use super::{App, moved, scrolled};

/// Bytes of text that are searched between two looks for a key: a few milliseconds' work.
const AT_ONCE: usize = 1 << 20;

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// What follows only sounds so.
    Sounds,
    /// What follows are figures.
    Figures,
    /// The section of the hit with this place.
    Place(usize),
    /// The hit with this place.
    Hit(usize),
}

/// The screen.
#[derive(Debug, Default)]
pub struct FindView {
    /// What is looked for, as it was typed.
    pub typed: String,
    /// The search for it.
    pub search: Search,
    /// What it is kept to.
    pub filter: Filter,
    /// The place of the hit under the cursor.
    pub cursor: usize,
    /// The rows of the list.
    pub rows: Vec<Row>,
    /// First row on the screen.
    pub top: usize,
    /// The bulletin that was open when the search was.
    open: Option<usize>,
    outcomes: Arc<Outcomes>,
    /// How many words, sounds and figures the rows were made for.
    made_for: [usize; 3],
}

impl FindView {
    /// Forgets what it knows of bulletins by their places, which are other ones now.
    pub(super) fn forget_bulletins(&mut self) {
        self.open = None;
        self.filter.bulletin = None;
        self.filter.outcome = None;
        self.outcomes = Arc::default();
    }

    /// The hit under the cursor.
    pub fn hit(&self) -> Option<&Hit> {
        self.search.hits.get(self.cursor)
    }

    /// The words of what the search is kept to.
    pub fn kept_to(&self, lang: Lang) -> String {
        let words = lang.words();
        let scope = match self.filter.bulletin {
            Some(_) => words.this_bulletin,
            None => words.whole_library,
        };
        let filter = &self.filter;
        let parts = [
            Some(scope.to_owned()),
            filter.year.map(|year| format!("{year}{}", words.years_in)),
            filter.series.clone(),
            filter.kind.map(|kind| words.kind(kind.code()).to_owned()),
            filter
                .outcome
                .map(|outcome| words.outcome(outcome.code()).to_owned()),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        parts.join(" · ")
    }

    /// Makes the rows anew if more was found.
    fn make_rows(&mut self) {
        let hits = &self.search.hits;
        let found = [hits.words.len(), hits.sounds.len(), hits.figures.len()];
        if found == self.made_for {
            return;
        }
        self.made_for = found;
        self.rows.clear();
        let (mut part, mut place) = (None, None);
        for (at, hit) in hits.iter().enumerate() {
            let now = if at < found[0] {
                None
            } else if at < found[0] + found[1] {
                Some(Row::Sounds)
            } else {
                Some(Row::Figures)
            };
            if now != part {
                self.rows.extend(now);
                (part, place) = (now, None);
            }
            let here = (hit.bulletin, hit.section);
            if place != Some(here) {
                self.rows.push(Row::Place(at));
                place = Some(here);
            }
            self.rows.push(Row::Hit(at));
        }
    }

    /// The row of the hit under the cursor.
    fn row(&self) -> usize {
        let row = self
            .rows
            .iter()
            .position(|row| *row == Row::Hit(self.cursor));
        row.unwrap_or(0)
    }
}

impl App {
    /// Opens the screen with its input line.
    pub(super) fn open_find(&mut self) {
        if self.screen() != Mode::Find {
            self.find.open = self.shown_bulletin();
            // What is kept to the open bulletin is kept to the one that is open now.
            if self.find.filter.bulletin.is_some() && self.find.filter.bulletin != self.find.open {
                self.find.filter.bulletin = self.find.open;
                self.search_anew();
            }
            self.go_on(Mode::Find);
        }
        self.prompt = Some(Prompt::new(Wanted::Find, "", &self.typed_before));
    }

    /// What a key does while something to look for is typed: the list follows.
    pub(super) fn find_typed(&mut self, action: &Action) {
        let Some(prompt) = self.prompt.as_mut() else {
            return;
        };
        match action {
            Action::Back if self.find.typed.is_empty() => {
                self.prompt = None;
                self.back();
            }
            Action::Back => self.prompt = None,
            Action::Enter | Action::Switch => self.end_typing(),
            Action::Down if prompt.is_newest() => self.end_typing(),
            Action::PageUp | Action::PageDown => self.find_action(action),
            action => {
                prompt.edit(action);
                let typed = prompt.text.clone();
                self.look_for(typed);
            }
        }
    }

    /// The keys go to the list.
    pub(super) fn end_typing(&mut self) {
        let typed = self.find.typed.clone();
        self.typed_before.remember(Wanted::Find, &typed);
        self.prompt = None;
        let search = &self.find.search;
        if search.is_done() && search.hits.is_empty() && !search.asks_nothing() {
            self.complain(self.lang.words().no_hits.to_owned());
        }
    }

    /// Lists the figures of the open bulletin.
    pub(super) fn list_figures(&mut self) {
        let Some(bulletin) = self.shown_bulletin() else {
            return;
        };
        self.find.open = Some(bulletin);
        self.find.filter = Filter {
            bulletin: Some(bulletin),
            ..Filter::default()
        };
        "#".clone_into(&mut self.find.typed);
        self.search_anew();
        self.go_on(Mode::Find);
    }

    /// Looks for something else.
    pub(super) fn look_for(&mut self, typed: String) {
        if typed != self.find.typed {
            self.find.typed = typed;
            self.search_anew();
        }
    }

    /// Begins the search again.
    pub(super) fn search_anew(&mut self) {
        let view = &mut self.find;
        let query = Query::parse(&view.typed);
        let outcomes = Arc::clone(&view.outcomes);
        // The order of the tree, which is known.
        let order = self.outline.series.iter().flat_map(|(_, members)| members);
        let kept = (view.filter.clone(), outcomes);
        view.search = Search::new(&self.bulletins, order.copied(), query, kept);
        (view.cursor, view.top) = (0, 0);
        view.rows.clear();
        view.made_for = [0; 3];
        // A small library is searched before the next frame: the list does not flicker.
        self.search_on();
    }

    /// Whether the search has not come to its end.
    pub fn is_searching(&self) -> bool {
        !self.find.search.is_done()
    }

    /// Searches a part; whether that was the last one.
    pub(super) fn search_on(&mut self) -> bool {
        self.find.search.go_on(&self.bulletins, AT_ONCE);
        self.settle_find();
        self.find.search.is_done()
    }

    pub(super) fn find_action(&mut self, action: &Action) {
        let page = usize::from(self.frame().body.rows).max(2) - 1;
        match action {
            Action::Back => self.back(),
            Action::Enter => self.open_hit(),
            Action::Tick => self.tick_hit(),
            action if self.turn_filter(action) => self.search_anew(),
            action => {
                let len = self.find.search.hits.len();
                if let Some(to) = moved(action, self.find.cursor, len, page) {
                    self.find.cursor = to;
                }
            }
        }
    }

    /// Changes what the search is kept to, if an action asks for that.
    fn turn_filter(&mut self, action: &Action) -> bool {
        let view = &mut self.find;
        let filter = &mut view.filter;
        match action {
            Action::Scope | Action::Switch => {
                filter.bulletin = match filter.bulletin {
                    Some(_) => None,
                    None => view.open,
                };
            }
            Action::FilterYear => {
                filter.year = turned(&years(&self.bulletins), filter.year.as_ref());
            }
            Action::FilterSeries => {
                let names = self.outline.series.iter().map(|(name, _)| name.clone());
                let names: Vec<String> = names.collect();
                filter.series = turned(&names, filter.series.as_ref());
            }
            Action::FilterKind => {
                filter.kind = turned(&kinds(&self.bulletins), filter.kind.as_ref());
            }
            Action::Filter => {
                if filter.outcome.is_none() {
                    view.outcomes = Outcomes::of(&self.bulletins, &self.links).into();
                }
                filter.outcome = turned(&Outcome::ALL, filter.outcome.as_ref());
            }
            Action::NoFilter => *filter = Filter::default(),
            _ => return false,
        }
        true
    }

    /// To the next hit, or the one before: in the list or, elsewhere, in the text.
    pub(super) fn next_hit(&mut self, by: isize) {
        let words = self.lang.words();
        let len = self.find.search.hits.len();
        if len == 0 {
            let none = if self.find.search.asks_nothing() {
                words.find_first(&self.keymap)
            } else {
                words.no_hits.to_owned()
            };
            return self.complain(none);
        }
        match self
            .find
            .cursor
            .checked_add_signed(by)
            .filter(|to| *to < len)
        {
            Some(to) => self.find.cursor = to,
            None if by < 0 => return self.say(words.first_hit.to_owned()),
            None => return self.say(words.last_hit.to_owned()),
        }
        if self.screen() != Mode::Find {
            self.show_hit();
        }
    }

    /// Opens the text at the hit under the cursor; Esc comes back to the list.
    fn open_hit(&mut self) {
        if self.find.hit().is_none() {
            return;
        }
        self.go_on(Mode::Read);
        self.reader.text_has_focus = true;
        self.show_hit();
    }

    fn show_hit(&mut self) {
        let Some(hit) = self.find.hit().cloned() else {
            return;
        };
        let place = format!("{}/{}", self.find.cursor + 1, self.find.search.hits.len());
        self.say(format!(
            "{}{}  {place}",
            self.lang.words().find_label,
            self.find.typed
        ));
        let Some(section) = hit.section else {
            self.outline.go(
                super::outline::Node::Bulletin(hit.bulletin),
                &self.bulletins,
            );
            return self.show_node();
        };
        self.open_section(hit.bulletin, section);
        let bulletin = self.bulletins.get(hit.bulletin);
        let Some(of) = bulletin.and_then(|b| b.sections().get(section)) else {
            return;
        };
        let place = |p: &Paragraph| Some(found_in(p, of, &hit)?.start);
        if let Some(anchor) = self.reader.page.anchor_in_section(section, place) {
            self.show_anchor(anchor, self.some_rows());
        }
    }

    /// Picks the section of the hit under the cursor, or takes it out of the picks.
    fn tick_hit(&mut self) {
        let hit = self.find.hit().map(|hit| (hit.bulletin, hit.section));
        match hit {
            Some((bulletin, Some(section))) => self.tick_sections(bulletin, &[section]),
            _ => self.complain(self.lang.words().nothing_to_pick.to_owned()),
        }
    }

    pub(super) fn settle_find(&mut self) {
        let rows = usize::from(self.frame().body.rows).max(1);
        let view = &mut self.find;
        view.make_rows();
        view.cursor = view.cursor.min(view.search.hits.len().saturating_sub(1));
        let row = view.row();
        // The heads above a first hit are seen with it.
        let head = |row: &Row| !matches!(row, Row::Hit(_));
        let above = view.rows.iter().take(row).rev().take_while(|row| head(row));
        let from = row - above.count().min(rows.saturating_sub(1));
        view.top = scrolled(view.top, from, row + 1, rows, view.rows.len());
    }

    /// The hits in a paragraph of the text that is shown: byte ranges of its whole text, lead
    /// included, and whether it is the one under the cursor.
    pub fn hits_in(
        &self,
        paragraph: &Paragraph,
        section: &Section,
        hits: &[(usize, &Hit)],
    ) -> Vec<(Range<usize>, bool)> {
        let own = hits
            .iter()
            .filter(|(_, hit)| hit.section == Some(paragraph.section));
        let place = |(at, hit): &(usize, &Hit)| {
            let place = found_in(paragraph, section, hit)?;
            Some((place, *at == self.find.cursor))
        };
        own.filter_map(place).collect()
    }

    /// The hits in some sections of a bulletin, with their places.
    pub fn hits_of(&self, bulletin: usize, sections: Range<usize>) -> Vec<(usize, &Hit)> {
        let hits = self.find.search.hits.iter().enumerate();
        let own = |hit: &Hit| {
            hit.bulletin == bulletin && hit.section.is_some_and(|s| sections.contains(&s))
        };
        hits.filter(|(_, hit)| own(hit)).collect()
    }
}

/// Where in a paragraph's whole text a hit of its section stands, if it does.
fn found_in(paragraph: &Paragraph, section: &Section, hit: &Hit) -> Option<Range<usize>> {
    let span = &hit.span;
    if hit.is_in_body(section) {
        let (from, to) = (paragraph.place(span.start), paragraph.place(span.end));
        return (from < to).then_some(from..to);
    }
    let bracket = if section.form == Form::Implied {
        '〔'.len_utf8()
    } else {
        0
    };
    let before = section.label.len() + bracket;
    (paragraph.heading && before + span.end <= paragraph.lead.len())
        .then(|| before + span.start..before + span.end)
}

/// The next one of some values behind the last of which comes none.
fn turned<T: Clone + PartialEq>(all: &[T], now: Option<&T>) -> Option<T> {
    let next = match now {
        None => 0,
        Some(now) => all.iter().position(|one| one == now)? + 1,
    };
    all.get(next).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_turns_through_all_and_none() {
        assert_eq!(turned(&[1, 2], None), Some(1));
        assert_eq!(turned(&[1, 2], Some(&2)), None);
        assert_eq!(turned::<i32>(&[], None), None);
    }
}
