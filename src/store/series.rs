//! The series of the library with their bulletins, in the order that lists and trees have.

use crate::compare;
use crate::model::Bulletin;

/// The series and their members.
#[derive(Debug, Default)]
pub struct SeriesIndex {
    /// Names of the series with the indices of their bulletins, in order.
    pub all: Vec<(String, Vec<usize>)>,
}

impl SeriesIndex {
    /// The series of some bulletins.
    pub fn of(bulletins: &[Bulletin]) -> Self {
        let with_members = |name: String| {
            let members = compare::all_members(bulletins, &name);
            (name, members)
        };
        let names = compare::series(bulletins).into_iter();
        Self {
            all: names.map(with_members).collect(),
        }
    }

    /// The name of a series, by its place.
    pub fn name(&self, at: usize) -> Option<&str> {
        self.all.get(at).map(|(name, _)| name.as_str())
    }

    /// The bulletins of a series, by its place.
    pub fn members(&self, at: usize) -> &[usize] {
        self.all
            .get(at)
            .map_or(&[], |(_, members)| members.as_slice())
    }

    /// The newest bulletin of a series: the last one with a date, else the last one.
    pub fn newest(&self, series: usize, bulletins: &[Bulletin]) -> Option<usize> {
        let (_, members) = self.all.get(series)?;
        let of = |at: usize| bulletins.get(at);
        let single = |at: &usize| of(*at).is_some_and(|b| b.copy_of.is_none());
        let dated = |at: &usize| of(*at).is_some_and(|b| b.date.is_some());
        let members = members.iter().rev().copied();
        let mut single = members.filter(single).peekable();
        let last = single.peek().copied();
        single.find(dated).or(last)
    }

    /// The bulletins in the order of the series, by their indices.
    pub fn in_order(&self) -> impl Iterator<Item = usize> + '_ {
        let members = |(_, members): &'_ (String, Vec<usize>)| members.clone();
        self.all.iter().flat_map(members)
    }

    /// The series of a bulletin, by its place.
    pub fn of_bulletin(&self, bulletin: usize) -> Option<usize> {
        self.all
            .iter()
            .position(|(_, members)| members.contains(&bulletin))
    }
}
