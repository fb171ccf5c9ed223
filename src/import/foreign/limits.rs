//! How much of a file is looked at to tell what it is. Knows nothing of how it is used.

use crate::limit::limits;

limits! {
    START: usize = 4096, Safety, "bytes at a file's start that are looked at for what it is";
    END: usize = 65_536, Safety, "bytes at a package's end that are looked at for the names in it";
    CONTROLS: usize = 50, Safety, "characters of a text, at least, for each control character in it: noise has one in nine";
}
