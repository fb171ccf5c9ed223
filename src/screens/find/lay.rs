//! The hits as rows of a list, by part and section. Every width has the same rows.

use crate::search::Hits;
use crate::view::scroll::scrolled;

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindRow {
    /// What follows only sounds so.
    Sounds,
    /// What follows are figures.
    Figures,
    /// The section of the hit with this place.
    Place(usize),
    /// The hit with this place.
    Hit(usize),
}

/// The rows of the list.
#[derive(Debug, Default)]
pub struct Lay {
    /// The rows.
    pub rows: Vec<FindRow>,
    /// How many words, sounds and figures they were made for: a search only adds to what it found.
    made_for: [usize; 3],
}

impl Lay {
    /// The rows of what was found by now: those made before, if that is all of it.
    pub fn of(before: Option<Self>, hits: &Hits) -> Self {
        let found = [hits.words.len(), hits.sounds.len(), hits.figures.len()];
        match before.filter(|lay| lay.made_for == found) {
            Some(lay) => lay,
            None => Self {
                rows: rows(hits, found),
                made_for: found,
            },
        }
    }

    /// The row of a hit, by its place.
    fn row(&self, hit: usize) -> usize {
        let row = self.rows.iter().position(|row| *row == FindRow::Hit(hit));
        row.unwrap_or(0)
    }

    /// The first of so many rows to show so that a hit is in view, and the heads above a first hit with it.
    pub fn scrolled(&self, top: usize, hit: usize, rows: usize) -> usize {
        let row = self.row(hit);
        let head = |row: &&FindRow| !matches!(row, FindRow::Hit(_));
        let above = self.rows.iter().take(row).rev().take_while(head);
        let from = row - above.count().min(rows.saturating_sub(1));
        scrolled(top, from, row + 1, rows, self.rows.len())
    }
}

fn rows(hits: &Hits, [words, sounds, _]: [usize; 3]) -> Vec<FindRow> {
    let mut rows = Vec::new();
    let (mut part, mut place) = (None, None);
    for (at, hit) in hits.iter().enumerate() {
        let now = if at < words {
            None
        } else if at < words + sounds {
            Some(FindRow::Sounds)
        } else {
            Some(FindRow::Figures)
        };
        if now != part {
            rows.extend(now);
            (part, place) = (now, None);
        }
        let here = (hit.bulletin, hit.section);
        if place != Some(here) {
            rows.push(FindRow::Place(at));
            place = Some(here);
        }
        rows.push(FindRow::Hit(at));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Field, Hit};

    fn hit(section: usize) -> Hit {
        Hit {
            bulletin: 0,
            section: Some(section),
            field: Field::Text,
            span: 0..1,
        }
    }

    /// Two hits in one section and one in another, and a figure there.
    fn hits() -> Hits {
        Hits {
            words: vec![hit(0), hit(0), hit(1)],
            figures: vec![hit(1)],
            ..Hits::default()
        }
    }

    #[test]
    fn hits_stand_below_their_sections_and_figures_below_a_head_of_their_own() {
        let rows = Lay::of(None, &hits()).rows;
        let expected = [
            FindRow::Place(0),
            FindRow::Hit(0),
            FindRow::Hit(1),
            FindRow::Place(2),
            FindRow::Hit(2),
            FindRow::Figures,
            FindRow::Place(3),
            FindRow::Hit(3),
        ];
        assert_eq!(rows, expected);
    }

    #[test]
    fn rows_are_made_anew_only_if_more_was_found() {
        let mut hits = hits();
        let mut lay = Lay::of(None, &hits);
        lay.rows.truncate(1);
        let lay = Lay::of(Some(lay), &hits);
        assert_eq!(lay.rows.len(), 1);
        hits.figures.push(hit(1));
        assert_eq!(Lay::of(Some(lay), &hits).rows.len(), 9);
    }

    #[test]
    fn the_heads_above_a_first_hit_are_seen_with_it() {
        let lay = Lay::of(None, &hits());
        // In three rows: both heads of the figure.
        assert_eq!(lay.scrolled(0, 3, 3), 5);
        assert_eq!(lay.scrolled(5, 0, 3), 0);
        // Where there is one row, it is the hit's.
        assert_eq!(lay.scrolled(0, 3, 1), 7);
        // What is in view stays where it is, also when asked again.
        assert_eq!(lay.scrolled(1, 1, 3), 1);
        assert_eq!(lay.scrolled(5, 3, 3), 5);
        assert_eq!(Lay::default().scrolled(0, 0, 3), 0);
    }
}
