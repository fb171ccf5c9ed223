//! Limits by name of what cleans lines: when a line was cut, when it is several, what looks damaged, what is
//! furniture.

use crate::limit::limits;

limits! {
    LABEL_OF_FORM: usize = 20, Tuned, "characters of the longest cell that names what stands beside it in a form";
    SENTENCE_IN_CELL: usize = 40, Tuned, "characters of the shortest paragraph of a cell that is running text";
    TEXT_IN_CELL: usize = 100, Tuned, "characters of running text from which on a cell is no entry of a table";
    PARAGRAPHS_IN_CELL: usize = 6, Tuned, "paragraphs from which on a cell may hold a whole document";
    COLUMN: usize = 60, Tuned, "characters of the longest entry of a column that only white space makes";
    LONG_LINE: usize = 40, Tuned, "characters from which on a line that ends in no mark goes on in the next one";
    WIDEST: usize = 60, Tuned, "characters of the longest line that a margin cuts";
    NARROWEST: usize = 20, Tuned, "characters of the shortest line that a margin cuts";
    LINES_WITH_MARGIN: usize = 10, Tuned, "lines of the shortest document that may be cut at a margin";
    LINES_AROUND: usize = 12, Tuned, "lines before and after one among which a margin of a part is looked for: further away another part begins";
    CUTS_AROUND: usize = 4, Tuned, "cut lines of about one length that make a margin of a part: fewer are chance";
    BEYOND_MARGIN: usize = 12, Tuned, "characters that a full line may have more than the margin, as half-width ones take less room";
    CHARACTERS_BEFORE_NAME: usize = 20, Tuned, "characters before a line's end that show a text to be Chinese, where 5 and G make one word";
    LINE_OF_LINES: usize = 200, Tuned, "characters above which a line may be several whose ends became spaces";
    CAPTION: usize = 300, Tuned, "bytes below which a line is a caption with a chapter's heading glued to it";
    LEAD_LINE: usize = 30, Tuned, "characters of the longest first sentence on a line of its own";
    TAIL_WITH_BRACKET: usize = 60, Tuned, "characters before a line's end that may hold a bracket still open";
    LONE_NUMBER: u32 = 20, Tuned, "the largest number of a heading on a line of its own";
    HEADING_BELOW_NUMBER: usize = 24, Tuned, "characters of the longest heading below its number";
    FIRST_YEAR: u32 = 10, Tuned, "the first year of the century that damage may put in the place of a number";
    LAST_YEAR: u32 = 40, Tuned, "the last such year";

    // Furniture, and what follows a text.
    PARAGRAPH: usize = 20, Tuned, "characters from which on a line that ends in a mark is a paragraph, between two of which a caption may stand";
    SHORT_LINE: usize = 30, Tuned, "characters of the longest line between two paragraphs that may be a caption or a tool of the page";
    LINK_LINE: usize = 80, Tuned, "characters of the longest line of links that is furniture";
    PART_OF_PATH: usize = 16, Tuned, "characters of the longest part of the path of a page: longer ones are text with a sign";
    SITE_LINE: usize = 60, Tuned, "characters of the longest line of a site's furniture";
    ENQUIRY_HEADING: usize = 20, Tuned, "characters of the longest heading above addresses for enquiries";
    SENTENCE_OF_TEXT: usize = 15, Tuned, "characters from which on a line that ends as sentences do is text";
    LINE_OF_TEXT: usize = 40, Tuned, "characters from which on any line is text";
    LINE_AFTER_TEXT: usize = 120, Tuned, "characters of the longest line of distribution or contacts";
    CONTRIBUTOR: usize = 30, Tuned, "characters of the longest line that names who contributed a text";
    PRINTED_LINE: usize = 50, Tuned, "characters of the longest line that says when a text was printed";
    SOURCE_LINE: usize = 60, Tuned, "characters of the longest line that says where a text comes from";
    LINE_BEFORE_PAGE: usize = 12, Tuned, "characters of the shortest full line before a bare page number";
    PAGE_NUMBER: usize = 12, Tuned, "characters of the longest line that is a page's number in words";
    RUNNING_HEADS: usize = 12, Tuned, "lines at the start among which are the running heads";
    RUNNING_HEAD: usize = 40, Tuned, "characters of the longest running head";
    TITLE_IN_LINE: usize = 80, Tuned, "characters that hold the title of a document without line ends";
    LINE_WITH_TITLE: usize = 60, Tuned, "bytes of the shortest line that holds a title and text";
    LINES_TO_CONTENTS: usize = 80, Tuned, "lines before the heading of a table of contents";
    LINES_WITH_CONTENTS: usize = 5000, Safety, "lines among which entries of a table of contents are counted";
    CONTENTS_ENTRY: usize = 80, Tuned, "characters of the longest entry of a table of contents";
    CONTENTS_ENTRIES: usize = 400, Safety, "entries of a table of contents";
}
