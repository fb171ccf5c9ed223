//! The limits of chapters: lengths by which a line or a sentence is taken for a heading. Knows nothing of how they are
//! used.

use crate::limit::limits;

limits! {
    // Documents that lost their line ends.
    LINE_OF_MANY_PARAGRAPHS: usize = 6000, Tuned, "bytes above which a line holds several paragraphs";
    LINE_OF_PARAGRAPHS: usize = 900, Tuned, "bytes above which a line of a document with few lines holds several paragraphs";
    LINES_TO_PART: usize = 12, Tuned, "lines of the longest document that may have lost its line ends";

    // Headings in running text.
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

    // Headings without number.
    SHORTEST_HEADING: usize = 5, Tuned, "characters of the shortest sentence or line that is a heading without number: shorter ones are exclamations";
    RUN_IN_HEADING: usize = 30, Tuned, "characters of the longest first sentence that is the heading of its paragraph: longer ones tell";
    SAYING: usize = 8, Tuned, "characters of the longest clause, with its full stop, that may be a saying at the end of a section: longer ones are headings";
    VERB_WITHIN: usize = 6, Tuned, "characters from the start of a sentence in which the verb of a task stands: further on it tells of something";
    SPAN_HEADING: usize = 36, Tuned, "characters of the longest chapter heading that names several years: longer ones are sentences";
    BOX_HEADING: usize = 40, Tuned, "characters of the longest heading of a box or its items: longer ones are text that speaks of a box";
    ANNEX_LABEL: usize = 5, Tuned, "characters of the longest line that says no more than that an annex begins";
    ANNEX_TITLE: usize = 40, Tuned, "characters of the longest title of an annex: longer ones are its text";

    // The tree.
    STYLED_HEADING: usize = 100, Tuned, "characters of the longest line that a heading style makes a heading";
    HEADING: usize = 60, Tuned, "characters of the longest heading that is told from its text only by a full stop";
    ENGLISH_HEADING_WITH_STOP: usize = 30, Tuned, "characters above which a point ends a sentence and no heading";
    DEEPEST_SECTION: usize = 12, Safety, "sections within each other";
    LINES_TO_NEXT_CHAPTER: usize = 60, Tuned, "lines that are looked at for the chapter by which numbering goes on";
    LINES_TO_NEXT_ITEM: usize = 30, Tuned, "lines that are looked at for the next item of a list";
    WORDS_OF_GUESS: usize = 12, Tuned, "characters of a guessed heading that are shown in a doubt";
    WORDS_OF_HEADING: usize = 20, Tuned, "characters of an unsure heading that are shown in a doubt";
    WORDS_OF_NUMBERING: usize = 16, Tuned, "characters of a line out of sequence that are shown in a doubt";
}
