//! Limits by name of what reads titles, heads and kinds.

use crate::limit::limits;

limits! {
    PART_HEADING: usize = 30, Tuned, "characters of the longest heading of a part without numbering: longer lines with such words are text";
    YEAR_HEADING: usize = 16, Tuned, "characters of the longest heading that begins with a year: longer lines such as 2026年… are sentences without a full stop";
    ANNEX_HEADING: usize = 30, Tuned, "characters of the longest line that begins an annex: longer lines tell of an annex";
    DOUBTED_HEADING: usize = 20, Tuned, "characters of a heading that a doubt shows: more makes the message longer than a line";
    CHILD_HEADING: usize = 12, Tuned, "characters of the longest heading that gives a section below a chapter a kind of its own: longer ones name what is done";
}
