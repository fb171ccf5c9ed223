//! Markdown (CommonMark, and tables as GitHub has them): what is in the text stays text.

use std::io::{self, Write};

use crate::i18n::Lang;
use crate::model::Bulletin;

use super::about::About;
use super::block::Block;
use super::document::{DEEPEST, Document, byline};
use super::markup::markdown as escaped;
use super::rows::Rows;
use super::year_cell::Words;
use super::year_table::{Column, Line, Part, YearTable, note};

/// Writes Markdown.
#[derive(Debug, Default)]
pub struct Markdown {
    begun: bool,
}

impl Markdown {
    fn part(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::replace(&mut self.begun, true) {
            writeln!(out)?;
        }
        Ok(())
    }
}

impl Document for Markdown {
    fn begin(&mut self, _: &mut dyn Write, _: About<'_>) -> io::Result<()> {
        Ok(())
    }

    fn source(&mut self, out: &mut dyn Write, bulletin: &Bulletin) -> io::Result<()> {
        self.part(out)?;
        heading(out, 1, &bulletin.title)?;
        writeln!(out, "\n> {}", opening(&escaped(&byline(bulletin))))
    }

    fn block(&mut self, out: &mut dyn Write, block: &Block, _: &Bulletin) -> io::Result<()> {
        self.part(out)?;
        if let Some(table) = &block.table {
            return cells(out, &block.cells(table), table.extent.head);
        }
        if block.heading {
            let level = (block.level + 1).clamp(2, DEEPEST);
            return heading(out, level, &block.words);
        }
        let (lead, rest) = block.words.split_at_checked(block.lead).unwrap_or_default();
        writeln!(out, "{}", line(lead, rest))
    }

    fn rows(&mut self, out: &mut dyn Write, rows: &Rows<'_>) -> io::Result<()> {
        for table in YearTable::all(rows) {
            self.part(out)?;
            heading(out, 1, &table.title)?;
            writeln!(out)?;
            for report in &table.reports {
                writeln!(out, "- {}", escaped(report))?;
            }
            for part in &table.parts {
                writeln!(out)?;
                heading(out, 2, &part.heading)?;
                writeln!(out)?;
                group(out, part, rows.lang)?;
            }
            let told = table.tally.as_deref().into_iter();
            for words in told.chain([note(rows.lang)]) {
                writeln!(out, "\n{}", opening(&escaped(words)))?;
            }
        }
        Ok(())
    }

