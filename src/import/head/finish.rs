//! What the head says in the end: the day and the issuer, of all that was read. Knows nothing of single lines.

use super::data::Head;
use super::finish_rules::{DAYS, ISSUERS, Issuer, Known, OF_MEETING, PUBLISHED};
use super::meeting;
use super::office_in_text::issuer_of_text;
use super::state::State;
use crate::import::doubt::{Doubt, Doubted, Why};
use crate::import::genre::Genre;
use crate::import::line::Line;
use crate::import::office::{
    committee_of, entrusting, government_of_committee, is_fuller, is_of_people, is_short,
    is_standing_committee, issuer_of_title, names_congress, names_standing_committee, place_of,
    series_of_reports, state_council, title_of_report, writes_itself,
};
use crate::import::rule::first;
use crate::lexicon::List;

static PREMIER: List = List::new("premier");
/// Ends of names of offices that report to a congress for themselves: 法院.
static REPORTS: List = List::new("reports-for-itself");
static SPEAKS_FOR: List = List::new("speaks-for");
static SPEAKS_FOR_STATE: List = List::new("speaks-for-state-council");
static SPEAKS_TO_CONGRESS: List = List::new("speaks-to-congress");
static GOVERNMENT_WORK: List = List::new("government-work");

impl State {
    pub(super) fn finish(mut self, text: &[Line], doubts: &mut Vec<Doubt>) -> Head {
        self.opening(text);
        let known = self.known(text);
        self.day(&known, doubts);
        // An issue of a periodical is known by its number.
        self.head.document_number = self.head.document_number.take().or(self.issue.take());
        if self.head.title.is_empty() {
            doubts.push(Doubt::at(1, Doubted::Missing(Why::Title)));
        }
        let Some(rule) = first(ISSUERS, &known, 0) else {
            doubts.push(Doubt::at(1, Doubted::Missing(Why::Issuer)));
            return self.head;
        };
        let written_by = known.writes();
        let issuer = match rule.then {
            Issuer::Named => Some(known.named),
            Issuer::Signed => Some(known.signed),
            Issuer::Entrusting => known.entrusting,
            Issuer::Told => known.told,
            Issuer::Committee => known.committee,
            Issuer::Place => known.place,
            Issuer::Publisher => known.publisher,
            Issuer::Printer => known.printer,
            Issuer::InText => known.in_text,
            Issuer::OfPage => known.of_page,
            Issuer::Source => known.source,
        };
        let issuer = issuer.unwrap_or_default();
        let doubtful = match rule.then {
            Issuer::Named | Issuer::Signed => false,
            // An office that wrote it may be meant as well.
            Issuer::Entrusting => is_short(&issuer) || written_by.is_some_and(|by| by != issuer),
            // Who speaks to a standing committee may do it for the government.
            Issuer::Told if known.speaks_to_committee => true,
            Issuer::Told | Issuer::Publisher | Issuer::Printer => is_short(&issuer),
            Issuer::Committee
            | Issuer::InText
            | Issuer::Place
            | Issuer::OfPage
            | Issuer::Source => true,
        };
        if doubtful {
            doubts.push(Doubt::at(1, Doubted::Issuer(issuer.clone())).by(rule.name));
        }
        self.head.series = series_of_reports(&self.head.title, &issuer);
        self.head.issuer = issuer;
        self.head
    }

    /// The day, with what is doubtful of it.
    fn day(&mut self, known: &Known, doubts: &mut Vec<Doubt>) {
        if let Some(rule) = first(DAYS, known, 0) {
            self.head.date = (rule.then)(known);
            let day = self
                .head
                .date
                .map_or_else(String::new, |day| day.to_string());
            let doubted = match rule.name {
                PUBLISHED => Some(Doubted::Published(day)),
                OF_MEETING => Some(Doubted::Meeting(day)),
                _ => None,
            };
            doubts.extend(doubted.map(|doubted| Doubt::at(1, doubted).by(rule.name)));
        } else if let Some((year, month)) = self.head.month {
            doubts.push(Doubt::at(1, Doubted::Month(format!("{year}-{month:02}"))));
        } else {
            doubts.push(Doubt::at(1, Doubted::Missing(Why::Date)));
        }
    }

