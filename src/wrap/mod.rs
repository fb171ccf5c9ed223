//! Text and cells in, lines out: Chinese line breaking on a grid of cells.
//!
//! A pipeline of total functions. `class` says what a character is, `grade` prices every boundary
//! between two clusters, `fill` chooses the boundaries. Base rules are UAX #14 (`icu_segmenter`,
//! strict, Chinese); the Chinese table of GB/T 15834-2011 §5.1 and the W3C's clreq overrides them.
//! Lines are byte ranges into the text; nothing is copied. It knows nothing of bulletins.

mod class;
mod extent;
mod fill;
mod gap;
mod grade;
mod lines;
mod setting;

pub use extent::{Extent, extent};
pub use gap::gaps;
pub use lines::{cut, words, wrap};
pub use setting::{Language, Level, Line, Rules, Setting};
