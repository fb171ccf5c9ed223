//! What is around the text: title, issuer, number, dates, and the furniture of sites and pages. Knows nothing of
//! sections.

use super::annexes::{ANNEX_MARK, Annexes, is_annex_entry};
use super::data::Head;
use super::limits;
use super::page::Page;
use super::rules::{AROUND, Around, BEFORE_TEXT, BY_PLACE, speaker};
use crate::calendar::Date;
use crate::import::clean::furniture::{
    anywhere, is_label_of_tail, is_notice, is_of_tail, is_related, is_site, is_source, licence,
    related, tail, title_of_one_line,
};
use crate::import::clean::tables;
use crate::import::doubt::{Doubt, Left, Why};
use crate::import::line::{Line, Raw, Style};
use crate::import::office::{document_number, imprint, is_organ, issuer_of_speaker, signature};
use crate::import::part::{is_annex, is_part};
use crate::import::rule::first;
use crate::lexicon::List;
use crate::text::chars::{is_han, letters, squeezed};
use crate::text::date::{date, ends_with_month, is_date};
use crate::text::label;
use crate::text::manner::Manner;
use crate::text::year;

/// Words of a line whose day is that of publication.
static PUBLISHES: List = List::new("publishes");
/// Offices of those who report.
static ROLE: List = List::new("role");
/// Words of lines after a notice of the site.
static NOTICE: List = List::new("notice-of-site");
static MEETING: List = List::new("meeting");
/// Words of a line that says something and addresses nobody.
static ADDRESSES_NOBODY: List = List::new("addresses-nobody");
static ADDRESSES_PEOPLE: List = List::new("addresses-people");
static ADDRESSES_MEETING: List = List::new("addresses-meeting");
/// 各, and whom it may be said of.
static ALL: List = List::new("addressee-all");
static ADDRESSEE: List = List::new("addressee");
static BYLINE: List = List::new("byline");
static SAYS_SOURCE: List = List::new("says-source");
/// Ends of names of sites that say only that it has news.
static ENDS_PUBLICATION: List = List::new("ends-publication");

/// Takes the head and the tail off: what is left are the lines of the text.
pub fn take(raw: Raw, doubts: &mut Vec<Doubt>, left: &mut Vec<Left>) -> (Head, Vec<Line>) {
    let mut reader = Reader {
        front: title_of(&raw.front),
        ..Reader::default()
    };
    reader.front_matter(&raw.front);
    let lines = raw.lines;
    let words = lines.iter().map(|line| line.text.as_str());
    reader.page = Page::of(words, reader.front.as_deref());
    let start = reader.head(&lines);
    reader.title();
    reader.give_back(&lines);
    let end = tail(&lines, start);
    let licence = [licence(&lines, start), related(&lines, start)];
    let licence = licence.into_iter().flatten().min();
    // Many offices without a day are a list; one or two with it, or alone, have signed.
    let behind = lines.get(end..).unwrap_or_default();
    let is_list = behind.iter().filter(|line| is_organ(&line.text)).count() >= 3
        && !behind.iter().any(|line| is_date(&line.text));
    let annexes = Annexes::of(&lines, start);
    let is_licence = |at: usize| licence.is_some_and(|licence| at >= licence);
    let mut text = Vec::new();
    for (at, mut line) in lines.into_iter().enumerate() {
        if annexes.list.contains(&at) {
            line.style = Style::Row;
        }
        let why = match reader.why.get(at) {
            Some(why) if at < start => *why,
            // Signature and distribution stand between the list of what is annexed and the annexes.
            _ if annexes.tail.contains(&at) => Some(reader.tail_of(&line)),
            // What cannot be named stays with the text: nothing is lost.
            _ if at >= end && is_list && is_organ(&line.text) => None,
            _ if at >= end && (is_of_tail(&line) || is_licence(at)) => Some(reader.tail_of(&line)),
            _ => anywhere(&line),
        };
        match why {
            Some(why) => left.push(Left {
                number: line.number,
                text: line.text,
                why,
            }),
            None => text.push(line),
        }
    }
    (reader.finish(&text, doubts), text)
}

/// The title that a front matter or a page gives; what is said to be the article's before what the window shows.
fn title_of(front: &[(String, String)]) -> Option<String> {
    let keys = ["articletitle", "og:title", "title"];
    let title = |wanted: &str| {
        let mut of_key = front.iter().filter(|(key, _)| key == wanted);
        of_key.find(|(_, title)| !title.trim().is_empty())
    };
    Some(keys.iter().find_map(|key| title(key))?.1.trim().to_owned())
}

