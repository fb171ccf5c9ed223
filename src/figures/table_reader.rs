//! The rows of a table whose head is told: their figures, and what they promise and report in words.

use std::collections::HashSet;
use std::ops::Range;

use crate::calendar::Period;
use crate::lexicon::List;
use crate::model::table::Table;
use crate::model::{Figure, Measure, Role, Section};
use crate::text::chars::{is_han, squeezed};
use crate::text::time::Clock;

use super::about::About;
use super::aspect::{name_change, names_a_change};
use super::charge::units;
use super::limits;
use super::read::Context;
use super::scope::scope;
use super::stated::is_verdict;
use super::table_cell::{Meant, is_percent, is_unit, unit_told, value};
use super::table_columns::told;
use super::table_grid::Grid;
use super::table_head::{Column, Field, Shape, Stage, tells_sign, without_growth};
use super::table_name::{RowName, RowNames, is_part};
use super::table_prose::{Said, sentences};
use super::table_role::{Slot, slots};
use super::table_row::Row;

/// Marks between the units of a cell that names several.
static LIST_PART: List = List::new("list-part");

/// Lines over a table that may tell its unit.
const LINES_OVER: usize = 2;

/// What the tables of a section say.
#[derive(Debug, Default)]
pub struct Tables {
    /// The section's text with blanks where they stand.
    pub rest: String,
    /// Their figures, in the order of the text.
    pub figures: Vec<Figure>,
    /// What they promise and report in words.
    pub tasks: Vec<Figure>,
}

/// Reads one table, row by row.
pub struct Reader<'t> {
    body: &'t str,
    about: About,
    grid: Grid<'t>,
    columns: Vec<Column>,
    slots: Vec<Slot>,
    /// The unit that a line or a title tells for all of it.
    unit: Option<&'t str>,
    /// The noun that its columns of values add to a name, if it is one.
    noun: String,
    /// Whether a value that is told no unit may have one all the same, for others of its table have one.
    units: bool,
    names: RowNames,
    /// Names that several rows have: which of them is meant, only their place says.
    repeated: HashSet<&'t str>,
    row: Row,
}

impl<'t> Reader<'t> {
    /// None where its head does not tell what it is.
    pub fn new(section: &'t Section, table: &Table, about: About) -> Option<Self> {
        let body = section.body.as_str();
        let last = about.last_year().or(about.now);
        let clock = Clock {
            told: last,
            now: last,
        };
        let (grid, columns) = told(body, table, clock)?;
        let over = body.get(..table.span().start).unwrap_or_default();
        let mut over = over
            .lines()
            .rev()
            .filter(|line| !line.trim().is_empty())
            .take(LINES_OVER);
        let unit = grid.title().find_map(unit_told);
        let unit = unit
            .or_else(|| over.find_map(unit_told))
            .or_else(|| unit_told(&section.heading));
        let levels = columns
            .iter()
            .filter(|c| c.field == Field::Value && c.shape == Shape::Level);
        let mut nouns: Vec<&str> = levels.map(|column| column.noun.as_str()).collect();
        nouns.dedup();
        let noun = match nouns.as_slice() {
            [noun] => (*noun).to_owned(),
            _ => String::new(),
        };
        Some(Self {
            body,
            about,
            units: columns.iter().any(Column::has_unit),
            slots: slots(&columns, about),
            grid,
            columns,
            unit,
            noun,
            names: RowNames::default(),
            repeated: HashSet::new(),
            row: Row::default(),
        })
    }

    /// Reads all rows; adds what they say.
    pub fn run(&mut self, out: &mut Tables) {
        let mut seen: HashSet<&str> = HashSet::new();
        let names = self.grid.data().map(|row| self.name_at(row));
        let again = names.filter(|name| !name.is_empty() && !is_part(name) && !seen.insert(name));
        self.repeated = again.collect();
        for row in self.grid.data() {
            if self.grid.repeats_head(row) {
                continue;
            }
            if self.is_heading(row) {
                self.names.part();
                self.row = Row::default();
                continue;
            }
            self.begin(row);
            self.values(row, out);
            self.prose(row, out);
        }
    }

