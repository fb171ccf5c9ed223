//! Read: the tree and the text, which follow each other.
//!
//! A long text is set first where the reader looks; the rest follows while no key is pressed. A
//! key that goes elsewhere before it is done has another part set.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::compare;
use crate::model::Figure;
use crate::page::{Anchor, Page, Paragraph, paragraphs};
use crate::parallel;
use crate::width::Ambiguous;
use crate::wording::paragraph::Setup;
use crate::wording::problem::report;

use super::action::Action;
use super::layout::{self, Panes};
use super::outline::Node;
use super::passage::Unit;
use super::{App, moved};

/// What the text pane shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A bulletin, by its index.
    Bulletin(usize),
    /// A file with problems, by its place among them.
    Problem(usize),
}

/// What a text was set for: what it is, cells of a line, cells of ambiguous characters.
type SetFor = (Shown, u16, Ambiguous);

/// Bytes of text that are set before they are shown: no more than a few milliseconds' work.
const AT_ONCE: usize = 128 << 10;

/// Pages that are kept beside the one that is shown.
const KEPT: usize = 3;

/// The text pane.
#[derive(Debug, Default)]
pub struct Reader {
    /// What it shows; None for an empty library.
    pub shown: Option<Shown>,
    /// The bulletin, set; empty for a problem.
    pub page: Page,
    /// The problems of a file in words, set.
    pub report: Vec<String>,
    /// First row on the screen.
    pub top: usize,
    /// Whether keys move the text, not the tree.
    pub text_has_focus: bool,
    /// What the cursor for passages stands on.
    pub unit: Option<Unit>,
    /// Whether that cursor takes paragraphs, not sentences.
    pub by_paragraph: bool,
    /// What `page` and `report` were set for.
    set_for: Option<SetFor>,
    /// The whole page in the making, while `page` is only the part in view.
    pub(super) rest: Option<Page>,
    /// Whole pages that were shown before, the latest last.
    kept: VecDeque<(SetFor, Page)>,
    /// Where the row at the top begins. Kept while the screen changes its size, so that the same
    /// byte comes back to the top; follows when the text is moved.
    anchor: Option<Anchor>,
}

impl Reader {
    /// Rows of what is shown.
    pub fn rows(&self) -> usize {
        self.page.len().max(self.report.len())
    }
}

impl App {
    /// The panes of Read.
    pub fn panes(&self) -> Panes {
        layout::panes(self.frame().body, self.reader.text_has_focus, self.divider)
    }

    /// Rows of text that are in view.
    pub(super) fn text_rows(&self) -> usize {
        let pane = self.panes().text.unwrap_or(self.frame().body);
        usize::from(layout::text_area(pane).rows).max(1)
    }

    /// The bulletin that the text pane shows.
    pub fn shown_bulletin(&self) -> Option<usize> {
        match self.reader.shown? {
            Shown::Bulletin(index) => Some(index),
            Shown::Problem(_) => None,
        }
    }

    /// The file of what the text pane shows, as it was named.
    pub fn shown_file(&self) -> Option<&str> {
        match self.reader.shown? {
            Shown::Bulletin(index) => Some(&self.bulletins.get(index)?.source_file),
            Shown::Problem(index) => Some(&self.faulty.get(index)?.file),
        }
    }

    /// The section the reader is in: the one under the tree's cursor if the keys move the tree,
    /// else the one at the top of the text.
    pub fn current_section(&self) -> Option<(usize, usize)> {
        match self.outline.node() {
            Some(Node::Section(bulletin, section)) if !self.reader.text_has_focus => {
                Some((bulletin, section))
            }
            _ if self.reader.text_has_focus => self.top_section(),
            _ => None,
        }
    }

    /// The section at the top of the text.
    pub fn top_section(&self) -> Option<(usize, usize)> {
        let bulletin = self.shown_bulletin()?;
        Some((bulletin, self.reader.page.section_of(self.reader.top)?))
    }

