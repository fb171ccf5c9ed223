//! The ledgers that picked rows stand in, made once for many picks.

use std::sync::Arc;

use crate::compare::{Ledger, Links};
use crate::model::Bulletin;

use super::pick::Pick;

/// The ledgers that the rows of an order stand in.
#[derive(Debug, Default)]
pub struct Ledgers(Vec<Arc<Ledger>>);

impl Ledgers {
    /// Makes those that some picks need.
    pub fn of(picks: &[Pick], bulletins: &[Bulletin], links: &Links) -> Self {
        Self::default().needed(picks, bulletins, links)
    }

    /// Those of them that some picks need. What is not among them yet is made, and kept for the next time that it is
    /// needed; bulletins and links must be the same then.
    #[must_use]
    pub fn needed(&mut self, picks: &[Pick], bulletins: &[Bulletin], links: &Links) -> Self {
        let mut needed: Vec<Arc<Ledger>> = Vec::new();
        for name in picks.iter().filter_map(series) {
            let is_named = |ledger: &&Arc<Ledger>| ledger.series == name;
            if needed.iter().any(|ledger| is_named(&ledger)) {
                continue;
            }
            let known = self.0.iter().find(is_named).cloned();
            needed.push(known.unwrap_or_else(|| {
                let made = Arc::new(Ledger::new(bulletins, name, &[], links));
                self.0.push(Arc::clone(&made));
                made
            }));
        }
        Self(needed)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Ledger> {
        self.0.iter().map(Arc::as_ref)
    }

    /// The row that is picked, with its ledger.
    pub fn row(&self, pick: &Pick) -> Option<(&Ledger, usize)> {
        let Pick::Row { series, cell, .. } = pick else {
            return None;
        };
        let ledger = self.0.iter().find(|ledger| ledger.series == *series)?;
        Some((ledger, ledger.row_with(*cell)?))
    }

    /// The picks without rows that are in no ledger (a promise in words that nothing answers makes none) and
    /// without those that are picked before: several indicators may lead to one row.
    pub fn kept(&self, picks: Vec<Pick>) -> Vec<Pick> {
        let mut seen: Vec<(&str, usize)> = Vec::new();
        let is_kept = |pick: &Pick| {
            if !matches!(pick, Pick::Row { .. }) {
                return true;
            }
            let Some((ledger, row)) = self.row(pick) else {
                return false;
            };
            let place = (ledger.series.as_str(), row);
            let new = !seen.contains(&place);
            seen.push(place);
            new
        };
        picks.into_iter().filter(is_kept).collect()
    }
}

/// The series that a picked row is of.
pub fn series(pick: &Pick) -> Option<&str> {
    match pick {
        Pick::Row { series, .. } => Some(series),
        _ => None,
    }
}
