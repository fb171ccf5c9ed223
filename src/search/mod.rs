//! Finds words however they are written or sound, and figures, in all bulletins.
//!
//! A hit is a byte range of the source's own text. Knows nothing of screens.

mod engine;
mod filter;
mod hit;
mod letters;
mod pinyin;
mod query;

pub use engine::{Search, order};
pub use filter::{Filter, Outcomes, kinds, years};
pub use hit::{Context, Field, Hit, Hits};
pub use query::Query;
