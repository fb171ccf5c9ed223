//! Bulletins and sections as text: set in so many cells, or one line per paragraph.

use std::io::{self, Write};

use crate::model::Bulletin;
use crate::page::Page;
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

/// Headings from the top down to a section, parted by ` › `.
pub fn heading_path(bulletin: &Bulletin, index: usize) -> String {
    let words = bulletin.ancestry(index).into_iter().filter_map(|i| {
        let section = bulletin.sections().get(i)?;
        Some(format!("{}{}", section.label, section.outline_heading()))
    });
    words
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" › ")
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

/// Issuer, document number and date of a bulletin, those that it has, with so much between them.
pub fn byline(bulletin: &Bulletin, gap: &str) -> String {
    let date = bulletin.date.map(|date| date.to_string());
    let parts = [
        Some(bulletin.issuer.as_str()),
        bulletin.document_number.as_deref(),
        date.as_deref(),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(gap)
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
