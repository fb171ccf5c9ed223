//! The stable JSON that other programs rely on: design of the fields in the README.

use std::io::{self, Write};

use serde_json::{Map, Number, Value, json};

use crate::compare::{Cell, Facts, Ledger, Row, Tally, Verdict};
use crate::figures;
use crate::i18n::Lang;
use crate::load::{Problem, Severity};
use crate::model::table::Extent;
use crate::model::{Bulletin, Catalogue, Figure, Form, Section};
use crate::width;

use super::pick::Pick;

/// Writes a value, indented, with a line end. Characters that act on a terminal (U+202E and its
/// like) are escaped as JSON allows: no reader of JSON sees a difference.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut (impl Write + ?Sized), value: &Value) -> io::Result<()> {
    escaped(out, &serde_json::to_string_pretty(value)?)?;
    writeln!(out)
}

fn escaped(out: &mut (impl Write + ?Sized), text: &str) -> io::Result<()> {
    let mut rest = text;
    while let Some((at, c)) = rest
        .char_indices()
        .find(|(_, c)| *c != '\n' && width::acts(*c))
    {
        let (before, behind) = rest.split_at(at);
        write!(out, "{before}\\u{:04x}", u32::from(c))?;
        rest = behind.get(c.len_utf8()..).unwrap_or_default();
    }
    write!(out, "{rest}")
}

/// A number without a needless fraction: 200, not 200.0.
pub fn number(value: Option<f64>) -> Value {
    let Some(value) = value else {
        return Value::Null;
    };
    // Whole numbers up to 2^53 are exact in an f64.
    if value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0 {
        #[allow(clippy::cast_possible_truncation)]
        return Value::from(value as i64);
    }
    Number::from_f64(value).map_or(Value::Null, Value::Number)
}

/// A bulletin with its section tree.
pub fn bulletin(bulletin: &Bulletin) -> Value {
    json!({
        "id": bulletin.id,
        "title": bulletin.title,
        "issuer": bulletin.issuer,
        "series": bulletin.series,
        "document_number": bulletin.document_number,
        "date": bulletin.date.map(|d| d.to_string()),
        "language": bulletin.language,
        "source_file": bulletin.source_file,
        "sections": children(bulletin, None),
    })
}

/// A section with its subsections.
pub fn section(bulletin: &Bulletin, index: usize) -> Value {
    let Some(section) = bulletin.sections().get(index) else {
        return Value::Null;
    };
    json!({
        "ref": bulletin.reference(index),
        "label": section.label,
        "heading": section.heading,
        "form": section.form.code(),
        "kind": section.kind.map(crate::model::Kind::code),
        "year": section.year,
        "period": section.period.map(|period| period.to_string()),
        "text": section.text(),
        "tables": section.tables().iter().map(|table| table_of(table.extent)).collect::<Vec<_>>(),
        "measures": section.figures().iter().map(|f| measure(section, f, bulletin.indicator_id(f))).collect::<Vec<_>>(),
        "sections": children(bulletin, Some(index)),
    })
}

/// Where a table stands, in lines of its section's text from 1.
fn table_of(table: Extent) -> Value {
    json!({"from": table.from + 1, "lines": table.lines, "head": table.head})
}

fn children(bulletin: &Bulletin, parent: Option<usize>) -> Vec<Value> {
    let sections = bulletin.sections();
    let (mut at, end) = match parent.and_then(|p| Some((p, sections.get(p)?))) {
        Some((index, section)) => (index + 1, section.end),
        None => (0, sections.len()),
    };
    let mut out = Vec::new();
    while let Some(child) = sections.get(at).filter(|_| at < end) {
        out.push(section(bulletin, at));
        at = child.end;
    }
    out
}

/// What cannot be told of a figure, by the keys of [`measure`].
fn unsure(figure: &Figure) -> Vec<&'static str> {
    let untold = [
        ("role", figure.role.code().is_none()),
        ("indicator", figure.indicator.is_empty()),
        ("number", figure.doubtful),
        ("period", figure.period.is_none()),
    ];
    let untold = untold.into_iter().filter(|(_, is)| *is);
    untold.map(|(key, _)| key).collect()
}

