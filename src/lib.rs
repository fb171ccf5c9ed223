//! jianbao (简报): a terminal reader for Chinese work bulletins.
//!
//! Four floors, each naming only what stands below it; `ARCHITECTURE.md` has the map and
//! `tests/architecture.rs` holds the law.

pub mod app;
pub mod calendar;
pub mod cli;
pub mod clipboard;
#[cfg(test)]
mod coded_words;
pub mod compare;
pub mod diff;
pub mod digest;
pub mod encoding;
pub mod export;
pub mod figures;
pub mod files;
pub mod fold;
pub mod i18n;
pub mod import;
pub mod length;
pub mod lexicon;
pub mod limit;
#[cfg(test)]
mod limits_matter;
pub mod load;
pub mod model;
pub mod page;
pub mod parallel;
pub mod phrases;
pub mod search;
pub mod terminal;
pub mod text;
pub mod tui;
pub mod view;
pub mod width;
pub mod wording;
pub mod wrap;
