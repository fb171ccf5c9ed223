//! The limits of furniture: lengths by which a line is taken for a sentence or furniture. Knows nothing of how they
//! are used.

use crate::limit::limits;

limits! {
    // Furniture, and what follows a text.
    LINK_LINE: usize = 80, Tuned, "characters of the longest line of links that is furniture";
    PART_OF_PATH: usize = 16, Tuned, "characters of the longest part of the path of a page: longer ones are text with a sign";
    END_MARK: usize = 12, Tuned, "characters of the longest line that only marks the end";
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
