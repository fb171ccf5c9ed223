//! What is around the text: title, issuer, number, dates. Knows nothing of sections and kinds.

mod annexes;
mod data;
mod finish;
pub(crate) mod limits;
mod matter;
mod metadata;
mod page;
mod reader;
mod rules;
mod title;
mod years;

pub use data::Head;
pub use reader::take;
pub use years::{year_so_far, years};