    /// What is known of issuer and day, from where.
    pub(super) fn known(&self, text: &[Line]) -> Known {
        let mut signed: Vec<&str> = Vec::new();
        for office in &self.signed {
            if !signed.contains(&office.as_str()) {
                signed.push(office);
            }
        }
        let mut first_lines = text.iter().take(3);
        let told = self.issuer(text);
        // 县人民政府 is the one of the congress, of who speaks or of whom the report is addressed to.
        let committee = self.committee();
        let speaks = self.office.as_ref();
        let speaks = speaks.filter(|office| told.as_ref() == Some(office));
        let for_others = speaks.is_some_and(|office| !REPORTS.ends(office));
        let others = told.iter().chain(&committee);
        let others = others.chain(&self.signed).chain(&self.office);
        let others = others
            .cloned()
            .chain(text.iter().take(3).map(|line| line.text.clone()));
        let others: Vec<String> = others.collect();
        let is_minutes = Genre::of(&self.head.title) == Genre::Minutes;
        let mut spoken = text.iter().take(3);
        Known {
            entrusting: spoken.find_map(|line| entrusting(&line.text, &others)),
            place: self.place.clone(),
            met_on: is_minutes.then(|| meeting::day(text)).flatten(),
            named: self.head.issuer.clone(),
            signed: signed.join("、"),
            signed_for_congress: self.signed_in_head > 0
                && self.office.is_none()
                && self.subtitle.as_deref().is_some_and(names_congress),
            told,
            speaks_to_committee: committee.is_some() && for_others,
            committee,
            publisher: self.publisher.clone(),
            printer: self.printed.as_ref().map(|(office, _)| office.clone()),
            speaks: self.office.clone(),
            of_page: self
                .site
                .clone()
                .filter(|site| self.head.publication.as_ref() == Some(site)),
            source: self
                .head
                .publication
                .clone()
                .filter(|source| writes_itself(source)),
            in_text: first_lines
                .find_map(|line| issuer_of_text(&line.text))
                .or_else(|| self.of_bar.clone()),
            delivered: self.delivered,
            signed_on: self.head.date,
            printed_on: self.printed.as_ref().and_then(|(_, day)| *day),
            published_on: self.published,
            month: self.head.month.is_some(),
        }
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

    /// The issuer of a document that nobody has signed: the premier's government, the one of the title, of the
    /// congress, of who speaks. A full name goes before one that is short for it.
    pub(super) fn issuer(&self, text: &[Line]) -> Option<String> {
        let speaker = self.speaker.as_deref();
        if speaker.is_some_and(|speaker| PREMIER.has(speaker)) {
            return Some(state_council());
        }
        let titles = [Some(&self.head.title), self.front.as_ref()];
        let titles = titles.into_iter().flatten();
        let titles = titles.filter_map(|title| issuer_of_title(title));
        // A court reports to a congress for itself.
        let own = self.office.iter().filter(|office| REPORTS.ends(office));
        let congress = self.subtitle.iter();
        let congress = congress.filter(|place| !names_standing_committee(place));
        let congress = congress.filter_map(|place| issuer_of_title(place));
        let titles = titles.chain(own.cloned()).chain(congress);
        let spoken = text.iter().take(3);
        let spoken = spoken.filter(|line| SPEAKS_FOR.is_in(&line.text));
        let spoken = spoken.filter_map(|line| issuer_of_text(&line.text));
        let all = self.sender.clone().into_iter().chain(titles);
        // Of a place reports its government; of another title it is not sure who does.
        let place = self
            .place
            .clone()
            .filter(|place| series_of_reports(&self.head.title, place).is_some());
        let office = self.office.clone();
        let office = office.filter(|office| !is_standing_committee(office));
        let all = all.chain(place).chain(office).chain(spoken);
        let all: Vec<String> = all.collect();
        let found = all.first()?;
        // 人民检察院 is that of the place whose congress it reports to.
        let place = self.subtitle.as_deref().and_then(issuer_of_title);
        let of_place = place.as_deref().and_then(place_of);
        if let Some(place) = of_place.filter(|_| is_of_people(found)) {
            return Some(format!("{place}{found}"));
        }
        let mut full = all.iter().filter(|other| is_fuller(other, found));
        Some(full.next().unwrap_or(found).clone())
    }

    /// Who reports to a standing committee, if nothing else tells it: the government of its place, or the committee itself
    /// if one of its members speaks.
    fn committee(&self) -> Option<String> {
        let place = self.subtitle.as_deref();
        let place = place.filter(|place| names_standing_committee(place));
        let government = place.and_then(government_of_committee)?;
        let office = self.office.as_deref();
        if office.is_some_and(is_standing_committee) {
            return committee_of(&government);
        }
        Some(government)
    }
}
