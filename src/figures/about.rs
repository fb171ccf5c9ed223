//! What a section says of the figures in it. Knows nothing of its text.

use crate::calendar::{Period, Year};
use crate::model::{Kind, Role, Section};

/// What a section says of the figures in it.
#[derive(Clone, Copy, Debug, Default)]
pub struct About {
    /// Promised or reported; None where the section's kind does not say.
    pub role: Option<Role>,
    /// The year it speaks of.
    pub year: Option<Year>,
    /// The years it speaks of, where they are several.
    pub period: Option<Period>,
    /// The year in which it is said: the year that the bulletin plans for, or of its date.
    pub now: Option<Year>,
}

impl About {
    /// What a section says, by its kind and year.
    pub fn of(section: &Section) -> Self {
        let role = section.kind.and_then(Kind::role);
        // A year is reported on in the next one.
        let later = Year::from(role == Some(Role::Result));
        Self {
            role,
            year: section.year,
            period: section.period,
            now: section.year.map(|year| year + later),
        }
    }

    /// The same for a bulletin of a year, where that is known.
    #[must_use]
    pub fn said_in(self, year: Option<Year>) -> Self {
        Self {
            now: year.or(self.now),
            ..self
        }
    }

    /// The last year it speaks of.
    pub fn last_year(self) -> Option<Year> {
        self.year.or(self.period.map(Period::to))
    }
}
