//! Bulletins for the tests of this room.

use crate::figures::of_section;
use crate::model::{Bulletin, Figures, Kind, Section};

/// A bulletin of sections, each with its kind, its year and its text, whose figures are found.
pub fn bulletin(parts: &[(Kind, u16, &str)]) -> Bulletin {
    let section = |(kind, year, body): &(Kind, u16, &str)| Section {
        kind: Some(*kind),
        year: Some(*year),
        body: (*body).to_owned(),
        figures: Figures::found_by(of_section),
        ..Section::default()
    };
    Bulletin::default().with_sections(parts.iter().map(section).collect())
}
