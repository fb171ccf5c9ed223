//! Lines into lines, before anything is decided of titles and headings: cut paragraphs are put together, damage is
//! told, what is no part of a document is known. Knows no format, no titles and no headings.

pub mod between;
mod columns;
pub mod damage;
mod full_lines;
pub mod furniture;
pub(crate) mod limits;
mod margin;
pub mod pages;
mod seam_rules;
mod table_rules;
pub mod tables;
pub mod wraps;
