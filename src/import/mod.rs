//! Raw bulletins into drafts: texts, posts, web pages and Word files as a tree of sections, with what was left
//! out and what was doubtful. Never fails, and nothing of the text is lost: every character of the source is in
//! the draft's sections or among what was left out.

mod alike;
pub(crate) mod chapters;
pub(crate) mod clean;
pub mod doubt;
mod draft;
mod feature;
pub mod file_type;
pub(crate) mod format;
mod genre;
pub(crate) mod head;
mod imprint;
mod joint_office;
pub(crate) mod kind;
pub(crate) mod limits;
mod line;
mod name_in_title;
mod office;
mod part;
mod rule;
mod scalar;
mod yaml;

use crate::calendar::Date;
use crate::lexicon::List;
use crate::text::chars::is_han;
use chapters::About;
use clean::{damage, pages, tables, wraps};
use doubt::Doubted;
pub use draft::Draft;
use genre::Genre;
pub use yaml::{first_line, yaml};

/// Words of titles of documents that report as a whole, and plan only by the way.
static REPORT_OF_WORK: List = List::new("report-of-work");
/// Words whose characters only the traditional writing has, and only the simplified.
static TRADITIONAL: List = List::new("traditional");
static SIMPLIFIED: List = List::new("simplified");

/// Makes out a bulletin. `name` is the file's name.
pub fn import(bytes: &[u8], name: &str) -> Draft {
    let mut raw = format::read(bytes, name);
    let mut doubts = std::mem::take(&mut raw.doubts);
    let mut left = std::mem::take(&mut raw.left);
    raw.lines = tables::rows(raw.lines, &mut doubts);
    raw.lines = pages::numbers_of_pages(wraps::with_numbers(raw.lines), &mut left);
    raw.lines = pages::contents(wraps::unglued(wraps::unspaced(raw.lines)), &mut left);
    raw.lines = wraps::titles(wraps::paragraphs(raw.lines));
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
    let (reported, planned) = head::years(&head, &text, &mut doubts);
    let day = head.date.map(Date::year);
    let written = day.or(head.month.map(|(year, _)| year));
    let about = About {
        one_line: was_one,
        reports: REPORT_OF_WORK.is_in(&head.title),
        genre: Genre::of(&head.title),
        reported,
        planned,
        written,
        span: kind::span_of_title(&head.title, written),
        reviewed: kind::span_reviewed(&head.title, reported, &mut doubts),
        running: kind::span_running(&head.title, reported),
        named: !head::years_of_title(&head.title).is_empty(),
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
