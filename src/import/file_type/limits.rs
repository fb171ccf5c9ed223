//! How much of a file is looked at to tell what it is. Knows nothing of how it is used.

use crate::limit::limits;

/// Bytes of an entry of a compound file's directory (MS-CFB 2.6.1), and where its first sector stands in it.
pub const ENTRY: usize = 128;
/// See [`ENTRY`].
pub const FIRST_SECTOR: usize = 116;
/// Where a compound file says its version, and bytes of a sector in the usual one and in version 4 (MS-CFB 2.2).
pub const VERSION: usize = 26;
/// See [`VERSION`].
pub const SECTOR: usize = 512;
/// See [`VERSION`].
pub const SECTOR_OF_FOUR: usize = 4096;
/// Where the flags stand in the text of an old Word file of which one tells a password (MS-DOC 2.5.2).
pub const FLAGS: usize = 11;

limits! {
    START: usize = 4096, Safety, "bytes at a file's start that are looked at for what it is";
    ODD_IN_TEXT: usize = 20, Tuned, "control characters that a damaged text may hold whatever its length";
    TEXT_FOR_CONTROL: usize = 50, Tuned, "bytes of a text in no known encoding for each control character";
    TEXT_WITHIN: usize = 100_000, Safety, "characters that are looked at for those that no text has";
}
