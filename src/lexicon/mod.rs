//! The words the program knows, as data: lists of `word | tags | example | counter-example | source`.
//!
//! `table` reads the lists, for the build script, which sorts the words by tag, and for tests; `tagged` holds what it
//! sorted. `list` hands out the words with a tag in the order of their file, `matcher` finds all words of all lists
//! in a text in one pass. None of them knows what a tag is for: the room that asks for it does.
//! `docs/rules.md` tells how to add a word.

mod chars;
mod list;
mod low;
mod matcher;
mod table;
mod tagged;

pub use chars::{Chars, Firsts};
pub use list::{Hit, List};
pub use matcher::hits_of;
pub use table::{Entry, Tag, entries};
