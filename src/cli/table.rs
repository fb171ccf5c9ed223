//! A list as a table, or as entries one below the other where a line has no room for the table.

use std::io::{self, Write};

use crate::export::grid::Grid;
use crate::width::{self, Ambiguous};
use crate::wording::flow::flow;

/// A list as a table, the columns of `right` set to the right; as entries one below the other where a line has fewer
/// cells than the table takes, which is 0 for any number.
pub fn write_list(
    out: &mut dyn Write,
    head: &[&str],
    lines: &[Vec<String>],
    right: &[usize],
    (cells, ambiguous): (usize, Ambiguous),
) -> io::Result<()> {
    let mut grid = Grid::new(head.iter().map(|word| (*word).to_owned()).collect());
    for line in lines {
        grid.push(line.clone());
    }
    if cells == 0 || grid.cells(ambiguous) <= cells {
        return grid.write(out, right, ambiguous);
    }
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        card(out, head, line, cells, ambiguous)?;
    }
    Ok(())
}

/// An entry of a list where its table has no room: the id, and below it the rest with the names of the list's head.
fn card(
    out: &mut dyn Write,
    names: &[&str],
    entry: &[String],
    cells: usize,
    ambiguous: Ambiguous,
) -> io::Result<()> {
    let named = names.iter().zip(entry).skip(1);
    let said = named.filter(|(_, word)| !word.is_empty());
    let parts: Vec<String> = said.map(|(name, word)| format!("{name} {word}")).collect();
    let id = entry.first().map_or("", String::as_str);
    writeln!(out, "{}", width::visible_text(id))?;
    for line in flow(&parts, cells.saturating_sub(2), ambiguous) {
        writeln!(out, "  {}", width::visible_text(&line))?;
    }
    Ok(())
}
