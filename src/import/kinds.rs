//! Kinds and years of the sections of a tree.

use crate::calendar::Year;
use crate::model::Kind;

use super::doubt::{Doubt, Doubted};
use super::kind::{self, Genre, is_annex};
use super::tree::{About, Tree};

/// Gives kinds and years to the sections at the top, and to those whose heading says another thing.
pub fn kinds(tree: &mut Tree, about: About, doubts: &mut Vec<Doubt>) {
    let mut promised = false;
    let is_plan = |at: &usize| {
        let node = tree.nodes.get(*at);
        node.is_some_and(|node| {
            node.kind == Some(Kind::Plans) || kind::of_heading(&node.heading) == Some(Kind::Plans)
        })
    };
    let plan_at = tree.roots.iter().position(is_plan);
    let planned_year = |year: Option<Year>| year.is_some() && year == about.planned;
    let roots = tree.roots.clone();
    let chapters = roots
        .iter()
        .filter(|at| {
            tree.nodes
                .get(**at)
                .is_some_and(|node| !node.heading.is_empty())
        })
        .count();
    for (place, at) in roots.iter().enumerate() {
        let Some(node) = tree.nodes.get_mut(*at) else {
            continue;
        };
        let heading = node.heading.clone();
        let annex = is_annex(&heading);
        if node.kind.is_none() && !annex {
            let told = kind::of_heading(&heading);
            let year = kind::year(&heading);
            node.kind = match (about.genre, told) {
                _ if heading.is_empty() && node.label.is_empty() => {
                    (chapters > 0 || place > 0).then_some(Kind::Background)
                }
                // 总体要求和政策取向 of a report's second chapter hold its targets.
                (Genre::Report, Some(Kind::Guidance))
                    if year.is_some() || heading.contains("目标") || heading.contains("政策") =>
                {
                    Some(Kind::Plans)
                }
                (Genre::Policy, Some(Kind::Plans))
                    if !heading.contains("目标") && !heading.contains("计划") =>
                {
                    Some(Kind::Tasks)
                }
                // 国际形势 among what a report plans is no background.
                (Genre::Report, Some(Kind::Background))
                    if promised && !heading.contains("问题") =>
                {
                    Some(Kind::Plans)
                }
                // Projects that a report speaks of.
                (Genre::Report, Some(Kind::Projects)) if promised => Some(Kind::Plans),
                (Genre::Report, Some(Kind::Projects)) => Some(Kind::Achievements),
                // A report's 重点任务 are what it plans.
                (Genre::Report | Genre::Plan, Some(Kind::Tasks)) => Some(Kind::Plans),
                (_, Some(kind)) => Some(kind),
                (Genre::Policy, None) => Some(Kind::Tasks),
                (Genre::Plan, None) => Some(Kind::Plans),
                // Before what is planned stands what was done; behind it, or in a report of a government behind the
                // review, what will be.
                (Genre::Report, None) if promised => Some(Kind::Plans),
                (Genre::Report, None) if planned_year(year) => Some(Kind::Plans),
                (Genre::Report, None) if about.reports || plan_at.is_some_and(|at| place < at) => {
                    Some(Kind::Achievements)
                }
                (Genre::Report, None) => None,
            };
            if told.is_none() && !heading.is_empty() && about.genre == Genre::Report {
                let words: String = heading.chars().take(20).collect();
                doubts.push(Doubt::at(node.number, Doubted::Kind(words)));
            }
        }
        // What comes behind a review is what will be.
        promised |= node.kind == Some(Kind::Plans)
            || (node.kind == Some(Kind::Achievements) && !about.reports && plan_at.is_none());
        let named = kind::year(&heading).filter(|_| {
            matches!(
                node.kind,
                Some(Kind::Achievements | Kind::Plans | Kind::Tasks)
            )
        });
        node.year = node.year.or(named).or(match node.kind {
            Some(Kind::Achievements) => about.reported,
            // What a policy promises may be for several years.
            Some(Kind::Plans) if about.genre != Genre::Policy => about.planned,
            _ => None,
        });
        let (kind, children) = (node.kind, node.children.clone());
        for child in children {
            let Some(child) = tree.nodes.get_mut(child) else {
                continue;
            };
            let count = child.heading.chars().count();
            let told =
                kind::of_heading(&child.heading).filter(|_| count <= 12 && child.kind.is_none());
            let special = matches!(
                told,
                Some(Kind::Guidance | Kind::Safeguards | Kind::Background)
            ) || (told == Some(Kind::Plans) && child.heading.contains("目标"));
            if special
                && told != kind
                && kind != Some(Kind::Achievements)
                && kind != Some(Kind::Plans)
            {
                child.kind = told;
            }
        }
    }
}
