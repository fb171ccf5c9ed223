//! The list of what is annexed to a document, as rules. Knows nothing of titles and issuers.

use super::limits;
use crate::import::clean::furniture::is_of_tail;
use crate::import::line::Line;
use crate::import::office::signature;
use crate::import::rule::{Rule, first};
use crate::lexicon::List;
use crate::text::chars::{are_letters, letters};
use crate::text::date::is_date;
use crate::text::label;
use crate::text::manner::Manner;
use crate::text::year::digit;

/// 附件：, before the first entry of the list of what is annexed.
pub static ANNEX_MARK: List = List::new("annex-mark");

/// The list of what is annexed to a document, and what stands behind it before the annexes.
#[derive(Default)]
pub struct Annexes {
    /// Its lines but the first, which is one too if what it names is annexed behind it: they are no headings.
    pub list: std::ops::Range<usize>,
    /// Signature, date, distribution.
    pub tail: std::ops::Range<usize>,
}

/// What a line of such a list is, or of what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    /// The mark with the first entry.
    First,
    /// Another entry.
    Next,
    /// Who signed, or when.
    Signs,
    /// Distribution and the like.
    Tail,
}

/// Asked of each line of a text.
const ENTRIES: &[Rule<Line, Entry>] = &[
    Rule {
        name: "list-of-annexes",
        when: |line, _| {
            let rest = ANNEX_MARK.strip_start(&line.text);
            let rest = rest.and_then(|rest| rest.strip_prefix(['：', ':']));
            rest.is_some_and(|rest| {
                !rest.trim().is_empty() && rest.chars().count() <= limits::ANNEX_ENTRY.get()
            })
        },
        then: Entry::First,
        example: "附件：1．分工表",
        counter: "附件1",
    },
    Rule {
        name: "entry-of-annexes",
        when: |line, _| {
            let label = label::read(&line.text, None);
            label.is_some_and(|label| label.manner == Manner::Digit) && is_annex_entry(&line.text)
        },
        then: Entry::Next,
        example: "2．名单",
        counter: "二、水库建设",
    },
    Rule {
        name: "signature-behind-annexes",
        when: |line, _| {
            is_of_tail(line) && (is_date(&line.text) || signature(&line.text).is_some())
        },
        then: Entry::Signs,
        example: "河口县水务局 2023年3月2日",
        counter: "水库于2023年3月2日开工。",
    },
    Rule {
        name: "tail-behind-annexes",
        when: |line, _| is_of_tail(line),
        then: Entry::Tail,
        example: "抄送：县人大常委会",
        counter: "新建水库三座",
    },
];

fn entry(line: &Line) -> Option<Entry> {
    first(ENTRIES, line, 0).map(|rule| rule.then)
}

impl Annexes {
    /// The first list of a text.
    pub fn of(lines: &[Line], start: usize) -> Self {
        let mut at = start..lines.len();
        let begins =
            |line: &Line| ANNEX_MARK.starts(&line.text) && entry(line) == Some(Entry::First);
        let Some(first) = at.find(|at| lines.get(*at).is_some_and(begins)) else {
            return Self::default();
        };
        let behind = lines.get(first + 1..).unwrap_or_default();
        let next = |line: &&Line| entry(line) == Some(Entry::Next);
        let list = first + 1..first + 1 + behind.iter().take_while(next).count();
        let behind = lines.get(list.end..).unwrap_or_default();
        let of_tail =
            |line: &Line| entry(line).filter(|entry| matches!(entry, Entry::Signs | Entry::Tail));
        let tail: Vec<Entry> = behind.iter().map_while(of_tail).collect();
        // Not a tail if nothing says who signed, or when.
        let signed = tail.contains(&Entry::Signs);
        let tail = list.end..list.end + if signed { tail.len() } else { 0 };
        let named = lines.get(first).and_then(named).unwrap_or_default();
        let list = if is_behind(behind, &named) {
            first..list.end
        } else {
            list
        };
        Self { list, tail }
    }
}

/// The letters of what a line names as annexed, without its number: 附件：1．分工表.
fn named(line: &Line) -> Option<String> {
    let rest = ANNEX_MARK.strip_start(&line.text)?;
    let entry = rest.trim_start_matches(['：', ':']).trim();
    let label = label::read(entry, None).map_or(0, |label| label.bytes);
    entry.get(label..).map(letters)
}

/// Whether some lines have an annex of that name: below a line that only marks it, 附件1⏎分工表, or on the same line.
fn is_behind(lines: &[Line], name: &str) -> bool {
    let pairs = lines.iter().zip(lines.iter().skip(1));
    let mut titles = pairs.filter_map(|(mark, title)| {
        let rest = ANNEX_MARK.strip_start(&mark.text)?;
        let number = |c: char| c.is_whitespace() || digit(c).is_some() || "：:".contains(c);
        let words = rest.trim_start_matches(number);
        Some(if words.is_empty() { &title.text } else { words })
    });
    !name.is_empty() && titles.any(|title| are_letters(title, name))
}

/// Whether a line is short enough to name what is annexed.
pub fn is_annex_entry(text: &str) -> bool {
    text.chars().count() <= limits::ANNEX_ENTRY.get() && !text.contains('。')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::rule::check;

    #[test]
    fn every_rule_has_its_examples() {
        check(ENTRIES, |mut lines| Line {
            text: lines.remove(0),
            ..Line::default()
        });
    }

    #[test]
    fn what_is_annexed_behind_the_line_that_names_it_has_one_heading() {
        let list = |words: &[&str]| {
            let line = |words: &&str| Line {
                text: (*words).to_owned(),
                ..Line::default()
            };
            let lines: Vec<Line> = words.iter().map(line).collect();
            Annexes::of(&lines, 0).list
        };
        let text = "各单位抓好落实。";
        let named = "附件：水库名单";
        assert_eq!(list(&[text, named, "附件", "水库名单", "青山水库"]), 1..2);
        assert_eq!(list(&[text, named, "附件1：水库名单", "青山水库"]), 1..2);
        let several = ["附件：1．水库名单", "2．分工表"];
        let annexed = ["附件1", "水库名单", "青山水库", "附件2", "分工表"];
        assert_eq!(list(&[&[text], &several[..], &annexed].concat()), 1..3);
        assert_eq!(list(&[text, named, "青山水库"]), 2..2, "the annex itself");
        assert_eq!(list(&[text, named, "附件", "堤防名单", "南堤"]), 2..2);
    }
}
