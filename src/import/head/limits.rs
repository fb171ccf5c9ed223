//! Limits of the head by name. Knows only their values and reasons.

use crate::limit::limits;

limits! {
    LONG_LINE: usize = 60, Tuned, "characters from which on a line with a full stop is text, above which a title is looked for";
    PLACE_AND_DAY: usize = 120, Tuned, "characters of the longest line that says where and when a report was given: longer ones tell of a meeting";
    VALUE_OF_LABEL: usize = 20, Tuned, "characters of the longest value on the line after its label: longer ones are text";
    SPEAKER: usize = 30, Tuned, "characters of the longest office of who speaks: longer ones are a sentence about a person";
    SIGNER_LINES: usize = 5, Tuned, "lines of names of those who signed, each on a line of its own: more are a list of people";
    SALUTATION: usize = 30, Tuned, "characters of the longest salutation: longer ones are the last sentences of a speech";
}
