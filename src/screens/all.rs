//! The list of screens. The first is where the reader begins.

use crate::store::store::Store;

use super::help::HelpScreen;
use super::menu::MenuScreen;
use super::picks::PicksScreen;
use super::screen::Screen;

/// All screens.
pub fn all(_store: &Store) -> Vec<Box<dyn Screen>> {
    vec![
        Box::new(HelpScreen::default()),
        Box::new(PicksScreen::default()),
        Box::new(MenuScreen::default()),
    ]
}
