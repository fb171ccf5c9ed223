//! Limits of the formats by name: what hostile files may not exceed, and when a table is none of layout.

use crate::limit::limits;

/// The base of the codes of characters in Word files (`w:sym`, ECMA-376 part 1, 17.3.3.30).
pub const HEXADECIMAL: u32 = 16;

limits! {
    LARGEST_PART: u64 = 64 << 20, Safety, "bytes that a part of a Word file may unpack to";
    PARTS: usize = 10_000, Safety, "parts of a Word file";
    DEEPEST_ELEMENT: usize = 200, Safety, "elements of a Word file within each other";
    HEADS_OF_PAGES: usize = 20, Safety, "heads and feet of pages that are read of a Word file";
    FRONT_MATTER: usize = 200, Safety, "lines of the front matter of a post";
    LINK: usize = 1000, Safety, "characters of a link's words, and of its address";
    START_OF_FILE: usize = 1024, Safety, "bytes that are looked at for the format of a file";
    ROW: usize = 500, Tuned, "characters of the longest row of a table that is none of layout";
    CELL: usize = 200, Tuned, "characters of the longest cell of a table that is none of layout";
}
