//! Which sections of two bulletins treat one theme: those that share more with each other than with
//! the other sections of the two.
//!
//! How much two sections share says little by itself: two long ones share much of official prose.
//! What counts is how it stands beside what each shares with the others.

use std::collections::HashMap;

use crate::model::Role;

use super::terms::{Terms, Weights};

/// Additions that reckoning may take: a series of many thousand sections has no themes.
const WORK: usize = 50_000_000;

/// What a section is set beside: the sections of another bulletin, by a number, that promise or
/// report as it does.
pub type Group = (usize, Option<Role>);

/// The sections that are compared.
#[derive(Default)]
pub struct Themes {
    sections: Vec<Terms>,
    /// For each section the group it is of: what one bulletin promises or reports.
    groups: Vec<usize>,
    known: HashMap<Group, usize>,
    /// For each section and group the most it shares with a section of the group, and the mean.
    shares: Vec<Vec<(f64, f64)>>,
}

impl Themes {
    /// Adds a section of a bulletin that promises or reports. Returns its place.
    pub fn add(&mut self, section: Terms, group: Group) -> usize {
        let next = self.known.len();
        self.groups.push(*self.known.entry(group).or_insert(next));
        self.sections.push(section);
        self.sections.len() - 1
    }

    /// Reckons what each section shares with those of each other group.
    pub fn settle(&mut self, weights: &Weights) {
        let mut holders: HashMap<u32, Vec<usize>> = HashMap::new();
        for (at, section) in self.sections.iter().enumerate() {
            for term in section.iter() {
                holders.entry(term).or_default().push(at);
            }
        }
        let work = holders.values().map(|held| held.len() * held.len());
        if work.sum::<usize>() > WORK {
            return;
        }
        let totals: Vec<f64> = self.sections.iter().map(|s| weights.total(s)).collect();
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
                let weight = weights.weight(term);
                for at in holders.get(&term).into_iter().flatten() {
                    if let Some(sum) = shared.get_mut(*at) {
                        *sum += weight;
                    }
                }
            }
            let mut shares = vec![(0.0_f64, 0.0_f64); sizes.len()];
            for ((sum, other), group) in shared.iter().zip(&totals).zip(&self.groups) {
                let alike = if *sum > 0.0 {
                    sum / (total * other).sqrt()
                } else {
                    0.0
                };
                if let (Some((most, mean)), Some(size)) =
                    (shares.get_mut(*group), sizes.get(*group))
                {
                    *most = most.max(alike);
                    *mean += alike / *size as f64;
                }
            }
            self.shares.push(shares);
        }
    }

    /// How surely two sections treat one theme: 0 where they share no more than any two of their
    /// bulletins, 1 where neither shares more with another.
    pub fn one(&self, weights: &Weights, a: usize, b: usize) -> f64 {
        let (Some(here), Some(there)) = (self.sections.get(a), self.sections.get(b)) else {
            return 0.0;
        };
        let alike = weights.cosine(here, there);
        let beside = |from: usize, to: usize| {
            let group = *self.groups.get(to)?;
            let (most, mean) = *self.shares.get(from)?.get(group)?;
            (most > mean).then(|| ((alike - mean) / (most - mean)).clamp(0.0, 1.0))
        };
        let both = beside(a, b).zip(beside(b, a));
        both.map_or(0.0, |(a, b)| (a * b).sqrt())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reckoned(sections: &[(&str, usize)]) -> (Themes, Weights) {
        let (mut themes, mut weights) = (Themes::default(), Weights::default());
        for (text, bulletin) in sections {
            let terms = weights.count(text, None);
            themes.add(terms, (*bulletin, Some(Role::Target)));
        }
        weights.settle();
        themes.settle(&weights);
        (themes, weights)
    }

    #[test]
    fn sections_of_one_theme_share_more_than_others() {
        let (themes, weights) = reckoned(&[
            ("提升海缆保护能力，保障网络运行", 0),
            ("发展养老服务，提升服务能力", 0),
            ("养老服务提质增效，网络助老", 1),
            ("海缆保护联动机制，网络安全", 1),
        ]);
        assert!(themes.one(&weights, 0, 3) > 0.99);
        assert!(themes.one(&weights, 1, 2) > 0.99);
        assert!(themes.one(&weights, 0, 2) < 0.3);
    }

    #[test]
    fn a_bulletin_of_one_section_has_no_themes() {
        let (themes, weights) = reckoned(&[("提升海缆保护能力", 0), ("提升海缆保护能力", 1)]);
        assert!(themes.one(&weights, 0, 1) < 0.01);
    }
}
