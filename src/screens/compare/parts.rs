//! The parts of Compare on a screen of some size.

use crate::view::area::Area;

/// From this many rows of the body on it shows the evidence of its row.
const WITH_EVIDENCE: u16 = 16;
/// From this many rows on there is room for a rule below the tally and for more lines of evidence.
const ROOMY: u16 = 28;
/// Rows of the evidence with the rule above it, and where there is little room.
const EVIDENCE: [u16; 2] = [7, 5];

/// The body of Compare: the tally, column heads and rows, and the evidence below where there is room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The tally.
    pub tally: Area,
    /// The rule below it, where there is room.
    pub rule: Option<Area>,
    /// Column heads.
    pub head: Area,
    /// Rows.
    pub list: Area,
    /// Evidence of the row under the cursor.
    pub evidence: Option<Area>,
}

/// The most rows that the tally may take.
pub fn tally_rows(body: Area) -> usize {
    if body.rows >= WITH_EVIDENCE { 2 } else { 1 }
}

/// The parts of Compare. `tally` is the number of rows that the tally takes, `head` that of the column heads.
pub fn parts(body: Area, tally: u16, head: u16) -> Parts {
    let roomy = body.rows >= ROOMY;
    let tally = tally.min(tally_rows(body) as u16).min(body.rows);
    let rule = u16::from(roomy);
    let [tall, low] = EVIDENCE;
    let evidence = match (roomy, body.rows >= WITH_EVIDENCE) {
        (true, _) => tall,
        (false, true) => low,
        (false, false) => 0,
    };
    let head = head.min(body.rows - tally);
    let list = body.rows.saturating_sub(tally + rule + head + evidence);
    let part = |y: u16, rows: u16| Area {
        y: body.y + y,
        rows,
        ..body
    };
    let top = tally + rule + head;
    Parts {
        tally: part(0, tally),
        rule: roomy.then(|| part(tally, rule)),
        head: part(tally + rule, head),
        list: part(top, list),
        evidence: (evidence > 0).then(|| part(top + list, evidence)),
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
                let parts = parts(body, 2, 1);
                let evidence = parts.evidence.map_or(0, |area| area.rows);
                let rule = parts.rule.map_or(0, |area| area.rows);
                let top = parts.tally.rows + rule + parts.head.rows;
                assert_eq!(
                    top + parts.list.rows + evidence,
                    body.rows,
                    "{cells}x{rows} {parts:?}"
                );
            }
        }
    }
}
