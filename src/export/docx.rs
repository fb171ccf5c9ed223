//! The text of a Word document (Office Open XML, ECMA-376 part 1), in the typography of official documents:
//! GB/T 9704-2012 §5.2 (page), §7.3.2 and §7.3.3 (fonts and numbering), §7.5 (page numbers). Fonts are
//! named, not embedded. The package around it is `job`'s.

use std::io::{self, Write};

use quick_xml::escape::partial_escape;

use crate::i18n::Lang;
use crate::model::Bulletin;
use crate::width::harmless_text;

use super::about::About;
use super::block::Block;
use super::document::{Document, byline, parted_date};
use super::rows::Rows;
use super::year_cell::Words;
use super::year_table::{Line, Part, YearTable, note};

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
const TALL: Page = Page {
    size: "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\" w:header=\"851\" w:footer=\"1304\" w:gutter=\"0\"/><w:docGrid w:type=\"lines\" w:linePitch=\"579\"/>",
    line: LINE,
};

/// A4 on its side, for tables of many columns: 259 mm of room in every line.
const WIDE: Page = Page {
    size: "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1134\" w:right=\"1077\" w:bottom=\"1134\" w:left=\"1077\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>",
    line: 14_684,
};

/// Columns of a table from which on the page lies on its side.
const MANY: usize = 5;

/// A page: its size and margins, and the twips of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Page {
    size: &'static str,
    line: usize,
}

impl Page {
    /// What ends a part of the text that is set on such pages.
    fn section(self) -> String {
        format!(
            "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"even\" r:id=\"rId5\"/>{}</w:sectPr>",
            self.size
        )
    }
}

/// Heading styles there are.
const STYLES: usize = 6;

/// Twips of a line of text.
const LINE: usize = 8845;

/// Writes the text.
#[derive(Debug, Default)]
pub struct Docx {
    /// The pages of what was written last; None at the beginning.
    page: Option<Page>,
}

impl Docx {
    /// Begins another part, which begins on another page: what its first paragraph needs for that.
    fn part(&mut self, out: &mut dyn Write, page: Page) -> io::Result<&'static str> {
        match self.page.replace(page) {
            None => Ok(""),
            Some(before) if before == page => Ok("<w:pageBreakBefore/>"),
            Some(before) => {
                // The section ends with a paragraph, here one that takes no room.
                let end = format!(
                    "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>{}",
                    before.section()
                );
                write!(out, "{}", paragraph("Row", &end, ""))?;
                Ok("")
            }
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
    cell_of(&paragraph("Row", "", &run(words, properties)), twips, "")
}

/// A cell of some paragraphs; `more` are its further properties.
fn cell_of(paragraphs: &str, twips: usize, more: &str) -> String {
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{twips}\" w:type=\"dxa\"/>{more}</w:tcPr>{}</w:tc>",
        paragraphs.trim_end()
    )
}

