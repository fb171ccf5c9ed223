//! Sentences in the cells of a table, read as running text with what their row says of them.

use std::ops::Range;

use crate::calendar::{Period, Year};
use crate::model::{Figure, Role};

use super::about::About;
use super::find::find;
use super::scan::Detect;
use super::table_row::Row;
use super::task::{clauses, whole};

/// What is known of a cell before its words are read.
#[derive(Clone, Copy, Debug)]
pub struct Said<'r> {
    /// What its column says of it.
    pub role: Role,
    /// The time that its column, its row or its section tells.
    pub period: Option<Period>,
    /// The year in which it is said.
    pub now: Option<Year>,
    /// Its row.
    pub row: &'r Row,
    /// Whether the table names indicators, which what is promised in words is said of.
    pub named: bool,
}

/// The figures and the tasks of a cell of a text.
pub fn sentences(body: &str, cell: Range<usize>, said: Said<'_>) -> (Vec<Figure>, Vec<Figure>) {
    let text = body.get(cell.clone()).unwrap_or_default();
    let about = About {
        role: Some(said.role),
        year: said.period.and_then(Period::year),
        period: said.period.filter(|period| period.year().is_none()),
        now: said.now,
    };
    let name = || said.row.name.as_ref().and_then(|name| name.with(""));
    let mut figures = find(text, about, Detect::Figures);
    // 新建57个、完成114%: the row names what was built; what a share behind it is one of stays untold.
    if let Some(figure) = figures.first_mut()
        && figure.indicator.is_empty()
    {
        figure.indicator = name().unwrap_or_default();
    }
    let mut tasks = clauses(text, about);
    if tasks.is_empty() && figures.is_empty() && said.role == Role::Target {
        // A thing to be done, or what shall become of an indicator: 与经济增长同步.
        let mut task = whole(text, about);
        if let Some((task, name)) = task.as_mut().zip(name().filter(|_| said.named)) {
            task.indicator = format!("{name}{}", task.indicator);
        }
        tasks.extend(task);
    }
    for found in figures.iter_mut().chain(&mut tasks) {
        found.span = found.span.start + cell.start..found.span.end + cell.start;
        found.responsible.clone_from(&said.row.responsible);
        found.deadline.clone_from(&said.row.deadline);
    }
    (figures, tasks)
}
