//! Which mark the cursor stands on, and what is being named.

use crate::store::memory::Mark;

use super::naming::Named;

/// What was chosen. The first row stands for the place that is open, the marks follow.
#[derive(Debug, Default)]
pub struct State {
    /// The row under the cursor.
    pub cursor: usize,
    /// First row on the screen.
    pub top: usize,
    /// What is being named.
    pub naming: Option<Named>,
}

impl State {
    /// The mark under the cursor, by its place in the list; None on the row of the place that is open.
    pub fn at(&self) -> Option<usize> {
        self.cursor.checked_sub(1)
    }

    /// The mark under the cursor.
    pub fn mark<'a>(&self, marks: &'a [Mark]) -> Option<&'a Mark> {
        marks.get(self.at()?)
    }
}
