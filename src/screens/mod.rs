//! The screens, a folder each: `mod` is its door, `state` what was chosen, `lay` what was set for a size, `draw` how it
//! is drawn. A screen knows the store and itself and no other screen.

pub mod all;
pub mod help;
pub mod menu;
pub mod picks;
pub mod screen;
