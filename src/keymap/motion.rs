//! Where an action that moves takes a cursor.

use super::action::Action;

/// Where an action takes a cursor that stands at one of `len` places, a page being `page` of them; None if it does not
/// move.
pub fn moved(action: &Action, at: usize, len: usize, page: usize) -> Option<usize> {
    let last = len.saturating_sub(1);
    let to = match action {
        Action::Up => at.saturating_sub(1),
        Action::Down => at + 1,
        Action::PageUp => at.saturating_sub(page),
        Action::PageDown => at + page,
        Action::Top => 0,
        Action::Bottom => last,
        _ => return None,
    };
    Some(to.min(last))
}

/// Rows that a page moves in a list of so many rows: one that was seen stays in view, and something moves always.
pub fn page(rows: usize) -> usize {
    rows.max(2) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moving_stops_at_both_ends() {
        assert_eq!(moved(&Action::Up, 0, 3, 2), Some(0));
        assert_eq!(moved(&Action::PageDown, 1, 3, 2), Some(2));
        assert_eq!(moved(&Action::Bottom, 0, 0, 2), Some(0));
        assert_eq!(moved(&Action::Tick, 0, 3, 2), None);
    }
}
