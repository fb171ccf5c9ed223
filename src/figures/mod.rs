//! Figures: printed values read as numbers, and found in running text with name, year and verdict.
//!
//! `read` takes the value as printed (超50亿次, 99%以上, 百余起) and returns its number, unit, bound,
//! trend and measure, by one grammar for declared values and for those found in text. It never guesses: what it
//! cannot read has no reading. Knows nothing of files, ledgers or screens.

mod about;
mod aspect;
mod base;
pub mod catalogue;
mod counted;
mod declared;
mod find;
mod inherit;
pub mod limits;
mod lookalike;
mod main_targets;
mod name_case;
mod name_rules;
mod period;
mod phrase;
mod quantity;
mod read;
mod role;
mod scan;
mod scope;
mod shared;
mod shared_bound;
mod stated;
mod subject;
mod task;
mod unit;
mod words;

pub use about::About;
pub use declared::{Basis, Clash, DeclaredTime, Settled};
pub use find::{find, of_section};
pub use read::{Context, read};
pub use scan::{Detect, values};
pub use scope::scope;
pub use stated::denies;
pub use task::{action, clauses, heads, object};