/// What is read of a head, line by line.
#[derive(Default)]
pub struct Reader {
    pub(super) head: Head,
    /// Title of a front matter or of the page.
    pub(super) front: Option<String>,
    /// Why each line of the head is left out; None for one that stays in the text.
    pub(super) why: Vec<Option<Why>>,
    /// Lines that may be the title.
    pub(super) titles: Vec<String>,
    /// Signatures.
    pub(super) signed: Vec<String>,
    /// Who speaks.
    pub(super) speaker: Option<String>,
    pub(super) subtitle: Option<String>,
    pub(super) covered: bool,
    /// Whether the circular lists what it comes with.
    pub(super) annexes: bool,
    /// The title as the document marks it.
    pub(super) marked: Option<String>,
    /// Whether the words of a breadcrumb may follow.
    pub(super) crumbs: bool,
    /// The lines of the head as the rules see them.
    pub(super) page: Page,
    /// The day on which a report was given.
    pub(super) delivered: Option<Date>,
    /// The day on which a page was published.
    pub(super) published: Option<Date>,
    /// The office that published a page, as its metadata say.
    pub(super) publisher: Option<String>,
    /// The office and the day of printing.
    pub(super) printed: Option<(String, Option<Date>)>,
    /// The office of who speaks.
    pub(super) office: Option<String>,
}

impl Reader {
    fn front_matter(&mut self, front: &[(String, String)]) {
        for (key, value) in front {
            match key.as_str() {
                "date" | "pubdate" | "publishdate" => {
                    self.published = self.published.or_else(|| date(value));
                }
                "source" | "contentsource" | "tags"
                    if self.head.publication.is_none() && !value.starts_with('[') =>
                {
                    let value = ENDS_PUBLICATION.trim_end(value).trim();
                    self.head.publication = (!value.is_empty()).then(|| value.to_owned());
                }
                "url" | "link" => self.head.url = Some(value.clone()),
                _ => {}
            }
        }
    }

    /// Goes through the head; the index of the first line of the text.
    fn head(&mut self, lines: &[Line]) -> usize {
        let mut notice = false;
        for (at, line) in lines.iter().enumerate().take(limits::HEAD_LINES.get()) {
            let text = line.text.as_str();
            let begins_notice = is_notice(text);
            notice |= begins_notice;
            let goes_on =
                || text.chars().count() <= limits::NOTICE_LINE.get() && NOTICE.is_in(text);
            let why = if notice && (begins_notice || goes_on()) {
                Some(Why::Notice)
            } else {
                self.line(at, line, lines.get(at + 1))
            };
            if why.is_none() {
                return at;
            }
            self.why.push(why);
        }
        self.why.len()
    }

    /// Why a line of the head is left out; None if the text begins with it.
    fn line(&mut self, at: usize, line: &Line, next: Option<&Line>) -> Option<Why> {
        if self.covered {
            return self.by_words(line, next);
        }
        if self.page.title.is_some_and(|title| at < title)
            && let Some(rule) = first(BY_PLACE, &self.page, at)
        {
            if let Some(why) = self.red_head(&line.text) {
                return Some(why);
            }
            if document_number(&line.text).is_some()
                && let Some(why) = self.matter(line)
            {
                return Some(why);
            }
            let around = first(AROUND, &self.page, at).map_or(rule.then, |rule| rule.then);
            self.matter_above_title(line);
            return Some(self.around(around, &line.text));
        }
        let around = first(AROUND, &self.page, at).map(|rule| rule.then);
        // It begins with a day, and is more than one.
        if around != Some(Around::PlaceAndDay)
            && let Some(why) = self.matter(line)
        {
            return Some(why);
        }
        if let Some(around) = around {
            return Some(self.around(around, &line.text));
        }
        if self.page.title == Some(at) {
            if matches!(line.style, Style::Heading(1 | 2) | Style::Title) {
                self.marked = Some(line.text.clone());
            }
            self.titles.push(line.text.clone());
            return Some(Why::Title);
        }
        let why = self.by_words(line, next);
        if why.is_none()
            && let Some(rule) = first(BEFORE_TEXT, &self.page, at)
        {
            return Some(self.around(rule.then, &line.text));
        }
        why
    }

