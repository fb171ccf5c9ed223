//! The lines of a head as the rules see them: where the title is, and where a speech begins. Knows no rules.

use super::limits;
use super::metadata::is_row;
use crate::import::clean::furniture::{is_caption, is_page_label, is_path, is_related, is_toolbar};
use crate::import::clean::wraps::is_with_number;
use crate::import::feature::Feature;
use crate::import::line::{Line, Style};
use crate::import::office::is_organ;
use crate::lexicon::List;
use crate::text::chars::{is_han, letters, squeezed};
use crate::text::date::date;
use crate::text::manner::Manner;
use crate::text::year::digit;
use std::ops::Range;

/// Ends of titles.
static ENDS_TITLE: List = List::new("ends-title");
/// What minutes say of a meeting: beside it a time is no label of the page.
static OF_MINUTES: List = List::new("of-minutes");
static SIGNER: List = List::new("signer");
static SITE_NAME: List = List::new("site-name");
/// Columns of sites.
static SITE_COLUMN: List = List::new("site-column");
static SITE_OF_GOVERNMENT: List = List::new("site-of-government");
static AT_MEETING: List = List::new("at-meeting");
static AT: List = List::new("at-place");
static SALUTATION: List = List::new("salutation");
/// 文件, after the names of those who issue a document.
static RED_HEAD: List = List::new("red-head");

/// The first lines of a document.
#[derive(Debug, Default)]
pub struct Page {
    lines: Vec<Line>,
    features: Vec<Feature>,
    /// The line that is the title, if one is by itself.
    pub title: Option<usize>,
    /// The salutation that a speech begins with: all before it is around the text.
    pub speech: Option<usize>,
    /// The lines of the offices of a joint document, beside whose middle stands 文件.
    pub joint: Range<usize>,
    /// The only line that is set as a heading of the highest level, if the document begins with it.
    pub top: Option<usize>,
}

impl Page {
    /// Finds title and salutation. `front` is the title that the page itself gives.
    pub fn of(lines: &[Line], front: Option<&str>) -> Self {
        let top = only_highest(lines).filter(|at| *at < limits::HEAD_LINES.get());
        // The line behind the head says whether its last one stands above text.
        let lines: Vec<Line> = lines
            .iter()
            .take(limits::HEAD_LINES.get() + 1)
            .cloned()
            .collect();
        let features = lines.iter().map(|line| Feature::of(&line.text)).collect();
        let mut page = Self {
            lines,
            features,
            ..Self::default()
        };
        page.joint = page.joint_head();
        page.top = top;
        page.title = page.title_among(front);
        let from = page.title.map_or(0, |title| title + 1);
        let speech =
            (from..page.end()).find(|at| is_salutation(page.line(*at)) || page.is_numbered(*at));
        page.speech = speech.filter(|at| is_salutation(page.line(*at)));
        page
    }

    /// The lines, and the one behind the head.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Where the head ends at the latest.
    pub fn end(&self) -> usize {
        self.lines.len().min(limits::HEAD_LINES.get())
    }

    /// What a line shows by itself; nothing beyond the head.
    pub fn feature(&self, at: usize) -> Feature {
        self.features.get(at).copied().unwrap_or_default()
    }

    /// The line at an index; empty beyond the head.
    pub fn line(&self, at: usize) -> &str {
        self.lines.get(at).map_or("", |line| line.text.as_str())
    }