    pub(super) fn read_action(&mut self, action: &Action) {
        match action {
            Action::Back => self.back(),
            Action::Switch => self.reader.text_has_focus = !self.reader.text_has_focus,
            Action::Tick => self.tick(),
            Action::YearBack => self.other_year(-1),
            Action::YearOn => self.other_year(1),
            Action::NextFigure => self.next_figure(),
            Action::Mark => self.ask_for_mark(),
            Action::Passages => self.open_passages(),
            Action::TurnRead => self.turn_read(),
            Action::NextUnread => self.next_unread(),
            // Folding moves no text: the cursor stays on it, or on what hides it.
            Action::Level(level) => {
                self.outline.fold_to(usize::from(*level), &self.bulletins);
                self.follow_text();
            }
            action if self.reader.text_has_focus => self.text_action(action),
            action => self.tree_action(action),
        }
    }

    pub(super) fn tree_action(&mut self, action: &Action) {
        let page = usize::from(self.tree_rows()).max(2) - 1;
        let outline = &mut self.outline;
        match action {
            Action::Left => outline.fold(&self.bulletins),
            Action::Right => outline.unfold(&self.bulletins),
            Action::Enter => match outline.node() {
                Some(Node::Series(_) | Node::Problems) => outline.toggle(&self.bulletins),
                _ => self.reader.text_has_focus = true,
            },
            action => match moved(action, outline.cursor, outline.items.len(), page) {
                Some(to) => outline.cursor = to,
                None => return,
            },
        }
        self.show_node();
    }

    pub(super) fn text_action(&mut self, action: &Action) {
        self.reach(action);
        let rows = self.text_rows();
        let before = self.in_view(rows);
        self.move_text(action, rows);
        self.read_on(action, before, rows);
    }

    fn move_text(&mut self, action: &Action, rows: usize) {
        let reader = &mut self.reader;
        // Scrolling stops with the last row at the foot; a jump may have gone further.
        let lowest = reader.rows().saturating_sub(rows).max(reader.top);
        let page = rows.saturating_sub(2).max(1);
        match action {
            Action::Left => {
                reader.text_has_focus = false;
                return;
            }
            Action::Right => return self.next_section(),
            action => match moved(action, reader.top, lowest + 1, page) {
                Some(to) => reader.top = to,
                None => return,
            },
        }
        self.follow_text();
    }

    fn next_section(&mut self) {
        let Some((bulletin, section)) = self.top_section() else {
            return;
        };
        self.reach_section(section + 1);
        let next = self.reader.page.row_of_section(section + 1);
        if let Some(row) = next.filter(|row| *row > self.reader.top) {
            self.reader.top = row;
            self.follow_text();
        } else if let Some(last) = self.bulletins.get(bulletin) {
            self.say(format!("{}{}", self.lang.words().end_of, last.title));
        }
    }

    /// Puts the tree's cursor on what the text shows, without unfolding anything.
    fn follow_text(&mut self) {
        if let Some((bulletin, section)) = self.top_section() {
            let node = Node::Section(bulletin, section);
            self.outline.follow(node, &self.bulletins);
        }
    }

    /// Shows in the text what the tree's cursor stands on.
    pub(super) fn show_node(&mut self) {
        let (shown, section) = match self.outline.node() {
            Some(Node::Bulletin(index)) => (Shown::Bulletin(index), None),
            Some(Node::Section(index, section)) => (Shown::Bulletin(index), Some(section)),
            Some(Node::Problem(index)) => (Shown::Problem(index), None),
            Some(Node::Problems) => (Shown::Problem(0), None),
            Some(Node::Series(at)) => match self.outline.newest(at, &self.bulletins) {
                Some(newest) => (Shown::Bulletin(newest), None),
                None => return,
            },
            None => return,
        };
        self.reader.shown = Some(shown);
        self.set_page(section);
        self.reach_section(section.unwrap_or(0));
        let row = section.and_then(|s| self.reader.page.row_of_section(s));
        self.reader.top = row.unwrap_or(0);
    }

