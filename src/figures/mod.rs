//! Printed values into numbers: one grammar for targets, results and what is found in text.
//!
//! `read` takes the value as printed (超50亿次, 99%以上, 百余起) and says its number, unit, bound,
//! trend and measure. It never guesses: what it cannot read has no reading.

mod compact;
mod find;
mod numeral;
mod quantity;
mod read;
mod scan;
mod stated;
mod unit;
mod words;

pub use find::{About, find};
pub use read::{Context, read};
pub use scan::{Wanted, values};
pub use stated::denies;
pub use words::{action, clauses, heads, object};
