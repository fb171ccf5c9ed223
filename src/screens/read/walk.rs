//! Which paragraphs are in view. A paragraph is read when the reader has walked past its end in the text: down by lines,
//! pages or sections. Looking around in the tree, finds and jumps read nothing.

use crate::page::Page;

/// Which paragraphs are in view: from the one at the top to the one that begins or goes on below the screen.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// The one at the top.
    pub first: usize,
    /// The first one that was in view from its beginning.
    pub from: usize,
    /// The one that begins or goes on below the screen.
    pub end: usize,
    /// The row at the top.
    pub top: usize,
}

impl View {
    /// The view of a page from a row on, so many rows high; `seen_from` is the paragraph at the top if it was seen from
    /// its beginning.
    pub fn of(page: &Page, top: usize, rows: usize, seen_from: Option<usize>) -> Option<Self> {
        let row = page.row(top)?;
        let first = row.paragraph;
        let below = page.row(top + rows);
        let begins = row.line.is_none_or(|line| line.start == 0);
        let whole = begins || seen_from == Some(first);
        Some(Self {
            first,
            from: first + usize::from(!whole),
            end: below.map_or(page.paragraphs.len(), |row| row.paragraph),
            top,
        })
    }
}
