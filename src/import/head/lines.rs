//! The lines of a head, each asked once, and what a few of them say together. Knows neither rules nor titles.

use std::ops::Range;

use super::limits;
use super::masthead::{is_issue_of_periodical, is_name_of_periodical, masthead, may_be_column};
use super::wording::is_salutation;
use crate::import::feature::Feature;
use crate::import::line::Line;
use crate::import::office::{is_organ, signature};
use crate::import::part::is_part;
use crate::lexicon::List;
use crate::text::chars::{is_han, squeezed};
use crate::text::date::is_date;
use crate::text::manner::Manner;

/// Characters of the shortest title below a masthead: a shorter line is a heading.
const SHORTEST_TITLE: usize = 8;

/// What minutes say of a meeting: beside it a time is no label of the page.
static OF_MINUTES: List = List::new("of-minutes");
static SIGNER: List = List::new("signer");
/// 文件, after the names of those who issue a document.
static RED_HEAD: List = List::new("red-head");

/// The first lines of a document.
#[derive(Debug, Default)]
pub struct Lines {
    all: Vec<Line>,
    features: Vec<Feature>,
    masthead: Range<usize>,
}

impl Lines {
    /// Asks the lines of a head. The one behind it says whether its last one stands above text.
    pub fn of(lines: &[Line]) -> Self {
        let lines: Vec<Line> = lines
            .iter()
            .take(limits::HEAD_LINES.get() + 1)
            .cloned()
            .collect();
        let features = lines.iter().map(|line| Feature::of(&line.text)).collect();
        let mut head = Self {
            all: lines,
            features,
            masthead: 0..0,
        };
        head.masthead = head.find_masthead();
        head
    }

    /// The lines, and the one behind the head.
    pub fn all(&self) -> &[Line] {
        &self.all
    }

    /// The lines of the masthead above the title, its name first; nothing if there is none.
    pub fn masthead(&self) -> Range<usize> {
        self.masthead.clone()
    }

    /// Where the head ends at the latest.
    pub fn end(&self) -> usize {
        self.all.len().min(limits::HEAD_LINES.get())
    }

    /// What a line shows by itself; nothing beyond the head.
    pub fn feature(&self, at: usize) -> Feature {
        self.features.get(at).copied().unwrap_or_default()
    }

    /// The line at an index; empty beyond the head.
    pub fn line(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |line| line.text.as_str())
    }

    /// The line before it.
    pub fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.line(before))
    }

    /// Whether a line begins the text: it is numbered, greets somebody or is long.
    pub fn is_text(&self, at: usize) -> bool {
        let long = self.feature(at).length >= limits::LINE_WITH_TEXT.get();
        self.is_numbered(at)
            || is_salutation(self.line(at))
            || (long && self.line(at).contains('。'))
    }

    /// Whether a line is numbered, and is more than a number.
    pub fn is_numbered(&self, at: usize) -> bool {
        let manner = self.feature(at).manner();
        self.line(at).contains(char::is_alphabetic)
            && manner.is_some_and(|manner| manner != Manner::Dash)
    }

    /// Whether a line names who signed for an issuer, or goes on with their names: 签发人：张某⏎李某.
    pub fn names_signer(&self, at: usize) -> bool {
        let is_name =
            |part: &str| (2..=4).contains(&part.chars().count()) && part.chars().all(is_han);
        let are_names = |line: &str| {
            let office = line.split_whitespace().any(is_organ);
            !line.is_empty() && !office && line.split_whitespace().all(is_name)
        };
        let words = squeezed(self.line(at));
        if SIGNER.starts(&words) {
            return words.chars().count() <= limits::SIGNER_LINE.get();
        }
        // As many lines as a document may have issuers.
        let above = at.saturating_sub(limits::SIGNER_LINES.get())..at;
        let mut above = above.rev().skip_while(|at| are_names(self.line(*at)));
        are_names(self.line(at))
            && above
                .next()
                .is_some_and(|at| SIGNER.starts(&squeezed(self.line(at))))
    }

    /// Whether a line and one beside it say what minutes say of a meeting: 时间：…⏎地点：….
    pub fn is_of_minutes(&self, at: usize) -> bool {
        [self.before(at), self.line(at + 1)]
            .iter()
            .any(|line| OF_MINUTES.starts(line))
    }

    /// Whether a line itself says what minutes say of a meeting.
    pub fn tells_of_meeting(&self, at: usize) -> bool {
        OF_MINUTES.is_in(self.line(at))
    }

    /// The lines from the name of a periodical, or of circulars of one kind, to the one above the title: 督查通报⏎第17期⏎
    /// 某办公室　某日⏎关于…的通报. A document that has only such a name is called so.
    fn find_masthead(&self) -> Range<usize> {
        let before_text = (0..self.end()).take_while(|at| !self.is_text(*at));
        let mut heads = before_text.filter(|at| {
            let line = self.line(*at);
            is_name_of_periodical(line) || is_issue_of_periodical(line)
        });
        let Some(name) = heads.next() else {
            return 0..0;
        };
        let rest = name + 1..self.end();
        let count = rest.take_while(|at| self.is_of_masthead(*at)).count();
        let title = name + 1 + count;
        let words = self.line(title);
        let with_issue = is_issue_of_periodical(self.line(name));
        let issue = || with_issue || (name + 1..title).any(|at| masthead(self.line(at)).is_some());
        let sure = !may_be_column(self.line(name)) || issue();
        let above_title = (count > 0 || with_issue)
            && sure
            && !self.is_text(title)
            && self.feature(title).length >= SHORTEST_TITLE
            && !words.contains(['。', '：', '，', ':'])
            && words.starts_with(|c: char| c.is_alphanumeric() || c == '“')
            && !is_part(words);
        if above_title { name..title } else { 0..0 }
    }

    /// Whether a line says of a periodical which issue it is, who edits it and when.
    fn is_of_masthead(&self, at: usize) -> bool {
        let line = self.line(at);
        masthead(line).is_some()
            || signature(line).is_some()
            || self.feature(at).is_office
            || is_date(line)
    }

    /// The lines of the offices above and below a line that ends in 文件; nothing if it stands behind the first of
    /// them, which then has issued it alone.
    pub fn joint_head(&self) -> Range<usize> {
        let is_office = |at: &usize| self.feature(*at).is_office;
        let with_file = |at: &usize| {
            let offices = RED_HEAD.strip_end(self.line(*at).trim());
            let offices = offices.is_some_and(|words| words.split_whitespace().all(is_organ));
            offices && is_office(&(at - 1))
        };
        let Some(file) = (1..self.end()).find(with_file) else {
            return 0..0;
        };
        let above = (0..file).rev().take_while(is_office).count();
        let below = (file + 1..self.end()).take_while(is_office).count();
        file - above..file + 1 + below
    }
}
