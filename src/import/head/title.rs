//! The title: which lines of the head it is made of, and what of them is the name of a site. Knows nothing of
//! issuers, numbers and dates.

use super::limits;
use super::page::{is_of_site, without_site};
use super::reader::Reader;
use crate::import::clean::furniture::{is_closing, is_site};
use crate::import::clean::wraps::is_with_number;
use crate::import::doubt::Why;
use crate::import::line::{Line, Style};
use crate::import::office::is_organ;
use crate::import::part::is_part;
use crate::lexicon::List;
use crate::text::chars::letters;
use crate::text::label;

/// Words that say what a document is: a line with one may be the title.
static NAMES_DOCUMENT: List = List::new("names-document");
/// Ends of titles that a line break cuts: 政府工作报⏎告.
static ENDS_CUT_TITLE: List = List::new("ends-cut-title");
/// 关于, after which a title goes on up to one of [`ENDS_TITLE`].
static ABOUT: List = List::new("title-about");
static ENDS_TITLE: List = List::new("ends-title");
/// A line with such a word that ends like an office is a title all the same.
static NOT_OFFICE: List = List::new("title-not-office");
/// Words before the path of a page in its site: 当前位置.
static BREADCRUMB: List = List::new("breadcrumb");
static CONTACT: List = List::new("contact");

impl Reader {
    /// Whether a line that looks like the heading of a part is the title: the first line of all that says what
    /// the document is, or one that the page's title holds.
    pub(super) fn may_be_title(&self, line: &Line) -> bool {
        let text = line.text.as_str();
        let count = text.chars().count();
        let ends = text.ends_with(['。', '：', '；', '，', ':', ',']);
        let numbered = label::read(text, None).is_some() || is_with_number(text);
        if ends || !(6..=limits::TITLE_LINE.get()).contains(&count) || numbered {
            return false;
        }
        let first = self.titles.iter().all(|title| is_organ(title)) && NAMES_DOCUMENT.is_in(text);
        let of_page = self
            .front
            .as_ref()
            .is_some_and(|front| front.contains(text));
        let marked = matches!(line.style, Style::Heading(1 | 2) | Style::Title);
        (first && marked)
            || (is_part(text) && first && self.front.is_none())
            || (of_page && count >= 8)
    }

    /// A line that may be the title, or furniture around it; None if the text begins with it.
    pub(super) fn title_line(&mut self, line: &Line, next: Option<&Line>) -> Option<Why> {
        let text = line.text.as_str();
        let count = text.chars().count();
        if self.is_rest_of_title(text, count) {
            self.titles.push(text.to_owned());
            return Some(Why::Title);
        }
        // 当前位置：⏎首页⏎>⏎政务信息: one word a line.
        self.crumbs |= BREADCRUMB.is_in(text);
        if is_site(line) || (self.crumbs && count <= 8) {
            return Some(Why::Site);
        }
        self.crumbs = false;
        if is_closing(text) || (self.covered && is_contact(text)) {
            return Some(Why::Notice);
        }
        let ends = text.ends_with(['。', '：', '；', '，', '！', ':', ',', '.']);
        if ends || count >= limits::SENTENCE.get() * 2 || text.contains('。') {
            return None;
        }
        if self.is_first_heading(line, count, next) {
            return None;
        }
        if self.covered && self.titles.is_empty() && is_organ(text) && !NOT_OFFICE.is_in(text) {
            self.sign(text);
            return Some(Why::Issuer);
        }
        next?;
        self.titles.push(text.to_owned());
        Some(Why::Title)
    }

    /// Whether a line of a few characters is the rest of the title before it: 政府工作报⏎告.
    fn is_rest_of_title(&self, text: &str, count: usize) -> bool {
        let whole = self.titles.last().map(|title| format!("{title}{text}"));
        count <= 3
            && self.why.last() == Some(&Some(Why::Title))
            && whole.is_some_and(|whole| ENDS_CUT_TITLE.ends(&whole))
    }

    /// Whether a line between the title and a paragraph is the first heading: it is short.
    fn is_first_heading(&self, line: &Line, count: usize, next: Option<&Line>) -> bool {
        let before_text = next.is_some_and(|next| {
            next.text.chars().count() >= limits::PARAGRAPH.get() && next.text.contains(['。', '，'])
        });
        !self.titles.is_empty()
            && (line.after_gap || line.whole)
            && before_text
            && count <= limits::FIRST_HEADING.get()
            && !is_organ(&line.text)
            && !self.covered
    }

    /// The title: that of the annexed document, the page's or the front matter's, else the first lines.
    pub(super) fn title(&mut self) {
        // The office above or below the title.
        if self.titles.len() > 1 && self.titles.first().is_some_and(|first| is_organ(first)) {
            let office = self.titles.remove(0);
            self.signed.push(office);
        }
        if self.titles.len() > 1
            && let Some(office) = self.titles.pop_if(|last| is_organ(last))
        {
            self.signed.push(office);
        }
        let front = self.front.take().map(|title| without_site(&title));
        let last = self.titles.last().cloned().unwrap_or_default();
        let before_last = self.titles.len().saturating_sub(1);
        let before_last = self.titles.iter().take(before_last);
        let before_last: String = before_last.map(|part| letters(part)).collect();
        let letters_of_last = letters(&last);
        let title = if let Some(marked) = self
            .marked
            .take()
            .filter(|marked| !self.covered && !is_cut(marked))
        {
            marked
        } else if self.covered && !self.titles.is_empty() {
            self.titles.concat()
        } else if !letters_of_last.is_empty() && before_last.ends_with(&letters_of_last) {
            // The lines before the last are the same title, cut to pieces.
            last
        } else if let Some(front) = front
            .clone()
            .filter(|front| !is_of_site(front) || self.titles.is_empty())
            .filter(|front| !self.is_in_title(front))
        {
            front
        } else {
            self.first_lines()
        };
        self.front = front;
        self.head.title = title;
    }

    /// Whether a few characters go on with a title. Where a line is a title by itself only the rest of a cut word does.
    fn is_short_rest(&self, title: &str, part: &str) -> bool {
        self.page.title.is_none() || ENDS_CUT_TITLE.ends(&format!("{title}{part}"))
    }

    /// Whether the title that the page gives is only a part of the one that its text has.
    fn is_in_title(&self, front: &str) -> bool {
        let (title, front) = (self.page.letters_of_title(), letters(front));
        title.len() > front.len() && title.contains(&front)
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

/// Whether a title that speaks of something is cut before it says what it is.
fn is_cut(title: &str) -> bool {
    ABOUT.is_in(title) && !ENDS_TITLE.ends(title)
}

/// Whether a line says whom to ask.
fn is_contact(text: &str) -> bool {
    let words = text.trim_start_matches(['（', '(']);
    CONTACT.starts(words) && text.chars().count() <= limits::CONTACT.get()
}
