//! The parts of Compare on a screen of some size.

use crate::view::area::Area;

/// From this many rows on Compare shows the evidence of its row.
const WITH_EVIDENCE: u16 = 20;
/// The body of Compare: column heads and rows, and the evidence below where there is room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Column heads.
    pub head: Area,
    /// Rows.
    pub list: Area,
    /// The tally.
    pub tally: Area,
    /// Evidence of the row under the cursor.
    pub evidence: Option<Area>,
}

/// The most rows that the tally may take.
pub fn tally_rows(body: Area) -> usize {
    usize::from(body.rows / 4).clamp(1, 3)
}

/// The parts of Compare. `tally` is the number of rows that the tally takes.
pub fn parts(body: Area, tally: u16) -> Parts {
    let tally = tally.min(tally_rows(body) as u16);
    let evidence = if body.rows + 4 >= WITH_EVIDENCE { 5 } else { 0 };
    let list = body.rows.saturating_sub(1 + tally + evidence);
    let part = |y: u16, rows: u16| Area {
        y: body.y + y,
        rows,
        ..body
    };
    Parts {
        head: part(0, 1.min(body.rows)),
        list: part(1, list),
        tally: part(1 + list, tally),
        evidence: (evidence > 0).then(|| part(1 + list + tally, evidence)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::area::body;

    #[test]
    fn the_parts_fill_every_screen_without_overlap() {
        for cells in 1..=200 {
            for rows in 1..=60 {
                let body = body((cells, rows));
                let parts = parts(body, 2);
                let evidence = parts.evidence.map_or(0, |area| area.rows);
                let used = parts.head.rows + parts.list.rows + parts.tally.rows + evidence;
                assert!(used <= body.rows.max(2), "{cells}x{rows} {parts:?}");
            }
        }
    }
}
