//! The list of screens. The first is where the reader begins.

use crate::store::store::Store;

use super::find::FindScreen;
use super::help::HelpScreen;
use super::phrases::PhrasesScreen;
use super::screen::Screen;

/// All screens.
pub fn all(_store: &Store) -> Vec<Box<dyn Screen>> {
    vec![
        Box::new(HelpScreen::default()),
        Box::new(FindScreen::default()),
        Box::new(PhrasesScreen::default()),
    ]
}
