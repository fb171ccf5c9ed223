//! The text of a Word document (Office Open XML, ECMA-376 part 1), in the typography of official documents:
//! GB/T 9704-2012 §5.2 (page), §7.3.2 and §7.3.3 (fonts and numbering), §7.5 (page numbers). Fonts are
//! named, not embedded. The package around it is `job`'s.

use std::io::{self, Write};

use quick_xml::escape::partial_escape;

use crate::model::Bulletin;
use crate::width::harmless_text;

use super::block::Block;
use super::document::{Document, byline, parted_date, source_words};
use super::rows::Rows;

/// The text's place in the package.
pub const TEXT: &str = "word/document.xml";

/// The other parts of the package, by their places.
pub const PARTS: [(&str, &str); 8] = [
    (
        "[Content_Types].xml",
        include_str!("docx/content_types.xml"),
    ),
    ("_rels/.rels", include_str!("docx/package_rels.xml")),
    (
        "word/_rels/document.xml.rels",
        include_str!("docx/document_rels.xml"),
    ),
    ("word/styles.xml", include_str!("docx/styles.xml")),
    ("word/settings.xml", include_str!("docx/settings.xml")),
    ("word/fontTable.xml", include_str!("docx/font_table.xml")),
    ("word/footer1.xml", include_str!("docx/footer_odd.xml")),
    ("word/footer2.xml", include_str!("docx/footer_even.xml")),
];

const OPENING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>\n";

/// A4; 37 mm above, 28 mm on the left, 156 mm by 225 mm of text (§5.2.1): 22 lines (§5.2.3). 28 characters of
/// 16 points are a little longer than 156 mm: the styles take a quarter of a point from each. A grid of
/// characters would do that as well, but LibreOffice sets 20 to a line by it. 20 twips are a point.
const CLOSING: &str = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"even\" r:id=\"rId5\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\" w:header=\"851\" w:footer=\"1304\" w:gutter=\"0\"/><w:docGrid w:type=\"lines\" w:linePitch=\"579\"/></w:sectPr></w:body></w:document>\n";

/// Heading styles there are.
const STYLES: usize = 6;

/// Twips of a line of text.
const LINE: usize = 8845;

/// Writes the text.
#[derive(Debug, Default)]
pub struct Docx {
    begun: bool,
}

impl Docx {
    /// Another bulletin begins on another page.
    fn part(&mut self) -> &'static str {
        if std::mem::replace(&mut self.begun, true) {
            "<w:pageBreakBefore/>"
        } else {
            ""
        }
    }
}

/// Words that name a bulletin, in which no line ends at the hyphens of the date.
fn source_run(words: &str, bulletin: &Bulletin) -> String {
    let (before, date) = parted_date(words, bulletin);
    let tied = run(&date, "").replace('-', "</w:t><w:noBreakHyphen/><w:t>");
    format!("{}{tied}", run(before, ""))
}

