//! The tree of sections: lines into chapters, paragraphs and headings. Knows neither the head of a document nor what
//! kind of promise a section is.

mod boxes;
mod build;
mod close;
mod close_rules;
mod decimals;
mod document;
mod headings;
mod headless;
mod layout_rules;
pub mod lead;
pub(crate) mod limits;
mod line_rules;
mod numbered_rules;
mod paragraphs;
mod rules;
mod run_in;
mod split;
mod tree;
mod unnumbered;

pub use build::build;
pub use split::split_line;
pub use tree::{About, Node, Opened, Tree};
