//! The screens, a folder each: `mod` is its door, `state` what was chosen, `lay` what was set for a size, `draw` how it
//! is drawn. A screen knows the store and itself and no other screen.

pub mod all;
pub mod compare;
pub mod find;
pub mod help;
pub mod marks;
pub mod menu;
pub mod parallel;
pub mod phrases;
pub mod picks;
pub mod read;
pub mod screen;