    /// What a line is that a rule knows, and what it says of the document.
    fn around(&mut self, around: Around, text: &str) -> Why {
        match around {
            Around::PlaceAndDay => {
                self.delivered = self.delivered.or_else(|| date(text));
                self.subtitle.get_or_insert_with(|| text.to_owned());
                Why::Subtitle
            }
            Around::RestOfPlace => {
                if let Some(subtitle) = &mut self.subtitle {
                    subtitle.push_str(text);
                }
                Why::Subtitle
            }
            Around::Speaker => {
                if let Some((office, role)) = speaker(text) {
                    self.speaker = Some(role.to_owned());
                    self.office = issuer_of_speaker(office);
                }
                Why::Subtitle
            }
            Around::Label => {
                self.published = self.published.or_else(|| date(text));
                if SAYS_SOURCE.is_in(text) {
                    self.source(text);
                }
                Why::Site
            }
            Around::Source => {
                self.source(text);
                Why::Source
            }
            Around::Site => Why::Site,
            Around::Title => Why::Title,
            Around::Caption => Why::Caption,
        }
    }

    /// Why a line is left out by what it says.
    fn by_words(&mut self, line: &Line, next: Option<&Line>) -> Option<Why> {
        let text = line.text.as_str();
        if let Some(why) = self.covered.then(|| self.matter(line)).flatten() {
            return Some(why);
        }
        if !self.titles.is_empty() && tables::is_row_of_text(line) {
            return None;
        }
        if let Some(end) = title_of_one_line(text) {
            self.titles.extend(text.get(..end).map(str::to_owned));
            return None;
        }
        let label = label::read(text, None).map(|label| label.manner);
        if self.is_subtitle(text, label) {
            self.delivered = self.delivered.or_else(|| date(text));
            self.subtitle = Some(text.to_owned());
            return Some(Why::Subtitle);
        }
        let numbered = label.is_some_and(|manner| manner != Manner::Dash);
        // Below what is marked as the title a heading of any level is one of the text.
        let lowest = if self.marked.is_some() { 1 } else { 2 };
        let marked = matches!(line.style, Style::Heading(level) if level >= lowest);
        if self.may_be_title(line) {
            if matches!(line.style, Style::Heading(1 | 2) | Style::Title) {
                self.marked = Some(text.to_owned());
            }
            self.titles.push(text.to_owned());
            return Some(Why::Title);
        }
        // What a circular has annexed, before the office that signs it.
        if self.covered && self.titles.is_empty() {
            let short = text.chars().count() <= limits::ANNEX_ENTRY.get();
            let lists = ANNEX_MARK.starts(text) && short;
            self.annexes |= lists;
            let entry = self.annexes && label == Some(Manner::Digit);
            if lists || (entry && is_annex_entry(text)) {
                return Some(Why::Cover);
            }
        }
        if numbered || marked || is_part(text) || is_annex(text) {
            return None;
        }
        if self.is_recipients(text) {
            return Some(Why::Recipients);
        }
        if self.is_byline(text) {
            return Some(Why::Subtitle);
        }
        self.title_line(line, next)
    }

    /// Whether a line says where and when a report was given: ——在某市第十六届人民代表大会第三次会议上, or in
    /// brackets below the title.
    fn is_subtitle(&self, text: &str, label: Option<Manner>) -> bool {
        let count = text.chars().count();
        let dated = date(text).is_some();
        let after_dash = label == Some(Manner::Dash)
            && (MEETING.is_in(text) || dated)
            && count <= limits::SUBTITLE.get();
        // （2024年1月24日在某省第十四届人民代表大会第二次会议上）
        let in_brackets = !self.titles.is_empty()
            && text.starts_with(['（', '('])
            && dated
            && count <= limits::SUBTITLE_IN_BRACKETS.get();
        after_dash || in_brackets
    }

    /// Who speaks: an office with a name, or a name below an office.
    fn is_byline(&mut self, text: &str) -> bool {
        let count = text.chars().count();
        let short = count <= limits::BYLINE.get() && !text.ends_with(['。', '：']);
        if let Some(role) = ROLE.within(text).filter(|_| short) {
            self.speaker = Some(role.to_owned());
            return true;
        }
        let plain = text.chars().all(|c| is_han(c) || c.is_whitespace());
        self.speaker.is_some() && (2..=5).contains(&count) && plain
    }

