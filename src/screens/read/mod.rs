//! Read: the tree of the library and the text, which follow each other, and a cursor on the sentences of the text.

mod count;
mod found;
mod keys;
mod look;
pub mod outline;
mod outline_draw;
mod outline_name;
pub mod pages;
pub mod panes;
mod passages;
mod screen;
mod state;
mod strip;
pub mod text;
mod text_draw;
mod title;
pub mod units;
mod walk;
mod years;

pub use keys::{KEYS, READ};
pub use screen::ReadScreen;