    /// Goes to a section in both panes.
    pub(super) fn open_section(&mut self, bulletin: usize, section: usize) {
        let node = Node::Section(bulletin, section);
        self.outline.go(node, &self.bulletins);
        self.show_node();
    }

    fn other_year(&mut self, by: isize) {
        let words = self.lang.words();
        let Some(bulletin) = self.shown_bulletin() else {
            return;
        };
        let members = compare::members_with(&self.bulletins, bulletin);
        let at = members.iter().position(|m| *m == bulletin);
        let other = at.and_then(|at| at.checked_add_signed(by));
        let Some(&other) = other.and_then(|at| members.get(at)) else {
            let none = if by < 0 {
                words.no_earlier
            } else {
                words.no_later
            };
            return self.complain(none.to_owned());
        };
        let Some((_, section)) = self.current_section() else {
            self.outline.go(Node::Bulletin(other), &self.bulletins);
            return self.show_node();
        };
        let known = &mut self.alignments;
        let found = known.counterparts(&self.bulletins, (bulletin, section), other);
        let Some(&found) = found.first() else {
            return self.complain(words.no_counterpart.to_owned());
        };
        let paragraph = self.answer_to_top((bulletin, section), (other, found));
        self.open_section(other, found);
        if let Some(paragraph) = paragraph {
            self.top_paragraph(found, paragraph);
        }
    }

    /// Which paragraph of a section answers to the one at the top of the text, which is in another
    /// section; None where the text is at its section's beginning.
    fn answer_to_top(&mut self, from: (usize, usize), to: (usize, usize)) -> Option<usize> {
        let page = &self.reader.page;
        let top = page.row(self.reader.top)?.paragraph;
        let into = top.checked_sub(page.paragraph_of_section(from.1))?;
        if into == 0 || !self.reader.text_has_focus {
            return None;
        }
        let shown = |(bulletin, section)| parallel::Shown {
            bulletin,
            sections: vec![section],
        };
        let shown = vec![shown(from), shown(to)];
        let beside = parallel::Parallel::new(&self.bulletins, shown, &mut self.alignments);
        // The nearest one above that has an answer.
        let row = beside.row_of(0, into)?;
        let rows = beside.rows.get(..=row)?.iter().rev();
        rows.filter(|row| row.first().is_some_and(Option::is_some))
            .find_map(|row| row.get(1).copied().flatten())
    }

    /// Puts a paragraph of a section at the top of the text.
    pub(super) fn top_paragraph(&mut self, section: usize, paragraph: usize) {
        let paragraph = self.reader.page.paragraph_of_section(section) + paragraph;
        let byte = None;
        self.show_anchor(Anchor { paragraph, byte }, 0);
    }

    /// Puts the row with a place into the text, so many rows below the top.
    pub(super) fn show_anchor(&mut self, anchor: Anchor, below: usize) {
        let is_set = |app: &Self| app.reader.page.row_of_paragraph(anchor.paragraph).is_some();
        if !is_set(self) {
            self.set_part(anchor.paragraph);
        }
        if is_set(self) {
            let row = self.reader.page.row_of_anchor(anchor);
            self.set_ahead(row, self.text_rows());
            self.reader.top = row.saturating_sub(below);
            self.follow_text();
        }
    }

    /// A quarter of the rows of text: what is looked for stands so far down, with some of what stands
    /// before it above.
    pub(super) fn some_rows(&self) -> usize {
        self.text_rows() / 4
    }