    /// The columns of one kind.
    fn all(&self, field: Field) -> impl Iterator<Item = usize> + '_ {
        let columns = self.columns.iter().enumerate();
        columns
            .filter(move |(_, column)| column.field == field)
            .map(|(at, _)| at)
    }

    /// The words of the columns of one kind, the first column first.
    fn words(&self, row: usize, field: Field) -> impl Iterator<Item = &'t str> + '_ {
        let words = self.all(field).map(move |at| self.grid.words(row, at));
        words.filter(|words| !words.is_empty())
    }

    /// The column that names the rows: that of the indicators, else the first of the tasks.
    fn name_at(&self, row: usize) -> &'t str {
        let name = self.words(row, Field::Name).last();
        let task = || {
            self.all(Field::Task)
                .next()
                .map(|at| self.grid.words(row, at))
        };
        match self.all(Field::Name).next() {
            Some(_) => name.unwrap_or_default(),
            None => task().unwrap_or_default(),
        }
    }

    /// Whether a row only names those below it, or is a note.
    fn is_heading(&self, row: usize) -> bool {
        let leads = |field| matches!(field, Field::Number | Field::Group | Field::Name);
        let mut columns = self.columns.iter().enumerate();
        let alone = self.columns.len() > 2 && self.grid.filled(row) == 1;
        alone && !self.grid.words(row, 0).is_empty()
            || columns
                .all(|(at, column)| leads(column.field) || self.grid.words(row, at).is_empty())
    }

    /// Reads what a row says of all its cells. A cell that was merged holds its words once, in its first row: it is filled
    /// in where another one at the beginning of the row is merged too.
    fn begin(&mut self, row: usize) {
        let last = std::mem::take(&mut self.row);
        let name = self.name_at(row);
        let leads = |field| {
            matches!(
                field,
                Field::Number | Field::Group | Field::Name | Field::Task
            )
        };
        let lead = self
            .columns
            .iter()
            .position(|column| leads(column.field))
            .unwrap_or(0);
        let begins = !self.grid.words(row, lead).is_empty();
        // A row of a number or a group, 合计, is its own: it does not go on with the one above.
        let goes_on = name.is_empty() && !begins;
        let units: Vec<String> = self.words(row, Field::Charge).flat_map(units).collect();
        let due = self.words(row, Field::Deadline).next().map(squeezed);
        let unit = self.words(row, Field::Unit).next().map(squeezed);
        let name = if goes_on {
            last.name
        } else {
            let own = self.names.next(name);
            own.filter(|_| !self.repeated.contains(self.name_at(row)))
        };
        let same_unit = goes_on || name.as_ref().is_some_and(|name| name.is_part);
        self.row = Row {
            unit: unit.or(last.unit.filter(|_| same_unit)),
            name,
            responsible: if units.is_empty() && !begins {
                last.responsible
            } else {
                units
            },
            deadline: due.or(last.deadline.filter(|_| !begins)),
        };
    }

    /// The figures of a row.
    fn values(&self, row: usize, out: &mut Tables) {
        let first = out.figures.len();
        for at in self.all(Field::Value) {
            let words = self.grid.words(row, at);
            let (Some(column), Some(slot)) = (self.columns.get(at), self.slots.get(at)) else {
                continue;
            };
            if words.is_empty() || column.shape == Shape::Rate {
                continue;
            }
            let span = self.grid.cell(row, at);
            if let Some(figure) = self.value(words, span.clone(), column, *slot) {
                out.figures.push(figure);
                continue;
            }
            if column.shape != Shape::Level {
                continue;
            }
            if column.stage == Some(Stage::Result) && is_verdict(words) {
                let own = out.figures.get_mut(first..).unwrap_or_default();
                let result = own.iter_mut().rfind(|figure| figure.role == Role::Result);
                if let Some(figure) = result {
                    figure.stated = Some(words.to_owned());
                }
                continue;
            }
            if matches!(column.stage, Some(Stage::Target | Stage::Result)) {
                self.read(span, slot.role, slot.period, out);
            }
        }
    }

    /// The figure of a cell that is a value.
    fn value(
        &self,
        words: &str,
        span: Range<usize>,
        column: &Column,
        slot: Slot,
    ) -> Option<Figure> {
        let name = self.row.name.as_ref()?;
        let mut indicator = self.indicator(name, column)?;
        let measure = match column.shape {
            Shape::Share => Some(Measure::Share),
            shape if shape.is_change() => Some(Measure::Change),
            _ if tells_sign(&indicator) => Some(Measure::Change),
            _ => None,
        };
        // 能耗降低 | 3.2: the name says which way.
        let quote = format!("{indicator}{words}");
        let context = Context {
            role: slot.role,
            indicator: &indicator,
            quote: &quote,
        };
        let unit = self.unit_of(name, column)?;
        let value = value(
            words,
            Meant {
                context,
                unit,
                measure,
                trend: column.trend(),
            },
        )?;
        if column.shape == Shape::Moved && value.reading.unit.is_empty() {
            return None;
        }
        if value.reading.measure == Measure::Change && !names_a_change(&indicator) {
            without_growth(&indicator.clone()).clone_into(&mut indicator);
        }
        name_change(&mut indicator, &value.reading);
        let no_unit = value.reading.unit.is_empty();
        let period = if value.total {
            slot.years
        } else {
            self.row
                .time_of(slot.role, slot.period, column.time.is_some())
        };
        Some(Figure {
            role: slot.role,
            scope: scope(&indicator),
            indicator,
            value: Some(words.to_owned()),
            reading: Some(value.reading),
            year: period.and_then(Period::year),
            period,
            mean: column.shape == Shape::Mean && !value.total,
            doubtful: value.doubtful || self.units && no_unit,
            ..self.row.figure(span)
        })
    }

    /// The name of a value of the row in a column.
    fn indicator(&self, name: &RowName, column: &Column) -> Option<String> {
        match column.shape {
            Shape::Share => Some(format!("{}{}", name.with(&self.noun)?, column.noun)),
            Shape::Growth | Shape::Moved | Shape::Mean => name.with(&self.noun),
            _ => name.with(&column.noun),
        }
    }

    /// The unit of a column's value that prints none, empty where there is none; None where several may be meant.
    fn unit_of<'a>(&'a self, name: &'a RowName, column: &'a Column) -> Option<&'a str> {
        let (own, row) = (column.unit.as_deref(), self.row.unit.as_deref());
        let row = row.filter(|unit| is_unit(unit) || unit.contains(char::is_alphabetic));
        let unit = match column.shape {
            Shape::Growth | Shape::Mean | Shape::Price | Shape::Share => own.or(Some("%")),
            // 增长 of a percentage may be one of points.
            Shape::Moved if own.is_none() && row.is_some_and(is_percent) => None,
            Shape::Moved => own,
            _ => row.or(own).or(name.unit.as_deref()).or(self.unit),
        };
        let unit = unit.unwrap_or_default();
        let several = LIST_PART.words().any(|mark| unit.contains(mark));
        (!several).then_some(unit)
    }

    /// The tasks of a row, and what it tells in sentences.
    fn prose(&self, row: usize, out: &mut Tables) {
        let charged = |field| self.all(field).next().is_some();
        let promises = match self.about.role {
            Some(role) => role == Role::Target,
            // Who has to do it, and by when, is said of what is to be done.
            None => {
                (charged(Field::Charge) || charged(Field::Deadline)) && !charged(Field::Progress)
            }
        };
        if promises {
            // A task whose contents stand beside it is their heading.
            let tasks: Vec<usize> = self.all(Field::Task).collect();
            let detailed =
                self.all(Field::Measures).next().is_some() || self.has_targets_in_words(row);
            let heading = usize::from(detailed || tasks.len() > 1);
            let tasks = tasks
                .into_iter()
                .skip(heading)
                .chain(self.all(Field::Measures));
            for at in tasks {
                self.read(self.grid.cell(row, at), Role::Target, self.last_year(), out);
            }
        }
        if self.about.role == Some(Role::Result) {
            for at in self.all(Field::Progress) {
                let period = self
                    .about
                    .year
                    .and_then(Period::of_year)
                    .or(self.about.period);
                self.read(self.grid.cell(row, at), Role::Result, period, out);
            }
        }
    }

    fn last_year(&self) -> Option<Period> {
        self.about.last_year().and_then(Period::of_year)
    }

    /// Whether the row tells its targets in words, here or in the row that it goes on with.
    fn has_targets_in_words(&self, row: usize) -> bool {
        let mut targets = self.all(Field::Value);
        targets.any(|at| {
            let stage = self.columns.get(at).and_then(|column| column.stage);
            let han = self
                .grid
                .words(row, at)
                .chars()
                .filter(|c| is_han(*c))
                .count();
            stage == Some(Stage::Target) && han >= limits::CLAUSE_HAN.get()
        })
    }

    /// Reads a cell as running text.
    fn read(&self, span: Range<usize>, role: Role, period: Option<Period>, out: &mut Tables) {
        let named = self.all(Field::Name).next().is_some();
        let (figures, tasks) = sentences(
            self.body,
            span,
            Said {
                role,
                period: self.row.time_of(role, period, false),
                now: self.about.now,
                row: &self.row,
                named,
            },
        );
        out.figures.extend(figures);
        out.tasks.extend(tasks);
    }
}
