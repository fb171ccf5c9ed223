//! The list of screens. The first is where the reader begins.

use crate::store::store::Store;

use super::compare::CompareScreen;
use super::help::HelpScreen;
use super::read::ReadScreen;
use super::screen::Screen;

/// All screens.
pub fn all(store: &Store) -> Vec<Box<dyn Screen>> {
    vec![
        Box::new(ReadScreen::new(store)),
        Box::new(CompareScreen::default()),
        Box::new(HelpScreen::default()),
    ]
}
