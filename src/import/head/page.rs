//! The lines of a head as the rules see them: where the title is, and where a speech begins. Knows no rules.

use super::limits;
use super::metadata::is_row;
use crate::import::clean::furniture::{is_caption, is_page_label, is_path, is_related, is_toolbar};
use crate::import::clean::wraps::is_with_number;
use crate::import::office::is_organ;
use crate::lexicon::List;
use crate::text::chars::{letters, squeezed};
use crate::text::date::date;
use crate::text::label;
use crate::text::manner::Manner;
use crate::text::year::digit;

/// Ends of titles.
static ENDS_TITLE: List = List::new("ends-title");
static SITE_NAME: List = List::new("site-name");
/// Columns of sites.
static SITE_COLUMN: List = List::new("site-column");
static SITE_OF_GOVERNMENT: List = List::new("site-of-government");
static AT_MEETING: List = List::new("at-meeting");
static AT: List = List::new("at-place");
static SALUTATION: List = List::new("salutation");

/// The first lines of a document.
#[derive(Debug, Default)]
pub struct Page {
    lines: Vec<String>,
    /// The line that is the title, if one is by itself.
    pub title: Option<usize>,
    /// The salutation that a speech begins with: all before it is around the text.
    pub speech: Option<usize>,
}

impl Page {
    /// Finds title and salutation. `front` is the title that the page itself gives.
    pub fn of<'t>(lines: impl Iterator<Item = &'t str>, front: Option<&str>) -> Self {
        let lines: Vec<String> = lines
            .take(limits::HEAD_LINES.get())
            .map(str::to_owned)
            .collect();
        let title = title_among(&lines, front);
        let from = title.map_or(0, |title| title + 1);
        let mut rest = lines.iter().enumerate().skip(from);
        let speech = rest
            .find(|(_, line)| is_salutation(line) || is_numbered(line))
            .filter(|(_, line)| is_salutation(line));
        Self {
            title,
            speech: speech.map(|(at, _)| at),
            lines,
        }
    }

    /// The line at an index; empty beyond the head.
    pub fn line(&self, at: usize) -> &str {
        self.lines.get(at).map_or("", String::as_str)
    }

    /// The line before it.
    pub fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.line(before))
    }

    /// The letters of the title.
    pub fn letters_of_title(&self) -> String {
        self.title
            .map_or_else(String::new, |at| letters(self.line(at)))
    }
}

/// The line that is the title: the one that the page says, else the first that ends as titles do, or a later one
/// that holds it whole.
fn title_among(lines: &[String], front: Option<&str>) -> Option<usize> {
    let text = |line: &&String| is_numbered(line) || is_salutation(line) || is_long(line);
    let end = lines
        .iter()
        .position(|line| text(&line))
        .unwrap_or(lines.len());
    let head = lines.get(..end).unwrap_or_default();
    if let Some(front) = front.map(|front| letters(&without_site(front)))
        && front.chars().count() >= 6
        && let Some(at) = head.iter().position(|line| letters(line) == front)
    {
        return Some(at);
    }
    let mut found: Option<(usize, String)> = None;
    for (at, line) in head.iter().enumerate().filter(|(_, line)| is_title(line)) {
        let words = letters(line);
        let better = found
            .as_ref()
            .is_none_or(|(_, known)| words.len() > known.len() && words.contains(known));
        if better {
            found = Some((at, words));
        }
    }
    let before_day = || {
        let at = head.iter().position(|line| is_place_and_day(line))?;
        let above = at.checked_sub(1)?;
        may_be_title(head.get(above)?).then_some(above)
    };
    found.map(|(at, _)| at).or_else(before_day)
}

/// Whether a line says by itself that it is a title.
fn is_title(line: &str) -> bool {
    let words = line.trim_end_matches(['》', '”', '"']);
    line.chars().count() >= 6 && ENDS_TITLE.ends(words) && may_be_title(line)
}

/// Whether nothing of a line says that it is no title.
fn may_be_title(line: &str) -> bool {
    let count = line.chars().count();
    let ends = line.ends_with(['。', '：', '；', '，', ':', ',', '！']);
    (4..=limits::TITLE_LINE.get()).contains(&count)
        && !ends
        && !line.contains('。')
        && label::read(line, None).is_none()
        && !is_with_number(line)
        && !is_organ(line)
        && !is_row(line)
        && !is_page_label(line)
        && !is_path(line)
        && !is_related(line)
        && !is_toolbar(line)
        && !is_caption(line)
        && !is_place_and_day(line)
}

fn is_numbered(line: &str) -> bool {
    line.contains(char::is_alphabetic)
        && label::read(line, None).is_some_and(|label| label.manner != Manner::Dash)
}

fn is_long(line: &str) -> bool {
    line.contains('。') && line.chars().count() >= limits::LINE_WITH_TEXT.get()
}

/// Whether a line begins a speech: 各位代表：.
pub fn is_salutation(line: &str) -> bool {
    let words = squeezed(line);
    SALUTATION.starts(&words)
        && words.ends_with(['：', ':', '！', '!'])
        && words.chars().count() <= limits::SALUTATION.get()
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
