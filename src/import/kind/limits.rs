//! Limits of kinds by name. Knows only their values and reasons.

use crate::limit::limits;

limits! {
    DOUBTED_HEADING: usize = 20, Tuned, "characters of a heading that a doubt shows: more makes the message longer than a line";
    YEAR_OF_PLANS: u16 = 1951, Safety, "the year from which five-year plans count: plan N has the years from 1951 + 5N";
    EARLY_PROBLEM: usize = 45, Tuned, "characters of a sentence in which it says that it speaks of what is wrong: further on it only mentions a problem";
    YEAR_AND_MARK: usize = 5, Safety, "characters of a year with its mark: 2031年";
    PART_OF_YEAR: usize = 16, Safety, "characters in which a sentence can begin with a part of a year: 2030年1月至11月 has eleven";
    CHILD_HEADING: usize = 12, Tuned, "characters of the longest heading that gives a section below a chapter a kind of its own: longer ones name what is done";
}
