//! Which rows of a list are in view.

/// The first row to show so that the rows `from..to` of `len` are in view, moving as little as possible.
pub fn scrolled(top: usize, from: usize, to: usize, rows: usize, len: usize) -> usize {
    let lowest = len.saturating_sub(rows);
    let top = if from < top || to - from > rows {
        from
    } else if to > top + rows {
        to - rows
    } else {
        top
    };
    top.min(lowest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_scrolls_no_more_than_it_has_to() {
        assert_eq!(scrolled(0, 4, 5, 5, 20), 0);
        assert_eq!(scrolled(0, 5, 6, 5, 20), 1);
        assert_eq!(scrolled(10, 9, 10, 5, 20), 9);
        assert_eq!(scrolled(18, 19, 20, 5, 20), 15);
        assert_eq!(scrolled(0, 3, 13, 5, 20), 3);
    }
}
