//! The question which indicator of a catalogue a figure is of, for who holds bulletins and not the catalogue.
//!
//! Knows no indicator and no words.

use std::fmt::Debug;

use super::figure::Figure;

/// A list of indicators, each with an id.
pub trait Catalogue: Debug + Send + Sync {
    /// The id of the indicator that a figure is of. None where its name, measure or unit leaves a doubt: a wrong id
    /// would set against each other what is not one.
    fn id_of(&self, figure: &Figure) -> Option<&str>;
}
