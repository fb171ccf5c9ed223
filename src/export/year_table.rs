//! The ledger of one year as it is handed in: a table for each group, in the order of the groups. Every form of
//! document writes this one.

use crate::calendar::Year;
use crate::compare::{RowGroup, around, by_chapter};
use crate::i18n::Lang;
use crate::model::{Bulletin, Role};
use crate::wording::column::of_ledger;
use crate::wording::source::{byline, named};
use crate::wording::tally::tally_line;

use super::rows::Rows;
use super::year_cell::{RowOfYear, Words};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The indicator; of a promise in words the promise.
    Name,
    /// The result of the year before.
    Before,
    /// The target of the year.
    Target,
    /// Its result.
    Result,
    /// What became of the promise.
    Outcome,
    /// The target of the year after.
    Next,
    /// The sentences, and where they stand.
    Evidence,
}

impl Column {
    /// All of them, in their order.
    const ALL: [Self; 7] = [
        Self::Name,
        Self::Before,
        Self::Target,
        Self::Result,
        Self::Outcome,
        Self::Next,
        Self::Evidence,
    ];

    /// How much room it takes beside the others: numbers little, words and sentences more.
    fn weight(self, group: RowGroup) -> usize {
        match (self, group) {
            (Self::Name, RowGroup::Task) => 26,
            (Self::Result | Self::Next, RowGroup::Task) => 20,
            (Self::Before | Self::Target, RowGroup::Task) => 12,
            (Self::Outcome, RowGroup::Task) => 9,
            (Self::Evidence, RowGroup::Task) => 18,
            // Much of what is new is words.
            (Self::Name, RowGroup::New) => 40,
            (Self::Name, _) => 12,
            (Self::Before | Self::Target | Self::Result, _) => 11,
            (Self::Outcome | Self::Next, _) => 12,
            (Self::Evidence, _) => 41,
        }
    }

    /// Whether it holds values, which are set in the middle of their cells.
    fn is_value(self) -> bool {
        matches!(self, Self::Before | Self::Target | Self::Result)
    }

    fn head(self, year: Year, in_words: bool, lang: Lang) -> String {
        let words = lang.words();
        let [before, target, result, next] =
            around(year).map(|(year, role): (Year, Role)| of_ledger(year, role, lang));
        match self {
            // A promise in words is its own name.
            Self::Name if in_words => target,
            Self::Name => words.indicator.to_owned(),
            Self::Before => before,
            Self::Target => target,
            Self::Result => result,
            Self::Outcome => words.outcome_head.to_owned(),
            Self::Next => next,
            Self::Evidence => words.evidence.to_owned(),
        }
    }

    fn words(self, row: &RowOfYear<'_>, year: Year, in_words: bool) -> Words {
        let [before, target, result, _] = around(year);
        match self {
            Self::Name => row.name(),
            Self::Before => row.value(before, in_words),
            Self::Target if in_words => Words::default(),
            Self::Target => row.value(target, false),
            Self::Result => row.value(result, in_words),
            Self::Outcome => row.outcome(),
            Self::Next => row.next(in_words),
            Self::Evidence => row.evidence(in_words),
        }
    }
}

/// A line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The heading of a chapter, over all columns.
    Chapter(String),
    /// A row: a cell for each column.
    Row(Vec<Words>),
}

/// The rows of a group.
#[derive(Clone, Debug)]
pub struct Part {
    /// What the group is called, with the number of its rows where all are here.
    pub heading: String,
    /// Whether its rows are promises in words, whose cells are words as well.
    pub in_words: bool,
    /// Its columns, those with nothing in them left out.
    pub columns: Vec<Column>,
    /// How much room each of them takes beside the others.
    pub weights: Vec<usize>,
    /// What they are called.
    pub head: Vec<String>,
    /// Its lines.
    pub lines: Vec<Line>,
}

impl Part {
    /// Whether the words of a column are set in the middle of their cells: those of values.
    pub fn is_centred(&self, column: Column) -> bool {
        !self.in_words && column.is_value()
    }
}

/// The tables of a year.
#[derive(Clone, Debug)]
pub struct YearTable {
    /// Series and year.
    pub title: String,
    /// The reports that the rows are taken from, with issuer and date.
    pub reports: Vec<String>,
    /// The groups.
    pub parts: Vec<Part>,
    /// How the promises came out, where all rows are here.
    pub tally: Option<String>,
}

