//! Bytes and texts into bulletins: the only reader of YAML. Knows neither the disk nor threads.
//!
//! The bulletins of good files come with the problems of bad ones. A good file is read once, by serde; the
//! tree that locates problems is built only when there is one, or when all of them are asked for.

mod body;
pub mod catalogue;
mod code;
mod comment;
pub mod config;
mod convert;
mod declared;
mod diagnose;
pub mod document;
mod expected;
mod file_fault;
mod finding;
mod help;
mod indicator_schema;
mod key;
pub mod library;
pub mod links;
mod message;
mod mistake;
mod mistake_words;
mod one_or_more;
pub mod problem;
mod quotation;
mod schema;
mod sections;
mod text;
mod time_fault;
mod tree;
mod values;
mod wording;

pub use file_fault::FileFault;
pub use library::Library;
pub use links::LinksFile;
pub use problem::{Checks, Fault, Problem, Severity, SourceLocation};
pub use text::read_text;
