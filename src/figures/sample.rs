//! What the tests of this room ask of a text.
#![allow(clippy::unwrap_used)] // tests say what they expect

use super::about::About;
use super::find::find;
use super::scan::Detect;

/// The name of the last figure of a text.
pub fn last_name(text: &str) -> String {
    let figures = find(text, About::default(), Detect::Figures);
    figures.last().map(|f| f.indicator.clone()).unwrap()
}
