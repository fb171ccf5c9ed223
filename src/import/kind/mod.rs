//! Which kind and year each section of a finished tree has: by what opened it, by the words of its heading, by the
//! chapters before it. The only stage that decides them; knows nothing of how the tree was made.

mod beside;
mod chapter;
mod chapters;
mod clock;
mod decided;
pub mod heading;
mod horizon;
mod inherit;
pub(crate) mod limits;
mod parting;
mod past;
mod rules;
#[cfg(test)]
mod sample;
mod scope;
mod time;
mod turns;
mod yearly;

pub use horizon::{span_of_title, span_reviewed, span_running};
pub use inherit::decide;
