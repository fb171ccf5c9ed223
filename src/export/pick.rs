//! What is taken away: bulletins, sections, passages and rows of a ledger, each with a reference that
//! names it on the command line.

use std::ops::Range;

use crate::compare::{Cell, Content, Facts, Tasks};
use crate::i18n::{Lang, counted};
use crate::length::Length;
use crate::model::{Bulletin, Figure, Form, Part, SectionRef};

use crate::wording::source::heading_path;

/// Indicators that are told where none has the name that was given, at most.
const KNOWN: usize = 8;

/// Something that is taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A whole bulletin, by its index.
    Bulletin(usize),
    /// A section with its subsections, by bulletin and index.
    Section(usize, usize),
    /// Some words of a section, by bulletin, section and byte range of its body.
    Passage(usize, usize, Range<usize>),
    /// A row of a series' whole ledger, by a cell of it.
    Row {
        /// The series.
        series: String,
        /// A cell of the row: its index may change.
        cell: Cell,
        /// Its indicator.
        indicator: String,
    },
}

/// Why a reference means nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// It is not written as one.
    Reference,
    /// There is no bulletin of that id.
    Bulletin(String),
    /// The bulletin has no such section.
    Section,
    /// The range is not within the section, or cuts a character.
    Passage,
    /// The section has no such indicator; of those it has these are the nearest.
    Row(Vec<String>),
}

/// What a reference means. Besides `ID`, `ID#2.1` and `ID#plans`: `ID#2.1@10-40`, bytes of the section's
/// run of text (heading if run-in, then text), and `ID=NAME`, `ID#2.1=NAME` or `ID#plans=NAME`, the rows of the
/// ledger with this indicator there or below, by its name or key; `ID#2.1=3` is that of the section's third one.
///
/// # Errors
/// Why it means nothing.
pub fn parse(bulletins: &[Bulletin], text: &str) -> Result<Vec<Pick>, Unknown> {
    let known = |id: &str| bulletins.iter().position(|b| b.id == id);
    // An id may hold any of the marks.
    if let Some(index) = known(text) {
        return Ok(vec![Pick::Bulletin(index)]);
    }
    let (section, detail) = parted(text, |id| known(id).is_some());
    let parsed = SectionRef::parse(section).ok_or(Unknown::Reference)?;
    let index = known(&parsed.id).ok_or_else(|| Unknown::Bulletin(parsed.id.clone()))?;
    let Some(bulletin) = bulletins.get(index) else {
        return Err(Unknown::Bulletin(parsed.id));
    };
    let sections = parsed.resolve(bulletin);
    let Some(&first) = sections.first() else {
        return Err(Unknown::Section);
    };
    match detail {
        None => {
            let picks = sections.into_iter().map(|s| Pick::Section(index, s));
            Ok(picks.collect())
        }
        Some(('@', range)) => {
            // Bytes are those of one section.
            let span = span(range).filter(|_| matches!(parsed.part, Part::Number(_)));
            let span = span.ok_or(Unknown::Reference)?;
            let words = bulletin.sections().get(first);
            let words = words.and_then(|s| s.body.get(span.clone()));
            let some = words.is_some_and(|words| !words.trim().is_empty());
            let pick = some.then(|| vec![Pick::Passage(index, first, span)]);
            pick.ok_or(Unknown::Passage)
        }
        Some((_, name)) => {
            let found = figures_named(bulletins, index, &sections, name);
            let picks = found.into_iter().map(|found| row(bulletins, found));
            let picks: Vec<Pick> = picks.collect();
            if picks.is_empty() {
                return Err(Unknown::Row(nearest(bulletins, index, &sections, name)));
            }
            Ok(picks)
        }
    }
}

