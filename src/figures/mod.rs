//! Figures: printed values read as numbers, and found in running text with name, year and verdict.
//!
//! `read` takes the value as printed (超50亿次, 99%以上, 百余起) and returns its number, unit, bound,
//! trend and measure, by one grammar for declared values and for those found in text. It never guesses: what it
//! cannot read has no reading. Knows nothing of files, ledgers or screens.

mod about;
mod aspect;
mod base;
pub mod catalogue;
mod charge;
mod counted;
mod counting;
mod declared;
mod each;
mod find;
mod inherit;
pub mod limits;
mod lookalike;
mod main_targets;
mod name_case;
mod name_rules;
mod period;
mod phrase;
mod prosecuted;
mod quantity;
mod read;
mod role;
#[cfg(test)]
mod sample;
mod scan;
mod scope;
mod section;
mod shared;
mod shared_bound;
mod stated;
mod subject;
mod table;
mod table_cell;
mod table_columns;
mod table_grid;
mod table_head;
mod table_name;
mod table_prose;
mod table_reader;
mod table_role;
mod table_row;
mod task;
mod told_alike;
mod unit;
mod words;

pub use about::About;
pub use declared::{Basis, Clash, DeclaredTime, Settled};
pub use find::find;
pub use read::{Context, read};
pub use scan::{Detect, values};
pub use scope::scope;
pub use section::{of_section, responsible, tasks};
pub use stated::denies;
pub use task::{action, clauses, heads, object};
