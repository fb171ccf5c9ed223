//! Limits by name of what reads titles, heads and kinds.

use crate::limit::limits;

limits! {
    PART_HEADING: usize = 30, Tuned, "characters of the longest heading of a part without numbering: longer lines with such words are text";
    YEAR_HEADING: usize = 16, Tuned, "characters of the longest heading that begins with a year: longer lines are sentences without a full stop";
    ANNEX_HEADING: usize = 30, Tuned, "characters of the longest line that begins an annex: longer lines tell of an annex";
    DOUBTED_HEADING: usize = 20, Tuned, "characters of a heading that a doubt shows: more makes the message longer than a line";
    CHILD_HEADING: usize = 12, Tuned, "characters of the longest heading that gives a section below a chapter a kind of its own: longer ones name what is done";
    TITLE_LINE: usize = 72, Tuned, "characters of the longest line that is the title by its words: longer lines are text about a report";
    SENTENCE: usize = 36, Tuned, "characters of a long line of a sentence: a title has less than twice as many, or text without a full stop becomes the title";
    PARAGRAPH: usize = 25, Tuned, "characters of the shortest line that is a paragraph after a heading: shorter ones go on with the title";
    FIRST_HEADING: usize = 14, Tuned, "characters of the longest line between title and paragraph that is a heading: longer ones are the rest of the title";
    CONTACT: usize = 80, Tuned, "characters of the longest line that says whom to ask: longer ones are text";
    OFFICE_LINE: usize = 200, Safety, "bytes of the longest line that is looked at as an office: its characters are all gone through";
    OFFICE: usize = 40, Tuned, "characters of the longest name of an office: longer lines are lists or text";
    ISSUER_CODE: usize = 10, Tuned, "characters of the longest code of an issuer in a document number: more takes words before it along";
    PLACE: usize = 12, Tuned, "characters of the longest name of a place that has a government: longer ones are a slogan before the name of the report";
    CONVENER_WITHIN: usize = 80, Tuned, "characters from the start in which a text says who convened a meeting: further on it tells of other meetings";
    CONVENER: usize = 16, Tuned, "characters of the longest name of an office that convenes: longer ones hold words before the name";
    MEETING_PLACE: usize = 10, Tuned, "characters of the longest place of a meeting: longer ones tell of the circumstances";
    OFFICE_WITHIN: usize = 160, Tuned, "characters from the start in which a text names its issuer: further on it names others";
    OFFICE_NAME: usize = 16, Tuned, "characters of the longest name before the end of an office in a text: longer ones are a clause";
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
    OPENING_YEAR: usize = 12, Tuned, "characters from the start of a text without a date in which it names its own year: further on it names others";
    LANGUAGE_WITHIN: usize = 20_000, Safety, "characters of a text that are looked at for its language";
    KANA: usize = 10, Tuned, "kana of a text that may be Japanese: a name or a quotation has fewer";
    LATIN: usize = 20, Tuned, "letters of a text that may be English: a code or an address has fewer";
}
