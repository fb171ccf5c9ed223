//! The same section of several years side by side: columns of paragraphs, rows of paragraphs that match,
//! and the changes from each year to the next.
//!
//! `diff` matches paragraphs and finds changes, `compare` says which sections treat one topic. Knows nothing
//! of screens: marks are byte ranges of a paragraph's whole text.

use std::ops::Range;

use crate::compare::Alignments;
use crate::diff::{self, DiffSpan, Difference, PassageRelation};
pub use crate::diff::{Mark, What};
use crate::model::Bulletin;
use crate::page::{Paragraph, paragraphs};

/// The most years that are shown side by side.
pub const MOST: usize = 4;

/// What a column shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Index of the bulletin.
    pub bulletin: usize,
    /// Its sections with all below them, in reading order; empty where no section treats the topic.
    pub sections: Vec<usize>,
}

/// A column: the text of a year.
#[derive(Clone, Debug)]
pub struct Column {
    /// What it shows.
    pub shown: Shown,
    /// Its paragraphs in reading order.
    pub paragraphs: Vec<Paragraph>,
    /// For each paragraph what was not there the year before, in order.
    pub added: Vec<Vec<Mark>>,
    /// For each paragraph what is no more there the year after, in order.
    pub gone: Vec<Vec<Mark>>,
}

impl Column {
    /// The whole texts of its paragraphs.
    pub fn texts(&self, bulletins: &[Bulletin]) -> Vec<String> {
        let all = 0..self.paragraphs.len();
        all.map(|at| self.text(at, bulletins)).collect()
    }

    /// A paragraph's whole text.
    pub fn text(&self, paragraph: usize, bulletins: &[Bulletin]) -> String {
        let text = || {
            let bulletin = bulletins.get(self.shown.bulletin)?;
            let paragraph = self.paragraphs.get(paragraph)?;
            Some(paragraph.text(bulletin.sections().get(paragraph.section)?))
        };
        text().unwrap_or_default()
    }
}

/// A position in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParallelPosition {
    /// The column.
    pub column: usize,
    /// The paragraph.
    pub paragraph: usize,
    /// Byte range in the paragraph's text; empty where the column has nothing instead.
    pub span: Range<usize>,
}

/// A change from one column to the next.
pub type Change = diff::Change<ParallelPosition>;

/// A section, or all of a bulletin, of several years side by side.
#[derive(Clone, Debug, Default)]
pub struct Parallel {
    /// The years, ascending.
    pub columns: Vec<Column>,
    /// For each row the paragraph of each column.
    pub rows: Vec<Vec<Option<usize>>>,
    /// All changes in the order of the rows.
    pub changes: Vec<Change>,
    /// For each column the row of each paragraph.
    row_of: Vec<Vec<usize>>,
}

impl Parallel {
    /// Lays columns side by side.
    pub fn new(bulletins: &[Bulletin], shown: Vec<Shown>, known: &mut Alignments) -> Self {
        let mut made = Self {
            columns: columns(bulletins, shown),
            ..Self::default()
        };
        let differences: Vec<Difference> = (1..made.columns.len())
            .filter_map(|at| {
                let (old, new) = (made.columns.get(at - 1)?, made.columns.get(at)?);
                Some(difference(bulletins, old, new, known))
            })
            .collect();
        made.join(differences);
        made
    }

    /// Joins the differences of all neighbouring columns.
    fn join(&mut self, differences: Vec<Difference>) {
        let first = self
            .columns
            .first()
            .map_or(0, |column| column.paragraphs.len());
        self.rows = (0..first).map(|paragraph| vec![Some(paragraph)]).collect();
        for (at, difference) in differences.iter().enumerate() {
            self.add_column(difference, at + 1);
        }
        self.row_of = self
            .columns
            .iter()
            .map(|c| vec![0; c.paragraphs.len()])
            .collect();
        for (row, paragraphs) in self.rows.iter().enumerate() {
            for (of_column, paragraph) in self.row_of.iter_mut().zip(paragraphs) {
                if let Some(slot) = paragraph.and_then(|at| of_column.get_mut(at)) {
                    *slot = row;
                }
            }
        }
        let mut changes: Vec<((usize, usize, usize), Change)> = Vec::new();
        for (at, found) in differences.into_iter().enumerate() {
            for change in found.changes {
                let place = |column: usize, place: Option<DiffSpan>| {
                    place.map(|place| ParallelPosition {
                        column,
                        paragraph: place.passage,
                        span: place.span,
                    })
                };
                let (old, new) = (place(at, change.old), place(at + 1, change.new));
                let stands = new.as_ref().or(old.as_ref());
                let row = stands.and_then(|place| self.row_of(place.column, place.paragraph));
                let start = stands.map_or(0, |place| place.span.start);
                let row = row.unwrap_or(0);
                let change = Change {
                    what: change.what,
                    row,
                    old,
                    new,
                };
                changes.push(((row, at, start), change));
            }
            if let Some(column) = self.columns.get_mut(at) {
                column.gone = found.old;
            }
            if let Some(column) = self.columns.get_mut(at + 1) {
                column.added = found.new;
            }
        }
        changes.sort_by_key(|(key, _)| *key);
        self.changes = changes.into_iter().map(|(_, change)| change).collect();
    }