    /// The line before it.
    pub fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.line(before))
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

    /// The lines of the offices above and below a line that ends in 文件; nothing if it stands behind the first of
    /// them, which then has issued it alone.
    fn joint_head(&self) -> Range<usize> {
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

    /// The letters of the title.
    pub fn letters_of_title(&self) -> String {
        self.title
            .map_or_else(String::new, |at| letters(self.line(at)))
    }

    /// The line that is the title: the one that the page says, else the first that ends as titles do, or a later one
    /// that holds it whole.
    fn title_among(&self, front: Option<&str>) -> Option<usize> {
        let is_text = |at: &usize| {
            self.is_numbered(*at) || is_salutation(self.line(*at)) || self.is_long(*at)
        };
        let end = (0..self.end()).find(is_text).unwrap_or(self.end());
        if let Some(front) = front.map(|front| letters(&without_site(front)))
            && front.chars().count() >= 6
            && let Some(at) = (0..end).find(|at| letters(self.line(*at)) == front)
        {
            return Some(at);
        }
        let mut found: Option<(usize, String)> = None;
        for at in (0..end).filter(|at| self.is_title(*at)) {
            let words = letters(self.line(at));
            let better = found
                .as_ref()
                .is_none_or(|(_, known)| words.len() > known.len() && words.contains(known));
            if better {
                found = Some((at, words));
            }
        }
        let before_day = || {
            let at = (0..end).find(|at| is_place_and_day(self.line(*at)))?;
            at.checked_sub(1).filter(|above| self.may_be_title(*above))
        };
        found.map(|(at, _)| at).or_else(before_day)
    }

    /// Whether a line says by itself that it is a title.
    fn is_title(&self, at: usize) -> bool {
        let line = unspaced(without_note(self.line(at)));
        let words = line.trim_end_matches(['》', '”', '"']);
        self.feature(at).length >= 6 && ENDS_TITLE.ends(words) && self.may_be_title(at)
    }

    /// Whether nothing of a line says that it is no title.
    fn may_be_title(&self, at: usize) -> bool {
        let (line, feature) = (self.line(at), self.feature(at));
        (4..=limits::TITLE_LINE.get()).contains(&feature.length)
            && !feature.ends_in(&['。', '：', '；', '，', ':', ',', '！'])
            && !line.contains('。')
            && feature.label.is_none()
            && !feature.is_office
            && !is_with_number(line)
            && !is_row(line)
            && !is_page_label(line)
            && !is_path(line)
            && !is_related(line)
            && !is_toolbar(line)
            && !is_caption(line)
            && !is_place_and_day(line)
    }

    fn is_numbered(&self, at: usize) -> bool {
        let manner = self.feature(at).manner();
        self.line(at).contains(char::is_alphabetic)
            && manner.is_some_and(|manner| manner != Manner::Dash)
    }

    fn is_long(&self, at: usize) -> bool {
        self.line(at).contains('。') && self.feature(at).length >= limits::LINE_WITH_TEXT.get()
    }
}

/// The line that is set as a heading of a level above all others, if it is the first of them and alone.
fn only_highest(lines: &[Line]) -> Option<usize> {
    let level = |line: &Line| match line.style {
        Style::Heading(level) => Some(level),
        _ => None,
    };
    let highest = lines.iter().filter_map(level).min()?;
    let at = lines.iter().position(|line| level(line).is_some())?;
    let mut of_level = lines.iter().filter(|line| level(line) == Some(highest));
    let is_first = lines.get(at).and_then(level) == Some(highest);
    (is_first && of_level.nth(1).is_none()).then_some(at)
}

/// Whether a line begins a speech: 各位代表：.
pub fn is_salutation(line: &str) -> bool {
    let words = squeezed(line);
    let whole = || SALUTATION.has(words.trim_end_matches(['，', ',', '。']));
    SALUTATION.starts(&words)
        && (words.ends_with(['：', ':', '！', '!']) || whole())
        && words.chars().count() <= limits::SALUTATION.get()
}

/// Whether a line greets those to whom it is spoken, and may go on: 各位代表，现在，我代表县人民政府，….
pub fn is_greeting(line: &str) -> bool {
    SALUTATION.starts(&squeezed(line))
}

/// Whether a line says where and when a report was given, or only where: 2024年1月24日在某市第十届人民代表大会第二次
/// 会议上, with who speaks. A sentence that tells of a meeting has commas.
pub fn is_place_and_day(line: &str) -> bool {
    let words = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let count = words.chars().count();
    let begins = words.chars().next().is_some_and(|c| digit(c).is_some());
    let dated = begins && date(words).is_some();
    let place = AT.split(words).map(|(before, _)| before);
    let at_once = place.is_some_and(str::is_empty);
    let ends = words.trim_end_matches(|c: char| !c.is_alphanumeric());
    place.is_some()
        && count <= limits::PLACE_AND_DAY.get()
        && !words.contains(['，', ',', '；'])
        && ((dated && AT_MEETING.is_in(words)) || (at_once && AT_MEETING.ends(ends)))
}