    /// To the next figure that begins below the row at the top.
    fn next_figure(&mut self) {
        let words = self.lang.words();
        let page = &self.reader.page;
        let bulletin = self
            .shown_bulletin()
            .and_then(|index| self.bulletins.get(index));
        let Some((bulletin, row)) = bulletin.zip(page.row(self.reader.top)) else {
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
        let Some(at) = places.iter().position(is_below) else {
            return self.say(words.last_figure.to_owned());
        };
        if let Some(anchor) = places.get(at).copied() {
            self.show_anchor(anchor, 0);
            let of = places.len();
            self.say(format!("{} {}/{of}", words.by_figure, at + 1));
        }
    }

    fn tree_rows(&self) -> u16 {
        let pane = self.panes().tree;
        pane.map_or(1, |pane| layout::tree_area(pane).rows)
    }

    /// Cells of a line of text.
    fn text_cells(&self) -> u16 {
        let body = self.frame().body;
        let pane = layout::panes(body, true, self.divider).text.unwrap_or(body);
        layout::measure(pane.cells, self.rules.hang)
    }

    /// Sets what is shown, if it was not set for this width. The place is kept: the row at the
    /// top holds the same byte as before. A section that is asked for is set first.
    fn set_page(&mut self, section: Option<usize>) {
        let cells = self.text_cells();
        let Some(shown) = self.reader.shown else {
            return;
        };
        let wanted = (shown, cells, self.ambiguous);
        let before = self.reader.set_for;
        if before == Some(wanted) {
            return;
        }
        let same = before.is_some_and(|(before, ..)| before == shown);
        if !same {
            self.reader.anchor = None;
        }
        let kept = self.reader.anchor;
        self.keep_page();
        match shown {
            Shown::Bulletin(index) => self.set_bulletin(index, wanted, section, kept),
            Shown::Problem(index) => self.reader.report = self.report_of(index, cells.into()),
        }
        self.reader.set_for = Some(wanted);
        if let Some(anchor) = kept {
            self.reader.top = self.reader.page.row_of_anchor(anchor);
        }
    }

    fn set_bulletin(
        &mut self,
        index: usize,
        wanted: SetFor,
        section: Option<usize>,
        kept: Option<Anchor>,
    ) {
        let found = self.reader.kept.iter().position(|(key, _)| *key == wanted);
        if let Some((_, page)) = found.and_then(|at| self.reader.kept.remove(at)) {
            self.reader.page = page;
            return;
        }
        let Some(bulletin) = self.bulletins.get(index) else {
            return;
        };
        // Another width leaves the paragraphs as they are.
        let mut others = self.reader.kept.iter();
        let paragraphs = match others.find(|((shown, ..), _)| *shown == wanted.0) {
            Some((_, page)) => Arc::clone(&page.paragraphs),
            None => paragraphs(bulletin, 0..bulletin.sections().len()).into(),
        };
        let setting = Page::setting(bulletin, wanted.1.into(), wanted.2, self.rules);
        let all = Page::begin(Arc::clone(&paragraphs), 0, setting);
        let place = match (section, kept) {
            _ if all.bytes() <= AT_ONCE => 0,
            (Some(section), _) => all.paragraph_of_section(section),
            (None, Some(anchor)) => anchor.paragraph,
            (None, None) => 0,
        };
        let mut page = Page::begin(paragraphs, place, setting);
        page.extend(bulletin, AT_ONCE);
        if !page.whole() {
            self.reader.rest = Some(if place == 0 { page.clone() } else { all });
        }
        self.reader.page = page;
    }

    /// Puts the page away for when it is wanted again.
    fn keep_page(&mut self) {
        let reader = &mut self.reader;
        let page = std::mem::take(&mut reader.page);
        reader.report.clear();
        reader.rest = None;
        if let Some(key) = reader.set_for.filter(|_| page.whole() && !page.is_empty()) {
            reader.kept.push_back((key, page));
        }
        while reader.kept.len() > KEPT {
            reader.kept.pop_front();
        }
    }

    /// While only a part of the page is set: makes it one that holds the rows a key moves to.
    fn reach(&mut self, action: &Action) {
        let Some(here) = self.reader.page.anchor(self.reader.top) else {
            return;
        };
        let rows = self.text_rows();
        let (page, top) = (&self.reader.page, self.reader.top);
        match action {
            Action::Top if !page.begins() => self.set_part(0),
            Action::Up | Action::PageUp if top < rows && !page.begins() => {
                self.set_part(here.paragraph);
            }
            Action::Bottom if !page.ends() => self.set_part(page.paragraphs.len()),
            Action::Down | Action::PageDown => self.set_ahead(top, rows),
            _ => {}
        }
    }

    /// While only a part of the page is set: makes it one that holds a section's beginning.
    fn reach_section(&mut self, section: usize) {
        let paragraph = self.reader.page.paragraph_of_section(section);
        if self.reader.page.row_of_paragraph(paragraph).is_none() {
            self.set_part(paragraph);
        }
        if let Some(row) = self.reader.page.row_of_paragraph(paragraph) {
            self.set_ahead(row, self.text_rows());
        }
    }

    /// Sets more of a part whose end comes into view within a screen behind a row.
    fn set_ahead(&mut self, row: usize, rows: usize) {
        let shown = self.shown_bulletin();
        let reader = &mut self.reader;
        let bulletin = shown.and_then(|index| self.bulletins.get(index));
        if let Some(bulletin) = bulletin.filter(|_| reader.rest.is_some())
            && row + 2 * rows >= reader.page.len()
        {
            reader.page.extend(bulletin, AT_ONCE);
        }
    }

    /// While only a part of the page is set: sets the part around a paragraph instead, with the
    /// same row at the top if it is in there.
    fn set_part(&mut self, paragraph: usize) {
        let shown = self.shown_bulletin();
        let bulletin = shown.and_then(|index| self.bulletins.get(index));
        if let Some((bulletin, rest)) = bulletin.zip(self.reader.rest.as_ref()) {
            let part = rest.around(bulletin, paragraph, AT_ONCE / 2);
            self.change_page(part);
        }
    }

    /// Sets more of a page of which only a part is there; once it is whole it takes the part's place.
    pub(super) fn set_more(&mut self) {
        let Some(mut page) = self.reader.rest.take() else {
            return;
        };
        let shown = self.shown_bulletin();
        if let Some(bulletin) = shown.and_then(|index| self.bulletins.get(index)) {
            page.extend(bulletin, AT_ONCE);
        }
        if page.whole() {
            self.change_page(page);
        } else {
            self.reader.rest = Some(page);
        }
    }

    /// Shows another page of the same text, with the same row at the top.
    fn change_page(&mut self, page: Page) {
        let before = std::mem::replace(&mut self.reader.page, page);
        let row = || {
            let paragraph = before.row(self.reader.top)?.paragraph;
            let into = self.reader.top - before.row_of_paragraph(paragraph)?;
            Some(self.reader.page.row_of_paragraph(paragraph)? + into)
        };
        self.reader.top = row().unwrap_or(0);
    }

    fn report_of(&self, index: usize, cells: usize) -> Vec<String> {
        let setup = Setup {
            cells,
            ambiguous: self.ambiguous,
            rules: self.rules,
        };
        let mut out = Vec::new();
        let file = self.faulty.get(index);
        let problems = file
            .map(|file| file.problems.as_slice())
            .unwrap_or_default();
        let problems = problems.iter().filter_map(|at| self.problems.get(*at));
        // Writing to memory does not fail.
        let _ = report(&mut out, problems, "\n", (self.lang, setup));
        let text = String::from_utf8_lossy(&out);
        text.lines().map(str::to_owned).collect()
    }

    pub(super) fn settle_reader(&mut self) {
        self.set_page(None);
        let reader = &mut self.reader;
        reader.top = reader.top.min(reader.rows().saturating_sub(1));
        let stands = |anchor| reader.page.row_of_anchor(anchor) == reader.top;
        if !reader.anchor.is_some_and(stands) {
            reader.anchor = reader.page.anchor(reader.top);
        }
        let rows = usize::from(self.tree_rows());
        self.outline.scroll(rows);
    }
}
