//! The text of a section as its file gives it: paragraphs, and the tables that the file tells of.
//!
//! Knows how lines are counted and nothing of what stands in them.

use super::problem::{Expected, Fault, TableFault};
use super::schema::{RawTable, chinese_of};
use crate::model::table::{Extent, TAB, find};

/// Stands in for U+0085, U+2028 and U+2029 while a file is parsed: YAML parsers end the line there
/// and lose the indentation. The last character of the private planes, which no text has.
pub const SEPARATOR: char = '\u{10fffd}';

/// What is wrong with a table: its place in the list, the key where it is one's, and the fault.
pub type Wrong = (usize, Option<&'static str>, Fault);

/// Whether a character ends a paragraph: U+0085, U+2028 and U+2029 do as well.
fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | SEPARATOR
    )
}

/// A text on one line: line ends inside it and white space around it are dropped.
pub fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text.split(is_line_end).map(str::trim).collect();
    lines.concat()
}

/// A text in one line; None for one that holds no word.
pub fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| one_line(&text))
        .filter(|text| !text.is_empty())
}

/// Texts, each in one line, without those that hold no word.
pub fn all_filled(texts: Option<Vec<String>>) -> Vec<String> {
    let texts = texts.unwrap_or_default().into_iter();
    texts.filter_map(|text| filled(Some(text))).collect()
}

/// Paragraphs parted by `\n`, and the tables among them: white space at a paragraph's start and empty
/// paragraphs are dropped, because indents are the layout's work. Tabs at the start of a table's row stay:
/// they are its empty cells. A table that cannot be where it is told to be is left out.
pub fn read(text: &str, tables: Vec<RawTable>) -> (String, Vec<Extent>, Vec<Wrong>) {
    let lines = text.split(is_line_end);
    let mut kept: Vec<&str> = lines.filter(|line| !line.trim().is_empty()).collect();
    let (extents, wrong) = told(tables, kept.len());
    for line in &mut kept {
        *line = line.trim_start_matches(|c: char| c.is_whitespace() && c != TAB);
    }
    if kept.iter().any(|line| line.starts_with(TAB)) {
        let tables = find(&kept.join("\n"), &extents);
        let mut tables = tables.iter().map(|table| table.extent).peekable();
        for (index, line) in kept.iter_mut().enumerate() {
            while tables.next_if(|table| table.end() <= index).is_some() {}
            if tables.peek().is_none_or(|table| index < table.from) {
                *line = line.trim_start();
            }
        }
    }
    (kept.join("\n"), extents, wrong)
}

/// The tables that a file tells of, in the order of the text, which has so many lines.
fn told(tables: Vec<RawTable>, lines: usize) -> (Vec<Extent>, Vec<Wrong>) {
    let mut wrong: Vec<Wrong> = Vec::new();
    let mut read: Vec<(usize, Extent)> = Vec::new();
    for (item, raw) in tables.into_iter().enumerate() {
        match extent(raw, lines) {
            Ok(extent) => read.push((item, extent)),
            Err((key, fault)) => wrong.push((item, key, fault)),
        }
    }
    read.sort_by_key(|(_, extent)| extent.from);
    let mut extents: Vec<Extent> = Vec::with_capacity(read.len());
    for (item, extent) in read {
        let before = extents.last().map_or(0, Extent::end);
        if extent.from < before {
            let line = extent.from + 1;
            wrong.push((
                item,
                Some("from"),
                Fault::Table(TableFault::Overlap { line }),
            ));
        } else {
            extents.push(extent);
        }
    }
    wrong.sort_by_key(|(item, ..)| *item);
    (extents, wrong)
}

/// A table of a text of so many lines.
fn extent(raw: RawTable, lines: usize) -> Result<Extent, (Option<&'static str>, Fault)> {
    let from = count(raw.from, "from")?;
    let length = count(raw.lines, "lines")?;
    let last = (from - 1).saturating_add(length);
    if last > lines {
        return Err((None, Fault::Table(TableFault::Beyond { last, lines })));
    }
    let head = match raw.head {
        None => 1,
        Some(text) => number(&text)
            .filter(|head| *head <= length)
            .ok_or_else(|| bad("head", &text, Expected::HeadLines))?,
    };
    Ok(Extent {
        from: from - 1,
        lines: length,
        head,
    })
}

/// A number from 1 that must be there.
fn count(raw: Option<String>, key: &'static str) -> Result<usize, (Option<&'static str>, Fault)> {
    let missing = || (None, Fault::Missing(key, chinese_of(key)));
    let text = raw.ok_or_else(missing)?;
    number(&text)
        .filter(|count| *count > 0)
        .ok_or_else(|| bad(key, &text, Expected::Count))
}

fn number(text: &str) -> Option<usize> {
    text.trim().parse().ok()
}

fn bad(key: &'static str, found: &str, expected: Expected) -> (Option<&'static str>, Fault) {
    let found = one_line(found);
    let fault = Fault::BadValue {
        key,
        found,
        expected,
    };
    (Some(key), fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(text: &str) -> String {
        read(text, Vec::new()).0
    }

    fn table(from: &str, lines: &str, head: Option<&str>) -> RawTable {
        RawTable {
            from: Some(from.to_owned()),
            lines: Some(lines.to_owned()),
            head: head.map(str::to_owned),
        }
    }

    #[test]
    fn indents_and_empty_lines_are_the_layouts_work() {
        assert_eq!(
            paragraphs("　　第一段。\n\n  第二段。\u{2028}第三段。\n"),
            "第一段。\n第二段。\n第三段。"
        );
        assert_eq!(
            paragraphs("\t第一段。\n \t\n\t第二段。"),
            "第一段。\n第二段。"
        );
    }

    #[test]
    fn empty_cells_at_the_start_and_the_end_of_a_row_stay() {
        let text = "\t甲段。\n 指标\t目标\t单位\n\t5\t\n\n就业\t\t";
        let kept = "甲段。\n指标\t目标\t单位\n\t5\t\n就业\t\t";
        assert_eq!(paragraphs(text), kept);
        // A row that the file tells of is one with tabs at its start only.
        let (text, extents, wrong) = read("\t目标\n就业\t", vec![table("1", "2", None)]);
        assert_eq!((text.as_str(), extents.len()), ("\t目标\n就业\t", 1));
        assert!(wrong.is_empty());
    }

    #[test]
    fn a_table_is_where_the_text_has_lines_and_no_other_table_is() {
        let text = "指标\t目标\n就业\t50\n粮食\t80\n后记";
        let list = vec![
            table("3", "1", Some("0")),
            table("1", "2", None),
            table("2", "1", None),
            table("4", "2", None),
            table("1", "1", Some("2")),
            table("零", "1", None),
        ];
        let (_, extents, wrong) = read(text, list);
        let from: Vec<usize> = extents.iter().map(|extent| extent.from).collect();
        assert_eq!(from, [0, 2]);
        let items: Vec<usize> = wrong.iter().map(|(item, ..)| *item).collect();
        assert_eq!(items, [2, 3, 4, 5]);
    }
}
