//! The list of what is annexed to a document. Knows nothing of titles and issuers.

use super::limits;
use crate::import::clean::furniture::is_of_tail;
use crate::import::line::Line;
use crate::import::office::signature;
use crate::lexicon::List;
use crate::text::date::is_date;
use crate::text::label;
use crate::text::manner::Manner;

/// 附件：, before the first entry of the list of what is annexed.
pub static ANNEX_MARK: List = List::new("annex-mark");

/// The list of what is annexed to a document, and what stands behind it before the annexes.
#[derive(Default)]
pub struct Annexes {
    /// Its lines but the first: they are no headings.
    pub list: std::ops::Range<usize>,
    /// Signature, date, distribution.
    pub tail: std::ops::Range<usize>,
}

impl Annexes {
    /// The first list of a text.
    pub fn of(lines: &[Line], start: usize) -> Self {
        let begins = |line: &Line| {
            let rest = ANNEX_MARK.strip_start(&line.text);
            let rest = rest.and_then(|rest| rest.strip_prefix(['：', ':']));
            rest.is_some_and(|rest| {
                !rest.trim().is_empty() && rest.chars().count() <= limits::ANNEX_ENTRY.get()
            })
        };
        let Some(first) = (start..lines.len()).find(|at| lines.get(*at).is_some_and(begins)) else {
            return Self::default();
        };
        let entry = |line: &&Line| {
            let label = label::read(&line.text, None);
            label.is_some_and(|label| label.manner == Manner::Digit) && is_annex_entry(&line.text)
        };
        let behind = lines.get(first + 1..).unwrap_or_default();
        let list = first + 1..first + 1 + behind.iter().take_while(entry).count();
        let behind = lines.get(list.end..).unwrap_or_default();
        let tail = behind.iter().take_while(|line| is_of_tail(line)).count();
        // Not a tail if nothing says who signed, or when.
        let signed = behind
            .iter()
            .take(tail)
            .any(|line| is_date(&line.text) || signature(&line.text).is_some());
        let tail = list.end..list.end + if signed { tail } else { 0 };
        Self { list, tail }
    }
}

/// Whether a line is short enough to name what is annexed.
pub fn is_annex_entry(text: &str) -> bool {
    text.chars().count() <= limits::ANNEX_ENTRY.get() && !text.contains('。')
}
