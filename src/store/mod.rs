//! What all screens share: the library, what was said of it, settings, picks, memory, where the reader is; what is asked
//! of the world and what it answers. Knows no screen and draws nothing.

pub mod effect;
pub mod faulty;
pub mod figures;
pub mod here;
pub mod hits;
pub mod marks;
pub mod memory;
pub mod moved;
pub mod picks;
pub mod place;
pub mod progress;
pub mod prompt;
pub mod reading;
pub mod series;
#[expect(
    clippy::module_inception,
    reason = "the room is named after what it holds"
)]
pub mod store;
pub mod visited;
