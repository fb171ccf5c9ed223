//! Files into bulletins: the only reader of YAML.
//!
//! The bulletins of good files come with the problems of bad ones. A good file is read once, by serde; the
//! tree that locates problems is built only when there is one, or when all of them are asked for.

mod config;
mod convert;
mod diagnose;
mod expected;
mod file;
mod library;
mod links;
mod message;
mod mistake;
mod parallel;
mod problem;
mod schema;
mod stamp;
mod text;
mod tree;
mod walk;
mod wording;

pub use config::{Config, read_config};
pub use file::{MAX_FILE, make_folder_of};
pub use library::{Library, built_in, raw_files, read_paths, read_raw, read_raw_from, read_stream};
pub use links::{LinksFile, links_text};
pub use problem::{Care, Fault, Place, Problem, Severity};
pub use stamp::Stamp;
pub use text::read_text;
