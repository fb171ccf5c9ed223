//! Files into bulletins: the only reader of YAML.
//!
//! The bulletins of good files come with the problems of bad ones. A good file is read once, by serde; the
//! tree that locates problems is built only when there is one, or when all of them are asked for.

mod body;
mod catalogue;
mod code;
mod comment;
mod config;
mod convert;
mod declared;
mod diagnose;
mod expected;
mod file;
mod file_fault;
mod finding;
mod help;
mod indicator_schema;
mod key;
mod library;
mod links;
mod message;
mod mistake;
mod mistake_words;
mod one_or_more;
mod parallel;
mod problem;
mod quotation;
mod raw;
mod schema;
mod sections;
mod stamp;
mod text;
mod time_fault;
mod tree;
mod values;
mod walk;
mod wording;

pub use catalogue::{FILE as INDICATORS_FILE, built_in as built_in_catalogue};
pub use config::{Config, read_config};
pub use file::{MAX_FILE, make_folder_of};
pub use file_fault::FileFault;
pub use library::{
    Library, built_in, probably_one, read_paths, read_raw, read_raw_from, read_stream,
};
pub use links::{LinksFile, links_text};
pub use problem::{Checks, Fault, Problem, Severity, SourceLocation};
#[cfg(test)]
pub use problem::{Expected, Shape, Special};
pub use raw::{RawFiles, raw_files};
pub use stamp::Stamp;
pub use text::read_text;
