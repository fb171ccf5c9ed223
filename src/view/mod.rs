//! The kit that screens are drawn with: areas of the screen, text onto cells, colours, scrolling. Knows no bulletin, no
//! screen and no key.

pub mod area;
pub mod canvas;
pub mod pen;
pub mod scroll;
pub mod theme;