impl YearTable {
    /// The tables of some rows, a year after the other.
    pub fn all(rows: &Rows<'_>) -> Vec<Self> {
        let years = rows.by_year().into_iter();
        years
            .map(|(year, own)| Self::of(rows, year, &own))
            .collect()
    }

    fn of(rows: &Rows<'_>, year: Year, own: &[usize]) -> Self {
        let words = rows.lang.words();
        let mut groups: Vec<(RowGroup, Vec<RowOfYear<'_>>)> = Vec::new();
        let mut cited: Vec<usize> = Vec::new();
        for at in own {
            let Some(row) = RowOfYear::of(rows, *at, year) else {
                continue;
            };
            cited.extend(row.cited());
            match groups.iter_mut().find(|(known, _)| *known == row.group) {
                Some((_, rows)) => rows.push(row),
                None => groups.push((row.group, vec![row])),
            }
        }
        groups.sort_by_key(|(group, _)| *group);
        let whole = rows.rows.is_none();
        let parts = groups.into_iter();
        let tally = rows.ledger.tallies.iter().find(|tally| tally.year == year);
        Self {
            title: words.year_title(&rows.ledger.title, year),
            reports: reports(rows, &cited),
            parts: parts
                .map(|(group, own)| part(group, &own, (year, whole), (rows.bulletins, rows.lang)))
                .collect(),
            tally: tally
                .filter(|_| whole)
                .map(|tally| tally_line(tally, rows.lang)),
        }
    }
}

/// What the marks of all tables mean.
pub fn note(lang: Lang) -> &'static str {
    lang.words().marks_note
}

/// The reports that are cited, in the order of the ledger's columns.
fn reports(rows: &Rows<'_>, cited: &[usize]) -> Vec<String> {
    let mut bulletins: Vec<usize> = Vec::new();
    for column in &rows.ledger.columns {
        if cited.contains(&column.bulletin) && !bulletins.contains(&column.bulletin) {
            bulletins.push(column.bulletin);
        }
    }
    let report = |bulletin: &Bulletin| {
        let words = rows.lang.words();
        let title = named(bulletin, rows.lang);
        match byline(bulletin, words.report_join).as_str() {
            "" => title,
            byline => words.report_named(byline, title),
        }
    };
    let bulletins = bulletins.into_iter();
    bulletins
        .filter_map(|at| rows.bulletins.get(at).map(report))
        .collect()
}

/// What a group is called in the ledger of a year.
pub fn group_name(group: RowGroup, year: Year, lang: Lang) -> String {
    match group {
        RowGroup::New => lang.words().group_new(year + 1),
        group => lang.words().ledger_group(group.code()).to_owned(),
    }
}

fn part(
    group: RowGroup,
    rows: &[RowOfYear<'_>],
    (year, whole): (Year, bool),
    (bulletins, lang): (&[Bulletin], Lang),
) -> Part {
    let words = lang.words();
    let name = group_name(group, year, lang);
    let in_words = group == RowGroup::Task;
    let mut lines: Vec<Line> = Vec::new();
    let chapters = if in_words {
        by_chapter(rows, |row| row.anchor, bulletins)
    } else {
        vec![(String::new(), rows.iter().collect())]
    };
    for (chapter, rows) in chapters {
        lines.extend(
            Some(chapter)
                .filter(|words| !words.is_empty())
                .map(Line::Chapter),
        );
        lines.extend(rows.into_iter().map(|row| {
            let cells = Column::ALL
                .iter()
                .map(|column| column.words(row, year, in_words));
            Line::Row(cells.collect())
        }));
    }
    let is_filled = |at: usize| {
        lines.iter().any(|line| match line {
            Line::Chapter(_) => false,
            Line::Row(cells) => cells.get(at).is_some_and(|cell| !cell.is_empty()),
        })
    };
    let filled: Vec<bool> = (0..Column::ALL.len()).map(is_filled).collect();
    for line in &mut lines {
        if let Line::Row(cells) = line {
            let mut kept = filled.iter();
            cells.retain(|_| kept.next() == Some(&true));
        }
    }
    let columns = Column::ALL.iter().zip(&filled).filter(|(_, kept)| **kept);
    let columns: Vec<Column> = columns.map(|(column, _)| *column).collect();
    let head = columns
        .iter()
        .map(|column| column.head(year, in_words, lang));
    Part {
        heading: if whole {
            words.group_counted(rows.len(), name)
        } else {
            name
        },
        in_words,
        head: head.collect(),
        weights: columns.iter().map(|column| column.weight(group)).collect(),
        columns,
        lines,
    }
}
