//! The title, of the lines that may be it and of what the page says. Knows nothing of issuers, numbers and dates.

use super::state::State;
use super::title_rules::{PARTS, Part, Parts, TITLES, Title};
use super::wording::{office_of_site, unspaced, without_note, without_site};
use crate::import::office::is_organ;
use crate::import::rule::first;

impl State {
    /// The title: that of the annexed document, the page's or the front matter's, else the first lines.
    pub(super) fn title(&mut self) {
        self.offices_around_title();
        self.site = self.front.as_deref().and_then(office_of_site);
        self.front = self.front.take().map(|title| without_site(&title));
        let title = first(TITLES, self, 0).map(|rule| rule.then);
        self.head.title = match title {
            Some(Title::Marked) => self.marked.take().unwrap_or_default(),
            Some(Title::All) => self.titles.concat(),
            Some(Title::Last) => self.titles.last().cloned().unwrap_or_default(),
            Some(Title::OfPage) => self.front.clone().unwrap_or_default(),
            Some(Title::First) => self.first_lines(),
            None => String::new(),
        };
        self.head.title = unspaced(without_note(&self.head.title));
    }

    /// The offices above the title and the one below it sign.
    pub(super) fn offices_around_title(&mut self) {
        while self.titles.len() > 1 && self.titles.first().is_some_and(|first| is_organ(first)) {
            let office = self.titles.remove(0);
            self.sign(&office);
        }
        if self.titles.len() > 1
            && let Some(office) = self.titles.pop_if(|last| is_organ(last))
        {
            self.sign(&office);
        }
    }

    /// The first line that may be the title, with those that go on from it.
    fn first_lines(&self) -> String {
        let parts = Parts {
            parts: self.titles.clone(),
            by_itself: self.page.title.is_some(),
            title: self.page.title.map_or("", |at| self.text(at)).to_owned(),
        };
        let goes_on = |at: &usize| *at == 0 || first(PARTS, &parts, *at).is_some();
        let count = (0..self.titles.len()).take_while(goes_on).count();
        let mut title = String::new();
        for (at, part) in self.titles.iter().enumerate().take(count) {
            // Two slogans are parted as those on one line are.
            if at > 0 && first(PARTS, &parts, at).is_some_and(|rule| rule.then == Part::Half) {
                title.push('\u{3000}');
            }
            title.push_str(part);
        }
        title
    }
}
