//! Markdown (CommonMark, and tables as GitHub has them): what is in the text stays text.

use std::io::{self, Write};

use crate::compare::Ledger;
use crate::i18n::Lang;
use crate::model::Bulletin;
use crate::wording::tally::tally_line;

use super::block::Block;
use super::document::{DEEPEST, Document, byline, source_words};
use super::markup::markdown as escaped;
use super::rows::Rows;

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
    fn begin(&mut self, _: &mut dyn Write, _: Option<&Bulletin>) -> io::Result<()> {
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
        self.part(out)?;
        heading(out, 1, &rows.title())?;
        writeln!(out)?;
        table(out, rows)?;
        writeln!(out)?;
        evidence(out, rows)?;
        writeln!(out)?;
        for bulletin in rows.sources() {
            writeln!(out, "- {}", escaped(&source_words(bulletin)))?;
        }
        Ok(())
    }

    fn end(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// A whole ledger: a table of values and outcomes, the sentences behind them below, then the tallies.
///
/// # Errors
/// Those of the writer.
pub fn ledger(
    out: &mut dyn Write,
    ledger: &Ledger,
    bulletins: &[Bulletin],
    lang: Lang,
) -> io::Result<()> {
    let all: Vec<usize> = (0..ledger.rows.len()).collect();
    let rows = Rows {
        ledger,
        rows: &all,
        bulletins,
        lang,
    };
    heading(out, 1, &ledger.title)?;
    writeln!(out)?;
    table(out, &rows)?;
    writeln!(out, "\n## {}\n", lang.words().evidence)?;
    evidence(out, &rows)?;
    writeln!(out)?;
    for tally in &ledger.tallies {
        writeln!(out, "{}\n", escaped(&tally_line(tally, lang)))?;
    }
    Ok(())
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

/// The table of some rows: values or the words of commitments, outcomes, next targets.
fn table(out: &mut dyn Write, rows: &Rows<'_>) -> io::Result<()> {
    let mut lines = rows.table().into_iter();
    let columns = rows.columns().len();
    if let Some(head) = lines.next() {
        // The columns of values, behind the indicator, are set to the right.
        let rule = |at: usize| {
            if (1..=columns).contains(&at) {
                "---:"
            } else {
                "---"
            }
        };
        let rules: Vec<&str> = (0..head.len()).map(rule).collect();
        writeln!(
            out,
            "| {} |\n| {} |",
            escaped_line(&head),
            rules.join(" | ")
        )?;
    }
    for line in lines {
        writeln!(out, "| {} |", escaped_line(&line))?;
    }
    Ok(())
}

fn escaped_line(line: &[String]) -> String {
    let cells: Vec<String> = line.iter().map(|cell| escaped(cell)).collect();
    cells.join(" | ")
}

/// The sentences behind some rows.
fn evidence(out: &mut dyn Write, rows: &Rows<'_>) -> io::Result<()> {
    for (indicator, sentences) in rows.evidence() {
        writeln!(out, "- **{}**", escaped(&indicator))?;
        for sentence in sentences {
            writeln!(out, "  - {}", escaped(&sentence))?;
        }
    }
    Ok(())
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
