//! The text, set for a width: the page that is shown, and the last ones before it.
//!
//! A long text is set first where the reader looks; the rest follows while no key is pressed. A
//! key that goes elsewhere before it is done has another part set.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::model::Bulletin;
use crate::page::{Anchor, Page, paragraphs};
use crate::store::store::Store;
use crate::width::Ambiguous;
use crate::wording::paragraph::Setup;
use crate::wording::problem::report;

/// What the text pane shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A bulletin, by its index.
    Bulletin(usize),
    /// A file with problems, by its place among them.
    Problem(usize),
}

/// What a text was set for: what it is, cells of a line, cells of ambiguous characters.
pub type SetFor = (Shown, u16, Ambiguous);

/// Bytes of text that are set before they are shown: no more than a few milliseconds' work.
const AT_ONCE: usize = 128 << 10;

/// Pages that are kept beside the one that is shown.
const KEPT: usize = 3;

/// What is set.
#[derive(Debug, Default)]
pub struct Pages {
    /// The bulletin, set; empty for a problem.
    pub page: Page,
    /// The problems of a file in words, set.
    pub report: Vec<String>,
    /// What they were set for.
    set_for: Option<SetFor>,
    /// The whole page in the making, while `page` is only the part in view.
    rest: Option<Page>,
    /// Whole pages that were shown before, the latest last.
    kept: VecDeque<(SetFor, Page)>,
}

impl Pages {
    /// Rows of what is shown.
    pub fn rows(&self) -> usize {
        self.page.len().max(self.report.len())
    }

    /// Whether more of the page is to be set.
    pub fn has_rest(&self) -> bool {
        self.rest.is_some()
    }

    /// Sets what is shown, if it was not set for this; whether it was not. A section that is asked for, or else an
    /// anchor, is set first.
    pub fn set(
        &mut self,
        wanted: SetFor,
        section: Option<usize>,
        anchor: Option<Anchor>,
        store: &Store,
    ) -> bool {
        if self.set_for == Some(wanted) {
            return false;
        }
        self.keep();
        match wanted.0 {
            Shown::Bulletin(index) => self.set_bulletin(index, wanted, (section, anchor), store),
            Shown::Problem(index) => self.report = report_of(index, wanted.1.into(), store),
        }
        self.set_for = Some(wanted);
        true
    }

    fn set_bulletin(
        &mut self,
        index: usize,
        wanted: SetFor,
        first: (Option<usize>, Option<Anchor>),
        store: &Store,
    ) {
        let found = self.kept.iter().position(|(key, _)| *key == wanted);
        if let Some((_, page)) = found.and_then(|at| self.kept.remove(at)) {
            self.page = page;
            return;
        }
        let Some(bulletin) = store.bulletins.get(index) else {
            return;
        };
        // Another width leaves the paragraphs as they are.
        let mut others = self.kept.iter();
        let paragraphs = match others.find(|((shown, ..), _)| *shown == wanted.0) {
            Some((_, page)) => Arc::clone(&page.paragraphs),
            None => paragraphs(bulletin, 0..bulletin.sections().len()).into(),
        };
        let setting = Page::setting(bulletin, wanted.1.into(), wanted.2, store.rules);
        let all = Page::begin(Arc::clone(&paragraphs), 0, setting);
        let place = match first {
            _ if all.bytes() <= AT_ONCE => 0,
            (Some(section), _) => all.paragraph_of_section(section),
            (None, Some(anchor)) => anchor.paragraph,
            (None, None) => 0,
        };
        let mut page = Page::begin(paragraphs, place, setting);
        page.extend(bulletin, AT_ONCE);
        if !page.whole() {
            self.rest = Some(if place == 0 { page.clone() } else { all });
        }
        self.page = page;
    }

    /// Puts the page away for when it is wanted again.
    fn keep(&mut self) {
        let page = std::mem::take(&mut self.page);
        self.report.clear();
        self.rest = None;
        if let Some(key) = self.set_for.filter(|_| page.whole() && !page.is_empty()) {
            self.kept.push_back((key, page));
        }
        while self.kept.len() > KEPT {
            self.kept.pop_front();
        }
    }

    /// Sets more of a part whose end comes into view within a screen after a row.
    pub fn set_ahead(&mut self, row: usize, rows: usize, bulletin: Option<&Bulletin>) {
        if let Some(bulletin) = bulletin.filter(|_| self.rest.is_some())
            && row + 2 * rows >= self.page.len()
        {
            self.page.extend(bulletin, AT_ONCE);
        }
    }

    /// While only a part of the page is set: sets the part around a paragraph instead; where a row is in it.
    pub fn set_part(&mut self, paragraph: usize, row: usize, bulletin: Option<&Bulletin>) -> usize {
        match bulletin.zip(self.rest.as_ref()) {
            Some((bulletin, rest)) => {
                let part = rest.around(bulletin, paragraph, AT_ONCE / 2);
                self.change(part, row)
            }
            None => row,
        }
    }

    /// Sets more of a page of which only a part is there; once it is whole it takes the part's place. Where a row is
    /// then.
    pub fn set_more(&mut self, row: usize, bulletin: Option<&Bulletin>) -> usize {
        let Some(mut page) = self.rest.take() else {
            return row;
        };
        if let Some(bulletin) = bulletin {
            page.extend(bulletin, AT_ONCE);
        }
        if page.whole() {
            return self.change(page, row);
        }
        self.rest = Some(page);
        row
    }

    /// Shows another page of the same text; where a row is on it, the first if it is not.
    fn change(&mut self, page: Page, row: usize) -> usize {
        let before = std::mem::replace(&mut self.page, page);
        let now = || {
            let paragraph = before.row(row)?.paragraph;
            let into = row - before.row_of_paragraph(paragraph)?;
            Some(self.page.row_of_paragraph(paragraph)? + into)
        };
        now().unwrap_or(0)
    }
}

/// What is wrong with a file, in lines of so many cells.
fn report_of(index: usize, cells: usize, store: &Store) -> Vec<String> {
    let setup = Setup {
        cells,
        ambiguous: store.ambiguous,
        rules: store.rules,
    };
    let mut out = Vec::new();
    let file = store.faulty.get(index);
    let problems = file
        .map(|file| file.problems.as_slice())
        .unwrap_or_default();
    let problems = problems.iter().filter_map(|at| store.problems.get(*at));
    // Writing to memory does not fail.
    let _ = report(&mut out, problems, "\n", (store.lang, setup));
    let text = String::from_utf8_lossy(&out);
    text.lines().map(str::to_owned).collect()
}
