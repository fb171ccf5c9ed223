//! Read: the tree of the library and the text, which follow each other, and a cursor on the sentences of the text.

mod count;
mod found;
mod look;
mod outline;
mod outline_draw;
mod outline_name;
mod pages;
mod panes;
mod passages;
mod screen;
mod state;
mod strip;
mod text;
mod text_draw;
mod title;
mod units;
mod walk;

pub use screen::ReadScreen;
