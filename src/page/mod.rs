//! A bulletin set in so many cells: paragraphs and their lines, in reading order.
//!
//! Lines are ranges into a paragraph, which is a range into a section's body behind a lead (the
//! label, or a whole heading that stands alone). A row of a table is a paragraph whose lines have several
//! pieces, one for each cell. Screens, `show` and exports all read from here.

mod columns;
mod line;
mod paragraph;
mod record;
mod rows;
mod setter;

pub use line::{Part, Piece, SetLine};
pub use paragraph::{Paragraph, paragraphs};
pub use rows::{Anchor, Page, Row};
pub use setter::{Setter, table_lines};
