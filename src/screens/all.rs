//! The list of screens. The first is where the reader begins.

use crate::store::store::Store;

use super::help::HelpScreen;
use super::marks::MarksScreen;
use super::parallel::ParallelScreen;
use super::screen::Screen;

/// All screens.
pub fn all(_store: &Store) -> Vec<Box<dyn Screen>> {
    vec![
        Box::new(HelpScreen::default()),
        Box::new(MarksScreen::default()),
        Box::new(ParallelScreen::default()),
    ]
}
