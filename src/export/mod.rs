//! Sections and ledgers into text, sheets and JSON, written to any `io::Write`.
//!
//! Knows nothing of files and terminals: `cli` and `tui` say where the output goes.

pub mod card;
pub mod grid;
pub mod hits;
pub mod json;
pub mod ledger;
pub mod parallel;
pub mod phrases;
pub mod problem;
pub mod sheet;
pub mod text;