    fn is_recipients(&mut self, text: &str) -> bool {
        let Some(names) = text.strip_suffix(['：', ':']) else {
            return false;
        };
        let count = names.chars().count();
        let all = ALL.is_in(names) && ADDRESSEE.is_in(names) && !ADDRESSES_PEOPLE.starts(names);
        let known = all || (is_organ(names) && !self.titles.is_empty());
        // 今年以来，某局各项工作取得新成效，现将情况总结如下： addresses nobody.
        if !known
            || !(3..=limits::RECIPIENTS.get()).contains(&count)
            || ADDRESSES_MEETING.is_in(names)
            || ADDRESSES_NOBODY.is_in(names)
            || !self.head.recipients.is_empty()
        {
            return false;
        }
        self.head.recipients = names
            .split(['，', ','])
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect();
        true
    }

    /// Lines between the title and the text that turned out to be none of it: what they are, or they go back to
    /// the text.
    fn give_back(&mut self, lines: &[Line]) {
        let known = [
            Some(&self.head.title),
            self.front.as_ref(),
            self.speaker.as_ref(),
        ];
        let known: Vec<String> = known
            .into_iter()
            .flatten()
            .map(|text| letters(text))
            .collect();
        let mut whys = std::mem::take(&mut self.why);
        for (why, line) in whys.iter_mut().zip(lines).rev() {
            if *why != Some(Why::Title) {
                continue;
            }
            let words = letters(&line.text);
            if known.iter().any(|known| known.contains(&words)) || line.style == Style::Row {
                break;
            }
            if line.style != Style::Links && words.chars().count() >= 4 {
                *why = self.below_title(&line.text);
            }
        }
        self.why = whys;
    }

    /// What a line below the title is, if it says so.
    fn below_title(&mut self, text: &str) -> Option<Why> {
        let count = text.chars().count();
        if is_organ(text) {
            if !self.signed.contains(&squeezed(text)) {
                self.sign(text);
            }
            return Some(Why::Issuer);
        }
        if count <= limits::SOURCE_LINE.get() && !text.contains('。') && date(text).is_some() {
            self.date(text);
            return Some(Why::Source);
        }
        // 2021年12月
        let month = text.contains(year::is_year_mark)
            && ends_with_month(text)
            && count <= limits::MONTH_LINE.get();
        let by = BYLINE.starts(text) && count <= limits::BYLINE_OF_AUTHOR.get();
        match (month, by || text.starts_with("——")) {
            (true, _) => Some(Why::Date),
            (_, true) => Some(Why::Subtitle),
            _ => None,
        }
    }

    /// The day that some words name, unless one is known. One with the time of the day is that of publication.
    pub(super) fn date(&mut self, words: &str) {
        let clock = words.split(['：', ':']).skip(1);
        let clock = clock
            .into_iter()
            .any(|part| part.starts_with(|c: char| c.is_ascii_digit()));
        if clock || PUBLISHES.is_in(words) {
            self.published = self.published.or_else(|| date(words));
        } else {
            self.head.date = self.head.date.or_else(|| date(words));
        }
    }

    /// An office that signs.
    pub(super) fn sign(&mut self, office: &str) {
        self.signed.push(squeezed(office));
    }

    /// Office and day in one line.
    pub(super) fn is_signature(&mut self, text: &str) -> bool {
        let Some((office, day)) = signature(text) else {
            return false;
        };
        self.sign(office);
        self.date(day);
        true
    }

    /// Why a line of the tail is left out.
    fn tail_of(&mut self, line: &Line) -> Why {
        let text = line.text.as_str();
        if self.is_signature(text) {
            Why::Issuer
        } else if let Some(office) = imprint(text) {
            self.printed = Some((office.to_owned(), date(text)));
            Why::Notice
        } else if is_date(text) {
            self.date(text);
            Why::Date
        } else if is_source(text) {
            self.source(text);
            Why::Source
        } else if text.starts_with("<http") {
            self.head.url = self
                .head
                .url
                .take()
                .or_else(|| Some(text.trim_matches(['<', '>']).to_owned()));
            Why::Source
        } else if is_organ(text) && !is_site(line) {
            self.sign(text);
            Why::Issuer
        } else if is_site(line) || is_related(text) || is_label_of_tail(text) {
            Why::Site
        } else {
            Why::Notice
        }
    }
}
