//! What the head says in the end: the day and the issuer, of all that was read. Knows nothing of single lines.

use super::data::Head;
use super::reader::Reader;
use crate::import::doubt::{Doubt, Doubted, Why};
use crate::import::line::Line;
use crate::import::office::{
    is_short, issuer_of_text, issuer_of_title, place_of, series_of_reports, state_council,
    title_of_report,
};
use crate::lexicon::List;

static PREMIER: List = List::new("premier");
static SPEAKS_FOR: List = List::new("speaks-for");
static SPEAKS_FOR_STATE: List = List::new("speaks-for-state-council");
static SPEAKS_TO_CONGRESS: List = List::new("speaks-to-congress");
static GOVERNMENT_WORK: List = List::new("government-work");

impl Reader {
    pub(super) fn finish(mut self, text: &[Line], doubts: &mut Vec<Doubt>) -> Head {
        self.opening(text);
        self.day(doubts);
        if self.head.title.is_empty() {
            doubts.push(Doubt::at(1, Doubted::Missing(Why::Title)));
        }
        if self.head.issuer.is_empty() && !self.signed.is_empty() {
            let mut known = std::collections::HashSet::new();
            self.signed.retain(|office| known.insert(office.clone()));
            self.head.issuer = self.signed.join("、");
        }
        if self.head.issuer.is_empty() {
            let printer = self.printed.as_ref().map(|(office, _)| office.clone());
            let found = self.issuer(text).or_else(|| self.publisher.clone());
            self.head.issuer = found.or(printer).unwrap_or_default();
            if is_short(&self.head.issuer) {
                doubts.push(Doubt::at(1, Doubted::Issuer(self.head.issuer.clone())));
            }
        }
        if self.head.issuer.is_empty() {
            let guess = text
                .iter()
                .take(3)
                .find_map(|line| issuer_of_text(&line.text));
            self.head.issuer = guess.unwrap_or_default();
            if !self.head.issuer.is_empty() {
                doubts.push(Doubt::at(1, Doubted::Issuer(self.head.issuer.clone())));
            }
        }
        if self.head.issuer.is_empty() {
            doubts.push(Doubt::at(1, Doubted::Missing(Why::Issuer)));
        } else {
            self.head.series = series_of_reports(&self.head.title, &self.head.issuer);
        }
        self.head
    }

    /// What the first lines say of a report that is spoken: 现在，我代表国务院，向大会作政府工作报告.
    pub(super) fn opening(&mut self, text: &[Line]) {
        let mut first = text.iter().take(3);
        let opening =
            first.find(|line| SPEAKS_FOR.is_in(&line.text) && SPEAKS_TO_CONGRESS.is_in(&line.text));
        let Some(line) = opening else {
            return;
        };
        if self.head.title.is_empty() && GOVERNMENT_WORK.is_in(&line.text) {
            self.head.title = title_of_report();
        }
        if SPEAKS_FOR_STATE.is_in(&line.text) {
            self.speaker
                .get_or_insert_with(|| PREMIER.first().to_owned());
        }
    }

    /// The day of the document: on which it was given or signed, else that of its publication, which is a doubt.
    pub(super) fn day(&mut self, doubts: &mut Vec<Doubt>) {
        let printed = self.printed.as_ref().and_then(|(_, day)| *day);
        self.head.date = self.delivered.or(self.head.date).or(printed);
        if let Some(published) = self.published.filter(|_| self.head.date.is_none()) {
            self.head.date = Some(published);
            doubts.push(Doubt::at(1, Doubted::Published(published.to_string())));
        }
    }

    /// The issuer of a document that nobody has signed: the premier's government, the one of the title, of the
    /// congress, of who speaks. A full name goes before one that is short for it.
    pub(super) fn issuer(&self, text: &[Line]) -> Option<String> {
        let speaker = self.speaker.as_deref();
        if speaker.is_some_and(|speaker| PREMIER.has(speaker)) {
            return Some(state_council());
        }
        let titles = [
            Some(&self.head.title),
            self.front.as_ref(),
            self.subtitle.as_ref(),
        ];
        let titles = titles.into_iter().flatten();
        let titles = titles.filter_map(|title| issuer_of_title(title));
        let spoken = text.iter().take(3);
        let spoken = spoken.filter(|line| SPEAKS_FOR.is_in(&line.text));
        let spoken = spoken.filter_map(|line| issuer_of_text(&line.text));
        let all: Vec<String> = titles.chain(self.office.clone()).chain(spoken).collect();
        let found = all.first()?;
        let mut full = all.iter().filter(|other| {
            let place = place_of(found).unwrap_or(found);
            is_short(found) && !is_short(other) && other.starts_with(place)
        });
        Some(full.next().unwrap_or(found).clone())
    }
}
