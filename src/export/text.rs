//! Bulletins and sections as text: set in so many cells, or one line per paragraph.

use std::io::{self, Write};

use crate::model::Bulletin;
use crate::page::Page;
use crate::width;
use crate::wording::paragraph::{Setup, paragraph};
use crate::wording::source::byline;

/// A whole bulletin: title, issuer and date, then all sections.
///
/// # Errors
/// Those of the writer.
pub fn bulletin(out: &mut dyn Write, bulletin: &Bulletin, setup: Setup) -> io::Result<()> {
    paragraph(out, &bulletin.title, setup)?;
    paragraph(out, &byline(bulletin, "  "), setup)?;
    writeln!(out)?;
    sections(out, bulletin, 0..bulletin.sections().len(), setup)
}

/// One section with its subsections.
///
/// # Errors
/// Those of the writer.
pub fn section(
    out: &mut dyn Write,
    bulletin: &Bulletin,
    index: usize,
    setup: Setup,
) -> io::Result<()> {
    let end = bulletin.sections().get(index).map_or(index, |s| s.end);
    sections(out, bulletin, index..end, setup)
}

/// The outline of some sections with their subsections: numbers, labels and headings, two cells
/// deeper at each level.
///
/// # Errors
/// Those of the writer.
pub fn outline(
    out: &mut dyn Write,
    bulletin: &Bulletin,
    sections: &[usize],
    setup: Setup,
) -> io::Result<()> {
    paragraph(out, &format!("{}  {}", bulletin.id, bulletin.title), setup)?;
    let within = |index: &usize| {
        bulletin
            .sections()
            .get(*index)
            .map_or(*index..*index, |s| *index..s.end)
    };
    for section in sections
        .iter()
        .flat_map(within)
        .filter_map(|i| bulletin.sections().get(i))
    {
        let number = crate::model::dotted(&section.number);
        let words = format!("{number} {}{}", section.label, section.outline_heading());
        let shown = width::visible_text(&words).replace('\n', " ");
        let indent = 2 * (section.depth + 1);
        if setup.cells == 0 {
            writeln!(out, "{}{shown}", " ".repeat(indent))?;
            continue;
        }
        // Deep headings keep at least half of a narrow line.
        let indent = indent.min(setup.cells / 2);
        let room = setup.cells - indent;
        writeln!(
            out,
            "{}{}",
            " ".repeat(indent),
            width::cut(&shown, room, setup.ambiguous)
        )?;
    }
    Ok(())
}

fn sections(
    out: &mut dyn Write,
    bulletin: &Bulletin,
    range: std::ops::Range<usize>,
    setup: Setup,
) -> io::Result<()> {
    let (ambiguous, rules) = (setup.ambiguous, setup.rules());
    let page = Page::new(bulletin, range, setup.measure(), ambiguous, rules);
    for row in page.words(bulletin) {
        writeln!(out, "{row}")?;
    }
    Ok(())
}
