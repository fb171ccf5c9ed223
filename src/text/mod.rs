//! The text kernel: one pass of tokens, and what is read from it.
//!
//! Sentences, clauses, numerals, numbering, years, periods and dates are read here and nowhere else. It knows
//! words only from the lexicon, and nothing of sections, figures or screens.

pub mod chars;
pub mod compact;
pub mod date;
pub mod label;
mod label_pattern;
pub mod label_write;
pub mod limits;
pub mod manner;
pub mod mark;
pub mod numeral;
pub mod sentence;
pub mod time;
mod time_read;
mod time_rules;
pub mod times;
pub mod token;
pub mod year;