/// Whether a line goes on with the place of one before it that a margin cut.
pub fn is_rest_of_place(before: &str, line: &str) -> bool {
    let words = before.trim_start_matches(|c: char| !c.is_alphanumeric());
    let begins = words.chars().next().is_some_and(|c| digit(c).is_some());
    begins
        && date(before).is_some()
        && !AT_MEETING.is_in(before)
        && AT_MEETING.is_in(line)
        && !line.contains(['，', '。'])
        && before.chars().count() + line.chars().count() <= limits::PLACE_AND_DAY.get()
}

/// A title without the mark of a note behind it: 政府工作报告[1], 政府工作报告①.
pub fn without_note(title: &str) -> &str {
    let is_mark = |c: char| "*＊※†¹²³".contains(c) || ('①'..='⑳').contains(&c);
    let words = title.trim_end().trim_end_matches(is_mark).trim_end();
    let Some(open) = words.strip_suffix([']', '］', '〕']) else {
        return words;
    };
    let number = open.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = open.len() - number.len();
    // A year in such brackets belongs to a number.
    let before = number
        .strip_suffix(['[', '［', '〔'])
        .filter(|_| (1..=2).contains(&digits));
    before.map_or(words, str::trim_end)
}

/// A title without the gaps between its characters, each of which stands alone: 政 府 工 作 报 告.
pub fn unspaced(title: &str) -> String {
    let mut parts = title.split_whitespace();
    let alone = parts.clone().count() > 2 && parts.all(|part| part.chars().nth(1).is_none());
    if alone {
        squeezed(title)
    } else {
        title.to_owned()
    }
}

/// A page's title without the name of its site: 标题_网站名, 标题-某局.
pub fn without_site(title: &str) -> String {
    let cut = title.split(['_', '|']).next().unwrap_or_default().trim();
    let cut = if cut.chars().count() >= 6 {
        cut
    } else {
        title.trim()
    };
    match cut.rsplit_once(['-', '—', '–']) {
        Some((head, site))
            if head.trim().chars().count() >= 6 && (is_organ(site) || is_of_site(site)) =>
        {
            head.trim_end_matches(['-', '—', '–', ' ']).to_owned()
        }
        _ => cut.to_owned(),
    }
}

/// Whether words are the name of a site, or of one of its columns.
pub fn is_of_site(words: &str) -> bool {
    SITE_OF_GOVERNMENT.ends(words) || SITE_COLUMN.has(words.trim()) || SITE_NAME.is_in(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_loses_the_mark_of_its_note() {
        for title in [
            "水利工作报告[1]",
            "水利工作报告①",
            "水利工作报告*",
            "水利工作报告 ［12］",
            "水利工作报告",
        ] {
            assert_eq!(without_note(title), "水利工作报告", "{title}");
        }
        for title in ["水利工作报告（1）", "河水〔2023〕", "水利工作报告2"] {
            assert_eq!(without_note(title), title);
        }
    }

    #[test]
    fn a_title_that_is_set_wide_is_put_together() {
        assert_eq!(unspaced("水 利 工作　报 告"), "水 利 工作　报 告");
        assert_eq!(unspaced("水 利　简 报"), "水利简报");
    }

    #[test]
    fn whom_a_report_is_spoken_to_begins_a_speech() {
        for line in ["各位代表：", "各位代表，", "各位代表"] {
            assert!(is_salutation(line) && is_greeting(line), "{line}");
        }
        let goes_on = "各位代表，我代表县人民政府，作政府工作报告。";
        assert!(!is_salutation(goes_on) && is_greeting(goes_on));
        assert!(!is_greeting("代表们认为，报告实事求是。"));
    }
}
