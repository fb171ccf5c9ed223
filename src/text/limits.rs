//! Limits of the text kernel by name. Knows only their values and reasons.

use crate::calendar::Year;
use crate::limit::limits;

limits! {
    BEFORE_TIME: usize = 24, Safety, "bytes before a time that may say what it is: 截至, 比";
    YEARS_TOLD: Year = 30, Safety, "years that words such as 近…年 may count back: more are history";
    DATE_LINE: usize = 200, Safety, "bytes of the longest line that is looked at as a date: longer ones are text, and each character of them would be compared with every word of a date";
    WIDE_SPACE_HEADING: usize = 50, Tuned, "characters of the longest paragraph in which a wide space after digits makes numbering";
    AFTER_STOP: usize = 16, Safety, "marks that may follow a stop and belong to the same end: a run of a thousand is looked at once";
}
