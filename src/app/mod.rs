//! The reader as a whole: the trail of screens, what goes from one to another, and the lines above and below them. Knows
//! of a screen only what every screen is. Pure: what has to be done in the world is returned as an effect.

#[expect(
    clippy::module_inception,
    reason = "the room is named after what it holds"
)]
pub mod app;
pub mod draw;
mod jumps;
mod pointer;
