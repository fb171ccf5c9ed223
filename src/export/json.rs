//! The stable JSON that other programs rely on: design of the fields in the README.

mod bulletin;
mod figure;
mod value;

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter, Serializer};
use serde_json::{Map, Value, json};

use crate::compare::{Cell, Facts, Ledger, Row, RowGroup, Standing, Tally, Verdict};
use crate::figures;
use crate::i18n::Lang;
use crate::load::{Problem, Severity};
use crate::model::{Bulletin, Catalogue, Form, Section};
use crate::width;

use super::pick::Pick;
use bulletin::passage;
pub use bulletin::{BulletinJson, PassageJson, SectionJson, bulletin, section};
use figure::FigureJson;
use value::Plain;

/// What can be written as JSON.
pub trait Writable: Serialize {}

impl<T: Serialize + ?Sized> Writable for T {}

/// Writes a value, indented, with a line end. Characters that act on a terminal (U+202E and its
/// like) are escaped as JSON allows: no reader of JSON sees a difference.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut (impl Write + ?Sized), value: &(impl Writable + ?Sized)) -> io::Result<()> {
    escaped(out, &serde_json::to_string_pretty(value)?)?;
    writeln!(out)
}

fn escaped(out: &mut (impl Write + ?Sized), text: &str) -> io::Result<()> {
    let mut rest = text;
    while let Some((at, c)) = first_acting(rest) {
        let (before, behind) = rest.split_at(at);
        write!(out, "{before}\\u{:04x}", u32::from(c))?;
        rest = behind.get(c.len_utf8()..).unwrap_or_default();
    }
    out.write_all(rest.as_bytes())
}

/// The first character that acts on a terminal, line ends aside. Most bytes begin or continue no such character:
/// only those that may begin one are looked at.
fn first_acting(text: &str) -> Option<(usize, char)> {
    let may_begin = |byte: u8| {
        (byte.is_ascii_control() && byte != b'\n') || matches!(byte, 0xc2 | 0xd8 | 0xe2 | 0xef)
    };
    let places = text
        .bytes()
        .enumerate()
        .filter(|(_, byte)| may_begin(*byte));
    let mut places = places.filter_map(|(at, _)| Some((at, text.get(at..)?.chars().next()?)));
    places.find(|(_, c)| width::acts(*c))
}

/// A number without a needless fraction: 200, not 200.0.
pub fn number(value: Option<f64>) -> Value {
    serde_json::to_value(value.map(Plain)).unwrap_or_default()
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
        let entry = FigureJson::of(&section, figure, catalogue.id_of(figure)).without_role();
        let comma = if at > 0 { "," } else { "" };
        write!(out, "{comma}")?;
        escaped(out, &serde_json::to_string(&entry)?)?;
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

/// A pick in JSON.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Picked<'a> {
    /// A bulletin.
    Bulletin(BulletinJson<'a>),
    /// A section.
    Section(SectionJson<'a>),
    /// A passage.
    Passage(PassageJson<'a>),
    /// What is not there any more, and rows, which are written with their ledger.
    Nothing,
}

/// A pick of sections or of a passage, as `show` has them; a passage has its own range and the figures
/// within it.
pub fn pick<'a>(pick: &Pick, bulletins: &'a [Bulletin]) -> Picked<'a> {
    let of = |index: usize| bulletins.get(index);
    let picked = match pick {
        Pick::Bulletin(index) => of(*index).map(|b| Picked::Bulletin(bulletin(b))),
        Pick::Section(index, at) => of(*index).map(|b| Picked::Section(section(b, *at))),
        Pick::Passage(index, at, span) => of(*index)
            .and_then(|b| passage(b, *at, span, pick.reference(bulletins)))
            .map(Picked::Passage),
        Pick::Row { .. } => None,
    };
    picked.unwrap_or(Picked::Nothing)
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

    /// Writes a value, set in as `to_string_pretty` sets in those of a list.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn push(&mut self, value: &(impl Writable + ?Sized)) -> io::Result<()> {
        if !self.list {
            self.count += 1;
            return write(&mut self.out, value);
        }
        let before = if self.count == 0 { "[\n" } else { ",\n" };
        self.count += 1;
        write!(self.out, "{before}")?;
        // As far set in as the values of a list are.
        let mut formatter = PrettyFormatter::new();
        formatter.begin_array(&mut io::sink())?;
        let mut text = b"  ".to_vec();
        value.serialize(&mut Serializer::with_formatter(&mut text, formatter))?;
        escaped(&mut self.out, &String::from_utf8_lossy(&text))
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
    let year = ledger.first_year();
    let rows = rows.map(|r| {
        let group = year.and_then(|year| ledger.group(bulletins, r, year));
        row(r, group, facts)
    });
    let rows: Vec<Value> = rows.collect();
    let mut tallies = Map::new();
    for entry in &ledger.tallies {
        tallies.insert(entry.year.to_string(), tally(entry));
    }
    json!({"series": ledger.series, "columns": columns, "rows": rows, "tally": tallies})
}

fn row(row: &Row, group: Option<RowGroup>, facts: Facts<'_>) -> Value {
    let cells: Vec<Value> = row
        .cells
        .iter()
        .map(|cell| cell.map_or(Value::Null, |cell| self::cell(cell, facts)))
        .collect();
    let related = row.related.iter().map(|related| {
        let mut told = cell(related.cell, facts);
        told["year"] = json!(related.year);
        told["reason"] = json!(related.reason.code());
        told
    });
    json!({
        "indicator": row.indicator,
        "catalogue": row.catalogue,
        "key": row.key,
        "pairing": row.pairing.code(),
        "similarity": row.pairing.percent(),
        "group": group.map(RowGroup::code),
        "cells": cells,
        "related": related.collect::<Vec<_>>(),
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

/// The rows of a year by group, each counted once: how many there are, how many stand how, how many were answered by
/// likeness. `commitments` is the older name of `task`.
fn tally(tally: &Tally) -> Value {
    let mut all = Map::new();
    for (group, count) in &tally.groups {
        let mut counted = Map::new();
        for (standing, number) in &count.standings {
            counted.insert(standing.code().to_owned(), Value::from(*number));
        }
        if *group == RowGroup::Task {
            let carried = count.number(Standing::CarriedOver);
            counted.insert("carried".into(), carried.into());
        }
        counted.insert("total".into(), count.total().into());
        counted.insert("similar".into(), count.similar.into());
        if *group == RowGroup::Task {
            all.insert("commitments".into(), counted.clone().into());
        }
        all.insert(group.code().to_owned(), counted.into());
    }
    all.insert("similar".into(), tally.similar().into());
    all.into()
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn what_acts_on_a_terminal_is_escaped_wherever_it_stands() {
        let text = "甲\u{202e}乙，\u{2028}“é”\u{85}\u{7f}\n\u{61c}\u{fffe}×";
        let mut out = Vec::new();
        super::escaped(&mut out, text).unwrap();
        let written = String::from_utf8(out).unwrap();
        assert_eq!(
            written,
            "甲\\u202e乙，\\u2028“é”\\u0085\\u007f\n\\u061c\\ufffe×"
        );
        for c in ('\0'..=char::MAX).filter(|c| crate::width::acts(*c) && *c != '\n') {
            assert_eq!(
                super::first_acting(&format!("中{c}")),
                Some((3, c)),
                "{c:?}"
            );
        }
    }

    #[test]
    fn whole_numbers_have_no_fraction() {
        assert_eq!(number(Some(5e9)).to_string(), "5000000000");
        assert_eq!(number(Some(55.1)).to_string(), "55.1");
        assert_eq!(number(None).to_string(), "null");
    }
}
