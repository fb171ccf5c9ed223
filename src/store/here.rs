//! Where the reader is, as the screen that shows the text says it; for screens that go on from there.

use super::place::Place;

/// Where the reader is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Here {
    /// The bulletin that is shown; None for a file with problems, and in an empty library.
    pub bulletin: Option<usize>,
    /// The series that the tree's cursor stands on, by its place.
    pub series: Option<usize>,
    /// The file of what is shown, as it was named.
    pub file: Option<String>,
    /// The section that the keys stand on: in the tree, or at the top of the text; None for a whole bulletin.
    pub section: Option<(usize, usize)>,
    /// The section at the top of the text.
    pub top: Option<(usize, usize)>,
    /// The row at the top of the text.
    pub place: Option<Place>,
}
