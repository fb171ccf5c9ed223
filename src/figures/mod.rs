//! Printed values into numbers: one grammar for targets, results and what is found in text.
//!
//! `read` takes the value as printed (超50亿次, 99%以上, 百余起) and says its number, unit, bound,
//! trend and measure. It never guesses: what it cannot read has no reading.

mod find;
pub mod limits;
mod lookalike;
mod period;
mod quantity;
mod read;
mod scan;
mod stated;
mod subject;
mod task;
mod unit;

pub use find::{About, find};
pub use read::{Context, read};
pub use scan::{Wanted, values};
pub use stated::denies;
pub use task::{action, clauses, heads, object};
