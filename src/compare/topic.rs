//! Which sections of two bulletins treat one topic: those that share more with each other than with
//! the other sections of the two.
//!
//! How much two sections share says little by itself: two long ones share much of official prose.
//! What counts is how much more it is than what each shares with the others. Knows nothing of headings.

use std::collections::HashMap;

use crate::model::Role;

use super::idf::{Idf, TermVector};
use super::limits;

/// The number of a bulletin, with a role: a section is compared with those of another bulletin that have its
/// role.
pub type Group = (usize, Option<Role>);

/// The sections that are compared.
#[derive(Debug, Default)]
pub struct Topics {
    sections: Vec<TermVector>,
    /// For each section the group it is of: what one bulletin promises or reports.
    groups: Vec<usize>,
    known: HashMap<Group, usize>,
    /// For each section and group the most it shares with a section of the group, and the mean.
    shares: Vec<Vec<(f64, f64)>>,
}

impl Topics {
    /// Adds a section of a bulletin that promises or reports. Returns its place.
    pub fn add(&mut self, section: TermVector, group: Group) -> usize {
        let next = self.known.len();
        self.groups.push(*self.known.entry(group).or_insert(next));
        self.sections.push(section);
        self.sections.len() - 1
    }

    /// Computes what each section shares with those of each other group.
    pub fn settle(&mut self, idf: &Idf) {
        let mut holders: Vec<Vec<usize>> = vec![Vec::new(); idf.known()];
        for (at, section) in self.sections.iter().enumerate() {
            for term in section.iter() {
                if let Some(held) = holders.get_mut(term as usize) {
                    held.push(at);
                }
            }
        }
        let work = holders.iter().map(|held| held.len() * held.len());
        if work.sum::<usize>() > limits::TOPIC_WORK.get() {
            return;
        }
        let totals: Vec<f64> = self.sections.iter().map(|s| idf.total(s)).collect();
        let mut sizes = vec![0_usize; self.known.len()];
        for group in &self.groups {
            if let Some(size) = sizes.get_mut(*group) {
                *size += 1;
            }
        }
        let mut shared = vec![0.0; self.sections.len()];
        for (section, total) in self.sections.iter().zip(&totals) {
            shared.fill(0.0);
            for term in section.iter() {
                let weight = idf.weight(term);
                for at in holders.get(term as usize).into_iter().flatten() {
                    if let Some(sum) = shared.get_mut(*at) {
                        *sum += weight;
                    }
                }
            }
            let mut shares = vec![(0.0_f64, 0.0_f64); sizes.len()];
            for ((sum, other), group) in shared.iter().zip(&totals).zip(&self.groups) {
                let similar = if *sum > 0.0 {
                    sum / (total * other).sqrt()
                } else {
                    0.0
                };
                if let (Some((most, mean)), Some(size)) =
                    (shares.get_mut(*group), sizes.get(*group))
                {
                    *most = most.max(similar);
                    *mean += similar / *size as f64;
                }
            }
            self.shares.push(shares);
        }
    }

    /// How surely two sections treat one topic: 0 where they share no more than any two of their
    /// bulletins, 1 where neither shares more with another.
    pub fn one(&self, idf: &Idf, a: usize, b: usize) -> f64 {
        let (Some(here), Some(there)) = (self.sections.get(a), self.sections.get(b)) else {
            return 0.0;
        };
        let similar = idf.cosine(here, there);
        let relative = |from: usize, to: usize| {
            let group = *self.groups.get(to)?;
            let (most, mean) = *self.shares.get(from)?.get(group)?;
            (most > mean).then(|| ((similar - mean) / (most - mean)).clamp(0.0, 1.0))
        };
        let both = relative(a, b).zip(relative(b, a));
        both.map_or(0.0, |(a, b)| (a * b).sqrt())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::weights::Weights;

    fn settled(sections: &[(&str, usize)]) -> (Topics, Idf) {
        let (mut topics, mut idf) = (Topics::default(), Idf::new(Weights::built_in()));
        for (text, bulletin) in sections {
            let terms = idf.count(text, None);
            topics.add(terms, (*bulletin, Some(Role::Target)));
        }
        idf.settle();
        topics.settle(&idf);
        (topics, idf)
    }

    #[test]
    fn sections_of_one_topic_share_more_than_others() {
        let (topics, idf) = settled(&[
            ("提升海缆保护能力，保障网络运行", 0),
            ("发展养老服务，提升服务能力", 0),
            ("养老服务提质增效，网络助老", 1),
            ("海缆保护联动机制，网络安全", 1),
        ]);
        assert!(topics.one(&idf, 0, 3) > 0.99);
        assert!(topics.one(&idf, 1, 2) > 0.99);
        assert!(topics.one(&idf, 0, 2) < 0.3);
    }

    #[test]
    fn a_bulletin_of_one_section_has_no_topics() {
        let (topics, idf) = settled(&[("提升海缆保护能力", 0), ("提升海缆保护能力", 1)]);
        assert!(topics.one(&idf, 0, 1) < 0.01);
    }
}
