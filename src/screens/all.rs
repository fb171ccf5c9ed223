//! The list of screens. The first is where the reader begins.

use crate::store::store::Store;

use super::compare::CompareScreen;
use super::find::FindScreen;
use super::help::HelpScreen;
use super::marks::MarksScreen;
use super::menu::MenuScreen;
use super::parallel::ParallelScreen;
use super::phrases::PhrasesScreen;
use super::picks::PicksScreen;
use super::read::ReadScreen;
use super::screen::Screen;

/// All screens.
pub fn all(store: &Store) -> Vec<Box<dyn Screen>> {
    vec![
        Box::new(ReadScreen::new(store)),
        Box::new(CompareScreen::default()),
        Box::new(ParallelScreen::default()),
        Box::new(PhrasesScreen::default()),
        Box::new(FindScreen::default()),
        Box::new(MarksScreen::default()),
        Box::new(PicksScreen::default()),
        Box::new(MenuScreen::default()),
        Box::new(HelpScreen::default()),
    ]
}