    /// Adds the next column: its paragraphs join the rows of those they match.
    fn add_column(&mut self, difference: &Difference, columns: usize) {
        let mut rows: Vec<Vec<Option<usize>>> = Vec::new();
        let mut left = std::mem::take(&mut self.rows).into_iter();
        for (old, new) in &difference.rows {
            if let Some(old) = old {
                // Rows before it that lack the old column come first.
                for mut row in left.by_ref() {
                    let here = row.last() == Some(&Some(*old));
                    row.push(if here { *new } else { None });
                    rows.push(row);
                    if here {
                        break;
                    }
                }
            } else {
                let mut row = vec![None; columns];
                row.push(*new);
                rows.push(row);
            }
        }
        rows.extend(left.map(|mut row| {
            row.push(None);
            row
        }));
        self.rows = rows;
    }

    /// The paragraph in a cell, if there is one, with its column.
    pub fn cell(&self, row: usize, column: usize) -> Option<(&Column, usize)> {
        let paragraph = (*self.rows.get(row)?.get(column)?)?;
        Some((self.columns.get(column)?, paragraph))
    }

    /// The row of a paragraph.
    pub fn row_of(&self, column: usize, paragraph: usize) -> Option<usize> {
        self.row_of.get(column)?.get(paragraph).copied()
    }
}

/// The columns with their paragraphs, nothing compared.
fn columns(bulletins: &[Bulletin], shown: Vec<Shown>) -> Vec<Column> {
    let column = |shown: Shown| {
        let bulletin = bulletins.get(shown.bulletin);
        let section = |at: &usize| {
            let end = bulletin?.sections().get(*at)?.end;
            Some(paragraphs(bulletin?, *at..end))
        };
        let sections = shown.sections.iter();
        let all: Vec<Paragraph> = sections.filter_map(section).flatten().collect();
        Column {
            added: vec![Vec::new(); all.len()],
            gone: vec![Vec::new(); all.len()],
            paragraphs: all,
            shown,
        }
    };
    shown.into_iter().map(column).collect()
}

/// The whole texts of some bulletins, nothing compared.
pub fn whole(bulletins: &[Bulletin], members: impl Iterator<Item = usize>) -> Vec<Column> {
    let shown = members.map(|bulletin| Shown {
        bulletin,
        sections: top_sections(bulletins, bulletin),
    });
    columns(bulletins, shown.collect())
}

fn top_sections(bulletins: &[Bulletin], bulletin: usize) -> Vec<usize> {
    let bulletin = bulletins.get(bulletin).into_iter();
    bulletin
        .flat_map(|bulletin| bulletin.children(None))
        .collect()
}

/// The years that are shown: the bulletins of a series, by date, up to the one asked for; where there are too
/// few before it, those after it as well.
pub fn window(members: &[usize], bulletin: usize, years: usize) -> &[usize] {
    let Some(at) = members.iter().position(|member| *member == bulletin) else {
        return &[];
    };
    let years = years.clamp(2, MOST).min(members.len());
    let from = (at + 1).saturating_sub(years).min(members.len() - years);
    members.get(from..from + years).unwrap_or_default()
}

/// What each year shows: the section of one bulletin, or all of it, and its counterparts in the others.
pub fn shown(
    bulletins: &[Bulletin],
    members: &[usize],
    (bulletin, section): (usize, Option<usize>),
    known: &mut Alignments,
) -> Vec<Shown> {
    let mut all = Vec::with_capacity(members.len());
    for &member in members {
        let sections = match section {
            None => top_sections(bulletins, member),
            Some(section) if member == bulletin => vec![section],
            Some(section) => {
                let mut found = known
                    .counterparts(bulletins, (bulletin, section), member)
                    .to_vec();
                found.sort_unstable();
                found
            }
        };
        all.push(Shown {
            bulletin: member,
            sections,
        });
    }
    all
}

