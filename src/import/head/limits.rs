//! Limits of the head by name. Knows only their values and reasons.

use crate::limit::limits;

limits! {
    LINE_WITH_TEXT: usize = 60, Tuned, "characters from which on a line with a full stop is text, above which a title is looked for";
    PLACE_AND_DAY: usize = 120, Tuned, "characters of the longest line that says where and when a report was given: longer ones tell of a meeting";
    VALUE_OF_LABEL: usize = 20, Tuned, "characters of the longest value on the line after its label: longer ones are text";
    SPEAKER: usize = 30, Tuned, "characters of the longest office of who speaks: longer ones are a sentence about a person";
    SIGNER_LINES: usize = 5, Tuned, "lines of names of those who signed, each on a line of its own: more are a list of people";
    SO_FAR_MONTH: u8 = 4, Tuned, "first month in which a document may report the year that it is written in: before it what it calls this year is planned";
    OPENING_YEAR: usize = 12, Tuned, "characters from the start of a text without a date in which it names its own year: further on it names others";
    SO_FAR_LINES: usize = 20, Tuned, "lines of a text within which it says that it reports the year that is not over: further on it only mentions it";
    LINES_WITHIN_TITLE: usize = 3, Safety, "lines of a title between its first words and its end: more are looked at for nothing";
    SALUTATION: usize = 30, Tuned, "characters of the longest salutation: longer ones are the last sentences of a speech";
    TITLE_LINE: usize = 72, Tuned, "characters of the longest line that is the title by its words: longer lines are text about a report";
    SENTENCE: usize = 36, Tuned, "characters of a long line of a sentence: a title has less than twice as many, or text without a full stop becomes the title";
    PARAGRAPH: usize = 25, Tuned, "characters of the shortest line that is a paragraph after a heading: shorter ones go on with the title";
    FIRST_HEADING: usize = 14, Tuned, "characters of the longest line between title and paragraph that is a heading: longer ones are the rest of the title";
    CONTACT: usize = 80, Tuned, "characters of the longest line that says whom to ask: longer ones are text";
    HEAD_LINES: usize = 60, Tuned, "lines of the longest head: further down is text, whatever it looks like";
    ANNEX_ENTRY: usize = 60, Tuned, "characters of the longest entry of a list of annexes: longer lines are text";
    NOTICE_LINE: usize = 150, Tuned, "characters of the longest line that goes on with a notice of the site: longer ones are text";
    SUBTITLE: usize = 60, Tuned, "characters of the longest line after a dash that says where a report was given: longer ones are an entry of a list";
    SUBTITLE_IN_BRACKETS: usize = 120, Tuned, "characters of the longest line in brackets that says where and when a report was given: longer ones are a remark of the text";
    SIGNER_LINE: usize = 20, Tuned, "characters of the longest line of who signed, without white space: longer ones are text";
    COVER: usize = 200, Tuned, "characters of the longest circular that only passes a document on: a longer one is a document of its own";
    NUMBER_LINE: usize = 120, Tuned, "characters of the longest line whose document number is that of the document: in a longer one it is cited";
    DATED_SOURCE: usize = 120, Tuned, "characters of the longest line of a day and a source: longer ones are text that begins with a number";
    SOURCE_LINE: usize = 60, Tuned, "characters of the longest line that says where and when a text was published: longer ones are text with a day";
    BYLINE: usize = 16, Tuned, "characters of the longest line of an office and a name: longer ones are text about a person";
    BYLINE_OF_AUTHOR: usize = 30, Tuned, "characters of the longest line that names the author: longer ones are text about reporters";
    RECIPIENTS: usize = 200, Tuned, "characters of the longest list of recipients: longer ones are a sentence that ends in a colon";
    MONTH_LINE: usize = 12, Tuned, "characters of the longest line that is a month: longer ones are a span or a heading";
    LATE_MONTH: u8 = 10, Tuned, "first month of the year in which a document reports its own year: before it reports the last one";
}
