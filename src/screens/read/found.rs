//! Where a hit stands in the text of a paragraph.

use std::ops::Range;

use crate::model::{Form, Section};
use crate::page::Paragraph;
use crate::search::Hit;

/// Where in a paragraph's whole text a hit of its section stands, if it does.
pub fn found_in(paragraph: &Paragraph, section: &Section, hit: &Hit) -> Option<Range<usize>> {
    let span = &hit.span;
    if hit.is_in_body(section) {
        let (from, to) = (paragraph.place(span.start), paragraph.place(span.end));
        return (from < to).then_some(from..to);
    }
    let bracket = if section.form == Form::Implied {
        '〔'.len_utf8()
    } else {
        0
    };
    let before = section.label.len() + bracket;
    (paragraph.heading && before + span.end <= paragraph.lead.len())
        .then(|| before + span.start..before + span.end)
}
