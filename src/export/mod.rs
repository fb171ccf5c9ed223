//! Sections and ledgers into text, sheets and JSON, written to any `io::Write`.
//!
//! Knows nothing of files and terminals: `cli` and `tui` say where the output goes.

mod about;
pub mod block;
pub mod document;
pub mod docx;
pub mod format;
pub mod grid;
pub mod hits;
pub mod html;
pub mod indicators;
pub mod job;
pub mod json;
pub mod ledger;
pub mod ledgers;
pub mod markdown;
mod markup;
pub mod order;
pub mod parallel;
pub mod phrases;
pub mod pick;
pub mod plain;
pub mod rows;
pub mod sheet;
mod sink;
pub mod text;
pub mod whole;
mod year_cell;
mod year_table;