/// A reference without what stands behind its bulletin or section, and that with its mark.
fn parted(text: &str, is_known: impl Fn(&str) -> bool) -> (&str, Option<(char, &str)>) {
    let marks = text.char_indices().filter(|(_, c)| matches!(c, '@' | '='));
    let parts: Vec<(&str, char, &str)> = marks
        .filter_map(|(at, mark)| {
            let (before, rest) = text.split_at_checked(at)?;
            Some((before, mark, rest.strip_prefix(mark)?))
        })
        .collect();
    let id = text.split('#').next().unwrap_or_default();
    let of_section = parts.iter().find(|(before, ..)| before.len() > id.len());
    let of_bulletin = parts
        .iter()
        .find(|(before, mark, _)| *mark == '=' && is_known(before));
    let found = if is_known(id) {
        of_section
    } else {
        of_bulletin.or(of_section)
    };
    found.map_or((text, None), |(before, mark, rest)| {
        (*before, Some((*mark, *rest)))
    })
}

/// The indicators of a name in some sections of a bulletin and below, by section and place; if there is none, the
/// one of that number in the first section.
fn figures_named(
    bulletins: &[Bulletin],
    index: usize,
    sections: &[usize],
    name: &str,
) -> Vec<(Cell, String)> {
    let called = |f: &Figure| f.key.as_deref() == Some(name) || f.indicator == name;
    let tasks = Tasks::of_sections(bulletins, index, below(bulletins, index, sections));
    let facts = Facts {
        bulletins,
        tasks: &tasks,
    };
    let named = |(cell, figure): (Cell, &Figure)| (cell, figure.indicator.clone());
    let all = below(bulletins, index, sections).flat_map(|at| facts.in_section(index, at));
    let found: Vec<_> = all.filter(|(_, f)| called(f)).map(named).collect();
    let numbered = || {
        let number = name.parse::<usize>().ok()?.checked_sub(1)?;
        facts.in_section(index, *sections.first()?).nth(number)
    };
    if found.is_empty() {
        return numbered().map(named).into_iter().collect();
    }
    found
}

/// Some sections and those below them.
fn below<'a>(
    bulletins: &'a [Bulletin],
    index: usize,
    sections: &'a [usize],
) -> impl Iterator<Item = usize> + 'a {
    let all = bulletins.get(index).map_or(&[][..], Bulletin::sections);
    let range = |at: &usize| *at..all.get(*at).map_or(*at, |s| s.end);
    sections.iter().flat_map(range)
}

/// The row of an indicator.
fn row(bulletins: &[Bulletin], (cell, indicator): (Cell, String)) -> Pick {
    let series = bulletins.get(cell.bulletin).map(|b| b.series.clone());
    Pick::Row {
        series: series.unwrap_or_default(),
        cell,
        indicator,
    }
}

/// The indicators whose names have most characters of another one, those first.
fn nearest(bulletins: &[Bulletin], index: usize, sections: &[usize], name: &str) -> Vec<String> {
    let tasks = Tasks::of_sections(bulletins, index, below(bulletins, index, sections));
    let facts = Facts {
        bulletins,
        tasks: &tasks,
    };
    let all = below(bulletins, index, sections).flat_map(|at| facts.in_section(index, at));
    let mut known: Vec<String> = all.map(|(_, f)| f.indicator.clone()).collect();
    let shared = |other: &String| name.chars().filter(|c| other.contains(*c)).count();
    known.sort();
    known.dedup();
    known.sort_by_cached_key(|other| std::cmp::Reverse(shared(other)));
    if known.len() > KNOWN {
        known.truncate(KNOWN);
        known.push("…".to_owned());
    }
    known
}

/// The number of a figure or task in its section, from 1.
fn number_in_section(bulletins: &[Bulletin], cell: Cell) -> usize {
    let figures = || {
        let sections = bulletins.get(cell.bulletin)?.sections();
        Some(sections.get(cell.section)?.figures().len())
    };
    match cell.content {
        Content::Figure(at) => at + 1,
        Content::Task(at) => figures().unwrap_or(0) + at + 1,
    }
}

