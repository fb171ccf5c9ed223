//! A ledger as a sheet: CSV for spreadsheets, Markdown for notes.

use std::io::{self, Write};

use crate::compare::{Cell, Ledger, Row};
use crate::i18n::Lang;
use crate::model::{Bulletin, Role, Year};

use super::ledger::{
    TIE, difference_words, judged_years, next_words, outcome_word, tally_words, verdict_words,
};
use crate::width;

/// One row for each indicator: for every column the value, the number, its unit, the quotation and
/// where it stands; for every year its outcome, whose verdict that is, and what comes next. UTF-8
/// with a byte order mark, by which spreadsheets know it; RFC 4180 quoting.
///
/// # Errors
/// Those of the writer.
pub fn csv(
    out: &mut dyn Write,
    ledger: &Ledger,
    bulletins: &[Bulletin],
    lang: Lang,
) -> io::Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    let words = lang.words();
    let years = judged_years(ledger);
    let mut sheet = csv::Writer::from_writer(out);
    let mut head = vec![
        words.indicator.to_owned(),
        words.key.to_owned(),
        words.pairing.to_owned(),
    ];
    for column in &ledger.columns {
        let name = lang.column(column.year, column.role);
        head.push(name.clone());
        for part in words.cell_parts {
            head.push(format!("{name} {part}"));
        }
    }
    for year in &years {
        head.push(lang.outcome_of(*year));
        for part in words.verdict_parts {
            head.push(format!("{year} {part}"));
        }
    }
    sheet.write_record(&head)?;
    for row in &ledger.rows {
        let mut line = vec![
            safe(&row.indicator),
            safe(row.key.as_deref().unwrap_or_default()),
            lang.pairing(row.pairing),
        ];
        for cell in &row.cells {
            line.extend(cell_parts(*cell, bulletins, lang));
        }
        for year in &years {
            line.extend(verdict_parts(row, *year, lang));
        }
        sheet.write_record(&line)?;
    }
    sheet.flush()
}

/// Value, number, unit, quotation, reference, declared or found.
fn cell_parts(cell: Option<Cell>, bulletins: &[Bulletin], lang: Lang) -> [String; 6] {
    let parts = || {
        let cell = cell?;
        let (section, figure) = cell.look(bulletins)?;
        let reading = figure.reading.as_ref();
        let number = match reading.map(|r| (r.number, r.low, r.high)) {
            Some((Some(number), ..)) => number.to_string(),
            Some((None, Some(low), Some(high))) => format!("{low}–{high}"),
            _ => String::new(),
        };
        Some([
            safe(figure.value.as_deref().unwrap_or_default()),
            number,
            safe(reading.map_or("", |r| r.unit.as_str())),
            safe(&section.quote(figure).replace('\n', "")),
            safe(&cell.reference(bulletins)),
            lang.origin(figure.origin).to_owned(),
        ])
    };
    parts().unwrap_or_default()
}

/// Outcome, whose verdict, attainment in percent, difference with its unit, why there is none, the
/// next target.
fn verdict_parts(row: &Row, year: Year, lang: Lang) -> [String; 6] {
    let Some(verdict) = row.verdict(year) else {
        return Default::default();
    };
    let outcome = verdict.outcome;
    [
        outcome_word(verdict, lang).to_owned(),
        outcome.map_or_else(String::new, |_| lang.basis(verdict.basis).to_owned()),
        verdict
            .attainment
            .map_or_else(String::new, |n| n.to_string()),
        safe(
            &verdict
                .difference
                .as_ref()
                .map_or_else(String::new, difference_words),
        ),
        verdict
            .reason
            .map_or_else(String::new, |reason| lang.reason(reason).to_owned()),
        next_words(Some(verdict), lang).to_owned(),
    ]
}

/// A text that a spreadsheet takes for a text: one that begins like a formula gets an apostrophe
/// before it (OWASP, CSV injection).
fn safe(text: &str) -> String {
    let text = width::visible_text(text);
    if text.starts_with(['=', '+', '-', '@']) {
        format!("'{text}")
    } else {
        text.into_owned()
    }
}

