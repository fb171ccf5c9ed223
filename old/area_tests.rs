#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_fill_every_screen_without_overlap() {
        for cells in 1..=200 {
            for rows in 1..=60 {
                let frame = frame(cells, rows);
                let rules =
                    u16::from(frame.upper_rule.is_some()) + u16::from(frame.lower_rule.is_some());
                assert!(frame.body.rows + rules + 2 <= rows.max(2), "{cells}x{rows}");
                for (focus, divider) in [(false, None), (true, None), (true, Some(cells))] {
                    let panes = panes(frame.body, focus, divider);
                    let sum: u16 = [panes.tree, panes.divider, panes.text]
                        .into_iter()
                        .flatten()
                        .map(|a| a.cells)
                        .sum();
                    assert_eq!(sum, cells);
                }
                let parts = ledger(frame.body, 2);
                let evidence = parts.evidence.map_or(0, |a| a.rows);
                let used = parts.head.rows + parts.list.rows + parts.tally.rows + evidence;
                assert!(used <= frame.body.rows.max(2), "{cells}x{rows} {parts:?}");
            }
        }
    }

    #[test]
    fn two_panes_from_sixty_cells_on() {
        let body = |cells| Area {
            cells,
            rows: 20,
            ..Area::default()
        };
        assert!(panes(body(60), false, None).text.is_some());
        assert!(panes(body(59), false, None).text.is_none());
    }
}
