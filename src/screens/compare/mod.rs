//! Compare: the ledger of a series around one year, and the sentences behind a row.

mod choice;
mod columns;
mod draw;
mod evidence;
mod evidence_draw;
mod evidence_lay;
mod height;
mod kept;
mod keys;
mod lay;
mod lines;
mod list;
mod measure;
mod number;
mod panel;
mod parts;
mod said;
mod screen;
mod state;
mod tally_lay;
mod view;

pub use keys::KEYS;
pub use screen::CompareScreen;
