//! What bulletins promise and report in words, where no figure says it and the file does not list it.
//!
//! Read from the text when a ledger is made, and owned by that ledger. Knows nothing of rows.

use std::collections::HashMap;

use crate::figures::{self, About};
use crate::model::{Bulletin, Figure, Role, Section};

/// The tasks of sections, by the indices of bulletin and section.
#[derive(Clone, Debug, Default)]
pub struct Tasks(HashMap<(usize, usize), Vec<Figure>>);

impl Tasks {
    /// Those of all sections of some bulletins, by their indices.
    pub fn of(bulletins: &[Bulletin], members: &[usize]) -> Self {
        let mut tasks = Self::default();
        for &at in members {
            let sections = bulletins.get(at).map_or(0, |b| b.sections().len());
            tasks.read(bulletins, at, 0..sections);
        }
        tasks
    }

    /// Those of some sections of one bulletin, by their indices.
    pub fn of_sections(
        bulletins: &[Bulletin],
        bulletin: usize,
        sections: impl Iterator<Item = usize>,
    ) -> Self {
        let mut tasks = Self::default();
        tasks.read(bulletins, bulletin, sections);
        tasks
    }

    fn read(&mut self, bulletins: &[Bulletin], at: usize, sections: impl Iterator<Item = usize>) {
        let Some(bulletin) = bulletins.get(at) else {
            return;
        };
        for section in sections {
            let found = in_section(bulletin, section);
            if !found.is_empty() {
                self.0.insert((at, section), found);
            }
        }
    }

    /// Those of a section, in the order of the text.
    pub fn in_section(&self, bulletin: usize, section: usize) -> &[Figure] {
        self.0.get(&(bulletin, section)).map_or(&[], Vec::as_slice)
    }
}

/// The tasks of a section, without clauses in which a figure is.
fn in_section(bulletin: &Bulletin, index: usize) -> Vec<Figure> {
    let section = bulletin.sections().get(index);
    let Some(section) = section.filter(|section| !section.listed) else {
        return Vec::new();
    };
    let about = About::of(section);
    let mut tasks = figures::tasks(section);
    let mut figures = section.figures().iter().peekable();
    // A run-in heading is left out where sections below it, or the reported text, say the same in detail.
    let over_others = section.end > index + 1;
    let over_text = section.body.len() > section.heading_bytes;
    let general = over_others || over_text && about.role == Some(Role::Result);
    // Both come in the order of the text.
    tasks.retain(|task| {
        if general && is_heading(section, task) {
            return false;
        }
        while figures
            .next_if(|figure| figure.span.end <= task.span.start)
            .is_some()
        {}
        figures
            .peek()
            .is_none_or(|figure| figure.span.start >= task.span.end)
    });
    tasks
}

/// Whether a task is the section's run-in heading.
pub fn is_heading(section: &Section, figure: &Figure) -> bool {
    figure.value.is_none() && figure.span.end <= section.heading_bytes
}
