//! Headings of documents without numbering: short lines between paragraphs, first sentences. Knows nothing of the
//! sections that are made of them.

use super::document::Document;
use super::lead;
use super::limits;
use crate::import::line::{Line, Style};
use crate::text::chars::is_han;

/// Whether half of the paragraphs without number begin with a sentence that may be their heading.
pub fn leads(document: &Document) -> bool {
    let lines = 0..document.lines().len();
    let paragraphs =
        lines.filter(|at| document.own_label(*at).is_none() && document.sentences(*at) > 1);
    let (mut all, mut leads) = (0, 0);
    for first in paragraphs.map(|at| document.first_sentence(at)) {
        all += 1;
        leads += usize::from(lead::is_theme(first) || is_short_lead(first));
    }
    leads * 2 >= all
}

/// Whether a first sentence is short and plain enough for a heading.
pub fn is_short_lead(sentence: &str) -> bool {
    let plain = !sentence.contains(['，', ',', '、', '：', ':', '!', '！', '?', '？'])
        && !sentence.contains(|c: char| c.is_ascii_digit());
    (6..=limits::LEAD.get()).contains(&sentence.chars().count())
        && plain
        && sentence.ends_with('。')
        || lead::is_pair_of_tasks(sentence)
}

/// Short lines between the paragraphs of a document without numbering: its headings, if there are several.
pub fn short_headings(document: &Document) -> Vec<usize> {
    let lines = document.lines();
    let is_long = |line: &Line| {
        line.text.chars().count() >= limits::PARAGRAPH_BELOW_HEADING.get()
            && line.text.contains('。')
    };
    let found: Vec<usize> = (0..lines.len())
        .filter(|at| {
            let Some(line) = lines.get(*at) else {
                return false;
            };
            let count = line.text.chars().count();
            let marks = |c: char| "。，；：、！？.,;:!?“”（）()《》".contains(c);
            let plain = (4..=limits::BARE_HEADING.get()).contains(&count)
                && !line.text.contains(marks)
                && line.style == Style::Plain;
            let han = line.text.chars().filter(|c| is_han(*c)).count() * 2 > count;
            let before = at.checked_sub(1).and_then(|at| lines.get(at));
            let between = before.is_none_or(|before| before.text.ends_with(['。', '！', '”']));
            let next = lines.get(at + 1).is_some_and(is_long);
            plain && han && between && next && document.own_label(*at).is_none()
        })
        .collect();
    if found.len() >= 2 { found } else { Vec::new() }
}
