//! Takes from lines of metadata what they say: red head, number, rows of a table, date and source. Knows nothing of
//! titles.

use super::document_number::{document_number, number_of_minutes};
use super::masthead::{issue, masthead};
use super::matter_rules::{
    ABOVE, MATTER, Matter, offices_of_joint_head, offices_of_red_head, own_number,
};
use super::metadata::{Field, fields, is_row, source};
use super::state::State;
use crate::import::clean::furniture::is_source;
use crate::import::doubt::Why;
use crate::import::line::{Line, Style};
use crate::import::office::{
    is_bare_office, is_of_vague_government, is_organ, issuer_of_title, signature,
};
use crate::import::rule::first;
use crate::lexicon::List;
use crate::text::chars::letters;
use crate::text::date::{date, is_date, month};

static SAYS_SOURCE: List = List::new("says-source");
/// Words of a line whose day is that of publication.
static PUBLISHES: List = List::new("publishes");

/// Words of a line that counts who has read the page: 点击.
static COUNTS_READERS: List = List::new("counts-readers");

impl State {
    /// What is above the title of an official document, and what it says.
    pub(super) fn red_head(&mut self, at: usize) -> Option<Why> {
        let matter = first(ABOVE, self, at)?.then;
        Some(self.take_matter(matter, at))
    }

    /// Metadata that its own words give away, and what they say: a table of them, the covering circular, number,
    /// date, source.
    pub(super) fn matter(&mut self, at: usize) -> Option<Why> {
        if let Some(why) = self.red_head(at) {
            return Some(why);
        }
        let matter = first(MATTER, self, at)?.then;
        Some(self.take_matter(matter, at))
    }

    fn take_matter(&mut self, matter: Matter, at: usize) -> Why {
        let text = self.text(at).to_owned();
        match matter {
            Matter::Mark => Why::RedHead,
            Matter::Issuer => {
                self.issuer_of_red_head(at);
                Why::Issuer
            }
            Matter::Table => {
                self.row(&text);
                Why::Title
            }
            Matter::Row => {
                self.row(&text);
                Why::Site
            }
            Matter::Joint => self.joint(&text),
            Matter::Gazette => {
                self.head.publication.get_or_insert(text);
                Why::Masthead
            }
            Matter::Masthead => self.masthead(&text),
            Matter::NumberOfMinutes => {
                let number = number_of_minutes(&text);
                self.head.document_number = self.head.document_number.take().or(number);
                Why::DocumentNumber
            }
            Matter::Cover => self.cover(&text),
            Matter::Number | Matter::NumberInTitle => {
                let number = own_number(self, at).map(str::to_owned);
                self.head.document_number = self.head.document_number.take().or(number);
                if matter == Matter::Number {
                    Why::DocumentNumber
                } else {
                    Why::Title
                }
            }
            Matter::Signature => {
                self.signature(&text);
                Why::Issuer
            }
            Matter::Office => {
                self.sign(&text);
                Why::Issuer
            }
            Matter::Day => {
                self.date(&text);
                Why::Date
            }
            Matter::Source => {
                self.source(&text);
                self.published = self.published.or_else(|| date(&text));
                Why::Source
            }
        }
    }

    /// Takes the offices of a red head, unless the issuer is known.
    fn issuer_of_red_head(&mut self, at: usize) {
        if self.head.issuer.is_empty() {
            // 市政府办文件 is a column of a page: a red head says of which place.
            let mut offices = offices_of_red_head(self, at);
            offices.retain(|office| !is_of_vague_government(office));
            self.head.issuer = offices.join("、");
        }
    }

    /// Takes what a circular passes on: the title above it is its own.
    fn cover(&mut self, text: &str) -> Why {
        self.covered = true;
        self.sender = issuer_of_title(&self.titles.concat());
        self.titles.clear();
        let cited = text.split('《').skip(1);
        let cited = cited.filter_map(|behind| Some(behind.split_once('》')?.0));
        self.passed_on = cited.map(letters).collect();
        Why::Cover
    }

    /// Takes an office of the head of a joint document.
    fn joint(&mut self, text: &str) -> Why {
        let offices = offices_of_joint_head(text).join("、");
        let issuer = &mut self.head.issuer;
        if !issuer.is_empty() && !offices.is_empty() {
            issuer.push('、');
        }
        issuer.push_str(&offices);
        Why::Issuer
    }

    /// Takes who edits a periodical and the day of its issue.
    fn masthead(&mut self, text: &str) -> Why {
        self.issue = self.issue.take().or_else(|| issue(text));
        let found = masthead(text).unwrap_or_default();
        if let Some(day) = found.day {
            self.date(day);
        }
        let Some(office) = found.office else {
            return Why::Masthead;
        };
        self.sign(office);
        Why::Issuer
    }

    /// Takes office and day of a line that holds both.
    pub(super) fn signature(&mut self, text: &str) {
        if let Some((office, day)) = signature(text) {
            self.sign(office);
            self.date(day);
        }
    }

    /// The day that some words name, unless one is known. One with the time of the day is that of publication.
    pub(super) fn date(&mut self, words: &str) {
        let clock = words.split(['：', ':']).skip(1);
        let clock = clock
            .into_iter()
            .any(|part| part.starts_with(|c: char| c.is_ascii_digit()));
        if clock || PUBLISHES.is_in(words) || COUNTS_READERS.is_in(words) {
            self.published = self.published.or_else(|| date(words));
        } else {
            self.head.date = self.head.date.or_else(|| date(words));
            self.head.month = self.head.month.or_else(|| month(words));
        }
    }

    /// Where a line says that the text is from, unless it is known.
    pub(super) fn source(&mut self, text: &str) {
        let name = source(text);
        if name.starts_with("http") {
            self.head.url.get_or_insert_with(|| name.to_owned());
            return;
        }
        if self.head.publication.is_none() && !name.is_empty() {
            self.head.publication = Some(name.to_owned());
        }
    }

    /// Takes what a row of a table of metadata says: 发文机关： 国务院 成文日期： 2019年01月24日.
    pub(super) fn row(&mut self, text: &str) {
        if SAYS_SOURCE.is_in(text) {
            self.source(text);
        }
        for (field, value) in &fields(text) {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            match field {
                Field::Issuer if self.head.issuer.is_empty() => {
                    value.clone_into(&mut self.head.issuer);
                }
                Field::Publisher if is_organ(value) && !is_bare_office(value) => {
                    self.publisher.get_or_insert_with(|| value.to_owned());
                }
                Field::Date => self.head.date = date(value).or(self.head.date),
                Field::Published => self.published = self.published.or_else(|| date(value)),
                Field::Number => {
                    self.head.document_number = document_number(value)
                        .map(str::to_owned)
                        .or(self.head.document_number.take());
                }
                Field::Title => self.front = Some(value.to_owned()),
                Field::Issuer | Field::Publisher | Field::Other => {}
            }
        }
    }

    /// Takes what metadata above the title say of the document; a day there is that of the page.
    pub(super) fn matter_above_title(&mut self, line: &Line) {
        if is_row(&line.text) || line.style == Style::Row {
            self.row(&line.text);
        } else if is_date(&line.text) {
            self.published = self.published.or_else(|| date(&line.text));
        } else if is_source(&line.text) {
            self.source(&line.text);
            self.published = self.published.or_else(|| date(&line.text));
        }
    }
}
