/// From this many rows on Compare shows the evidence of its row.
const WITH_EVIDENCE: u16 = 20;
/// The body of Compare: column heads and rows, and the evidence below where there is room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ledger {
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
pub fn ledger(body: Area, tally: u16) -> Ledger {
    let tally = tally.min(tally_rows(body) as u16);
    let evidence = if body.rows + 4 >= WITH_EVIDENCE { 5 } else { 0 };
    let list = body.rows.saturating_sub(1 + tally + evidence);
    let part = |y: u16, rows: u16| Area {
        y: body.y + y,
        rows,
        ..body
    };
    Ledger {
        head: part(0, 1.min(body.rows)),
        list: part(1, list),
        tally: part(1 + list, tally),
        evidence: (evidence > 0).then(|| part(1 + list + tally, evidence)),
    }
}