/// A run of words; `properties` are those of the run.
fn run(words: &str, properties: &str) -> String {
    if words.is_empty() {
        return String::new();
    }
    let properties = match properties {
        "" => String::new(),
        properties => format!("<w:rPr>{properties}</w:rPr>"),
    };
    // A tab within `w:t` is a space to Word.
    let words = partial_escape(harmless_text(words))
        .replace('\t', "</w:t><w:tab/><w:t xml:space=\"preserve\">");
    format!("<w:r>{properties}<w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

fn paragraph(style: &str, more: &str, runs: &str) -> String {
    let style = match style {
        "" => String::new(),
        style => format!("<w:pStyle w:val=\"{style}\"/>"),
    };
    let properties = match (style.as_str(), more) {
        ("", "") => String::new(),
        (style, more) => format!("<w:pPr>{style}{more}</w:pPr>"),
    };
    format!("<w:p>{properties}{runs}</w:p>\n")
}

fn cell(words: &str, twips: usize, properties: &str) -> String {
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{twips}\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>",
        paragraph("Row", "", &run(words, properties)).trim_end()
    )
}

/// Twips of the columns of a ledger's rows: the indicator gets the room of two.
fn columns_of_rows(columns: usize) -> Vec<usize> {
    let one = LINE / (columns + 1);
    let mut twips = vec![one; columns];
    if let Some(first) = twips.first_mut() {
        *first = LINE - one * (columns - 1);
    }
    twips
}

/// Twips of the columns of a table of a text: by the square roots of their longest cells, so that a long text
/// gets more lines and not all of the room.
fn columns_of_cells(rows: &[Vec<&str>]) -> Vec<usize> {
    let mut weights: Vec<usize> = Vec::new();
    for row in rows {
        weights.resize(weights.len().max(row.len()), 1);
        for (weight, cell) in weights.iter_mut().zip(row) {
            *weight = (*weight).max((cell.chars().count() * FINE).isqrt());
        }
    }
    let all: usize = weights.iter().sum::<usize>().max(1);
    let mut twips: Vec<usize> = weights.iter().map(|weight| LINE * weight / all).collect();
    let rest = LINE.saturating_sub(twips.iter().sum());
    if let Some(last) = twips.last_mut() {
        *last += rest;
    }
    twips
}

/// Steps of a weight: the square root of ten characters is no whole number.
const FINE: usize = 100;

/// A table, of which some lines are the head: it is said again on every page.
fn table(
    out: &mut dyn Write,
    lines: &[Vec<impl AsRef<str>>],
    head: usize,
    twips: &[usize],
) -> io::Result<()> {
    let border = |side: &str| {
        format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>")
    };
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
        .map(border)
        .concat();
    let column = |twips: &usize| format!("<w:gridCol w:w=\"{twips}\"/>");
    let grid: String = twips.iter().map(column).collect();
    writeln!(
        out,
        "<w:tbl><w:tblPr><w:tblW w:w=\"{LINE}\" w:type=\"dxa\"/><w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )?;
    for (at, line) in lines.iter().enumerate() {
        let (repeated, look) = if at < head {
            ("<w:tblHeader/>", "<w:rStyle w:val=\"Strong1\"/>")
        } else {
            ("", "")
        };
        let cells = line.iter().zip(twips);
        let cells: String = cells
            .map(|(words, twips)| cell(words.as_ref(), *twips, look))
            .collect();
        writeln!(
            out,
            "<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"
        )?;
    }
    writeln!(out, "</w:tbl>")
}

impl Document for Docx {
    fn begin(&mut self, out: &mut dyn Write, _: Option<&Bulletin>) -> io::Result<()> {
        out.write_all(OPENING.as_bytes())
    }

    fn source(&mut self, out: &mut dyn Write, bulletin: &Bulletin) -> io::Result<()> {
        let page = self.part();
        write!(
            out,
            "{}",
            paragraph("Title", page, &run(&bulletin.title, ""))
        )?;
        write!(
            out,
            "{}",
            paragraph("Source", "", &source_run(&byline(bulletin), bulletin))
        )
    }

    fn block(&mut self, out: &mut dyn Write, block: &Block, _: &Bulletin) -> io::Result<()> {
        if let Some(source) = &block.table {
            let rows = block.cells(source);
            table(out, &rows, source.extent.head, &columns_of_cells(&rows))?;
            // Word joins tables with nothing between them, and wants a paragraph behind the last one.
            return write!(out, "{}", paragraph("Row", "", ""));
        }
        if block.heading {
            let style = format!("Heading{}", block.level.clamp(1, STYLES));
            return write!(out, "{}", paragraph(&style, "", &run(&block.words, "")));
        }
        let (lead, rest) = block.words.split_at_checked(block.lead).unwrap_or_default();
        // From the third level on headings look as the text does.
        let look = match block.level {
            1 => "<w:rStyle w:val=\"Lead1\"/>",
            2 => "<w:rStyle w:val=\"Lead2\"/>",
            _ => "",
        };
        let runs = format!("{}{}", run(lead, look), run(rest, ""));
        write!(out, "{}", paragraph("", "", &runs))
    }

    fn rows(&mut self, out: &mut dyn Write, rows: &Rows<'_>) -> io::Result<()> {
        let page = self.part();
        let words = rows.lang.words();
        write!(
            out,
            "{}",
            paragraph("Title", page, &run(&rows.ledger.title, ""))
        )?;
        write!(out, "{}", paragraph("Source", "", &run(words.compare, "")))?;
        let lines = rows.table();
        let columns = lines.first().map_or(1, Vec::len).max(1);
        table(out, &lines, 1, &columns_of_rows(columns))?;
        for (indicator, sentences) in rows.evidence() {
            let runs = run(&indicator, "<w:rStyle w:val=\"Lead1\"/>");
            write!(out, "{}", paragraph("", "", &runs))?;
            for sentence in sentences {
                write!(out, "{}", paragraph("", "", &run(&sentence, "")))?;
            }
        }
        for bulletin in rows.sources() {
            write!(
                out,
                "{}",
                paragraph("", "", &source_run(&source_words(bulletin), bulletin))
            )?;
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(CLOSING.as_bytes())
    }
}
