//! What things are called in the tree: by what tells them from those beside them, as long as there is room.

use std::collections::BTreeSet;

use crate::calendar::{Date, Year};
use crate::i18n::Lang;
use crate::model::{Bulletin, Kind};
use crate::store::faulty::file_name;
use crate::store::store::Store;

use super::outline::Node;

/// The name of a node.
pub fn name(store: &Store, node: Node) -> String {
    match node {
        Node::Series(at) => store.series.all.get(at).map(|(name, _)| name.clone()),
        Node::Bulletin(index) => store.bulletins.get(index).map(bulletin_name),
        Node::Section(index, section) => {
            let section = store
                .bulletins
                .get(index)
                .and_then(|b| b.sections().get(section));
            section.map(|s| {
                let heading = s.outline_heading();
                // 一、 carries its own mark; 1 and （1） would run into the heading's first word.
                let gap = if heading.starts_with(|c: char| c.is_ascii_alphanumeric()) {
                    " "
                } else {
                    ""
                };
                format!("{}{gap}{heading}", s.label)
            })
        }
        Node::Problems => Some(store.lang.words().problems.to_owned()),
        Node::Problem(index) => store.faulty.get(index).map(|file| file.name().to_owned()),
    }
    .unwrap_or_default()
}

/// A bulletin by what tells it from the others of its series, as long as there is room.
pub fn bulletin_as(store: &Store, index: usize, fits: impl Fn(&str) -> bool) -> String {
    let Some(bulletin) = store.bulletins.get(index) else {
        return String::new();
    };
    if is_named_as_another(store, index) {
        return name_by_file(bulletin);
    }
    let is_only = years_differ(store, index);
    let full = bulletin_parts(bulletin, store.lang).filter(|full| fits(full));
    let year = bulletin.date.map(|date| date.year().to_string());
    match is_only {
        Some(false) => None,
        Some(true) => full.or(year),
        None => full,
    }
    .unwrap_or_else(|| bulletin_name(bulletin))
}

/// Whether another bulletin of its series has the same year and title.
fn is_named_as_another(store: &Store, index: usize) -> bool {
    let name = |at: usize| {
        let bulletin = store.bulletins.get(at)?;
        Some((bulletin.date.map(Date::year), bulletin.title.as_str()))
    };
    let members = series_with(store, index).iter();
    members.filter(|at| name(**at) == name(index)).count() > 1
}

/// A bulletin in the tree where its year and title are those of another one: its year and its file.
fn name_by_file(bulletin: &Bulletin) -> String {
    let file = match file_name(&bulletin.source_file) {
        "" => &bulletin.id,
        file => file,
    };
    match bulletin.date {
        Some(date) => format!("{}  {file}", date.year()),
        None => file.to_owned(),
    }
}

/// Behind a section with the same heading as others beside it: its year if that tells them apart, else which of them
/// it is.
pub fn place_among_equals(store: &Store, node: Node) -> String {
    let Node::Section(bulletin, index) = node else {
        return String::new();
    };
    let Some(bulletin) = store.bulletins.get(bulletin) else {
        return String::new();
    };
    let name = |at: usize| {
        let section = bulletin.sections().get(at);
        section.map(|s| {
            let opening = s.text().lines().next().filter(|_| s.heading.is_empty());
            (s.label.as_str(), s.heading.as_str(), opening)
        })
    };
    let own = name(index);
    let siblings = bulletin.children(bulletin.parent(index));
    let equal: Vec<usize> = siblings.filter(|at| name(*at) == own).collect();
    let years = equal
        .iter()
        .filter_map(|at| bulletin.sections().get(*at)?.year);
    let years: BTreeSet<Year> = years.collect();
    let year = bulletin
        .sections()
        .get(index)
        .and_then(|section| section.year);
    match (equal.len(), year) {
        (0 | 1, _) => String::new(),
        (count, Some(year)) if years.len() == count => format!(" ({year})"),
        (count, _) => {
            let at = equal.iter().take_while(|at| **at != index).count();
            format!(" ({}/{count})", at + 1)
        }
    }
}

/// The bulletins of the series that one stands in.
fn series_with(store: &Store, index: usize) -> &[usize] {
    let mut series = store.series.all.iter();
    let found = series.find(|(_, members)| members.contains(&index));
    found
        .map(|(_, members)| members.as_slice())
        .unwrap_or_default()
}

/// Whether the year tells a bulletin from the others of its series; None where there are no others.
fn years_differ(store: &Store, index: usize) -> Option<bool> {
    let year = |at: usize| Some(store.bulletins.get(at)?.date?.year());
    let members = series_with(store, index);
    let same = members.iter().filter(|at| year(**at) == year(index));
    (members.len() > 1).then(|| same.count() == 1)
}

/// A bulletin in the tree: its year and title.
fn bulletin_name(bulletin: &Bulletin) -> String {
    match bulletin.date {
        Some(date) => format!("{}  {}", date.year(), bulletin.title),
        None => bulletin.title.clone(),
    }
}

/// A bulletin that reports and promises: its year, how many parts report and how many promise.
fn bulletin_parts(bulletin: &Bulletin, lang: Lang) -> Option<String> {
    let words = lang.words();
    let year = bulletin.date?.year();
    let parts = |kind: Kind| {
        let sections = bulletin.sections().iter();
        let parts = sections.filter(|s| s.kind == Some(kind) && s.depth == 1);
        parts.count()
    };
    let (done, planned) = (parts(Kind::Achievements), parts(Kind::Plans));
    (done + planned > 0).then(|| {
        format!(
            "{year}  {} {done} · {} {planned}",
            words.achievements, words.plans
        )
    })
}