/// Twips of columns of some weights.
fn shares(weights: &[usize], line: usize) -> Vec<usize> {
    let all: usize = weights.iter().sum::<usize>().max(1);
    let mut twips: Vec<usize> = weights.iter().map(|weight| line * weight / all).collect();
    let rest = line.saturating_sub(twips.iter().sum());
    if let Some(last) = twips.last_mut() {
        *last += rest;
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
    shares(&weights, LINE)
}

/// Steps of a weight: the square root of ten characters is no whole number.
const FINE: usize = 100;

/// A table with its rows.
fn table(out: &mut dyn Write, rows: &[String], twips: &[usize]) -> io::Result<()> {
    let border = |side: &str| {
        format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>")
    };
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
        .map(border)
        .concat();
    let column = |twips: &usize| format!("<w:gridCol w:w=\"{twips}\"/>");
    let grid: String = twips.iter().map(column).collect();
    let line: usize = twips.iter().sum();
    writeln!(
        out,
        "<w:tbl><w:tblPr><w:tblW w:w=\"{line}\" w:type=\"dxa\"/><w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )?;
    for row in rows {
        writeln!(out, "{row}")?;
    }
    writeln!(out, "</w:tbl>")
}

/// A row, which no page cuts; a head is said again on every page.
fn table_row(cells: &str, head: bool) -> String {
    let repeated = if head { "<w:tblHeader/>" } else { "" };
    format!("<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>")
}

/// The look of heads in a table.
const HEAD: &str = "<w:rStyle w:val=\"Strong1\"/>";

/// Words in the middle of their cell.
const MIDDLE: &str = "<w:jc w:val=\"center\"/>";

/// A table of a text, of which some rows are the head.
fn source_table(out: &mut dyn Write, rows: &[Vec<&str>], head: usize) -> io::Result<()> {
    let twips = columns_of_cells(rows);
    let row = |(at, line): (usize, &Vec<&str>)| {
        let look = if at < head { HEAD } else { "" };
        let cells = line.iter().zip(&twips);
        let cells: String = cells
            .map(|(words, twips)| cell(words, *twips, look))
            .collect();
        table_row(&cells, at < head)
    };
    let rows: Vec<String> = rows.iter().enumerate().map(row).collect();
    table(out, &rows, &twips)
}

/// The table of a group of rows: its columns are as wide as what they hold wants.
fn group(out: &mut dyn Write, part: &Part, page: Page, lang: Lang) -> io::Result<()> {
    let twips = shares(&part.weights, page.line);
    let head = part.head.iter().zip(&twips).map(|(words, twips)| {
        let words = paragraph("Row", MIDDLE, &run(words, HEAD));
        cell_of(&words, *twips, "")
    });
    let head = table_row(&head.collect::<String>(), true);
    let line = |line: &Line| match line {
        Line::Chapter(heading) => {
            let over = format!("<w:gridSpan w:val=\"{}\"/>", part.columns.len());
            let words = paragraph("Row", "<w:keepNext/>", &run(heading, HEAD));
            table_row(&cell_of(&words, page.line, &over), false)
        }
        Line::Row(words) => {
            let cells = part.columns.iter().zip(words).zip(&twips);
            let cells = cells.map(|((column, words), twips)| {
                cell_of(
                    &lines_of_cell(part.is_centred(*column), words, lang),
                    *twips,
                    "",
                )
            });
            table_row(&cells.collect::<String>(), false)
        }
    };
    let lines = part.lines.iter().map(line);
    let rows: Vec<String> = [head].into_iter().chain(lines).collect();
    table(out, &rows, &twips)
}

/// The lines of a cell, a paragraph each. What the program found has its sign raised behind it.
fn lines_of_cell(centred: bool, words: &Words, lang: Lang) -> String {
    const RAISED: &str = "<w:color w:val=\"666666\"/><w:vertAlign w:val=\"superscript\"/>";
    let set = if centred { MIDDLE } else { "" };
    let last = words.lines.len().saturating_sub(1);
    let line = |(at, line): (usize, &String)| {
        let sign = if words.found && at == last {
            run(lang.words().found_mark, RAISED)
        } else {
            String::new()
        };
        paragraph("Row", set, &format!("{}{sign}", run(line, "")))
    };
    if words.is_empty() {
        // A cell without a paragraph is no cell to Word.
        return paragraph("Row", "", "");
    }
    let mut lines: String = words.lines.iter().enumerate().map(line).collect();
    let notes = words.noted(lang);
    if !notes.is_empty() {
        lines.push_str(&paragraph("Row", set, &run(notes.trim(), "")));
    }
    lines
}

impl Document for Docx {
    fn begin(&mut self, out: &mut dyn Write, _: About<'_>) -> io::Result<()> {
        out.write_all(OPENING.as_bytes())
    }

    fn source(&mut self, out: &mut dyn Write, bulletin: &Bulletin) -> io::Result<()> {
        let page = self.part(out, TALL)?;
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
            source_table(out, &rows, source.extent.head)?;
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
        for year in YearTable::all(rows) {
            let is_wide = year.parts.iter().any(|part| part.columns.len() >= MANY);
            let page = if is_wide { WIDE } else { TALL };
            let begins = self.part(out, page)?;
            write!(out, "{}", paragraph("Title", begins, &run(&year.title, "")))?;
            for report in &year.reports {
                let words = paragraph("Report", "", &run(report, ""));
                write!(out, "{words}")?;
            }
            for part in &year.parts {
                let heading = run(&part.heading, "");
                write!(out, "{}", paragraph("Group", "", &heading))?;
                group(out, part, page, rows.lang)?;
            }
            let told = year.tally.as_deref().into_iter();
            for words in told.chain([note(rows.lang)]) {
                write!(out, "{}", paragraph("Note", "", &run(words, "")))?;
            }
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let page = self.page.unwrap_or(TALL);
        writeln!(out, "{}</w:body></w:document>", page.section())
    }
}
