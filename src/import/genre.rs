//! What a document is, as far as its title says: a report, a plan, a policy. Knows nothing of its text.

use crate::lexicon::List;

/// Words of titles; the first in the order of the list that a title holds counts.
static GENRES: List<Genre> = List::of("genre", Genre::parse);

/// What a document is, as far as its title says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Genre {
    /// A report of work: what was done, then what will be.
    #[default]
    Report,
    /// What will be done in a year: 工作要点.
    Plan,
    /// A policy: what is to be done.
    Policy,
    /// Minutes: what a meeting spoke of, item by item.
    Minutes,
}

impl Genre {
    fn parse(value: &str) -> Option<Self> {
        match value {
            "report" => Some(Self::Report),
            "plan" => Some(Self::Plan),
            "policy" => Some(Self::Policy),
            "minutes" => Some(Self::Minutes),
            _ => None,
        }
    }

    /// The genre of a title.
    pub fn of(title: &str) -> Self {
        let mut words = GENRES.get().iter();
        let found = words.find(|(word, _)| title.contains(word));
        found.map_or_else(Self::default, |(_, genre)| *genre)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_titles_means_something() {
        assert_eq!(GENRES.left_out(), Vec::<&str>::new());
    }
}
