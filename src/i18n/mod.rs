//! The words the program says. A language is a file of this folder: `zh.txt`, `en.txt`. The build script makes `Words`
//! of them, so a line that is missing does not compile. Knows what is said, and no room that says it.

mod lang;
#[cfg(test)]
pub mod table;
mod words;
mod write_error;

pub use words::{Keys, Lang, Noun, Words, counted};
