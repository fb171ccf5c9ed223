//! The title, of the lines that may be it and of what the page says. Knows nothing of issuers, numbers and dates.

use super::state::State;
use super::title_rules::{PARTS, Part, Parts, TITLES, Title};
use super::wording::{office_of_site, title_of_picture, unspaced, without_note, without_site};
use crate::import::office::{is_organ, issuer_of_title, offices, place_of};
use crate::import::rule::first;
use crate::lexicon::List;
use crate::text::year::{digit, year};

/// What documents are called.
static DOCUMENT: List = List::new("document");

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
        if let Some(title) = title_of_picture(&self.head.title) {
            self.head.title = title.to_owned();
        }
    }

    /// The offices above the title and the one below it sign.
    pub(super) fn offices_around_title(&mut self) {
        if let [office, title] = self.titles.as_slice()
            && office_begins_title(office, title)
        {
            let (office, whole) = (office.clone(), format!("{office}{title}"));
            self.sign(&office);
            self.titles = vec![whole];
        }
        while self.titles.len() > 1 && self.titles.first().is_some_and(|first| is_organ(first)) {
            let office = self.titles.remove(0);
            self.sign(&office);
        }
        let below = self.titles.iter().skip(1).rev();
        let below = below.take_while(|line| is_organ(line)).count();
        let below = self.titles.split_off(self.titles.len() - below);
        for office in below {
            self.sign(&office);
        }
    }

    /// The first line that may be the title, with those that go on from it.
    fn first_lines(&self) -> String {
        let parts = Parts {
            lines: self.titles.clone(),
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

/// Whether an office is the beginning of the title below it, which says of which year it is and not of whom: 河口县水务局⏎
/// 2031年工作总结. The report of a government is named without it.
fn office_begins_title(office: &str, title: &str) -> bool {
    let of_year = title.starts_with(|c: char| digit(c).is_some()) && year(title).is_some();
    let alone = offices(office).len() == 1 && place_of(office).is_none();
    is_organ(office)
        && alone
        && of_year
        && issuer_of_title(title).is_none()
        && DOCUMENT.is_in(title)
}