/// A target or result, with the id of its indicator in the catalogue.
pub fn measure(section: &Section, figure: &Figure, catalogue: Option<&str>) -> Value {
    let reading = figure.reading.as_ref();
    json!({
        "role": figure.role.code(),
        "indicator": Some(figure.indicator.as_str()).filter(|name| !name.is_empty()),
        "catalogue": catalogue,
        "key": figure.key,
        "text": figure.value,
        "number": number(reading.and_then(|r| r.number)),
        "low": number(reading.and_then(|r| r.low)),
        "high": number(reading.and_then(|r| r.high)),
        "unit": reading.map(|r| r.unit.as_str()),
        "bound": reading.map(|r| r.bound.sign()),
        "trend": reading.and_then(|r| r.trend).map(crate::model::Trend::code),
        "measure": reading.map(|r| r.measure.code()),
        "year": figure.year,
        "period": figure.period.map(|period| period.to_string()),
        "mean": figure.mean,
        "scope": figure.scope,
        "main": figure.main,
        "as_of": figure.as_of,
        "responsible": figure.responsible,
        "deadline": figure.deadline,
        "unsure": unsure(figure),
        "quote": section.quote(figure),
        "span": [figure.span.start, figure.span.end],
        "origin": figure.origin.code(),
        "doubtful": figure.doubtful,
    })
}

/// The numbers of a line without a bulletin around it, as an array on one line: nobody says whether
/// they were promised. Spans are those of the printed values, in bytes of the line.
///
/// # Errors
/// Those of the writer.
pub fn write_found(out: &mut impl Write, line: &str, catalogue: &dyn Catalogue) -> io::Result<()> {
    let figures = figures::find(line, figures::About::default(), figures::Detect::Numbers);
    let section = Section {
        body: line.to_owned(),
        ..Section::default()
    };
    write!(out, "[")?;
    for (at, figure) in figures.iter().enumerate() {
        let mut entry = measure(&section, figure, catalogue.id_of(figure));
        entry["role"] = Value::Null;
        let comma = if at > 0 { "," } else { "" };
        write!(out, "{comma}")?;
        escaped(out, &entry.to_string())?;
    }
    writeln!(out, "]")
}

/// One object per bulletin.
pub fn list(bulletins: &[Bulletin]) -> Value {
    let entry = |b: &Bulletin| {
        json!({
            "id": b.id,
            "title": b.title,
            "date": b.date.map(|d| d.to_string()),
            "issuer": b.issuer,
            "series": b.series,
            "years": b.years(),
            "sections": b.sections().iter().filter(|s| s.form != Form::Implied).count(),
            "figures": b.figures().filter(|(_, f)| f.value.is_some()).count(),
            "source_file": b.source_file,
        })
    };
    bulletins.iter().map(entry).collect()
}

/// One object per problem.
pub fn problems(problems: &[Problem], lang: Lang) -> Value {
    let entry = |p: &Problem| {
        json!({
            "file": p.file,
            "line": p.place.as_ref().map(|at| at.line),
            "column": p.place.as_ref().map(|at| at.column),
            "severity": match p.severity { Severity::Error => "error", Severity::Warning => "warning" },
            "path": p.path,
            "message": p.message(lang),
            "help": p.help(lang),
            "rule": p.rule(),
        })
    };
    problems.iter().map(entry).collect()
}

/// A pick of sections or of a passage, as `show` has them; a passage has its own range and the figures
/// within it.
pub fn pick(pick: &Pick, bulletins: &[Bulletin]) -> Value {
    let of = |index: usize| bulletins.get(index);
    match pick {
        Pick::Bulletin(index) => of(*index).map_or(Value::Null, bulletin),
        Pick::Section(index, at) => of(*index).map_or(Value::Null, |b| section(b, *at)),
        Pick::Passage(index, at, span) => {
            let Some(bulletin) = of(*index) else {
                return Value::Null;
            };
            let Some(own) = bulletin.sections().get(*at) else {
                return Value::Null;
            };
            let figures = own.figures_in(span);
            json!({
                "ref": pick.reference(bulletins),
                "kind": own.kind.map(crate::model::Kind::code),
                "year": own.year,
                "text": own.body.get(span.clone()),
                "span": [span.start, span.end],
                "measures": figures.map(|f| measure(own, f, bulletin.indicator_id(f))).collect::<Vec<_>>(),
            })
        }
        Pick::Row { .. } => Value::Null,
    }
}

/// Values written one by one: a list of them, or just one.
#[derive(Debug)]
pub struct Array<W: Write> {
    out: W,
    list: bool,
    count: usize,
}

impl<W: Write> Array<W> {
    /// Begins a list, or what is to be one value.
    pub fn new(out: W, list: bool) -> Self {
        Self {
            out,
            list,
            count: 0,
        }
    }