    fn end(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// A heading. Number signs at its end would close it.
fn heading(out: &mut dyn Write, level: usize, words: &str) -> io::Result<()> {
    let words = escaped(words);
    let open = words.trim_end().trim_end_matches('#');
    let signs = words
        .get(open.len()..)
        .unwrap_or_default()
        .replace('#', "\\#");
    writeln!(out, "{} {open}{signs}", "#".repeat(level))
}

/// A paragraph with the words that open it in bold, where Markdown takes the asterisks for that.
fn line(lead: &str, rest: &str) -> String {
    let marks = ['。', '：', ':', '，', ',', '；', ';', '、', '．', '.'];
    let strong = lead.trim_end_matches(marks);
    let behind = format!("{}{rest}", lead.get(strong.len()..).unwrap_or_default());
    // Closing asterisks behind a mark close nothing unless a mark or a space is behind them as well
    // (CommonMark 0.31 §6.2, right-flanking delimiter runs).
    let surely_a_mark = |c: char| c.is_ascii_punctuation() || marks.contains(&c);
    let opens = strong.starts_with(|c| !char::is_whitespace(c));
    let closes = match (strong.chars().next_back(), behind.chars().next()) {
        (None, _) => false,
        (Some(last), _) if last.is_whitespace() => false,
        (Some(last), Some(next)) => last.is_alphanumeric() || surely_a_mark(next),
        (Some(_), None) => true,
    };
    if opens && closes {
        format!("**{}**{}", escaped(strong), escaped(&behind))
    } else {
        opening(&escaped(&format!("{lead}{rest}")))
    }
}

/// An escaped text that begins a line: what would begin a list, a rule or code does not.
fn opening(text: &str) -> String {
    let text = text.trim_start();
    if text.starts_with(['-', '+', '=', '#']) {
        return format!("\\{text}");
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits).unwrap_or_default();
    let item = rest.starts_with(['.', ')']) && rest.chars().nth(1).is_none_or(char::is_whitespace);
    if digits > 0 && item {
        return format!("{number}\\{rest}");
    }
    text.to_owned()
}

/// A table of a text. Markdown wants a head of one line: an empty one where the table has none.
fn cells(out: &mut dyn Write, rows: &[Vec<&str>], head: usize) -> io::Result<()> {
    let columns = rows.first().map_or(0, Vec::len);
    let line = |row: &[&str]| -> String {
        let cells: Vec<String> = row.iter().map(|cell| escaped(cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    if head == 0 {
        writeln!(out, "{}", line(&vec![""; columns]))?;
    }
    for (at, row) in rows.iter().enumerate() {
        if at == head.min(1) {
            writeln!(out, "{}", line(&vec!["---"; columns]))?;
        }
        writeln!(out, "{}", line(row))?;
    }
    // A head alone has its rule as well.
    if rows.len() == 1 && head > 0 {
        writeln!(out, "{}", line(&vec!["---"; columns]))?;
    }
    Ok(())
}

/// The table of a group. A chapter is a line of its own, its words in bold.
fn group(out: &mut dyn Write, part: &Part, lang: Lang) -> io::Result<()> {
    let rule = |column: &Column| {
        if part.is_centred(*column) {
            ":---:"
        } else {
            "---"
        }
    };
    let rules: Vec<&str> = part.columns.iter().map(rule).collect();
    let head: Vec<String> = part.head.iter().map(|cell| escaped(cell)).collect();
    writeln!(out, "| {} |\n| {} |", head.join(" | "), rules.join(" | "))?;
    for line in &part.lines {
        let cells: Vec<String> = match line {
            Line::Chapter(heading) => {
                let mut cells = vec![String::new(); part.columns.len()];
                if let Some(first) = cells.first_mut() {
                    *first = format!("**{}**", escaped(heading));
                }
                cells
            }
            Line::Row(cells) => cells.iter().map(|words| cell(words, lang)).collect(),
        };
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

/// A cell on one line. What the program found has its sign raised behind it.
fn cell(words: &Words, lang: Lang) -> String {
    let lines: Vec<String> = words.lines.iter().map(|line| escaped(line)).collect();
    let sign = if words.found {
        format!("<sup>{}</sup>", lang.words().found_mark)
    } else {
        String::new()
    };
    let notes = words.noted(lang);
    let below = if notes.is_empty() { "" } else { "<br>" };
    format!(
        "{}{sign}{below}{}",
        lines.join("<br>"),
        escaped(notes.trim())
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_a_list_stays_text() {
        for (text, written) in [
            ("1. 坚持", "1\\. 坚持"),
            ("1.坚持", "1.坚持"),
            ("12) 坚持", "12\\) 坚持"),
            ("2021年", "2021年"),
            ("- 一", "\\- 一"),
            ("---", "\\---"),
            ("# 甲#1", "\\# 甲#1"),
            (
                "见http://www.a.cn/b：2021年",
                "见http\\://www\\.a.cn/b：2021年",
            ),
        ] {
            assert_eq!(line("", text), written);
        }
    }

    #[test]
    fn bold_words_end_where_markdown_sees_their_end() {
        for (lead, rest, written) in [
            ("一是加快建设。", "建成。", "**一是加快建设**。建成。"),
            ("“双千兆”。", "建成。", "**“双千兆”**。建成。"),
            ("“双千兆”", "建成。", "“双千兆”建成。"),
            ("一、建设", "建成。", "**一、建设**建成。"),
            ("", "1. 建成。", "1\\. 建成。"),
        ] {
            assert_eq!(line(lead, rest), written);
        }
    }
}
