//! The tree of sections: lines into chapters, paragraphs and headings. Knows neither the head of a document nor what
//! kind of promise a section is.

mod build;
mod close;
mod decimals;
mod document;
mod headings;
mod headless;
pub mod lead;
pub(crate) mod limits;
mod paragraphs;
mod rules;
mod run_in;
mod split;
mod tree;

pub use build::build;
pub use split::split_line;
pub use tree::{About, Node, Opened, Tree};