fn difference(
    bulletins: &[Bulletin],
    old: &Column,
    new: &Column,
    known: &mut Alignments,
) -> Difference {
    let (a, b) = (old.texts(bulletins), new.texts(bulletins));
    // For each old section its counterparts.
    let mut beside: Vec<(usize, Vec<usize>)> = Vec::new();
    for paragraph in &old.paragraphs {
        if beside
            .last()
            .is_none_or(|(section, _)| *section != paragraph.section)
        {
            let from = (old.shown.bulletin, paragraph.section);
            let found = known.counterparts(bulletins, from, new.shown.bulletin);
            beside.push((paragraph.section, found.to_vec()));
        }
    }
    let kin = |a: usize, b: usize| {
        let (Some(a), Some(b)) = (old.paragraphs.get(a), new.paragraphs.get(b)) else {
            return PassageRelation::Never;
        };
        let at = beside.partition_point(|(section, _)| *section < a.section);
        let found = beside.get(at).map(|(_, found)| found);
        match (a.heading == b.heading, found) {
            (false, _) => PassageRelation::Never,
            (true, Some(found)) if found.contains(&b.section) => PassageRelation::SameTopic,
            _ => PassageRelation::Unknown,
        }
    };
    let a: Vec<&str> = a.iter().map(String::as_str).collect();
    let b: Vec<&str> = b.iter().map(String::as_str).collect();
    diff::difference(&a, &b, &kin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, Section};

    fn bulletin(paragraphs: &str) -> Bulletin {
        let section = Section {
            heading: "安排".into(),
            kind: Some(Kind::Plans),
            body: paragraphs.into(),
            ..Section::default()
        };
        Bulletin::default().with_sections(vec![section])
    }

    /// The years of one section each, side by side.
    fn beside(years: &[&str]) -> (Vec<Bulletin>, Parallel) {
        let bulletins: Vec<Bulletin> = years.iter().map(|text| bulletin(text)).collect();
        let members: Vec<usize> = (0..bulletins.len()).collect();
        let mut known = Alignments::default();
        let shown = shown(&bulletins, &members, (0, Some(0)), &mut known);
        let made = Parallel::new(&bulletins, shown, &mut known);
        (bulletins, made)
    }

    #[test]
    fn every_paragraph_stands_in_one_row_in_its_order() {
        let (_, made) = beside(&[
            "提升海缆保护能力。\n整治垃圾信息。\n修订应急预案。",
            "整治垃圾信息。\n发展卫星互联网。\n修订应急预案。",
            "发展卫星互联网。\n推广大字版界面。\n修订应急预案。",
        ]);
        for (at, column) in made.columns.iter().enumerate() {
            let found: Vec<usize> = made.rows.iter().filter_map(|row| row[at]).collect();
            let all: Vec<usize> = (0..column.paragraphs.len()).collect();
            assert_eq!(found, all, "column {at}");
        }
        assert!(made.rows.iter().all(|row| row.len() == 3));
        // The heading and the last paragraph stand in all three years.
        let whole = made
            .rows
            .iter()
            .filter(|row| row.iter().all(Option::is_some));
        assert_eq!(whole.count(), 2);
    }

    #[test]
    fn changes_are_those_from_each_year_to_the_next_in_the_order_of_the_rows() {
        let (bulletins, made) = beside(&[
            "建成二级节点85个，服务能力提升。",
            "建成二级节点166个，服务能力提升。",
            "建成二级节点200个，服务能力提升。",
        ]);
        let words = |place: &Option<ParallelPosition>| {
            let place = place.clone().unwrap();
            let text = made.columns[place.column].text(place.paragraph, &bulletins);
            text.get(place.span).unwrap().to_owned()
        };
        let changes: Vec<(String, String)> = made
            .changes
            .iter()
            .map(|change| (words(&change.old), words(&change.new)))
            .collect();
        let expected = [("85个", "166个"), ("166个", "200个")];
        assert_eq!(changes, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    }

    #[test]
    fn a_year_without_the_section_has_an_empty_column() {
        let mut bulletins = vec![bulletin("整治垃圾信息。"), bulletin("整治垃圾信息。")];
        bulletins[0] = Bulletin::default();
        let mut known = Alignments::default();
        let shown = shown(&bulletins, &[0, 1], (1, Some(0)), &mut known);
        assert_eq!(shown[0].sections, [0_usize; 0]);
        let made = Parallel::new(&bulletins, shown, &mut known);
        assert!(
            made.rows
                .iter()
                .all(|row| row[0].is_none() && row[1].is_some())
        );
        assert_eq!(made.changes.len(), 2);
    }

    #[test]
    fn the_years_shown_end_with_the_one_asked_for() {
        assert_eq!(window(&[4, 5, 6, 7], 6, 2), [5, 6]);
        assert_eq!(window(&[4, 5, 6, 7], 6, 3), [4, 5, 6]);
        assert_eq!(window(&[4, 5, 6, 7], 4, 2), [4, 5]);
        assert_eq!(window(&[4, 5], 5, 4), [4, 5]);
        assert_eq!(window(&[4], 4, 2), [4]);
        assert_eq!(window(&[4], 9, 2), [0_usize; 0]);
    }
}