    /// Writes a value, set in as `to_string_pretty` sets in those of a list: no line end is within a
    /// string of JSON.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn push(&mut self, value: &Value) -> io::Result<()> {
        if !self.list {
            self.count += 1;
            return write(&mut self.out, value);
        }
        let before = if self.count == 0 { "[\n" } else { ",\n" };
        self.count += 1;
        write!(self.out, "{before}")?;
        let text = serde_json::to_string_pretty(value)?;
        let text = text.replace('\n', "\n  ");
        escaped(&mut self.out, &format!("  {text}"))
    }

    /// Ends it.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn end(mut self) -> io::Result<W> {
        match (self.list, self.count) {
            (false, _) => {}
            (true, 0) => writeln!(self.out, "[]")?,
            (true, _) => writeln!(self.out, "\n]")?,
        }
        Ok(self.out)
    }
}

/// A ledger with all its rows.
pub fn ledger(ledger: &Ledger, bulletins: &[Bulletin]) -> Value {
    let all: Vec<usize> = (0..ledger.rows.len()).collect();
    ledger_of(ledger, &all, bulletins)
}

/// A ledger with some of its rows; its tallies are those of all.
pub fn ledger_of(ledger: &Ledger, rows: &[usize], bulletins: &[Bulletin]) -> Value {
    let id = |index: usize| bulletins.get(index).map(|b| b.id.as_str());
    let columns: Vec<Value> = ledger
        .columns
        .iter()
        .map(|c| json!({"year": c.year, "role": c.role.code(), "bulletin": id(c.bulletin)}))
        .collect();
    let rows = rows.iter().filter_map(|at| ledger.rows.get(*at));
    let facts = ledger.facts(bulletins);
    let rows: Vec<Value> = rows.map(|r| row(r, facts)).collect();
    let mut tallies = Map::new();
    for entry in &ledger.tallies {
        tallies.insert(entry.year.to_string(), tally(entry));
    }
    json!({"series": ledger.series, "columns": columns, "rows": rows, "tally": tallies})
}

fn row(row: &Row, facts: Facts<'_>) -> Value {
    let cells: Vec<Value> = row
        .cells
        .iter()
        .map(|cell| cell.map_or(Value::Null, |cell| self::cell(cell, facts)))
        .collect();
    json!({
        "indicator": row.indicator,
        "catalogue": row.catalogue,
        "key": row.key,
        "pairing": row.pairing.code(),
        "cells": cells,
        "year_outcomes": row.verdicts.iter().map(verdict).collect::<Vec<_>>(),
    })
}

fn cell(cell: Cell, facts: Facts<'_>) -> Value {
    let Some((section, figure)) = cell.look(facts) else {
        return Value::Null;
    };
    let reading = figure.reading.as_ref();
    json!({
        "bulletin": facts.bulletins.get(cell.bulletin).map(|b| b.id.as_str()),
        "ref": cell.reference(facts.bulletins),
        "text": figure.value,
        "number": number(reading.and_then(|r| r.number)),
        "low": number(reading.and_then(|r| r.low)),
        "high": number(reading.and_then(|r| r.high)),
        "unit": reading.map(|r| r.unit.as_str()),
        "bound": reading.map(|r| r.bound.sign()),
        "measure": reading.map(|r| r.measure.code()),
        "period": figure.period.map(|period| period.to_string()),
        "mean": figure.mean,
        "scope": figure.scope,
        "main": figure.main,
        "doubtful": figure.doubtful,
        "quote": section.quote(figure),
        "origin": figure.origin.code(),
    })
}

fn verdict(verdict: &Verdict) -> Value {
    let difference = verdict.difference.as_ref();
    json!({
        "year": verdict.year,
        "outcome": verdict.outcome.map(crate::compare::Outcome::code),
        "basis": verdict.outcome.map(|_| verdict.basis.code()),
        "attainment": number(verdict.attainment),
        "difference": difference.map(|d| json!({"number": number(Some(d.number)), "unit": d.unit})),
        "next": verdict.next.map(crate::compare::Next::code),
        "reason": verdict.reason.map(crate::compare::Reason::code),
    })
}

fn tally(tally: &Tally) -> Value {
    let counts = |list: &[(crate::compare::Outcome, usize)]| {
        let mut map = Map::new();
        for (outcome, count) in list {
            map.insert(outcome.code().to_owned(), Value::from(*count));
        }
        map
    };
    let mut numeric = counts(&tally.numeric);
    numeric.insert("total".into(), tally.numeric_total().into());
    numeric.insert("similar".into(), tally.similar.into());
    let mut commitments = counts(&tally.commitments);
    commitments.insert("carried".into(), tally.carried_over.into());
    commitments.insert("total".into(), tally.commitments_total().into());
    json!({"numeric": numeric, "commitments": commitments})
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn whole_numbers_have_no_fraction() {
        assert_eq!(number(Some(5e9)).to_string(), "5000000000");
        assert_eq!(number(Some(55.1)).to_string(), "55.1");
        assert_eq!(number(None).to_string(), "null");
    }
}