/// `10-40`
fn span(text: &str) -> Option<Range<usize>> {
    let (start, end) = text.split_once('-')?;
    Some(start.parse().ok()?..end.parse().ok()?).filter(|span| span.start < span.end)
}

/// How much is taken away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Sections, those without a heading of their own in the source left out.
    pub sections: usize,
    /// Passages.
    pub passages: usize,
    /// Rows of ledgers.
    pub rows: usize,
    /// The length of the text; rows have none.
    pub length: Length,
}

impl Size {
    /// It in words: items, unless they are not to be told (0), then sections, passages, rows and characters,
    /// those there are.
    pub fn words(&self, items: usize, lang: Lang) -> String {
        let words = lang.words();
        let parts = [
            (items, words.picked_unit),
            (self.sections, words.section_unit),
            (self.passages, words.passage_unit),
            (self.rows, words.row_unit),
            (self.length.count(), words.character_unit),
        ];
        let told = parts.into_iter().filter(|(count, _)| *count > 0);
        let told: Vec<String> = told.map(|(count, unit)| counted(count, unit)).collect();
        told.join(words.comma)
    }

    /// How much some picks are.
    pub fn of(picks: &[Pick], bulletins: &[Bulletin]) -> Self {
        picks.iter().map(|pick| pick.size(bulletins)).sum()
    }
}

impl std::iter::Sum for Size {
    fn sum<I: Iterator<Item = Self>>(sizes: I) -> Self {
        sizes.fold(Self::default(), |all, one| Self {
            sections: all.sections + one.sections,
            passages: all.passages + one.passages,
            rows: all.rows + one.rows,
            length: all.length + one.length,
        })
    }
}

impl Pick {
    /// What names it on the command line.
    pub fn reference(&self, bulletins: &[Bulletin]) -> String {
        let named = |bulletin: usize, section: usize| {
            bulletins
                .get(bulletin)
                .map_or_else(String::new, |b| b.reference(section))
        };
        match self {
            Self::Bulletin(index) => bulletins
                .get(*index)
                .map_or_else(String::new, |b| b.id.clone()),
            Self::Section(bulletin, section) => named(*bulletin, *section),
            Self::Passage(bulletin, section, span) => {
                let section = named(*bulletin, *section);
                format!("{section}@{}-{}", span.start, span.end)
            }
            Self::Row {
                cell, indicator, ..
            } => {
                let found = figures_named(bulletins, cell.bulletin, &[cell.section], indicator);
                let named_so = named(cell.bulletin, cell.section);
                // A name that several have gives way to the number.
                match found.as_slice() {
                    [(only, _)] if only == cell => format!("{named_so}={indicator}"),
                    _ => format!("{named_so}={}", number_in_section(bulletins, *cell)),
                }
            }
        }
    }

    /// The bulletin it is of; None for a row, which is of several.
    pub fn bulletin(&self) -> Option<usize> {
        match self {
            Self::Bulletin(index) | Self::Section(index, _) | Self::Passage(index, ..) => {
                Some(*index)
            }
            Self::Row { .. } => None,
        }
    }

    /// The sections it takes, by bulletin and range; None for what is no section.
    pub fn sections(&self, bulletins: &[Bulletin]) -> Option<(usize, Range<usize>)> {
        match self {
            Self::Bulletin(index) => {
                let all = bulletins.get(*index)?.sections().len();
                Some((*index, 0..all))
            }
            Self::Section(index, section) => {
                let end = bulletins.get(*index)?.sections().get(*section)?.end;
                Some((*index, *section..end))
            }
            Self::Passage(..) | Self::Row { .. } => None,
        }
    }

    /// How much it is.
    pub fn size(&self, bulletins: &[Bulletin]) -> Size {
        match self {
            Self::Bulletin(_) | Self::Section(..) => self.size_of_sections(bulletins),
            Self::Passage(..) => Size {
                passages: 1,
                length: Length::of(self.passage(bulletins)),
                ..Size::default()
            },
            Self::Row { .. } => Size {
                rows: 1,
                ..Size::default()
            },
        }
    }

