//! Limits of the formats by name: what hostile files may not exceed.

use crate::limit::limits;

/// The base of the codes of characters in Word files (`w:sym`, ECMA-376 part 1, 17.3.3.30).
pub const HEXADECIMAL: u32 = 16;

limits! {
    TABLES: usize = 50, Safety, "tables of a page within each other, and elements within each other whose words are left out";
    PROSE: usize = 20, Tuned, "characters of the shortest line of Markdown without a comma that goes on in the next one";
    COLUMNS: usize = 100, Safety, "columns of a table: what is further to the right joins the last one";
    ROWS_OF_CELL: usize = 1000, Safety, "rows that a cell of a page may take";
    STYLES: usize = 12, Safety, "styles that a style of a Word file is based on, one on the other";
    LEVELS: usize = 9, Safety, "levels of a list of a Word file (ECMA-376 part 1, 17.9.6)";
    LARGEST_PART: u64 = 64 << 20, Safety, "bytes that a part of a Word file may unpack to";
    PARTS: usize = 10_000, Safety, "parts of a Word file";
    DEEPEST_ELEMENT: usize = 200, Safety, "elements of a Word file within each other";
    HEADS_OF_PAGES: usize = 20, Safety, "heads and feet of pages that are read of a Word file";
    FRONT_MATTER: usize = 200, Safety, "lines of the front matter of a post";
    LINK: usize = 3000, Safety, "bytes in which a link, code or emphasis ends";
}
