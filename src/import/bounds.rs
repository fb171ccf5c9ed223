//! The limits of formats, furniture and chapters: lengths by which a line is taken for a heading, a sentence or
//! furniture, and what hostile files may not exceed. Knows nothing of how they are used.

use crate::limit::limits;

limits! {
    // Formats.
    LARGEST_PART: u64 = 64 << 20, Safety, "bytes that a part of a Word file may unpack to";
    PARTS: usize = 10_000, Safety, "parts of a Word file";
    DEEPEST_ELEMENT: usize = 200, Safety, "elements of a Word file within each other";
    HEADS_OF_PAGES: usize = 20, Safety, "heads and feet of pages that are read of a Word file";
    FRONT_MATTER: usize = 200, Safety, "lines of the front matter of a post";
    LINK: usize = 1000, Safety, "characters of a link's words, and of its address";
    START_OF_FILE: usize = 1024, Safety, "bytes that are looked at for the format of a file";
    ROW: usize = 500, Tuned, "characters of the longest row of a table that is none of layout";
    CELL: usize = 200, Tuned, "characters of the longest cell of a table that is none of layout";

    // Lines that were cut or lost their ends.
    LONG_LINE: usize = 40, Tuned, "characters from which on a line that ends in no mark goes on in the next one";
    WIDEST: usize = 60, Tuned, "characters of the longest line that a margin cuts";
    NARROWEST: usize = 20, Tuned, "characters of the shortest line that a margin cuts";
    LINES_WITH_MARGIN: usize = 10, Tuned, "lines of the shortest document that may be cut at a margin";
    BEYOND_MARGIN: usize = 12, Tuned, "characters that a full line may have more than the margin, as half-width ones take less room";
    CHARACTERS_BEFORE_NAME: usize = 20, Tuned, "characters before a line's end that show a text to be Chinese, where 5 and G make one word";
    LINE_OF_LINES: usize = 200, Tuned, "characters above which a line may be several whose ends became spaces";
    CAPTION: usize = 300, Tuned, "bytes below which a line is a caption with a chapter's heading glued to it";
    LEAD_LINE: usize = 30, Tuned, "characters of the longest first sentence on a line of its own";
    TAIL_WITH_BRACKET: usize = 60, Tuned, "characters before a line's end that may hold a bracket still open";
    LONE_NUMBER: u32 = 20, Tuned, "the largest number of a heading on a line of its own";
    HEADING_BELOW_NUMBER: usize = 24, Tuned, "characters of the longest heading below its number";
    LINE_OF_MANY_PARAGRAPHS: usize = 6000, Tuned, "bytes above which a line holds several paragraphs";
    LINE_OF_PARAGRAPHS: usize = 900, Tuned, "bytes above which a line of a document with few lines holds several paragraphs";
    LINES_TO_PART: usize = 12, Tuned, "lines of the longest document that may have lost its line ends";

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

    // Headings in running text.
    ENGLISH_SENTENCE: usize = 12, Tuned, "characters that a sentence in English has at least before its point";
    OPEN_BRACKET: usize = 600, Tuned, "bytes after which a bracket that is still open holds no sentence up";
    THEME: usize = 48, Tuned, "characters of the longest sentence that opens a theme";
    LAST_CLAUSE_OF_THEME: usize = 22, Tuned, "characters of the longest last clause of a sentence that opens a theme";
    LAST_CLAUSE_OF_INNER_THEME: usize = 12, Tuned, "characters of the longest last clause of one in the middle of a paragraph";
    TOPIC: usize = 110, Tuned, "characters of the longest sentence that announces a topic";
    GROUP: usize = 16, Tuned, "characters of the longest phrase that opens a group";
    CLAUSE_OF_TASKS: usize = 14, Tuned, "characters of the longest clause in a sentence of two short tasks";
    SHORT_HEADING: usize = 17, Tuned, "characters of the longest sentence that is a short heading";
    SHORT_HEADING_WITHOUT_VERB: usize = 10, Tuned, "characters of the longest short heading that begins with no verb";
    LEAD: usize = 22, Tuned, "characters of the longest first sentence that is a plain heading";
    PARAGRAPH_BELOW_HEADING: usize = 25, Tuned, "characters of the shortest paragraph below a heading that nothing marks";
    BARE_HEADING: usize = 20, Tuned, "characters of the longest heading that nothing marks";
    HEADING_SENTENCE: usize = 48, Tuned, "characters of the longest first sentence that is a heading as a whole";
    LONE_HEADING_SENTENCE: usize = 24, Tuned, "characters of the longest one that no other sentence follows";
    SENTENCES_AHEAD: usize = 80, Tuned, "sentences that are looked at for the second item of a list";
    LAST_THEME: usize = 14, Tuned, "characters of the longest clause that opens the last theme of a paragraph";
    OPENING: usize = 40, Tuned, "characters of a paragraph that say whether it opens a part";
    EARLY_YEAR: usize = 20, Tuned, "bytes before the year by which a paragraph opens what is planned";

    // The tree.
    HEADING: usize = 60, Tuned, "characters of the longest heading that is told from its text only by a full stop";
    ENGLISH_HEADING_WITH_STOP: usize = 30, Tuned, "characters above which a point ends a sentence and no heading";
    DEEPEST_SECTION: usize = 12, Safety, "sections within each other";
    LINES_TO_NEXT_CHAPTER: usize = 60, Tuned, "lines that are looked at for the chapter by which numbering goes on";
    LINES_TO_NEXT_ITEM: usize = 30, Tuned, "lines that are looked at for the next item of a list";
    WORDS_OF_GUESS: usize = 12, Tuned, "characters of a guessed heading that are shown in a doubt";
    WORDS_OF_HEADING: usize = 20, Tuned, "characters of an unsure heading that are shown in a doubt";
    WORDS_OF_NUMBERING: usize = 16, Tuned, "characters of a line out of sequence that are shown in a doubt";

    // Damage.
    FIRST_YEAR: u32 = 10, Tuned, "the first year of the century that damage may put in the place of a number";
    LAST_YEAR: u32 = 40, Tuned, "the last such year";
}
