//! What is taken away: bulletins, sections, passages and rows of a ledger, each with a reference that
//! names it on the command line.

use std::ops::Range;

use crate::compare::{Cell, read_words};
use crate::i18n::{Lang, counted};
use crate::length::Length;
use crate::model::{Bulletin, Form, Part, Section, SectionRef};

use super::text::heading_path;

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
/// run of text (heading if run-in, then text), and `ID#2.1=NAME`, the row of the ledger with this
/// indicator of the section or below it, by its name or key, or by its number among the section's from 1.
///
/// # Errors
/// Why it means nothing.
pub fn parse(bulletins: &[Bulletin], text: &str) -> Result<Vec<Pick>, Unknown> {
    let (section, detail) = parted(text);
    let parsed = SectionRef::parse(section).ok_or(Unknown::Reference)?;
    let index = bulletins.iter().position(|b| b.id == parsed.id);
    let index = index.ok_or_else(|| Unknown::Bulletin(parsed.id.clone()))?;
    let Some(bulletin) = bulletins.get(index) else {
        return Err(Unknown::Bulletin(parsed.id));
    };
    if parsed.part == Part::Whole {
        return Ok(vec![Pick::Bulletin(index)]);
    }
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
        Some((_, name)) => row(bulletin, index, &sections, name).map(|row| vec![row]),
    }
}

/// The row of an indicator in some sections with their subsections.
fn row(bulletin: &Bulletin, index: usize, sections: &[usize], name: &str) -> Result<Pick, Unknown> {
    read_words(bulletin);
    let all = bulletin.sections();
    let below = |at: usize| at..all.get(at).map_or(at, |s| s.end);
    let within = || sections.iter().flat_map(|at| below(*at));
    let own = |at: usize| Some((at, all.get(at)?));
    let named = within().filter_map(own);
    let mut named = named.filter_map(|(at, section)| Some((at, figure_named(section, name)?)));
    // A number counts those of the section that is named, not of its subsections.
    let numbered = || {
        let (at, section) = own(*sections.first()?)?;
        Some((at, figure_numbered(section, name)?))
    };
    let Some((section, figure)) = named.next().or_else(numbered) else {
        let known = within().filter_map(|at| all.get(at));
        let known = known.flat_map(|s| s.passages().map(|f| f.indicator.clone()));
        return Err(Unknown::Row(nearest(name, known.collect())));
    };
    let found = all.get(section).and_then(|s| s.passage(figure));
    Ok(Pick::Row {
        series: bulletin.series.clone(),
        cell: Cell {
            bulletin: index,
            section,
            figure,
        },
        indicator: found.map(|f| f.indicator.clone()).unwrap_or_default(),
    })
}

/// A reference without what stands behind its section, and that with its mark.
fn parted(text: &str) -> (&str, Option<(char, &str)>) {
    let begin = text.find('#').unwrap_or(text.len());
    let found = text.char_indices().filter(|(at, _)| *at > begin);
    let mark = found.into_iter().find(|(_, c)| matches!(c, '@' | '='));
    let parts = mark.and_then(|(at, mark)| {
        let (section, rest) = text.split_at_checked(at)?;
        Some((section, Some((mark, rest.strip_prefix(mark)?))))
    });
    parts.unwrap_or((text, None))
}

/// `10-40`
fn span(text: &str) -> Option<Range<usize>> {
    let (start, end) = text.split_once('-')?;
    Some(start.parse().ok()?..end.parse().ok()?).filter(|span| span.start < span.end)
}

fn figure_named(section: &Section, name: &str) -> Option<usize> {
    let called = |f: &crate::model::Figure| f.key.as_deref() == Some(name) || f.indicator == name;
    section.passages().position(called)
}

/// The names that have most characters of another one, those first.
fn nearest(name: &str, mut known: Vec<String>) -> Vec<String> {
    let shared = |other: &String| name.chars().filter(|c| other.contains(*c)).count();
    known.sort_by_key(|other| std::cmp::Reverse(shared(other)));
    known.dedup();
    known.truncate(KNOWN);
    known
}

fn figure_numbered(section: &Section, number: &str) -> Option<usize> {
    let at = number.parse::<usize>().ok()?.checked_sub(1)?;
    section.passage(at).map(|_| at)
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
        told.join(lang.pick("，", ", "))
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
                let section = bulletins
                    .get(cell.bulletin)
                    .and_then(|b| b.sections().get(cell.section));
                // A name that several have gives way to the number.
                let own = section.and_then(|s| figure_named(s, indicator)) == Some(cell.figure);
                let named_so = named(cell.bulletin, cell.section);
                if own {
                    format!("{named_so}={indicator}")
                } else {
                    format!("{named_so}={}", cell.figure + 1)
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
            Self::Passage(bulletin, section, span) => {
                let section = bulletins
                    .get(*bulletin)
                    .and_then(|b| b.sections().get(*section));
                let words = section.and_then(|s| s.body.get(span.clone()));
                Size {
                    passages: 1,
                    length: Length::of(words.unwrap_or_default()),
                    ..Size::default()
                }
            }
            Self::Row { .. } => Size {
                rows: 1,
                ..Size::default()
            },
        }
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
        let colon = lang.pick("：", ": ");
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
            Self::Passage(bulletin, section, span) => {
                let section = bulletins
                    .get(*bulletin)
                    .and_then(|b| b.sections().get(*section));
                let words = section.and_then(|s| s.body.get(span.clone()));
                let words = words.unwrap_or_default().replace('\n', " ");
                format!("{}{colon}{words}", lang.words().passage)
            }
            Self::Row { indicator, .. } => format!("{}{colon}{indicator}", lang.words().compare),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        vec![Bulletin::default(), bulletin.with_sections(sections)]
    }

    #[test]
    fn a_reference_leads_back_to_what_it_names() {
        let bulletins = bulletins();
        for pick in [
            Pick::Bulletin(1),
            Pick::Section(1, 1),
            Pick::Passage(1, 1, 0..15),
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
