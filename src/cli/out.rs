//! Where a command's output goes: lines on standard error, standard output, or a file that appears only when it is
//! whole.

use std::io::{self, BufWriter, IsTerminal, Write};

use crate::export::json;
use crate::files::save::save;
use crate::terminal;
use crate::width;

use super::failure::Failure;
use super::options::Output;

/// A line on standard error. Nothing is left to do if even that cannot be written.
pub fn tell(line: &str) {
    let _ = writeln!(io::stderr(), "{}", width::visible_text(line));
}

/// Cells of a line where there is no terminal to ask.
const DEFAULT_CELLS: u16 = 80;

/// Standard output, gathered.
pub fn stdout() -> BufWriter<io::StdoutLock<'static>> {
    BufWriter::new(io::stdout().lock())
}

/// Cells of a line of standard output.
pub fn terminal_cells() -> u16 {
    let size = io::stdout().is_terminal().then(terminal::size).flatten();
    size.map_or(DEFAULT_CELLS, |(cells, _)| cells.max(12))
}

/// Cells that a table may take: those of the terminal, 0 for any width where there is none.
pub fn table_cells() -> usize {
    if io::stdout().is_terminal() {
        usize::from(terminal_cells())
    } else {
        0
    }
}

/// Writes JSON and hands it on.
pub fn print_json(out: &mut impl Write, value: &impl json::Writable) -> Result<(), Failure> {
    json::write(out, value)?;
    out.flush()?;
    Ok(())
}

/// Writes to standard output, or to a file that appears only when it is whole.
pub fn write_out(
    output: &Output,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let Some(path) = output.file() else {
        let mut out = stdout();
        write(&mut out)?;
        out.flush()?;
        return Ok(());
    };
    save(path, output.force, write).map_err(|error| Failure::File(path.clone(), error))
}
