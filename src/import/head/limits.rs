//! Limits of the head by name. Knows only their values and reasons.

use crate::limit::limits;

limits! {
    LONG_LINE: usize = 60, Tuned, "characters from which on a line with a full stop is text, above which a title is looked for";
    PLACE_AND_DAY: usize = 120, Tuned, "characters of the longest line that says where and when a report was given: longer ones tell of a meeting";
    VALUE_OF_LABEL: usize = 20, Tuned, "characters of the longest value on the line after its label: longer ones are text";
    SPEAKER: usize = 30, Tuned, "characters of the longest office of who speaks: longer ones are a sentence about a person";
    SO_FAR_MONTH: u8 = 4, Tuned, "first month in which a document may report the year that it is written in: before it what it calls this year is planned";
    SO_FAR_LINES: usize = 20, Tuned, "lines of a text within which it says that it reports the year that is not over: further on it only mentions it";
    SALUTATION: usize = 30, Tuned, "characters of the longest salutation: longer ones are the last sentences of a speech";
}
