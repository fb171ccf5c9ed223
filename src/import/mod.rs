//! Raw bulletins into drafts: texts, posts, web pages and Word files as a tree of sections, with what was left
//! out and what was doubtful. Never fails, and nothing of the text is lost: every character of the source is in
//! the draft's sections or among what was left out.

mod alike;
pub(crate) mod chapters;
pub(crate) mod clean;
pub mod doubt;
mod draft;
mod feature;
pub mod foreign;
pub(crate) mod format;
mod genre;
pub(crate) mod head;
pub(crate) mod kind;
pub(crate) mod limits;
mod line;
mod office;
mod part;
mod rule;
mod scalar;
mod yaml;

use crate::calendar::Year;
use crate::lexicon::List;
use crate::text::chars::is_han;
use crate::text::year::year;
use chapters::About;
use clean::{damage, furniture, tables, wraps};
use doubt::{Doubt, Doubted};
pub use draft::Draft;
use genre::Genre;
pub use yaml::yaml;

/// Words of titles of documents that report as a whole, and plan only by the way.
static REPORT_OF_WORK: List = List::new("report-of-work");
/// Words whose characters only the traditional writing has, and only the simplified.
static TRADITIONAL: List = List::new("traditional");
static SIMPLIFIED: List = List::new("simplified");

/// Endings of the files that are read as raw bulletins.
pub const ENDINGS: [&str; 7] = ["txt", "text", "md", "markdown", "html", "htm", "docx"];

/// Whether a file's name is that of a raw bulletin.
pub fn is_raw(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
}

/// Makes out a bulletin. `name` is the file's name.
pub fn import(bytes: &[u8], name: &str) -> Draft {
    let mut raw = format::read(bytes, name);
    let mut doubts = std::mem::take(&mut raw.doubts);
    let mut left = std::mem::take(&mut raw.left);
    raw.lines = tables::rows(raw.lines, &mut doubts);
    raw.lines = furniture::numbers_of_pages(wraps::with_numbers(raw.lines), &mut left);
    raw.lines = furniture::contents(wraps::unglued(wraps::unspaced(raw.lines)), &mut left);
    raw.lines = wraps::paragraphs(raw.lines);
    damage::look(&raw.lines, &mut doubts);
    let count = raw.lines.len();
    let one_line = raw
        .lines
        .iter()
        .map(|line| chapters::split_line(line, count))
        .collect::<Vec<_>>();
    let was_one = one_line.iter().any(|parts| parts.len() > 1);
    raw.lines = one_line.into_iter().flatten().collect();
    let (head, text) = head::take(raw, &mut doubts, &mut left);
    let (reported, planned) = years_of(&head, &text, &mut doubts);
    let about = About {
        one_line: was_one,
        reports: REPORT_OF_WORK.is_in(&head.title),
        genre: Genre::of(&head.title),
        reported,
        planned,
    };
    let mut tree = chapters::build(&text, about, &mut doubts);
    kind::decide(&mut tree, about, &mut doubts);
    if tree.roots.is_empty() {
        doubts.retain(|doubt| !matches!(doubt.what, Doubted::Missing(_)));
    }
    left.sort_by_key(|left| left.number);
    doubts.sort_by_key(|doubt| doubt.number);
    let doubts = alike::joined(doubts);
    let language = language(text.iter().flat_map(|line| line.text.chars()));
    Draft {
        source: name.to_owned(),
        head,
        tree,
        left,
        doubts,
        language,
    }
}

/// The years that a document reports and plans, by its head or else by how its text begins.
fn years_of(
    head: &head::Head,
    text: &[line::Line],
    doubts: &mut Vec<Doubt>,
) -> (Option<Year>, Option<Year>) {
    let (mut reported, mut planned) = head::years(head);
    if let Some(year) = head::year_so_far(head, text) {
        (reported, planned) = (Some(year), Some(year));
        let number = text.first().map_or(1, |line| line.number);
        doubts.push(Doubt::at(number, Doubted::Year(year.to_string())));
    }
    if reported.is_none() {
        // A text without a date says itself of which year it is.
        let first = text.first().map(|line| {
            line.text
                .chars()
                .take(limits::OPENING_YEAR.get())
                .collect::<String>()
        });
        reported = first.as_deref().and_then(year);
        planned = reported.map(|reported| reported + 1);
        if let Some(reported) = reported {
            let number = text.first().map_or(1, |line| line.number);
            doubts.push(Doubt::at(number, Doubted::Year(reported.to_string())));
        }
    }
    (reported, planned)
}

/// The language of a text by its characters.
fn language(chars: impl Iterator<Item = char>) -> &'static str {
    let traditional_chars: String = TRADITIONAL.words().collect();
    let simplified_chars: String = SIMPLIFIED.words().collect();
    let (mut han, mut kana, mut latin, mut traditional, mut simplified) = (0, 0, 0, 0, 0);
    for c in chars.take(limits::LANGUAGE_WITHIN.get()) {
        match c {
            '\u{3041}'..='\u{30ff}' => kana += 1,
            c if is_han(c) => {
                han += 1;
                traditional += usize::from(traditional_chars.contains(c));
                simplified += usize::from(simplified_chars.contains(c));
            }
            c if c.is_alphabetic() => latin += 1,
            _ => {}
        }
    }
    if kana * 5 > han && kana > limits::KANA.get() {
        "ja"
    } else if latin > 4 * han && latin > limits::LATIN.get() {
        "en"
    } else if traditional > simplified {
        "zh-Hant"
    } else {
        "zh-Hans"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_is_of_both_writings() {
        let traditional: String = TRADITIONAL.words().collect();
        let both = SIMPLIFIED.words().flat_map(str::chars);
        let both: Vec<char> = both.filter(|c| traditional.contains(*c)).collect();
        assert_eq!(both, Vec::<char>::new());
        assert_eq!(language("國會通過法案".chars()), "zh-Hant");
        assert_eq!(language("国会通过法案".chars()), "zh-Hans");
    }
}