/// A table of values and outcomes, the sentences behind them below, then the tallies.
///
/// # Errors
/// Those of the writer.
pub fn markdown(
    out: &mut dyn Write,
    ledger: &Ledger,
    bulletins: &[Bulletin],
    lang: Lang,
) -> io::Result<()> {
    let words = lang.words();
    let years = judged_years(ledger);
    writeln!(out, "# {}\n", escaped(&ledger.series))?;
    let mut head = vec![words.indicator.to_owned()];
    head.extend(ledger.columns.iter().map(|c| lang.column(c.year, c.role)));
    for year in &years {
        head.extend([lang.outcome_of(*year), words.next_year.to_owned()]);
    }
    writeln!(out, "| {} |", head.join(" | "))?;
    // The columns of values, behind the indicator, are set to the right.
    let mut rules = vec!["---"; head.len()];
    rules
        .iter_mut()
        .skip(1)
        .take(ledger.columns.len())
        .for_each(|rule| *rule = "---:");
    writeln!(out, "| {} |", rules.join(" | "))?;
    for row in &ledger.rows {
        let mut line = vec![escaped(&lang.indicator(row))];
        for cell in &row.cells {
            line.push(escaped(&value_or_quote(*cell, bulletins)));
        }
        for year in &years {
            let verdict = row.verdict(*year);
            line.push(escaped(verdict_words(verdict, lang).trim()));
            line.push(next_words(verdict, lang).to_owned());
        }
        writeln!(out, "| {} |", line.join(" | "))?;
    }
    writeln!(out, "\n## {}\n", words.evidence)?;
    for row in &ledger.rows {
        writeln!(out, "- **{}**", escaped(&lang.indicator(row)))?;
        for (column, cell) in ledger.columns.iter().zip(&row.cells) {
            if let Some(line) = sentence(column.year, column.role, *cell, bulletins, lang) {
                writeln!(out, "  - {line}")?;
            }
        }
    }
    writeln!(out)?;
    for tally in &ledger.tallies {
        writeln!(
            out,
            "{}\n",
            escaped(&tally_words(tally, lang).replace(TIE, " "))
        )?;
    }
    Ok(())
}

/// `2021目标 超200个「二级节点超200个」 ID#2.1`
fn sentence(
    year: Year,
    role: Role,
    cell: Option<Cell>,
    bulletins: &[Bulletin],
    lang: Lang,
) -> Option<String> {
    let cell = cell?;
    let (section, figure) = cell.look(bulletins)?;
    let value = figure.value.as_deref().unwrap_or_default();
    let quote = section.quote(figure).replace('\n', "");
    let words = format!(
        "{} {value}「{quote}」 {} {}",
        lang.column(year, role),
        cell.reference(bulletins),
        lang.origin(figure.origin)
    );
    Some(escaped(&words))
}

/// The value of a cell, or in 〔 〕 the words of a commitment.
fn value_or_quote(cell: Option<Cell>, bulletins: &[Bulletin]) -> String {
    let words = || {
        let cell = cell?;
        let (section, figure) = cell.look(bulletins)?;
        Some(match &figure.value {
            Some(value) => value.clone(),
            None => format!("〔{}〕", section.quote(figure)),
        })
    };
    words().unwrap_or_default()
}

/// A text that Markdown takes for a text, on one line.
pub fn escaped(text: &str) -> String {
    let text = width::visible_text(text).replace('\n', " ");
    let mut out = String::new();
    for c in text.chars() {
        if "\\`*_{}[]<>|#".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_or_breaks_its_table() {
        assert_eq!(safe("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
        assert_eq!(safe("+5个"), "'+5个");
        assert_eq!(safe("超200个"), "超200个");
        assert_eq!(escaped("a|b\n*c*"), "a\\|b \\*c\\*");
    }
}
