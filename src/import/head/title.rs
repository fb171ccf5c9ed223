//! The title, of the lines that may be it and of what the page says. Knows nothing of issuers, numbers and dates.

use super::page::{unspaced, without_note, without_site};
use super::state::State;
use super::title_rules::{TITLES, Title, is_cut};
use crate::import::office::is_organ;
use crate::import::rule::first;
use crate::lexicon::List;

/// Ends of titles that a line break cuts: 政府工作报⏎告.
static ENDS_CUT_TITLE: List = List::new("ends-cut-title");

impl State {
    /// The title: that of the annexed document, the page's or the front matter's, else the first lines.
    pub(super) fn title(&mut self) {
        self.offices_around_title();
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

    /// Whether a few characters go on with a title. Where a line is a title by itself only the rest of a cut word does.
    fn is_short_rest(&self, title: &str, part: &str) -> bool {
        self.page.title.is_none() || ENDS_CUT_TITLE.ends(&format!("{title}{part}"))
    }

    /// The first line that may be the title, with those that go on from it.
    fn first_lines(&self) -> String {
        let mut title = String::new();
        for part in &self.titles {
            let goes_on = title.is_empty()
                || is_cut(&title)
                || (part.chars().count() <= 4 && self.is_short_rest(&title, part))
                || part.starts_with(['（', '('])
                || title.ends_with(['、', '，']);
            if !goes_on {
                break;
            }
            title.push_str(part);
        }
        title
    }
}
