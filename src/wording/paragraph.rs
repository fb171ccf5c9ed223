//! Words of the program as paragraphs: in lines of so many cells, or one line each.

use std::io::{self, Write};

use crate::width::{self, Ambiguous};
use crate::wrap::{self, Rules, Setting};

/// How text is set.
#[derive(Clone, Copy, Debug)]
pub struct Setup {
    /// Cells of a line; 0 for no hard wraps.
    pub cells: usize,
    /// Cells of ambiguous characters.
    pub ambiguous: Ambiguous,
    /// Where lines may end; the language is each bulletin's own.
    pub rules: Rules,
}

impl Setup {
    /// Cells of a line of text: with hanging marks the last two are theirs.
    pub fn measure(self) -> usize {
        if self.rules.hang && self.cells > 14 {
            self.cells - 2
        } else {
            self.cells
        }
    }

    /// The rules, without hanging where a line would have no room left.
    pub fn rules(self) -> Rules {
        Rules {
            hang: self.rules.hang && self.measure() < self.cells,
            ..self.rules
        }
    }
}

/// One paragraph without indent.
///
/// # Errors
/// Those of the writer.
pub fn paragraph(out: &mut dyn Write, text: &str, setup: Setup) -> io::Result<()> {
    if setup.cells == 0 {
        return writeln!(out, "{}", width::harmless_text(text));
    }
    for words in wrap::words(text, &Setting::plain(setup.cells, setup.ambiguous)) {
        writeln!(out, "{}", width::visible_text(words))?;
    }
    Ok(())
}
