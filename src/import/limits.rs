//! Limits by name of offices, parts and languages, which no room has for itself. Knows only their values and reasons.

use crate::limit::limits;

limits! {
    PART_HEADING: usize = 30, Tuned, "characters of the longest heading of a part without numbering: longer lines with such words are text";
    YEAR_HEADING: usize = 16, Tuned, "characters of the longest heading that begins with a year: longer lines are sentences without a full stop";
    ANNEX_HEADING: usize = 30, Tuned, "characters of the longest line that begins an annex: longer lines tell of an annex";
    DOWNLOAD: usize = 200, Safety, "characters of the longest line that is looked at as the name of a file to load: longer ones are text";
    OFFICE_LINE: usize = 200, Safety, "bytes of the longest line that is looked at as an office: its characters are all gone through";
    OFFICE: usize = 40, Tuned, "characters of the longest name of an office: longer lines are lists or text";
    ISSUER_CODE: usize = 10, Tuned, "characters of the longest code of an issuer in a document number: more takes words before it along";
    PLACE: usize = 12, Tuned, "characters of the longest name of a place that has a government: longer ones are a slogan before the name of the report";
    CONVENER_WITHIN: usize = 80, Tuned, "characters from the start in which a text says who convened a meeting: further on it tells of other meetings";
    CONVENER: usize = 16, Tuned, "characters of the longest name of an office that convenes: longer ones hold words before the name";
    MEETING_PLACE: usize = 10, Tuned, "characters of the longest place of a meeting: longer ones tell of the circumstances";
    OFFICE_WITHIN: usize = 160, Tuned, "characters from the start in which a text names its issuer: further on it names others";
    OFFICE_NAME: usize = 16, Tuned, "characters of the longest name before the end of an office in a text: longer ones are a clause";
    DOUBTS_ALIKE: usize = 20, Tuned, "doubts of one kind that are told one by one: of more the first tells how many there are";
    LANGUAGE_WITHIN: usize = 20_000, Safety, "characters of a text that are looked at for its language";
    KANA: usize = 10, Tuned, "kana of a text that may be Japanese: a name or a quotation has fewer";
    LATIN: usize = 20, Tuned, "letters of a text that may be English: a code or an address has fewer";
}
