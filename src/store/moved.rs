//! Where things of the library are once it was read anew.

use crate::compare::{Cell, Facts, Tasks};
use crate::export::pick::Pick;
use crate::model::{Bulletin, Figure, Section};

use super::series::SeriesIndex;

/// The library as it was before it was read anew.
#[derive(Debug)]
pub struct Moved {
    /// Its bulletins.
    pub bulletins: Vec<Bulletin>,
    /// Its series.
    pub series: SeriesIndex,
}

impl Moved {
    /// Where a bulletin is now: the one with the same id.
    pub fn bulletin(&self, index: usize, now: &[Bulletin]) -> Option<usize> {
        let id = &self.bulletins.get(index)?.id;
        now.iter().position(|b| b.id == *id)
    }

    /// Where a section is now: the same id, number and heading.
    pub fn section(
        &self,
        (bulletin, section): (usize, usize),
        now: &[Bulletin],
    ) -> Option<(usize, usize)> {
        let old = self.bulletins.get(bulletin)?.sections().get(section)?;
        let bulletin = self.bulletin(bulletin, now)?;
        let same = |s: &Section| s.number == old.number && s.heading == old.heading;
        let section = now.get(bulletin)?.sections().iter().position(same)?;
        Some((bulletin, section))
    }

    /// Where a figure or task is now: the same words in the same section.
    fn cell(&self, cell: Cell, now: &[Bulletin]) -> Option<Cell> {
        let (bulletin, section) = self.section((cell.bulletin, cell.section), now)?;
        let own = std::iter::once(cell.section);
        let tasks = Tasks::of_sections(&self.bulletins, cell.bulletin, own);
        let (old_section, old) = cell.look(Facts {
            bulletins: &self.bulletins,
            tasks: &tasks,
        })?;
        let tasks = Tasks::of_sections(now, bulletin, std::iter::once(section));
        let facts = Facts {
            bulletins: now,
            tasks: &tasks,
        };
        let new = now.get(bulletin)?.sections().get(section)?;
        let quote = old_section.quote(old);
        let same = |f: &Figure| {
            let figure = (&f.indicator, &f.key, &f.value, f.role);
            new.quote(f) == quote && figure == (&old.indicator, &old.key, &old.value, old.role)
        };
        let mut all = facts.in_section(bulletin, section);
        all.find(|(_, figure)| same(figure)).map(|(cell, _)| cell)
    }

    /// What a pick is now; None if it is no longer there.
    pub fn pick(&self, pick: Pick, now: &[Bulletin]) -> Option<Pick> {
        Some(match pick {
            Pick::Bulletin(index) => Pick::Bulletin(self.bulletin(index, now)?),
            Pick::Passage(bulletin, section, span) => {
                let (index, at) = self.section((bulletin, section), now)?;
                let words = self.bulletins.get(bulletin)?.sections().get(section)?;
                let words = words.body.get(span.clone())?;
                let body = &now.get(index)?.sections().get(at)?.body;
                let all = body.match_indices(words).map(|(start, _)| start);
                let start = all.min_by_key(|start| start.abs_diff(span.start))?;
                Pick::Passage(index, at, start..start + words.len())
            }
            Pick::Section(bulletin, section) => {
                let (bulletin, section) = self.section((bulletin, section), now)?;
                Pick::Section(bulletin, section)
            }
            Pick::Row {
                series,
                cell,
                indicator,
            } => Pick::Row {
                series,
                cell: self.cell(cell, now)?,
                indicator,
            },
        })
    }
}