    /// The words of a passage.
    fn passage<'a>(&self, bulletins: &'a [Bulletin]) -> &'a str {
        let words = || {
            let Self::Passage(bulletin, section, span) = self else {
                return None;
            };
            let section = bulletins.get(*bulletin)?.sections().get(*section)?;
            section.body.get(span.clone())
        };
        words().unwrap_or_default()
    }

    fn size_of_sections(&self, bulletins: &[Bulletin]) -> Size {
        let mut size = Size::default();
        let Some((index, range)) = self.sections(bulletins) else {
            return size;
        };
        let sections = bulletins.get(index).and_then(|b| b.sections().get(range));
        for section in sections.unwrap_or_default() {
            size.sections += usize::from(section.form != Form::Implied);
            let alone = section.form == Form::Block;
            let heading = if alone { section.heading.as_str() } else { "" };
            size.length = size.length
                + Length::of(&section.label)
                + Length::of(heading)
                + Length::of(&section.body);
        }
        size
    }

    /// One line that names it to a reader.
    pub fn title(&self, bulletins: &[Bulletin], lang: Lang) -> String {
        let path = |bulletin: usize, section: usize| {
            bulletins
                .get(bulletin)
                .map_or_else(String::new, |b| heading_path(b, section))
        };
        match self {
            Self::Bulletin(index) => bulletins
                .get(*index)
                .map_or_else(String::new, |b| b.title.clone()),
            Self::Section(bulletin, section) => path(*bulletin, *section),
            Self::Passage(..) => {
                let words = self.passage(bulletins).replace('\n', " ");
                lang.words().labelled(lang.words().passage, words)
            }
            Self::Row { indicator, .. } => lang.words().labelled(lang.words().compare, indicator),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Section;

    fn bulletins() -> Vec<Bulletin> {
        let section = |depth: usize, body: &str| Section {
            depth,
            body: body.to_owned(),
            ..Section::default()
        };
        let sections = vec![
            section(0, ""),
            section(1, "建成166个。接入5万家。"),
            section(1, "乙"),
        ];
        let bulletin = Bulletin {
            id: "甲=1@x".to_owned(),
            ..Bulletin::default()
        };
        let other = Bulletin {
            id: "甲".to_owned(),
            ..Bulletin::default()
        };
        let other = other.with_sections(vec![section(0, "丙")]);
        vec![Bulletin::default(), bulletin.with_sections(sections), other]
    }

    #[test]
    fn a_reference_leads_back_to_what_it_names() {
        let bulletins = bulletins();
        for pick in [
            Pick::Bulletin(1),
            Pick::Section(1, 1),
            Pick::Passage(1, 1, 0..15),
            Pick::Section(2, 0),
        ] {
            let reference = pick.reference(&bulletins);
            assert_eq!(parse(&bulletins, &reference), Ok(vec![pick]), "{reference}");
        }
    }

    #[test]
    fn what_is_no_reference_is_told_apart() {
        let bulletins = bulletins();
        let why = |text: &str| parse(&bulletins, text).unwrap_err();
        assert_eq!(why("乙"), Unknown::Bulletin("乙".to_owned()));
        assert_eq!(why("甲=1@x#1.9"), Unknown::Section);
        assert_eq!(why("甲=1@x#一"), Unknown::Reference);
        assert_eq!(why("甲=1@x#1.1@9"), Unknown::Reference);
        assert_eq!(why("甲=1@x#1.1@9-3"), Unknown::Reference);
        for range in ["1-3", "0-99", "30-31"] {
            let text = format!("甲=1@x#1.1@{range}");
            assert_eq!(why(&text), Unknown::Passage, "{text}");
        }
        assert_eq!(why("甲=1@x#1.1=无此"), Unknown::Row(Vec::new()));
    }
}
