//! What is around the text: title, issuer, number, dates. Knows nothing of sections and kinds.

mod annexes;
mod behind;
mod candidates;
mod data;
mod document_number;
mod finish;
mod finish_rules;
mod last_rules;
pub(crate) mod limits;
mod line_rules;
mod lines;
mod masthead;
mod matter;
mod matter_rules;
mod meeting;
mod metadata;
mod office_in_text;
mod page;
mod reader;
mod rules;
mod state;
mod tail;
mod tail_rules;
mod title;
mod title_rules;
mod wording;
mod years;

pub use data::Head;
pub use reader::take;
pub use years::{years, years_of_title};
